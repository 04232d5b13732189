"""Where in a YAML text each value stands: from paths such as ``("questions", 0, "prompt")`` to lines."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The keys and list indices that lead from the top of the file to a value."""

_LINE_END = re.compile(r"\r\n?|\n")


class Position(NamedTuple):
    """A span of the text: ``text[start:end]``; lines and columns count from 1, the end is exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Positions:
    """The spans of a file's values and keys.

    ``values`` and ``keys`` hold offsets in code points; lines are counted only when asked for,
    because most files have no problem to point at.
    """

    text: str
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    _line_starts: list[int] = field(default_factory=list)

    def at(self, path: Path) -> Position:
        """Find the value at ``path``, or of the nearest value around it that the file has."""
        while path and path not in self.values:
            path = path[:-1]
        return self.span(*self.values.get(path, (0, 0)))

    def key(self, path: Path) -> Position:
        """Find the key that leads to ``path``; of the value itself where there is no key."""
        if path in self.keys:
            return self.span(*self.keys[path])
        return self.at(path)

    def written(self, path: Path) -> str:
        """Return the characters of the file that make up the value at ``path``; empty if it is not there."""
        start, end = self.values.get(path, (0, 0))
        return self.text[start:end]

    def span(self, start: int, end: int) -> Position:
        """Count the lines and columns of ``text[start:end]``."""
        line, column = self._line_and_column(start)
        end_line, end_column = self._line_and_column(end)
        return Position(start, end, line, column, end_line, end_column)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        if not self._line_starts:
            self._line_starts.append(0)
            self._line_starts.extend(end.end() for end in _LINE_END.finditer(self.text))
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
