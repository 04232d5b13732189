"""The top line: what is being played at the left, how it stands at the right."""

from textual.content import Content
from textual.widget import Widget

from quiz.visible import clip, one_line, width


class TopLine(Widget):
    """A title and a standing; when both do not fit, a shorter standing, and the title is cut."""

    DEFAULT_CSS = """
    TopLine { height: 1; dock: top; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._standings: tuple[str, ...] = ("",)

    def show(self, title: str, *standings: str) -> None:
        """Show a title and the first of the standings, longest first, that leaves the title half the line."""
        self._title, self._standings = one_line(title), standings or ("",)
        self.refresh()

    def render(self) -> Content:
        """The line at the present width."""
        cells = self.size.width
        wanted = min(width(self._title), cells // 3)
        fitting = [standing for standing in self._standings if width(standing) + 2 + wanted <= cells]
        standing = fitting[0] if fitting else self._standings[-1]
        title = clip(self._title, max(0, cells - width(standing) - 2))
        gap = " " * max(0, cells - width(title) - width(standing))
        return Content.assemble((title, "bold"), gap, (clip(standing, cells), "$quiet"))
