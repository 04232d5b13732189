"""What all screens share: keys and help that are true for the state, and a word for tiny terminals."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.screen import Screen
from textual.widgets import Static

from quiz.ui.commands import Command, bindings, possible, remapped
from quiz.ui.widgets.key_line import KeyLine

SMALLEST = (36, 9)
"""Columns and rows below which nothing sensible fits."""

LEAVING = frozenset({"quit", "leave", "home"})

HELP_COMMAND = Command("help", "question_mark,f1", "?", "help", "Show this help", kept=True)

EVERYWHERE = (Command("theme", "ctrl+t", "", "colours", "Choose the colours"),)
"""Commands that every screen has."""


def too_small() -> Static:
    """What a screen shows instead of itself where nothing sensible fits."""
    columns, rows = SMALLEST
    return Static(
        f"This terminal is too small: {columns} columns and {rows} rows are needed.", id="too-small"
    )


class QuizScreen(Screen[None]):
    """A screen with commands. Subclasses list them in ``KEYS`` and tell their ``state``."""

    KEYS: ClassVar[Sequence[Command]] = ()
    BINDINGS = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 (Textual's own declaration)

    @property
    def state(self) -> str:
        """The word by which commands know whether they are possible."""
        return ""

    @property
    def wide(self) -> bool:
        """Whether article and question stand side by side."""
        return self.app.size.width >= 100

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys that the settings give to commands, by identifier."""
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        return keymap

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does something now, for Textual; what is nobody's command always may."""
        own = any(command.name == action for command in self.KEYS)
        return not own or any(command.name == action for command in self.commands_now())

    def commands_now(self) -> list[Command]:
        """The commands that do something in the present state; on a terminal too small, only leaving does."""
        if self.has_class("-too-small"):
            return [command for command in self.KEYS if command.name in LEAVING]
        return possible(self.KEYS, self.state)

    def shown_now(self) -> list[Command]:
        """The same commands with the keys they have by the settings, for line, help and palette."""
        return remapped(self.commands_now(), self.keymap)

    def refresh_keys(self) -> None:
        """Make the line of keys true again after the state changed."""
        self.query_one(KeyLine).show(self.shown_now())

    def on_key(self, event: events.Key) -> None:
        """Say why a key does nothing now, where it does something at other times."""
        pressed = [
            command for command in remapped(self.KEYS, self.keymap) if event.key in command.keys.split(",")
        ]
        now = {command.action for command in self.commands_now()}
        if not pressed or any(command.action in now for command in pressed):
            return
        if why := next((command.why_not for command in pressed if command.why_not), ""):
            self.notify(why, markup=False, timeout=3)

    def action_leave(self) -> None:
        """Go back to where one was."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """Show what every key does now."""
        from quiz.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen([*self.shown_now(), *remapped(EVERYWHERE, self.keymap)]))

    def action_theme(self) -> None:
        """Choose the colours, seeing each before it is taken."""
        from quiz.ui.screens.colours import ColoursScreen

        self.app.push_screen(ColoursScreen())

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the terminal is too small for anything."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-too-small")
