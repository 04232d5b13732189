"""Home: the library as a list, what waits to be continued, and a word of welcome the first time."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.bank.finding import Finder
from quiz.bank.library import BankSummary, Library
from quiz.errors import QuizError
from quiz.play.wishes import Wishes
from quiz.scores.store import BankScore, Store
from quiz.ui.commands import Command, bindings
from quiz.ui.home import greeting, rows
from quiz.ui.home.keys import KEYS, LIST, TYPED_HELP, without_effect
from quiz.ui.home.opening import Opening
from quiz.ui.home.typing import Typing
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine

if TYPE_CHECKING:  # courses are looked for when the library is painted
    from quiz.bank.shelf import Shelf

QUIET = 0.4
"""Seconds."""

PAINTED = 0.05
"""Seconds after which the terminal has what home wrote to it: work that begins before holds that up."""

AROUND = 4
"""Cells beside the rows: their margin, and the scrollbar there may be."""


class HomeScreen(Opening, Typing, QuizScreen):
    """Lists the banks; enter plays one."""

    KEYS = KEYS
    BINDINGS = bindings(KEYS)

    class Looked(Message):
        """The banks were looked through, and the courses beside them."""

        def __init__(self, banks: Sequence[BankSummary], shelf: "Shelf") -> None:
            super().__init__()
            self.banks = banks
            self.shelf = shelf

    def __init__(self, library: Library, store: Store, wishes: Wishes) -> None:
        super().__init__(library, store, wishes)
        self._finder = Finder(())
        self._found: tuple[BankSummary, ...] = ()
        self._scores: dict[str, BankScore] = {}
        self._due: Mapping[str, int] = {}
        self._drafts = False
        self._listed = wishes != Wishes(wishes.player)  # whoever says what is wanted knows the program

    @property
    def state(self) -> str:
        """What is going on.

        “finding” or “opening” while something is typed; “waiting” with a session to continue; “looking” as
        long as no bank is known; “first” the first time ever; “banks” with something to play, else “empty”.
        """
        if self.typing:
            return self.typing
        if self._waiting is not None:
            return "waiting"
        if self._banks is None:
            return "looking"
        if not self._banks:
            return "empty"
        if self._listed or self._scores or not any(bank.questions and bank.words for bank in self._banks):
            return "banks"
        return "first"

    @property
    def marked(self) -> BankSummary | None:
        """The bank that is marked."""
        place = self.query_one(LineList).marked
        return self._found[place] if place is not None and place < len(self._found) else None

    @property
    def finds_nothing(self) -> bool:
        """Whether no bank has the words that are typed."""
        return not self._found

    def commands_now(self) -> list[Command]:
        """Without what needs a bank, or two, when there is none: a session can wait whose bank is gone."""
        marked = self.marked
        useless = without_effect(
            found=len(self._found),
            banks=bool(self._banks),
            finished=bool(self._scores),
            drafts=marked is not None and marked.drafts > 0,
            narrowed=bool(self.typed) or self.state not in LIST,
            courses=self.may_have_courses,
        )
        commands = [command for command in super().commands_now() if command.name not in useless]
        if self.typing:  # a question mark is a letter now
            return [TYPED_HELP if command == HELP_COMMAND else command for command in commands]
        return commands

    def compose(self) -> ComposeResult:
        """The list with what belongs over and under it."""
        yield TopLine()
        yield Static(id="continue")
        yield Static(id="course-line")
        yield Static(id="found")
        yield Static(id="columns")
        yield LineList(id="banks")
        yield Static(id="about")
        yield too_small()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show what is remembered, at the beginning and after each session; then look what has changed."""
        try:
            self._scores = self._store.bank_scores(self._wishes.player)
            self._waiting = self._store.resumable(self._wishes.player)
            self._due = self._store.due(self._wishes.player, datetime.now(UTC))
        except QuizError as error:
            self.say(str(error))
        if self._library.remembers:
            if self._banks is None:
                self._take(self._library.remembered())
            if self._banks is None:
                self.call_after_refresh(self._look_through)
            else:
                self.set_timer(QUIET, self._look_through)  # what is remembered is painted undisturbed
        elif self._banks is None:
            self._take(self._library.summaries())
        self.fill()
        if self._library.remembers and self._banks is not None:
            self.set_timer(PAINTED, self.follow_courses)
        else:
            self.call_after_refresh(self.follow_courses)

    def on_resize(self, event: events.Resize) -> None:
        """Fold the columns anew."""
        super().on_resize(event)
        self.fill()

    def _look_through(self) -> None:
        def look() -> None:
            banks = self._library.summaries()
            self.post_message(self.Looked(banks, self._library.shelf(banks)))

        self.run_worker(look, thread=True, exclusive=True, group="library")

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        before = self._banks, self._shelf
        self._take(event.banks)
        self._shelf = event.shelf
        if (self._banks, self._shelf) != before:
            self.follow_courses()
            self.fill()

    def _take(self, banks: Sequence[BankSummary] | None) -> None:
        if banks is not None:
            self._banks = tuple(sorted(banks, key=lambda bank: bank.problem is not None))
            self._finder = Finder(self._banks)

    # What is shown -------------------------------------------------------------------------------

    def fill(self) -> None:
        """Show the list, and all around it, as it is now."""
        before = self.marked
        self._found = self._finder.find(self.typed)
        places = [place for place, bank in enumerate(self._found) if before and bank.path == before.path]
        self.query_one(LineList).show(len(self._found), self._row, places[0] if places else 0)
        self._stand()
        self._greet()
        self.offer_courses()
        self._describe()
        state = self.state
        self.set_class(state in ("first", "looking", "empty"), "-no-list")
        self.refresh_keys()

    def _row(self, place: int, cells: int) -> Content:
        marked = place == self.query_one(LineList).marked
        return rows.listed(self._found[place], self._scores, cells, marked=marked)

    def _stand(self) -> None:
        self.query_one(TopLine).show("quiz", *greeting.standings(self._banks, self._due))
        self.query_one("#columns", Static).update(rows.head(self.app.size.width - AROUND))
        found = self.query_one("#found", Static)
        found.set_class(bool(self.typed) or self.typing == "finding", "-shown")
        found.update(
            greeting.finding(self.typed, len(self._found), len(self._banks or ()), typing=bool(self.typing))
        )

    def _greet(self) -> None:
        panel = self.query_one("#continue", Static)
        cells = self.app.size.width
        wide = cells >= 60
        nothing = bool(self._banks and self._scores and self._waiting is None)
        panel.set_class(nothing, "-nothing")
        self.query_one("#course-line").set_class(nothing, "-first")
        if self._waiting is not None:
            panel.update(greeting.continuing(self._waiting, cells, wide=wide))
        elif not self._banks:
            panel.update(greeting.without_banks(looking=self._banks is None))
        else:
            first = self.first if self.state == "first" else None
            panel.update(greeting.welcome(first, wide=wide))

    def _describe(self) -> None:
        bank = self.marked
        drafts = bank is not None and bank.drafts > 0
        if drafts != self._drafts:
            self._drafts = drafts
            self.refresh_keys()
        about = self.query_one("#about", Static)
        due = self._due.get(bank.id, 0) if bank is not None else 0
        about.update(rows.described(bank, self.app.size.width - 9, due) if bank is not None else "")

    # Choosing ------------------------------------------------------------------------------------

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        self.query_one(LineList).mark(event.index)
        self._describe()
        self.action_play()

    def on_click(self, event: events.Click) -> None:
        """Go on with the session that waits, or open the courses, where a click is on their line."""
        if self.query_one("#continue").region.contains(*event.screen_offset):
            self.action_go_on()
        elif self.query_one("#course-line").region.contains(*event.screen_offset):
            self.action_courses()

    def action_move(self, step: int) -> None:
        """Move the mark."""
        self.query_one(LineList).move(step)
        self._describe()

    def action_page(self, direction: int) -> None:
        """Move the mark by a page."""
        self.action_move(direction * self.query_one(LineList).page)

    def action_edge(self, direction: int) -> None:
        """Move the mark to the first or the last bank."""
        self.action_move(direction * len(self._found))

    def action_library(self) -> None:
        """Show the list instead of the welcome."""
        self._listed = True
        self.fill()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
