"""The courses of the library, and how far one is in each."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quiz.amounts import counted
from quiz.bank.shelf import Shelf
from quiz.errors import QuizError
from quiz.play.steps import Progress, progress_of
from quiz.scores.store import Store
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.courses import rows
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

SOME = ("some",)
ROOMY = 60
"""Columns from which it is told how a course begins."""
AROUND = 8
"""Cells beside it."""


class CoursesScreen(QuizScreen):
    """Lists the courses; enter opens one."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("open", "enter", "enter", "open", "Open the course that is marked", SOME),
        Command("move(1)", "down,j", "↑↓", "choose", "Mark the next course", SOME),
        Command("move(-1)", "up,k", "", "", "Mark the course above", SOME),
        Command("move(-1000)", "home,g", "", "", "Mark the first course", SOME),
        Command("move(1000)", "end,G", "", "", "Mark the last course", SOME),
        Command("leave", "q,escape", "q", "back", "Back to the library", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)
    # Here and not with the others, so that it is read when there is something to show.
    DEFAULT_CSS = """
    CoursesScreen {
        #wrong-courses { display: none; height: auto; max-height: 50%; padding: 1 3 0 3; }
        #wrong-courses.-shown { display: block; }
        #wrong-courses.-alone { max-height: 100%; }
        #courses { padding: 1 2 0 2; scrollbar-gutter: stable; }
        &.-tiny #wrong-courses { padding: 0 1; }
        &.-tiny #courses { padding: 0 1 0 0; }
    }
    """

    def __init__(self, shelf: Shelf, store: Store, player: str) -> None:
        super().__init__()
        self._shelf = shelf
        self._store = store
        self._player = player
        self._progress: tuple[Progress, ...] = ()
        self._place = 0

    @property
    def state(self) -> str:
        """“some” with courses, else “none”."""
        return "some" if self._progress else "none"

    def compose(self) -> ComposeResult:
        """The list, and what is wrong with a file of courses."""
        yield TopLine()
        yield Static(id="wrong-courses")
        yield LineList(id="courses")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first course that is not finished, and say what is wrong."""
        self._read()
        unfinished = (place for place, one in enumerate(self._progress) if one.next is not None)
        self._place = next(unfinished, 0)
        wrong = self.query_one("#wrong-courses", Static)
        wrong.set_class(bool(self._shelf.problems), "-shown")
        wrong.set_class(not self._shelf.courses, "-alone")
        wrong.update(Content("\n").join([text.line(f"✗ {problem}") for problem in self._shelf.problems]))

    def on_screen_resume(self) -> None:
        """Show how far one is now."""
        self._read()
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the rows anew."""
        super().on_resize(event)
        self._fill()

    def action_open(self) -> None:
        """Open the marked course."""
        self.app.open_course(self._progress[self._place].course)  # type: ignore[attr-defined]

    def action_move(self, step: int) -> None:
        """Mark another course."""
        self._place = max(0, min(len(self._progress) - 1, self._place + step))
        self._mark()

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        self._place = event.index // self._lines_each
        self._mark()
        self.action_open()

    def _read(self) -> None:
        try:
            self._progress = progress_of(self._store, self._player, self._shelf)
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False, timeout=10)

    def _fill(self) -> None:
        self.query_one(TopLine).show("Courses", counted(len(self._progress), "course"))
        count = len(self._progress) * self._lines_each
        self.query_one(LineList).show(count, self._row, self._place * self._lines_each if count else None)
        self.refresh_keys()

    def _mark(self) -> None:
        self.query_one(LineList).mark(self._place * self._lines_each)

    @property
    def _lines_each(self) -> int:
        """A title, how it begins, and an empty line; the title alone where there is no room for all."""
        size = self.app.size
        beginnings = [len(rows.beginning(one, size.width - AROUND)) for one in self._progress]
        lines = 2 + max(beginnings, default=0)
        return lines if size.width >= ROOMY and size.height >= lines * len(beginnings) + 2 else 1

    def _row(self, line: int, cells: int) -> Content:
        place, part = divmod(line, self._lines_each)
        progress = self._progress[place]
        if part == 0:
            return rows.course(progress, cells, marked=place == self._place)
        lines = rows.beginning(progress, self.app.size.width - AROUND)
        return Content.assemble("  ", lines[part - 1]) if part <= len(lines) else Content("")
