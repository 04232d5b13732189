"""Whom the article describes so: one person, among others of whom it says nothing of the kind."""

import random

import pytest

from quiz.generate.build import generate
from quiz.generate.candidates import Candidate
from quiz.generate.kinds.role_holder import answers, propose
from tests.generate.articles import article, key, question, questions, reading, reasons, wrong

ENGINEER = "Mara Lindqvist, the board’s chief engineer, came to the bridge at six."
OTHERS = (
    "Tomas Brandt painted the railing in 1998.",
    "Anna Quill has kept a list of all boats since May.",
)


def test_what_is_set_off_beside_a_name_asks_for_the_name() -> None:
    item = question("role_holder", ENGINEER, *OTHERS)
    assert "“the board’s chief engineer”" in item.prompt
    assert key(item) == "Mara Lindqvist"
    assert set(wrong(item)) == {"Tomas Brandt", "Anna Quill"}


def test_an_office_before_a_name_asks_for_the_name() -> None:
    item = question("role_holder", "Harbour Minister Mara Lindqvist came at six.", *OTHERS)
    assert "“Harbour Minister”" in item.prompt
    assert key(item) == "Mara Lindqvist"


def test_whoever_may_have_much_the_same_post_is_not_offered() -> None:
    architect = "Bo Marsh came at nine. The architect Bo Marsh had drawn the bridge."
    item = question("role_holder", ENGINEER, *OTHERS, architect)
    assert "Bo Marsh" not in wrong(item)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{ENGINEER} Mayor Mara Lindqvist left at nine.", "more than one office"),
        ("Mara Lindqvist, the board’s former chief engineer, came at six.", "more than one office"),
        ("Its chief engineer, Mara Lindqvist, came to the bridge at six.", "leans"),
        ("The engineer, Mara Lindqvist, came to the bridge at six.", "leans"),
        ("Sen. Mara Lindqvist came to the bridge at six.", "cut short"),
        ("Mara Lindqvist, a lawyer for the Lindqvist bank, came at six.", "a part of the name"),
        ("Mayor Mara Lindqvist came at six. Mayor Bo Marsh left.", "the same office to somebody else"),
        ("Mara Lindqvist, the chairwoman of the board, came at six.", "too few other people"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert all("Lindqvist" not in key(item) for item in questions("role_holder", text, *OTHERS))
    assert any(reason in given for given in reasons("role_holder", text, *OTHERS))


def test_nobody_is_asked_for_in_an_article_about_a_case() -> None:
    opening = "Two builders of the bridge went on trial on Monday."
    assert questions("role_holder", opening, ENGINEER, *OTHERS) == []


def test_it_is_never_asked_beside_the_office_of_the_same_person() -> None:
    both = generate(article(ENGINEER, *OTHERS), only=["role", "role_holder"])
    assert len(both.questions) == 1
    assert both.spare == 1


def test_only_who_is_described_so_comes_out_when_it_is_answered_anew() -> None:
    read = reading(ENGINEER, *OTHERS)
    (item,) = (i for i in propose(read, random.Random(0)) if isinstance(i, Candidate))
    assert answers(item, read) == {"Mara Lindqvist"}
    decoy = "Brandt, the board’s chief engineer, left the bridge at nine."
    assert answers(item, reading(ENGINEER, *OTHERS, decoy)) == {"Mara Lindqvist", "Tomas Brandt"}
