"""The line in which words of the article, or the number of a paragraph, are typed."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

Asks = Literal["words", "paragraph"]
LABELS: dict[Asks, str] = {"words": "Find ", "paragraph": "Go to ¶ "}


class FindLine(Horizontal):
    """One line: what is asked for, what is typed, and what came of it."""

    DEFAULT_CSS = """
    FindLine { height: 1; padding: 0 1 0 5; }
    FindLine > .label, FindLine > .count { width: auto; color: $quiet; }
    FindLine > .count { padding-left: 1; }
    FindLine > Input { width: 1fr; background: $panel; }
    """

    class Typed(Message):
        """What is typed has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Entered(Message):
        """Enter, Tab or an arrow: what is typed is meant."""

    class Cancelled(Message):
        """Esc, or Backspace where there is nothing to take away."""

    def compose(self) -> ComposeResult:
        """Label, field and count."""
        yield Static(classes="label", markup=False)
        yield _Field(compact=True, select_on_focus=False)
        yield Static(classes="count", markup=False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def ask(self, what: Asks) -> None:
        """Begin with an empty field, ready to type in."""
        self.query_one(".label", Static).update(Content(LABELS[what]))
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = ""
        field.restrict = r"[0-9]{0,4}" if what == "paragraph" else None
        field.max_length = 200
        field.can_focus = True
        self.tell("")
        self.screen.set_focus(field)

    def tell(self, count: str) -> None:
        """Say what came of it, in a word or two."""
        self.query_one(".count", Static).update(Content(count))

    def rest(self) -> None:
        """Keep what is typed on show, and give the keys back."""
        field = self.query_one(Input)
        if field.has_focus:
            self.screen.set_focus(None)
        field.can_focus = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass it on."""
        event.stop()
        self.post_message(self.Entered())


class _Field(Input):
    """An input that Esc, Tab and the arrows up and down leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,up,down,shift+tab", "leave", "done", show=False),
        Binding("escape", "cancel", "cancel", show=False),
    ]

    def action_leave(self) -> None:
        """What is typed is meant."""
        self.post_message(FindLine.Entered())

    def action_cancel(self) -> None:
        """It is not."""
        self.post_message(FindLine.Cancelled())

    def action_delete_left(self) -> None:
        """Take a letter away; where there is none, close."""
        if not self.value:
            self.action_cancel()
            return
        super().action_delete_left()
