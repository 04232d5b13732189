"""One option: its number, its text, and after the answer a sign and a word for what it was."""

from typing import Literal

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from quiz.visible import wrap

Verdict = Literal["", "right", "yours", "key"]

SIGNS: dict[Verdict, tuple[str, str, str]] = {
    "": (" ", "", ""),
    "right": ("✓", "right", "bold $success"),
    "yours": ("✗", "your answer", "bold $error"),
    "key": ("✓", "the article's answer", "bold $success"),
}
INDENT = 5


class OptionRow(Widget):
    """An option that can be pointed at, clicked, and told what it was worth."""

    DEFAULT_CSS = """
    OptionRow { height: auto; width: 1fr; }
    OptionRow.-current { background: $panel; text-style: bold; }
    """

    class Clicked(Message):
        """The mouse chose this option."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index
        self._text = ""
        self._verdict: Verdict = ""
        self._current = False

    def show(self, text: str, verdict: Verdict = "", *, current: bool = False) -> None:
        """Set everything the row shows."""
        changed = (text, verdict) != (self._text, self._verdict)
        self._text, self._verdict, self._current = text, verdict, current
        self.set_class(current and not verdict, "-current")
        self.refresh(layout=changed)

    def _lines(self, cells: int) -> list[str]:
        word = SIGNS[self._verdict][1]
        text = f"{self._text}  ({word})" if word else self._text
        return wrap(text, max(4, cells - INDENT)) or [""]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the option takes, for Textual."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The option with its sign, folded under itself."""
        sign, _, style = SIGNS[self._verdict]
        pointer = "▸" if self._current and not self._verdict else sign
        first, *rest = self._lines(self.size.width)
        text = "\n".join([f"{pointer} {self.index + 1}  {first}", *(" " * INDENT + more for more in rest)])
        return Content(text).stylize(style) if style else Content(text)

    def on_click(self, event: events.Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Clicked(self.index))
