"""Whom “he” and “she” stand for beside a verb of saying: exactly one person, or nobody."""

import pytest

from tests.generate.articles import reading

SAID = "“It will stay shut until the spring,” {} said."
LATER = "“Nobody has measured it since May,” {} said."


def meant(*paragraphs: str) -> str | None:
    """Who the pronoun beside the last settled verb of saying stands for."""
    fact = reading(*paragraphs).attributions[-1]
    assert fact.speech.source.named == "unnamed"
    assert (fact.speaker is None) == (fact.antecedent is None)
    return fact.speaker.name if fact.speaker else None


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("Mayor Mara Lindqvist came on Monday. " + LATER.format("she"), "Mara Lindqvist"),
        ("Mayor Mara Lindqvist came on Monday. " + LATER.format("he"), None),
        ("Ms. Lindqvist and Mr. Brandt came on Monday. " + LATER.format("she"), "Lindqvist"),
        ("Ms. Lindqvist and Mr. Brandt came on Monday. " + LATER.format("he"), "Brandt"),
        ("Ms. Lindqvist and Mrs. Brandt came on Monday. " + LATER.format("she"), None),
        ("Ms. Lindqvist and Senator Quillon came on Monday. " + LATER.format("he"), None),
        ("Mayor Quillon and Senator Brandt came on Monday. " + LATER.format("he"), None),
        ("Senator Quillon came on Monday. " + LATER.format("he"), "Quillon"),
        ("Senator Quillon came on Monday. " + LATER.format("they"), None),
        ("Senator Quillon came with a lawyer. " + LATER.format("he"), None),
        ("Senator Quillon came with his brother. " + LATER.format("he"), None),
        ("Senator Quillon, the son of a judge, came. " + LATER.format("he"), "Quillon"),
        ("Senator Quillon met Zebulon Farrow on Monday. " + LATER.format("he"), None),
    ],
)
def test_within_a_paragraph(story: str, name: str | None) -> None:
    assert meant(story) == name


def test_where_nobody_is_named_in_the_paragraph_the_one_before_counts() -> None:
    assert meant("Senator Quillon came on Monday.", "The town was quiet. " + LATER.format("he")) == "Quillon"


def test_no_paragraph_before_that_one_counts() -> None:
    story = ("Senator Quillon came on Monday.", "The town was quiet.", LATER.format("he"))
    assert meant(*story) is None


def test_whoever_is_named_in_the_paragraph_hides_the_one_before() -> None:
    before, here = "Senator Quillon came on Monday.", "Senator Brandt was there. " + LATER.format("he")
    assert meant(before, here) == "Brandt"


def test_a_name_after_the_pronoun_says_nothing() -> None:
    assert meant(LATER.format("he") + " Senator Quillon left on Monday.") is None


def test_the_mention_that_tells_is_the_last_one() -> None:
    read = reading("Senator Quillon came. Quillon left. " + LATER.format("he"))
    antecedent = read.attributions[-1].antecedent
    assert antecedent is not None
    assert antecedent.start == read.article.raw.index("Quillon left")


def test_i_and_it_and_we_stand_for_nobody() -> None:
    for pronoun in ("I", "we", "it"):
        assert meant("Senator Quillon came on Monday. " + SAID.format(pronoun)) is None
