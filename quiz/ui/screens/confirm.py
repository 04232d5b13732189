"""A question before something that cannot be undone."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.ui.commands import Command
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine


class ConfirmScreen(OverScreen[bool]):
    """Answers True for yes."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; background: $background 60%; }
    #confirm { width: 60; max-width: 100%; height: auto; max-height: 100%; padding: 1 2; background: $panel; }
    """
    KEYS: ClassVar[Sequence[Command]] = (
        Command("choose(True)", "enter,y", "enter", "yes", "Yes, do it"),
        Command("choose(False)", "q,n,escape", "q", "no, go back", "No, go back", kept=True),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, question: str, about: str) -> None:
        super().__init__()
        self._question = question
        self._about = about

    def compose(self) -> ComposeResult:
        """Ask."""
        with VerticalScroll(id="confirm", can_focus=False):
            yield Static(Content.assemble((self._question, "bold"), f"\n{self._about}"))
            yield KeyLine(self.commands_now())

    def action_choose(self, choice: bool) -> None:
        """Take the choice."""
        self.dismiss(choice)
