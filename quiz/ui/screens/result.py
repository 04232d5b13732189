"""The result: how many, by skill, how sure, what to look at again, and where to go from here."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.amounts import counted
from quiz.errors import QuizError
from quiz.play.outcome import before, calibration, milestone_passed, standing, to_look_at
from quiz.play.recorded import RecordedSession
from quiz.play.telling import CERTAINTIES, in_words, milestone_told, share
from quiz.scores.report import points
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.courses.going_on import GoingOn
from quiz.ui.courses.wording import going_on
from quiz.ui.playing.standing import FLAG
from quiz.ui.playing.summary import comparison, remark, skills, time_up
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.celebration import Celebration
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

SECONDS_TO_LOOK_UP = 1.5
"""How long keys do nothing after the time was up: what is typed then was meant for the question."""

MISSED, PERFECT, ONWARD = ("missed",), ("perfect",), ("onward",)
LISTED = (*MISSED, "flagged")

SIGNS = {
    "right": ("✓", "$success"),
    "sure but wrong": ("✗", "$error"),
    "not right": ("✗", "$error"),
    "partly right": ("≈", "$warning"),
    "not answered": ("–", "$quiet"),
}


class ResultScreen(GoingOn, QuizScreen):
    """Shows a finished session."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command(
            "look", "enter", "enter", "look at them", "Look at these questions with their evidence", LISTED
        ),
        Command(
            "missed", "m", "m", "play the missed ones", "Play the questions you missed once more", MISSED
        ),
        Command(
            "flagged",
            "f",
            "f",
            "flagged",
            "Look at the questions you flagged with their evidence",
            why_not="No question was flagged.",
        ),
        Command("onward", "enter,n", "enter", "next step", "Go on in the course", ONWARD),
        Command("home", "enter,q", "enter", "home", "Go to the library", PERFECT),
        Command("onward", "n", "n", "next step", "Go on in the course", LISTED),
        Command(
            "next_bank",
            "n",
            "n",
            "next bank",
            "Play another bank that has questions new to you",
            why_not="There is no other bank here.",
        ),
        Command("home", "q", "q", "home", "Go to the library", (*LISTED, *ONWARD), kept=True),
        Command(
            "again", "a", "a", "play again", "Play this quiz again, with other questions where there are some"
        ),
        Command("scores", "s", "s", "scores", "Look at the sessions so far"),
        Command("review", "r", "r", "review all", "Look at every question with its evidence"),
        Command("scroll(1)", "down,j,space,pagedown", "", "", "Read on"),
        Command("scroll(-1)", "up,k,pageup", "", "", "Go back up"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__(recorded)
        self._missed = to_look_at(self.session)
        self._flagged = tuple(sorted(self.session.flags))
        self._again = (*self._missed, *(place for place in self._flagged if place not in self._missed))
        self._others = True
        self._by_time = recorded.remaining == 0
        self._awake = not self._by_time

    @property
    def state(self) -> str:
        """What comes first.

        “missed” when there is something to look at again, “flagged” when only flags say so; else “onward”
        in a course, and “perfect” without one.
        """
        if self._again:
            return "missed" if self._missed else "flagged"
        return "onward" if self.next_course else "perfect"

    def compose(self) -> ComposeResult:
        """Write the result once."""
        self.find_onward()
        yield TopLine()
        with VerticalScroll(id="result"):
            if not self._missed:
                yield Celebration(len(self.session.asked))
            yield Static(self._summary())
            yield from self._rows()
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the quiz."""
        self.query_one(TopLine).show(self.recorded.title, f"session {self.recorded.number}", "")
        self.query_one(VerticalScroll).can_focus = False
        self._others = self._other_banks()
        self.refresh_keys()
        if not self._awake:
            self.set_timer(SECONDS_TO_LOOK_UP, self._wake)

    def _wake(self) -> None:
        self._awake = True
        self.refresh_keys()

    def commands_now(self) -> list[Command]:
        """The commands of the state, as they are worded in or out of a course.

        Right after the time was up it is only help, for letters were answers then.
        """
        if not self._awake:
            return [HELP_COMMAND]
        onward = self.next_course is not None
        possible = {"flagged": self._flagged, "onward": onward, "next_bank": self._others and not onward}
        useless = {name for name, able in possible.items() if not able}
        return [self.worded(command) for command in super().commands_now() if command.name not in useless]

    def _other_banks(self) -> bool:
        """Whether the library remembers another bank; looking for one waits until it is asked for."""
        from quiz.play.onward import others

        banks = self.quiz_app.library.remembered()
        return banks is None or bool(others(banks, self.recorded.material.bank))

    # What keys do ------------------------------------------------------------------------------

    def action_look(self) -> None:
        """Go through the questions of the list, in its order."""
        self._review(self._again)

    def action_flagged(self) -> None:
        """Go through the questions that were flagged."""
        self._review(self._flagged)

    def action_review(self) -> None:
        """Go through every question, in the order asked."""
        self._review(range(len(self.session.asked)))

    def _review(self, positions: Sequence[int]) -> None:
        from quiz.ui.screens.play import PlayScreen

        self.app.push_screen(PlayScreen(self.recorded, review=positions))

    def action_missed(self) -> None:
        """A new session of the missed questions."""
        self.app.play_again(self.recorded, self.session.missed())  # type: ignore[attr-defined]

    def action_again(self) -> None:
        """A new session of the same bank."""
        self.app.play_again(self.recorded)  # type: ignore[attr-defined]

    def action_next_bank(self) -> None:
        """A session of another bank with something unseen in it."""
        from quiz.play.onward import next_bank

        app = self.quiz_app
        try:
            found = next_bank(
                app.store, app.wishes.player, app.library.summaries(), self.recorded.material.bank
            )
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
            return
        if found is None:
            self.notify("There is no other bank here with a question new to you.", markup=False)
            return
        app.pop_screen()
        app.play_bank(found.path, found.id)

    def action_scores(self) -> None:
        """The sessions so far."""
        from quiz.ui.screens.scores import ScoresScreen

        self.quiz_app.push_screen(ScoresScreen(self.quiz_app.store, self.quiz_app.wishes.player))

    def action_home(self) -> None:
        """Back to the library."""
        self.app.pop_screen()

    def action_scroll(self, direction: int) -> None:
        """Scroll the result."""
        self.query_one(VerticalScroll).scroll_relative(y=direction * 5, animate=False)

    # What is shown -----------------------------------------------------------------------------

    def _summary(self) -> Content:
        parts = [self._score(), Content("\n").join(skills(self.session.by_skill()))]
        if self.onward is not None:
            parts.insert(1, text.block(going_on(self.onward)))
        levels = calibration(self.session)
        if levels:
            rows = [Content.assemble(("How sure you were", "bold"))]
            for level in levels:
                given = counted(level.answers, "answer")
                rows.append(Content(f"{CERTAINTIES[level.certainty]:<10} {given}, {level.right} right"))
            parts.append(Content("\n").join(rows))
        if self._again:
            parts.append(Content.assemble(("To look at again", "bold")))
        return Content("\n\n").join(parts)

    def _score(self) -> Content:
        session = self.session
        total = len(session.asked)
        rows = [
            Content.assemble(
                (f"{session.correct} of {total}", "bold $accent"),
                f"   {remark(len(self._missed))}",
            )
        ]
        if session.score != session.correct:
            rows.append(Content(f"{points(session.score)} of {total} points, part marks counted."))
        if self._by_time:
            rows.append(Content(time_up(len(session.open))))
        rows += [Content.assemble((line, "$quiet")) for line in self._compared()]
        return Content("\n").join(rows)

    def _compared(self) -> list[str]:
        try:
            earlier = before(self.recorded.store, self.recorded.number)
            passed = milestone_passed(self.recorded.store, self.recorded.number)
        except QuizError:  # the result itself needs no history
            return []
        said = []
        if earlier is not None:
            said.append(comparison(earlier, self.session.score / len(self.session.asked)))
        if passed is not None:
            said.append(milestone_told(passed))
        return said

    def _rows(self) -> Iterator[Widget]:
        """For each question to look at again a sign, and beside it a word, both answers and the evidence."""
        for place in self._again:
            item = self.session.asked[place]
            answer = self.session.answers.get(place)
            how = standing(answer)
            sign, colour = SIGNS[how]
            word = how if answer is None or not answer.partly else f"{how}, {share(answer)}"
            flag = f"   {FLAG} flagged" if place in self._flagged else ""
            lines = [
                Content.assemble((word, f"bold {colour}"), (flag, "$warning")),
                text.line(item.question.prompt),
            ]
            if answer is not None:
                given = text.line(in_words(item.question, answer.response))
                lines.append(Content.assemble(("you      ", "$quiet"), given))
            key = text.line(in_words(item.question, item.key), "bold")
            lines.append(Content.assemble(("article  ", "$quiet"), key))
            for piece in self.recorded.evidence(item)[:1]:
                quote = text.line(piece.quote, "underline")
                lines.append(Content.assemble((f"{piece.place}: ", "$quiet"), quote))
            yield Horizontal(
                Static(Content.assemble((f"{sign} ", f"bold {colour}"), str(place + 1)), classes="mark"),
                Static(Content("\n").join(lines), classes="missed"),
                classes="row",
            )
