"""What can be done on a screen: one list that makes the keys, the line of keys, the help and the palette."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Command(NamedTuple):
    """Something a key does.

    ``keys`` are Textual's names, divided by commas; ``shown`` is how the line of keys calls them. An
    empty ``shown`` leaves the command to the help, an empty ``help`` leaves it out there. ``states``
    are the screen's states in which it is possible, all of them if empty; ``why_not`` is said when it is
    asked for in another one. ``kept`` commands stand in the line of keys however narrow it is. ``id`` is
    the name under which the settings may give it other keys; without one it is the action, unless that
    has arguments.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str
    states: tuple[str, ...] = ()
    why_not: str = ""
    kept: bool = False
    id: str = ""

    @property
    def name(self) -> str:
        """The action without its arguments."""
        return self.action.partition("(")[0]

    @property
    def identifier(self) -> str | None:
        """The name under which the settings know it, or None if its keys are fixed."""
        return self.id or (None if "(" in self.action else self.action)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The keys of some commands, for a screen's ``BINDINGS``."""
    return [
        Binding(command.keys, command.action, command.label, show=False, id=command.identifier)
        for command in commands
    ]


def possible(commands: Sequence[Command], state: str) -> list[Command]:
    """The commands that do something in a state, in their order."""
    return [command for command in commands if not command.states or state in command.states]


def remapped(commands: Iterable[Command], keymap: Mapping[str, str]) -> list[Command]:
    """The commands with the keys the settings give them, by identifier."""
    return [
        command._replace(keys=keys, shown=key_names(keys) if command.shown else "")
        if (keys := keymap.get(command.identifier or "")) is not None
        else command
        for command in commands
    ]


NAMES: Mapping[str, str] = {
    "question_mark": "?",
    "f1": "F1",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "minus": "-",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+up": "Shift+↑",
    "shift+down": "Shift+↓",
    "escape": "Esc",
}
"""What is printed on the keys whose names in Textual are others."""


def key_names(keys: str) -> str:
    """Keys as they are printed on a keyboard, divided by a space."""
    return " ".join(_key_name(key.strip()) for key in keys.split(","))


def _key_name(key: str) -> str:
    if key in NAMES:
        return NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key
