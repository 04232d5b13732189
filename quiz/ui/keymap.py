"""Other keys for commands, as the settings give them: checked against every screen there is."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module

from textual.binding import Binding

from quiz.config import SettingsError
from quiz.ui import screens
from quiz.ui.commands import Command
from quiz.ui.screens.base import EVERYWHERE, QuizScreen


def keymap_of(keys: Mapping[str, str]) -> dict[str, str]:
    """The keys by command in Textual's names. Raises SettingsError for a command that does not exist.

    A key is a character (“f”, “?”) or a name (“space”, “ctrl+n”, “f5”); several are divided by commas.
    """
    if not keys:
        return {}  # the usual case loads no screen before its time
    known = sorted({name for command in every_command() if (name := command.identifier)})
    for name in keys:
        if name not in known:
            raise SettingsError(f"The settings give a key to “{name}”; the commands are {', '.join(known)}.")
    return {name: _normal(pressed) for name, pressed in keys.items()}


def every_command() -> Iterator[Command]:
    """The commands of all screens."""
    yield from EVERYWHERE
    for module in pkgutil.iter_modules(screens.__path__):
        for thing in vars(import_module(f"{screens.__name__}.{module.name}")).values():
            if isinstance(thing, type) and issubclass(thing, QuizScreen):
                yield from thing.KEYS


def _normal(pressed: str) -> str:
    parts = [part.strip() for part in pressed.split(",") if part.strip()] or ["comma"]
    return ",".join(next(iter(Binding.make_bindings([Binding(key, "nothing")]))).key for key in parts)
