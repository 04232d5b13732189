"""The help: every command of the screen below, in the state it is in."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from quiz.ui.commands import Command, key_names
from quiz.ui.screens.over import OverScreen
from quiz.visible import pad, width, wrap

WIDEST_KEYS = 14


class HelpScreen(OverScreen[None]):
    """Lists commands; any of the usual keys closes it."""

    BINDINGS = [Binding("question_mark,f1,q,escape,enter", "dismiss", "close", show=False)]  # noqa: RUF012

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Write the list."""
        rows = [(_keys(command), command.help) for command in self._commands if command.help]
        rows += [("Ctrl+P", "Find any command by its name"), ("Ctrl+C", "Leave quiz; every answer is kept")]
        with VerticalScroll(id="help"):
            yield Static(Content.assemble(("What you can do now", "bold")))
            yield KeyTable(rows)


class KeyTable(Widget):
    """Keys at the left, their meanings at the right, folded under themselves."""

    DEFAULT_CSS = "KeyTable { height: auto; }"

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._rows = rows
        self._cells = min(WIDEST_KEYS, max(width(keys) for keys, _ in rows))

    def _lines(self, cells: int) -> list[Content]:
        lines = []
        for keys, meaning in self._rows:
            first, *rest = wrap(meaning, max(8, cells - self._cells - 2)) or [""]
            lines.append(Content.assemble((pad(keys, self._cells), "bold $accent"), f"  {first}"))
            lines += [Content(" " * (self._cells + 2) + more) for more in rest]
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the table takes, for Textual."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The table at the present width."""
        return Content("\n").join(self._lines(self.size.width))


def _keys(command: Command) -> str:
    if "–" in command.shown:  # a range of keys that share one meaning
        return command.shown
    return key_names(command.keys)
