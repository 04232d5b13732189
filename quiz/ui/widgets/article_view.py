"""The article as an article: numbered paragraphs at a reading width, evidence and finds marked in place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.article import Article
from quiz.ui.widgets.article_lines import Line, fold
from quiz.visible import visible

READING_WIDTH = 72
"""Cells; longer lines tire the eye."""

NUMBER_CELLS = 4
BAR = "▌"
POINTER = "▸"
_SPACE = re.compile(r"\s+")

Span = tuple[int, int]


class Progress(NamedTuple):
    """The paragraphs in view, of how many, and how far the text has come at the lower edge, in percent."""

    first: int
    last: int
    paragraphs: int
    percent: int


class ArticleView(ScrollView):
    """Shows an article.

    ``mark`` lights up evidence, ``go_to`` scrolls to it and ``mark(())`` comes back to where the reader
    was; ``show_hits`` marks what was found; ``go_to_paragraph`` turns to a paragraph. The reader's place
    is an offset of the raw text, so that it outlasts every size and every time out of sight.
    """

    can_focus = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--number",
        "article--headline",
        "article--heading",
        "article--byline",
        "article--evidence",
        "article--bar",
        "article--hit",
        "article--hit-current",
    }
    DEFAULT_CSS = """
    ArticleView { padding: 0; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    ArticleView > .article--number { color: $quiet; }
    ArticleView > .article--byline { color: $quiet; }
    ArticleView > .article--headline { text-style: bold; }
    ArticleView > .article--heading { text-style: bold; color: $accent; }
    ArticleView > .article--evidence { background: $evidence; text-style: underline; }
    ArticleView > .article--bar { color: $accent; text-style: bold; }
    ArticleView > .article--hit { text-style: bold underline; }
    ArticleView > .article--hit-current { text-style: bold underline reverse; }
    """

    class Moved(Message):
        """Another part of the article is in view, or another article."""

    def __init__(self, article: Article | None, outlet: str | None = None) -> None:
        super().__init__()
        self._article = article
        self._outlet = outlet
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._cells = 0
        self._marked: tuple[Span, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._hit: int | None = None
        self._pointed: int | None = None
        self._place = 0  # the offset at the upper edge; the reader's own movements change it, sizes do not
        self._kept: int | None = None  # the reader's place while evidence is looked at
        self._awaited: tuple[int, bool] | None = None
        self._scrolling = False

    # What it shows ---------------------------------------------------------------------------

    def show(self, article: Article | None, outlet: str | None = None) -> None:
        """Show another article, from its beginning."""
        self._article, self._outlet = article, outlet
        self._marked, self._hits, self._hit, self._pointed = (), (), None, None
        self._place, self._kept, self._awaited = 0, None, None
        self._cells = 0
        self._lay_out()
        self._scroll(0)
        self.post_message(self.Moved())

    def mark(self, spans: Sequence[Span]) -> None:
        """Light up these stretches of the raw text as evidence, and no others.

        Without any, the view comes back to where the reader was before `go_to`, unless the reader has
        moved on since.
        """
        if tuple(spans) != self._marked:
            self._marked = tuple(spans)
            self._awaited = None
            self.refresh()
        if not spans and self._kept is not None:
            place, self._kept = self._kept, None
            self.return_to(place)

    def show_hits(self, hits: Sequence[Span], current: int | None = None) -> None:
        """Underline what was found; the ``current`` one stands out and is scrolled to."""
        self._hits, self._hit = tuple(hits), current
        self.refresh()
        if current is not None:
            self._reveal(self._hits[current][0])

    def point_at(self, paragraph: int | None) -> None:
        """Put a sign before a paragraph's number, or take it away."""
        self._pointed = paragraph
        self.refresh()

    # Where it stands ---------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The offset of the raw text at the upper edge."""
        return self._place

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the article has."""
        blocks = self._article.blocks if self._article else ()
        return sum(block.kind == "paragraph" for block in blocks)

    @property
    def progress(self) -> Progress | None:
        """How far the reader is; None without an article, or before there is room for one."""
        if not self._lines or self._article is None:
            return None
        top = min(int(self.scroll_offset.y), len(self._lines) - 1)
        bottom = min(len(self._lines), top + max(1, self.scrollable_content_region.height))
        seen = [line.paragraph for line in self._lines[top:bottom] if line.paragraph]
        before = max((line.paragraph for line in self._lines[:top]), default=0)
        begin, end = self._article.blocks[0].start, self._article.blocks[-1].end
        reached = max((line.end for line in self._lines[:bottom] if line.block), default=begin)
        percent = 100 if bottom == len(self._lines) else int(99 * (reached - begin) / max(1, end - begin))
        return Progress(min(seen, default=before), max(seen, default=before), self.paragraphs, percent)

    def go_to(self, offset: int) -> None:
        """Scroll until the line that holds this offset of the raw text is comfortably in view.

        While the view is hidden this waits until it is shown.
        """
        if self._kept is None:
            self._kept = self._place
        self._reveal(offset)

    def go_to_paragraph(self, number: int) -> bool:
        """Turn to a paragraph and point at it; tells whether there is one with this number."""
        blocks = self._article.blocks if self._article else ()
        for block in blocks:
            if block.kind == "paragraph" and block.number == number:
                self.point_at(number)
                self.return_to(block.start)
                return True
        return False

    def return_to(self, place: int) -> None:
        """Put the line that holds this offset at the upper edge, as far as the text's end allows."""
        self._place = place
        if not self._lines or not self.region.height:
            self._awaited = (place, True)
            return
        self._awaited = None
        self._scroll(self._index(place))

    def stay(self) -> None:
        """Take where the view stands now for the reader's place."""
        self._kept = None

    def page(self, direction: int) -> None:
        """Scroll by a screenful less two lines, so that the eye keeps its place."""
        step = max(1, self.scrollable_content_region.height - 2)
        self.scroll_to(y=self.scroll_offset.y + direction * step, animate=False, force=True)

    def on_resize(self) -> None:
        """Fold the article anew; the line at the upper edge stays there, and evidence stays in view."""
        if self._lay_out():
            self._scroll(self._index(self._place))
            if self._kept is not None and self._marked:
                self._reveal(self._marked[0][0])
        if self._awaited is not None:
            offset, top = self._awaited
            self.call_after_refresh(self.return_to if top else self._reveal, offset)
        self.post_message(self.Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice the reader moving on, by whatever means."""
        super().watch_scroll_y(old_value, new_value)
        if not self._lines or int(old_value) == int(new_value):
            return
        if not self._scrolling and old_value <= self.max_scroll_y:  # else a larger view took up the slack
            self._remember(int(new_value))
            self._kept = self._awaited = None
            self._pointed = None
        self.post_message(self.Moved())

    def _reveal(self, offset: int) -> None:
        if not self._lines or not self.region.height:
            self._awaited = (offset, False)
            return
        self._awaited = None
        index = self._index(offset)
        height = self.scrollable_content_region.height
        if self.scroll_offset.y + 1 <= index < self.scroll_offset.y + height * 2 // 3:
            return
        self._scroll(max(0, index - max(1, height // 4)))
        self._remember(int(self.scroll_offset.y))

    def _remember(self, index: int) -> None:
        self._place = self._starts[min(index, len(self._starts) - 1)] if index > 0 else 0

    def _index(self, offset: int) -> int:
        """The line that holds an offset; the first of all for one before the text."""
        return max(0, bisect_right(self._starts, offset) - 1) if offset > 0 else 0

    def _scroll(self, y: int) -> None:
        self._scrolling = True
        self.scroll_to(y=y, animate=False, force=True)
        self._scrolling = False

    def _lay_out(self) -> bool:
        cells = min(READING_WIDTH, self.scrollable_content_region.width - NUMBER_CELLS - 3)
        if cells == self._cells or cells < 4:
            return False
        self._cells = cells
        self._lines = fold(self._article, self._outlet, cells) if self._article else []
        self._starts = [line.start for line in self._lines]
        self._scrolling = True
        self.virtual_size = Size(cells + NUMBER_CELLS + 2, len(self._lines))
        self._scrolling = False
        self.refresh()
        return True

    # How it is drawn -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the view, for Textual."""
        base = self.rich_style
        cells = self.size.width
        index = y + int(self.scroll_offset.y)
        if not 0 <= index < len(self._lines) or self._article is None:
            return Strip.blank(cells, base)
        line = self._lines[index]
        if line.block is None:
            part = "headline" if line.headline else "byline"
            text = Segment(line.text, self.get_component_rich_style(f"article--{part}"))
            strip = Strip([Segment(" " * (NUMBER_CELLS + 1), base), text])
        else:
            strip = Strip(self._segments(line, base))
        return strip.adjust_cell_length(cells, base)

    def _segments(self, line: Line, base: Style) -> list[Segment]:
        assert line.block is not None and self._article is not None
        kind = line.block.kind
        style = base
        if kind in ("headline", "heading", "byline"):
            style = self.get_component_rich_style(f"article--{kind}")
        evidence = style + self.get_component_rich_style("article--evidence")
        hit, current = (
            self.get_component_rich_style(f"article--{name}", partial=True) for name in ("hit", "hit-current")
        )
        marked = [span for span in self._marked if span[0] < line.end and line.start < span[1]]
        hits = self._hits_of(line)
        pointed = line.mark != "" and line.paragraph > 0 and line.paragraph == self._pointed
        mark = f"{line.mark:>{NUMBER_CELLS - 1}} "
        if pointed:
            mark = POINTER + mark[1:]
        number = "article--bar" if pointed else "article--number"
        segments = [Segment(mark, self.get_component_rich_style(number))]
        segments.append(Segment(BAR if marked else " ", self.get_component_rich_style("article--bar")))
        if kind == "bullet":
            segments.append(Segment("  ", base))
        spans = [*marked, *(span for span, _ in hits)]
        edges = {line.start, line.end, *(e for span in spans for e in span if line.start < e < line.end)}
        for start, end in pairwise(sorted(edges)):
            look = evidence if any(first <= start and end <= last for first, last in marked) else style
            for (first, last), is_current in hits:
                if first <= start and end <= last:
                    look += current if is_current else hit
            text = _SPACE.sub(" ", visible(self._article.raw[start:end]))
            segments.append(Segment(text, look))
        return segments

    def _hits_of(self, line: Line) -> list[tuple[Span, bool]]:
        """What was found in a line, and whether it is the one that is looked at."""
        place = bisect_left(self._hits, (line.start, 0))
        found = []
        for index in range(max(0, place - 1), len(self._hits)):
            start, end = self._hits[index]
            if start >= line.end:
                break
            if end > line.start:
                found.append(((start, end), index == self._hit))
        return found
