"""Quotations that no clause hands over, given to whoever speaks around them: reported, never asked about."""

import pytest

from tests.generate.articles import reading

LIND = "Mara Lindqvist"
ALONE = "“Nobody has measured the bridge since May.”"


def carried(*paragraphs: str) -> list[tuple[str, str]]:
    """The quotations that only what stands around them hands over, and to whom."""
    read = reading(*paragraphs)
    found = [fact for fact in read.every_attribution if fact.rule == "document.carried"]
    assert all(fact in read.unsettled and fact.witnesses == ("document",) for fact in found)
    return [(read.words(fact.speech.content), fact.speech.source.name) for fact in found]


@pytest.mark.parametrize(
    "before",
    [
        "“It moved a lot,” Mara Lindqvist said.",
        "Mara Lindqvist said that the bridge would stay shut.",
        "Mayor Mara Lindqvist came to the bridge.",
    ],
)
def test_a_quotation_alone_goes_to_the_one_before(before: str) -> None:
    assert carried(before, ALONE) == [(ALONE.strip("“”"), LIND)]


def test_a_quotation_goes_to_the_one_source_of_its_own_paragraph() -> None:
    story = f"“It moved a lot,” Mara Lindqvist said. The town was quiet. {ALONE}"
    assert carried(story) == [(ALONE.strip("“”"), LIND)]


def test_of_two_who_speak_in_a_paragraph_neither_is_taken() -> None:
    story = f"“It moved,” Mara Lindqvist said. “It did not,” Bo Marsh said. The town was quiet. {ALONE}"
    assert carried(story) == []


def test_a_quotation_with_words_of_its_own_around_it_is_not_taken_back_a_paragraph() -> None:
    assert carried("“It moved a lot,” Mara Lindqvist said.", f"A sign reads {ALONE} in red.") == []


@pytest.mark.parametrize(
    "story",
    [
        "Mayor Mara Lindqvist has read a book titled “the bridge that never moved.”",
        "Mayor Mara Lindqvist opened the “safe old bridge.”",
    ],
)
def test_a_title_or_a_term_needs_nobody_who_says_it(story: str) -> None:
    assert carried(story) == []


def test_what_a_clause_hands_over_is_not_handed_over_again() -> None:
    assert carried("“It moved a whole lot,” Mara Lindqvist said.") == []
