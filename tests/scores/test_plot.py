"""A plot shows where a share stood on each day, between axes that say what they measure."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.statistics.interval import Estimate, wilson
from quiz.scores.text.plot import NARROWEST, Day, beside, day_in_words, plot

TODAY = date(2026, 11, 12)


def on(back: int, value: float, low: float | None = None, high: float | None = None) -> Day:
    """A share so many days ago; without ends, its interval is nothing."""
    return TODAY - timedelta(days=back), Estimate(value, value if low is None else low, high or value, 20)


def drawn(*days: Day, cells: int = 36, rows: int = 5, first: int = 30) -> list[str]:
    return plot(days, TODAY - timedelta(days=first), TODAY, cells, rows)


def level(lines: list[str], column: int, rows: int = 5, signs: str = "▔━▁") -> int | None:
    """How far down the curve is in a column, in thirds of a line."""
    heights = [
        3 * row + signs.index(line[5 + column])
        for row, line in enumerate(lines[:rows])
        if len(line) > 5 + column and line[5 + column] in signs
    ]
    return heights[0] if heights else None


def test_both_axes_say_what_they_measure() -> None:
    lines = drawn(on(30, 0.2), on(0, 0.9))
    assert [line[:5] for line in lines] == ["100%┤", "    │", " 50%┤", "    │", "  0%┤", "    └", "     "]
    assert lines[-1].split() == ["13", "Oct", "28", "Oct", "today"]
    assert lines[-2].count("┬") == 3


def test_an_axis_from_another_year_names_the_year() -> None:
    assert drawn(on(400, 0.5), on(0, 0.5), first=400, cells=60)[-1].split()[:3] == ["8", "Oct", "2025"]
    assert [day_in_words(day, TODAY) for day in (TODAY, date(2026, 1, 3), date(2025, 1, 3))] == [
        "today",
        "3 Jan",
        "3 Jan 2025",
    ]


@pytest.mark.parametrize(("share", "expected"), [(1.0, 0), (0.5, 7), (0.0, 14)])
def test_all_is_at_the_top_half_in_the_middle_and_nothing_at_the_bottom(share: float, expected: int) -> None:
    lines = drawn(on(30, share), on(0, share))
    assert {level(lines, column) for column in range(31)} == {expected}


def test_the_curve_begins_on_its_first_day_and_ends_on_its_last() -> None:
    lines = drawn(on(20, 0.4), on(10, 0.6))
    columns = [column for column in range(31) if level(lines, column) is not None]
    assert columns == list(range(10, 21))


def test_the_ends_of_the_interval_are_dots_around_the_curve() -> None:
    lines = drawn(on(30, 0.5, 0.2, 0.8), on(0, 0.5, 0.2, 0.8))
    assert level(lines, 15) == 7
    assert level(lines, 15, signs="˙·.") == 3
    assert sum(line.count(sign) for line in lines[:5] for sign in "˙·.") == 2 * 31


def test_a_day_alone_is_one_mark() -> None:
    lines = drawn(on(0, 0.5), first=0)
    assert sum(line.count("━") for line in lines) == 1


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20)), min_size=1, max_size=60), st.integers(0, 80)
)
def test_whatever_the_days_every_line_fits_and_the_curve_keeps_between_its_ends(
    given_days: list[tuple[int, int]], wider: int
) -> None:
    cells = NARROWEST + wider
    days = [
        (TODAY - timedelta(days=back), wilson(right, 20)) for back, right in sorted(dict(given_days).items())
    ]
    days.reverse()
    lines = plot(days, days[0][0], TODAY, cells, 7)
    assert len(lines) == 9
    assert all(len(line) <= cells for line in lines)
    shares = [estimate.value for _, estimate in days]
    found = [at for column in range(cells) if (at := level(lines, column, 7)) is not None]
    assert found
    assert round((1 - max(shares)) * 20) <= min(found)
    assert max(found) <= round((1 - min(shares)) * 20)


@given(st.lists(st.integers(0, 20), min_size=2, max_size=40))
def test_a_share_that_only_grows_is_never_drawn_lower(rights: list[int]) -> None:
    days = [on(40 - place, right / 20) for place, right in enumerate(sorted(rights))]
    lines = drawn(*days, first=40)
    heights = [at for column in range(31) if (at := level(lines, column)) is not None]
    assert heights == sorted(heights, reverse=True)


def test_plots_stand_beside_each_other_in_columns() -> None:
    assert beside([["a", "bb"], ["c", "d"]], 3, "  ") == ["a    c", "bb   d"]
