"""Home: the library as a list, what waits to be continued, and a word of welcome the first time."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.bank.library import BankSummary, Library
from quiz.errors import QuizError
from quiz.scores.store import BankScore, SessionSummary, Store
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import clip, one_line, pad

WELCOME = (
    "A quiz about a news article asks what the text says, who said it, and how sure the text is of it.",
    "It takes no side: every answer stands in the article, and after each question you see where.",
    "Press enter to play the quiz that is marked.",
)


class HomeScreen(QuizScreen):
    """Lists the banks; enter plays one."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("play", "enter", "enter", "play", "Play the quiz that is marked", ("banks", "waiting")),
        Command("go_on", "c", "c", "continue", "Go on with the session you left", ("waiting",)),
        Command("move(1)", "down,j", "↑↓", "choose", "Mark the next quiz", ("banks", "waiting")),
        Command("move(-1)", "up,k", "", "", "Mark the quiz above", ("banks", "waiting")),
        Command("quit", "q", "q", "quit", "Leave quiz"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, library: Library, store: Store, player: str) -> None:
        super().__init__()
        self._library = library
        self._store = store
        self._player = player
        self._banks: tuple[BankSummary, ...] = ()
        self._scores: dict[str, BankScore] = {}
        self._waiting: SessionSummary | None = None

    @property
    def state(self) -> str:
        """“waiting” with a session to continue, “banks” with something to play, else “empty”."""
        if self._waiting is not None:
            return "waiting"
        return "banks" if self._banks else "empty"

    def commands_now(self) -> list[Command]:
        """Without what needs a bank, or two, when there is none: a session can wait whose bank is gone."""
        needed = {"play": 1, "move": 2}
        return [
            command for command in super().commands_now() if len(self._banks) >= needed.get(command.name, 0)
        ]

    def compose(self) -> ComposeResult:
        """The list with what belongs over and under it."""
        self._banks = tuple(sorted(self._library.summaries(), key=lambda bank: bank.problem is not None))
        yield TopLine()
        yield Static(id="continue")
        yield Static(id="columns")
        yield OptionList(id="banks", markup=False)
        yield Static(id="about")
        yield Static("This terminal is too small: 36 columns and 9 rows are needed.", id="too-small")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the history and show everything."""
        self._look_up()
        self._fill()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """After a session, show what has changed."""
        self._look_up()
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Fold the columns anew."""
        super().on_resize(event)
        options = self.query_one(OptionList)
        options.disabled = self.has_class("-too-small")
        if not options.disabled and self.app.screen is self:
            options.focus()
        self._fill()

    def _look_up(self) -> None:
        try:
            self._scores = self._store.bank_scores(self._player)
            self._waiting = self._store.resumable(self._player)
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)

    # What is shown -------------------------------------------------------------------------------

    def _fill(self) -> None:
        cells = self.app.size.width - 7  # paddings, and the scrollbar there may be
        options = self.query_one(OptionList)
        marked = options.highlighted or 0
        rows = [Content(row) for row in (self._row(bank, cells) for bank in self._banks)]
        options.set_options(rows)
        if self._banks:
            options.highlighted = min(marked, len(self._banks) - 1)
        self.query_one("#columns", Static).update(
            Content(f"{_columns('Title', 'Words', 'Questions', 'Last', 'Best', cells)}")
        )
        count = len([bank for bank in self._banks if bank.problem is None])
        self.query_one(TopLine).show("quiz", f"{count} bank{'' if count == 1 else 's'}")
        self._greet()
        self._describe()
        self.refresh_keys()

    def _row(self, bank: BankSummary, cells: int) -> str:
        if bank.problem:
            return clip(f"✗ {one_line(bank.title)}: cannot be opened", cells)
        score = self._scores.get(bank.id)
        last = f"{score.last_correct}/{score.last_asked}" if score else "–"
        best = f"{score.best_correct}/{score.best_asked}" if score else "–"
        return _columns(one_line(bank.title), str(bank.words or "–"), str(bank.questions), last, best, cells)

    def _greet(self) -> None:
        panel = self.query_one("#continue", Static)
        if self._waiting is not None:
            waiting = self._waiting
            where = f" — question {waiting.answered + 1} of {waiting.asked}"
            panel.update(
                Content.assemble(("Continue  ", "bold"), text.line(waiting.title), where, ("   c", "bold"))
            )
        elif not self._banks:
            panel.update(
                text.block(
                    "There is no bank here yet. “quiz generate ARTICLE -o BANK” makes one from an article."
                )
            )
        elif not self._scores:
            panel.update(text.block("\n".join(WELCOME if self.app.size.width >= 60 else WELCOME[-1:])))
        else:
            panel.update("")
        panel.set_class(self.state == "banks" and bool(self._scores), "-nothing")

    def _describe(self) -> None:
        options = self.query_one(OptionList)
        about = self.query_one("#about", Static)
        if not self._banks or options.highlighted is None:
            about.update("")
            return
        bank = self._banks[options.highlighted]
        if bank.problem:
            about.update(text.block(bank.problem))
            return
        skills = "   ".join(f"{skill.capitalize()} {number}" for skill, number in bank.skills)
        drafts = (
            f"   {bank.drafts} draft{'s wait' if bank.drafts > 1 else ' waits'} for a person's yes"
            if bank.drafts
            else ""
        )
        about.update(Content.assemble(text.line(bank.title, "bold"), f"\n{skills}{drafts}"))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        self._describe()

    # What keys do ---------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_play()

    def action_move(self, step: int) -> None:
        """Move the mark with j and k."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_play(self) -> None:
        """Play the marked bank, after offering to go on where it was left."""
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return
        bank = self._banks[options.highlighted]
        if bank.problem:
            self.notify(one_line(bank.problem), severity="error", markup=False, timeout=10)
            return
        self.app.play_bank(bank.path, bank.id)  # type: ignore[attr-defined]

    def action_go_on(self) -> None:
        """Go on with the session that waits."""
        if self._waiting is not None:
            self.app.resume(self._waiting.id)  # type: ignore[attr-defined]

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()


def _columns(title: str, words: str, questions: str, last: str, best: str, cells: int) -> str:
    """One row of the table: the title takes what the figures leave; narrow terminals drop figures."""
    figures = f"{questions:>10}{last:>9}{best:>9}" if cells >= 56 else f"{last:>7}"
    if cells >= 90:
        figures = f"{words:>7}{figures}"
    room = cells - len(figures)
    return pad(clip(title, room), room) + figures
