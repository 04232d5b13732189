"""Intervals agree with SciPy and with published examples, and obey their laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quiz.scores.statistics.interval import fisher, wilson

COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    # Table I, method 3, of R. G. Newcombe, Two-sided confidence intervals for the single proportion,
    # Statistics in Medicine 17 (1998).
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_newcombes_published_examples(successes: int, n: int, low: float, high: float) -> None:
    estimate = wilson(successes, n)
    assert (round(estimate.low, 4), round(estimate.high, 4)) == (low, high)


@given(COUNTS)
def test_wilson_agrees_with_scipy(counts: tuple[int, int]) -> None:
    successes, n = counts
    estimate = wilson(successes, n)
    interval = stats.binomtest(successes, n).proportion_ci(method="wilson")
    assert (estimate.low, estimate.high) == pytest.approx((interval.low, interval.high), abs=1e-9)


@given(COUNTS)
def test_wilson_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    estimate = wilson(*counts)
    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1


@given(COUNTS)
def test_one_more_right_answer_raises_both_ends(counts: tuple[int, int]) -> None:
    successes, n = counts
    before, after = wilson(successes, n + 1), wilson(successes + 1, n + 1)
    assert before.low < after.low
    assert before.high < after.high


@given(COUNTS)
def test_ten_times_the_answers_narrow_the_interval(counts: tuple[int, int]) -> None:
    few, many = wilson(*counts), wilson(counts[0] * 10, counts[1] * 10)
    assert many.high - many.low < few.high - few.low


@given(COUNTS)
def test_right_and_wrong_are_mirror_images(counts: tuple[int, int]) -> None:
    successes, n = counts
    right, wrong = wilson(successes, n), wilson(n - successes, n)
    assert (right.low, right.high) == pytest.approx((1 - wrong.high, 1 - wrong.low))


def test_nothing_is_known_of_nothing() -> None:
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)
    assert not wilson(0, 0).enough


def test_ten_answers_are_enough() -> None:
    assert [wilson(1, n).enough for n in (9, 10)] == [False, True]


@pytest.mark.parametrize("counts", [(-1, 3), (4, 3), (math.nan, 3)])
def test_more_than_all_is_refused(counts: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="between"):
        wilson(*counts)


PAIRS = st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=4, max_size=50)


@given(PAIRS)
def test_fisher_agrees_with_scipy(pairs: list[tuple[int, int]]) -> None:
    x, y = zip(*pairs, strict=True)
    if len(set(x)) == 1 or len(set(y)) == 1:
        return
    result = stats.pearsonr(x, y)
    if abs(result.statistic) > 1 - 1e-9:
        return
    interval = result.confidence_interval()
    estimate = fisher(float(result.statistic), len(pairs))
    assert (estimate.low, estimate.high) == pytest.approx((interval.low, interval.high), abs=1e-9)


def test_few_pairs_leave_a_correlation_open() -> None:
    assert (fisher(0.9, 3).low, fisher(0.9, 3).high) == (-1, 1)
    assert (fisher(1.0, 9).low, fisher(-1.0, 9).high) == (1, -1)
    with pytest.raises(ValueError, match="correlation"):
        fisher(1.1, 9)
