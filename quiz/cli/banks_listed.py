"""What `quiz bank list` prints: banks as a table for people and pipes, or as JSON."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quiz.bank.library import BankSummary, default_folders
from quiz.cli.ink import coloured, may_colour
from quiz.cli.width import report_width
from quiz.visible import clip, one_line, pad, width

_GAP = "  "
_HEADS = ("ID", "Questions", "Drafts", "Title", "File")
_NARROWEST_TITLE = 20


def banks_json(banks: Sequence[BankSummary]) -> str:
    """Write a list of objects, one a bank."""
    return json.dumps([_data(bank) for bank in banks], ensure_ascii=True, indent=2)


def banks_table(banks: Sequence[BankSummary]) -> str:
    """Write one line a bank, or two in a terminal that is too narrow; nothing is cut in a pipe."""
    rows = [_cells(bank) for bank in banks]
    wide = [max(width(row[column]) for row in (_HEADS, *rows)) for column in range(len(_HEADS))]
    limit = report_width() if sys.stdout.isatty() else None
    whole = sum(wide) + len(_GAP) * (len(wide) - 1)
    below = limit is not None and whole > limit
    if below and limit is not None:
        rest = sum(wide[:3]) + len(_GAP) * 3
        wide[3] = max(_NARROWEST_TITLE, min(wide[3], limit - rest))
    lines = [] if below else [_line(_HEADS, wide, below=False)]
    for bank, row in zip(banks, rows, strict=True):
        lines.append(_line(row, wide, below=below))
        if below:
            lines.append(f"    {row[4]}")
        if bank.problem is not None:
            lines.append(f"    ! {one_line(bank.problem)}")
    if limit is not None:
        lines = [clip(line, limit) for line in lines]
        if not below and may_colour():
            lines[0] = coloured(lines[0], "label")
    return "\n".join(lines)


def nothing_listed(folders: Sequence[Path]) -> str:
    """Say that there is no bank, and what makes one."""
    where = ", ".join(str(folder) for folder in folders or default_folders())
    return f"There is no bank in {where}. “quiz new” begins one."


def _line(row: Sequence[str], wide: Sequence[int], *, below: bool) -> str:
    cells = [
        pad(row[0], wide[0]),
        row[1].rjust(wide[1]),
        row[2].rjust(wide[2]),
        pad(clip(row[3], wide[3]), wide[3]),
        *([] if below else [row[4]]),
    ]
    return _GAP.join(cells).rstrip()


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
