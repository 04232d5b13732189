"""Diagnostics for people: the line of the file, the words under a mark, why it matters, what to do."""

import re
from collections.abc import Iterator, Sequence

from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.formats import Paint
from quiz.bank.check.linting import Checked
from quiz.visible import TAB, one_line, visible, width, wrap

_LINE_END = re.compile(r"\r\n?|\n")
_BEFORE = 40
"""Cells before the marked words that are kept of a long line."""


def render(checked: Sequence[Checked], paint: Paint, cells: int) -> str:
    """Write every diagnostic; why a rule matters is said where the rule first finds something."""
    told: set[str] = set()
    blocks: list[str] = []
    for file in checked:
        lines = _LINE_END.split(file.text) if file.diagnostics else []
        for one in file.diagnostics:
            blocks.append("\n".join(_block(one, lines, paint, cells, one.code not in told)))
            told.add(one.code)
    return "\n\n".join(blocks)


def _block(one: Diagnostic, lines: list[str], paint: Paint, cells: int, with_why: bool) -> Iterator[str]:
    place = f"{one_line(one.file)}:{one.line}:{one.column}"
    yield f"{paint(place, 'label')}: {paint(f'{one.code} {one.level}', one.level)}: {one_line(one.message)}"
    gutter = " " * len(str(one.line))
    if 1 <= one.line <= len(lines) and lines[one.line - 1].strip():
        shown, mark = _marked(lines[one.line - 1], one, cells - len(gutter) - 3)
        yield paint(f"{gutter} |", "quiet")
        yield f"{paint(f'{one.line} |', 'quiet')} {shown}"
        yield f"{paint(f'{gutter} |', 'quiet')} {paint(mark, one.level)}"
    if with_why and one.why:
        yield from _told(f"{gutter} = why:", one.why, paint, cells)
    if one.help:
        yield from _told(
            f"{gutter} = help:", one.help + (" (--fix does it)" if one.edits else ""), paint, cells
        )


def _told(label: str, text: str, paint: Paint, cells: int) -> Iterator[str]:
    first, *rest = wrap(text, cells - len(label) - 1) or [""]
    yield f"{paint(label, 'quiet')} {first}"
    for line in rest:
        yield f"{' ' * len(label)} {line}"


def _marked(line: str, one: Diagnostic, cells: int) -> tuple[str, str]:
    """Return the line as it may be shown, and the marks below it, cut to what fits."""
    start = min(one.column - 1, len(line))
    end = min(one.end_column - 1, len(line)) if one.end_line == one.line else len(line.rstrip())
    before, words, after = (_clean(line[:start]), _clean(line[start:end]), _clean(line[end:]))
    if width(before) > _BEFORE and width(before) + width(words) + width(after) > cells:
        before = "…" + _last(before, _BEFORE)
    room = cells - width(before)
    if width(words) > room:
        words, after = _first(words, room - 1) + "…", ""
    elif width(after) > (left := room - width(words)):
        after = _first(after, max(0, left - 1)) + "…"
    return f"{before}{words}{after}", " " * width(before) + "^" * max(1, width(words))


def _clean(text: str) -> str:
    return visible(text.replace("\t", TAB)).replace("\n", " ")


def _first(text: str, cells: int) -> str:
    while width(text) > cells:
        text = text[: min(len(text) - 1, cells)]
    return text


def _last(text: str, cells: int) -> str:
    while width(text) > cells:
        text = text[max(1, len(text) - cells) :]
    return text
