"""What is said of a course and of a step in one row, and of a step in a few lines."""

from textual.content import Content

from quiz.amounts import counted
from quiz.play.steps import Progress, Step, told_right
from quiz.ui import text
from quiz.visible import clip, one_line, pad, width, wrap

SIGN = "▸ "
DONE = "✓"
MISSING = "✗"
WIDEST = 72
"""Columns that are read with ease."""


def bar(progress: Progress) -> Content:
    """One sign a step, full where it was played."""
    full = progress.played
    return Content.assemble(("▮" * full, "$accent"), ("▯" * (len(progress.playable) - full), "$quiet"))


def how_far(progress: Progress) -> str:
    """How far somebody is in a course, in words."""
    steps = counted(len(progress.playable), "step")
    if not progress.playable:
        return "cannot be played"
    if not progress.begun:
        missing = len(progress.steps) - len(progress.playable)
        return f"{steps}, {missing} missing" if missing else steps
    if progress.finished:
        return f"finished, {told_right(progress)}"
    return f"{progress.played} of {steps}, {told_right(progress)}"


def how_far_shortly(progress: Progress) -> str:
    """The same where there is little room."""
    return f"{DONE} " * progress.finished + f"{progress.played} of {len(progress.playable)}"


def course(progress: Progress, room: int, *, marked: bool) -> Content:
    """The row of a course: its title, and how far somebody is in it."""
    sign, room = SIGN if marked else "  ", room - len(SIGN)
    title = one_line(progress.course.title)
    told = how_far(progress)
    signs = bar(progress)
    if width(title) + 4 + width(told) + 1 + len(signs) > room:
        told, signs = how_far_shortly(progress), Content("")
    left = max(0, room - width(told) - len(signs) - (1 if len(signs) else 0))
    gap = " " if len(signs) else ""
    return Content.assemble((sign + pad(clip(title, left - 1), left), "bold"), signs, gap, told)


def beginning(progress: Progress, room: int) -> list[Content]:
    """The first paragraph of the introduction of a course, in lines."""
    first = progress.course.introduction.strip().partition("\n\n")[0]
    return [text.line(line, "$quiet") for line in wrap(first, max(2, min(room, WIDEST)))]


def step(part: Step, room: int, *, marked: bool, upcoming: bool) -> Content:
    """The row of a step: its number, its title, and how it stands, by a sign and by words."""
    sign, room = SIGN if marked else "  ", room - len(SIGN)
    state = DONE if part.played else MISSING if part.trouble else " "
    told = _stands(part, upcoming=upcoming)
    left = max(0, room - width(told) - 5)
    title = pad(clip(part.title, left - 1), left)
    return Content.assemble(sign, (state, "$accent"), f" {part.number}  ", title, (told, "$quiet"))


def _stands(part: Step, *, upcoming: bool) -> str:
    if part.bank is None:
        return "missing"
    if part.trouble:
        return "cannot be played"
    if part.played:
        return told_right(part)
    if part.answered:
        return f"{part.answered} of {part.questions} so far"
    return "next" if upcoming else ""


def about(part: Step) -> Content:
    """A few lines about a step: its title, its questions, what was answered, its article."""
    lines = [text.line(part.title, "bold")]
    if part.trouble:
        return Content("\n").join([*lines, text.block(part.trouble)])
    assert part.bank is not None  # that would be trouble
    asked = counted(part.questions, "question")
    if part.answered:
        asked += f", {min(part.answered, part.questions)} answered, {part.right} of them right"
    lines += [Content(asked)]
    article = [one_line(part.bank.outlet or ""), f"{part.bank.words:,} words" if part.bank.words else ""]
    if told := " · ".join(filter(None, article)):
        lines.append(text.line(told, "$quiet"))
    return Content("\n").join(lines)
