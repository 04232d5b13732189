"""Quotation marks in one block: a small state machine that would rather find nothing than guess."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.article.model import Block

CLOSING = {"“": "”", "„": "“”", "«": "»", "''": "''", "‘‘": "’’", "``": "''", '"': '"'}
"""For each opening mark the mark, or either of the marks, that closes it."""

_BEFORE_OPENING = "([{—–-/…“‘'"
_DOUBLE = re.compile("''|‘‘|’’|``|[“”„«»\"]")
_SINGLE_OPENING = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d_]|[\d£$€“\"\[…])")
_SINGLE_CLOSING = re.compile(r"(?<=[\w,.?!…)\]”\"—–-])[’'](?!\w)")
_SPOKEN_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d_])[^‘]{2,600}?[,.?!…][”\"]?[’'](?!\w)")
_POSSESSIVE_NEXT = re.compile(r"[’']\s+\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span between quotation marks; offsets in code points of the raw text.

    ``start`` and ``end`` include the marks, ``inner_start`` and ``inner_end`` do not. A quotation that
    goes on in the next paragraph has no closing mark: there ``end`` and ``inner_end`` are the same.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int

    @property
    def runs_on(self) -> bool:
        """Whether the quotation goes on in the next paragraph."""
        return self.end == self.inner_end


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one block, or none and the offset of the mark that does not pair up.

    ``guessed`` are the likeliest quotations of a block whose marks do not pair up: good enough for a
    report, never for a key.
    """

    spans: tuple[Quotation, ...]
    unpaired: int | None = None
    guessed: tuple[Quotation, ...] = ()

    @property
    def likely(self) -> tuple[Quotation, ...]:
        """The quotations, or where the marks do not pair up the likeliest ones."""
        return self.spans or self.guessed


def quotations_of(blocks: Sequence[Block]) -> list[Quotations]:
    """Find the outermost quotations of every block, in order.

    A quotation may run over several paragraphs: its opening mark stands again at the beginning of
    each, and only the last one has the closing mark. Where an article quotes between single marks
    (‘…’), those count and the double ones stand inside them.
    """
    single = _quotes_between_single_marks(blocks)
    found: list[Quotations] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        if single:
            found.append(_find_single(block.text, block.start, following))
        elif _DOUBLE.search(block.text):
            found.append(find_quotations(block.text, block.start, following))
        else:
            found.append(Quotations(()))
        if found[-1].unpaired is not None:
            left_open = index > 0 and bool(found[-2].guessed) and found[-2].guessed[-1].runs_on
            found[-1] = replace(found[-1], guessed=_guess(block, left_open))
    return found


_ANY_MARK = re.compile("[“”«»\"]|''")


def _guess(block: Block, left_open: bool) -> tuple[Quotation, ...]:
    """Pair the marks of a block in order; a first one closes what the paragraph before left open."""
    marks = list(_ANY_MARK.finditer(block.text))
    spans = []
    if left_open and marks and not _can_open(block.text, marks[0].start(), marks[0].end(), marks[0].group()):
        first = marks.pop(0)
        spans.append(
            Quotation(block.start, block.start + first.end(), block.start, block.start + first.start())
        )
    while marks:
        opening = marks.pop(0)
        if not _can_open(block.text, opening.start(), opening.end(), opening.group()):
            continue
        closing = next((mark for mark in marks if mark.group() != "“"), None)
        end = closing.end() if closing else len(block.text)
        inner_end = closing.start() if closing else len(block.text)
        marks = [mark for mark in marks if mark.start() >= end]
        spans.append(
            Quotation(
                block.start + opening.start(),
                block.start + end,
                block.start + opening.end(),
                block.start + inner_end,
            )
        )
    return tuple(spans)


def find_quotations(text: str, offset: int = 0, following: str = "") -> Quotations:
    """Find the outermost quotations in ``text``, a block that starts at ``offset`` of the raw text.

    A block whose marks do not pair up yields no quotations at all: nobody can tell which words
    are quoted. Only a last quotation may stay open, when the ``following`` paragraph begins with
    the same opening mark. Single quotation marks are left alone, because they are also apostrophes.
    """
    spans: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for found in _DOUBLE.finditer(text):
        mark, position, after = found.group(), found.start(), found.end()
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
    if opened is not None:
        first, own = opened
        if not following.startswith(own):
            return Quotations((), offset + first)
        spans.append(
            Quotation(offset + first, offset + len(text), offset + first + len(own), offset + len(text))
        )
    return Quotations(tuple(spans))


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


def _quotes_between_single_marks(blocks: Sequence[Block]) -> bool:
    """Whether the article's speech stands between single marks: more often than double ones open."""
    if not any("‘" in block.text or " '" in block.text or block.text.startswith("'") for block in blocks):
        return False
    spoken = sum(len(_SPOKEN_SINGLE.findall(block.text)) for block in blocks)
    double = sum(len(_DOUBLE.findall(block.text)) for block in blocks)
    return spoken >= 2 and spoken > double / 2


def _find_single(text: str, offset: int, following: str) -> Quotations:
    """Find quotations between single marks, telling them from apostrophes by what stands beside them.

    A mark right after a stop or comma closes; one after a plain “s” before another word is an
    apostrophe (“the workers’ union”) when a surer closing mark comes before the next opening one.
    """
    spans: list[Quotation] = []
    position = 0
    while opening := _SINGLE_OPENING.search(text, position):
        another = _SINGLE_OPENING.search(text, opening.end())
        limit = another.start() if another else len(text)
        closers = list(_SINGLE_CLOSING.finditer(text, opening.end(), limit))
        certain = [mark for mark in closers if text[mark.start() - 1] in ",.?!…—–-"]
        if not closers:
            if another is None and following.startswith(opening.group()):
                spans.append(
                    Quotation(
                        offset + opening.start(),
                        offset + len(text),
                        offset + opening.end(),
                        offset + len(text),
                    )
                )
                break
            if text[opening.start()] == "'":
                position = opening.end()  # a clipped word such as 'em
                continue
            return Quotations((), offset + opening.start())
        mark = closers[0]
        for mark in closers:
            possessive = text[mark.start() - 1] == "s" and _POSSESSIVE_NEXT.match(text, mark.start())
            if not (possessive and any(later.start() > mark.start() for later in certain)):
                break
        spans.append(
            Quotation(
                offset + opening.start(), offset + mark.end(), offset + opening.end(), offset + mark.start()
            )
        )
        position = mark.end()
    return Quotations(tuple(spans))
