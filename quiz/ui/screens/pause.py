"""A pause: nothing of the session can be seen, and no time passes."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.ui.commands import Command
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine


class PauseScreen(OverScreen[None]):
    """Covers everything until the player comes back."""

    DEFAULT_CSS = """
    PauseScreen { align: center middle; background: $background; }
    #pause { width: 40; max-width: 100%; height: auto; padding: 0 2; }
    """
    KEYS: ClassVar[Sequence[Command]] = (
        Command("dismiss", "enter,p,q,escape,space", "enter", "go on", "Go on; the clock runs again"),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, standing: str) -> None:
        super().__init__()
        self._standing = standing

    def compose(self) -> ComposeResult:
        """Say what a pause is."""
        with Vertical(id="pause"):
            yield Static(Content.assemble(("Paused", "bold"), f"\n{self._standing}\nThe clock stands still."))
            yield KeyLine(self.commands_now())
