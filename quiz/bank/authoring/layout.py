"""Where the questions of a bank stand in its text: whole lines, with the comments right above them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quiz.bank.positions import Positions
from quiz.bank.problems import BankError
from quiz.bank.yaml_values import YamlValues, read_values

_LINE_END = re.compile(r"\r\n|\r|\n")
_DASH = re.compile(r"( *)-( +)")
_COMMENT = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Piece:
    """A question as it is written: ``text[start:end]`` are its lines, ``dash`` spaces stand before its dash.

    ``keys`` spaces stand before its keys.
    """

    start: int
    end: int
    dash: int
    keys: int


def pieces_of(values: YamlValues) -> list[Piece] | None:
    """Find the lines of every question; None where not each has lines of its own, as in JSON."""
    text, positions = values.positions.text, values.positions
    pieces: list[Piece] = []
    floor = line_after(text, positions.keys.get(("questions",), (0, 0))[1])
    for index in range(len(questions_of(values))):
        start, end = positions.values[("questions", index)]
        first = _line_start(text, start)
        dash = _DASH.fullmatch(text, first, start)
        if dash is None or first < floor:
            return None
        end = line_after(text, end)
        pieces.append(Piece(_above(text, first, floor), end, len(dash[1]), len(dash[1]) + 1 + len(dash[2])))
        floor = end
    return pieces


def questions_of(values: YamlValues) -> list[Any]:
    """Return what stands under ``questions``, an empty list if that is no list."""
    questions = values.value.get("questions") if isinstance(values.value, dict) else None
    return questions if isinstance(questions, list) else []


def line_end_of(text: str) -> str:
    """Return what ends the lines of a text."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def line_after(text: str, offset: int) -> int:
    """Return where the line after the one of ``offset`` begins."""
    found = _LINE_END.search(text, offset)
    return found.end() if found else len(text)


def with_blank_lines(text: str, end: int) -> int:
    """Return where the first line at or after ``end`` begins that is not blank."""
    while end < len(text):
        after = line_after(text, end)
        if text[end:after].strip():
            break
        end = after
    return end


def reads_as(text: str, expected: object) -> bool:
    """Whether a text is YAML without anything refused, and means ``expected``."""
    try:
        values = read_values(text, "")
    except BankError:
        return False
    return not values.problems and values.value == expected


def first_that_reads_as(texts: Iterable[str], expected: object) -> str | None:
    """Return the first text that means what it should; None if none does."""
    return next((text for text in texts if reads_as(text, expected)), None)


def replaced(positions: Positions, path: tuple[str | int, ...], new: str) -> str:
    """Return the text with the value at ``path`` written as ``new``."""
    start, end = positions.values[path]
    return positions.text[:start] + new + positions.text[end:]


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _above(text: str, start: int, floor: int) -> int:
    """Go up over the comments that stand right above, but not into what is before ``floor``."""
    while start > floor:
        line = _line_start(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))
        if line < floor or not _COMMENT.match(text, line):
            break
        start = line
    return start
