"""The only way from a text to the screen: cleaned of what steers a terminal, and never read as markup."""

from textual.content import Content
from textual.style import Style

from quiz.visible import one_line, visible


def block(text: str, style: str | Style = "") -> Content:
    """A text of several lines, as it stands."""
    return Content(visible(text)).stylize(style) if style else Content(visible(text))


def line(text: str, style: str | Style = "") -> Content:
    """A text on one line, its white space folded."""
    return Content(one_line(text)).stylize(style) if style else Content(one_line(text))
