"""Figures: what counts as one, what it amounts to, what it counts and how exact it is."""

import pytest

from quiz.generate.facts import Quantity, Reading
from tests.generate.articles import reading


def the_one(text: str) -> tuple[Quantity, Reading]:
    read = reading(text)
    assert len(read.quantities) == 1, [read.words(quantity.whole) for quantity in read.quantities]
    return read.quantities[0], read


@pytest.mark.parametrize(
    ("text", "sort", "value", "noun"),
    [
        ("The town bought 36 lamps for the bridge.", "count", 36, "lamps"),
        ("The town bought thirty-six new brass lamps for the bridge.", "count", 36, "lamps"),
        ("The board counted 1,426 lorries on the bridge.", "count", 1426, "lorries"),
        ("The paper has 2.5 million readers in the valley.", "count", 2_500_000, "readers"),
        ("Twelve children crossed the bridge.", "count", 12, "children"),
        ("The levy rose by 7 per cent in a year.", "percent", 7, "percent"),
        ("The levy rose by 7.5% in a year.", "percent", 7.5, "percent"),
        ("The railing cost $4.1 million to mend.", "money", 4_100_000, "$"),
        ("The railing cost 900 euros to mend.", "money", 900, "euros"),
        ("The bridge shifted 3 centimetres in one night.", "measure", 3, "centimetre"),
        ("The bridge was shut for two weeks.", "duration", 2, "week"),
        ("A 14-year-old boy saw the bridge move.", "age", 14, ""),
        ("The harbour team won 3-2 against the town.", "score", 3, ""),
    ],
)
def test_a_figure_has_a_value_and_a_noun(text: str, sort: str, value: float, noun: str) -> None:
    read = reading(text)
    first = read.quantities[0]
    assert (first.sort, first.value, first.noun) == (sort, value, noun)


@pytest.mark.parametrize(
    ("text", "bound", "whole"),
    [
        ("The board counted about 80 lorries.", "about", "about 80 lorries"),
        ("The board counted more than 80 lorries.", "least", "more than 80 lorries"),
        ("The board counted at least 80 lorries.", "least", "at least 80 lorries"),
        ("The board counted up to 80 lorries.", "most", "up to 80 lorries"),
        ("The board counted 80 lorries.", "exact", "80 lorries"),
    ],
)
def test_the_word_before_it_says_how_exact_it_is(text: str, bound: str, whole: str) -> None:
    quantity, read = the_one(text)
    assert quantity.bound == bound
    assert read.words(quantity.whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built in 1998.",
        "The bridge opened on March 3 and on 4 May.",
        "It was the 3rd bridge of the town.",
        "The bridge closed at 15:30 and opened at 6 p.m.",
        "It stands in Section 3 on page 12.",
        "No one crossed the bridge.",
    ],
)
def test_years_days_ordinals_clock_times_and_labels_are_no_figures(text: str) -> None:
    assert reading(text).quantities == ()


def test_both_ends_of_a_range_are_known_as_such() -> None:
    read = reading("Between 30 and 40 lorries cross the bridge each day.")
    assert [quantity.sort for quantity in read.quantities] == ["range", "range"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\t", "  ", "\n", "\r\n"])
def test_any_space_between_a_figure_and_its_million_is_a_space(space: str) -> None:
    quantity, _ = the_one(f"The railing cost $4.1{space}million to mend.")
    assert (quantity.sort, quantity.value) == ("money", 4_100_000)


@pytest.mark.parametrize(
    ("text", "sort", "value", "noun"),
    [
        ("The board printed a 131-page report on the bridge.", "count", 131, "page"),
        ("The board wants a three-day test of the bridge.", "duration", 3, "day"),
        ("Traffic on the bridge has grown 18-fold in a year.", "count", 18, "fold"),
        ("Mara Lindqvist, 54, was there when the bridge moved.", "age", 54, ""),
    ],
)
def test_a_unit_may_be_tied_to_the_figure_and_an_age_set_off(
    text: str, sort: str, value: float, noun: str
) -> None:
    quantity, _ = the_one(text)
    assert (quantity.sort, quantity.value, quantity.noun) == (sort, value, noun)


@pytest.mark.parametrize(
    "text",
    [
        "Two-thirds of the board saw the bridge move.",
        "The two-way street beside the bridge is shut.",
        "The board met on the twenty-first floor.",
    ],
)
def test_other_words_tied_to_a_figure_make_it_no_amount(text: str) -> None:
    assert reading(text).quantities == ()


def test_a_figure_behind_a_place_is_no_age() -> None:
    read = reading("The board met in Ostmole, 54 miles from the bridge.")
    assert [quantity.sort for quantity in read.quantities] == ["measure"]
