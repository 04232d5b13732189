"""The tails of the two distributions that the tests of whole banks rest on."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.check.chance import at_least, uneven


@given(st.lists(st.floats(0, 1), max_size=7), st.integers(0, 8))
def test_it_is_what_counting_every_outcome_gives(chances: list[float], hits: int) -> None:
    counted = sum(
        math.prod(chance if hit else 1 - chance for hit, chance in zip(outcome, chances, strict=True))
        for outcome in product((True, False), repeat=len(chances))
        if sum(outcome) >= hits
    )
    assert at_least(hits, chances) == pytest.approx(counted, abs=1e-12)


def test_the_normal_curve_takes_over_where_the_exact_sum_ends() -> None:
    for hits in (60, 67, 80, 95):
        exact = sum(math.comb(200, k) * (1 / 3) ** k * (2 / 3) ** (200 - k) for k in range(hits, 201))
        assert at_least(hits, [1 / 3] * 200) == pytest.approx(exact)
        exact = sum(math.comb(201, k) * (1 / 3) ** k * (2 / 3) ** (201 - k) for k in range(hits, 202))
        assert at_least(hits, [1 / 3] * 201) == pytest.approx(exact, abs=0.005)


@pytest.mark.parametrize(
    ("observed", "expected", "p"),
    [  # critical values of the chi-squared table at 5 and 1 per cent, for 1, 2 and 3 degrees of freedom
        ([50 + math.sqrt(3.8414588 * 25), 50 - math.sqrt(3.8414588 * 25)], [50, 50], 0.05),
        ([50 + math.sqrt(6.6348966 * 25), 50 - math.sqrt(6.6348966 * 25)], [50, 50], 0.01),
        ([20, 20, 20], [20, 20, 20], 1.0),
        ([10 + math.sqrt(9.2103404 * 5), 10 - math.sqrt(9.2103404 * 5), 10], [10, 10, 10], 0.01),
        ([10 + math.sqrt(11.344867 * 5), 10 - math.sqrt(11.344867 * 5), 10, 10], [10] * 4, 0.01),
        ([1000, 0], [500, 500], 0.0),
        ([7], [7], 1.0),
    ],
)
def test_an_uneven_spread_is_as_unlikely_as_the_tables_say(
    observed: list[float], expected: list[float], p: float
) -> None:
    assert uneven(observed, expected) == pytest.approx(p, abs=1e-6)
