"""What the library says of a bank: its row in the list, and the lines below the list."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content

from quiz.bank.library import BankSummary
from quiz.scores.store import BankScore
from quiz.ui import text
from quiz.visible import clip, one_line, pad, width

BAR = 5
"""Cells of the longest bar."""

NOTHING = "–"
SIGN = "▸ "


class Cells(NamedTuple):
    """The cells of a row, as text."""

    title: str
    outlet: str
    words: str
    questions: str
    last: str
    best: str


HEAD = Cells("Title", "Outlet", "Words", "Questions", "Last", "Best")


def cells_of(bank: BankSummary, scores: Mapping[str, BankScore]) -> Cells:
    """What a row says; the last and the best result only once there is one."""
    score = scores.get(bank.id)
    return Cells(
        one_line(bank.title),
        one_line(bank.outlet or "") or NOTHING,
        str(bank.words or NOTHING),
        str(bank.questions),
        f"{score.last_correct}/{score.last_asked}" if score else NOTHING,
        f"{score.best_correct}/{score.best_asked}" if score else NOTHING,
    )


def row(cells: Cells, room: int) -> str:
    """One row of the table: the title takes what the figures leave; narrow terminals drop figures."""
    figures = f"{cells.questions:>10}{cells.last:>9}{cells.best:>9}" if room >= 54 else f"{cells.last:>7}"
    if room >= 70:
        figures = f"{cells.words:>7}{figures}"
    if room >= 90:
        outlet = min(30, room // 5)
        figures = f"  {pad(clip(cells.outlet, outlet), outlet)}{figures}"
    left = room - width(figures)
    return pad(clip(cells.title, left), left) + figures


def head(cells: int) -> Content:
    """The heads of the columns."""
    return Content(f"  {row(HEAD, cells - len(SIGN))}")


def listed(bank: BankSummary, scores: Mapping[str, BankScore], cells: int, *, marked: bool) -> Content:
    """A row of the list, with a sign before it where it is marked."""
    sign, room = SIGN if marked else "  ", cells - len(SIGN)
    if bank.problem:
        return Content(sign + broken(bank, room))
    return Content(sign + row(cells_of(bank, scores), room))


def broken(bank: BankSummary, room: int) -> str:
    """The row of a bank that cannot be played."""
    return clip(f"✗ {one_line(bank.title)}: cannot be opened", room)


def described(bank: BankSummary, room: int, due: int = 0) -> Content:
    """A few lines about a bank: its title, its questions by skill, what is due, how its article begins."""
    if bank.problem:
        return text.block(bank.problem)
    lines = [text.line(clip(one_line(bank.title), room), "bold"), _skills(bank, room)]
    if due:
        ask = "questions are" if due > 1 else "question is"
        lines.append(Content(clip(f"{due} {ask} due for review: o, and then “due”", room)))
    if bank.drafts:
        wait = "drafts wait" if bank.drafts > 1 else "draft waits"
        lines.append(Content(clip(f"{bank.drafts} {wait} for a person's yes", room)))
    if bank.beginning:
        lines.append(text.line(clip(f"It begins: {one_line(bank.beginning)}", room), "$quiet"))
    return Content("\n").join(lines)


def _skills(bank: BankSummary, room: int) -> Content:
    """The questions by skill: a bar each where there is room, the number always."""
    most = max((number for _, number in bank.skills), default=0)
    plain = [(f"{skill.capitalize()} {number}", number) for skill, number in bank.skills]
    bars = sum(len(words) + BAR + 1 for words, _ in plain) + 3 * (len(plain) - 1) <= room
    parts: list[Content] = []
    for words, number in plain:
        if not bars:
            parts.append(Content(words))
            continue
        full = max(1, round(BAR * number / most))
        parts.append(Content.assemble(words, " ", ("▮" * full, "$accent"), ("▯" * (BAR - full), "$quiet")))
    return Content("   ").join(parts)
