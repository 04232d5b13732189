"""The sessions so far, as `quiz scores` lists them, to scroll through."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content

from quiz.amounts import counted
from quiz.errors import QuizError
from quiz.scores.report import session_lines
from quiz.scores.store import SessionSummary, Store
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

SOME = ("some",)
MARKED, UNMARKED = "▸ ", "  "
PADDING = 3
"""Cells that the style sheet leaves free beside the list, but for small terminals."""


class ScoresScreen(QuizScreen):
    """Shows every session of a player."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("review", "enter", "enter", "review", "Go through the marked session again", SOME),
        Command("scroll(1)", "down,j", "↑↓", "choose", "Mark an older session", SOME),
        Command("scroll(-1)", "up,k", "", "", "Mark a newer session", SOME),
        Command("page(1)", "space,pagedown", "space", "page", "Go on by a page", SOME),
        Command("page(-1)", "pageup,minus", "", "", "Go back by a page", SOME),
        Command("page(-1000000)", "home", "", "", "Go to the newest session", SOME),
        Command("page(1000000)", "end", "", "", "Go to the oldest session", SOME),
        Command("progress", "P", "P", "progress", "See how your skills, certainty and practice stand"),
        Command("leave", "q,escape", "q", "back", "Back to where you were", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, store: Store, player: str) -> None:
        super().__init__()
        self._store = store
        self._player = player
        self._sessions: list[SessionSummary] = []
        self._lines: list[tuple[int | None, str]] = []

    @property
    def state(self) -> str:
        """“some” with sessions, else “none”."""
        return "some" if self._sessions else "none"

    def compose(self) -> ComposeResult:
        """The table."""
        yield TopLine()
        yield LineList(id="report")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the history."""
        try:
            self._sessions = self._store.sessions(self._player)
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
        self.query_one(TopLine).show("Scores", counted(len(self._sessions), "session"))
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the table anew."""
        super().on_resize(event)
        self._fill()

    def action_scroll(self, step: int) -> None:
        """Mark the next or the previous session."""
        view = self.query_one(LineList)
        per_session = 1 if self._lines and self._lines[0][0] is None else 2
        view.mark(max(self._first, (view.marked or 0) + step * per_session))

    def action_page(self, direction: int) -> None:
        """Mark a session a page further on."""
        self.action_scroll(direction * max(1, self.query_one(LineList).page // 2))

    def action_review(self) -> None:
        """Go through the marked session again."""
        marked = self.query_one(LineList).marked
        number = self._lines[marked][0] if marked is not None else None
        if number is not None:
            self.app.review(number)  # type: ignore[attr-defined]

    def action_progress(self) -> None:
        """Show how the player gets on."""
        from quiz.ui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._store, self._player))

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        if self._lines[event.index][0] is not None:
            self.query_one(LineList).mark(event.index)
            self.action_review()

    @property
    def _first(self) -> int:
        """The first line that is a session's."""
        return next((place for place, (number, _) in enumerate(self._lines) if number is not None), 0)

    def _fill(self) -> None:
        view = self.query_one(LineList)
        beside = len(UNMARKED) + 1 + (0 if self.app.size.width < 60 else PADDING)  # 1 for the scrollbar
        width = self.app.size.width - beside
        marked = self._lines[view.marked][0] if view.marked is not None else None
        self._lines = session_lines(self._sessions, width, datetime.now(UTC).astimezone())
        places = [place for place, (number, _) in enumerate(self._lines) if number and number == marked]
        view.show(len(self._lines), self._row, (places or [self._first])[0] if self._sessions else None)
        self.refresh_keys()

    def _row(self, place: int, cells: int) -> Content:
        number, line = self._lines[place]
        sign = MARKED if place == self.query_one(LineList).marked and number is not None else UNMARKED
        return Content.assemble(sign, text.block(line))
