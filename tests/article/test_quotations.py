"""The state machine of quotation marks: pairs it finds, and texts in which it would rather find nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import Block
from quiz.article.quotations import CLOSING, Quotations, find_quotations, quotations_of


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


def blocks_of(*paragraphs: str) -> tuple[Block, ...]:
    """Paragraphs as they stand in an article, a blank line between them."""
    blocks, start = [], 0
    for number, text in enumerate(paragraphs, start=1):
        blocks.append(Block("paragraph", start, start + len(text), text, number))
        start += len(text) + 2
    return tuple(blocks)


def inside_of(found: Quotations, block: Block) -> list[str]:
    return [block.text[span.inner_start - block.start : span.inner_end - block.start] for span in found.spans]


@st.composite
def running_on(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Paragraphs that one quotation runs over, and what each holds of it: opened in each, closed once."""
    opening, closing = draw(st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("''", "''")]))
    words = draw(st.lists(PIECES.map(lambda text: "w" + text.rstrip(" \n’") + "."), min_size=2, max_size=5))
    parts = [opening + part for part in words]
    parts[0] = draw(st.sampled_from(["", "She said: "])) + parts[0]
    parts[-1] += closing + draw(st.sampled_from(["", " she said.", " It rained."]))
    return parts, words


@given(running_on())
def test_a_quotation_over_several_paragraphs_is_whole_in_each(case: tuple[list[str], list[str]]) -> None:
    paragraphs, words = case
    blocks = blocks_of(*paragraphs)
    found = quotations_of(blocks)
    assert [inside_of(one, block) for one, block in zip(found, blocks, strict=True)] == [
        [part] for part in words
    ]
    assert [one.spans[-1].runs_on for one in found] == [True] * (len(words) - 1) + [False]


@given(st.lists(balanced(), min_size=1, max_size=4))
def test_paragraphs_whose_marks_pair_up_are_read_each_by_itself(
    paragraphs: list[tuple[str, list[str]]],
) -> None:
    blocks = blocks_of(*(text for text, _ in paragraphs))
    found = quotations_of(blocks)
    assert [inside_of(one, block) for one, block in zip(found, blocks, strict=True)] == [
        words for _, words in paragraphs
    ]
    assert not any(one.guessed for one in found)


SINGLE = st.sampled_from(
    [
        "‘We aren’t angels,’ she said.",
        "‘The nurses’ offer’s on the table,’ he said, ‘where it’s been since the ’90s.’",
        "Since the ’90s the workers’ union has met on the Lindqvists’ bridge.",
        "She called it ‘fragile’ and didn’t laugh.",
        "‘He told me, “Don’t go,”’ she said.",
    ]
)


@given(st.lists(SINGLE, min_size=1, max_size=4))
def test_single_marks_are_told_from_apostrophes(more: list[str]) -> None:
    spoken = ["‘It moved,’ she said. ‘It’s shut.’", "‘Nobody’s hurt,’ said the nurses’ leader."]
    blocks = blocks_of(*spoken, *more)
    found = quotations_of(blocks)
    assert [inside_of(one, block) for one, block in zip(found, blocks, strict=True)][:2] == [
        ["It moved,", "It’s shut."],
        ["Nobody’s hurt,"],
    ]
    for one, block in zip(found[2:], blocks[2:], strict=True):
        assert (
            inside_of(one, block)
            == {
                "‘We a": ["We aren’t angels,"],
                "‘The ": ["The nurses’ offer’s on the table,", "where it’s been since the ’90s."],
                "Since": [],
                "She c": ["fragile"],
                "‘He t": ["He told me, “Don’t go,”"],
            }[block.text[:5]]
        )


@given(st.lists(ANYTHING.filter(str.strip), max_size=5))
def test_over_several_paragraphs_every_span_stays_inside_its_own(paragraphs: list[str]) -> None:
    blocks = blocks_of(*paragraphs)
    found = quotations_of(blocks)
    assert len(found) == len(blocks)
    for index, (one, block) in enumerate(zip(found, blocks, strict=True)):
        assert not (one.guessed and one.unpaired is None)
        assert not (one.spans and one.unpaired is not None)
        for spans in (one.spans, one.guessed):
            end = block.start
            for span in spans:
                assert end <= span.start <= span.inner_start <= span.inner_end <= span.end <= block.end
                end = span.end
        for span in one.spans:
            if span.runs_on:
                mark = block.text[span.start - block.start : span.inner_start - block.start]
                assert span is one.spans[-1]
                assert span.end == block.end
                assert blocks[index + 1].text.startswith(mark)
