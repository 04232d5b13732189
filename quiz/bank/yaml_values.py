"""From YAML text to plain values and their positions, refusing what a bank has no use for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quiz.bank.positions import Path, Positions
from quiz.bank.problems import BankError, Problem, shown
from quiz.bank.yaml_errors import explain_syntax_error

DEEPEST = 20
"""A bank nests six deep; the limit is what keeps a file of brackets from costing anything."""
MOST_VALUES = 400_000
"""Above this a file is refused while it is read: the largest bank allowed has a quarter of it."""
MOST_PROBLEMS = 200
"""Reading stops here: nobody reads a longer list."""

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_BOOLEANS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_PREFIX = "tag:yaml.org,2002:"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it was built
_RESOLVERS: Final[dict[str, list[tuple[str, re.Pattern[str]]]]] = yaml.SafeLoader.yaml_implicit_resolvers


@dataclass(frozen=True, slots=True)
class Misread:
    """An unquoted scalar that YAML takes for something no bank needs: a date, a fraction, an octal number."""

    what: str


@dataclass(frozen=True, slots=True)
class YamlValues:
    """A document: dicts, lists, strings, whole numbers, booleans, None and Misread.

    ``refused`` are the paths of what was refused and left out; ``problems`` say why.
    """

    value: object
    positions: Positions
    problems: tuple[Problem, ...]
    refused: frozenset[Path]


def read_values(text: str, label: str) -> YamlValues:
    """Read one YAML document. Raises BankError where reading cannot go on."""
    reader = _Reader(text, label)
    reader.check_characters()
    try:
        reader.read(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        offset, message, help_text = explain_syntax_error(text, error)
        reader.complain(offset, message, help_text, flaw="not-yaml")
        raise BankError(reader.problems) from None
    if not reader.found:
        reader.complain(0, "the file is empty", "a bank begins with “version: 1”", flaw="unreadable")
        raise BankError(reader.problems)
    return YamlValues(reader.root, reader.positions, tuple(reader.problems), frozenset(reader.refused))


def what_yaml_reads(value: str) -> str | None:
    """Say what YAML takes an unquoted scalar for: ``bool``, ``int``, ``timestamp`` …; None for text."""
    for tag, pattern in _RESOLVERS.get(value[:1], ()):
        if pattern.match(value):
            return tag.removeprefix(_PREFIX)
    return None


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; without a path its content counts for nothing."""

    container: dict[str, object] | list[object]
    path: Path | None
    start: int
    end: int
    flow: bool
    key: str | None = None
    child: Path | None = None


