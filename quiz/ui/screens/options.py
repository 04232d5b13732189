"""The options of a session in one dialog, which says how many questions they leave."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.play.form import Form, Row
from quiz.play.wishes import Wishes
from quiz.ui import text
from quiz.ui.commands import Command
from quiz.ui.screens.over import OverScreen, fixed
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.visible import clip, one_line

LABEL = 11
"""Cells of a row's label."""

ROOMY = 48
"""Columns from which the lines below the form can be whole sentences."""


class OptionsScreen(OverScreen[Wishes | None]):
    """Answers what was chosen, None to play nothing."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("play", "enter", "enter", "play", "Play with these options"),
        Command(
            "turn(1)",
            "right,l,space,plus",
            "←→",
            "change",
            "Take the next choice, or tick; a number can also be typed",
        ),
        Command("turn(-1)", "left,h,minus", "", "", "Take the choice before"),
        Command("move(1)", "down,j,tab", "↑↓", "row", "Point at the next row"),
        Command("move(-1)", "up,k", "", "", "Point at the row above"),
        Command("move(50)", "pagedown,end", "", "", "Point at the last row"),
        Command("move(-50)", "pageup,home", "", "", "Point at the first row"),
        Command("cancel", "q,escape", "q", "back", "Go back, and play nothing", kept=True),
    )
    BINDINGS = fixed(KEYS)

    def __init__(self, title: str, form: Form) -> None:
        super().__init__()
        self._title = title
        self._form = form
        self._rows = form.rows()
        self._fit = 0

    def compose(self) -> ComposeResult:
        """The title, the form, what will be asked, and the keys."""
        with Vertical(id="options"):
            yield Static(text.line(self._title, "bold"), id="options-title")
            yield LineList(id="form")
            yield Static(id="fit")
            yield KeyLine(self.commands_now())

    def on_mount(self) -> None:
        """Show the form with its first row pointed at."""
        self._fill(0)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room around the form for what is always in view."""
        around = 7 if event.size.height >= 18 else 3
        self.set_class(around == 3, "-low")
        self.query_one(LineList).styles.max_height = max(1, event.size.height - around)
        self._say_fit()

    def on_key(self, event: events.Key) -> None:
        """Take digits for the row of numbers that is pointed at."""
        if event.character and event.character.isascii() and event.character.isdigit():
            event.stop()
            if (row := self._row) is not None:
                self._form.type(row, event.character)
                self._fill(self._place)

    @property
    def _place(self) -> int:
        return self.query_one(LineList).marked or 0

    @property
    def _row(self) -> Row | None:
        return self._rows[self._place] if self._place < len(self._rows) else None

    @property
    def _short(self) -> bool:
        """Whether the lines below the form have to be short."""
        return self.app.size.width < ROOMY

    def _fill(self, place: int) -> None:
        self._rows = self._form.rows()
        self.query_one(LineList).show(len(self._rows), self._draw, place)
        self._say_fit()

    def _say_fit(self) -> None:
        try:
            fit = self._form.fit()
        except QuizError as error:
            self._fit = 0
            self.query_one("#fit", Static).update(text.line(str(error)))
            return
        asked = min(fit, self._form.wishes.count)
        said = f"{fit} of {self._form.total} {'' if self._short else 'questions '}fit"
        said += f"; {asked} will be asked." if fit else ": nothing to play."
        self._fit = fit
        self.query_one("#fit", Static).update(Content.styled(said, "bold"))

    def _draw(self, place: int, cells: int) -> Content:
        row = self._rows[place]
        sign = "▸ " if place == self._place else "  "
        if not row.values:
            return Content.styled(clip(sign + row.label, cells), "$quiet")
        if row.ticked is not None:
            box = "[x]" if row.ticked else "[ ]"
            return Content(clip(f"{sign}  {box} {row.label}  {row.values[0]}", cells))
        parts: list[Content | str | tuple[str, str]] = [f"{sign}{row.label:<{LABEL}}"]
        if row.steps:
            parts += [("− ", "$quiet"), (row.values[0], "bold"), (" +", "$quiet")]
        for index, value in enumerate(row.values if not row.steps else ()):
            chosen = index == row.current
            parts.append((f"{'●' if chosen else '○'} {value}  ", "bold" if chosen else "$quiet"))
        return Content.assemble(*parts)

    # What keys and the mouse do ------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """Point at another row, over the headings."""
        place = max(0, min(self._place + step, len(self._rows) - 1))
        if not self._rows[place].values:
            place += 1 if step > 0 else -1
        self._form.left()
        self.query_one(LineList).mark(place)

    def action_turn(self, step: int) -> None:
        """Choose another value in the row that is pointed at."""
        if (row := self._row) is not None:
            self._form.left()
            self._form.turn(row, step)
            self._fill(self._place)

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        row = self._rows[event.index]
        if not row.values:
            return
        self._form.left()
        x = event.x - 2 - LABEL
        if row.ticked is not None:
            self._form.turn(row, 1)
        elif row.steps and 0 <= x <= len(row.values[0]) + 4:
            self._form.turn(row, -1 if x < 2 else 1)
        elif not row.steps:
            for index, value in enumerate(row.values):
                if 0 <= x < len(value) + 4:
                    self._form.choose(row, index)
                x -= len(value) + 4
        self._fill(event.index)

    def action_play(self) -> None:
        """Begin, if there is anything that fits."""
        if self._fit:
            self.dismiss(self._form.wishes)
        else:
            sentence = "No question fits: tick fewer skills and kinds, or choose all questions."
            self.notify(one_line(sentence), severity="warning", markup=False)

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
