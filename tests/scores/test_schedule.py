"""Answers move the day on which a question comes back, as FSRS says."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.schedule import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    Memory,
    Review,
    rating,
    remember,
    review,
    review_order,
    together,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HALF = timedelta(hours=12)


@pytest.mark.parametrize(
    ("correct", "certainty", "expected"),
    [(True, None, GOOD), (True, 1, HARD), (True, 2, GOOD), (True, 3, EASY)]
    + [(False, certainty, AGAIN) for certainty in (None, 1, 2, 3)],
)
def test_an_answer_and_its_certainty_give_a_rating(
    correct: bool, certainty: int | None, expected: int
) -> None:
    assert rating(correct=correct, certainty=certainty) == expected


def test_a_session_is_one_piece_of_news_about_a_skill() -> None:
    assert together([GOOD] * 9 + [AGAIN]) == GOOD
    assert together([AGAIN, GOOD]) == AGAIN
    assert together([EASY]) == EASY


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 400)), min_size=1, max_size=12))
def test_dates_are_those_of_the_library(history: list[tuple[int, int]]) -> None:
    scheduler = Scheduler(learning_steps=[], relearning_steps=[], enable_fuzzing=False)
    card, at, reviews = Card(card_id=1), NOON, []
    for grade, days in history:
        at += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(grade), at)
        reviews.append(Review(at, grade))
    memory = remember(reviews)
    assert memory is not None
    assert memory.stability == pytest.approx(card.stability)
    assert memory.difficulty == pytest.approx(card.difficulty)
    assert memory.due == card.due - HALF
    assert memory.reviewed == at


def test_first_intervals_are_the_published_first_stabilities_in_whole_days() -> None:
    # FSRS 6 begins with stabilities of 0.212, 1.2931, 2.3065 and 8.2956 days; a day is the least.
    for grade, days in ((AGAIN, 1), (HARD, 1), (GOOD, 2), (EASY, 8)):
        assert review(None, Review(NOON, grade)).due == NOON + timedelta(days=days) - HALF


def test_half_an_hour_early_is_a_day_later_and_due() -> None:
    first = review(None, Review(NOON, AGAIN))
    early = NOON + timedelta(hours=23, minutes=30)
    assert first.due <= early
    exact = review(first, Review(NOON + timedelta(days=1), GOOD))
    assert review(first, Review(early, GOOD)).stability == exact.stability


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 10**7)), max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_in_which_reviews_become_known_does_not_matter(
    history: list[tuple[int, int]], rng: object
) -> None:
    reviews = {when: Review(NOON + timedelta(seconds=when), grade) for grade, when in history}
    mixed = list(reviews.values())
    rng.shuffle(mixed)  # type: ignore[attr-defined]
    assert remember(mixed) == remember(reviews.values())


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(1, 3), st.integers(1, 60))
def test_a_better_answer_never_brings_a_question_back_sooner(
    grades: list[int], grade: int, days: int
) -> None:
    memory = remember(Review(NOON + timedelta(days=3 * n), one) for n, one in enumerate(grades))
    assert memory is not None
    at = memory.reviewed + timedelta(days=days)
    dues = [review(memory, Review(at, one)).due for one in (grade, grade + 1)]
    assert dues[0] <= dues[1]


@given(st.floats(0.7, 0.97), st.floats(0.7, 0.97))
def test_wanting_to_remember_more_brings_questions_back_sooner(one: float, other: float) -> None:
    more, less = max(one, other), min(one, other)
    at = Review(NOON, EASY)
    assert review(None, at, more).due <= review(None, at, less).due


def test_a_clock_set_back_is_no_trouble() -> None:
    memory = review(None, Review(NOON, GOOD))
    back = review(memory, Review(NOON - timedelta(days=30), GOOD))
    assert back.stability > 0
    assert back.due > NOON - timedelta(days=30)


def test_the_zone_of_a_time_makes_no_difference() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=-7)))
    assert review(None, Review(there, GOOD)) == review(None, Review(NOON, GOOD))


def test_without_reviews_there_is_no_memory() -> None:
    assert remember([]) is None


@dataclass(frozen=True)
class Item:
    id: str
    kind: str = "speaker"
    skill: str = "source"


def order(*questions: Item, due: str = "", seen: str = "", skills: str = "") -> list[str]:
    found = review_order(questions, due=due.split(), seen=seen.split(), skills=skills.split())
    return [question.id for question in found]


def test_a_review_asks_what_is_due() -> None:
    assert order(Item("a"), Item("b"), Item("c"), due="a c", seen="a b c") == ["a", "c"]


def test_a_due_skill_is_tried_on_an_unseen_question_before_the_repeat() -> None:
    old, new = Item("old"), Item("new")
    assert order(old, new, due="old", seen="old", skills="source") == ["new", "old"]
    assert order(old, new, due="old", seen="old") == ["old"]


def test_a_fresh_question_of_the_same_kind_is_preferred_to_one_of_the_same_skill() -> None:
    old, near, same = Item("old"), Item("near", kind="quotation"), Item("same")
    other = Item("other", kind="number", skill="detail")
    shown = order(old, near, other, same, due="old", seen="old", skills="source")
    assert shown == ["same", "old", "near"]


def test_fresh_questions_are_used_once() -> None:
    asked = order(Item("a"), Item("b"), Item("c"), due="a b", seen="a b", skills="source")
    assert asked == ["c", "a", "b"]


def test_a_memory_is_due_after_its_review() -> None:
    for grade in range(1, 5):
        memory = review(None, Review(NOON, grade))
        assert isinstance(memory, Memory)
        assert memory.due > memory.reviewed
