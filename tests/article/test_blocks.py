"""What the layout of a text makes of it: headline, headings, bullets, paragraphs, bylines."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.article import Article, Block, article_from_text
from quiz.article.blocks import find_blocks

BRIDGE = """The Bridge That Moved

By Ada Quill

The old bridge at Varnholm moved three centimetres last night. Nobody was hurt.

What the board knows

• The bridge has been shut since Monday
• A survey is under way

Repairs start next week. The board has not named a price.
"""


def kinds(text: str, *, markdown: bool = False) -> list[str]:
    return [block.kind for block in find_blocks(text, markdown=markdown)]


def texts(text: str, *, markdown: bool = False) -> list[str]:
    return [block.text for block in find_blocks(text, markdown=markdown)]


def test_a_small_article_has_headline_byline_paragraphs_heading_and_bullets() -> None:
    assert kinds(BRIDGE) == ["headline", "byline", "paragraph", "heading", "bullet", "bullet", "paragraph"]


def test_blocks_of_one_kind_are_numbered_from_one() -> None:
    numbered = [(block.kind, block.number) for block in find_blocks(BRIDGE)]
    assert [number for kind, number in numbered if kind == "paragraph"] == [1, 2]
    assert [number for kind, number in numbered if kind == "bullet"] == [1, 2]


def test_a_block_is_named_as_a_reader_would_name_it() -> None:
    assert [block.label for block in find_blocks(BRIDGE)] == [
        "the headline",
        "the byline",
        "paragraph 1",
        "heading 1",
        "bullet 1",
        "bullet 2",
        "paragraph 2",
    ]


def test_the_mark_of_a_bullet_is_not_part_of_it() -> None:
    for mark in ("•", "-", "*", "·", "1.", "2)"):
        (_, bullet, _) = find_blocks(f"A headline\n\n  {mark} The bridge is shut\n\nThe end of the story.\n")
        assert (bullet.kind, bullet.text) == ("bullet", "The bridge is shut")


def test_a_first_line_that_ends_in_a_full_stop_is_a_paragraph() -> None:
    assert kinds("The bridge moved.\n\nNobody was hurt.") == ["paragraph", "paragraph"]


def test_a_question_can_be_a_headline() -> None:
    assert kinds("Who moved the bridge?\n\nNobody knows.") == ["headline", "paragraph"]


def test_a_single_line_is_a_paragraph_because_a_headline_stands_above_something() -> None:
    assert kinds("The bridge that moved") == ["paragraph"]


def test_a_short_quoted_line_is_no_heading() -> None:
    assert kinds("A headline\n\n“It will not move again”\n\nThe board agreed.")[1] == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("VOSS: Will it hold?", "paragraph"),
        ("Q: “Will it hold?” you asked. Why?", "paragraph"),
        ("Will it hold?", "heading"),
        ("The bridge: Will it hold?", "heading"),
    ],
)
def test_a_short_question_is_a_heading_unless_its_asker_stands_before_it(line: str, kind: str) -> None:
    assert kinds(f"The Bridge\n\nThe bridge moved.\n\n{line}\n\nThe town waits.\n")[2] == kind


def test_the_last_line_is_no_heading() -> None:
    assert kinds("A headline\n\nThe bridge moved.\n\nMore on this soon")[-1] == "paragraph"


def test_dates_and_credits_are_bylines() -> None:
    for line in (
        "By Ada Quill",
        "Words by Ada Quill",
        "Additional reporting by Bo Marsh and Ada Quill",
        "Tuesday, March 3, 2026",
        "3 March 2026",
        "Published 3 March 2026, 10:15",
        "© 2026 The Varnholm Courier",
    ):
        assert kinds(f"A headline\n\n{line}\n\nThe bridge moved.")[1] == "byline", line


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert kinds("A headline\n\nBy noon the bridge had moved again.\n\nIt was shut.")[1] == "paragraph"


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = "A headline\n\nThe old bridge moved\nthree centimetres\nlast night.\n\nIt is shut.\n"
    assert texts(text)[1] == "The old bridge moved\nthree centimetres\nlast night."


def test_long_lines_are_paragraphs_of_their_own_even_without_a_blank_line_between() -> None:
    one, other = "The bridge moved. " * 10 + "So.", "It was shut at noon. " * 10 + "So."
    assert texts(f"A headline\n\n{one}\n{other}\n")[1:] == [one, other]


def test_rules_between_paragraphs_are_nothing() -> None:
    for rule in ("---", "* * *", "======", "_____"):
        assert texts(f"A headline\n\nIt moved.\n\n{rule}\n\nIt is shut.") == [
            "A headline",
            "It moved.",
            "It is shut.",
        ]


def test_markdown_headings_lose_their_marks_and_the_first_is_the_headline() -> None:
    found = find_blocks("# The Bridge #\n\nIt moved.\n\n## What now\n\nIt is shut.\n", markdown=True)
    assert [(block.kind, block.text) for block in found] == [
        ("headline", "The Bridge"),
        ("paragraph", "It moved."),
        ("heading", "What now"),
        ("paragraph", "It is shut."),
    ]


def test_a_number_sign_means_nothing_in_plain_text() -> None:
    assert texts("A headline\n\n# 3 on the list was the bridge.\n\nIt moved.")[1].startswith("#")


def test_a_markdown_quotation_is_a_paragraph_without_its_mark() -> None:
    assert texts("# A headline\n\n> It moved.\n\nIt is shut.", markdown=True)[1] == "It moved."


def test_an_offset_is_found_in_its_block_and_in_no_other() -> None:
    article = article_from_text(BRIDGE)
    for block in article.blocks:
        assert article.block_at(block.start) is block
        assert article.block_at(block.end - 1) is block
        assert article.block_at(block.end) is not block


# Characters that have tripped up readers of text: marks, bullets, spaces of all widths, invisible ones,
# characters outside the first plane, and every line end that Python knows.
CHARACTERS = st.sampled_from("abcXYZ019 .,;:?!\"'“”‘’«»()–—-*•#>=_\téß日🌉\u0301\xa0\u2009\u200b\ufeff")
LINES = st.one_of(
    st.text(CHARACTERS, max_size=40),
    st.sampled_from(
        ["", "  ", "• a bullet", "1. a step", "---", "# A heading #", "> a quotation", "By Ada Quill"]
    ),
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\x85", "\f"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.tuples(LINES, LINE_ENDS), max_size=12))
    return draw(st.sampled_from(["", "\ufeff"])) + "".join(line + end for line, end in lines)


@given(documents(), st.booleans())
@example("\u200b \u200b\n\n• \u200b\n", False)
@example("# \u200b\n\nabc", True)
def test_a_block_is_exactly_the_raw_text_between_its_offsets(raw: str, markdown: bool) -> None:
    for block in find_blocks(raw, markdown=markdown):
        assert block.text == raw[block.start : block.end]
        assert block.text and block.text == block.text.strip()


@given(documents(), st.booleans())
def test_blocks_stand_in_order_and_share_nothing(raw: str, markdown: bool) -> None:
    found = find_blocks(raw, markdown=markdown)
    assert all(one.end <= other.start for one, other in pairwise(found))


WORDY = st.text(st.sampled_from(list("abcXYZ019 .,?!“”'é日🌉\u0301")), min_size=1, max_size=30).map(
    lambda line: "w" + line
)


@given(st.lists(st.tuples(st.sampled_from(["", "• ", "2. ", "   "]), WORDY, LINE_ENDS), max_size=10))
def test_no_word_is_lost(lines: list[tuple[str, str, str]]) -> None:
    raw = "".join(mark + line + end for mark, line, end in lines)
    covered = {offset for block in find_blocks(raw) for offset in range(block.start, block.end)}
    offset = 0
    for mark, line, end in lines:
        for position in range(offset + len(mark), offset + len(mark) + len(line)):
            assert raw[position].isspace() or position in covered
        offset += len(mark) + len(line) + len(end)


@given(documents(), st.text(CHARACTERS, max_size=30))
def test_what_stands_before_the_start_changes_offsets_and_nothing_else(raw: str, front: str) -> None:
    plain = find_blocks(raw)
    moved = find_blocks(front + raw, len(front))
    assert [(b.kind, b.text, b.start + len(front), b.number) for b in plain] == [
        (b.kind, b.text, b.start, b.number) for b in moved
    ]


def test_an_article_counts_its_words_without_bullets_and_rules() -> None:
    article = Article("x", (Block("paragraph", 0, 8, "one  two", 1), Block("bullet", 9, 14, "three", 1)), "t")
    assert article.words == 3
