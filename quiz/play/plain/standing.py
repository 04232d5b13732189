"""Where a player is in a session in lines, and how that place is told."""

from collections.abc import Mapping
from typing import Final

from quiz.amounts import counted, time_left
from quiz.article.pace import reading_time
from quiz.play.plain import reading
from quiz.play.plain.clock import Clock
from quiz.play.plain.commands import Place, Situation
from quiz.play.plain.lines import Given, how_to, line_of
from quiz.play.plain.talk import Talk
from quiz.play.plain.words import asking, explaining
from quiz.play.recorded import RecordedSession
from quiz.visible import clip, one_line

LITTLE_LEFT: Final = 5 * 60.0
"""Seconds of an exam from which on each prompt tells how many are left."""

PROMPT_CELLS: Final = 72


class Standing:
    """A session, its conversation and its clock, and the place the player is at.

    ``reading`` tells that the article comes first, ``looking`` that an exam is at a question and not at the
    list of all of them, ``told`` which question was explained last.
    """

    def __init__(self, recorded: RecordedSession, talk: Talk, clock: Clock) -> None:
        self.recorded = recorded
        self.session = recorded.session
        self.talk = talk
        self.write = talk.write
        self.clock = clock
        self.reading = recorded.rules.closed_book and recorded.article is not None
        self.looking = bool(self.session.open)
        self.told: int | None = None

    @property
    def certainty(self) -> bool:
        """Whether each answer says how sure it is; the options of a choice then carry letters."""
        return self.recorded.rules.certainty

    @property
    def place(self) -> Place:
        """Where the player is."""
        if self.reading:
            return "reading"
        if not self.looking and self.session.mode == "exam" and not self.session.open:
            return "overview"
        return "answered" if self.session.state == "answered" else "question"

    @property
    def situation(self) -> Situation:
        """What decides which commands can be used."""
        session = self.session
        place = self.place
        exam = session.mode == "exam"
        closed = self.recorded.rules.closed_book and (exam or place == "question") and place != "reading"
        return Situation(
            place,
            exam=exam,
            article=self.recorded.article is not None,
            closed=closed,
            answers=bool(session.answers),
            flagged=session.position in session.flags,
            limit=self.recorded.rules.limit is not None,
        )

    def line(self) -> str:
        """The next line. Raises Left at the end, and TimeoutError when the time of an exam is over."""
        line = self.talk.line(self.clock.remaining)
        self.tick()
        if self.clock.remaining == 0:
            raise TimeoutError
        return line

    def choose(self, question: str, answers: Mapping[str, str], *, more: str) -> str:
        """Ask something in between, as `Talk.choose` does, while the clock runs on."""
        talk = Talk(lambda _: self.line(), self.write, self.talk.person)
        return talk.choose(question, answers, more=more)

    def tick(self) -> None:
        """Count the time since the last line."""
        self.clock.tick(self.session.position if self.place == "question" else None)

    def welcome(self) -> None:
        """Write what is played and how, and the article where it comes first."""
        session, article, rules = self.session, self.recorded.article, self.recorded.rules
        title = one_line(self.recorded.title)
        stop = "" if title.endswith((".", "!", "?")) else "."
        about = ""
        if article is not None:
            length = counted(article.words, "word")
            about = f" about an article of {length}, {reading_time(article.words)} to read"
        self.write(f"{title}{stop} {counted(len(session.asked), 'question')}{about}.")
        if session.mode == "exam":
            limit = f" You have {time_left(self.recorded.remaining or 0)}." if rules.limit else ""
            self.write(
                "This is an exam: what was right is told after you hand in, and until then you can change "
                f"every answer.{limit}"
            )
        if rules.closed_book and article is None:
            self.write("The quiz has no article, so there is none to close.")
        text = "“text” reads the article, " if article is not None and not rules.closed_book else ""
        self.write(f"Type your answer and press Enter; {text}“help” says more.")
        if session.answers:
            right = f"; {session.correct} right so far" if session.mode == "practice" else ""
            self.write(f"You go on; {len(session.answers)} of {len(session.asked)} answered{right}.")
        if self.reading:
            assert article is not None
            self.write("First the article. It is closed while you answer.")
            if self.talk.person and session.answers:
                return
            reading.read_aloud(article, "", self.write)
            self.reading = self.talk.person

    def show(self) -> None:
        """Write the place the player has come to."""
        match self.place:
            case "reading":
                self.write("Press Enter when you are ready for the questions; “text” reads the article.")
            case "overview":
                self.write("")
                self.write("Every question has an answer.")
                self.list_questions()
                self.write("Type the number of a question to look at it again, or “hand in”.")
            case "question":
                self._show_question()
            case "answered":
                self._show_question()
                self.explain(self.session.position)
                self.write("Press Enter to go on.")

    def _show_question(self) -> None:
        session = self.session
        item, position = session.current, session.position
        flagged = " Flagged." if position in session.flags else ""
        self.write("")
        self.write(
            f"Question {position + 1} of {len(session.asked)}. {item.question.skill.capitalize()}.{flagged}"
        )
        for line in asking(item, letters=self.certainty):
            self.write(line)
        if self.place != "question":
            return
        if (answer := session.answers.get(position)) is not None:
            given = line_of(item, Given(answer.response, answer.certainty), letters=self.certainty)
            self.write(f"Your answer so far: {given}. Another one takes its place; “next” keeps it.")
        self.ask_for_answer()

    def ask_for_answer(self) -> None:
        """Write the prompt: what may be typed, and the time if little is left."""
        remaining = self.clock.remaining
        if remaining is not None and remaining <= LITTLE_LEFT:
            self.write(f"{time_left(remaining).capitalize()} left.")
        self.write(f"Type {how_to(self.session.current, certainty=self.certainty)}, or “help”.")

    def explain(self, position: int) -> None:
        """Write what an answer was worth and why."""
        item, answer = self.session.asked[position], self.session.answers[position]
        for line in explaining(item, answer, self.recorded.evidence(item)):
            self.write(line)
        self.told = position

    def list_questions(self) -> None:
        """Write a line for each question with its state."""
        session = self.session
        for position, item in enumerate(session.asked):
            state = [self._state(position)]
            if position in session.flags:
                state.append("flagged")
            if position == session.position and self.place != "overview":
                state.append("you are here")
            prompt = clip(one_line(item.question.prompt), PROMPT_CELLS)
            self.write(f"Question {position + 1}: {', '.join(state)}. {prompt}")

    def _state(self, position: int) -> str:
        answer = self.session.answers.get(position)
        if answer is None:
            return "open"
        if self.session.mode == "exam":
            return "answered"
        return "right" if answer.correct else "partly right" if answer.partly else "not right"
