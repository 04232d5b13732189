"""Exact words, paraphrase or partly quoted: the marks decide, and doubtful marks ask nothing."""

import pytest

from quiz.generate.kinds.quote_form import OPTIONS
from tests.generate.articles import key, question, questions, reasons

LIND = "Mara Lindqvist said the bridge had moved three centimetres in one night."


def test_words_all_between_marks_are_a_quotation() -> None:
    item = question("quote_form", "“The bridge moved three centimetres in one night,” Mara Lindqvist said.")
    assert key(item) == OPTIONS["direct"]


def test_words_without_marks_are_a_paraphrase() -> None:
    assert key(question("quote_form", LIND)) == OPTIONS["indirect"]


def test_words_partly_between_marks_are_both() -> None:
    item = question(
        "quote_form", "Mara Lindqvist said the old bridge in Ostmole “moved like a tired animal last night”."
    )
    assert key(item) == OPTIONS["mixed"]
    assert "“moved like a tired animal last night”" in item.explanation


def test_the_prompt_betrays_the_form_neither_by_marks_nor_by_a_capital() -> None:
    for text in (LIND, "Mara Lindqvist said the old bridge “moved like a tired animal last night”."):
        shown = question("quote_form", text).prompt.split("“", 1)[1].split(" (Its own")[0]
        assert shown[0].isupper()
        assert shown.count("”") == 1 and "“" not in shown


def test_every_explanation_says_that_it_does_not_judge() -> None:
    assert "does not judge whether the statement is right" in question("quote_form", LIND).explanation


@pytest.mark.parametrize(
    "text",
    [
        "“We moved the whole bridge three centimetres in one night,” Mara Lindqvist said.",
        "“The bridge didn’t move three centimetres in one night,” Mara Lindqvist said.",
        "Mara Lindqvist said the bridge had “moved” three centimetres in one night.",
        "Mara Lindqvist said the old bridge was called “The Long Grey Road Home” in town.",
        "Mara Lindqvist said the bridge was what the town calls 'tired' in winter.",
        "The old bridge in Ostmole “moved like a tired animal”, according to Mara Lindqvist.",
        "Mara Lindqvist said it had moved three centimetres in one night.",
        "Mara Lindqvist denied that the bridge had moved three centimetres in one night.",
    ],
)
def test_words_that_betray_their_form_or_marks_that_may_mean_something_else_are_left_alone(text: str) -> None:
    assert questions("quote_form", text) == []


def test_it_says_why_it_abstains() -> None:
    text = "Mara Lindqvist said the bridge had “moved” three centimetres in one night."
    assert any("may be a term" in reason for reason in reasons("quote_form", text))
