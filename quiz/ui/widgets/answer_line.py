"""The line in which an answer is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from quiz.play.entries import LONGEST_TEXT
from quiz.visible import visible


class AnswerLine(Input):
    """An input line in which nothing steers the terminal, whatever is pasted."""

    DEFAULT_CSS = """
    AnswerLine { display: none; }
    AnswerLine:disabled { opacity: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(placeholder="Type your answer", select_on_focus=False, compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What may stand in the line: no control characters, and not more than anybody's answer needs."""
        return visible(value).replace("\n", " ")[:LONGEST_TEXT]
