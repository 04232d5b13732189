"""A pause: nothing of the session can be seen, and no time passes."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from quiz.ui.screens.over import OverScreen


class PauseScreen(OverScreen[None]):
    """Covers everything until the player comes back."""

    DEFAULT_CSS = """
    PauseScreen { align: center middle; background: $background; }
    PauseScreen > Static { width: auto; max-width: 100%; padding: 0 2; }
    """
    BINDINGS = [Binding("enter,p,q,escape,space", "dismiss", "go on", show=False)]  # noqa: RUF012

    def __init__(self, standing: str) -> None:
        super().__init__()
        self._standing = standing

    def compose(self) -> ComposeResult:
        """Say what a pause is."""
        yield Static(
            Content.assemble(
                ("Paused", "bold"),
                f"\n{self._standing}\nThe clock stands still.\n\n",
                ("enter", "bold"),
                " go on",
            )
        )
