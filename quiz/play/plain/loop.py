"""The session in lines: one line is read, it is an answer or a command, and what follows is written."""

import time
from collections.abc import Callable
from typing import Final

from quiz.bank.model import TextEntry
from quiz.play.plain.clock import Clock
from quiz.play.plain.commands import command_in
from quiz.play.plain.doing import Doing
from quiz.play.plain.lines import NotAnAnswer, answer_in
from quiz.play.plain.result import milestone, summing_up
from quiz.play.plain.standing import Standing
from quiz.play.plain.talk import Left, Talk
from quiz.play.plain.words import certainty_told
from quiz.play.recorded import RecordedSession
from quiz.scores.store import StoreError

SURE: Final = {"1": "1", "2": "2", "3": "3", "low": "1", "medium": "2", "high": "3", "back": "back"}


def play_plain(recorded: RecordedSession, talk: Talk, clock: Callable[[], float] = time.monotonic) -> bool:
    """Run a session to its end or until the player leaves. Tells whether it was finished.

    ``clock`` gives seconds from any beginning. When something cannot be saved, a person is told and may try
    again, and for a pipe StoreError is raised; whatever else ends it, such as KeyboardInterrupt, the time
    used until then is written down first.
    """
    return LineSession(recorded, talk, clock).play()


class LineSession:
    """One session in lines."""

    def __init__(self, recorded: RecordedSession, talk: Talk, clock: Callable[[], float]) -> None:
        self.recorded = recorded
        self.session = recorded.session
        self._talk = talk
        self._write = talk.write
        self._clock = Clock(recorded, clock)
        self._here = Standing(recorded, talk, self._clock)
        self._doing = Doing(self._here)

    def play(self) -> bool:
        """Run it; tells whether it was finished."""
        self._here.welcome()
        try:
            try:
                while self.session.state != "finished":
                    self._here.show()
                    while not self._turn():
                        pass
            except TimeoutError:
                self._over()
            except Left as left:
                if not self._handed_in_at_the_end(left):
                    self._farewell()
                    return False
        finally:
            self._here.tick()
            self._clock.write_down()
        self._write("")
        for line in summing_up(self.recorded):
            self._write(line)
        if self._talk.person:  # a pipe hears what follows from bank, seed and answers, whatever came before
            for line in milestone(self.recorded):
                self._write(line)
        return True

    def _turn(self) -> bool:
        """Take one line; tells whether the player is somewhere else after it."""
        line = self._here.line()
        try:
            return self._take(line)
        except StoreError as error:
            if self._here.place == "answered":  # the answer is safe, only the end of the session is not
                what, before, again = "The end of the session is not saved", "every answer is", "press Enter"
            else:
                what, before, again = "What you typed is not saved", "every answer before is", "type it again"
            if not self._talk.person:
                raise StoreError(f"{error} {what}; {before}.") from error
            self._write(f"{error} {what}; {again} to try once more.")
            return False

    def _take(self, line: str) -> bool:
        place = self._here.place
        typed = place == "question" and isinstance(self.session.current.question, TextEntry)
        if found := command_in(line, typed=typed):
            return self._doing.command(*found)
        if place == "question":
            return self._answer(line)
        if place == "overview":
            return self._doing.go(line)
        if not line:
            return self._doing.next("")
        if place == "reading":
            self._write("Press Enter for the first question; “text” reads the article, “help” says more.")
        else:
            self._write("This question is answered already. Press Enter to go on; “help” says more.")
        return False

    def _answer(self, line: str) -> bool:
        session = self.session
        try:
            given = answer_in(line, session.current, certainty=self._here.certainty)
        except NotAnAnswer as wrong:
            self._write(f"{wrong} “help” says more.")
            return False
        certainty = given.certainty
        if certainty is None and self._here.certainty and self._talk.person:
            certainty = self._how_sure()
            if certainty is None:
                self._write("Taken back.")
                self._here.ask_for_answer()
                return False
        position = session.position
        before = session.answers.get(position)
        seconds = self._clock.taken(position)
        self.recorded.answer(given.response, seconds, certainty)
        self._clock.write_down()
        if session.mode == "exam":
            self._write(f"{'Changed' if before else 'Kept'}.{certainty_told(certainty)}")
            self._here.looking = bool(session.open)
            self.recorded.advance()
            return True
        self._here.explain(position)
        if self._talk.person and self.recorded.rules.closed_book and session.open:
            self._write("The article is open now. Press Enter for the next question; “text” reads it.")
            return False
        self.recorded.advance()
        return True

    def _how_sure(self) -> int | None:
        """How sure the answer just typed is; None when it is taken back."""
        more = "Type 1, 2 or 3, “back” to give another answer, or “quit” to leave without this one."
        said = self._here.choose("How sure are you? 1 low, 2 medium, 3 high.", SURE, more=more)
        return None if said == "back" else int(said)

    def _over(self) -> None:
        self._here.tick()
        self.recorded.finish()
        self._write("The time is over. The exam is handed in as it stands.")

    def _handed_in_at_the_end(self, left: Left) -> bool:
        """Hand in an exam without open questions when a pipe ends: nobody could do it later."""
        session = self.session
        if self._talk.person or not left.ended or session.mode != "exam" or session.open:
            return False
        self.recorded.finish()
        return True

    def _farewell(self) -> None:
        session = self.session
        where = f"at question {session.position + 1} of {len(session.asked)}"
        if self._here.place == "overview":
            where = "before handing in"
        self._write(f"Stopped {where}. Your answers are kept.")
