"""Rows that are drawn when they come into view, however many there are; one of them may be marked."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Draw = Callable[[int, int], Content]
"""Makes a row of its place and of the cells there are for it."""


class LineList(ScrollView):
    """A list whose keys are its screen's: it moves the mark, draws it, and tells of clicks."""

    can_focus = False
    COMPONENT_CLASSES = {"line-list--marked"}  # noqa: RUF012 (Textual's own declaration)
    DEFAULT_CSS = """
    LineList { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    LineList > .line-list--marked { background: $panel; color: $foreground; text-style: bold; }
    """

    class Clicked(Message):
        """A row was clicked, ``x`` cells from its beginning."""

        def __init__(self, index: int, x: int) -> None:
            super().__init__()
            self.index = index
            self.x = x

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._count = 0
        self._draw: Draw = lambda index, cells: Content("")
        self._marked: int | None = None

    @property
    def marked(self) -> int | None:
        """The place of the marked row, from 0; None in an empty list, or where nothing is marked."""
        return self._marked

    def show(self, count: int, draw: Draw, marked: int | None = None) -> None:
        """Show ``count`` rows; ``draw`` is called for those in view."""
        self._count, self._draw = count, draw
        self._marked = None if marked is None or not count else max(0, min(marked, count - 1))
        self.virtual_size = Size(0, count)
        self.refresh()
        self.call_after_refresh(self._bring_into_view)

    def mark(self, index: int) -> None:
        """Mark a row, the nearest there is, and bring it into view."""
        if self._count:
            self._marked = max(0, min(index, self._count - 1))
            self._bring_into_view()
            self.refresh()

    def move(self, step: int) -> None:
        """Move the mark by some rows; without one, scroll."""
        if self._marked is None:
            self.scroll_relative(y=step, animate=False)
        else:
            self.mark(self._marked + step)

    @property
    def page(self) -> int:
        """The rows of a page, at least one."""
        return max(1, self.size.height - 1)

    def on_resize(self) -> None:
        """Keep the mark in view."""
        self._bring_into_view()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was meant."""
        place = event.get_content_offset(self)
        if place is not None and 0 <= (index := place.y + int(self.scroll_offset.y)) < self._count:
            self.post_message(self.Clicked(index, place.x))

    def render_line(self, y: int) -> Strip:
        """One line of the view, for Textual."""
        cells = self.size.width
        index = y + int(self.scroll_offset.y)
        base = self.visual_style
        if not 0 <= index < self._count:
            return Strip.blank(cells, base.rich_style)
        if index == self._marked:
            base = base + self.get_visual_style("line-list--marked", partial=True)
        beside_scrollbar = self.scrollable_content_region.width
        row = Strip(self._draw(index, beside_scrollbar).render_segments(base))
        return row.adjust_cell_length(cells, base.rich_style)

    def _bring_into_view(self) -> None:
        if self._marked is not None:
            self.scroll_to_region(Region(0, self._marked, 1, 1), animate=False, force=True)
