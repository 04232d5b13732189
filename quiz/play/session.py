"""A session as a pure state machine: what is asked, in which order, what was answered, what comes next."""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from quiz.bank.kinds import SKILLS, Skill
from quiz.bank.model import Choice, Option
from quiz.play.scoring import mark_choice

State = Literal["asking", "answered", "finished"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the order in which its options are shown, as indexes into the bank's order."""

    question: Choice
    order: tuple[int, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """The options as the player sees them."""
        return tuple(self.question.options[index] for index in self.order)

    @property
    def key(self) -> Option:
        """The right option."""
        return next(option for option in self.question.options if option.correct)


@dataclass(frozen=True, slots=True)
class Answer:
    """One response, the text of the option chosen, to the question at ``position`` (from 0)."""

    position: int
    response: str
    correct: bool
    score: float
    max_score: float
    seconds: float
    certainty: int | None = None


@dataclass(frozen=True, slots=True)
class SkillCount:
    """How many questions of a skill were asked in a session, answered, and answered rightly."""

    skill: Skill
    asked: int
    answered: int
    correct: int


def playable(
    questions: Iterable[Any],
    kinds: Collection[str] = (),
    skills: Collection[str] = (),
    *,
    status: Literal["approved", "draft"] = "approved",
) -> list[Choice]:
    """The approved questions that can be played, narrowed to some kinds or skills if any are given.

    With ``status`` “draft” it is those that could be played if a person had approved them.
    """
    return [
        question
        for question in questions
        if isinstance(question, Choice)
        and question.status == status
        and (not kinds or question.kind in kinds)
        and (not skills or question.skill in skills)
    ]


def draw(questions: Sequence[Choice], *, seed: int, count: int | None = None) -> tuple[Asked, ...]:
    """Choose up to ``count`` questions and shuffle them and their options.

    The same questions, seed and count give the same session on every machine.
    """
    rng = random.Random(f"quiz:{seed}")
    chosen = rng.sample(list(questions), len(questions))[:count]
    return tuple(
        Asked(question, tuple(rng.sample(range(len(question.options)), len(question.options))))
        for question in chosen
    )


class Session:
    """One run through some questions; answers are given in order, each once.

    ``judge`` says what a response would be and changes nothing, so that it can be stored first;
    ``accept`` makes it so; ``advance`` goes on to the next question.
    """

    def __init__(self, asked: Sequence[Asked], answers: Mapping[int, Answer] | None = None) -> None:
        if not asked:
            raise ValueError("a session needs a question")
        self.asked = tuple(asked)
        self.answers: dict[int, Answer] = dict(answers or {})
        if set(self.answers) - set(range(len(self.asked))):
            raise ValueError("there is an answer to a question that was not asked")
        self._position = self._first_unanswered()

    def _first_unanswered(self) -> int:
        return next((index for index in range(len(self.asked)) if index not in self.answers), len(self.asked))

    @property
    def position(self) -> int:
        """The place of the question on screen, from 0; the number of questions when finished."""
        return self._position

    @property
    def state(self) -> State:
        """Whether the current question waits for an answer, has one, or there is none left."""
        if self._position >= len(self.asked):
            return "finished"
        return "answered" if self._position in self.answers else "asking"

    @property
    def current(self) -> Asked:
        """The question on screen. Raises IndexError when finished."""
        return self.asked[self._position]

    @property
    def correct(self) -> int:
        """How many answers were right."""
        return sum(answer.correct for answer in self.answers.values())

    def judge(self, choice: int, seconds: float = 0.0) -> Answer:
        """What choosing the option shown at ``choice`` (from 0) would be.

        Raises ValueError when the question is answered or the session finished, IndexError for an
        option that is not there.
        """
        if self.state != "asking":
            raise ValueError("no question waits for an answer")
        if not 0 <= choice < len(self.current.options):
            raise IndexError("there is no such option")
        response = self.current.options[choice].text
        mark = mark_choice(self.current.question, response)
        return Answer(self._position, response, mark.correct, mark.score, mark.max_score, max(0.0, seconds))

    def accept(self, answer: Answer) -> None:
        """Take an answer to the current question. Raises ValueError if it is to another one."""
        if self.state != "asking" or answer.position != self._position:
            raise ValueError("this is no answer to the question on screen")
        self.answers[answer.position] = answer

    def advance(self) -> None:
        """Go on after an answer. Raises ValueError while the question waits for one."""
        if self.state != "answered":
            raise ValueError("the question has no answer yet")
        self._position = self._first_unanswered()

    def missed(self) -> tuple[Asked, ...]:
        """The questions answered wrongly, in the order asked."""
        return tuple(
            self.asked[position] for position, answer in sorted(self.answers.items()) if not answer.correct
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
