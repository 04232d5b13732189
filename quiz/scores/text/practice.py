"""The days of practice as a calendar of characters."""

from datetime import date, timedelta
from typing import Final

from quiz import visible
from quiz.scores.learner import Practice
from quiz.scores.report import MONTHS
from quiz.scores.text.bars import fold

NOTHING: Final = "No practice yet. Play a quiz, and the days you practise will be here."

DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
STEPS: Final = ((0, "·"), (1, "░"), (10, "▒"), (25, "▓"), (50, "█"))
"""From how many answers a day has which sign."""

_MARGIN: Final = 5
_MOST_WEEKS: Final = 53


def calendar(found: Practice, today: date, width: int) -> str:
    """Return the last weeks, at most a year and as many as fit in ``width``, a column a week."""
    if not found.days:
        return NOTHING
    weeks = max(1, min(_MOST_WEEKS, (max(width, 20) - _MARGIN) // 2))
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    lines = [_months(monday, weeks)]
    for row, name in enumerate(DAYS):
        days = [monday + timedelta(days=row, weeks=week) for week in range(weeks)]
        signs = " ".join(sign(found.days.get(day, 0)) if day <= today else " " for day in days)
        lines.append(f"{name:<{_MARGIN}}{signs}")
    lines += ["", *_legend(max(width, 20)), *_runs(found, width)]
    return "\n".join(visible.clip(line.rstrip(), max(width, 20)) for line in lines)


def sign(answers: int) -> str:
    """Return the sign for a day with so many answers."""
    return next(mark for least, mark in reversed(STEPS) if answers >= least)


def runs_in_words(found: Practice) -> str:
    """Return the days of practice in a sentence or two."""
    said = f"Practised on {_days(len(found.days))}, {sum(found.days.values())} answers."
    if found.run > 1:
        said += f" {found.run} days in a row until now."
    if found.longest > max(1, found.run):
        said += f" The longest run was {found.longest} days."
    return said


def _runs(found: Practice, width: int) -> list[str]:
    return visible.wrap(runs_in_words(found), max(width, 20))


def _legend(width: int) -> list[str]:
    """The signs and what they stand for."""
    pieces = ["Answers a day:"]
    for (least, mark), following in zip(STEPS, [*STEPS[1:], None], strict=True):
        most = following[0] - 1 if following else None
        pieces.append(f"{mark} {least}+" if most is None else f"{mark} {least}" + f"–{most}" * (most > least))
    return fold(pieces, "  ", width)


def _months(monday: date, weeks: int) -> str:
    """The line of months: each over the first week that begins in it, where there is room."""
    line = " " * _MARGIN
    shown = None
    for week in range(weeks):
        first = monday + timedelta(weeks=week)
        at = _MARGIN + 2 * week
        if first.month != shown and at >= len(line) and first.day <= 7:
            line = line.ljust(at) + MONTHS[first.month - 1] + " "
            shown = first.month
    return line


def _days(count: int) -> str:
    return "one day" if count == 1 else f"{count} days"
