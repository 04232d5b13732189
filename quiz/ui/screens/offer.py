"""The offer to go on with a session that was left in the middle."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.scores.store import SessionSummary
from quiz.ui import text
from quiz.ui.screens.over import OverScreen


class OfferScreen(OverScreen[bool | None]):
    """Answers True to go on, False to begin anew, None to do neither."""

    BINDINGS = [  # noqa: RUF012 (Textual's own declaration)
        Binding("enter,y,c", "choose(True)", "go on", show=False),
        Binding("n", "choose(False)", "begin anew", show=False),
        Binding("q,escape", "cancel", "neither", show=False),
    ]

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
            yield Static(
                Content.assemble(
                    "\n",
                    ("enter", "bold"),
                    " go on   ",
                    ("n", "bold"),
                    " begin anew   ",
                    ("q", "bold"),
                    " neither",
                )
            )

    def action_choose(self, go_on: bool) -> None:
        """Take the choice."""
        self.dismiss(go_on)

    def action_cancel(self) -> None:
        """Take none."""
        self.dismiss(None)
