"""The command palette: the same commands as in the line of keys and in the help, found by their names."""

from collections.abc import Iterator
from functools import partial

from textual.app import SystemCommand
from textual.screen import Screen

from quiz.ui.screens.base import EVERYWHERE, QuizScreen


def palette_commands(screen: Screen[object]) -> Iterator[SystemCommand]:
    """What can be done on a screen now, and leaving."""
    commands = [*screen.shown_now(), *EVERYWHERE] if isinstance(screen, QuizScreen) else []
    for command in commands:
        if command.label and command.help:
            title = command.label[0].upper() + command.label[1:]
            yield SystemCommand(title, command.help, partial(screen.run_action, command.action))
    if not any(command.name == "quit" for command in commands):
        yield SystemCommand("Quit", "Leave quiz; every answer is kept", screen.app.action_quit)
