"""Telling two kinds of statement apart, separately from the habit of calling everything the same."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

from quiz.scores.statistics.interval import Z95, Estimate


@dataclass(frozen=True, slots=True)
class Discernment:
    """How well two kinds are told apart, and which one is called too often.

    ``sensitivity`` is d' in standard deviations: 0 is guessing, 1 is fair, 3 is nearly perfect. ``bias``
    is the criterion c with its sign turned, in the same unit: above 0 the first kind is called too often,
    below 0 the second.
    """

    sensitivity: Estimate
    bias: Estimate
    first: int
    second: int

    @property
    def enough(self) -> bool:
        """Whether there were enough questions of both kinds."""
        return min(self.first, self.second) >= 5 and self.first + self.second >= 10


def discernment(answers: Iterable[tuple[bool, bool]]) -> Discernment:
    """Return sensitivity and bias from pairs (it is of the first kind, it was called so).

    Hits and false alarms are corrected by the log-linear rule, half an answer more of each and one more
    question of each kind, so that few answers give no infinities. Intervals are normal, with Gourevitch and
    Galanter's variance of d'; that of c is a quarter of it.

    Sources: D. M. Green and J. A. Swets, Signal Detection Theory and Psychophysics (1966); M. J. Hautus,
    Corrections for extreme proportions, Behavior Research Methods 27 (1995); V. Gourevitch and E. Galanter,
    A significance test for one parameter isosensitivity functions, Psychometrika 32 (1967).
    """
    first = second = hits = alarms = 0
    for is_first, called_first in answers:
        if is_first:
            first += 1
            hits += called_first
        else:
            second += 1
            alarms += called_first
    normal = NormalDist()
    rates = ((hits + 0.5) / (first + 1), (alarms + 0.5) / (second + 1))
    hit, alarm = (normal.inv_cdf(rate) for rate in rates)
    variance = sum(
        rate * (1 - rate) / ((n + 1) * normal.pdf(z) ** 2)
        for rate, z, n in zip(rates, (hit, alarm), (first, second), strict=True)
    )
    reach = Z95 * math.sqrt(variance)
    n = first + second
    return Discernment(
        _around(hit - alarm, reach, n), _around((hit + alarm) / 2, reach / 2, n), first, second
    )


def _around(value: float, reach: float, n: int) -> Estimate:
    return Estimate(value, value - reach, value + reach, n)
