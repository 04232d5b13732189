"""The introduction of a course as it is read: as it was written where there is room, else folded."""

from textual.content import Content

from quiz.ui import text
from quiz.visible import visible, width, wrap


def introduction(written: str, cells: int, last: str = "") -> Content:
    """The introduction in ``cells`` columns, and a line of ours under it.

    Its line ends count as long as every line fits; where one does not, its paragraphs are folded anew.
    """
    lines = visible(written).splitlines()
    if max(map(width, lines), default=0) > cells:
        paragraphs = visible(written).split("\n\n")
        lines = "\n\n".join("\n".join(wrap(part, max(2, cells))) for part in paragraphs).splitlines()
    body = text.block("\n".join(lines))
    if not last:
        return body
    return Content("\n").join(
        [body, Content(""), *(Content(one).stylize("bold") for one in wrap(last, max(2, cells)))]
    )
