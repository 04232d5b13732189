"""A question before something that cannot be undone."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.ui.screens.over import OverScreen


class ConfirmScreen(OverScreen[bool]):
    """Answers True for yes."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; background: $background 60%; }
    #confirm { width: 60; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $panel; }
    """
    BINDINGS = [  # noqa: RUF012 (Textual's own declaration)
        Binding("enter,y", "choose(True)", "yes", show=False),
        Binding("n,q,escape", "choose(False)", "no", show=False),
    ]

    def __init__(self, question: str, about: str) -> None:
        super().__init__()
        self._question = question
        self._about = about

    def compose(self) -> ComposeResult:
        """Ask."""
        with VerticalScroll(id="confirm", can_focus=False):
            yield Static(
                Content.assemble(
                    (self._question, "bold"),
                    f"\n{self._about}\n\n",
                    ("enter", "bold"),
                    " yes   ",
                    ("q", "bold"),
                    " no, go back",
                )
            )

    def action_choose(self, choice: bool) -> None:
        """Take the choice."""
        self.dismiss(choice)
