"""Answers as lines: every answer can be typed, and a line that is none is told what would be."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from quiz.play.asked import Asked, draw
from quiz.play.plain.commands import COMMANDS, command_in
from quiz.play.plain.lines import Given, NotAnAnswer, answer_in, how_to, line_of
from quiz.play.responses import checked
from quiz.visible import one_line
from tests.play.every_type import CHOICE, EVERY_TYPE, HOTTEXT, MATCH, MULTIPLE, ORDER, TYPED, responses

CERTAINTIES = st.sampled_from([None, 1, 2, 3])
SEEDS = st.integers(0, 50)


def shown(question: object, seed: int = 0) -> Asked:
    (asked,) = draw([question], seed=seed)  # type: ignore[list-item]
    return asked


def in_order(question: object) -> Asked:
    """The question with its parts in the bank's order."""
    item = shown(question)
    return Asked(item.question, tuple(sorted(item.order)))


@settings(deadline=None)
@given(st.data(), st.sampled_from(EVERY_TYPE), SEEDS, CERTAINTIES)
def test_every_response_of_every_type_can_be_typed_and_is_no_command(
    data: st.DataObject, question: object, seed: int, certainty: int | None
) -> None:
    asked = shown(question, seed)
    response = data.draw(responses(asked.question))
    if asked.question.type == "text":
        response = one_line(str(response))
        assume(response)
    line = line_of(asked, Given(response, certainty))
    assert command_in(line, typed=asked.question.type == "text") is None
    read = answer_in(line, asked, certainty=True)
    assert checked(asked.question, read.response) == checked(asked.question, response)
    assert read.certainty == certainty
    if certainty is None and not line.startswith("@"):
        assert answer_in(line, asked).response == read.response


WORDS = [word for command in COMMANDS for word in command.words]


@settings(deadline=None)
@given(
    st.sampled_from(
        [*WORDS, "text 4", "find bridge", "go 2", "=", "==", "=skip", "@2", "@2 =x", "a @2", "@ 2"]
    ),
    CERTAINTIES,
)
def test_an_answer_that_looks_like_a_command_or_a_sign_can_be_typed_too(
    text: str, certainty: int | None
) -> None:
    asked = shown(TYPED)
    line = line_of(asked, Given(text, certainty))
    assert command_in(line, typed=True) is None
    assert answer_in(line, asked, certainty=True) == Given(text, certainty)


@settings(deadline=None)
@given(st.sampled_from(EVERY_TYPE), st.text(max_size=30), st.booleans())
@example(MATCH, "a1 b", False)
@example(MATCH, "-", False)
@example(MATCH, "- -", False)
@example(CHOICE, "@", True)
@example(MULTIPLE, " , ; ", False)
@example(TYPED, "=", False)
@example(TYPED, "@2 =", True)
def test_any_line_is_an_allowed_response_or_told_in_a_sentence(
    question: object, line: str, certainty: bool
) -> None:
    asked = shown(question)
    try:
        given_ = answer_in(line, asked, certainty=certainty)
    except NotAnAnswer as told:
        assert str(told).endswith(".")
    else:
        checked(asked.question, given_.response)


@pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
@pytest.mark.parametrize("certainty", [False, True])
def test_the_example_in_a_prompt_is_an_answer(question: object, certainty: bool) -> None:
    asked = shown(question)
    told = how_to(asked, certainty=certainty)
    if "such as “" in told:
        example_line = told.split("such as “")[1].rstrip("”")
        assert answer_in(example_line, asked, certainty=certainty).certainty == (2 if certainty else None)


@pytest.mark.parametrize("line", ["2", "b", "B", " 2. ", "2)", "02"])
def test_a_choice_is_a_number_or_a_letter(line: str) -> None:
    assert answer_in(line, in_order(CHOICE)) == Given("Brandt")


@pytest.mark.parametrize("line", ["1 3", "3 1", "1,3", "1, 3", "a c", "1;3", "1. 3."])
def test_several_options_are_numbers_in_any_order(line: str) -> None:
    response = answer_in(line, in_order(MULTIPLE)).response
    assert checked(MULTIPLE, response) == ("Lindqvist", "the council")


@pytest.mark.parametrize(
    "line",
    [
        "a2 b1 c3",
        "2a 1b 3c",
        "c3 a2 b1",
        "a2b1c3",
        "a 2 b 1 c 3",
        "a-2, b=1; c:3",
        "a -> 2 b → 1 c3",
        "A2 B1 C3",
    ],
)
def test_pairs_are_letters_and_numbers(line: str) -> None:
    assert answer_in(line, in_order(MATCH)).response == (
        ("Lindqvist", "ferryman"),
        ("Brandt", "engineer"),
        ("Renning", "treasurer"),
    )


def test_a_left_side_can_stay_alone_but_not_by_mistake() -> None:
    assert answer_in("a2 b- c3", in_order(MATCH)).response == (
        ("Lindqvist", "ferryman"),
        ("Renning", "treasurer"),
    )
    with pytest.raises(NotAnAnswer, match=r"b has no number yet\. .*“b-” leaves b without one"):
        answer_in("a2 c3", in_order(MATCH))


def test_an_order_names_every_item_once() -> None:
    assert answer_in("4 1 2 3", in_order(ORDER)).response == ("moved", "built", "greased", "closed")
    with pytest.raises(NotAnAnswer, match="2 is missing"):
        answer_in("4 1 3", in_order(ORDER))
    with pytest.raises(NotAnAnswer, match="You named 1 twice"):
        answer_in("4 1 1 3", in_order(ORDER))


def test_the_parts_of_a_passage_are_numbered_as_they_follow_each_other() -> None:
    assert answer_in("1 3", shown(HOTTEXT)).response == ("reportedly", "might")
    with pytest.raises(NotAnAnswer, match="numbers from 1 to 4"):
        answer_in("5", shown(HOTTEXT))


@pytest.mark.parametrize("line", ["b @2", "b@2", "@2 b", "2 @ 2"])
def test_how_sure_an_answer_is_stands_before_or_after_it(line: str) -> None:
    assert answer_in(line, in_order(CHOICE), certainty=True) == Given("Brandt", 2)


def test_a_certainty_that_is_not_asked_or_not_there_is_said() -> None:
    with pytest.raises(NotAnAnswer, match="does not ask how sure"):
        answer_in("b @2", in_order(CHOICE))
    with pytest.raises(NotAnAnswer, match="1 low, 2 medium, 3 high"):
        answer_in("b @4", in_order(CHOICE), certainty=True)


def test_words_of_a_typed_answer_are_its_own() -> None:
    asked = shown(TYPED)
    assert command_in("x", typed=True) is command_in("skip it", typed=True) is None
    assert command_in("text messages", typed=True) is None
    assert answer_in("mail@2", asked, certainty=True) == Given("mail@2")
    assert answer_in("a @2", asked) == Given("a @2")
    with pytest.raises(NotAnAnswer, match="at most 500 characters"):
        answer_in("x" * 501, asked)
