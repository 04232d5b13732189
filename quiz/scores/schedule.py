"""When to ask again: answers become the state of a memory, by FSRS, and the day to ask once more."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION: Final = 0.9
"""The chance of still knowing the answer at which a question comes back, unless the settings say another."""

AGAIN: Final = 1
HARD: Final = 2
GOOD: Final = 3
EASY: Final = 4

_DAY: Final = timedelta(days=1)
# Whoever plays at nine one day and at half past eight the next has waited a day: gaps count in whole days to
# the nearest, and what is due is due half a day before its hour.
_EARLY: Final = timedelta(hours=12)


class Memory(NamedTuple):
    """What is known of a memory after its last review.

    ``stability`` is the number of days after which it is recalled with a chance of 90 %, ``difficulty``
    runs from 1 to 10; ``due`` is the time from which it is worth asking again.
    """

    stability: float
    difficulty: float
    reviewed: datetime
    due: datetime


class Review(NamedTuple):
    """One answer as FSRS sees it: when, with its zone, and ``rating`` from AGAIN to EASY."""

    at: datetime
    rating: int


def rating(*, correct: bool, certainty: int | None) -> int:
    """Return what an answer says of the memory.

    AGAIN for a wrong one, whatever the certainty; for a right one HARD, GOOD or EASY at certainty 1, 2 or 3,
    and GOOD where nobody asked how sure the player was.
    """
    if not correct:
        return AGAIN
    return GOOD if certainty is None else {1: HARD, 2: GOOD, 3: EASY}.get(certainty, GOOD)


def together(ratings: Iterable[int]) -> int:
    """Return the one rating of several answers of a session to questions of a skill: their lower median.

    Ten right answers in five minutes are one piece of news about a skill, not ten.
    """
    ordered = sorted(ratings)
    return ordered[(len(ordered) - 1) // 2]


def review(memory: Memory | None, news: Review, retention: float = RETENTION) -> Memory:
    """Return the memory after one more review; without a memory it is the first.

    The formulas are those of the package ``fsrs`` (FSRS 6, github.com/open-spaced-repetition/py-fsrs) with
    its published weights; without steps of minutes, since nobody takes the same quiz twice in ten minutes
    to learn from it, and without chance, so that a history gives the same dates wherever it is read.
    """
    from fsrs import Card, Rating, State  # here, because only an answer needs it

    scheduler = _scheduler(retention)
    at = news.at.astimezone(UTC)
    card = Card(card_id=0, due=at)
    if memory is not None:
        days = max(0, round((at - memory.reviewed.astimezone(UTC)) / _DAY))
        card = Card(
            card_id=0,
            state=State.Review,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=at,
            last_review=at - days * _DAY,
        )
    after, _ = scheduler.review_card(card, Rating(news.rating), at)
    assert after.stability is not None and after.difficulty is not None  # a reviewed card has both
    return Memory(after.stability, after.difficulty, at, after.due - _EARLY)


def remember(reviews: Iterable[Review], retention: float = RETENTION) -> Memory | None:
    """Return the memory after all reviews, in the order of their times; None if there are none."""
    memory = None
    for news in sorted(reviews, key=lambda one: one.at):
        memory = review(memory, news, retention)
    return memory


class Known(Protocol):
    """What the order of a review must know of a question."""

    @property
    def id(self) -> str:
        """The question's id in its bank."""

    @property
    def kind(self) -> str:
        """What it asks about."""

    @property
    def skill(self) -> str:
        """The group its kind belongs to."""


Q = TypeVar("Q", bound=Known)


def review_order(
    questions: Sequence[Q], *, due: Collection[str], seen: Collection[str], skills: Collection[str]
) -> list[Q]:
    """Return what to ask in a review: the ``due`` questions, and fresh ones before them.

    ``seen`` are the ids of all questions answered before, ``skills`` those that are due. Where a question is
    due and so is its skill, an unseen question of its kind, or else of its skill, comes before the repeat:
    recognising a sentence is not the skill. Both keep the order of ``questions``.
    """
    unseen = [question for question in questions if question.id not in seen and question.id not in due]
    order: list[Q] = []
    for question in questions:
        if question.id not in due:
            continue
        if question.skill in skills:
            alike = [other for other in unseen if other.kind == question.kind]
            alike = alike or [other for other in unseen if other.skill == question.skill]
            if alike:
                order.append(alike[0])
                unseen.remove(alike[0])
        order.append(question)
    fresh = [question for question in unseen if question.skill in skills]
    return order + fresh


@lru_cache(maxsize=8)
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
