"""What the body says of its headline: the same, less, or nothing that could be asked about."""

import pytest

from quiz.bank.model import Choice
from quiz.generate.build import generate
from quiz.generate.kinds.headline_body import ABSENT, OPEN, SAME, SOURCE
from tests.generate.articles import article, key, wrong

HEADLINE = "Old Bridge Slips Towards Harbour"


def asked(*paragraphs: str, headline: str = HEADLINE) -> list[Choice]:
    return list(generate(article(*paragraphs, headline=headline), only=["headline_body"]).questions)


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("The old bridge slipped towards the harbour on Monday night.", SAME),
        ("The old bridge slipped towards the harbour, Mara Lindqvist said.", SOURCE),
        ("According to the board, the old bridge slipped towards the harbour.", SOURCE),
        ("The old bridge reportedly slipped towards the harbour on Monday.", OPEN),
    ],
)
def test_the_key_is_how_the_body_gives_the_same_words(body: str, answer: str) -> None:
    (found,) = asked(body, "The road was wet.")
    assert key(found) == answer
    assert {key(found), *wrong(found)} == {SAME, SOURCE, OPEN, ABSENT}
    assert ("says less than the headline" in found.explanation) == (answer != SAME)
    assert "misleading" not in found.explanation
    assert found.evidence[0].quote == body


@pytest.mark.parametrize(
    "body",
    [
        "The old bridge did not slip towards the harbour.",
        "The old bridge may slip towards the harbour.",
        "The harbour slipped towards the old bridge.",
        "The bridge office closed the road.",
        "The old bridge reportedly slipped towards the harbour, Mara Lindqvist said.",
    ],
)
def test_it_abstains_where_the_body_differs_in_more_than_voice(body: str) -> None:
    assert asked(body, "The road was wet.") == []


def test_it_abstains_where_another_sentence_may_state_it() -> None:
    source = "The old bridge slipped towards the harbour, Mara Lindqvist said."
    assert asked(source, "By noon the bridge had slipped close to the harbour wall.") == []


def test_it_abstains_where_the_article_says_it_and_a_source_as_well() -> None:
    own = "The old bridge slipped towards the harbour on Monday night."
    assert asked(own, "The old bridge slipped towards the harbour, Mara Lindqvist said.") == []


@pytest.mark.parametrize(
    "headline",
    [
        "Has the Old Bridge Slipped Towards the Harbour?",
        "Old Bridge Slips Towards Harbour, Board Says",
        "Old Bridge “Slips” Towards Harbour",
        "Old Bridge May Slip Towards Harbour",
        "Bridge Slips",
    ],
)
def test_a_headline_that_asks_marks_or_says_too_little_is_left_alone(headline: str) -> None:
    assert asked("The old bridge slipped towards the harbour on Monday night.", headline=headline) == []


def test_figures_have_to_be_the_same() -> None:
    headline = "Nine Old Boats Slip Off Northern Harbour Wall At Varnholm"
    body = "{} old boats slipped off the northern harbour wall at Varnholm, Mara Lindqvist said."
    assert len(asked(body.format("Nine"), headline=headline)) == 1
    assert asked(body.format("Ten"), headline=headline) == []