class _Reader:
    """Builds values from events on its own stack, so that depth is bounded by a number, not by a crash."""

    def __init__(self, text: str, label: str) -> None:
        self.text = text
        self.label = label
        self.positions = Positions(text)
        self.problems: list[Problem] = []
        self.refused: set[Path] = set()
        self.root: object = None
        self.found = False
        self._frames: list[_Frame] = []

    def complain(
        self, offset: int, message: str, help_text: str | None = None, *, flaw: str, end: int | None = None
    ) -> None:
        """Note a problem of ``text[offset:end]``; when there are too many, stop."""
        position = self.positions.span(offset, offset)
        span = (offset, offset if end is None else end)
        self.problems.append(
            Problem(self.label, position.line, position.column, message, help_text, flaw=flaw, span=span)
        )
        if len(self.problems) >= MOST_PROBLEMS:
            raise BankError(self.problems)

    def fail(
        self, offset: int, message: str, help_text: str | None = None, *, flaw: str, end: int | None = None
    ) -> None:
        """Note a problem after which nothing sensible can be read."""
        self.complain(offset, message, help_text, flaw=flaw, end=end)
        raise BankError(self.problems)

    def check_characters(self) -> None:
        """Refuse characters that YAML forbids, before a parser meets them."""
        if bad := _NOT_YAML.search(self.text):
            code = ord(bad.group())
            what = {0: "a null character", 0x1B: "an escape character", 0xFEFF: "a byte order mark"}.get(
                code, "half of a surrogate pair" if 0xD800 <= code <= 0xDFFF else "a control character"
            )
            written = f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
            self.fail(
                bad.start(),
                f"U+{code:04X}, {what}, cannot stand in a YAML file",
                f'remove it, or write it as "{written}" in double quotes' if code < 0xD800 else "remove it",
                flaw="forbidden-character",
                end=bad.end(),
            )

    def read(self, events: Iterator[Any]) -> None:
        """Take every event of the stream."""
        count = 0
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
                count += 1
                if count > MOST_VALUES:
                    self.fail(
                        event.start_mark.index,
                        f"the file has more than {MOST_VALUES:,} values",
                        flaw="too-much",
                    )
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event, {} if kind is MappingStartEvent else [])
                count += 1
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                if self.found:
                    self.fail(
                        event.start_mark.index,
                        "a second YAML document begins here; a bank is one document",
                        "remove the line “---”, or move what follows into a file of its own",
                        flaw="refused-yaml",
                        end=event.end_mark.index,
                    )
                self.found = True

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        style = event.style
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.child is None and type(frame.container) is dict:
            self._key(frame, value, start, end, quoted=bool(style))
            return
        path = self._next_path(frame)
        if style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        if event.tag is not None:
            self._refuse_tag(start, path)
            self._add(frame, path, None, start, end)
            return
        self._add(frame, path, value if style else _plain(value), start, end)

    def _key(self, frame: _Frame, key: str, start: int, end: int, *, quoted: bool) -> None:
        frame.key, frame.child = None, ()
        if frame.path is None:
            return
        path = (*frame.path, key)
        if key == "<<" and not quoted:
            message = "“<<” merges keys, which a bank may not do"
            self.complain(start, message, "write the keys out", flaw="refused-yaml", end=end)
        elif key in frame.container:
            first = self.positions.key(path)
            self.complain(
                start,
                f"the key “{shown(key)}” is here for the second time; the first is on line {first.line}",
                "remove one of the two",
                flaw="repeated-key",
                end=end,
            )
        else:
            frame.key, frame.child = key, path
            self.positions.keys[path] = (start, end)

    def _open(self, event: Any, container: dict[str, object] | list[object]) -> None:
        start: int = event.start_mark.index
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.child is None and type(frame.container) is dict:
            message = "a key must be text, not a list or keys of its own"
            self.fail(start, message, "put it in quotes", flaw="refused-yaml")
        if len(self._frames) >= DEEPEST:
            message = f"lists and keys are nested more than {DEEPEST} deep here"
            self.fail(start, message, flaw="too-much")
        path = self._next_path(frame)
        if event.tag is not None:
            self._refuse_tag(start, path)
        self._add(frame, path, container, start, start)
        self._frames.append(_Frame(container, path, start, start, bool(event.flow_style)))

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        # In block style the parser ends a collection where the next thing begins, comments included.
        end = event.end_mark.index if frame.flow else frame.end
        if frame.path is not None:
            self.positions.values[frame.path] = (frame.start, end)
        if self._frames:
            self._frames[-1].end = end

    def _alias(self, event: Any) -> None:
        start: int = event.start_mark.index
        frame = self._frames[-1] if self._frames else None
        self.complain(
            start,
            f"“*{shown(event.anchor)}” repeats another part of the file, which a bank may not do",
            f'write it out, or put text that begins with “*” in quotes: "*{shown(event.anchor)}"',
            flaw="refused-yaml",
            end=event.end_mark.index,
        )
        if frame is not None and frame.child is None and type(frame.container) is dict:
            frame.key, frame.child = None, ()
            return
        path = self._next_path(frame)
        if path is not None:
            self.refused.add(path)
        self._add(frame, path, None, start, event.end_mark.index)

    def _next_path(self, frame: _Frame | None) -> Path | None:
        """Where the value that comes now belongs; None if it counts for nothing."""
        if frame is None:
            return ()
        if frame.path is None:
            return None
        if type(frame.container) is list:
            return (*frame.path, len(frame.container))
        return frame.child or None

    def _add(self, frame: _Frame | None, path: Path | None, value: object, start: int, end: int) -> None:
        if path is not None:
            self.positions.values[path] = (start, end)
        if frame is None:
            self.root = value
            return
        frame.end = end
        if type(frame.container) is list:
            frame.container.append(value)
        elif type(frame.container) is dict:
            if frame.key is not None:
                frame.container[frame.key] = value
            frame.key, frame.child = None, None

    def _refuse_tag(self, start: int, path: Path | None) -> None:
        written = re.compile(r"\S*").match(self.text, start)
        self.complain(
            start,
            "“!” begins a YAML tag, which a bank may not have",
            "put text that begins with “!” in quotes",
            flaw="refused-yaml",
            end=written.end() if written else start,
        )
        if path is not None:
            self.refused.add(path)


def _plain(value: str) -> object:
    """Return an unquoted scalar as YAML 1.1 reads it."""
    what = what_yaml_reads(value)
    if what is None:
        return value
    if what == "bool":
        return _BOOLEANS[value.lower()]
    if what == "null":
        return None
    if what == "int" and _DECIMAL.fullmatch(value):
        return int(value)
    if what in ("value", "merge"):  # “=” and “<<” mean something in YAML 1.1 as keys only
        return value
    return Misread(what)
