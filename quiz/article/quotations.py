"""Quotation marks in one block: a small state machine that would rather find nothing than guess."""

from dataclasses import dataclass

CLOSING = {"“": "”", "„": "“”", "«": "»", "''": "''", "‘‘": "’’", "``": "''", '"': '"'}
"""For each opening mark the mark, or either of the marks, that closes it."""

_BEFORE_OPENING = "([{—–-/…“‘'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span between quotation marks; offsets in code points of the raw text.

    ``start`` and ``end`` include the marks, ``inner_start`` and ``inner_end`` do not.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one block, or none and the offset of the mark that does not pair up."""

    spans: tuple[Quotation, ...]
    unpaired: int | None = None


def find_quotations(text: str, offset: int = 0) -> Quotations:
    """Find the outermost quotations in ``text``, a block that starts at ``offset`` of the raw text.

    A block whose marks do not pair up yields no quotations at all: nobody can tell which words
    are quoted. Single quotation marks are left alone, because they are also apostrophes.
    """
    spans: list[Quotation] = []
    opened: tuple[int, str] | None = None
    position = 0
    while position < len(text):
        mark = _mark_at(text, position)
        if mark is None:
            position += 1
            continue
        after = position + len(mark)
        if opened is None:
            if mark in CLOSING and _can_open(text, position, after, mark):
                opened = (position, mark)
            elif mark in "”»" or (mark == '"' and not _is_measure(text, position)):
                return Quotations((), offset + position)
        elif _closes(mark, opened[1]):
            if mark == opened[1] and not _can_close(text, position):
                return Quotations((), offset + opened[0])
            first, own = opened
            spans.append(
                Quotation(offset + first, offset + after, offset + first + len(own), offset + position)
            )
            opened = None
        elif mark == opened[1] and mark in "“«":
            return Quotations((), offset + opened[0])
        position = after
    if opened is not None:
        return Quotations((), offset + opened[0])
    return Quotations(tuple(spans))


def _mark_at(text: str, position: int) -> str | None:
    pair = text[position : position + 2]
    if pair in ("''", "‘‘", "’’", "``"):
        return pair
    single = text[position]
    return single if single in '“”„«»"' else None


def _closes(mark: str, opening: str) -> bool:
    closing = CLOSING[opening]
    return mark == closing or (opening == "„" and mark in closing)


def _can_open(text: str, position: int, after: int, mark: str) -> bool:
    if mark in "“„«" or mark in ("‘‘", "``"):
        return True
    before = text[position - 1] if position else " "
    following = text[after] if after < len(text) else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not following.isspace()


def _can_close(text: str, position: int) -> bool:
    """Whether a mark that looks the same on both sides stands where one closes: after a letter or stop."""
    return position > 0 and not text[position - 1].isspace()


def _is_measure(text: str, position: int) -> bool:
    """Whether a straight mark means inches: it stands right after a digit."""
    return position > 0 and text[position - 1].isdigit()
