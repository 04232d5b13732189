"""The help: every command of the screen below, in the state it is in."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.ui.commands import Command

NAMES = {"question_mark": "?", "f1": "F1", "pagedown": "PgDn", "pageup": "PgUp", "slash": "/", "up": "↑", "down": "↓"}


class HelpScreen(ModalScreen[None]):
    """Lists commands; any of the usual keys closes it."""

    BINDINGS = [Binding("question_mark,f1,q,escape,enter", "dismiss", "close", show=False)]  # noqa: RUF012

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Write the list."""
        lines: list[Content] = [Content.assemble(("What you can do now", "bold"))]
        for command in self._commands:
            keys = " ".join(NAMES.get(key.strip(), key.strip()) for key in command.keys.split(","))
            lines.append(Content.assemble((f"{keys:<14}", "bold $accent"), f" {command.help}"))
        lines.append(Content.assemble(("Ctrl+P", "bold $accent"), "         All commands and themes"))
        lines.append(Content.assemble(("q", "bold $accent"), "              Close this help"))
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(lines))


