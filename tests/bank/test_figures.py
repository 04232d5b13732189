"""Options that are figures of one unit can be put in the order of size."""

import pytest

from quiz.bank.figures import by_size


@pytest.mark.parametrize(
    "texts",
    [
        ("8", "12", "110"),
        ("1,300", "2,000", "11,000"),
        ("$1.2 million", "$900 million", "$1 billion"),
        ("£4.2m", "£5m", "£6.3m"),
        ("$ 50,000", "$ 80,000", "$ 100,000"),
        ("5%", "10%", "20%"),
        ("51st", "62nd", "90th"),
        ("two", "Seven", "eleven"),
        ("nine", "twenty-one", "thirty"),
        ("two billion", "three billion", "five billion"),
        ("1987", "2010", "2014"),
        ("900 thousand", "1 million", "7 million"),
    ],
)
def test_figures_go_from_small_to_large(texts: tuple[str, ...]) -> None:
    rising = tuple(range(len(texts)))
    assert by_size(texts) == rising
    assert by_size(texts[::-1]) == rising[::-1]


@pytest.mark.parametrize(
    "texts",
    [
        ("2 km", "900 m", "3 km"),
        ("$5", "£6", "$7"),
        ("March 9", "March 18", "May 9"),
        ("9 March", "18 March", "9 May"),
        ("7", "twice", "9"),
        ("one", "two", "three"),
        ("Mara Lindqvist", "Tomas Brandt", "Sela Quist"),
        ("", "2", "3"),
        (),
    ],
)
def test_anything_else_has_no_order_of_size(texts: tuple[str, ...]) -> None:
    assert by_size(texts) is None
