"""A line to type in over the list: words narrow the list, a path is opened."""

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from quiz.ui.screens.base import QuizScreen

if TYPE_CHECKING:  # a line to type in is imported when somebody wants to type
    from quiz.ui.widgets.typed_line import TypedLine


class Typing(QuizScreen):
    """A screen with such a line.

    ``typing`` is “finding” or “opening” while something is typed, else empty; ``typed`` are the words that
    narrow the list, also after the line is gone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.typing = ""
        self.typed = ""
        self._line: TypedLine | None = None

    @abstractmethod
    def fill(self) -> None:
        """Show the list, and all around it, as it is now."""

    @property
    @abstractmethod
    def finds_nothing(self) -> bool:
        """Whether no row has the words."""

    def action_find(self) -> None:
        """Narrow the list by typing."""
        self._type("finding", "Find", self.typed, "title, outlet or skill")

    def action_open(self) -> None:
        """Ask for the path of an article or a bank."""
        self._type("opening", "File", "", "the path of an article or a bank")

    def _type(self, state: str, label: str, value: str, hint: str) -> None:
        from quiz.ui.widgets.typed_line import TypedLine

        self.typing = state
        self._line = TypedLine(label, value, hint=hint)
        self.mount(self._line, before="#found")
        self.fill()

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before the line has the keys."""
        if self._line is not None and self.focused is None and event.character and event.is_printable:
            self._line.insert(event.character)
            event.stop()

    def on_typed_line_changed(self, event: "TypedLine.Changed") -> None:
        """Find while it is typed."""
        if self.typing == "finding":
            self.typed = event.value
            self.fill()

    def on_typed_line_entered(self, event: "TypedLine.Entered") -> None:
        """Take what is typed: what was found, or the path of a file."""
        path = Path(event.value.strip()).expanduser()
        opening = self.typing == "opening" or (self.finds_nothing and path.is_file())
        if opening:
            self.typed = ""
        self._stop_typing()
        if opening and event.value.strip():
            self.app.play_file(str(path))  # type: ignore[attr-defined]

    def action_all(self) -> None:
        """Stop typing, and show every bank again."""
        self.typed = ""
        self._stop_typing()

    def _stop_typing(self) -> None:
        if self._line is not None:
            self._line.remove()
            self._line = None
        self.typing = ""
        self.fill()
