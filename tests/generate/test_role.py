"""What somebody is, where the article sets it off by commas beside the name."""

import pytest

from tests.generate.articles import key, question, questions, reasons, wrong

ENGINEER = "Mara Lindqvist, the board’s chief engineer, came to the bridge at six."


def test_what_stands_after_the_name_is_asked_for() -> None:
    item = question("role", ENGINEER)
    assert "Mara Lindqvist" in item.prompt
    assert key(item) == "the board’s chief engineer"
    assert all(option.startswith("the board’s chief ") for option in wrong(item))


def test_what_stands_before_the_name_is_asked_for() -> None:
    item = question("role", "The board’s treasurer, Mara Lindqvist, came to the bridge at six.")
    assert key(item) == "the board’s treasurer"


def test_what_others_are_is_offered_first() -> None:
    other = "Tomas Brandt, a lawyer for the town, came to the bridge at seven."
    item = next(item for item in questions("role", ENGINEER, other) if "Lindqvist" in item.prompt)
    (why,) = [option.why for option in item.options if option.text == "a lawyer for the town"]
    assert why == "The article says this of somebody else, in paragraph 2."


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ((ENGINEER, "Mara Lindqvist, a lawyer for the town, left."), "more than one office"),
        ((ENGINEER, "Mayor Mara Lindqvist left the bridge at nine."), "more than one office"),
        (("Mara Lindqvist, the board’s former engineer, came at six.",), "more than one office"),
        (("Its chief engineer, Mara Lindqvist, came at six.",), "leans"),
        (("Two builders of the railing went on trial.", ENGINEER), "a charge or a crime"),
    ],
)
def test_it_abstains(texts: tuple[str, ...], reason: str) -> None:
    assert questions("role", *texts) == []
    assert any(reason in given for given in reasons("role", *texts))


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lindqvist, who is the board’s chief engineer, came at six.",
        "Mara Lindqvist, Tomas Brandt, an engineer, and Ada Quill came at six.",
        "Lindqvist, the board’s chief engineer, came to the bridge at six.",
    ],
)
def test_a_clause_a_list_and_a_bare_surname_are_left_alone(text: str) -> None:
    assert all("Lindqvist" not in item.prompt for item in questions("role", text))


def test_no_office_offered_tells_by_its_form_whether_a_man_or_a_woman_holds_it() -> None:
    for seed in range(12):
        for item in questions("role", "Mayor Tomas Brandt came at seven to see it.", seed=seed):
            assert not any(option.endswith(("man", "woman")) for option in wrong(item))


def test_a_long_role_stands_beside_the_same_words_with_other_posts() -> None:
    text = "Professor Mara Lindqvist, the chair of the harbour’s panel of twelve, saw the bridge move."
    item = question("role", text)
    assert key(item) == "the chair of the harbour’s panel of twelve"
    assert all(option.endswith(" of the harbour’s panel of twelve") for option in wrong(item))
    assert item.evidence[0].quote.startswith("Mara Lindqvist, ")


def test_an_editor_at_large_is_no_treasurer_at_large() -> None:
    text = "Mara Lindqvist, editor at large of the Ostmole Echo, saw the bridge move."
    assert questions("role", text) == []


def test_whoever_is_named_behind_a_newspaper_is_seen_and_a_list_of_people_is_left_alone() -> None:
    behind = "According to the Ostmole Herald, Mara Lindqvist, the chair of the harbour’s panel, saw it move."
    assert [key(item) for item in questions("role", behind)] == ["the chair of the harbour’s panel"]
    listed = "Anna Quill, Mara Lindqvist, the chair of the harbour’s panel, and a boy saw the bridge move."
    assert questions("role", listed) == []


def test_no_article_tells_the_key_from_what_others_are() -> None:
    found = questions(
        "role",
        "Mara Lindqvist, a young engineer in Varnholm, opened the bridge.",
        "Tomas Brandt, medical director of the harbour, crossed it.",
        "Anna Quill, treasurer of the old ferry, stayed at home.",
    )
    assert "young engineer in Varnholm" in map(key, found)
    for item in found:
        assert not [option.text for option in item.options if option.text.startswith(("a ", "an ", "the "))]
