"""How well single questions work: how hard they are, and whether they tell strong from weak players."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quiz.scores.statistics.interval import Estimate, fisher, wilson

FEWEST: Final = 10
"""Below so many first attempts nothing is said of a question."""

ROUGH: Final = 100
"""Below so many, what is said is called rough: the interval of a correlation is still ± 0.2."""

Marks = Mapping[str, float]
"""The marks of one player, 0 to 1, by question; first attempts only."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """The first attempts at one question: its marks, and how each player did on the others (0 to 1)."""

    marks: tuple[float, ...]
    rest: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How often an option was chosen at first, and the mean rest score of those who chose it."""

    text: str
    key: bool
    share: Estimate
    rest: float | None


def facility(marks: Sequence[float]) -> Estimate:
    """Return the mean mark, 0 to 1, with Wilson's interval (which is on the safe side for part marks).

    Source: Moodle, Quiz statistics calculations (https://docs.moodle.org/dev/Quiz_statistics_calculations).
    """
    return wilson(min(math.fsum(marks), len(marks)), len(marks))


def attempts(players: Iterable[Marks]) -> dict[str, Attempts]:
    """Return, for each question, its marks and the rest scores that belong to them.

    The rest score is the mean mark on the *other* questions the player met, so that players who were asked
    different numbers can be compared; where all met all questions, its correlations are those of the usual
    sum. Who met only one question has no rest score and is left out of ``rest`` and of ``marks``.
    """
    found: dict[str, tuple[list[float], list[float]]] = {}
    for marks in players:
        if len(marks) < 2:
            continue
        total, others = math.fsum(marks.values()), len(marks) - 1
        for question, value in marks.items():
            here, rest = found.setdefault(question, ([], []))
            here.append(value)
            rest.append((total - value) / others)
    return {question: Attempts(tuple(here), tuple(rest)) for question, (here, rest) in found.items()}


def discrimination(of: Attempts) -> Estimate | None:
    """Return the correlation of a question's marks with the rest scores, -1 to 1, with Fisher's interval.

    None where either does not vary. Leaving the question itself out of the score keeps it from agreeing with
    itself. Source: Moodle's discrimination index (above); S. Henrysson, Correction of item-total correlations
    in item analysis, Psychometrika 28 (1963).
    """
    spread = _deviation(of.marks) * _deviation(of.rest)
    if spread <= 0:
        return None
    return fisher(max(-1.0, min(1.0, _covariance(of.marks, of.rest) / spread)), len(of.marks))


def efficiency(of: Attempts) -> float | None:
    """Return the covariance with the rest score as a share of the largest these marks could have; at most 1.

    The largest is reached when the best marks went to the players with the best rest scores, so a question
    that nearly everybody gets right is not blamed for what it cannot do. None where that is 0. Source:
    Moodle's discriminative efficiency (above).
    """
    largest = _covariance(sorted(of.marks), sorted(of.rest))
    if largest <= 1e-12:
        return None
    return max(-1.0, min(1.0, _covariance(of.marks, of.rest) / largest))


def options(
    offered: Sequence[tuple[str, bool]], chosen: Sequence[tuple[str, float | None]]
) -> list[OptionCount]:
    """Return what became of each option, from the (text, rest score) of each first attempt.

    A response that none of ``offered`` has, as after an edit, is left out.
    """
    known = {text for text, _ in offered}
    counted = [(text, rest) for text, rest in chosen if text in known]
    table = []
    for text, key in offered:
        rests = [rest for other, rest in counted if other == text]
        scores = [rest for rest in rests if rest is not None]
        mean = math.fsum(scores) / len(scores) if scores else None
        table.append(OptionCount(text, key, wilson(len(rests), len(counted)), mean))
    return table


def works(option: OptionCount, key: OptionCount) -> bool | None:
    """Tell whether a wrong option does its work: chosen by 5 % or more, of players weaker than the key's.

    None as long as the interval of its share leaves it open, or for the key itself. Source of the 5 %:
    T. M. Haladyna and S. M. Downing, How many options is enough for a multiple-choice test item?,
    Educational and Psychological Measurement 53 (1993).
    """
    if option.key:
        return None
    if option.share.high < 0.05:
        return False
    if option.share.value < 0.05 or option.rest is None or key.rest is None:
        return None
    return option.rest < key.rest


def _covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """The population covariance; 0 of nothing."""
    if not one:
        return 0.0
    middle, centre = math.fsum(one) / len(one), math.fsum(other) / len(other)
    return math.fsum((a - middle) * (b - centre) for a, b in zip(one, other, strict=True)) / len(one)


def _deviation(values: Sequence[float]) -> float:
    variance = _covariance(values, values)
    return math.sqrt(variance) if variance > 1e-12 else 0.0
