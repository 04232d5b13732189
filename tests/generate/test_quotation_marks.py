"""Which words stand in quotation marks: a short phrase of the article, beside plain ones of its form."""

import pytest

from tests.generate.articles import key, questions, reasons, wrong

MARKED = "The board called it a “temporary measure” in May."
PLAIN = (
    "There is a local footpath, the northern railing, a painted gate and an ancient hall. The hall is shut."
)


def test_the_key_stands_in_marks_and_the_others_never_do() -> None:
    (item,) = questions("quotation_marks", MARKED, PLAIN)
    assert key(item) == "temporary measure"
    assert set(wrong(item)) <= {"local footpath", "northern railing", "painted gate", "ancient hall"}
    assert "“temporary measure”" in item.explanation


def test_the_evidence_is_the_marked_words_themselves() -> None:
    (item,) = questions("quotation_marks", MARKED, PLAIN)
    assert [evidence.quote for evidence in item.evidence] == ["“temporary measure”"]


def test_the_explanation_takes_no_side() -> None:
    (item,) = questions("quotation_marks", MARKED, PLAIN)
    assert "do not tell whether the words are right" in item.explanation


def test_words_inside_a_longer_quotation_are_no_plain_words() -> None:
    speech = "“They closed the painted gate, the ancient hall and the northern railing,” said Tomas Brandt."
    assert questions("quotation_marks", MARKED, speech) == []


@pytest.mark.parametrize(
    "text",
    [
        "The board called it the “Long Way Home” in May.",
        "The board called it “temporarily closed” in May.",
        "The board said “for months” in May.",
        "The board called it a “terrible measure” in May.",
        "The board called it a “temporary measure” in May; the temporary measure stayed.",
        "The board “moved” the bridge in May.",
    ],
)
def test_names_pieces_of_sentences_judgements_and_repeated_words_are_left_alone(text: str) -> None:
    assert questions("quotation_marks", text, PLAIN) == []


def test_it_says_why_it_abstains() -> None:
    assert "too few plain phrases of the same form" in reasons("quotation_marks", MARKED)
