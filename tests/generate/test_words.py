"""Outlets, hedges and spelled-out abbreviations, each found where it stands."""

import pytest

from quiz.article import article_from_text
from quiz.generate.agree import read_facts
from tests.generate.articles import reading


def outlets(*paragraphs: str) -> dict[str, int]:
    return {outlet.name: len(outlet.mentions) for outlet in reading(*paragraphs).outlets}


def short_forms(*paragraphs: str) -> list[tuple[str, str]]:
    read = reading(*paragraphs)
    return [(read.words(form.short), read.words(form.long)) for form in read.short_forms]


def test_an_outlet_is_found_under_its_names() -> None:
    found = outlets("The New York Times and the New York Times wrote about it. Reuters did not.")
    assert found == {"The New York Times": 2, "Reuters": 1}


def test_a_longer_name_is_not_taken_for_a_shorter_one() -> None:
    assert outlets("NBC News was there.") == {"NBC News": 1}


def test_a_name_that_is_also_a_word_is_left_alone() -> None:
    assert outlets("Time went by, and The Nation slept.") == {}


def test_an_outlet_within_a_web_address_or_a_longer_word_is_not_named() -> None:
    assert outlets("See www.CNN.example and CNN-like.") == {}


def test_the_article_can_declare_outlets_of_its_own() -> None:
    text = (
        "---\noutlets: [Varnholm Radio]\n---\n# The bridge\n\nIt moved, Varnholm Radio said.\n\nIt is shut."
    )
    read = read_facts(article_from_text(text, "bridge.md"))
    assert [outlet.name for outlet in read.outlets] == ["Varnholm Radio"]


def test_strict_hedges_are_told_from_broad_ones_and_quoted_from_the_writer_s() -> None:
    read = reading("It allegedly moved. “It may perhaps move,” Mara Lindqvist said.")
    assert [(read.text(h.span), h.strict, h.quoted) for h in read.hedges] == [
        ("allegedly", True, False),
        ("may", False, True),
        ("perhaps", True, True),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Varnholm Bridge Office (VBO) met.", [("VBO", "Varnholm Bridge Office")]),
        ("the Board of Harbours and Bridges (BHB) met.", [("BHB", "Board of Harbours and Bridges")]),
        (
            "the Bureau of Ropes, Sails, Anchors and Tides (RST) met.",
            [("RST", "Bureau of Ropes, Sails, Anchors and Tides")],
        ),
        ("On Monday the Office for Tidal Safety (OTS) met.", [("OTS", "Office for Tidal Safety")]),
        ("The harbour (VBO) was shut.", []),
        ("Mara Lindqvist (ODP) came.", []),
        ("The Varnholm Bridge Office (see below) met.", []),
    ],
)
def test_a_short_form_is_read_only_where_its_letters_fit(text: str, found: list[tuple[str, str]]) -> None:
    assert short_forms(text) == found
