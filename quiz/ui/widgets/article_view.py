"""The article as an article: numbered paragraphs at a reading width, evidence marked in place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.article import Article, Block
from quiz.visible import visible, width

READING_WIDTH = 72
"""Cells; longer lines tire the eye."""

NUMBER_CELLS = 4
BAR = "▌"
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line on screen: a stretch of a block in offsets of the raw text, or a blank one."""

    block: Block | None = None
    start: int = 0
    end: int = 0
    number: str = ""


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


class ArticleView(ScrollView):
    """Shows an article; ``mark`` lights up evidence, ``go_to`` scrolls to it."""

    can_focus = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--number",
        "article--headline",
        "article--heading",
        "article--byline",
        "article--evidence",
        "article--bar",
    }
    DEFAULT_CSS = """
    ArticleView { padding: 0; scrollbar-size-vertical: 1; overflow-x: hidden; }
    ArticleView > .article--number { color: $quiet; }
    ArticleView > .article--byline { color: $quiet; }
    ArticleView > .article--headline { text-style: bold; }
    ArticleView > .article--heading { text-style: bold; color: $accent; }
    ArticleView > .article--evidence { background: $evidence; text-style: underline; }
    ArticleView > .article--bar { color: $accent; text-style: bold; }
    """

    def __init__(self, article: Article | None) -> None:
        super().__init__()
        self._article = article
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._cells = 0
        self._marked: tuple[tuple[int, int], ...] = ()
        self._awaited: int | None = None

    def show(self, article: Article | None) -> None:
        """Show another article, from its beginning."""
        self._article = article
        self._marked = ()
        self._cells = 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Light up these stretches of the raw text, and no others."""
        if tuple(spans) != self._marked:
            self._marked = tuple(spans)
            self._awaited = None
            self.refresh()

    def go_to(self, offset: int) -> None:
        """Scroll until the line that holds this offset of the raw text is comfortably in view.

        While the view is hidden this waits until it is shown.
        """
        if not self._lines or not self.region.height:
            self._awaited = offset
            return
        self._awaited = None
        index = max(0, bisect_right(self._starts, offset) - 1)
        height = self.scrollable_content_region.height
        if self.scroll_offset.y + 1 <= index < self.scroll_offset.y + height * 2 // 3:
            return
        self.scroll_to(y=max(0, index - max(1, height // 4)), animate=False, force=True)

    def page(self, direction: int) -> None:
        """Scroll by a screenful less two lines, so that the eye keeps its place."""
        step = max(1, self.scrollable_content_region.height - 2)
        self.scroll_to(y=self.scroll_offset.y + direction * step, animate=False, force=True)

    def on_resize(self) -> None:
        """Fold the article anew, keeping the first line in view where it was."""
        top = self._starts[min(int(self.scroll_offset.y), len(self._starts) - 1)] if self._starts else 0
        if self._lay_out() and top:
            self.scroll_to(y=max(0, bisect_right(self._starts, top) - 1), animate=False, force=True)
        if self._awaited is not None:
            self.call_after_refresh(self.go_to, self._awaited)

    def _lay_out(self) -> bool:
        cells = min(READING_WIDTH, self.scrollable_content_region.width - NUMBER_CELLS - 3)
        if cells == self._cells or cells < 4:
            return False
        self._cells = cells
        lines: list[Line] = []
        previous: Block | None = None
        for block in self._article.blocks if self._article else ():
            if previous is not None and not (previous.kind == "bullet" == block.kind):
                lines.append(Line(start=block.start, end=block.start))
            for position, (start, end) in enumerate(wrap_block(block, cells - 2 * (block.kind == "bullet"))):
                number = str(block.number) if block.kind == "paragraph" and position == 0 else ""
                lines.append(
                    Line(block, start, end, "•" if block.kind == "bullet" and position == 0 else number)
                )
            previous = block
        self._lines = lines
        self._starts = [line.start for line in lines]
        self.virtual_size = Size(cells + NUMBER_CELLS + 2, len(lines))
        self.refresh()
        return True

    def render_line(self, y: int) -> Strip:
        """One line of the view, for Textual."""
        base = self.rich_style
        cells = self.size.width
        index = y + int(self.scroll_offset.y)
        if not 0 <= index < len(self._lines) or self._lines[index].block is None or self._article is None:
            return Strip.blank(cells, base)
        strip = Strip(self._segments(self._lines[index], base))
        return strip.adjust_cell_length(cells, base)

    def _segments(self, line: Line, base: Style) -> list[Segment]:
        assert line.block is not None and self._article is not None
        kind = line.block.kind
        style = base
        if kind in ("headline", "heading", "byline"):
            style = self.get_component_rich_style(f"article--{kind}")
        evidence = style + self.get_component_rich_style("article--evidence")
        marked = any(start < line.end and line.start < end for start, end in self._marked)
        number = f"{line.number:>{NUMBER_CELLS - 1}} "
        segments = [Segment(number, self.get_component_rich_style("article--number"))]
        segments.append(Segment(BAR if marked else " ", self.get_component_rich_style("article--bar")))
        if kind == "bullet":
            segments.append(Segment("  ", base))
        edges = sorted(
            {line.start, line.end, *(e for span in self._marked for e in span if line.start < e < line.end)}
        )
        for start, end in pairwise(edges):
            lit = any(first <= start and end <= last for first, last in self._marked)
            text = _SPACE.sub(" ", visible(self._article.raw[start:end]))
            segments.append(Segment(text, evidence if lit else style))
        return segments
