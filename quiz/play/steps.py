"""How far somebody is in a course, and what its next step asks.

A step is a bank, narrowed to the kinds that its course plays. It is played once as many of its questions have
been answered as there are, in whatever sessions that was, an exam counting when it is handed in; so the
history tells it, and nothing else has to be kept. What is right is what was right the last time.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from quiz.bank.course import Course
from quiz.bank.library import BankSummary
from quiz.bank.shelf import Shelf
from quiz.errors import QuizError
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store
from quiz.visible import one_line


class NoSuchCourse(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """The library has no course of that name; the message says which it has."""


class Step(NamedTuple):
    """One step of a course.

    ``name`` is the id of its bank, ``bank`` what the library says of it, None where it has none.
    ``questions`` counts those the course plays, ``answered`` those of them that the player has answered and
    ``right`` those that were right the last time.
    """

    number: int
    name: str
    bank: BankSummary | None
    questions: int = 0
    answered: int = 0
    right: int = 0

    @property
    def title(self) -> str:
        """The title of the bank, or its id where the library does not have it."""
        return one_line(self.bank.title if self.bank is not None else self.name)

    @property
    def trouble(self) -> str:
        """One sentence why it cannot be played; empty if it can."""
        if self.bank is None:
            return f"The bank “{one_line(self.name)}” is not in this library."
        if self.bank.problem is not None:
            return self.bank.problem
        return "" if self.questions else f"“{self.title}” has no question for this course."

    @property
    def played(self) -> bool:
        """Whether every question was answered."""
        return 0 < self.questions <= self.answered

    @property
    def left(self) -> int:
        """How many questions were never answered; all, once all were."""
        return self.questions if self.played else self.questions - self.answered


class Progress(NamedTuple):
    """How far a player is in a course."""

    course: Course
    steps: tuple[Step, ...]

    @property
    def playable(self) -> tuple[Step, ...]:
        """The steps that can be played."""
        return tuple(step for step in self.steps if not step.trouble)

    @property
    def played(self) -> int:
        """How many steps were played."""
        return sum(step.played for step in self.playable)

    @property
    def next(self) -> Step | None:
        """The first step that can be played and was not, or None."""
        return next((step for step in self.playable if not step.played), None)

    @property
    def begun(self) -> bool:
        """Whether any of its questions was answered."""
        return any(step.answered for step in self.steps)

    @property
    def finished(self) -> bool:
        """Whether every step that can be played was."""
        return bool(self.playable) and self.next is None

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return sum(step.answered for step in self.steps)

    @property
    def right(self) -> int:
        """How many of them were right the last time."""
        return sum(step.right for step in self.steps)


def progress_of(store: Store, player: str, shelf: Shelf) -> tuple[Progress, ...]:
    """How far a player is in each course of a library. Raises StoreError."""
    names = {name for course in shelf.courses for name in course.banks}
    answered = store.answered_by_kind(player, names)
    return tuple(
        Progress(
            course,
            tuple(
                _step(number, name, course, shelf.bank(name), answered.get(name, {}))
                for number, name in enumerate(course.banks, start=1)
            ),
        )
        for course in shelf.courses
    )


def progress_in(store: Store, player: str, shelf: Shelf, name: str) -> Progress:
    """How far a player is in the course with that id or title. Raises NoSuchCourse and StoreError."""
    course = shelf.called(name)
    if course is None:
        there = ", ".join(one.id for one in shelf.courses)
        choice = f"; there are {there}" if there else ""
        raise NoSuchCourse(f"There is no course “{one_line(name)}” here{choice}.")
    (found,) = progress_of(store, player, shelf._replace(courses=(course,)))
    return found


def next_step(progress: Progress) -> tuple[Step, BankSummary]:
    """The step to play next, with its bank. Raises NothingToPlay if there is none."""
    step = progress.next
    title = one_line(progress.course.title)
    if step is not None and step.bank is not None:
        return step, step.bank
    if progress.finished:
        raise NothingToPlay(f"You have played every step of “{title}”: {told_right(progress)}.")
    trouble = next((step.trouble for step in progress.steps if step.trouble), "")
    raise NothingToPlay(f"No step of “{title}” can be played. {trouble}")


def told_right(part: Progress | Step) -> str:
    """How many answers were right, such as “7 of 9 right”."""
    return f"{part.right} of {part.answered} right"


def wishes_for(step: Step, course: Course, wishes: Wishes) -> Wishes:
    """What a session of a step is like: those of its questions never answered, or all again.

    With a seed it is all of them, for then the history does not matter.
    """
    count = step.left if wishes.seed is None else step.questions
    return replace(wishes, kinds=course.asked, skills=(), only="all", count=max(1, count))


def course_of(shelf: Shelf, bank: str, kinds: Collection[str]) -> Course | None:
    """The first course that a session was a step of: it has the bank and plays every kind asked."""
    for course in shelf.courses:
        if bank in course.banks and all(course.asks(kind) for kind in kinds):
            return course
    return None


def _step(
    number: int, name: str, course: Course, bank: BankSummary | None, answered: dict[str, tuple[int, int]]
) -> Step:
    questions = sum(course.asks(kind) for kind in bank.kinds) if bank is not None else 0
    counts = [count for kind, count in answered.items() if course.asks(kind)]
    return Step(
        number, name, bank, questions, sum(done for done, _ in counts), sum(right for _, right in counts)
    )
