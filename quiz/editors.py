"""Which editor a person wants, and how it is told to open a file at a line and to wait."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from quiz.errors import QuizError

_PLUS: Final = frozenset(
    [
        *("vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "mg"),
        *("micro", "joe", "jed", "ne", "kak", "mcedit", "gedit", "pluma"),
    ]
)
"""Editors that take +LINE before the file."""
_AFTER: Final = frozenset(["hx", "helix", "subl", "zed"])
"""Editors that take FILE:LINE."""
_GOTO: Final = frozenset(["code", "code-insiders", "codium", "vscodium", "cursor"])
"""Editors that take --goto FILE:LINE."""
_WAIT: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_GOTO, ("--wait", "-w")),
    **dict.fromkeys(("subl", "zed", "gedit"), ("--wait", "-w")),
    "gvim": ("-f", "--nofork"),
}
"""Editors that come back at once unless they are told not to, and how they are told."""
_USUAL: Final = ("nano", "vi")
"""Tried where nobody chose; the first shows at the bottom of its screen how it is left."""


class EditorError(QuizError):
    """No editor can be opened; the message is one sentence."""


def chosen_editor() -> tuple[str, ...]:
    """Return the command of the editor as words: of VISUAL, of EDITOR, or a usual one. Raises EditorError."""
    for variable in ("VISUAL", "EDITOR"):
        written = os.environ.get(variable, "").strip()
        if not written:
            continue
        try:
            words = tuple(shlex.split(written))
        except ValueError:
            raise EditorError(f"The variable {variable} is no command: {written}") from None
        if shutil.which(words[0]) is None:
            raise EditorError(f"There is no editor “{words[0]}”, which the variable {variable} names.")
        return words
    for name in ("notepad",) if sys.platform == "win32" else _USUAL:
        if shutil.which(name) is not None:
            return (name,)
    raise EditorError(
        "No editor was found: set the variable EDITOR to the name of yours, such as nano or vi."
    )


def open_command(editor: Sequence[str], file: Path, line: int | None) -> list[str]:
    """Return the command that opens a file, at a line where the editor is known to take one."""
    words, name = list(editor), Path(editor[0]).name
    if (waiting := _WAIT.get(name)) and not set(waiting) & set(words):
        words.append(waiting[0])
    if line is None:
        return [*words, str(file)]
    if name in _PLUS:
        return [*words, f"+{line}", str(file)]
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, f"{file}:{line}" if name in _AFTER else str(file)]


def run_editor(command: Sequence[str]) -> int:
    """Run an editor until it is left; its exit code. Ctrl+C is its own affair. Raises EditorError."""
    before = signal.signal(
        signal.SIGINT, lambda number, frame: None
    )  # a handler, so that the editor has its own
    try:
        return subprocess.run(command, check=False).returncode
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EditorError(f"The editor “{command[0]}” cannot be started: {reason}.") from None
    finally:
        signal.signal(signal.SIGINT, before)
