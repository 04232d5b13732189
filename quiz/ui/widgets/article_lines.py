"""An article folded to lines: every line a stretch of the raw text, or a word of ours about the article."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quiz.amounts import counted
from quiz.article import Article, Block
from quiz.article.pace import reading_time
from quiz.visible import one_line, visible, width, wrap

_WORD = re.compile(r"\S+")


class Line(NamedTuple):
    """One line on screen.

    With a ``block`` it is the stretch from ``start`` to ``end`` of the raw text. Without one it is blank
    or says ``text``, and ``start`` is where the raw text goes on. ``mark`` is the paragraph's number or a
    bullet, on the first line of either.
    """

    block: Block | None = None
    start: int = 0
    end: int = 0
    mark: str = ""
    text: str = ""
    headline: bool = False

    @property
    def paragraph(self) -> int:
        """The number of the paragraph this is a part of, or 0."""
        return self.block.number if self.block is not None and self.block.kind == "paragraph" else 0


def fold(article: Article, outlet: str | None, cells: int) -> list[Line]:
    """The lines of an article, each at most ``cells`` wide beside its mark.

    Under the headline stands what it is from and how long it takes to read; a title that only the front
    matter has comes first.
    """
    lines: list[Line] = []
    first = article.blocks[0].start if article.blocks else 0
    about = wrap(about_article(article, outlet), cells)
    titled = bool(article.blocks) and article.blocks[0].kind == "headline"
    if not titled:
        lines += [Line(start=first, text=text, headline=True) for text in wrap(article.title, cells)]
        lines += [Line(start=first, text=text) for text in about]
    previous: Block | None = None
    for block in article.blocks:
        if lines and not (previous and previous.kind == "bullet" == block.kind):
            lines.append(Line(start=block.start))
        for position, (start, end) in enumerate(wrap_block(block, cells - 2 * (block.kind == "bullet"))):
            mark = ""
            if position == 0 and block.kind in ("paragraph", "bullet"):
                mark = "•" if block.kind == "bullet" else str(block.number)
            lines.append(Line(block, start, end, mark))
        if previous is None and titled:
            lines += [Line(start=block.end, text=text) for text in about]
        previous = block
    return lines


def about_article(article: Article, outlet: str | None) -> str:
    """Where an article is from, as far as that is known, its length, and how long it takes to read."""
    words = article.words
    length = f"{counted(words, 'word')}, {reading_time(words)}"
    return " · ".join(part for part in (one_line(outlet or ""), length) if part)


def wrap_block(block: Block, cells: int) -> list[tuple[int, int]]:
    """The stretches of the raw text that make the lines of a block, each at most ``cells`` wide."""
    lines: list[tuple[int, int]] = []
    start = end = used = -1
    for first, last in _pieces(block, cells):
        wide = width(visible(block.text[first - block.start : last - block.start]))
        if start >= 0 and used + 1 + wide <= cells and first > end:
            end, used = last, used + 1 + wide
            continue
        if start >= 0:
            lines.append((start, end))
        start, end, used = first, last, wide
    if start >= 0:
        lines.append((start, end))
    return lines


def _pieces(block: Block, cells: int) -> Iterable[tuple[int, int]]:
    """Words as offsets of the raw text; one wider than a line comes in pieces."""
    for match in _WORD.finditer(block.text):
        first, last = match.span()
        if width(visible(match.group())) <= cells:
            yield block.start + first, block.start + last
            continue
        while first < last:
            size = max(1, cells // 2 if not match.group().isascii() else cells)
            yield block.start + first, block.start + min(last, first + size)
            first += size
