"""Where names and words stand in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.wording import places_of

WORDS = st.lists(
    st.sampled_from(
        ["Mara", "Lindqvist", "the Board", "Board", "x", "-", " ", "  ", "\n", ".", "’s", "_", ","]
    ),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mara Lindqvist came.", ["Mara Lindqvist"]),
        ("Mara\n  Lindqvist’s boat", ["Mara\n  Lindqvist"]),
        ("Lindqvist, and Mara Lindqvist", ["Lindqvist", "Mara Lindqvist"]),
        ("Lindqvist-Brandt and Lindqvistson", []),
        ("MaraLindqvist", []),
    ],
)
def test_a_name_stands_by_itself_whatever_the_space_in_it(text: str, found: list[str]) -> None:
    places = places_of(["Mara Lindqvist", "Lindqvist"], text)
    assert [text[start:end] for start, end in places] == found


@given(WORDS)
def test_places_are_those_of_a_pattern_for_the_names(text: str) -> None:
    names = ["Mara Lindqvist", "the Board", "Lindqvist", "Board"]
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
    assert list(places_of(names, text)) == [match.span() for match in pattern.finditer(text)]
