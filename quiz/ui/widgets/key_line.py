"""The bottom line: the keys that do something now, as many as fit, leaving and help always among them."""

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
        """Show these commands, the most important first; kept ones at any width, the last of them longest."""
        if list(commands) != list(self._commands):
            self._commands = tuple(commands)
            self.refresh()

    def render(self) -> Content:
        """The line at the present width."""
        shown = [command for command in self._commands if command.shown]
        fitting = _fitting(shown, self.size.width)
        parts: list[str | Content | tuple[str, str]] = []
        for command in fitting:
            if parts:
                parts.append(GAP)
            parts += [(command.shown, "bold $foreground"), f" {command.label}"]
        return Content.assemble(*parts)


def _fitting(commands: Sequence[Command], room: int) -> list[Command]:
    """The commands that fit, in their order: first of all the last one, the first one, then the kept ones."""
    if not commands:
        return []
    wanted = [commands[-1], commands[0], *(command for command in commands if command.kept), *commands]
    taken: list[Command] = []
    full = False
    for command in wanted:
        if command in taken:
            continue
        cells = _cells(command) + (len(GAP) if taken else 0)
        if cells > room or (full and not command.kept):
            full = True  # a hole in the middle would look like a choice
            continue
        room -= cells
        taken.append(command)
    return [command for command in commands if command in taken]


def _cells(command: Command) -> int:
    return width(command.shown) + 1 + width(command.label)
