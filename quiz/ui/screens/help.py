"""The help: every command of the screen below, in the state it is in."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.ui.commands import Command

NAMES = {
    "question_mark": "?",
    "f1": "F1",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "minus": "-",
    "slash": "/",
    "up": "↑",
    "down": "↓",
}


class HelpScreen(ModalScreen[None]):
    """Lists commands; any of the usual keys closes it."""

    BINDINGS = [Binding("question_mark,f1,q,escape,enter", "dismiss", "close", show=False)]  # noqa: RUF012

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Write the list."""
        lines: list[Content] = [Content.assemble(("What you can do now", "bold"))]
        rows = [(_keys(command), command.help) for command in self._commands if command.help]
        rows += [("Ctrl+P", "All commands, and the colours"), ("Ctrl+Q", "Leave quiz")]
        for keys, meaning in rows:
            lines.append(Content.assemble((f"{keys:<12}", "bold $accent"), f" {meaning}"))
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(lines))


def _keys(command: Command) -> str:
    if "–" in command.shown:  # a range of keys that share one meaning
        return command.shown
    return " ".join(NAMES.get(key, key) for key in command.keys.split(","))
