"""The help: every command of the screen below, in the state it is in."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from quiz.ui.commands import Command, key_names
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine
from quiz.visible import pad, width, wrap

WIDEST_KEYS = 14


class HelpScreen(OverScreen[None]):
    """Lists commands; any of the usual keys closes it.

    ``palette`` says that commands can also be found by their names there.
    """

    KEYS: ClassVar[Sequence[Command]] = (
        Command("scroll(1)", "down,j", "↑↓", "scroll", ""),
        Command("scroll(-1)", "up,k", "", "", ""),
        Command("page(1)", "space,pagedown", "", "", ""),
        Command("page(-1)", "pageup,minus", "", "", ""),
        Command("dismiss", "escape,q,enter,question_mark,f1", "esc", "close", ""),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, commands: Sequence[Command], *, palette: bool = True) -> None:
        super().__init__()
        self._commands = commands
        self._palette = palette

    def compose(self) -> ComposeResult:
        """Write the list."""
        rows = [(_keys(command), command.help) for command in self._commands if command.help]
        rows += [("Ctrl+P", "Find any command by its name")] if self._palette else []
        rows.append(("Ctrl+C", "Leave quiz; every answer is kept"))
        with Vertical(id="help"):
            yield Static(Content.assemble(("What you can do now", "bold")))
            with VerticalScroll(can_focus=False):
                yield KeyTable(rows)
            yield KeyLine(self.KEYS)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the way out in view where rows are few."""
        low = event.size.height < 18
        self.set_class(low, "-low")
        self.query_one(VerticalScroll).styles.max_height = max(1, event.size.height - (2 if low else 5))
        self.call_after_refresh(self._show_keys)

    def _show_keys(self) -> None:
        scrolls = self.query_one(VerticalScroll).max_scroll_y > 0
        self.query_one(KeyLine).show(self.KEYS if scrolls else self.KEYS[-1:])

    def action_scroll(self, direction: int) -> None:
        """Read on, or go back up."""
        self.query_one(VerticalScroll).scroll_relative(y=direction, animate=False)

    def action_page(self, direction: int) -> None:
        """Read on by a page, or go back up by one."""
        view = self.query_one(VerticalScroll)
        view.scroll_relative(y=direction * max(1, view.size.height - 1), animate=False)


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
            if width(keys) > self._cells:  # so many keys have a line of their own
                lines.append(Content.styled(keys, "bold $accent"))
                keys = ""
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
