"""Whom a pronoun means: the sentence before has one subject that fits, and nobody else."""

import pytest

from tests.generate.articles import key, question, questions, reasons, wrong

OTHERS = (
    "“It moved three centimetres in one night,” Mara Lindqvist said.",
    "“The railing was never part of the contract,” said Tomas Brandt.",
    "Ada Quill said: “Nobody has measured the bridge since May.”",
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mara Lindqvist measured the bridge in May. She found a crack in the northern pillar.",
            "Mara Lindqvist",
        ),
        ("Mayor Tomas Brandt walked to the harbour. He opened the new road on Monday.", "Tomas Brandt"),
        (
            "“The gate is closed on Mondays,” Ada Quill said. She added that the railing would follow.",
            "Ada Quill",
        ),
        ("A clerk at the harbour, Ada Quill, opened the gate. She asked the board for a lamp.", "Ada Quill"),
    ],
)
def test_the_one_subject_of_the_sentence_before_is_the_key(text: str, name: str) -> None:
    found = question("pronoun", *OTHERS, text)
    assert key(found) == name
    assert {key(found), *wrong(found)} == {"Mara Lindqvist", "Tomas Brandt", "Ada Quill"}
    assert found.evidence[0].quote == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Tomas Brandt met his father at the gate. He opened the new road on Monday.", "“father”"),
        ("Tomas Brandt thanked Bo Marsh for the works. He opened the new road on Monday.", "“Bo Marsh”"),
        ("Tomas Brandt got in touch with Oake at noon. He opened the new road on Monday.", "“Oake”"),
        ("Mr Tomas Brandt walked to the harbour. She opened the new road on Monday.", "not certain"),
        ("The son of Tomas Brandt walked to the harbour. He opened the new road there.", "not plainly"),
        ("The brother of Tomas Brandt met Ada Quill there. He opened the new road there.", "not plainly"),
        ("Tomas Brandt and Ada Quill walked to the harbour. He opened the new road there.", "not plainly"),
        ("The gate was closed on Monday. He opened the new road there.", "not plainly"),
        ("Tomas Brandt opened the road. It was wet on Monday and on Tuesday.", "one body's name"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert questions("pronoun", *OTHERS, text) == []
    assert any(reason in given for given in reasons("pronoun", *OTHERS, text))


def test_a_pronoun_in_the_next_paragraph_is_left_alone() -> None:
    pair = ("Mara Lindqvist measured the bridge in May.", "She found a crack in the northern pillar.")
    assert questions("pronoun", *OTHERS, *pair) == []


def test_too_few_others_make_no_question() -> None:
    text = "Mara Lindqvist measured the bridge in May. She found a crack in the northern pillar."
    assert questions("pronoun", OTHERS[0], text) == []
    assert "the article names too few others" in reasons("pronoun", OTHERS[0], text)


def test_it_is_a_news_organisation_only_where_it_goes_on_saying_something() -> None:
    others = ("Reuters sent a drone to the harbour.", "BBC News sent a van to the harbour.")
    says = "The Guardian sent a photographer to the harbour. It said the bridge had moved by a metre."
    found = question("pronoun", *others, says)
    assert key(found) == "The Guardian"
    assert set(wrong(found)) == {"Reuters", "BBC News"}
    lies = "The Guardian sent a photographer to the harbour. It lies to the north of the town."
    assert questions("pronoun", *others, lies) == []
