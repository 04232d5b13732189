"""A session as a pure state machine: what was answered, skipped and flagged, and what comes next."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from quiz.bank.kinds import SKILLS, Skill
from quiz.play.asked import Asked
from quiz.play.responses import Response, checked
from quiz.play.scoring import mark
from quiz.play.wishes import Mode

State = Literal["asking", "answered", "finished"]


class Answer(NamedTuple):
    """One response to the question at ``position`` (from 0), and what it is worth.

    ``certainty`` is 1 low, 2 medium, 3 high, or None where it was not asked; ``seconds`` the time taken.
    """

    position: int
    response: Response
    correct: bool
    score: float
    max_score: float
    seconds: float
    certainty: int | None = None

    @property
    def partly(self) -> bool:
        """Whether it earns something, but not all: some of several, or a near miss."""
        return 0 < self.score < self.max_score


class SkillCount(NamedTuple):
    """How many questions of a skill were asked in a session, answered, and answered rightly."""

    skill: Skill
    asked: int
    answered: int
    correct: int


class Session:
    """One run through some questions.

    ``judge`` says what a response would be worth and changes nothing, so that it can be stored first;
    ``accept`` makes it so. In practice each question is answered once and explained at once, and the
    session is finished when all are answered. In an exam answers can be changed until `finish` hands
    them in. What was skipped waits; what is open when a session is finished counts as not answered.
    """

    def __init__(
        self,
        asked: Sequence[Asked],
        answers: Mapping[int, Answer] | None = None,
        *,
        mode: Mode = "practice",
        flags: Collection[int] = (),
        finished: bool = False,
    ) -> None:
        if not asked:
            raise ValueError("a session needs a question")
        self.asked = tuple(asked)
        self.mode = mode
        self.answers: dict[int, Answer] = dict(answers or {})
        self.flags = set(flags)
        if (set(self.answers) | self.flags) - set(range(len(self.asked))):
            raise ValueError("there is an answer to a question that was not asked")
        self._position = self.open[0] if self.open else 0
        self._finished = finished or (mode == "practice" and not self.open)

    @property
    def open(self) -> tuple[int, ...]:
        """The positions that have no answer yet, in the order asked."""
        return tuple(place for place in range(len(self.asked)) if place not in self.answers)

    @property
    def position(self) -> int:
        """The place of the question on screen, from 0; the number of questions when finished."""
        return len(self.asked) if self._finished else self._position

    @property
    def state(self) -> State:
        """Whether the current question takes an answer, has its last one, or the session is over."""
        if self._finished:
            return "finished"
        return "answered" if self.mode == "practice" and self._position in self.answers else "asking"

    @property
    def current(self) -> Asked:
        """The question on screen. Raises IndexError when finished."""
        return self.asked[self.position]

    @property
    def correct(self) -> int:
        """How many answers were right."""
        return sum(answer.correct for answer in self.answers.values())

    @property
    def score(self) -> float:
        """The marks of all answers; every question is worth one."""
        return sum(answer.score for answer in self.answers.values())

    def judge(self, response: Response, seconds: float = 0.0, certainty: int | None = None) -> Answer:
        """What a response to the current question would be.

        Raises ValueError when no question waits for an answer, for a response the question does not
        allow, and for a certainty that is not 1, 2 or 3.
        """
        if self.state != "asking":
            raise ValueError("no question waits for an answer")
        if certainty not in (None, 1, 2, 3):
            raise ValueError("certainty is 1, 2 or 3")
        question = self.current.question
        response = checked(question, response)
        worth = mark(question, response)
        return Answer(
            self._position,
            response,
            worth.correct,
            worth.score,
            worth.max_score,
            max(0.0, seconds),
            certainty,
        )

    def accept(self, answer: Answer) -> None:
        """Take an answer to the current question. Raises ValueError if it is to another one."""
        if self.state != "asking" or answer.position != self._position:
            raise ValueError("this is no answer to the question on screen")
        self.answers[answer.position] = answer

    def advance(self) -> None:
        """Go on to the next open question after an answer; in practice, finish when there is none.

        In an exam that has no open question this stays where it is. Raises ValueError while the
        question waits for its answer.
        """
        if self._finished or self._position not in self.answers:
            raise ValueError("the question has no answer yet")
        following = self._following()
        if following is not None:
            self._position = following
        elif self.mode == "practice":
            self._finished = True

    def skip(self) -> bool:
        """Go to the next open question and leave this one open; tells whether there is another."""
        if self._finished:
            raise ValueError("the session is finished")
        following = self._following()
        if following is None:
            return False
        self._position = following
        return True

    def _following(self) -> int | None:
        """The next open question, from here on and then from the beginning."""
        others = [place for place in self.open if place != self._position]
        return next((place for place in others if place > self._position), others[0] if others else None)

    def go_to(self, position: int) -> None:
        """Turn to any question. Raises IndexError if there is none, ValueError when finished."""
        if self._finished:
            raise ValueError("the session is finished")
        if not 0 <= position < len(self.asked):
            raise IndexError("there is no such question")
        self._position = position

    def flag(self, position: int, flagged: bool) -> None:
        """Mark a question for another look, or take the mark away. Raises IndexError if there is none."""
        if not 0 <= position < len(self.asked):
            raise IndexError("there is no such question")
        (self.flags.add if flagged else self.flags.discard)(position)

    def finish(self) -> None:
        """Hand in, or give up: what is open counts as not answered. Doing it twice changes nothing."""
        self._finished = True

    def missed(self) -> tuple[Asked, ...]:
        """The questions not answered rightly, in the order asked; once finished, also those left open."""
        return tuple(
            item
            for place, item in enumerate(self.asked)
            if (place in self.answers and not self.answers[place].correct)
            or (self._finished and place not in self.answers)
        )

    def by_skill(self) -> tuple[SkillCount, ...]:
        """Counts for each skill that was asked about, in the usual order of skills."""
        asked = Counter(item.question.skill for item in self.asked)
        answered = Counter(self.asked[position].question.skill for position in self.answers)
        correct = Counter(
            self.asked[position].question.skill for position, a in self.answers.items() if a.correct
        )
        return tuple(
            SkillCount(skill, asked[skill], answered[skill], correct[skill])
            for skill in SKILLS
            if asked[skill]
        )
