"""What a person decides about a question, written into the bank's text: one line changes, or two."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.bank.authoring.layout import line_after, line_end_of
from quiz.bank.files import parse_bank
from quiz.bank.model import Bank, Question, Status
from quiz.bank.positions import Path, Positions
from quiz.bank.problems import BankError
from quiz.bank.rendering import render_scalar
from quiz.bank.saving import SaveError
from quiz.visible import one_line

_COMMA_BEFORE = re.compile(r",\s*$")
_COMMA_AFTER = re.compile(r"\s*,\s*")


def decided(text: str, label: str, index: int, status: Status, reason: str = "") -> str:
    """Return the text of a bank with another status for its question number ``index``, from 0.

    ``reason`` is kept with a rejected question; any other status takes an earlier reason away. Comments and
    layout stay. Raises BankError if ``text`` is no bank, and SaveError if it is laid out so that its status
    cannot be changed without changing more.
    """
    file = parse_bank(text, label)
    question = file.bank.questions[index]
    reason = one_line(reason) if status == "rejected" else ""
    wanted = _with(file.bank, index, replace(question, status=status, reason=reason or None))
    for changed in _candidates(file.text, file.positions, index, status, reason):
        if _reads_as(changed, wanted):
            return changed
    raise SaveError(
        f"The status of “{question.id}” cannot be changed here without changing more; write it by hand."
    )


def _with(bank: Bank, index: int, question: Question) -> Bank:
    questions = [*bank.questions]
    questions[index] = question
    return replace(bank, questions=questions)


def _reads_as(text: str, wanted: Bank) -> bool:
    try:
        return parse_bank(text, "").bank == wanted
    except BankError:
        return False


def _candidates(text: str, positions: Positions, index: int, status: Status, reason: str) -> Iterator[str]:
    """Write the result as the question is laid out: on lines of its own, or between braces."""
    at: Path = ("questions", index)
    if text[positions.values[at][0]] != "{":
        yield _on_lines(text, positions, at, status, reason)
    else:
        yield _between_braces(text, positions, at, status, reason)


def _on_lines(text: str, positions: Positions, at: Path, status: Status, reason: str) -> str:
    edits: list[tuple[int, int, str]] = []
    has_status = (*at, "status") in positions.values
    beside: Path = (*at, "status" if has_status else "id")
    column = positions.key(beside).column - 1
    end_of_line = line_end_of(text)
    below = line_after(text, positions.values[beside][1])
    added = ""
    if has_status:
        edits.append((*positions.values[beside], status))
    else:
        added += f"{' ' * column}status: {status}{end_of_line}"
    if (*at, "reason") in positions.values:
        if reason:
            edits.append((*positions.values[(*at, "reason")], render_scalar(reason)))
        else:
            edits.append(_line_of(text, positions, (*at, "reason")))
    elif reason:
        added += f"{' ' * column}reason: {render_scalar(reason)}{end_of_line}"
    if added and not text[:below].endswith(("\n", "\r")):  # the last line of the file has no end
        added = end_of_line + added.removesuffix(end_of_line)
    if added:
        edits.append((below, below, added))
    return _edited(text, edits)


def _line_of(text: str, positions: Positions, at: Path) -> tuple[int, int, str]:
    """Take away the lines of a key with its value; of the first key of a question, all but the dash."""
    start, _ = positions.keys[at]
    end = positions.values[at][1]
    if text[end - 1] not in "\r\n":  # a text in block style has its line end already
        end = line_after(text, end)
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[line:start].strip():
        after = re.compile(r"\s*").match(text, end)
        return start, after.end() if after else end, ""
    return line, end, ""


def _between_braces(text: str, positions: Positions, at: Path, status: Status, reason: str) -> str:
    edits: list[tuple[int, int, str]] = []
    quoted = text[positions.keys[(*at, "id")][0]] == '"'
    has_status = (*at, "status") in positions.values
    beside: Path = (*at, "status" if has_status else "id")
    added = ""
    if has_status:
        edits.append((*positions.values[beside], f'"{status}"' if quoted else status))
    else:
        added += f', "status": "{status}"' if quoted else f", status: {status}"
    if (*at, "reason") in positions.values:
        start, end = positions.keys[(*at, "reason")][0], positions.values[(*at, "reason")][1]
        if reason:
            edits.append((*positions.values[(*at, "reason")], json.dumps(reason, ensure_ascii=False)))
        elif before := _COMMA_BEFORE.search(text, 0, start):
            edits.append((before.start(), end, ""))
        elif after := _COMMA_AFTER.match(text, end):
            edits.append((start, after.end(), ""))
    elif reason:
        key = '"reason"' if quoted else "reason"
        added += f", {key}: {json.dumps(reason, ensure_ascii=False)}"
    if added:
        end = positions.values[beside][1]
        edits.append((end, end, added))
    return _edited(text, edits)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
