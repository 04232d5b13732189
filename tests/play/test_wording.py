"""When typed words are an accepted wording, nearly one, or another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.play.wording import folded, nearness, slips

WORDS = st.text(alphabet="abcdefg 123", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("MARA LINDQVIST", "Mara Lindqvist"),
        ("zurich", "Zürich"),
        ("Strasse", "Straße"),
        ("Bodo", "Bodø"),
        ("well known", "well-known"),
        ("wellknown", "well-known"),
        ("Obriens", "O’Brien's"),
        ("harbour board", "The harbour board."),
        ("1500", "1,500"),
        ("1 500", "1,500"),
        ("5 %", "5%"),
        ("a", "A"),
        ("???", "???"),
    ],
)
def test_what_does_not_matter_is_folded_away(typed: str, wording: str) -> None:
    assert nearness(typed, wording) == "same"


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("15", "1.5"),
        ("5", "5%"),
        ("1500", "1501"),
        ("eleven 12", "eleven 13"),
        ("cat", "car"),
        ("Brandt", "Lindqvist"),
        ("", "Brandt"),
        ("12 May", "13 May"),
    ],
)
def test_another_figure_or_another_word_is_another_answer(typed: str, wording: str) -> None:
    assert nearness(typed, wording) == "other"


@pytest.mark.parametrize(
    ("typed", "wording"),
    [
        ("Brant", "Brandt"),
        ("Brnadt", "Brandt"),
        ("Brandtt", "Brandt"),
        ("Lindquist", "Lindqvist"),
        ("Mara Linquist", "Mara Lindqvist"),
        ("12 Mayor", "12 Mayors"),
    ],
)
def test_a_slip_of_the_fingers_is_a_near_miss(typed: str, wording: str) -> None:
    assert nearness(typed, wording) == "near"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(min_size=1))
def test_a_wording_is_itself(text: str) -> None:
    assert nearness(text, text) == "same"


@given(WORDS, WORDS)
def test_slips_are_the_same_in_both_directions_and_none_only_for_the_same_text(one: str, other: str) -> None:
    assert slips(one, other, 20) == slips(other, one, 20)
    assert (slips(one, other, 20) == 0) == (one == other)
    assert slips(one, other, 20) <= max(len(one), len(other))


@given(WORDS, WORDS, st.integers(0, 3))
def test_a_limit_only_stops_the_counting(one: str, other: str, most: int) -> None:
    assert slips(one, other, most) == min(slips(one, other, 20), most + 1)
