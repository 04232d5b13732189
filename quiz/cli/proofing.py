"""`quiz preview` and `quiz curate`: a bank on screen while it is written, and the desk for its drafts."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.at_hand import uncollected
from quiz.cli.bank_meant import bank_meant
from quiz.config import Settings
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.ui.screens.base import QuizScreen


class ProofingError(QuizError):
    """The bank cannot be shown; the message is one sentence for the user."""


def preview_bank(name: str, settings: Settings, *, mouse: bool) -> int:
    """Show a bank beside the editor; it may be broken, as long as it is there."""
    path = _bank(name)
    from quiz.ui.proofs.configured import codes_for
    from quiz.ui.screens.preview import PreviewScreen

    codes = codes_for(path)
    return _show(lambda: PreviewScreen(path, codes), settings, mouse=mouse)


def curate_bank(name: str, settings: Settings, *, mouse: bool) -> int:
    """Open the desk for a bank's drafts. Raises BankError for a bank that cannot be read."""
    path = _bank(name)
    from quiz.bank.files import load_bank
    from quiz.cli.from_articles import gates
    from quiz.ui.proofs.configured import codes_for
    from quiz.ui.screens.curate import CurateScreen

    load_bank(path)
    codes = codes_for(path)
    return _show(lambda: CurateScreen(path, codes, gates), settings, mouse=mouse)


def _bank(name: str) -> Path:
    """The file of a bank, by its path or its id in the library."""
    path = bank_meant(name)
    if not path.exists():
        raise ProofingError(f"{name} does not exist.")
    if not path.is_file():
        raise ProofingError(f"{name} is not a file; name one bank.")
    return path


def _show(first: "Callable[[], QuizScreen]", settings: Settings, *, mouse: bool) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") in ("dumb", "unknown"):
        raise click.UsageError(
            "This needs a terminal with a screen; “quiz check” says in lines what it finds."
        )
    with uncollected():
        from quiz.ui.bank_app import BankApp
        from quiz.ui.keymap import keymap_of

    app = BankApp(first, theme=settings.theme, keymap=keymap_of(settings.keys), motion=settings.motion)
    app.run(mouse=mouse and settings.mouse)
    return app.return_code or 0
