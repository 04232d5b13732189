"""What all screens that lie over another share: Ctrl+C leaves the program from there as from anywhere."""

from textual.binding import Binding
from textual.screen import ModalScreen, ScreenResultType


class OverScreen(ModalScreen[ScreenResultType]):
    """A screen over another. Textual keeps the app's own keys from such screens, so Ctrl+C is given again."""

    BINDINGS = [Binding("ctrl+c", "app.help_quit", "leave quiz", show=False)]  # noqa: RUF012 (Textual's own declaration)
