"""What the commands need at hand: the settings, the player's name, the score file, the sort of terminal."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from quiz import paths

if TYPE_CHECKING:
    from quiz.config import Settings
    from quiz.scores.store import Store


def read_settings() -> "Settings":
    """The user's settings. Raises SettingsError."""
    from quiz import config

    return config.read_settings(paths.settings_file())


def player_name(name: str | None, settings: "Settings | None" = None) -> str:
    """The name scores are kept under: the one given, that of the settings, or the login name."""
    from quiz.config import login_name

    return " ".join((name or "").split()) or (settings or read_settings()).player or login_name()


def open_store() -> "Store":
    """The score file; what had to be done to open it is said on standard error. Raises StoreError."""
    from quiz.scores.store import Store

    store = Store.open(paths.scores_file(), retention=read_settings().retention)
    if store.notice:
        click.echo(f"quiz: {store.notice}", err=True)
    return store


def in_lines_only() -> bool:
    """Whether the terminal can show lines, but no full screen."""
    return os.environ.get("TERM") in ("dumb", "unknown") or not sys.stdout.isatty()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while a screen is imported, and never again among what was made then.

    All of it lives as long as the program. A start is a tenth shorter, and later collections are, too.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
