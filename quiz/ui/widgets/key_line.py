"""The bottom line: the keys that do something now, as many as fit, help always among them."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from quiz.ui.commands import Command
from quiz.visible import width

GAP = "   "


class KeyLine(Widget):
    """Shows commands as “enter answer   q leave”; what does not fit is in the help."""

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; padding: 0 1; color: $quiet; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands, the most important first; the last one is kept at any width."""
        if list(commands) != list(self._commands):
            self._commands = tuple(commands)
            self.refresh()

    def render(self) -> Content:
        """The line at the present width."""
        shown = [command for command in self._commands if command.shown]
        if not shown:
            return Content("")
        *others, last = shown
        room = self.size.width - _cells(last)
        kept = []
        for command in others:
            room -= _cells(command) + len(GAP)
            if room < 0:
                break
            kept.append(command)
        parts: list[str | Content | tuple[str, str]] = []
        for command in [*kept, last]:
            if parts:
                parts.append(GAP)
            parts += [(command.shown, "bold $foreground"), f" {command.label}"]
        return Content.assemble(*parts)


def _cells(command: Command) -> int:
    return width(command.shown) + 1 + width(command.label)
