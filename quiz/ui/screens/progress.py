"""How a player gets on: skills, trends, certainty, days of practice and what is due, on a page to scroll."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from quiz.amounts import counted
from quiz.errors import QuizError
from quiz.scores.store import Store
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.drawn import drawn
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.scrolling import Scrolling
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line, wrap

if TYPE_CHECKING:  # the figures are imported where they are read, which is not on the way of a key
    from quiz.scores.gathering import Learner
    from quiz.scores.text.progress import Part

NOTHING = (
    "No answers yet. Press q, and at home enter: that plays the quiz that is marked. "
    "What your answers say about your skills will be here."
)
READING = "Reading the scores …"

AROUND = 5
"""Cells beside the lines: their margin, and the scrollbar there may be."""

SCROLLING = frozenset({"part", "scroll", "page"})

FOLDED, OPENED = ("skills",), ("kinds",)
SOME = FOLDED + OPENED


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page and how it looks: “title”, “quiet” or “drawn”."""

    text: str
    look: str = "drawn"


class ProgressScreen(Scrolling, QuizScreen):
    """Shows what the answers of a player say of their reading."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("kinds", "enter", "enter", "kinds", "Show the kinds of questions under each skill", FOLDED),
        Command("kinds", "enter", "enter", "skills", "Show skills without their kinds", OPENED),
        Command(
            "part(1)", "n,tab", "n", "next", "Go on to the next part, after the last one to the first", SOME
        ),
        Command("part(-1)", "N,shift+tab", "", "", "Go back to the part before", SOME),
        Command("scroll(1)", "down,j", "↑↓", "read on", "Read on", SOME),
        Command("scroll(-1)", "up,k", "", "", "Go back up", SOME),
        Command("page(1)", "space,pagedown", "space", "page", "Read on by a page", SOME),
        Command("page(-1)", "pageup,minus", "", "", "Go back up by a page", SOME),
        Command("page(-1000)", "home", "", "", "Go to the beginning", SOME),
        Command("page(1000)", "end", "", "", "Go to the end", SOME),
        Command("leave", "q,escape", "q", "back", "Back to where you were", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    class Gathered(Message):
        """The figures were read."""

        def __init__(self, learner: "Learner") -> None:
            super().__init__()
            self.learner = learner

    class Failed(Message):
        """The figures cannot be read; ``sentence`` says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, store: Store, player: str) -> None:
        super().__init__()
        self._store = store
        self._player = player
        self._learner: Learner | None = None
        self._kinds = False
        self._said = READING
        self._lines: list[Line] = []
        self._starts: list[int] = []

    @property
    def state(self) -> str:
        """“skills” or “kinds” by what is shown; “none” when there is nothing to show, or not yet."""
        if not self._starts:
            return "none"
        return "kinds" if self._kinds else "skills"

    def commands_now(self) -> list[Command]:
        """Without scrolling where everything is on screen."""
        commands = super().commands_now()
        if self.query_one(LineList).max_scroll_y > 0:
            return commands
        return [command for command in commands if command.name not in SCROLLING]

    def compose(self) -> ComposeResult:
        """The page."""
        yield TopLine()
        yield LineList(id="report")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the figures while the screen stays quick: a long history takes longer than a key may."""
        self.query_one(TopLine).show("Progress")

        def read() -> None:
            from quiz.scores.gathering import gather

            try:
                learner = gather(self._store, self._player, self._store.now())
            except QuizError as error:
                self.post_message(self.Failed(str(error)))
            else:
                self.post_message(self.Gathered(learner))

        self.run_worker(read, thread=True)
        self._fill()

    @on(Gathered)
    def _gathered(self, event: Gathered) -> None:
        learner = self._learner = event.learner
        self._said = NOTHING
        standings = [counted(learner.met, "question") if learner.met else ""]
        if due := learner.due.questions:
            standings = [f"{standings[0]} · {due:,} due now", f"{due:,} due"]
        self.query_one(TopLine).show("Progress", *standings)
        self._fill()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self._said = one_line(event.sentence)
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Draw everything anew for another width."""
        super().on_resize(event)
        self._fill()

    # What keys do --------------------------------------------------------------------------------

    def action_kinds(self) -> None:
        """Show the kinds under their skills, or skills alone."""
        self._kinds = not self._kinds
        self._fill()

    def action_part(self, step: int) -> None:
        """Bring the title of the next or the previous part to the top."""
        view = self.query_one(LineList)
        top = int(view.scroll_offset.y)
        reachable = sorted({min(start, view.max_scroll_y) for start in self._starts})
        if step > 0:
            start = next((start for start in reachable if start > top), reachable[0])
        else:
            start = next((start for start in reversed(reachable) if start < top), reachable[-1])
        view.scroll_to(y=start, animate=False)

    # What is shown -------------------------------------------------------------------------------

    def _fill(self) -> None:
        width = self.app.size.width - AROUND
        parts: list[Part] = []
        if self._learner is not None:
            from quiz.scores.text.progress import progress_parts

            parts = progress_parts(self._learner, width, kinds=self._kinds)
        self._lines, self._starts = [], []
        for part in parts:
            self._starts.append(len(self._lines))
            self._lines += [*_lines(part), Line("")]
        if not parts:
            self._lines = [Line(line) for line in wrap(self._said, max(2, width))]
        self.query_one(LineList).show(len(self._lines), self._row)
        self.refresh_keys()
        self.call_after_refresh(self.refresh_keys)  # whether there is anything to scroll shows then

    def _row(self, place: int, cells: int) -> Content:
        line = self._lines[place]
        if line.look == "drawn":
            return drawn(line.text)
        return text.block(line.text, "bold" if line.look == "title" else "$quiet")


def _lines(part: "Part") -> list[Line]:
    """The lines of a part, with space where the eye needs it."""
    lines = [Line(part.title, "title")] if part.title else []
    lines += [Line(line, "quiet") for line in part.about]
    if lines:
        lines.append(Line(""))
    lines += [Line(line) for line in part.lines]
    if part.note:
        lines += [Line(""), *(Line(line, "quiet") for line in part.note)]
    return lines
