"""How diagnostics are written: one module per format."""

import importlib
from collections.abc import Callable, Sequence

from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.linting import Checked

FORMATS = ("text", "concise", "json", "github", "sarif")
"""What `quiz check --format` takes."""

Paint = Callable[[str, str], str]
"""Gives a piece of text the colour of a role: error, warning, info, quiet or label."""


WIDTH = 100
"""Cells of a line for people, unless the terminal has fewer."""


def render(name: str, checked: Sequence[Checked], paint: Paint, width: int = WIDTH) -> str:
    """Write the diagnostics of some files in the format ``name``; the text ends without a line end.

    ``width`` is how many cells a line may have where people read it; programs get what they expect.
    """
    module = importlib.import_module(f"{__name__}.as_{name}")
    text: str = module.render(checked, paint, width) if name == "text" else module.render(checked, paint)
    return text


def diagnostics_of(checked: Sequence[Checked]) -> list[Diagnostic]:
    """Return all diagnostics in the order of the files."""
    return [one for file in checked for one in file.diagnostics]
