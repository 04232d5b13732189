"""What `quiz bank list` prints: banks as a table for people and pipes, or as JSON."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quiz.amounts import counted
from quiz.bank.library import BankSummary, default_folders
from quiz.cli.ink import coloured, may_colour
from quiz.cli.width import report_width
from quiz.visible import clip, one_line, pad, width

_GAP = "  "
_HEADS = ("ID", "Questions", "Drafts", "Title", "File")


def banks_json(banks: Sequence[BankSummary]) -> str:
    """Write a list of objects, one a bank."""
    return json.dumps([_data(bank) for bank in banks], ensure_ascii=True, indent=2)


def banks_table(banks: Sequence[BankSummary]) -> str:
    """Write one line a bank, or two in a terminal that is too narrow; nothing is cut in a pipe."""
    rows = [_cells(bank) for bank in banks]
    wide = [max(width(row[column]) for row in (_HEADS, *rows)) for column in range(len(_HEADS))]
    limit = report_width() if sys.stdout.isatty() else None
    if limit is not None and sum(wide) + len(_GAP) * (len(wide) - 1) > limit:
        lines = [line for bank, row in zip(banks, rows, strict=True) for line in _stacked(bank, row)]
        return "\n".join(clip(line, limit) for line in lines)
    head = _line(_HEADS, wide)
    lines = [coloured(head, "label") if limit is not None and may_colour() else head]
    for bank, row in zip(banks, rows, strict=True):
        lines += [_line(row, wide), *_problem(bank)]
    return "\n".join(lines)


def nothing_listed(folders: Sequence[Path]) -> str:
    """Say that there is no bank, and what makes one."""
    where = ", ".join(str(folder) for folder in folders or default_folders())
    return f"There is no bank in {where}. “quiz new” begins one."


def _line(row: Sequence[str], wide: Sequence[int]) -> str:
    name, questions, drafts, title, file = row
    numbers = f"{questions.rjust(wide[1])}{_GAP}{drafts.rjust(wide[2])}"
    return _GAP.join([pad(name, wide[0]), numbers, pad(title, wide[3]), file])


def _stacked(bank: BankSummary, row: Sequence[str]) -> list[str]:
    name, _, _, title, file = row
    if bank.problem is not None:
        return [title, f"    {file}", *_problem(bank)]
    counts = counted(bank.questions, "question")
    if bank.drafts:
        counts += f", {counted(bank.drafts, 'draft')}"
    return [title, f"    {counts}; {name}; {file}"]


def _problem(bank: BankSummary) -> list[str]:
    return [] if bank.problem is None else [f"    ! {one_line(bank.problem)}"]


def _cells(bank: BankSummary) -> tuple[str, ...]:
    usable = bank.problem is None
    return (
        one_line(bank.id) or "–",
        str(bank.questions) if usable else "–",
        str(bank.drafts) if usable else "–",
        one_line(bank.title),
        _short(bank.path),
    )


def _short(path: Path) -> str:
    """Return a path from here where it lies below, else as it is."""
    try:
        return one_line(os.path.relpath(path) if path.absolute().is_relative_to(Path.cwd()) else str(path))
    except OSError:  # the current folder is gone
        return one_line(str(path))


def _data(bank: BankSummary) -> dict[str, object]:
    return {
        "id": bank.id,
        "title": bank.title,
        "file": str(bank.path),
        "outlet": bank.outlet,
        "article": bank.article,
        "words": bank.words,
        "questions": bank.questions,
        "drafts": bank.drafts,
        "skills": dict(bank.skills),
        "problem": bank.problem,
    }
