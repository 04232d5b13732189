"""What all screens share: keys and help that are true for the state, and a word for tiny terminals."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.screen import Screen

from quiz.ui.commands import Command, possible
from quiz.ui.widgets.key_line import KeyLine

SMALLEST = (36, 9)
"""Columns and rows below which nothing sensible fits."""

LEAVING = frozenset({"quit", "leave", "home"})

HELP_COMMAND = Command("help", "question_mark,f1", "?", "help", "Show this help")


class QuizScreen(Screen[None]):
    """A screen with commands. Subclasses list them in ``KEYS`` and tell their ``state``."""

    KEYS: ClassVar[Sequence[Command]] = ()
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012 (Textual's own declaration)

    @property
    def state(self) -> str:
        """The word by which commands know whether they are possible."""
        return ""

    @property
    def wide(self) -> bool:
        """Whether article and question stand side by side."""
        return self.app.size.width >= 100

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does something now, for Textual; what is nobody's command always may."""
        own = any(command.name == action for command in self.KEYS)
        return not own or any(command.name == action for command in self.commands_now())

    def commands_now(self) -> list[Command]:
        """The commands that do something in the present state; on a terminal too small, only leaving does."""
        if self.has_class("-too-small"):
            return [command for command in self.KEYS if command.name in LEAVING]
        return possible(self.KEYS, self.state)

    def refresh_keys(self) -> None:
        """Make the line of keys true again after the state changed."""
        self.query_one(KeyLine).show(self.commands_now())

    def action_help(self) -> None:
        """Show what every key does now."""
        from quiz.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands_now()))

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the terminal is too small for anything."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-too-small")
