"""Sentences of a block: own rules that know abbreviations and keep a quotation with its speaker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quiz.article import Article, Block
from quiz.article.quotations import Quotation
from quiz.generate.lexicons import lexicon

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[^\W_a-z])")
_INITIAL = re.compile(r"(?:^|[\s(“\"‘'.])[A-Z]\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, outermost: a quotation of several sentences belongs to the one around it.

    Offsets count code points of the raw text; ``opens_block`` is true for a block's first one.
    """

    start: int
    end: int
    text: str
    block: Block
    opens_block: bool


def sentences_of(block: Block, quotations: Sequence[Quotation], article: Article) -> list[Sentence]:
    """Split a block into sentences; never inside a quotation, nor right after one that runs on."""
    cuts = [cut for cut in _ends(block.text) if not _inside(block.start + cut, quotations)]
    sentences: list[Sentence] = []
    start = 0
    for cut in [*cuts, len(block.text)]:
        piece = block.text[start:cut]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            begin, end = block.start + first, block.start + last
            sentences.append(Sentence(begin, end, article.raw[begin:end], block, not sentences))
        start = cut
    return sentences


def split_plain(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text without regard to quotation marks, such as a quotation's inside."""
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in [*_ends(text), len(text)]:
        piece = text[start:cut]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            spans.append((first, last))
        start = cut
    return spans


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        before = text[: match.start() + 1]
        if match.group().startswith(".") and len(match.group().rstrip("\"”’'»)]")) == 1:
            last_word = before.rsplit(None, 1)[-1].lstrip("(“\"‘'[")
            if last_word in _abbreviations() or _INITIAL.search(before):
                continue
        yield match.end()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for group in lexicon("abbreviations").values() for word in group)


def _inside(offset: int, quotations: Sequence[Quotation]) -> bool:
    """Whether a cut at ``offset`` would fall inside a quotation."""
    return any(quotation.start < offset < quotation.end for quotation in quotations)
