"""The offer to go on with a session that was left in the middle."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from quiz.scores.store import SessionSummary
from quiz.ui import text
from quiz.ui.commands import Command
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine


class OfferScreen(OverScreen[bool | None]):
    """Answers True to go on, False to begin anew, None to do neither."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("choose(True)", "enter,y,c", "enter", "go on", "Go on where you stopped"),
        Command(
            "choose(False)", "n", "n", "restart", "Begin a new session; the old one stays among the scores"
        ),
        Command("cancel", "q,escape", "q", "back", "Go back, and do neither", kept=True),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, summary: SessionSummary) -> None:
        super().__init__()
        self._summary = summary

    def compose(self) -> ComposeResult:
        """Ask."""
        summary = self._summary
        right = f"; {summary.correct} right so far" if summary.mode == "practice" else ""  # no exam tells
        with Vertical(id="offer"):
            yield Static(text.line(summary.title, "bold"))
            yield Static(f"You stopped with {summary.answered} of {summary.asked} answered{right}.")
            yield KeyLine(self.commands_now())

    def action_choose(self, go_on: bool) -> None:
        """Take the choice."""
        self.dismiss(go_on)

    def action_cancel(self) -> None:
        """Take none."""
        self.dismiss(None)
