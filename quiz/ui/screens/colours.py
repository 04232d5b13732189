"""Choosing the colours: the theme that is pointed at shows at once, and is kept when it is taken."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.errors import QuizError
from quiz.ui.commands import Command
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.themes import DESCRIPTIONS, THEMES
from quiz.ui.widgets.key_line import KeyLine
from quiz.visible import one_line


class ColoursScreen(OverScreen[None]):
    """Lists the themes; moving shows one, enter keeps it, q goes back to the one before."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("keep", "enter", "enter", "keep", "Keep these colours, for the next time too"),
        Command("move(1)", "down,j", "", "", "See the next colours"),
        Command("move(-1)", "up,k", "", "", "See the colours above"),
        Command("back", "q,escape,ctrl+t", "q", "back", "Go back to the colours from before", kept=True),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._before = ""

    def compose(self) -> ComposeResult:
        """The list, with what its signs look like."""
        with Vertical(id="colours"):
            yield Static(Content.assemble(("Colours", "bold")))
            yield OptionList(*(Content(f"  {DESCRIPTIONS[theme.name]}") for theme in THEMES), markup=False)
            yield Static(
                Content.assemble(
                    ("✓ right", "bold $success"),
                    "   ",
                    ("✗ wrong", "bold $error"),
                    "   ",
                    ("quiet", "$quiet"),
                    "   ",
                    ("evidence", "underline on $evidence"),
                )
            )
            yield KeyLine(self.commands_now())

    def on_mount(self) -> None:
        """Point at the present theme."""
        self._before = self.app.theme
        names = [theme.name for theme in THEMES]
        options = self.query_one(OptionList)
        options.highlighted = names.index(self._before) if self._before in names else 0
        options.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the keys in view where rows are few."""
        self.set_class(event.size.height < 18, "-low")
        self.set_class(event.size.height < 10, "-lowest")

    def action_move(self, step: int) -> None:
        """Point at the next or the previous theme."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = THEMES[event.option_index].name
        for place, theme in enumerate(THEMES):
            pointer = "▸" if place == event.option_index else " "
            row = Content(f"{pointer} {DESCRIPTIONS[theme.name]}")
            event.option_list.replace_option_prompt_at_index(place, row)

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Keep the theme for the next time too."""
        from quiz import paths
        from quiz.config import keep_theme

        try:
            keep_theme(paths.settings_file(), self.app.theme)
        except QuizError as error:
            self.app.notify(one_line(str(error)), severity="error", markup=False, timeout=10)
        self.dismiss()

    def action_back(self) -> None:
        """Take the theme from before."""
        self.app.theme = self._before
        self.dismiss()
