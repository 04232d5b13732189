"""How a share moved from day to day, as a plot of characters with its axes.

Drawn here and not by a plotting library such as textual-plotext: lines and dots at three heights of a
character show a curve and its interval in 40 columns as in 120, in the theme's colours and without any;
they are in the fonts of terminals, of which some have no braille; the same text can be printed; and nothing
more has to be installed or loaded.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from quiz import visible
from quiz.scores.report import MONTHS
from quiz.scores.statistics.interval import Estimate

Day = tuple[date, Estimate]

NARROWEST: Final = 24
"""Cells; below, the two days under the axis have no room beside each other."""

_CURVE: Final = "▔━▁"
_ENDS: Final = "˙·."
"""The signs at the top, in the middle and at the bottom of a character."""

_LABELS: Final = ("100%┤", " 50%┤", "  0%┤")
_MARGIN: Final = len(_LABELS[0])


def plot(days: Sequence[Day], first: date, last: date, cells: int, rows: int) -> list[str]:
    """Return a plot ``cells`` wide: ``rows`` lines from 100 % down to 0, the axis, and days under it.

    ``days`` has one day or more, oldest first, all from ``first`` to ``last``, where the axis begins and
    ends; ``rows`` is odd, so that 50 % has a line. The curve runs straight from day to day, with dots at the
    ends of the interval above and below it; before the first day and after the last one nothing is drawn.
    """
    across = cells - _MARGIN
    span = max(1, (last - first).days)
    places = [round((day - first).days / span * (across - 1)) for day, _ in days]
    canvas = [[" "] * across for _ in range(rows)]
    for at in range(places[0], places[-1] + 1):
        low, value, high = _between(days, places, at)
        for share, signs in ((low, _ENDS), (high, _ENDS), (value, _CURVE)):
            row, height = divmod(round((1 - share) * (3 * rows - 1)), 3)
            canvas[row][at] = signs[height]
    labelled = dict(zip((0, rows // 2, rows - 1), _LABELS, strict=True))
    lines = [labelled.get(row, "    │") + "".join(line) for row, line in enumerate(canvas)]
    axis, labels = _axis(first, last, across)
    return [line.rstrip() for line in (*lines, f"    └{axis}", " " * _MARGIN + labels)]


def beside(plots: Sequence[Sequence[str]], cells: int, gap: str) -> list[str]:
    """Return pieces of text with as many lines each beside each other, each ``cells`` wide."""
    return [
        gap.join(visible.pad(line, cells) for line in lines).rstrip() for lines in zip(*plots, strict=True)
    ]


def day_in_words(day: date, today: date) -> str:
    """Return a day as short as it is clear: “today”, “3 Nov”, and “3 Nov 2025” in another year."""
    if day == today:
        return "today"
    said = f"{day.day} {MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def _between(days: Sequence[Day], places: Sequence[int], at: int) -> tuple[float, float, float]:
    """The low end, the share and the high end in a column, on the straight way between two days."""
    after = bisect_right(places, at)
    left = days[after - 1][1]
    right, way = left, 0.0
    if after < len(days):
        right = days[after][1]
        way = (at - places[after - 1]) / (places[after] - places[after - 1])
    low, value, high = (
        one + way * (other - one)
        for one, other in ((left.low, right.low), (left.value, right.value), (left.high, right.high))
    )
    return low, value, high


def _axis(first: date, last: date, cells: int) -> tuple[str, str]:
    """The line under the plot, and under it the days where it begins, in its middle if it fits, and ends."""
    left, right = day_in_words(first, last), "today"
    middle = day_in_words(first + timedelta(days=(last - first).days // 2), last)
    start = cells // 2 - len(middle) // 2
    axis = ["─"] * cells
    axis[0] = axis[-1] = "┬"
    labels = left
    if len(left) + 1 < start and start + len(middle) + 1 < cells - len(right) and (last - first).days > 3:
        axis[cells // 2] = "┬"
        labels = labels.ljust(start) + middle
    return "".join(axis), labels.ljust(cells - len(right)) + right
