"""Playing: the article at the left, the question at the right; on small terminals one of the two."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from quiz.errors import QuizError
from quiz.play.recorded import RecordedSession
from quiz.play.telling import in_words
from quiz.ui.commands import Command, bindings
from quiz.ui.playing.keys import ASKING, KEYS
from quiz.ui.playing.reading import Reading
from quiz.ui.playing.situation import Situation, fitting
from quiz.ui.playing.standing import FLAG, reviewed, standings
from quiz.ui.screens.base import QuizScreen, too_small
from quiz.ui.widgets.answer_line import AnswerLine
from quiz.ui.widgets.article_pane import ArticlePane
from quiz.ui.widgets.article_view import ArticleView
from quiz.ui.widgets.feedback import foldable
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.question_view import Around, QuestionView, takes_typing
from quiz.ui.widgets.top_line import TopLine


class PlayScreen(Reading, QuizScreen):
    """Runs one session; the next question takes the place of the last.

    With ``review`` it shows the questions of a finished session at these positions instead.
    """

    AUTO_FOCUS = ""
    KEYS: ClassVar[Sequence[Command]] = KEYS
    BINDINGS = bindings(KEYS)

    def __init__(self, recorded: RecordedSession, review: Sequence[int] = ()) -> None:
        super().__init__(recorded)
        self.review = tuple(review)
        self._at = 0
        self._reading = (
            recorded.rules.closed_book
            and recorded.article is not None
            and not review
            and not self.session.answers
        )

    # How it stands ---------------------------------------------------------------------------

    @property
    def position(self) -> int:
        """The place of the question on screen in the session, from 0."""
        if self.review:
            return self.review[self._at]
        return min(self.session.position, len(self.session.asked) - 1)

    @property
    def state(self) -> str:
        """“reading”, a type that waits for its answer, “typing”, “answered”, “review” or “finished”."""
        if self.review:
            return "review"
        if self._reading:
            return "reading"
        if self.session.state != "asking":
            return self.session.state
        return "typing" if isinstance(self.focused, AnswerLine) else self.item.question.type

    @property
    def asking(self) -> bool:
        """Whether the question on screen waits for its answer."""
        return not self.review and not self._reading and self.session.state == "asking"

    @property
    def covered(self) -> bool:
        """Whether the article stands over the question."""
        return self._reading or (self.article_shown and self.article_open and not self.wide)

    def commands_now(self) -> list[Command]:
        """Only what has an effect here, worded for what it does here."""
        if self.typing_words and not self.has_class("-too-small"):
            return self.commands_while_typing(self.KEYS)
        total = len(self.review or self.session.asked)
        place = self._at if self.review else self.position
        state = self.state
        asking = state in ASKING
        answer = self.session.answers.get(self.position)
        now = Situation(
            state,
            parts=self.desk.entry(self.position).count if asking else 0,
            certainty=self.recorded.rules.certainty,
            exam=self.session.mode == "exam",
            covered=self.covered and not self._reading,
            flips=self.article_open and not self.wide,
            reading=self.article_shown,
            pages=self.read.max_scroll_y > 0,
            evidence=not self.asking and bool(self.evidence_spans()),
            reasons=not self.asking and foldable(self.item, answer.response if answer else None),
            back=place > 0,
            on=place < total - 1,
            others=len(set(self.session.open) - {self.position}),
            picked=self.desk.picked,
            columns=self.app.size.width,
            last=place == total - 1 if self.review else not self.session.open,
            flagged=self.position in self.session.flags,
        )
        useless = self.reading_without_effect()
        commands = [command for command in super().commands_now() if command.name not in useless]
        return fitting(commands, now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does something now; keys that share an action differ by its argument."""
        named = f"{action}({', '.join(map(str, parameters))})" if parameters else action
        own = any(command.name == action for command in self.KEYS)
        return not own or any(named == command.action for command in self.commands_now())

    def refresh_keys(self) -> None:
        """Once now and once the panes have their new sizes: whether there is anything to page shows then."""
        super().refresh_keys()
        self.call_after_refresh(super().refresh_keys)

    def compose(self) -> ComposeResult:
        """Article and question, side by side or one over the other."""
        yield TopLine()
        with Horizontal(id="panes"):
            yield ArticlePane(self.recorded.article, self.recorded.material.outlet)
            yield QuestionView(id="question")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first question, or what has to come before it."""
        self.begin_clock()
        self.show()
        if self.review:
            from quiz.play.outcome import order_told

            if order := order_told(self.session, self.review):
                self.say(order)

    def on_resize(self, event: events.Resize) -> None:
        """Rearrange the panes; what was pointed at, typed and read stays."""
        super().on_resize(event)
        if self.asking:
            self.call_after_refresh(self.query_one(QuestionView).follow)
        else:
            self.explain()
        self.settle()

    # What is shown -----------------------------------------------------------------------------

    def show(self) -> None:
        """Paint the question on screen from its beginning, as it stands."""
        if self.state == "finished":
            return
        self.desk.picked = False
        self.article_shown = False
        self.typing = self.asking and takes_typing(self.item)
        self.clock.turn_to(self.position if self.asking else None)
        article = self.query_one(ArticleView)
        if self.asking or self._reading:
            self.query_one(QuestionView).ask(self.desk.entry(self.position), self.around())
            article.mark(())
            self.settle()
            return
        self.explain()
        self.query_one(QuestionView).scroll_home(animate=False)
        self.settle()
        self.show_evidence()

    def around(self) -> Around:
        """What is shown with the question: flag, earlier answer, how to answer, how to say how sure."""
        answer = self.session.answers.get(self.position)
        notes = [f"{FLAG} Flagged for another look."] if self.position in self.session.flags else []
        certainty = self.recorded.rules.certainty
        if not self.asking:
            return Around(" ".join(notes), letters=certainty)
        if answer is not None:
            said = in_words(self.item.question, answer.response)
            notes.append(f"Answered: {said}. It can be changed until you hand in.")
        typing = self.typing and takes_typing(self.item)
        how = self.desk.how(self.position, letters=certainty)
        hint = self.desk.sure(typing=typing) if certainty else ""
        return Around(" ".join(notes), how, hint, certainty, self.desk.picked)

    def explain(self) -> None:
        """Show what the answer was worth and why."""
        quote = not self.wide or self.recorded.article is None
        evidence = self.recorded.evidence(self.item) if quote else ()
        answer = self.session.answers.get(self.position)
        self.query_one(QuestionView).explain(
            self.item, answer, evidence, self.around(), everything=self.everything
        )

    def stand(self) -> None:
        """Write the top line."""
        if self.review:
            shorter = reviewed(self.session, self._at, len(self.review), self.position)
        else:
            shorter = standings(self.session, self.position, self.time_left())
        self.query_one(TopLine).show(self.recorded.title, *shorter)

    def settle(self) -> None:
        """Put the panes, the focus and both lines where the state wants them."""
        self.set_class(self.covered, "-article")
        self.set_class(self._reading, "-reading")
        self.set_class(not self.article_open, "-no-article")
        line = self.query_one(AnswerLine)
        typing = self.typing and self.asking and not self.covered
        if not self.typing_words:
            self.set_focus(line if typing else None)
        self.stand()
        self.refresh_keys()

    def turn_to_article(self, shown: bool) -> None:
        """Put the article over the question, or away."""
        self.article_shown = shown
        self.settle()

    # What keys do --------------------------------------------------------------------------

    def action_begin(self) -> None:
        """Put the article away and ask."""
        self._reading = False
        self.show()

    def action_next(self) -> None:
        """Go on, or to the result after the last question."""
        if self.review:
            self._at += 1
            if self._at == len(self.review):
                self._at -= 1
                self.app.pop_screen()
                return
        else:
            try:
                self.recorded.advance()
            except QuizError as error:
                self.say(f"{error} The session is not finished yet; enter tries again.", error=True)
                return
        if self.state == "finished":
            self.show_result()
        else:
            self.show()

    def action_turn(self, step: int) -> None:
        """Turn to the question before or after this one."""
        if self.review:
            self._at = max(0, min(len(self.review) - 1, self._at + step))
        else:
            self.session.go_to(self.position + step)
        self.show()

    def action_skip(self) -> None:
        """Leave this question open and go to the next open one."""
        self.session.skip()
        self.show()

    def action_flag(self) -> None:
        """Mark the question for another look, or take the mark away."""
        try:
            self.recorded.flag(self.position not in self.session.flags)
        except QuizError as error:
            self.say(str(error), error=True)
            return
        if self.asking:
            self.changed()
        else:
            self.explain()
        self.settle()
