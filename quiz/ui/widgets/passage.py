"""A passage in which parts can be marked: its words folded to lines, with signs around the parts."""

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from quiz.bank.model import Hottext
from quiz.play.entries import HottextEntry
from quiz.play.responses import Response
from quiz.ui.widgets.rows import MISSED, RIGHT, WRONG
from quiz.visible import one_line, width, wrap


class Look(NamedTuple):
    """What stands around a part, and its style."""

    before: str
    after: str
    style: str


class Fragment(NamedTuple):
    """Some characters of a line; ``target`` is the part they belong to, counted from 0, or None."""

    text: str
    target: int | None = None
    style: str = ""


Line = list[Fragment]

TIE = "\u00a0"
"""Keeps a sign on the line of its word."""


def waiting(entry: HottextEntry) -> list[Look]:
    """How the parts look while they are marked: [ ] around each, an x in a marked one, ▸ ◂ at the current."""
    looks = []
    for place in range(entry.count):
        marked, current = place in entry.marked, place == entry.current
        first, last = ("▸", "◂") if current else ("[", "]")
        style = "bold underline" if marked else "underline"
        looks.append(
            Look(first + (f"x{TIE}" if marked else ""), last, f"{style} reverse" if current else style)
        )
    return looks


def answered(question: Hottext, response: Response | None) -> list[Look]:
    """How the parts look after the answer: ✓ right, ✗ not right, ○ missed, each also told by a word."""
    looks = []
    for target in sorted(question.targets, key=lambda part: question.span(part)[0]):
        chosen = response is not None and target.text in response
        if chosen and target.correct:
            looks.append(Look(f"[{RIGHT}{TIE}", "]", "bold $success"))
        elif chosen:
            looks.append(Look(f"[{WRONG}{TIE}", " – not right]", "bold $error"))
        elif target.correct:
            word = " – the answer]" if response is None else " – missed]"
            looks.append(Look(f"[{MISSED}{TIE}", word, "bold $success"))
        else:
            looks.append(Look("[", "]", "$quiet"))
    return looks


def fold(question: Hottext, looks: list[Look], cells: int) -> list[Line]:
    """The passage as lines of at most ``cells`` (4 or more)."""
    lines: list[Line] = [[]]
    used = 0
    for word in _words(question, looks):
        room = sum(width(piece.text) for piece in word)
        if room > cells:
            word = [
                Fragment(text, piece.target, piece.style)
                for piece in word
                for text in wrap(piece.text, max(4, cells))
            ]
        if used and used + 1 + room <= cells:
            last = lines[-1][-1]
            same = last.target is not None and last.target == word[0].target
            lines[-1].append(Fragment(" ", last.target if same else None, last.style if same else ""))
            used += 1
        elif used:
            lines.append([])
            used = 0
        for piece in word:
            wide = width(piece.text)
            if used and used + wide > cells:
                lines.append([])
                used = 0
            lines[-1].append(piece)
            used += wide
    return lines


def _words(question: Hottext, looks: list[Look]) -> list[Line]:
    """The words, each of the pieces it is made of: a quotation mark and a part, say."""
    words: list[Line] = [[]]
    for text, place in _pieces(question):
        look = looks[place] if place is not None else Look("", "", "")
        clean = one_line(text)
        parts = f"{look.before}{clean}{look.after}".split(" ")
        if text[:1].isspace() and words[-1]:
            words.append([])
        for index, part in enumerate(parts):
            if index and words[-1]:
                words.append([])
            if part:
                words[-1].append(Fragment(part, place, look.style))
        if clean and text[-1:].isspace() and words[-1]:
            words.append([])
    return [word for word in words if word]


def _pieces(question: Hottext) -> list[tuple[str, int | None]]:
    spans = sorted(question.span(target) for target in question.targets)
    pieces: list[tuple[str, int | None]] = []
    done = 0
    for place, (start, end) in enumerate(spans):
        pieces += [(question.passage[done:start], None), (question.passage[start:end], place)]
        done = end
    return [piece for piece in [*pieces, (question.passage[done:], None)] if piece[0]]


class Passage(Widget):
    """Shows a passage and tells which part was clicked."""

    can_focus = False
    DEFAULT_CSS = "Passage { height: auto; width: 1fr; }"

    class Clicked(Message):
        """The mouse chose a part, counted from 0 as the passage has them."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._fold: Callable[[int], list[Line]] = lambda cells: []
        self._current: int | None = None
        self._lines: dict[int, list[Line]] = {}

    def show(self, question: Hottext, looks: list[Look], current: int | None = None) -> None:
        """Set everything that is shown."""
        self._fold = lambda cells: fold(question, looks, max(4, cells))
        self._current = current
        before = len(self._folded(self.size.width))
        self._lines = {}
        self.refresh(layout=before != len(self._folded(self.size.width)))

    @property
    def current(self) -> Region | None:
        """Where the current part begins, in lines of this widget."""
        for y, line in enumerate(self._folded(self.size.width)):
            if self._current is not None and any(piece.target == self._current for piece in line):
                return Region(0, y, max(1, self.size.width), 1)
        return None

    def _folded(self, cells: int) -> list[Line]:
        if cells not in self._lines:
            self._lines = {cells: self._fold(cells)}
        return self._lines[cells]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the passage takes, for Textual."""
        return len(self._folded(width))

    def render(self) -> Content:
        """The passage with its signs."""
        return Content("\n").join(
            Content.assemble(*((piece.text.replace(TIE, " "), piece.style) for piece in line))
            for line in self._folded(self.size.width)
        )

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which part was meant."""
        event.stop()
        lines = self._folded(self.size.width)
        x = event.x
        for piece in lines[event.y] if event.y < len(lines) else []:
            if 0 <= x < width(piece.text) and piece.target is not None:
                self.post_message(self.Clicked(piece.target))
                return
            x -= width(piece.text)
