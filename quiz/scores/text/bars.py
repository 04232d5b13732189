"""Shares and their intervals drawn with characters, and written with digits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from quiz import visible
from quiz.scores.statistics.interval import ENOUGH, Estimate

SCALE: Final = ("0", "50", "100%")
NOT_ENOUGH: Final = "not enough answers yet"

_GAP: Final = "  "
_BELOW: Final = "    "
_ONE_LINE_FROM: Final = 72
_WIDEST_NAME: Final = 24
_SHORTEST_BAR: Final = 11
_LONGEST_BAR: Final = 41


@dataclass(frozen=True, slots=True)
class Barred:
    """A row of a table with bars: what it is about, the share right, and what else is said of it.

    ``fits`` is a range of shares to mark.
    """

    name: str
    share: Estimate
    more: tuple[str, ...] = ()
    fits: tuple[float, float] | None = None

    @property
    def figures(self) -> tuple[str, ...]:
        """The share with its interval, of how many answers, and the rest; too few answers have none."""
        if not self.share.enough:
            return ()
        share = f"{percent(self.share.value):>4} ({between(self.share)})"
        return (share, f"of {self.share.n:g}", *self.more)


def bar(estimate: Estimate, cells: int, fits: tuple[float, float] | None = None) -> str:
    """Return a scale from 0 to 100 % in ``cells`` characters: ``●`` is the value, ``━`` its interval.

    ``░`` is the range between the two shares of ``fits``, where the interval does not lie over it.
    """
    last = cells - 1
    low, value, high = (round(share * last) for share in (estimate.low, estimate.value, estimate.high))
    ground = [
        "░" if fits and round(fits[0] * last) <= at <= round(fits[1] * last) else "·" for at in range(cells)
    ]
    return "".join(
        "●" if at == value else "━" if low <= at <= high else sign for at, sign in enumerate(ground)
    )


def scale(cells: int) -> str:
    """Return the line that belongs above bars of so many cells, 11 or more."""
    left, middle, right = SCALE
    line = left.ljust((cells - 1) // 2 - len(middle) // 2) + middle
    return line.ljust(cells - len(right)) + right


def bar_table(rows: Sequence[Barred], width: int) -> list[str]:
    """Return names, bars under a scale, and figures beside them, or below them where it is narrow.

    A share that rests on too few answers has no bar and no figures, but the sentence that says so.
    """
    columns = [max(map(len, column)) for column in zip_longest(*(row.figures for row in rows), fillvalue="")]
    beside = width >= _ONE_LINE_FROM
    room = width - sum(columns) - len(_GAP) * len(columns) if beside else width
    widest = max((visible.width(row.name) for row in rows), default=0)
    margin = min(widest, _WIDEST_NAME, room - len(_GAP) - _SHORTEST_BAR)
    cells = min(_LONGEST_BAR, room - len(_GAP) - margin)
    lines = [" " * (margin + len(_GAP)) + scale(cells)] if any(row.share.enough for row in rows) else []
    for row in rows:
        if beside:
            figures = (text.ljust(wide) for text, wide in zip(row.figures, columns, strict=False))
            name = visible.pad(visible.clip(row.name, margin), margin)
            said = (
                (bar(row.share, cells, row.fits), *figures) if row.share.enough else (missing(row.share.n),)
            )
            lines.append(_GAP.join((name, *said)).rstrip())
        else:
            lines += _stacked(row, margin, cells, width)
    return lines


def _stacked(row: Barred, margin: int, cells: int, width: int) -> list[str]:
    """A row of the table in a narrow one: the name, where there is room the bar, and the figures below."""
    lines = [visible.clip(row.name, width)]
    if not row.share.enough:
        return [*lines, *(_BELOW + line for line in visible.wrap(missing(row.share.n), width - len(_BELOW)))]
    drawn = bar(row.share, cells, row.fits)
    if visible.width(row.name) <= margin:
        lines = [f"{visible.pad(row.name, margin)}{_GAP}{drawn}"]
    else:
        lines.append(" " * (margin + len(_GAP)) + drawn)
    share, answers, *more = row.figures
    figures = [f"{share.lstrip()} {answers}", *filter(None, more)]
    return lines + [_BELOW + line for line in fold(figures, ", ", width - len(_BELOW))]


def fold(pieces: Sequence[str], between: str, width: int) -> list[str]:
    """Return pieces of text one after the other, with a new line between two of them where one is full."""
    end = between.rstrip()
    room = width - len(end)
    lines: list[str] = []
    for piece in pieces:
        if lines and visible.width(lines[-1] + between + piece) <= room:
            lines[-1] += between + piece
            continue
        if lines:
            lines[-1] += end
        lines += visible.wrap(piece, room)
    return lines


def percent(share: float) -> str:
    """Return a share in whole percent; only all of it is 100, and only nothing is 0."""
    if share <= 0:
        return "0%"
    if share >= 1:
        return "100%"
    return f"{min(99, max(1, round(100 * share)))}%"


def between(estimate: Estimate) -> str:
    """Return the ends of a share's interval in percent: ``48–75%``."""
    return f"{percent(estimate.low)[:-1]}–{percent(estimate.high)}"


def number(value: float, digits: int = 2) -> str:
    """Return a number with a real minus sign, and no sign before 0."""
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def signed(estimate: Estimate) -> str:
    """Return a correlation, or another number that may be below 0, with its interval."""
    return f"{number(estimate.value)} ({number(estimate.low)} to {number(estimate.high)})"


def missing(n: float) -> str:
    """Return why a figure is not shown."""
    return f"{NOT_ENOUGH} ({n:g} of {ENOUGH})"


def seconds(value: float | None) -> str:
    """Return a time as people say it: ``8 s``, ``1 min 40 s``."""
    if value is None:
        return ""
    whole = max(1, round(value))
    minutes, rest = divmod(whole, 60)
    return f"{rest} s" if not minutes else f"{minutes} min" + (f" {rest} s" if rest else "")
