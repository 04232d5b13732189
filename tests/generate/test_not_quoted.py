"""Who is mentioned but never quoted: nothing in the whole text may be that person's."""

import re

import pytest

from tests.generate.articles import key, questions, reasons, wrong

LIND = "“It moved three centimetres in one night,” Mara Lindqvist said."
BRANDT = "“The railing was never part of the contract,” said Tomas Brandt."
MARSH = "Mayor Bo Marsh opened the bridge. In 1998 Mayor Bo Marsh closed the harbour."


def test_the_key_is_the_one_to_whom_no_words_are_credited() -> None:
    (item,) = questions("not_quoted", LIND, BRANDT, MARSH)
    assert key(item) == "Bo Marsh"
    assert wrong(item) == ["Mara Lindqvist", "Tomas Brandt"]


def test_it_never_says_who_should_have_been_asked() -> None:
    (item,) = questions("not_quoted", LIND, BRANDT, MARSH)
    for word in ("should", "ought", "silent", "ignored", "one-sided"):
        assert word not in f"{item.prompt} {item.explanation}".lower()
    assert "says nothing about who is right" in item.explanation


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody has measured the bridge since May,” the mayor said.",
        "“Nobody has measured the bridge since May,” they said.",
        "“Nobody has measured the bridge since May.”",
        "An official said the bridge was closed to lorries in 1998.",
        "Mayor Bo Marsh did not respond on Tuesday.",
        "Mayor Bo Marsh could not be reached on Tuesday.",
        "Mayor Bo Marsh came by boat. He called for a new bridge.",
        "The Marsh administration pledged a new bridge.",
        "The mayor promised a new bridge.",
        "Ida Marsh built the first bridge.",
    ],
)
def test_any_words_that_may_be_the_person_s_make_the_question_go(text: str) -> None:
    assert questions("not_quoted", LIND, BRANDT, MARSH, text) == []
    assert reasons("not_quoted", LIND, BRANDT, MARSH, text) != []


def test_whoever_is_credited_in_other_words_is_heard() -> None:
    said = "According to Marsh, the bridge was closed to lorries in 1998."
    assert questions("not_quoted", LIND, BRANDT, MARSH, said) == []


def test_a_pronoun_that_can_only_be_that_person_s_is_their_voice() -> None:
    said = "“Nobody has measured the bridge since May,” he said."
    assert questions("not_quoted", LIND, BRANDT, MARSH, said) == []


def test_one_mention_is_too_little() -> None:
    assert questions("not_quoted", LIND, BRANDT, "Mayor Bo Marsh opened the bridge.") == []


def test_two_others_must_be_heard() -> None:
    assert "fewer than two people are quoted or credited" in reasons("not_quoted", LIND, MARSH)


def test_words_of_a_group_are_nobody_s_in_particular() -> None:
    critics = "Critics said the bridge was closed to lorries in 1998."
    assert [key(item) for item in questions("not_quoted", LIND, BRANDT, MARSH, critics)] == ["Bo Marsh"]


@pytest.mark.parametrize(
    "text",
    [
        "The results showed the bridge was closed to lorries.",
        "Two of the visitors said the bridge was closed to lorries in 1998.",
        "It said the bridge was closed to lorries in 1998.",
    ],
)
def test_several_people_and_things_are_nobody_named(text: str) -> None:
    assert [key(item) for item in questions("not_quoted", LIND, BRANDT, MARSH, text)] == ["Bo Marsh"]


def test_a_pronoun_of_the_other_sex_is_somebody_else() -> None:
    marsh = MARSH.replace("Bo", "Peter")
    said = "“Nobody has measured the bridge since May,” {} said."
    assert questions("not_quoted", LIND, BRANDT, marsh, said.format("he")) == []
    assert [key(item) for item in questions("not_quoted", LIND, BRANDT, marsh, said.format("she"))] == [
        "Peter Marsh"
    ]


def test_one_of_several_may_be_the_person() -> None:
    said = "One of the visitors said the bridge was closed to lorries in 1998."
    assert questions("not_quoted", LIND, BRANDT, MARSH, said) == []


def test_a_small_word_that_turns_the_question_round_is_in_capitals() -> None:
    prompts = {questions("not_quoted", LIND, BRANDT, MARSH, seed=seed)[0].prompt for seed in range(20)}
    assert len(prompts) == 2
    for prompt in prompts:
        assert re.search(r"\b(?:NEVER|NO)\b", prompt)
        assert not re.search(r"\b(?:never|not|no|neither|nor)\b", prompt)
