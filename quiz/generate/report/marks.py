"""The article with its sources marked: signs that stand around the words and can be taken away again."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.article import Block
from quiz.generate.facts import Reading, Span

Role = Literal["words", "open", "source", "outlet", "cue", "hedge"]

SIGNS: dict[Role, tuple[str, str, str]] = {
    "words": ("⟦", "⟧", "words credited to a source"),
    "open": ("?⟦", "⟧", "a quotation whose speaker is left open"),
    "source": ("‹", "›", "the source"),
    "cue": ("_", "_", "the words that credit it"),
    "outlet": ("{", "}", "a news organisation"),
    "hedge": ("~", "~", "a word that leaves it open"),
}
"""For each role its opening sign, its closing sign, and what the legend says; outermost first."""

_ORDER = list(SIGNS)
_QUOTATION_MARK = 2
"""Characters that the longest quotation mark has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article and why it is marked.

    ``number`` tells the attributions apart, from 1 in the order of the text; everything else has none.
    """

    span: Span
    role: Role
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the article's text, or a sign of ours, and the roles of the marks around it."""

    text: str
    roles: frozenset[Role]
    is_sign: bool = False


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Mark every attribution, source and cue, every outlet, what is not settled, and quotations left open."""
    marks: dict[Mark, None] = {}
    facts = reading.every_attribution
    for number, fact in enumerate(facts, start=1):
        marks[Mark(_with_marks(fact.speech.content, reading), "words", number)] = None
        marks[Mark(fact.speech.source.span, "source")] = None
        marks[Mark(fact.speech.cue, "cue")] = None
    for item in reading.abstentions:
        if item.rule.startswith("quote") and not any(
            fact.speech.content.overlaps(item.span) for fact in facts
        ):
            marks[Mark(item.span, "open")] = None
    marks.update((Mark(span, "outlet"), None) for outlet in reading.outlets for span in outlet.mentions)
    marks.update(
        (Mark(hedge.span, "hedge"), None) for hedge in reading.hedges if hedge.strict and not hedge.quoted
    )
    return tuple(sorted(marks, key=lambda mark: (mark.span, _ORDER.index(mark.role))))


def _with_marks(content: Span, reading: Reading) -> Span:
    """Return the content with the quotation marks right around it."""
    for quotation in reading.quotations:
        if quotation.covers(content):
            before, after = content.start - quotation.start, quotation.end - content.end
            return quotation if max(before, after) <= _QUOTATION_MARK else content
    return content


def marks_by_block(reading: Reading) -> Iterator[tuple[Block, list[Mark]]]:
    """Go through the blocks, each with the marks that begin, go on or end in it."""
    coming = deque(marks_of(reading))
    current: list[Mark] = []
    for block in reading.article.blocks:
        while coming and coming[0].span.start < block.end:
            current.append(coming.popleft())
        current = [mark for mark in current if mark.span.end > block.start]
        yield block, current


def pieces_of(block: Block, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a block where marks begin and end, with their signs in between; marks may cross.

    The pieces that are no signs, joined, are the text of the block.
    """
    here = [mark for mark in (_inside(mark, block) for mark in marks) if mark is not None]
    cuts = sorted({0, len(block.text), *(edge for mark in here for edge in (mark.span.start, mark.span.end))})
    around: list[Mark] = []
    for position, start in enumerate(cuts):
        for mark in [mark for mark in reversed(around) if mark.span.end == start]:
            yield Piece(_closing(mark, around), _roles(around), is_sign=True)
            around.remove(mark)
        opening = [mark for mark in here if mark.span.start == start]
        for mark in sorted(opening, key=lambda mark: (-mark.span.end, _ORDER.index(mark.role))):
            around.append(mark)
            yield Piece(f"{mark.number or ''}{SIGNS[mark.role][0]}", _roles(around), is_sign=True)
        if position + 1 < len(cuts):
            yield Piece(block.text[start : cuts[position + 1]], _roles(around))


def _inside(mark: Mark, block: Block) -> Mark | None:
    """Return the part of a mark that lies in a block, without space at its ends, counted from the block."""
    start, end = max(mark.span.start, block.start) - block.start, min(mark.span.end, block.end) - block.start
    text = block.text[start:end] if start < end else ""
    if not text.strip():
        return None
    start += len(text) - len(text.lstrip())
    return Mark(Span(start, start + len(text.strip())), mark.role, mark.number)


def _closing(mark: Mark, around: Sequence[Mark]) -> str:
    """Return the closing sign, with its number where it does not close the attribution opened last."""
    last = next((other for other in reversed(around) if other.number is not None), mark)
    return f"{SIGNS[mark.role][1]}{mark.number if mark.number and mark is not last else ''}"


def _roles(around: Sequence[Mark]) -> frozenset[Role]:
    return frozenset(mark.role for mark in around)
