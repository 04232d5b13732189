"""The bottom line: the keys that do something now, as many as fit, leaving and help always among them."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from quiz.ui.commands import Command
from quiz.visible import width

ROOMY = 78
"""Cells from which the keys stand three apart; below that two, so that one key more finds room."""


class KeyLine(Widget):
    """Shows commands as “enter answer   q leave”; what does not fit is in the help."""

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; padding: 0 1; color: $quiet; }
    """

    def __init__(self, commands: Sequence[Command] = ()) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def show(self, commands: Sequence[Command]) -> None:
        """Show these commands, the most important first; the last, the first and the kept ones stay."""
        if list(commands) != list(self._commands):
            self._commands = tuple(commands)
            self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked words say."""
        event.stop()
        inside = event.get_content_offset(self)
        x = inside.x if inside is not None else -1
        for command in self._kept():
            if 0 <= x < _cells(command):
                await self.screen.run_action(command.action)
                return
            x -= _cells(command) + self._gap

    def _kept(self) -> list[Command]:
        """The commands for which there is room, help at the end."""
        shown = [command for command in self._commands if command.shown]
        return _fitting(shown, self.size.width, self._gap)

    @property
    def _gap(self) -> int:
        """The cells between two commands."""
        return 3 if self.size.width >= ROOMY else 2

    def render(self) -> Content:
        """The line at the present width."""
        parts: list[str | Content | tuple[str, str]] = []
        for command in self._kept():
            if parts:
                parts.append(" " * self._gap)
            parts += [(command.shown, "bold $foreground"), f" {command.label}"]
        return Content.assemble(*parts)


def _fitting(commands: Sequence[Command], room: int, gap: int) -> list[Command]:
    """The commands that fit, in their order: first of all the last one, the first, and the kept ones."""
    if not commands:
        return []
    wanted = [commands[-1], commands[0], *(command for command in commands if command.kept), *commands]
    taken: list[Command] = []
    full = False
    for command in wanted:
        if command in taken:
            continue
        cells = _cells(command) + (gap if taken else 0)
        if cells > room or (full and not command.kept):
            full = True  # a hole in the middle would look like a choice
            continue
        room -= cells
        taken.append(command)
    return [command for command in commands if command in taken]


def _cells(command: Command) -> int:
    return width(command.shown) + 1 + width(command.label)
