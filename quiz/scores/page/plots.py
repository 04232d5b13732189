"""Plots as SVG inside a page: axes with units, every sign told apart by its form, colours from the page."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape as _escape
from typing import Final

from quiz.scores.learner import Practice, Standing
from quiz.scores.report import MONTHS
from quiz.scores.statistics.certainty import FITTING, Level
from quiz.scores.statistics.interval import Estimate
from quiz.scores.statistics.trend import Point
from quiz.scores.text.bars import between, missing, percent
from quiz.scores.text.practice import DAYS, STEPS
from quiz.scores.text.skills import LEVELS
from quiz.visible import one_line

WIDTH: Final = 500
"""The width of every plot in its own units; the page scales it, so that its words can be read on a phone."""

_LEFT: Final = 138
_RIGHT: Final = 114
_ROW: Final = 24
_TOP: Final = 30

_HALF: Final = 27
_CELL: Final = 17
_BAND: Final = 150
"""Weeks in the first of the two bands of the calendar, the room of a day, and the height of a band."""


def text(value: str) -> str:
    """Return text for HTML or SVG, without what steers, hides or reorders, on one line."""
    return _escape(one_line(value), quote=True)


def skills_plot(standings: Sequence[Standing]) -> str:
    """Return the skills, and the kinds with enough answers, as points with intervals over an axis."""
    rows = [
        (one.name, one.right, level)
        for skill in standings
        for one, level in ((skill, 0), *((kind, 1) for kind in skill.kinds if kind.right.enough))
    ]
    return _intervals(
        rows,
        "Share right of questions met for the first time, in percent; lines are 95% intervals",
    )


def levels_plot(levels: Sequence[Level]) -> str:
    """Return the share right at each certainty, with the range in which that certainty pays as a band."""
    return _intervals(
        [(f"{level.certainty} {LEVELS[level.certainty]}", level.right, 0) for level in levels],
        "Share right at each certainty, in percent; the hatched band is where that certainty pays",
        [FITTING[level.certainty] for level in levels],
    )


def trend_plot(points: Sequence[Point], name: str) -> str:
    """Return how a share moved with the answers, its interval as a band; a point is one answer."""
    height, bottom, left = 200, 160, 46
    most = max(2, points[-1].answers)

    def x(answers: float) -> float:
        return left + (WIDTH - left - 20) * (answers - 1) / (most - 1)

    def y(share: float) -> float:
        return bottom - (bottom - 20) * share

    about = f"{name}: mean mark lately, in percent, by number of answers; the band is the 95% interval"
    parts = [_open(height, about)]
    for share in (0, 0.25, 0.5, 0.75, 1):
        parts.append(
            f'<line class="grid" x1="{left}" y1="{y(share):.1f}" x2="{WIDTH - 20}" y2="{y(share):.1f}"/>'
        )
        parts.append(f'<text class="end" x="{left - 6}" y="{y(share) + 4:.1f}">{share:.0%}</text>')
    for answers in _ticks(most):
        parts.append(f'<text class="mid" x="{x(answers):.1f}" y="{bottom + 18}">{answers}</text>')
    parts.append(
        f'<text class="mid" x="{(left + WIDTH - 20) / 2}" y="{height - 6}">answers to new questions</text>'
    )
    upper = " ".join(f"{x(p.answers):.1f},{y(p.estimate.high):.1f}" for p in points)
    lower = " ".join(f"{x(p.answers):.1f},{y(p.estimate.low):.1f}" for p in reversed(points))
    line = " ".join(f"{x(p.answers):.1f},{y(p.estimate.value):.1f}" for p in points)
    parts.append(f'<polygon class="band" points="{upper} {lower}"/>')
    parts.append(f'<polyline class="line" points="{line}"/>')
    last = points[-1]
    parts.append(f'<circle class="dot" cx="{x(last.answers):.1f}" cy="{y(last.estimate.value):.1f}" r="4"/>')
    parts.append("</svg>")
    return "".join(parts)


def calendar_plot(found: Practice, today: date) -> str:
    """Return the last 53 weeks in two bands, a square a day; more answers are a larger square."""
    weeks, left = 53, 40
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    bottom = 2 * _BAND
    parts = [_open(bottom + 24, f"Answers given on each day of the last {weeks} weeks")]
    shown = 0
    for week in range(weeks):
        first = monday + timedelta(weeks=week)
        band, column = divmod(week, _HALF)
        x, top = left + column * _CELL, band * _BAND + 20
        if (first.month != shown and first.day <= 7) or column == 0:
            if first.month != shown and first.day <= 21:  # later the next month needs the room
                parts.append(f'<text x="{x:.1f}" y="{top - 6}">{MONTHS[first.month - 1]}</text>')
            shown = first.month
        for row in range(7):
            day = first + timedelta(days=row)
            if day <= today:
                parts.append(_day(x, top + row * _CELL, found.days.get(day, 0), day))
    for band in (0, 1):
        for row in (0, 2, 4, 6):
            y = band * _BAND + 20 + row * _CELL + 12
            parts.append(f'<text class="end" x="{left - 6}" y="{y:.1f}">{DAYS[row]}</text>')
    at: float = left
    parts.append(f'<text x="{at}" y="{bottom + 13}">Answers a day:</text>')
    at += 92
    for (least, _), following in zip(STEPS, [*STEPS[1:], None], strict=True):
        said = f"{least}+" if following is None else f"{least}–{following[0] - 1}" if least else "none"
        parts.append(_day(at, bottom, least, None))
        parts.append(f'<text x="{at + 20:.1f}" y="{bottom + 13}">{said}</text>')
        at += 72
    parts.append("</svg>")
    return "".join(parts)


def _day(x: float, y: float, answers: int, day: date | None) -> str:
    step = next(index for index in reversed(range(len(STEPS))) if answers >= STEPS[index][0])
    size = (2, 5, 8.5, 12, 15.5)[step]
    shift = (_CELL - size) / 2
    told = f"<title>{day.isoformat()}: {answers}</title>" if day and answers else ""
    square = f'<rect class="day{step}" x="{x + shift:.1f}" y="{y + shift:.1f}" width="{size}" height="{size}"'
    return f"{square}>{told}</rect>" if told else f"{square}/>"


def _intervals(
    rows: Sequence[tuple[str, Estimate, int]],
    about: str,
    bands: Sequence[tuple[float, float]] | None = None,
) -> str:
    height = _TOP + _ROW * len(rows) + 12
    width = WIDTH - _LEFT - _RIGHT
    parts = [_open(height, about)]
    for share in (0, 0.25, 0.5, 0.75, 1):
        at = _LEFT + width * share
        parts.append(f'<line class="grid" x1="{at:.1f}" y1="{_TOP - 8}" x2="{at:.1f}" y2="{height - 8}"/>')
        parts.append(f'<text class="mid" x="{at:.1f}" y="{_TOP - 14}">{share:.0%}</text>')
    for index, (name, estimate, level) in enumerate(rows):
        middle = _TOP + _ROW * index + _ROW / 2
        if bands:
            low, high = bands[index]
            parts.append(
                f'<rect class="fits" x="{_LEFT + width * low:.1f}" y="{middle - 9:.1f}"'
                f' width="{width * (high - low):.1f}" height="18"/>'
            )
        kind = ' class="kind"' if level else ' class="skill"'
        parts.append(f'<text{kind} x="{4 + 12 * level}" y="{middle + 4:.1f}">{text(name)}</text>')
        if not estimate.enough:
            said = missing(estimate.n)
            parts.append(f'<text class="quiet" x="{_LEFT + 6}" y="{middle + 4:.1f}">{said}</text>')
            continue
        parts += _interval(estimate, middle, width, square=not level)
        said = f"{percent(estimate.value)} ({between(estimate)})"
        parts.append(f'<text class="end" x="{WIDTH - 2}" y="{middle + 4:.1f}">{said}</text>')
    parts.append("</svg>")
    return "".join(parts)


def _interval(estimate: Estimate, middle: float, width: float, *, square: bool) -> Iterator[str]:
    low, value, high = (_LEFT + width * share for share in (estimate.low, estimate.value, estimate.high))
    yield f'<line class="line" x1="{low:.1f}" y1="{middle:.1f}" x2="{high:.1f}" y2="{middle:.1f}"/>'
    for end in (low, high):
        top, bottom = middle - 4, middle + 4
        yield f'<line class="line" x1="{end:.1f}" y1="{top:.1f}" x2="{end:.1f}" y2="{bottom:.1f}"/>'
    if square:
        yield f'<rect class="dot" x="{value - 5:.1f}" y="{middle - 5:.1f}" width="10" height="10"/>'
    else:
        yield f'<circle class="dot" cx="{value:.1f}" cy="{middle:.1f}" r="4"/>'


def _ticks(most: int) -> list[int]:
    """About six round numbers from 1 to ``most``, with both ends."""
    step = next(s for power in range(9) for s in (10**power, 2 * 10**power, 5 * 10**power) if most / s <= 6)
    ticks = [1, *range(step, most + 1, step)] if step > 1 else list(range(1, most + 1))
    return [tick for tick in ticks if tick == 1 or tick - 1 >= step / 2]


def _open(height: float, about: str) -> str:
    said = text(about)
    return f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{said}"><title>{said}</title>'
