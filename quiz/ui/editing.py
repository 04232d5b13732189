"""A text in the user's own editor, with the screen lent to it."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from quiz.errors import QuizError

FALLBACKS = ("sensible-editor", "editor", "nano", "vim", "vi", "notepad")


class EditingError(QuizError):
    """Nothing could be edited; the message is one sentence for the user."""


def edited(app: App[Any], text: str, name: str) -> str:
    """Open a text in ``$VISUAL`` or ``$EDITOR`` and return what it is once the editor is left.

    ``name`` is the file's name as the editor shows it. Raises EditingError where no editor can be used.
    """
    command = _editor()
    with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
        file = Path(folder) / name
        file.write_bytes(text.encode("utf-8"))
        try:
            with app.suspend():
                done = subprocess.run([*command, str(file)], check=False)
        except SuspendNotSupported:
            raise EditingError("An editor cannot be opened in this terminal.") from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise EditingError(f"The editor “{command[0]}” cannot be started: {reason}.") from None
        if done.returncode != 0:
            raise EditingError(f"The editor “{command[0]}” ended with an error, so nothing was changed.")
        try:
            return file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise EditingError("What the editor saved is not UTF-8 text, so nothing was changed.") from None


def _editor() -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        try:
            if words := shlex.split(os.environ.get(variable, "")):
                return words
        except ValueError:
            raise EditingError(f"${variable} cannot be read: a quotation mark is missing.") from None
    for name in FALLBACKS:
        if shutil.which(name):
            return [name]
    raise EditingError("There is no editor: set $EDITOR to the one you like.")
