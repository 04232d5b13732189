"""The colours of a report on a terminal; every one only repeats what a sign or a word already says."""

import os
import sys
from typing import Any

import click

_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "label": {"bold": True},
    "quiet": {"dim": True},
    "sign": {"dim": True},
    "source": {"bold": True},
    "words": {"fg": "cyan"},
    "open": {"fg": "cyan", "dim": True},
    "cue": {"underline": True},
    "outlet": {"bold": True, "fg": "magenta"},
    "hedge": {"fg": "yellow"},
    "error": {"bold": True, "fg": "red"},
    "warning": {"bold": True, "fg": "yellow"},
    "info": {"bold": True, "fg": "cyan"},
}


def may_colour() -> bool:
    """Whether standard output is a terminal that takes colour from somebody who wants it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def coloured(text: str, role: str) -> str:
    """Return a piece of a line in the colour of its role."""
    style = _STYLES.get(role)
    return click.style(text, **style) if style and text else text
