"""What can be done on a screen: one list that makes the keys, the line of keys and the help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    ``keys`` are Textual's names, divided by commas; ``shown`` is how the line of keys calls them. An
    empty ``shown`` leaves the command to the help, an empty ``help`` leaves it out there. ``states``
    are the screen's states in which it is possible, all of them if empty.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str
    states: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The action without its arguments."""
        return self.action.partition("(")[0]


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The keys of some commands, for a screen's ``BINDINGS``."""
    return [Binding(command.keys, command.action, command.label, show=False) for command in commands]


def possible(commands: Sequence[Command], state: str) -> list[Command]:
    """The commands that do something in a state, in their order."""
    return [command for command in commands if not command.states or state in command.states]
