"""What all screens that lie over another share: their keys, the help for them, and Ctrl+C as anywhere."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType

from quiz.ui.commands import Command, remapped
from quiz.ui.screens.base import HELP_COMMAND


def fixed(commands: Iterable[Command]) -> list[BindingType]:
    """The keys of some commands that the settings cannot change, for a screen's ``BINDINGS``."""
    return [Binding(command.keys, command.action, command.label, show=False) for command in commands]


class OverScreen(ModalScreen[ScreenResultType]):
    """A screen over another. Textual keeps the app's own keys from such screens, so Ctrl+C is given again.

    Subclasses list what can be done in ``KEYS``, and show `commands_now` in a line of keys.
    """

    KEYS: ClassVar[Sequence[Command]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "app.help_quit", "leave quiz", show=False),
        Binding(HELP_COMMAND.keys, "help", "help", show=False, id=HELP_COMMAND.identifier),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow")]  # noqa: RUF012 (Textual's own declaration)

    def commands_now(self) -> list[Command]:
        """What can be done, the help last."""
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        return [*self.KEYS, *remapped([HELP_COMMAND], keymap)]

    def action_help(self) -> None:
        """Show what every key does here."""
        from quiz.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands_now(), palette=False))
