"""Captions and the credit under a picture: reported, and never asked about."""

import pytest

from quiz.generate.build import generate
from tests.generate.articles import article, reading


def credit(text: str) -> tuple[str, str] | None:
    """What is credited and to whom, when a paragraph is a caption."""
    read = reading(text)
    found = [fact for fact in read.every_attribution if fact.rule == "credit"]
    if not found:
        return None
    (fact,) = found
    return read.words(fact.speech.content), read.words(fact.speech.source.span)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The old bridge at dawn. Photo: Ida Oake.", ("The old bridge at dawn.", "Ida Oake")),
        ("The old bridge at dawn. (Photo: Ida Oake.)", ("The old bridge at dawn.", "Ida Oake")),
        ("The bridge. Image credit: Varnholm Port.", ("The bridge.", "Varnholm Port")),
        ("The railing.\nPhotograph courtesy: the harbour board.", ("The railing.", "the harbour board")),
        ("A map of the harbour. Source: Bridge Office.", ("A map of the harbour.", "Bridge Office")),
        ("Photo: Ida Oake.", None),
        ("The source: nobody knows, and the photos show the bridge.", None),
        ("It moved. Source: a man who walked over the bridge with his dog at night.", None),
        ("It moved. Source: “nobody.” It is shut.", None),
    ],
)
def test_a_caption_is_told_by_the_credit_at_its_end(text: str, found: tuple[str, str] | None) -> None:
    assert credit(text) == found


def test_a_credit_is_reported_and_settles_nothing() -> None:
    read = reading("The old bridge at dawn. Photo: Ida Oake.")
    assert read.attributions == ()
    assert [fact.rule for fact in read.unsettled] == ["credit"]


def test_no_question_rests_on_a_credit() -> None:
    caption = "The old bridge of Varnholm, seen from the harbour on Monday. Photo: Ida Oake."
    story = (caption, "“It moved a lot last night,” Mara Lindqvist said.", "“It is safe now,” Bo Marsh said.")
    asked = generate(article(*story)).questions
    assert not any("Oake" in evidence.quote for question in asked for evidence in question.evidence)
