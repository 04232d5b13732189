"""The state machine of quotation marks: pairs it finds, and texts in which it would rather find nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article.quotations import CLOSING, find_quotations


def quoted(text: str) -> list[str]:
    return [text[span.inner_start : span.inner_end] for span in find_quotations(text).spans]


def abstains(text: str) -> bool:
    found = find_quotations(text)
    return found.spans == () and found.unpaired is not None


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“It moved,” she said.", ["It moved,"]),
        ('"It moved," she said.', ["It moved,"]),
        ("''It moved,'' she said.", ["It moved,"]),
        ("``It moved,'' she said.", ["It moved,"]),
        ("«It moved», she said.", ["It moved"]),
        ("„It moved“, she said.", ["It moved"]),
        ("„It moved”, she said.", ["It moved"]),
        ("“It moved,” she said. “Twice.”", ["It moved,", "Twice."]),
        ("She called it “the bridge”.", ["the bridge"]),
        ("No quotation at all.", []),
        ("", []),
    ],
)
def test_every_style_of_marks_is_found(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_within_a_quotation_belongs_to_the_outer_one() -> None:
    assert quoted("“He shouted ‘run’ twice,” she said.") == ["He shouted ‘run’ twice,"]
    assert quoted("\"He shouted 'run' twice,\" she said.") == ["He shouted 'run' twice,"]


def test_straight_marks_inside_curly_ones_are_part_of_what_is_quoted() -> None:
    assert quoted('“He said "run" twice,” she said.') == ['He said "run" twice,']


def test_apostrophes_are_no_quotation_marks() -> None:
    assert quoted("It’s the Lindqvists’ bridge, and the '90s railing isn't safe.") == []


def test_inches_are_no_quotation_marks() -> None:
    assert quoted('The gap was 6" wide.') == []
    assert quoted('The 6" gap worried her. "It moved," she said.') == ["It moved,"]


@pytest.mark.parametrize(
    "text",
    [
        "“It moved, she said.",
        "It moved,” she said.",
        '"It moved, she said.',
        'It moved," she said.',
        "“It moved, “ she said.",
        "“It “moved” twice,” she said.",
        '"It moved, " she said.',
        "«It moved «twice», she said.",
        "“It moved,” she said. “Twice.",
        "«It moved, she said.",
        "''It moved, she said.",
        '" It moved," she said.',
    ],
)
def test_marks_that_do_not_pair_up_spoil_the_whole_block(text: str) -> None:
    assert abstains(text)


def test_the_mark_without_a_partner_is_pointed_out() -> None:
    text = "It moved. “Twice, she said."
    assert find_quotations(text, 100).unpaired == 100 + text.index("“")


PIECES = st.text(st.sampled_from(list("abc XYZ.,!?’é日🌉-—\n")), max_size=20).map(
    lambda text: re.sub("’+", "’", text)
)
MARKS = st.sampled_from(
    sorted((opening, closing[0] if opening == "„" else closing) for opening, closing in CLOSING.items())
)


@st.composite
def balanced(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A paragraph with quotations that pair up, and the words between its marks."""
    text, inside = "", []
    for _ in range(draw(st.integers(0, 4))):
        opening, closing = draw(MARKS)
        words = "w" + draw(PIECES).rstrip(" \n’") + "."
        text += draw(PIECES).rstrip("’0123456789") + " " + opening + words + closing + " "
        inside.append(words)
    return text + draw(PIECES), inside


ANYTHING = st.text(st.sampled_from(list("ab 1.,“”„«»\"'‘’`—(\n")), max_size=60)


@given(balanced())
def test_balanced_quotations_are_all_found_with_exactly_their_words(paragraph: tuple[str, list[str]]) -> None:
    text, inside = paragraph
    assert quoted(text) == inside


@given(balanced(), balanced())
def test_two_paragraphs_together_hold_the_quotations_of_both(
    one: tuple[str, list[str]], other: tuple[str, list[str]]
) -> None:
    assert quoted(one[0] + " " + other[0]) == quoted(one[0]) + quoted(other[0])


@given(ANYTHING)
def test_quotations_are_in_order_apart_and_inside_the_block(text: str) -> None:
    end = 0
    for span in find_quotations(text).spans:
        assert end <= span.start < span.inner_start <= span.inner_end < span.end <= len(text)
        end = span.end


@given(ANYTHING)
def test_a_quotation_begins_with_an_opening_mark_and_ends_with_one_that_closes_it(text: str) -> None:
    for span in find_quotations(text).spans:
        opening, closing = text[span.start : span.inner_start], text[span.inner_end : span.end]
        assert closing == CLOSING[opening] or (opening == "„" and closing in CLOSING[opening])


@given(ANYTHING, st.integers(0, 10_000))
def test_an_offset_moves_every_span_and_changes_nothing_else(text: str, offset: int) -> None:
    plain, moved = find_quotations(text), find_quotations(text, offset)
    assert [(s.start + offset, s.end + offset) for s in plain.spans] == [
        (s.start, s.end) for s in moved.spans
    ]
    assert (plain.unpaired is None) == (moved.unpaired is None)


@given(ANYTHING)
def test_either_every_mark_is_settled_or_nothing_is(text: str) -> None:
    found = find_quotations(text)
    assert not (found.spans and found.unpaired is not None)
