"""The sessions so far, as `quiz scores` lists them, to scroll through."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.scores.report import sessions_table
from quiz.scores.store import SessionSummary, Store
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line


class ScoresScreen(QuizScreen):
    """Shows every session of a player."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("scroll(1)", "down,j", "↑↓", "read on", "Read on"),
        Command("scroll(-1)", "up,k", "", "", "Go back up"),
        Command("page(1)", "space,pagedown", "space", "page", "Read on by a page"),
        Command("page(-1)", "pageup,minus", "", "", "Go back up by a page"),
        Command("page(-1000000)", "home", "", "", "Go to the newest session"),
        Command("page(1000000)", "end", "", "", "Go to the oldest session"),
        Command("leave", "q,escape", "q", "back", "Back to the library"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, store: Store, player: str) -> None:
        super().__init__()
        self._store = store
        self._player = player
        self._sessions: list[SessionSummary] = []
        self._lines: list[str] = []

    def compose(self) -> ComposeResult:
        """The table."""
        yield TopLine()
        yield LineList(id="report")
        yield Static("This terminal is too small: 36 columns and 9 rows are needed.", id="too-small")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the history."""
        try:
            self._sessions = self._store.sessions(self._player)
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
        count = len(self._sessions)
        self.query_one(TopLine).show("Scores", f"{count} session{'' if count == 1 else 's'}")
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the table anew."""
        super().on_resize(event)
        self._fill()

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(LineList).move(step)

    def action_page(self, direction: int) -> None:
        """Scroll by pages."""
        view = self.query_one(LineList)
        view.move(direction * view.page)

    def action_leave(self) -> None:
        """Go back."""
        self.app.pop_screen()

    def _fill(self) -> None:
        width = self.app.size.width - 5
        self._lines = sessions_table(self._sessions, width, datetime.now(UTC).astimezone()).splitlines()
        self.query_one(LineList).show(len(self._lines), lambda place, cells: text.block(self._lines[place]))
        self.refresh_keys()
