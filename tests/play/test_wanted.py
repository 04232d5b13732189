"""Which questions a player gets who wants those that are due."""

from datetime import timedelta

import pytest

from quiz.play.wanted import fitting
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store
from tests.play.ostmole import QUESTIONS, begin, clock, key_place, material, wrong_place

DUE = Wishes("ada", only="due")


def test_what_was_missed_is_due_again_and_so_is_its_skill_with_what_was_never_seen(store: Store) -> None:
    played = begin(store, questions=QUESTIONS[:1])
    played.answer(played.session.current.parts[wrong_place(played)])
    found = {item.id for item in fitting(store, material(), DUE, clock() + timedelta(days=30))}
    skill = QUESTIONS[0].skill
    assert found == {item.id for item in QUESTIONS if item.skill == skill}


def test_what_was_seen_and_is_not_due_is_left_out(store: Store) -> None:
    played = begin(store, questions=QUESTIONS[:1])
    played.answer(played.session.current.parts[key_place(played)])
    with pytest.raises(NothingToPlay, match="is due for review"):
        fitting(store, material(), DUE, clock())
