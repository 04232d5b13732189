"""The one rule of what text may reach a terminal, and how wide that text is there.

Nothing here knows markup: text stays the text it is, only what would steer the terminal goes.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

MARKS: Final = 4
"""How many characters without a width may follow each other: scripts in use need three, stacked marks
that run over the lines above and below need many."""

TAB: Final = "    "

# What str.splitlines() takes for the end of a line.
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")

# Zero-width joiner and non-joiner stay (emoji and Persian need them), so do the two directional marks, which
# cannot turn other characters around. The soft hyphen goes because terminals disagree about its width; tags
# (U+E0000 to U+E007F) because they carry text nobody sees.
_REMOVED: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

# Marks are neither ASCII nor “word” characters; this finds the few places worth a closer look.
_MAY_PILE_UP: Final = re.compile(rf"[^\w\x00-\x7f]{{{MARKS + 1},}}")

_ELLIPSIS: Final = "…"
_EMOJI_STYLE: Final = "\ufe0f"


def visible(text: str) -> str:
    r"""Return ``text`` without anything that steers a terminal or hides or reorders other characters.

    Every kind of line end becomes ``"\n"`` and a tab four spaces; a lone surrogate becomes U+FFFD. The rest
    of an escape sequence stays as the plain characters it is. Doing it twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", TAB)
    text = _SURROGATE.sub("\ufffd", _REMOVED.sub("", text))
    return _MAY_PILE_UP.sub(_without_piles, text)


def one_line(text: str) -> str:
    """Return ``text`` as ``visible`` would, every run of white space one space, none at the ends."""
    return " ".join(visible(text).split())


def width(text: str) -> int:
    """Return the cells that one line of text takes in a terminal; characters without a width count 0.

    Where terminals disagree (joined emoji) this is the larger number, so that nothing runs over an edge.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cells for _, cells in _clusters(text))


def clip(text: str, width: int) -> str:
    """Return one line of text in at most ``width`` cells, ending in “…” if something had to go."""
    if width <= 0:
        return ""
    kept: list[str] = []
    used = 0
    fits = 0  # how many clusters fit with room for the “…”
    for cluster, cells in _clusters(text):
        used += cells
        if used > width:
            return "".join(kept[:fits]).rstrip() + _ELLIPSIS
        kept.append(cluster)
        if used < width:
            fits = len(kept)
    return text


def pad(text: str, width: int) -> str:
    """Return one line of text with spaces after it up to ``width`` cells; longer text comes back as it is."""
    return text + " " * (width - _width(text))


def wrap(text: str, width: int) -> list[str]:
    """Fold ``text`` to lines of at most ``width`` cells (2 or more), between words where that is possible.

    White space counts as one space; text without any words gives no lines.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in one_line(text).split(" "):
        cells = _width(word)
        if line and used + 1 + cells <= width:
            line, used = f"{line} {word}", used + 1 + cells
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width) if cells > width else [word]
        lines += whole
        used = _width(line)
    return [*lines, line] if line else lines


_width = width  # the function, where a parameter has its name


def _pieces(word: str, width: int) -> list[str]:
    pieces, used = [""], 0
    for cluster, cells in _clusters(word):
        if pieces[-1] and used + cells > width:
            pieces.append("")
            used = 0
        pieces[-1] += cluster
        used += cells
    return pieces


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each character with the characters without a width that follow it, and the cells of both."""
    start, cells = 0, 0
    for position, character in enumerate(text):
        here = _cells(character)
        if here:
            if position > start:
                yield text[start:position], cells
            start, cells = position, here
        elif character == _EMOJI_STYLE and cells == 1:
            cells = 2
    if start < len(text):
        yield text[start:], cells


def _cells(character: str) -> int:
    if " " <= character <= "~":
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cc", "Cf"}:
        return 0
    if "\u1160" <= character <= "\u11ff":  # the parts of a Korean syllable after its first
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _without_piles(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = 0 if _cells(character) else marks + 1
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)
