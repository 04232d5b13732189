"""What may reach a terminal, and how wide it is there."""

import sys
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.visible import MARKS, clip, one_line, pad, visible, width, wrap

# Characters from everywhere, with those that make trouble met often.
TROUBLE = st.sampled_from(
    list("\x00\x07\b\t\n\v\f\r\x1b\x1c\x7f\x85\x9b\xad [/]*…aé\u0301\u0316\u20dd\u0903")
    + list("\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2066\u2069\ufe0f\ufeff\ufffd\ud83d\udc00字ハ한\u1161")
    + list("👩🔥❤🏽\U000e0041\u3000")
)
ANYTHING = st.text(alphabet=TROUBLE | st.characters(exclude_categories=()))


@settings(deadline=None)
@given(ANYTHING)
@example("\r\x00\n")
@example("a" + "\u0301" * 9)
@example("a" + "\u0301" * 4 + "\u200b" + "\u0301" * 4)
def test_once_is_enough(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert one_line(one_line(text)) == one_line(text)


@settings(deadline=None)
@given(ANYTHING)
def test_nothing_that_steers_hides_or_reorders_is_left(text: str) -> None:
    for character in visible(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        }
    shown = visible(text)
    assert shown.splitlines() == shown.removesuffix("\n").split("\n") if shown else True
    shown.encode("utf-8")


@settings(deadline=None)
@given(ANYTHING)
def test_marks_do_not_pile_up(text: str) -> None:
    run = 0
    for character in visible(text):
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        assert run <= MARKS


def test_every_mark_is_found_by_the_quick_search() -> None:
    marks = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) in {"Mn", "Me"}]
    for mark in marks:
        assert len(visible("a" + mark * 9)) <= 1 + MARKS, hex(ord(mark))


@pytest.mark.parametrize(
    "text",
    [
        "plain [sic] [/] *text* <b> & “quotes” – dashes …",
        "two\nlines",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "Ze\u0301tr\u0329a",
        "क्\u200dष",
        "שָּׁלוֹם",
        "שלום\u200f!",
    ],
)
def test_text_that_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("\x9b2J", "2J"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\u200bb\ufeffc\xadd", "abcd"),
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\tb", "a    b"),
        ("\ud83d!", "\ufffd!"),
        ("e" + "\u0301" * 30 + "f", "e" + "\u0301" * 4 + "f"),
    ],
)
def test_what_becomes_of_the_rest(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_one_line_is_one_line_without_wide_gaps() -> None:
    assert one_line("  a \n\n b\u2029c\t\x1bd\u3000e  ") == "a b c d e"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("e\u0301", 1),
        ("字", 2),
        ("ﾊ", 1),
        ("👩", 2),
        ("❤\ufe0f", 2),
        ("❤", 1),
        ("한", 2),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@settings(deadline=None)
@given(ANYTHING, ANYTHING)
def test_width_adds_up_between_visible_characters(first: str, second: str) -> None:
    assert width(first + "|" + second) == width(first) + 1 + width("|" + second) - 1


@settings(deadline=None)
@given(ANYTHING.map(one_line), st.integers(-2, 30))
def test_clip_keeps_to_the_width_and_cuts_only_what_is_too_wide(text: str, cells: int) -> None:
    cut = clip(text, cells)
    assert width(cut) <= max(cells, 0)
    if width(text) <= cells:
        assert cut == text
    elif cells > 0:
        assert cut.endswith("…")
        assert text.startswith(cut[:-1])


def test_clip_leaves_marks_with_their_letter_and_no_space_before_the_ellipsis() -> None:
    assert clip("cafe\u0301s", 5) == "cafe\u0301s"
    assert clip("cafe\u0301 noir", 5) == "cafe\u0301…"
    assert clip("one two", 5) == "one…"
    assert clip("字字字", 4) == "字…"
    assert clip("abc", 1) == "…"


@settings(deadline=None)
@given(ANYTHING.map(one_line), st.integers(0, 30))
def test_pad_fills_up_to_the_width(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == max(cells, width(text))
    assert pad(text, cells).startswith(text)


@settings(deadline=None)
@given(ANYTHING, st.integers(2, 30))
def test_wrap_loses_nothing_and_keeps_to_the_width(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


def test_wrap_breaks_between_words() -> None:
    assert wrap("the bridge  that\nmoved", 10) == ["the bridge", "that moved"]
    assert wrap("a extraordinary b", 6) == ["a", "extrao", "rdinar", "y b"]
    assert wrap(" \n", 10) == []
