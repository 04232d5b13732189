"""What stands over the list: how many banks, the session that waits, a word of welcome, what is found."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.amounts import counted
from quiz.bank.library import BankSummary
from quiz.scores.store import SessionSummary
from quiz.ui import text
from quiz.visible import clip, one_line, width

if TYPE_CHECKING:  # how far somebody is in a course is found out when home is painted
    from quiz.play.steps import Progress

WELCOME = (
    "A quiz about a news article asks what the text says, who said it, and how sure the text is of it.",
    "It takes no side: every answer stands in the article, and after each question you see where.",
)
EMPTY = (
    "There is no bank here yet. “quiz generate ARTICLE -o BANK” makes one from an article, "
    "and p plays an article from a file."
)
LOOKING = "Looking through the banks …"
BESIDE, BESIDE_NARROW = 6, 2
"""Cells left and right of it, and where there are less than 60."""


def continuing(waiting: SessionSummary, cells: int, *, wide: bool) -> Content:
    """The session that waits; where it is narrow, its title goes on in the next line."""
    where = f" — {waiting.answered} of {waiting.asked} answered"
    title = one_line(waiting.title)
    if wide:
        title = clip(title, cells - BESIDE - len("Continue     c") - len(where))
    return Content.assemble(("Continue  ", "bold"), title, where, ("   c", "bold"))


def welcome(first: BankSummary | None, *, wide: bool) -> Content:
    """What a quiz is; the first time ever with the bank that enter tries."""
    if first is not None:
        begin = f"Press enter to try three questions on\n“{one_line(first.title)}”."
        return text.block("\n".join([*WELCOME, "", begin]))
    begin = "Press enter to play the quiz that is marked."
    return text.block("\n".join([*WELCOME, begin] if wide else [begin]))


def courses(progress: "Sequence[Progress]", problems: Sequence[str], cells: int) -> Content:
    """That there are courses: the one somebody is in, or what they are called."""
    room = cells - (BESIDE if cells >= 60 else BESIDE_NARROW) - len("Courses     t")
    unfinished = [one for one in progress if one.next is not None]
    current = next((one for one in unfinished if one.begun), unfinished[0] if unfinished else None)
    if not progress and problems:
        words = "cannot be used as they are written; see why"
    elif current is None:
        words = "all played" if progress else ""
    elif not any(one.begun for one in progress):
        words = _named([one_line(one.course.title) for one in progress], room)
    else:
        title, far = one_line(current.course.title), f"{current.played} of {len(current.playable)}"
        upcoming = current.next.title if current.next is not None else ""
        words = f"{title} — {far} steps played, next: {upcoming}"
        words = words if width(words) <= room or room >= 60 else f"{title} — {far}"
    return Content.assemble(("Courses  ", "bold"), clip(words, max(0, room)), ("   t", "bold"))


def _named(titles: Sequence[str], room: int) -> str:
    """As many titles as there is room for, and how many more there are."""
    for count in range(len(titles), 0, -1):
        more = f" and {len(titles) - count} more" if count < len(titles) else ""
        if width(named := " · ".join(titles[:count]) + more) <= room:
            return named
    return counted(len(titles), "course")


def without_banks(*, looking: bool) -> Content:
    """Why there is no list."""
    return text.block(LOOKING if looking else EMPTY)


def standings(banks: Sequence[BankSummary] | None, due: Mapping[str, int]) -> list[str]:
    """How many banks there are and how many questions are due, the longest wording first."""
    if banks is None:
        return [""]
    usable = [bank for bank in banks if bank.problem is None]
    count = counted(len(usable), "bank")
    waiting = sum(due.get(bank.id, 0) for bank in usable)
    if not waiting:
        return [count]
    return [f"{count} · {counted(waiting, 'question')} due now", f"{waiting} due"]


def finding(typed: str, found: int, banks: int, *, typing: bool) -> Content:
    """What was found, and, when the line to type in is gone, by which words."""
    word = f"{found} of {banks}" if found else "No bank has that in its title, its outlet or its skills."
    words = "" if typing else f"Find  {clip(one_line(typed), 40)}   "
    return Content.assemble((words, "bold"), (word, "$quiet"))
