"""Whether a sentence states a cause and in whose voice: what yields the question, and what does not."""

import pytest

from quiz.generate.kinds.cause_stated import ORDER, OWN_VOICE, SOURCE
from tests.generate.articles import key, question, questions, reasons, wrong


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The bridge was closed to trams because the railing had rusted through.", OWN_VOICE),
        ("The heavy storm led to a longer closure of the northern road.", OWN_VOICE),
        ("Two trams were stopped at the gate due to a crack in the pillar.", OWN_VOICE),
        ("Mara Lindqvist said the bridge moved because the northern pillar had sunk.", SOURCE),
        ("“The bridge moved because nobody had measured the pillar,” said Tomas Brandt.", SOURCE),
        ("Critics said the bridge moved because the northern pillar had sunk.", SOURCE),
        ("The old station was closed after a tram hit the northern gate.", ORDER),
        ("The northern gate was opened following the visit of two engineers.", ORDER),
    ],
)
def test_the_key_is_what_the_words_around_the_connective_make_it(text: str, answer: str) -> None:
    found = question("cause_stated", text)
    assert key(found) == answer
    assert {key(found), *wrong(found)} == {OWN_VOICE, SOURCE, ORDER}


def test_the_explanation_names_the_connective_and_the_source_and_gives_no_verdict() -> None:
    found = question("cause_stated", "Mara Lindqvist said the bridge moved because the pillar had sunk.")
    assert "“because” states a cause" in found.explanation
    assert "“Mara Lindqvist said”" in found.explanation
    assert "does not judge whether the statement is right" in found.explanation


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The gate was closed not because of the storm and the rain.", "denies"),
        ("The bridge might be closed because the northern pillar has sunk.", "denies"),
        ("The bridge was closed because of the storm and resulted in queues for two days.", "more than one"),
        ("The bridge is due to open in May with a new railing.", "no cause here"),
        ("The narrow road led to a small house at the harbour.", "no cause here"),
        ("Mara Lindqvist said the bridge was closed, because the pillar had sunk.", "writer's addition"),
        ("Because of that, the gate stayed closed for the week.", "another sentence"),
        ("A report on the bridge was late because the pillar had sunk.", "may point to a source"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert questions("cause_stated", text) == []
    assert any(reason in given for given in reasons("cause_stated", text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was forced to close the gate after a tram hit the northern pillar.",
        "The council opened the gate two days after a tram hit the northern pillar.",
        "The bridge was named after the first mayor of the old northern town.",
        "“The station was closed after a tram hit the gate,” Mara Lindqvist said.",
    ],
)
def test_after_is_left_alone_where_it_is_more_or_less_than_an_order(text: str) -> None:
    assert questions("cause_stated", text) == []


def test_in_a_report_of_a_case_no_cause_counts_as_the_article_s_own() -> None:
    opening = "The harbour master was arrested on Monday at the northern gate."
    cause = "The bridge was closed to trams because the railing had rusted through."
    assert questions("cause_stated", opening, cause) == []


def test_a_transcript_has_no_voice_of_its_own() -> None:
    text = "VOSS: The bridge was closed to trams because the railing had rusted through."
    assert questions("cause_stated", text) == []
