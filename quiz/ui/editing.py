"""A text in the user's own editor, with the screen lent to it."""

import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from quiz.editors import EditorError, chosen_editor, open_command, run_editor


def edited(app: App[Any], text: str, name: str) -> str:
    """Open a text in the user's editor and return what it is once that is left.

    ``name`` is the file's name as the editor shows it. Raises EditorError where no editor can be used, or
    where it ended with an error.
    """
    editor = chosen_editor()
    with tempfile.TemporaryDirectory(prefix="quiz-") as folder:
        file = Path(folder) / name
        file.write_bytes(text.encode("utf-8"))
        try:
            with app.suspend():
                code = run_editor(open_command(editor, file, None))
        except SuspendNotSupported:
            raise EditorError("An editor cannot be opened in this terminal.") from None
        if code != 0:
            raise EditorError(f"The editor “{editor[0]}” ended with an error, so nothing was changed.")
        try:
            return file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise EditorError("What the editor saved is not UTF-8 text, so nothing was changed.") from None
