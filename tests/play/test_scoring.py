"""What responses of every type are worth, and what is no response at all."""

import itertools
import json
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.play.responses import AnyQuestion, Response, checked, from_json, key_of
from quiz.play.scoring import mark
from tests.play.every_type import CHOICE, EVERY_TYPE, HOTTEXT, MATCH, MULTIPLE, ORDER, TYPED, responses

BY_TYPE = pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
ANY = st.sampled_from(EVERY_TYPE).flatmap(lambda question: st.tuples(st.just(question), responses(question)))


@BY_TYPE
def test_the_key_earns_the_whole_mark(question: AnyQuestion) -> None:
    worth = mark(question, key_of(question))
    assert (worth.score, worth.max_score, worth.correct) == (1.0, 1.0, True)


@given(ANY)
def test_every_response_earns_between_nothing_and_one_mark(given_one: tuple[AnyQuestion, Response]) -> None:
    worth = mark(*given_one)
    assert 0 <= worth.score <= 1
    assert worth.correct == (worth.score == 1)


@given(ANY)
def test_a_response_comes_back_from_json_as_it_was_kept(given_one: tuple[AnyQuestion, Response]) -> None:
    kept = checked(*given_one)
    assert from_json(json.loads(json.dumps(kept))) == kept
    assert checked(given_one[0], kept) == kept


@pytest.mark.parametrize(
    ("chosen", "score"),
    [
        (("Lindqvist", "Brandt"), 1.0),
        (("Brandt",), 0.5),
        (("Lindqvist", "the council"), 0.0),
        (("Lindqvist", "Brandt", "the shops"), 0.5),
        (("Lindqvist", "Brandt", "the council", "the shops"), 0.0),
        (("the shops",), 0.0),
    ],
)
def test_of_several_each_right_one_counts_and_each_wrong_one_takes_away(
    chosen: tuple[str, ...], score: float
) -> None:
    assert mark(MULTIPLE, chosen).score == score


@pytest.mark.parametrize(
    ("items", "score"),
    [
        (("built", "greased", "closed", "moved"), 1),
        (("greased", "closed", "moved", "built"), 2 / 3),
        (("closed", "moved", "built", "greased"), 2 / 3),
        (("greased", "built", "closed", "moved"), 1 / 3),
        (("moved", "closed", "greased", "built"), 0),
    ],
)
def test_an_order_earns_the_share_of_neighbours_that_are_right(items: tuple[str, ...], score: float) -> None:
    assert mark(ORDER, items).score == pytest.approx(score)


def test_an_order_shuffled_blindly_earns_one_part_in_as_many_as_there_are_items() -> None:
    texts = [item.text for item in ORDER.options]
    earned = [mark(ORDER, items).score for items in itertools.permutations(texts)]
    assert statistics.mean(earned) == pytest.approx(1 / len(texts))


def test_a_match_earns_the_share_of_right_pairs() -> None:
    assert mark(MATCH, (("Lindqvist", "engineer"),)).score == pytest.approx(1 / 3)
    wrong = (("Lindqvist", "ferryman"), ("Brandt", "engineer"), ("Renning", "treasurer"))
    assert mark(MATCH, wrong).score == pytest.approx(1 / 3)


def test_marked_words_count_like_chosen_options() -> None:
    assert mark(HOTTEXT, ("reportedly",)).score == 0.5
    assert mark(HOTTEXT, ("reportedly", "might", "again")).score == 0.5
    assert mark(HOTTEXT, ("again",)).score == 0


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("the Vale Gazette", 1),
        ("  VALE   gazette. ", 1),
        ("“Vale Gazette”", 1),
        ("vale gazette of ostmole", 1),
        ("Vale Gazete", 0.5),
        ("Vael Gazette", 0.5),
        ("the Harbour Courier", 0),
    ],
)
def test_a_typed_answer_is_right_nearly_right_or_not(typed: str, score: float) -> None:
    assert mark(TYPED, typed).score == score


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (CHOICE, ""),
        (CHOICE, "lindqvist"),
        (CHOICE, ("Lindqvist",)),
        (MULTIPLE, ()),
        (MULTIPLE, "Lindqvist"),
        (MULTIPLE, ("Lindqvist", "Lindqvist")),
        (MULTIPLE, ("nobody",)),
        (ORDER, ("built", "greased", "closed")),
        (ORDER, ("built", "built", "closed", "moved")),
        (ORDER, "built"),
        (MATCH, ()),
        (MATCH, "Lindqvist"),
        (MATCH, ("Lindqvist", "engineer")),
        (MATCH, (("Lindqvist", "engineer"), ("Brandt", "engineer"))),
        (MATCH, (("Lindqvist", "engineer"), ("Lindqvist", "ferryman"))),
        (MATCH, (("Lindqvist", "smith"),)),
        (TYPED, "  \t "),
        (TYPED, ("Vale",)),
        (HOTTEXT, ()),
        (HOTTEXT, ("bridge",)),
    ],
)
def test_what_a_question_does_not_allow_has_no_mark(question: AnyQuestion, response: Response) -> None:
    with pytest.raises(ValueError):
        mark(question, response)
