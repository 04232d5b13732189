"""Workflow commands that GitHub shows beside the lines of a change."""

from collections.abc import Sequence

from quiz.bank.check.formats import Paint, diagnostics_of
from quiz.bank.check.linting import Checked
from quiz.visible import visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(checked: Sequence[Checked], paint: Paint) -> str:
    """Write ``::error file=…,line=…::message``; the end of a column is the last one that is marked."""
    lines = []
    for one in diagnostics_of(checked):
        place = [("file", one.file), ("line", one.line), ("endLine", one.end_line)]
        if one.line == one.end_line:  # GitHub takes columns of one line only
            place += [("col", one.column), ("endColumn", max(one.column, one.end_column - 1))]
        place.append(("title", f"quiz ({one.code})"))
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place)
        message = one.message if one.help is None else f"{one.message}\nhelp: {one.help}"
        lines.append(f"::{_COMMANDS[one.level]} {properties}::{_data(message)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
