"""How sure a player was, and how sure it was right to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from quiz.scores.statistics.interval import Estimate, wilson

MARKS: Final = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""What a right and a wrong answer earn at each certainty."""

FITTING: Final = {1: (0.0, 2 / 3), 2: (2 / 3, 0.8), 3: (0.8, 1.0)}
"""Between which chances of being right a level earns most: at 2/3, 2p - 2(1 - p) passes p, and at 0.8,
3p - 6(1 - p) passes that."""

Verdict = Literal["too sure", "fitting", "not sure enough"]


@dataclass(frozen=True, slots=True)
class Level:
    """The answers at one certainty: how many, the share right, and what that says of the certainty.

    ``verdict`` is None while the interval of the share reaches into the fitting range from outside, or
    there are not enough answers.
    """

    certainty: int
    right: Estimate
    verdict: Verdict | None


def mark(certainty: int, *, correct: bool) -> int:
    """Return what an answer earns: right +1, +2 or +3, wrong 0, -2 or -6, at certainty 1, 2 or 3.

    Raises ``KeyError`` for another certainty. Source: A. R. Gardner-Medwin, Confidence assessment in the
    teaching of basic science, ALT-J 3 (1995), as Moodle has it
    (https://docs.moodle.org/en/Using_certainty-based_marking).
    """
    return MARKS[certainty][0 if correct else 1]


def mean_mark(answers: Iterable[tuple[int, bool]]) -> float | None:
    """Return the mean mark of (certainty, correct) pairs, from -6 to 3; None without any."""
    marks = [mark(certainty, correct=correct) for certainty, correct in answers]
    return sum(marks) / len(marks) if marks else None


def calibration(answers: Iterable[tuple[int, bool]]) -> list[Level]:
    """Return the share right at each certainty that was used, lowest first.

    Being calibrated is choosing the level that earns most (``FITTING``). A level is called too high or too
    low only where the whole interval of the share right lies outside that range, and fitting where the
    share itself lies in it.
    """
    counts: dict[int, list[bool]] = {}
    for certainty, correct in answers:
        counts.setdefault(certainty, []).append(correct)
    levels = []
    for certainty in sorted(counts):
        right = wilson(sum(counts[certainty]), len(counts[certainty]))
        levels.append(Level(certainty, right, _verdict(right, *FITTING[certainty])))
    return levels


def _verdict(right: Estimate, low: float, high: float) -> Verdict | None:
    if not right.enough:
        return None
    if right.high < low:
        return "too sure"
    if right.low > high:
        return "not sure enough"
    return "fitting" if low <= right.value <= high else None
