"""Adding questions at the end of a bank's text, everything in it as it was."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from quiz.bank.authoring.layout import (
    Piece,
    first_that_reads_as,
    line_after,
    line_end_of,
    pieces_of,
    questions_of,
)
from quiz.bank.problems import BankError
from quiz.bank.yaml_values import YamlValues, read_values

_LINE = re.compile(r"^(?=.)", re.MULTILINE)


def append_questions(text: str, label: str, written: Sequence[str]) -> str | None:
    """Return the text of a bank with questions added; None if it is laid out so that nothing can be added.

    Each question is written as ``render_question`` does, at the left edge; comments may stand among its
    lines. A bank whose questions have flaws is added to as well. Raises BankError if ``text`` is not YAML.
    """
    values = read_values(text, label)
    if not isinstance(values.value, dict) or not isinstance(values.value.get("questions", []), list | None):
        return None
    new: list[Any] = [_value_of(one) for one in written]
    expected = {**values.value, "questions": [*questions_of(values), *new]}
    if values.problems:  # what was refused is not among the values, so nothing could be compared
        raise BankError(values.problems)
    return first_that_reads_as(_candidates(text, values, written, new), expected)


def indented(lines: str, spaces: int) -> str:
    """Move lines to the right."""
    return _LINE.sub(" " * spaces, lines)


def _value_of(written: str) -> Any:
    (value,) = questions_of(read_values(f"questions:\n{written}", "question"))
    return value


def _candidates(text: str, values: YamlValues, written: Sequence[str], new: Sequence[Any]) -> Iterator[str]:
    """Write the result in the ways that a bank may be laid out; which of them is right is seen by reading."""
    positions = values.positions
    pieces = pieces_of(values)
    end_of_line = line_end_of(text)
    if pieces:
        gap = "\n" if len(pieces) < 2 or _has_gap(text, pieces) else ""
        lines = "".join(gap + indented(one, pieces[-1].dash) for one in written)
        for place in (pieces[-1].end, len(text)):
            yield _inserted(text, place, lines, end_of_line)
    lines = "\n".join(indented(one, 2) for one in written)
    if ("questions",) not in positions.keys:
        yield _inserted(text, len(text), f"questions:\n{lines}", end_of_line)
    elif not questions_of(values):
        start, end = positions.values.get(("questions",), positions.keys[("questions",)])
        if ("questions",) in positions.values and text[start:end].strip():  # “[]” or “null”
            rest = text[end:].lstrip()
            yield text[:start].rstrip(" ") + end_of_line + lines.replace("\n", end_of_line) + rest
        yield _inserted(text, line_after(text, end), lines, end_of_line)
    else:
        last = positions.values[("questions", len(questions_of(values)) - 1)][1]
        for only_ascii in (False, True):
            more = "".join(f", {json.dumps(one, ensure_ascii=only_ascii)}" for one in new)
            yield text[:last] + more + text[last:]


def _has_gap(text: str, pieces: Sequence[Piece]) -> bool:
    return not text[pieces[-2].end : pieces[-1].start].strip() and pieces[-2].end < pieces[-1].start


def _inserted(text: str, place: int, lines: str, end_of_line: str) -> str:
    before = text[:place]
    if before and not before.endswith(("\n", "\r")):
        before += end_of_line
    return before + lines.replace("\n", end_of_line) + text[place:]
