"""The overview: every question of a session and how it stands; enter goes there."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz.play.session import Session
from quiz.ui.commands import Command
from quiz.ui.playing.standing import listed
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine
from quiz.visible import clip

Chosen = int | Literal["finish"] | None


class OverviewScreen(OverScreen[Chosen]):
    """Answers with a position to go to, “finish”, or None for neither."""

    DEFAULT_CSS = """
    OverviewScreen { align: center middle; background: $background 60%; }
    #overview { width: 116; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        background: $panel; }
    #overview > OptionList { height: auto; max-height: 1fr; border: none; padding: 0; background: $panel;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    #overview > OptionList > .option-list--option-highlighted { background: $rule; color: $foreground;
        text-style: bold; }
    OverviewScreen.-low #overview { padding: 0 1; }
    """
    KEYS: ClassVar[Sequence[Command]] = (
        Command("go", "enter", "enter", "go there", "Go to the question that is pointed at"),
        Command("finish", "x", "x", "finish", "Finish; open questions count as not answered"),
        Command("step(1)", "down,j", "", "", "Point at the next question"),
        Command("step(-1)", "up,k", "", "", "Point at the question above"),
        Command("close", "q,o,escape", "q", "back", "Go back to the question you came from", kept=True),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, session: Session, position: int) -> None:
        super().__init__()
        self._session = session
        self._position = self._pointed = position
        self._rows: Sequence[str] = listed(session, roomy=True)

    def compose(self) -> ComposeResult:
        """List the questions."""
        session = self._session
        left = len(session.open)
        state = "Every question is answered." if not left else f"{left} of {len(session.asked)} open."
        with Vertical(id="overview"):
            yield Static(Content.assemble(("Overview  ", "bold"), state))
            yield OptionList(
                *(Option(self._row(place, self._position)) for place in range(len(session.asked)))
            )
            yield KeyLine(self.commands_now())

    def commands_now(self) -> list[Command]:
        """What can be done, worded for an exam and for a small terminal."""
        there, finish, *rest = super().commands_now()
        if self._session.mode == "exam":
            said = "Hand in; after that nothing can be changed"
            finish = finish._replace(label="hand in", help=said)
        if self.app.size.width < 60:
            there = there._replace(label="go")
        return [there, finish, *rest]

    def on_mount(self) -> None:
        """Begin at the question on screen."""
        options = self.query_one(OptionList)
        options.highlighted = self._position
        options.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Keep title and keys in view; where rows are few, without a margin."""
        low = event.size.height < 18
        self.set_class(low, "-low")
        self.query_one(KeyLine).show(self.commands_now())
        self._rows = listed(self._session, roomy=event.size.width >= 60)
        for place in range(len(self._rows)):
            self._paint(place)
        self.query_one(OptionList).styles.max_height = max(1, event.size.height - (2 if low else 5))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Point at the question with a sign as well."""
        before, self._pointed = self._pointed, event.option_index
        for place in {before, self._pointed}:
            self._paint(place)

    def _paint(self, place: int) -> None:
        self.query_one(OptionList).replace_option_prompt_at_index(place, self._row(place, self._pointed))

    def _row(self, place: int, pointed: int) -> Content:
        sign = "▸" if place == pointed else " "
        return Content(clip(sign + self._rows[place], 120))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to a question."""
        self.dismiss(event.option_index)

    def action_go(self) -> None:
        """Go to the question that is pointed at."""
        self.dismiss(self._pointed)

    def action_step(self, step: int) -> None:
        """Move as the arrows do."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_finish(self) -> None:
        """Hand in, or give up."""
        self.dismiss("finish")

    def action_close(self) -> None:
        """Go back to the question."""
        self.dismiss(None)
