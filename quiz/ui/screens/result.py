"""The result: how many, by skill, what to look at again, and where to go from here."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.play.recorded import RecordedSession
from quiz.play.telling import in_words
from quiz.ui import text
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.top_line import TopLine

FEWEST_FOR_A_WORD = 5
"""Answers to a skill below which a share says next to nothing."""

MISSED = ("missed",)


class ResultScreen(QuizScreen):
    """Shows a finished session."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command(
            "missed", "m", "m", "play the missed ones", "Play the questions you missed once more", MISSED
        ),
        Command(
            "again", "a", "a", "play again", "Play this quiz again, with other questions where there are some"
        ),
        Command("home", "q,enter", "enter", "home", "Go to the library"),
        Command("scroll(1)", "down,j,space,pagedown", "", "", "Read on"),
        Command("scroll(-1)", "up,k,pageup", "", "", "Go back up"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__()
        self.recorded = recorded
        self.session = recorded.session

    @property
    def state(self) -> str:
        """“missed” when there is something to play again."""
        return "missed" if self.session.missed() else "perfect"

    def compose(self) -> ComposeResult:
        """Write the result once."""
        yield TopLine()
        with VerticalScroll(id="result"):
            yield Static(self._summary())
            yield from self._missed()
        yield Static("This terminal is too small: 36 columns and 9 rows are needed.", id="too-small")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the quiz."""
        self.query_one(TopLine).show(self.recorded.title, f"session {self.recorded.number}", "")
        self.query_one(VerticalScroll).can_focus = False
        self.refresh_keys()

    def action_missed(self) -> None:
        """A new session of the missed questions."""
        self.app.play_again(self.recorded, self.session.missed())  # type: ignore[attr-defined]

    def action_again(self) -> None:
        """A new session of the same bank."""
        self.app.play_again(self.recorded)  # type: ignore[attr-defined]

    def action_home(self) -> None:
        """Back to the library."""
        self.app.pop_screen()

    def action_scroll(self, direction: int) -> None:
        """Scroll the result."""
        self.query_one(VerticalScroll).scroll_relative(y=direction * 5, animate=False)

    def _summary(self) -> Content:
        session = self.session
        total = len(session.asked)
        parts = [
            Content.assemble(
                (f"{session.correct} of {total}", "bold $accent"), f"   {_remark(session.correct, total)}"
            )
        ]
        rows = []
        few = False
        for count in session.by_skill():
            dots = "●" * count.correct + "○" * (count.asked - count.correct)
            rows.append(
                Content.assemble(
                    f"{count.skill.capitalize():<10} ",
                    (f"{dots:<8}", "$accent"),
                    f" {count.correct} of {count.asked}",
                )
            )
            few = few or count.asked < FEWEST_FOR_A_WORD
        if few:
            rows.append(Content.assemble(("With so few answers a skill's share says little yet.", "$quiet")))
        parts.append(Content("\n").join(rows))
        if session.missed():
            parts.append(Content.assemble(("To look at again", "bold")))
        return Content("\n\n").join(parts)

    def _missed(self) -> Iterator[Widget]:
        """For each missed question a mark, and beside it the question, both answers and the evidence."""
        for place, answer in sorted(self.session.answers.items()):
            if answer.correct:
                continue
            item = self.session.asked[place]
            lines = [
                text.line(item.question.prompt),
                Content.assemble(
                    ("you      ", "$quiet"), text.line(in_words(item.question, answer.response))
                ),
                Content.assemble(
                    ("article  ", "$quiet"), text.line(in_words(item.question, item.key), "bold")
                ),
            ]
            for piece in self.recorded.evidence(item)[:1]:
                lines.append(
                    Content.assemble((f"{piece.place}: ", "$quiet"), text.line(piece.quote, "underline"))
                )
            yield Horizontal(
                Static(Content.assemble(("✗ ", "bold $error"), str(place + 1)), classes="mark"),
                Static(Content("\n").join(lines), classes="missed"),
                classes="row",
            )


def _remark(correct: int, total: int) -> str:
    if correct == total:
        return "Every answer as the article has it."
    return f"{total - correct} to look at again." if total - correct > 1 else "One to look at again."
