"""Copying: by a program that says whether it could, else by asking the terminal, which does not say."""

import os
import shutil
import subprocess
import sys
from typing import Any

from textual.app import App

PATIENCE = 2.0
"""Seconds a clipboard program may take."""


def copy(app: App[Any], text: str, what: str) -> str:
    """Put ``text`` on the clipboard and say, in one sentence about ``what``, whether that worked."""
    command = _program()
    if command is not None:
        try:
            subprocess.run(
                command,
                input=text.encode("utf-8"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            pass
        else:
            return f"{what} is on the clipboard."
    app.copy_to_clipboard(text)
    return f"{what} was sent to the terminal's clipboard; not every terminal takes it."


def _program() -> list[str] | None:
    """The clipboard program of this desktop; over a network the terminal's clipboard is the right one."""
    if "SSH_CONNECTION" in os.environ:
        return None
    wanted = []
    if sys.platform == "darwin":
        wanted.append(["pbcopy"])
    if "WAYLAND_DISPLAY" in os.environ:
        wanted.append(["wl-copy"])
    if "DISPLAY" in os.environ:
        wanted += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return next((command for command in wanted if shutil.which(command[0])), None)
