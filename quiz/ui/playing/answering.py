"""Making and giving an answer on the play screen, by keys and mouse."""

from textual import on

from quiz.errors import QuizError
from quiz.play.asked import Asked
from quiz.play.entries import TypedEntry
from quiz.play.recorded import RecordedSession
from quiz.ui.playing.desk import SURE, Desk
from quiz.ui.playing.ending import Ending
from quiz.ui.widgets.answer_line import AnswerLine
from quiz.ui.widgets.article_view import ArticleView
from quiz.ui.widgets.parts import Parts
from quiz.ui.widgets.passage import Passage
from quiz.ui.widgets.question_view import Around, QuestionView


class Answering(Ending):
    """The part of the play screen that changes a response and hands it in."""

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__(recorded)
        self.desk = Desk(self.session)
        self.typing = False

    @property
    def item(self) -> Asked:
        """The question on screen."""
        return self.session.asked[self.position]

    @property
    def asking(self) -> bool:
        """Whether the question on screen waits for its answer; the screen knows."""
        raise NotImplementedError

    @property
    def covered(self) -> bool:
        """Whether the article stands over the question; the screen knows."""
        raise NotImplementedError

    def around(self) -> Around:
        """What is shown with the question; the screen knows."""
        raise NotImplementedError

    def turn_to_article(self, shown: bool) -> None:
        """Put the article over the question or away; the screen does."""
        raise NotImplementedError

    def settle(self) -> None:
        """Put everything where the state wants it; the screen does."""
        raise NotImplementedError

    def changed(self) -> None:
        """Paint what changed in the response being made."""
        if self.covered:
            self.turn_to_article(False)
        view = self.query_one(QuestionView)
        view.refresh_entry(self.desk.entry(self.position), self.around())
        view.follow()

    def action_number(self, number: int) -> None:
        """Choose a part by its number, or answer with a certainty."""
        if self.recorded.rules.certainty:
            self._submit(number)
        else:
            self.action_choose(number - 1)

    def action_choose(self, place: int) -> None:
        """Choose a part by its letter."""
        self.desk.choose(self.position, place)
        self.changed()
        self.refresh_keys()

    def action_point(self, step: int) -> None:
        """Point at the next or the previous part; scroll the text where it is over them."""
        if self.covered:
            self.query_one(ArticleView).scroll_relative(y=step, animate=False)
            return
        self.desk.point(self.position, step)
        self.changed()

    def action_step(self, step: int) -> None:
        """Point at the next or the previous part of a passage."""
        self.action_point(step)

    def action_move(self, step: int) -> None:
        """Move the item pointed at."""
        self.desk.move(self.position, step)
        self.changed()

    def action_act(self) -> None:
        """Mark, or pick up and put down."""
        self.desk.act(self.position)
        self.changed()
        self.refresh_keys()

    def action_submit(self) -> None:
        """Answer; nothing is shown before the answer is safe on disk."""
        self._submit(None)

    def _submit(self, certainty: int | None) -> None:
        """Answer. A question that is out of sight is turned to instead: nobody answers blind."""
        if self.covered:
            self.turn_to_article(False)
            return
        hindrance = self.desk.hindrance(self.position)
        if not hindrance and certainty is None and self.recorded.rules.certainty:
            hindrance = f"{SURE}."
            self.typing = False
            self.settle()
        if hindrance:
            self.say(hindrance)
            return
        response = self.desk.entry(self.position).response()
        if response is None or self.time_is_up():
            return
        try:
            self.recorded.answer(response, self.clock.seconds(self.position), certainty)
        except QuizError as error:
            again = "enter" if certainty is None else str(certainty)
            self.say(f"{error} Your answer is not saved; {again} tries again.", error=True)
            return
        self.spend()
        if self.session.mode == "practice":
            self.show()
            return
        self.session.advance()
        self.show()
        if not self.session.open:
            self.action_overview()

    def action_type(self) -> None:
        """Go back to the line in which the answer is typed."""
        self.typing = True
        self.settle()

    def action_stop(self) -> None:
        """Leave the line."""
        self.typing = False
        self.settle()

    @on(Parts.Clicked)
    def _clicked(self, event: Parts.Clicked) -> None:
        if self.asking:
            self.desk.click(self.position, event.place, right=event.right)
            self.changed()
            self.refresh_keys()

    @on(Passage.Clicked)
    def _clicked_passage(self, event: Passage.Clicked) -> None:
        if self.asking:
            self.desk.click(self.position, event.place)
            self.changed()

    @on(AnswerLine.Changed)
    def _typed(self, event: AnswerLine.Changed) -> None:
        entry = self.desk.entry(self.position)
        if self.asking and isinstance(entry, TypedEntry):
            entry.type(event.value)

    @on(AnswerLine.Submitted)
    def _entered(self) -> None:
        self.action_submit()

    def on_descendant_focus(self) -> None:
        """The line of keys is another one while an answer is typed."""
        self.typing = True
        self._keys_changed()

    def on_descendant_blur(self) -> None:
        """The keys are themselves again."""
        self._keys_changed()

    def _keys_changed(self) -> None:
        """Line of keys and hint say what keys do now."""
        self.refresh_keys()
        if self.asking:
            self.query_one(QuestionView).refresh_entry(self.desk.entry(self.position), self.around())
