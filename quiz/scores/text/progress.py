"""How a learner gets on, as parts of one page: what is due, skills, trends, certainty, days of practice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from quiz import visible
from quiz.amounts import counted
from quiz.scores.gathering import Due, Learner
from quiz.scores.learner import Sureness
from quiz.scores.statistics.certainty import FITTING
from quiz.scores.statistics.discernment import Discernment
from quiz.scores.statistics.interval import Estimate
from quiz.scores.text.bars import NOT_ENOUGH, between, number, percent, seconds
from quiz.scores.text.plot import Day, beside, day_in_words, plot
from quiz.scores.text.practice import calendar
from quiz.scores.text.skills import (
    LATELY,
    LEVELS,
    few_in_words,
    level_bars,
    pauses_in_words,
    sides_lines,
    skill_bars,
)

NARROWEST: Final = 30
"""Cells; below, nothing here has a shape."""

INTERVAL: Final = "━ and the brackets: where the true share lies, in 95 of 100 cases."

_GAP: Final = "   "
_WIDEST_PLOT: Final = 60
_LEAST_PLOT: Final = 34
_WIDE: Final = 100
_HIGH_PLOT, _LOW_PLOT = 7, 5


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: its title, what is shown in which unit, the lines, and how to read them."""

    title: str
    about: tuple[str, ...]
    lines: tuple[str, ...]
    note: tuple[str, ...] = ()


def progress_parts(learner: Learner, width: int, *, kinds: bool = True) -> list[Part]:
    """Return the parts there is something to say in, at most ``width`` cells wide (30 or more).

    Without ``kinds`` only skills are shown. Nothing at all is returned of somebody who answered nothing.
    """
    if not learner.met:
        return []
    width = max(width, NARROWEST)
    parts = [_now(learner, width), _skills(learner, width, kinds=kinds), _trends(learner, width)]
    if learner.sure is not None:
        parts.append(_certainty(learner.sure, width))
    if learner.sides:
        parts.append(_sides(learner.sides, width))
    parts.append(_days(learner, width))
    return [
        replace(part, lines=tuple(visible.clip(line.rstrip(), width) for line in part.lines))
        for part in parts
    ]


def _part(title: str, about: str, lines: Iterable[str], note: str, width: int) -> Part:
    return Part(title, tuple(visible.wrap(about, width)), tuple(lines), tuple(visible.wrap(note, width)))


def _now(learner: Learner, width: int) -> Part:
    said = f"{counted(learner.met, 'question')} answered"
    if learner.median is not None:
        said += f", {seconds(learner.median)} each (median)"
    if learner.practice.run > 1:
        said += f"; {learner.practice.run} days of practice in a row until now"
    sentences = [f"{said}.", *_due(learner.due, learner.now)]
    return _part("", "", (line for said in sentences for line in visible.wrap(said, width)), "", width)


def _due(due: Due, now: datetime) -> Iterator[str]:
    """What is worth asking again, in sentences."""
    today = now.date()
    if due.questions:
        named = [f"{visible.one_line(title)} {count}" for title, count in due.fullest]
        rest = due.questions - sum(count for _, count in due.fullest)
        if rest:
            others = due.banks - len(due.fullest)
            named.append(f"and {rest} in " + ("another quiz" if others == 1 else f"{others} other quizzes"))
        verb = "is" if due.questions == 1 else "are"
        said = f"{counted(due.questions, 'question')} {verb} due for review: {', '.join(named)}."
        yield f"{said} At home, o and then “due” asks them."
    elif due.following is None:
        yield "Nothing is due for review."
    else:
        day = due.following.astimezone(now.tzinfo).date()
        when = "later today" if day == today else f"on {day_in_words(day, today)}"
        yield f"Nothing is due for review now; the next question is {when}."
    if due.skills:
        names = ", ".join(map(_name, due.skills))
        yield f"Worth trying again on new questions: {names}."


def _skills(learner: Learner, width: int, *, kinds: bool) -> Part:
    lines = skill_bars(learner.standings, width, kinds=kinds, named=_name)
    if kinds and (few := few_in_words(learner.standings, _name)):
        lines += ["", *visible.wrap(few, width)]
    note = f"{INTERVAL} {LATELY} {pauses_in_words(learner.pauses)}"
    return _part("Skills", "Share right of questions met for the first time, in percent.", lines, note, width)


def _trends(learner: Learner, width: int) -> Part:
    """A plot for each skill whose line has a second day, all over the same days; sentences for the others."""
    drawn = {skill: days for skill, days in learner.trends.items() if len(days) > 1}
    lines: list[str] = []
    if drawn:
        first = min(days[0][0] for days in drawn.values())
        last = max(learner.now.date(), *(days[-1][0] for days in drawn.values()))
        columns = min(len(drawn), max(1, (width + len(_GAP)) // (_LEAST_PLOT + len(_GAP))))
        cells = min(_WIDEST_PLOT, (width - len(_GAP) * (columns - 1)) // columns)
        rows = _HIGH_PLOT if width >= _WIDE else _LOW_PLOT
        plots = [
            [visible.clip(_from_to(skill, days), cells), *plot(days, first, last, cells, rows)]
            for skill, days in drawn.items()
        ]
        for start in range(0, len(plots), columns):
            lines += ["", *beside(plots[start : start + columns], cells, _GAP)]
    undrawn = [_undrawn(skill, days) for skill, days in learner.trends.items() if skill not in drawn]
    if undrawn:
        lines += ["", *visible.wrap(" ".join(undrawn), width)]
    if not drawn:
        return _part("Over time", "", lines[1:], "", width)
    about = "Mean mark of questions met for the first time, in percent, from day to day."
    note = "The newest answers weigh most. Dots and brackets: where the mean truly lies, in 95 of 100 cases."
    return _part("Over time", about, lines[1:], note, width)


def _from_to(skill: str, days: Sequence[Day]) -> str:
    now: Estimate = days[-1][1]
    return f"{_name(skill)}  {percent(days[0][1].value)} → {percent(now.value)} ({between(now)})"


def _undrawn(skill: str, days: Sequence[Day]) -> str:
    if days:
        return f"{_name(skill)}: {percent(days[-1][1].value)} so far; the line begins on the second day."
    return f"{_name(skill)}: {NOT_ENOUGH}."


def _certainty(sure: Sureness, width: int) -> Part:
    pays = ", ".join(
        f"{LEVELS[certainty]} at {percent(low)[:-1]} to {percent(high)}"
        for certainty, (low, high) in FITTING.items()
    )
    note = (
        f"░ is where a certainty earns most: {pays}. Right answers earn 1, 2 or 3, wrong ones 0, −2 or −6; "
        f"the mean mark of {counted(sure.answers, 'answer')} is {number(sure.mean)}."
    )
    lines = level_bars(sure.levels, width)
    return _part("Certainty", "Share right at each certainty, in percent.", lines, note, width)


def _sides(sides: Mapping[str, Discernment], width: int) -> Part:
    lines = [line for kind, found in sides.items() for line in sides_lines(kind, found, width)]
    return _part("Statements", "", lines, "", width)


def _days(learner: Learner, width: int) -> Part:
    lines = calendar(learner.practice, learner.now.date(), width).split("\n")
    return _part("Days of practice", "", lines, "", width)


def _name(name: str) -> str:
    """A skill or a kind as a person would write it."""
    return visible.one_line(name.replace("_", " ")).capitalize()
