"""A line to type in, with a word before it that says what for."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from quiz.ui import text
from quiz.visible import one_line, visible

LONGEST = 4096
"""Characters: no path is longer."""


class TypedLine(Horizontal):
    """Tells of every change and of enter; what is pasted is cleaned as every text is."""

    DEFAULT_CSS = """
    TypedLine { height: 1; padding: 0 1; }
    TypedLine > Static { width: auto; padding-right: 2; color: $accent; text-style: bold; }
    TypedLine > Input, TypedLine > Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $panel;
    }
    """

    class Changed(Message):
        """Something else stands in the line."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Entered(Message):
        """Enter was pressed."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, label: str, value: str = "", *, hint: str = "") -> None:
        super().__init__()
        self._label = label
        self._input = Input(one_line(value), placeholder=hint, max_length=LONGEST, select_on_focus=False)

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self._input.value

    def compose(self) -> ComposeResult:
        """The word and the line."""
        yield Static(text.line(self._label))
        yield self._input

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Take them back: this line is there to be typed in, wherever the mouse was clicked."""
        if self.is_attached and self.screen.is_current:
            self._input.focus()

    def insert(self, character: str) -> None:
        """Put a character at the end: one that was typed before this line had the keys."""
        self._input.value += character
        self._input.cursor_position = len(self._input.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if (clean := visible(event.value).replace("\n", " ")) != event.value:
            self._input.value = clean  # which tells of a change once more
            return
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(event.value))
