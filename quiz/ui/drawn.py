"""Lines drawn with characters, in the colours of the theme: signs that say something, and their ground."""

import re
from typing import Final

from textual.content import Content

from quiz.ui import text

_SIGNS: Final = re.compile("[●━▔▁░▒▓█]+")
_GROUND: Final = re.compile("[·│┤└─┬]+")
_PLOT: Final = re.compile("[·│┤˙.]+")
"""The ground beside the axis of a plot, where a full stop is a dot and ends no sentence."""


def drawn(line: str) -> Content:
    """A drawn line; without colours it is the same line."""
    content = text.block(line)
    ground = _PLOT if "│" in line or "┤" in line else _GROUND
    for signs, style in ((ground, "$quiet"), (_SIGNS, "$accent")):
        for found in signs.finditer(content.plain):
            content = content.stylize(style, *found.span())
    return content
