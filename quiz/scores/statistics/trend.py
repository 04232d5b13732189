"""Where a learner stands now: a mean in which the newest answers weigh most."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final, TypeVar

from quiz.scores.statistics.interval import Estimate, wilson

HALF_LIFE: Final = 15
"""After so many further answers an answer weighs half: about two sessions in one skill."""

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a trend: after so many answers, the share and its interval."""

    answers: int
    estimate: Estimate


def trend(shares: Iterable[float], half_life: float = HALF_LIFE) -> list[Estimate]:
    """Return, after each answer, the exponentially weighted share of marks with its interval.

    ``shares`` are the marks from 0 to 1, oldest first, of questions met for the first time: a question known
    by heart says nothing about reading. Each answer weighs 0.5 ** (answers since / half_life); the weights
    are divided by their sum, so that the first answers are not pulled towards anything. ``n`` is Kish's
    effective sample size, (sum of weights) ** 2 / sum of squared weights, and the interval is Wilson's of as
    many answers.

    Sources: S. W. Roberts, Control chart tests based on geometric moving averages, Technometrics 1 (1959);
    L. Kish, Survey Sampling (1965).
    """
    return [_estimate(*state) for state in _states(shares, half_life)]


def trend_points(shares: Sequence[float], stride: int, half_life: float = HALF_LIFE) -> list[Point]:
    """Return every so many points of the trend and the last one, to draw a long one with few."""
    last = len(shares)
    return [
        Point(answers, _estimate(*state))
        for answers, state in enumerate(_states(shares, half_life), start=1)
        if (answers - 1) % stride == 0 or answers == last
    ]


def trend_by(shares: Iterable[tuple[Key, float]], half_life: float = HALF_LIFE) -> list[tuple[Key, Point]]:
    """Return the trend where it stood after the last share of each key, as at the end of each day.

    ``shares`` are marks, each with its key, oldest first, so that those of one key follow each other.
    """
    marks = list(shares)
    states = enumerate(_states((share for _, share in marks), half_life), start=1)
    found = []
    for key, group in groupby(zip((key for key, _ in marks), states, strict=True), key=itemgetter(0)):
        *_, (_, (answers, state)) = group
        found.append((key, Point(answers, _estimate(*state))))
    return found


def standing(shares: Iterable[float], half_life: float = HALF_LIFE) -> Estimate | None:
    """Return the last point of the trend; None without answers."""
    last = None
    for state in _states(shares, half_life):
        last = state
    return _estimate(*last) if last else None


def _states(shares: Iterable[float], half_life: float) -> Iterator[tuple[float, float, float]]:
    """After each answer the sum of the weights, of their squares, and of the weighted shares."""
    fade = 0.5 ** (1 / half_life)
    weight = squares = total = 0.0
    for share in shares:
        weight = weight * fade + 1
        squares = squares * fade * fade + 1
        total = total * fade + share
        yield weight, squares, total


def _estimate(weight: float, squares: float, total: float) -> Estimate:
    n = weight * weight / squares
    return wilson(min(n, total / weight * n), n)
