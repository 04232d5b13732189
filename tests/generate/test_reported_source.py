"""Where a reported statement comes from: one source, one statement, others of the article to choose from."""

import re

import pytest

from quiz.generate.credits import NOBODY_NAMED
from tests.generate.articles import key, questions, reasons, wrong

LIND = "Mara Lindqvist said the bridge was closed to lorries in 1998."
BRANDT = "“The railing was never part of the contract,” said Tomas Brandt."
QUILL = "Ada Quill said: “Nobody has measured the bridge since May.”"


def test_the_key_is_who_is_credited_and_the_others_are_people_of_the_article() -> None:
    (item,) = questions("reported_source", LIND, BRANDT, QUILL)
    assert "“The bridge was closed to lorries in 1998”" in item.prompt
    assert key(item) == "Mara Lindqvist"
    assert wrong(item) == ["Tomas Brandt", "Ada Quill"]


@pytest.mark.parametrize("seed", range(6))
def test_people_are_asked_for_with_who_and_other_sources_are_not(seed: int) -> None:
    (people,) = questions("reported_source", LIND, BRANDT, QUILL, seed=seed)
    assert re.search(r"\b(?:[Ww]hom?)\b", people.prompt)
    assert " or what" not in people.prompt and "Where" not in people.prompt
    report = "The report says the bridge was closed to lorries in 1998."
    (texts,) = questions("reported_source", report, "A letter and a survey lay on the bridge.", seed=seed)
    assert "Where" in texts.prompt or "or what" in texts.prompt


def test_a_body_stands_beside_bodies() -> None:
    (item,) = questions(
        "reported_source",
        "The Harbour Board said the bridge was closed to lorries in 1998.",
        "Reuters counted the lorries on the bridge.",
        "The Bridge Museum wrote: “The railing was never part of the contract.”",
    )
    assert key(item) == "The Harbour Board"
    assert set(wrong(item)) == {"Reuters", "The Bridge Museum"}


def test_with_one_other_person_a_source_without_a_name_is_offered_too() -> None:
    (item,) = questions("reported_source", LIND, BRANDT)
    assert wrong(item) == ["Tomas Brandt", NOBODY_NAMED]


def test_a_written_source_stands_beside_texts_the_article_does_not_mention() -> None:
    report = "The report says the bridge was closed to lorries in 1998."
    (item,) = questions("reported_source", report, "A letter and a survey lay on the bridge.")
    assert key(item) == "The report"
    assert len(wrong(item)) == 2
    assert not {"The letter", "The survey"} & set(wrong(item))


def test_where_nobody_is_named_that_is_the_key() -> None:
    (item,) = questions(
        "reported_source",
        "Critics said the bridge was closed to lorries in 1998.",
        "The town waits for the spring and its boats.",
        BRANDT,
        QUILL,
    )
    assert key(item) == NOBODY_NAMED


@pytest.mark.parametrize(
    "text",
    [
        "She said the bridge was closed to lorries in 1998.",
        "Mara Lindqvist said Bo Marsh had said the bridge was closed in 1998.",
        "According to Ida Oake, Mara Lindqvist said the bridge was closed in 1998.",
        "Mara Lindqvist denied that the bridge was closed to lorries in 1998.",
        "Mara Lindqvist said it was closed to lorries in 1998.",
        "Mara Lindqvist said the Lindqvist family closed the bridge in 1998.",
        "Mara Lindqvist pointed out those features of the bridge to many visitors.",
    ],
)
def test_it_abstains_on_nesting_denial_and_statements_that_do_not_stand_alone(text: str) -> None:
    assert questions("reported_source", text, BRANDT, QUILL) == []


def test_whoever_is_named_in_the_sentence_or_beside_the_source_is_not_offered() -> None:
    found = questions(
        "reported_source",
        "Mara Lindqvist, of the Harbour Board, said the bridge was closed to lorries in 1998.",
        "The Harbour Board wrote: “The railing was never part of the contract.”",
        BRANDT,
        QUILL,
    )
    (item,) = [item for item in found if key(item) == "Mara Lindqvist"]
    assert not any("Harbour Board" in text for text in wrong(item))


def test_it_says_why_it_abstains() -> None:
    assert any("too few sources" in reason for reason in reasons("reported_source", LIND))
