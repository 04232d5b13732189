"""The parts of a question as rows that can be pointed at and clicked; one widget for all of them."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from quiz.ui.widgets.rows import Row, Tone
from quiz.visible import one_line, pad, width, wrap

STYLES: dict[Tone, str] = {
    "": "",
    "right": "bold $success",
    "wrong": "bold $error",
    "quiet": "$quiet",
}


class Parts(Widget):
    """Shows rows, each folded under itself; the current one is marked."""

    can_focus = False
    DEFAULT_CSS = "Parts { height: auto; width: 1fr; }"

    class Clicked(Message):
        """The mouse chose a part; ``right`` says that it is a right side of a match."""

        def __init__(self, place: int, right: bool) -> None:
            super().__init__()
            self.place = place
            self.right = right

    class Touched(Message):
        """The mouse was on a row that chooses nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._folded: dict[int, list[list[str]]] = {}

    def show(self, rows: Sequence[Row]) -> None:
        """Set everything that is shown."""
        rows = tuple(rows)
        if rows == self._rows:
            return
        before = [_measure(row) for row in self._rows]
        self._rows, self._folded = rows, {}
        self.display = bool(rows)
        self.refresh(layout=before != [_measure(row) for row in rows])

    @property
    def current(self) -> Region | None:
        """Where the current row stands, in lines of this widget."""
        top = 0
        for row, lines in zip(self._rows, self._lines(self.size.width), strict=True):
            if row.current:
                return Region(0, top + row.gap, max(1, self.size.width), len(lines) - row.gap)
            top += len(lines)
        return None

    def _lines(self, cells: int) -> list[list[str]]:
        if cells not in self._folded:
            self._folded = {cells: [_fold(row, cells) for row in self._rows]}
        return self._folded[cells]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the rows take, for Textual."""
        return sum(len(lines) for lines in self._lines(width))

    def render(self) -> Content:
        """All rows, one under the other."""
        cells = self.size.width
        shown = []
        for row, lines in zip(self._rows, self._lines(cells), strict=True):
            for place, line in enumerate(lines):
                if row.current and not (row.gap and place == 0):
                    shown.append(Content(pad(line, cells)).stylize("bold on $panel"))
                else:
                    shown.append(Content(line).stylize(STYLES[row.tone]) if row.tone else Content(line))
        return Content("\n").join(shown)

    def on_click(self, event: events.Click) -> None:
        """Tell the screen which part was meant."""
        event.stop()
        top = 0
        for row, lines in zip(self._rows, self._lines(self.size.width), strict=True):
            if top + row.gap <= event.y < top + len(lines):
                place = row.place
                self.post_message(self.Touched() if place is None else self.Clicked(place, row.right))
                return
            top += len(lines)


def _measure(row: Row) -> tuple[str, str, bool]:
    return _head(row), _text(row), row.gap


def _head(row: Row) -> str:
    """What stands before the text; rows of one list have heads of one width."""
    parts = [row.label, row.box]
    return "  ".join([" ", *parts[: 1 + bool(row.box)]]) + "  " if row.label else "  "


def _text(row: Row) -> str:
    return one_line(f"{row.text} ({row.word})" if row.word else row.text)


def _fold(row: Row, cells: int) -> list[str]:
    head = _head(row)
    head = f"{row.sign} {head[2:].strip()}  " if row.label else f"{row.sign} "
    indent = width(head)
    first, *rest = wrap(_text(row), max(4, cells - indent)) or [""]
    return [*([""] if row.gap else []), head + first, *(" " * indent + line for line in rest)]
