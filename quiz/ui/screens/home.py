"""Home: the library as a list, what waits to be continued, and a word of welcome the first time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.bank.finding import Finder
from quiz.bank.library import BankSummary, Library
from quiz.errors import QuizError
from quiz.play.wishes import Wishes
from quiz.scores.store import BankScore, SessionSummary, Store
from quiz.ui import bank_rows, text
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import clip, one_line

if TYPE_CHECKING:  # a line to type in is imported when somebody wants to type
    from quiz.ui.widgets.typed_line import TypedLine

WELCOME = (
    "A quiz about a news article asks what the text says, who said it, and how sure the text is of it.",
    "It takes no side: every answer stands in the article, and after each question you see where.",
)
EMPTY = (
    "There is no bank here yet. “quiz generate ARTICLE -o BANK” makes one from an article, "
    "and p plays an article from a file."
)
TASTE = 3
"""Questions of the very first session."""

LIST = ("banks", "waiting")
QUIET = 0.4
"""Seconds."""

SIGN = "▸ "
AROUND = 4
"""Cells beside the rows: their margin, and the scrollbar there may be."""
BESIDE = 6
"""Cells left and right of what stands over the list."""

TYPED_HELP = replace(HELP_COMMAND, keys="f1", shown="F1")
TYPING = ("finding", "opening")
RESTING = ("first", "looking", "empty", *LIST)
MOVING = (*LIST, "finding")


class HomeScreen(QuizScreen):
    """Lists the banks; enter plays one."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("play", "enter", "enter", "play", "Play the quiz that is marked", LIST),
        Command(
            "taste", "enter", "enter", "play", "Play three questions on the shortest article", ("first",)
        ),
        Command("take", "enter", "enter", "take", "Back to the list, with what was found", ("finding",)),
        Command(
            "take", "enter", "enter", "open", "Make a quiz from the article, or open the bank", ("opening",)
        ),
        Command("go_on", "c", "c", "continue", "Go on with the session you left", ("waiting",)),
        Command("options", "o", "o", "options", "Choose how to play the quiz that is marked", LIST),
        Command(
            "inspect",
            "i",
            "i",
            "inspect",
            "See who says what in the article of the quiz that is marked",
            LIST,
        ),
        Command(
            "curate",
            "d",
            "d",
            "drafts",
            "Decide about the drafts of the quiz that is marked",
            LIST,
            why_not="No draft waits in the quiz that is marked.",
        ),
        Command("scores", "s", "s", "scores", "Look at the sessions so far", RESTING),
        Command(
            "review",
            "r",
            "r",
            "review",
            "Go through your newest session again, question by question",
            RESTING,
            why_not="There is no finished session to review yet.",
        ),
        Command("find", "slash", "/", "find", "Find banks by title, outlet or skill", LIST),
        Command("library", "l", "l", "library", "Choose from all the banks", ("first",)),
        Command("open", "p", "p", "open", "Play an article or a bank from a file", RESTING),
        Command("move(1)", "down,j", "↑↓", "choose", "Mark the next quiz", LIST),
        Command("move(1)", "down", "↑↓", "choose", "Mark the next quiz", ("finding",)),
        Command("move(-1)", "up,k", "", "", "Mark the quiz above", MOVING),
        Command("page(1)", "pagedown", "", "", "Mark a quiz a page below", MOVING),
        Command("page(-1)", "pageup", "", "", "Mark a quiz a page above", MOVING),
        Command("edge(-1)", "home,g", "", "", "Mark the first quiz", LIST),
        Command("edge(1)", "end,G", "", "", "Mark the last quiz", LIST),
        Command("all", "escape", "esc", "all", "Show all banks again", ("finding",)),
        Command("all", "escape", "", "", "Show all banks again", LIST),
        Command("all", "escape", "esc", "back", "Open nothing", ("opening",)),
        Command("quit", "q", "q", "quit", "Leave quiz", RESTING),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    class Looked(Message):
        """The banks were looked through."""

        def __init__(self, banks: Sequence[BankSummary]) -> None:
            super().__init__()
            self.banks = banks

    def __init__(self, library: Library, store: Store, wishes: Wishes) -> None:
        super().__init__()
        self._library = library
        self._store = store
        self._wishes = wishes
        self._banks: tuple[BankSummary, ...] | None = None
        self._finder = Finder(())
        self._found: tuple[BankSummary, ...] = ()
        self._scores: dict[str, BankScore] = {}
        self._waiting: SessionSummary | None = None
        self._due: Mapping[str, int] = {}
        self._typed = ""
        self._line: TypedLine | None = None
        self._typing = ""
        self._drafts = False
        self._listed = wishes != Wishes(wishes.player)  # whoever says what is wanted knows the program

    @property
    def state(self) -> str:
        """What is going on.

        “finding” or “opening” while something is typed; “waiting” with a session to continue; “looking” as
        long as no bank is known; “first” the first time ever; “banks” with something to play, else “empty”.
        """
        if self._typing:
            return self._typing
        if self._waiting is not None:
            return "waiting"
        if self._banks is None:
            return "looking"
        if not self._banks:
            return "empty"
        return "first" if self._shortest is not None and not (self._listed or self._scores) else "banks"

    @property
    def marked(self) -> BankSummary | None:
        """The bank that is marked."""
        place = self.query_one(LineList).marked
        return self._found[place] if place is not None and place < len(self._found) else None

    @property
    def _shortest(self) -> BankSummary | None:
        """The bank about the shortest article."""
        banks = [bank for bank in self._banks or () if bank.questions and bank.words]
        return min(banks, key=lambda bank: bank.words, default=None)

    def commands_now(self) -> list[Command]:
        """Without what needs a bank, or two, when there is none: a session can wait whose bank is gone."""
        needed = {"play": 1, "options": 1, "inspect": 1, "move": 2, "page": 2, "edge": 2}
        useless = {name for name, count in needed.items() if len(self._found) < count}
        if not self._banks:
            useless.add("find")
        if not self._scores:
            useless.add("review")
        if (marked := self.marked) is None or not marked.drafts:
            useless.add("curate")
        if not self._typed and self.state in LIST:
            useless.add("all")
        commands = [command for command in super().commands_now() if command.name not in useless]
        if self._typing:  # a question mark is a letter now
            return [TYPED_HELP if command == HELP_COMMAND else command for command in commands]
        return commands

    def compose(self) -> ComposeResult:
        """The list with what belongs over and under it."""
        yield TopLine()
        yield Static(id="continue")
        yield Static(id="found")
        yield Static(id="columns")
        yield LineList(id="banks")
        yield Static(id="about")
        yield Static("This terminal is too small: 36 columns and 9 rows are needed.", id="too-small")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show what is remembered, at the beginning and after each session; then look what has changed."""
        try:
            self._scores = self._store.bank_scores(self._wishes.player)
            self._waiting = self._store.resumable(self._wishes.player)
            self._due = self._store.due(self._wishes.player, datetime.now(UTC))
        except QuizError as error:
            self._say(str(error))
        if self._library.remembers:
            if self._banks is None:
                self._take(self._library.remembered())
            if self._banks is None:
                self.call_after_refresh(self._look_through)
            else:
                self.set_timer(QUIET, self._look_through)  # what is remembered is painted undisturbed
        elif self._banks is None:
            self._take(self._library.summaries())
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the columns anew."""
        super().on_resize(event)
        self._fill()

    def _look_through(self) -> None:
        def look() -> None:
            self.post_message(self.Looked(self._library.summaries()))

        self.run_worker(look, thread=True, exclusive=True, group="library")

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        before = self._banks
        self._take(event.banks)
        if self._banks != before:
            self._fill()

    def _take(self, banks: Sequence[BankSummary] | None) -> None:
        if banks is not None:
            self._banks = tuple(sorted(banks, key=lambda bank: bank.problem is not None))
            self._finder = Finder(self._banks)

    # What is shown -------------------------------------------------------------------------------

    def _fill(self) -> None:
        before = self.marked
        self._found = self._finder.find(self._typed)
        places = [place for place, bank in enumerate(self._found) if before and bank.path == before.path]
        self.query_one(LineList).show(len(self._found), self._row, places[0] if places else 0)
        self._stand()
        self._greet()
        self._describe()
        state = self.state
        self.set_class(state in ("first", "looking", "empty"), "-no-list")
        self.refresh_keys()

    def _row(self, place: int, cells: int) -> Content:
        bank = self._found[place]
        room = cells - len(SIGN)
        sign = SIGN if place == self.query_one(LineList).marked else "  "
        if bank.problem:
            return Content(sign + bank_rows.broken(bank, room))
        return Content(sign + bank_rows.row(bank_rows.cells_of(bank, self._scores), room))

    def _stand(self) -> None:
        banks = [bank for bank in self._banks or () if bank.problem is None]
        count = f"{len(banks)} bank{'' if len(banks) == 1 else 's'}" if self._banks is not None else ""
        due = sum(self._due.get(bank.id, 0) for bank in banks)
        now = f"{due} question{'' if due == 1 else 's'} due now"
        self.query_one(TopLine).show("quiz", *([f"{count} · {now}", f"{due} due"] if due else [count]))
        room = self.app.size.width - AROUND - len(SIGN)
        self.query_one("#columns", Static).update(Content(f"  {bank_rows.row(bank_rows.HEAD, room)}"))
        found = self.query_one("#found", Static)
        found.set_class(bool(self._typed) or self._typing == "finding", "-shown")
        if self._found:
            word = f"{len(self._found)} of {len(self._banks or ())}"
        else:
            word = "No bank has that in its title, its outlet or its skills."
        typed = "" if self._typing else f"Find  {clip(one_line(self._typed), 40)}   "
        found.update(Content.assemble((typed, "bold"), (word, "$quiet")))

    def _greet(self) -> None:
        panel = self.query_one("#continue", Static)
        wide = self.app.size.width >= 60
        panel.set_class(bool(self._banks and self._scores and self._waiting is None), "-nothing")
        if self._waiting is not None:
            waiting = self._waiting
            where = f" — {waiting.answered} of {waiting.asked} answered"
            room = self.app.size.width - BESIDE - len("Continue     c") - len(where)
            title = one_line(waiting.title)
            title = clip(title, room) if wide else title  # where it is narrow, it goes on in the next line
            panel.update(Content.assemble(("Continue  ", "bold"), title, where, ("   c", "bold")))
        elif self._banks is None:
            panel.update(text.block("Looking through the banks …"))
        elif not self._banks:
            panel.update(text.block(EMPTY))
        elif self.state == "first" and (bank := self._shortest) is not None:
            begin = f"Press enter to try three questions on\n“{one_line(bank.title)}”."
            panel.update(text.block("\n".join([*WELCOME, "", begin])))
        else:
            begin = "Press enter to play the quiz that is marked."
            panel.update(text.block("\n".join([*WELCOME, begin] if wide else [begin])))

    def _describe(self) -> None:
        bank = self.marked
        drafts = bank is not None and bank.drafts > 0
        if drafts != self._drafts:
            self._drafts = drafts
            self.refresh_keys()
        about = self.query_one("#about", Static)
        due = self._due.get(bank.id, 0) if bank is not None else 0
        about.update(bank_rows.described(bank, self.app.size.width - 9, due) if bank is not None else "")

    def _say(self, sentence: str) -> None:
        self.notify(one_line(sentence), severity="error", markup=False, timeout=10)

    # Choosing ------------------------------------------------------------------------------------

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        self.query_one(LineList).mark(event.index)
        self._describe()
        self.action_play()

    def on_click(self, event: events.Click) -> None:
        """Go on with the session that waits, where a click is on its line."""
        if self.query_one("#continue").region.contains(*event.screen_offset):
            self.action_go_on()

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
        self._fill()

    # Playing -------------------------------------------------------------------------------------

    def action_play(self) -> None:
        """Play the marked bank, after offering to go on where it was left."""
        if (bank := self._usable()) is not None:
            self.app.play_bank(bank.path, bank.id)  # type: ignore[attr-defined]

    def action_options(self) -> None:
        """Choose how to play the marked bank."""
        if (bank := self._usable()) is not None:
            self.app.choose_options(bank.path)  # type: ignore[attr-defined]

    def action_inspect(self) -> None:
        """Show what is read in the marked bank's article."""
        bank = self._usable()
        if bank is not None and bank.article is not None:
            self.app.inspect_article(bank.title, bank.article)  # type: ignore[attr-defined]
        elif bank is not None:
            self.notify("This quiz is about no article.", markup=False, timeout=5)

    def action_curate(self) -> None:
        """Open the desk for the drafts of the marked bank."""
        if (bank := self._usable()) is not None:
            self.app.curate_bank(bank.path)  # type: ignore[attr-defined]

    def action_scores(self) -> None:
        """Show the sessions so far."""
        from quiz.ui.screens.scores import ScoresScreen

        self.app.push_screen(ScoresScreen(self._store, self._wishes.player))

    def action_taste(self) -> None:
        """Begin with three questions on the shortest article."""
        if (bank := self._shortest) is not None:
            self.app.play_bank(bank.path, bank.id, replace(self._wishes, count=TASTE))  # type: ignore[attr-defined]

    def action_go_on(self) -> None:
        """Go on with the session that waits."""
        if self._waiting is not None:
            self.app.resume(self._waiting.id)  # type: ignore[attr-defined]

    def action_review(self) -> None:
        """Go through the newest finished session again."""
        try:
            sessions = self._store.sessions(self._wishes.player)
        except QuizError as error:
            self._say(str(error))
            return
        finished = [summary.id for summary in sessions if summary.finished is not None]
        if finished:
            self.app.review(finished[0])  # type: ignore[attr-defined]

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def _usable(self) -> BankSummary | None:
        """The marked bank, unless it cannot be used, which is said."""
        bank = self.marked
        if bank is not None and bank.problem:
            self._say(bank.problem)
            return None
        return bank

    # Typing --------------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Narrow the list by typing."""
        self._type("finding", "Find", self._typed, "title, outlet or skill")

    def action_open(self) -> None:
        """Ask for the path of an article or a bank."""
        self._type("opening", "File", "", "the path of an article or a bank")

    def _type(self, state: str, label: str, value: str, hint: str) -> None:
        from quiz.ui.widgets.typed_line import TypedLine

        self._typing = state
        self._line = TypedLine(label, value, hint=hint)
        self.mount(self._line, before="#found")
        self._fill()

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before the line has the keys."""
        if self._line is not None and self.focused is None and event.character and event.is_printable:
            self._line.insert(event.character)
            event.stop()

    def on_typed_line_changed(self, event: "TypedLine.Changed") -> None:
        """Find while it is typed."""
        if self._typing == "finding":
            self._typed = event.value
            self._fill()

    def on_typed_line_entered(self, event: "TypedLine.Entered") -> None:
        """Take what is typed: what was found, or the path of a file."""
        path = Path(event.value.strip()).expanduser()
        opening = self._typing == "opening" or (not self._found and path.is_file())
        if opening and self._typed:
            self._typed = ""
        self._stop_typing()
        if opening and event.value.strip():
            self.app.play_file(str(path))  # type: ignore[attr-defined]

    def action_all(self) -> None:
        """Stop typing, and show every bank again."""
        self._typed = ""
        self._stop_typing()

    def _stop_typing(self) -> None:
        if self._line is not None:
            self._line.remove()
            self._line = None
        self._typing = ""
        self._fill()
