"""Giving a bank another id, title or way to its article in its text, everything else as it was."""

from collections.abc import Mapping
from typing import Any

from quiz.bank.authoring.layout import reads_as
from quiz.bank.check.quoting import double_quoted
from quiz.bank.positions import Path
from quiz.bank.rendering import render_scalar
from quiz.bank.yaml_values import YamlValues


def rewritten(values: YamlValues, changes: Mapping[Path, str]) -> str | None:
    """Return the text with other texts at some paths; None if it is laid out so that this cannot be done.

    The values there must be texts in mappings, such as ``("id",)`` or ``("article", "file")``.
    """
    text, positions = values.positions.text, values.positions
    expected = values.value
    for path in sorted(changes, key=lambda path: positions.values[path], reverse=True):
        start, end = positions.values[path]
        written = render_scalar(changes[path]).strip()
        if text[start:end].startswith('"') or "\n" in written:
            written = double_quoted(changes[path])
        text = text[:start] + written + text[end:]
        expected = _changed(expected, path, changes[path])
    return text if reads_as(text, expected) else None


def _changed(value: Any, path: Path, new: str) -> Any:
    if not path:
        return new
    if isinstance(value, list):
        return [_changed(one, path[1:], new) if at == path[0] else one for at, one in enumerate(value)]
    return {key: _changed(one, path[1:], new) if key == path[0] else one for key, one in value.items()}
