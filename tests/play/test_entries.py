"""A response in the making: whatever is pressed, what would be answered is a response the question allows."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.play.asked import Asked, draw
from quiz.play.entries import (
    ChoiceEntry,
    HottextEntry,
    MatchEntry,
    MultipleEntry,
    OrderEntry,
    TypedEntry,
    entry_for,
)
from quiz.play.responses import AnyQuestion, Response, checked, key_of
from tests.play.every_type import EVERY_TYPE, HOTTEXT, MATCH, MULTIPLE, ORDER, TYPED, responses

BY_TYPE = pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
ANY = st.sampled_from(EVERY_TYPE).flatmap(lambda question: st.tuples(st.just(question), responses(question)))


def asked(question: AnyQuestion, seed: int = 3) -> Asked:
    return draw([question], seed=seed)[0]


@settings(deadline=None)
@given(ANY, st.integers(0, 50))
def test_an_entry_goes_on_from_any_earlier_response(
    given_one: tuple[AnyQuestion, Response], seed: int
) -> None:
    question, response = given_one
    entry = entry_for(asked(question, seed), response)
    now = entry.response()
    assert now is not None
    assert checked(question, now) == checked(question, response)


@BY_TYPE
def test_whatever_is_done_to_an_entry_its_response_is_allowed(question: AnyQuestion) -> None:
    dice = random.Random(11)
    entry = entry_for(asked(question))
    for _ in range(500):
        place, step = dice.randint(-2, 9), dice.choice([-1, 1])
        entry.point(step)
        entry.point_at(place)
        match entry:
            case MultipleEntry() | HottextEntry():
                entry.toggle(dice.choice([None, place]))
            case OrderEntry():
                entry.move(step)
                entry.move_to(place)
            case MatchEntry():
                entry.pair(place)
            case TypedEntry():
                entry.type("x" * dice.randint(0, 2000))
        assert 0 <= entry.current < max(1, entry.count)
        response = entry.response()
        if response is not None:
            checked(question, response)


def test_pointing_goes_round_the_ends() -> None:
    entry = entry_for(asked(MULTIPLE))
    entry.point(-1)
    assert entry.current == entry.count - 1
    entry.point(1)
    assert entry.current == 0
    assert not entry.point_at(4)
    assert entry.current == 0


def test_nothing_marked_paired_or_typed_is_no_response() -> None:
    for question in (MULTIPLE, HOTTEXT, MATCH, TYPED):
        entry = entry_for(asked(question))
        assert entry.response() is None
        assert entry.missing.endswith("first.")


def test_a_mark_set_twice_is_gone() -> None:
    entry = entry_for(asked(MULTIPLE))
    assert isinstance(entry, MultipleEntry)
    entry.toggle(2)
    entry.toggle(0)
    entry.toggle(2)
    assert entry.response() == (entry.asked.parts[0],)


def test_an_item_is_moved_and_stays_at_the_ends() -> None:
    entry = OrderEntry(Asked(ORDER, (0, 1, 2, 3)))
    entry.move(-1)
    assert entry.response() == ("built", "greased", "closed", "moved")
    entry.move(1)
    assert entry.items[:2] == ["greased", "built"]
    assert entry.current == 1
    entry.move_to(3)
    assert entry.response() == ("greased", "closed", "moved", "built")


def test_a_right_side_belongs_to_one_left_side() -> None:
    entry = MatchEntry(Asked(MATCH, (2, 0, 1)), MATCH)
    entry.pair(1)
    assert entry.partner(0) == "engineer"
    assert entry.current == 1
    entry.pair(1)
    assert entry.partner(0) is None
    assert entry.partner(1) == "engineer"
    entry.point_at(1)
    entry.pair(1)
    assert entry.partners == {}


def test_paired_as_the_article_has_it_is_complete_and_right() -> None:
    entry = MatchEntry(Asked(MATCH, (2, 0, 1)), MATCH)
    for place in (1, 2, 0):
        assert not entry.complete
        entry.pair(place)
    assert entry.complete
    assert entry.response() == key_of(MATCH)


def test_the_parts_of_a_passage_follow_each_other_as_they_stand_in_it() -> None:
    entry = entry_for(asked(HOTTEXT))
    assert isinstance(entry, HottextEntry)
    assert entry.targets == ("reportedly", "once before", "might", "again")


def test_a_choice_is_the_option_pointed_at() -> None:
    entry = entry_for(asked(EVERY_TYPE[0]))
    assert isinstance(entry, ChoiceEntry)
    entry.point(1)
    assert entry.response() == entry.asked.parts[1]
