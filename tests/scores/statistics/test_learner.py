"""What is said of a learner: the trend, how sure it was right to be, telling kinds of statement apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quiz.scores.statistics.certainty import FITTING, MARKS, calibration, mark, mean_mark
from quiz.scores.statistics.discernment import discernment
from quiz.scores.statistics.trend import standing, trend, trend_points

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=80)


@given(SHARES, st.floats(1, 60))
def test_the_trend_is_the_weighted_mean_with_kishs_size(shares: list[float], half_life: float) -> None:
    weights = 0.5 ** (np.arange(len(shares))[::-1] / half_life)
    last = trend(shares, half_life)[-1]
    assert last.value == pytest.approx(np.average(shares, weights=weights))
    assert last.n == pytest.approx(weights.sum() ** 2 / (weights**2).sum())
    assert 0 <= last.low <= last.value <= last.high <= 1


@given(SHARES)
def test_the_trend_knows_nothing_of_the_future(shares: list[float]) -> None:
    points = trend(shares)
    assert [standing(shares[:n]) for n in range(1, len(shares) + 1)] == points


@given(SHARES, st.integers(1, 20))
def test_a_trend_drawn_with_fewer_points_is_the_same_trend(shares: list[float], stride: int) -> None:
    points = trend_points(shares, stride)
    assert [point.estimate for point in points] == [trend(shares)[point.answers - 1] for point in points]
    assert (points[0].answers, points[-1].answers) == (1, len(shares))
    assert len(points) <= len(shares) / stride + 2


@given(SHARES, st.integers(0, 79), st.floats(0, 1))
def test_a_better_answer_anywhere_raises_the_trend(shares: list[float], place: int, better: float) -> None:
    place %= len(shares)
    raised = [max(share, better) if n == place else share for n, share in enumerate(shares)]
    assert trend(raised)[-1].value >= trend(shares)[-1].value - 1e-12


@given(st.floats(0, 1), st.integers(1, 50))
def test_always_the_same_is_the_same_trend(share: float, n: int) -> None:
    assert trend([share] * n)[-1].value == pytest.approx(share)


def test_after_its_half_life_an_answer_weighs_half() -> None:
    (first,) = (trend([1.0] + [0.0] * 15, 15)[-1],)
    weights = 0.5 ** (np.arange(16) / 15)
    assert first.value == pytest.approx(0.5 / weights.sum())
    assert standing([]) is None


def test_marks_are_those_of_the_scheme() -> None:
    assert [mark(level, correct=True) for level in (1, 2, 3)] == [1, 2, 3]
    assert [mark(level, correct=False) for level in (1, 2, 3)] == [0, -2, -6]
    with pytest.raises(KeyError):
        mark(4, correct=True)


def test_the_mean_mark_is_the_mean_of_the_marks() -> None:
    assert mean_mark([(3, True), (3, False), (2, True), (1, False)]) == pytest.approx((3 - 6 + 2 + 0) / 4)
    assert mean_mark([]) is None


@given(st.lists(st.tuples(st.integers(1, 3), st.booleans()), min_size=1))
def test_the_mean_mark_stays_between_all_sure_and_wrong_and_all_sure_and_right(
    answers: list[tuple[int, bool]],
) -> None:
    value = mean_mark(answers)
    assert value is not None
    assert -6 <= value <= 3


@given(st.floats(0.001, 0.999))
def test_each_level_earns_most_where_it_is_said_to_fit(chance: float) -> None:
    def earned(level: int) -> float:
        right, wrong = MARKS[level]
        return chance * right + (1 - chance) * wrong

    best = max(MARKS, key=earned)
    low, high = FITTING[best]
    assert low - 1e-9 <= chance <= high + 1e-9


@pytest.mark.parametrize(
    ("certainty", "right", "n", "verdict"),
    [
        (3, 5, 20, "too sure"),
        (3, 19, 20, "fitting"),
        (3, 15, 20, None),  # 75 %, but it may be 89
        (2, 6, 8, None),  # too few
        (2, 150, 200, "fitting"),
        (2, 195, 200, "not sure enough"),
        (1, 10, 20, "fitting"),
        (1, 58, 60, "not sure enough"),
    ],
)
def test_certainty_is_judged_only_when_the_interval_decides(
    certainty: int, right: int, n: int, verdict: str | None
) -> None:
    (level,) = calibration([(certainty, number < right) for number in range(n)])
    assert (level.certainty, level.right.n, level.verdict) == (certainty, n, verdict)


def test_levels_come_lowest_first_and_only_if_used() -> None:
    assert [level.certainty for level in calibration([(3, True), (1, False)])] == [1, 3]


def signals(hits: int, first: int, alarms: int, second: int) -> list[tuple[bool, bool]]:
    return [(True, n < hits) for n in range(first)] + [(False, n < alarms) for n in range(second)]


COUNTS = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS, COUNTS)
def test_discernment_agrees_with_scipys_normal_distribution(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    found = discernment(signals(*one, *other))
    hit, alarm = (stats.norm.ppf((k + 0.5) / (n + 1)) for k, n in (one, other))
    assert found.sensitivity.value == pytest.approx(hit - alarm, abs=1e-6)
    assert found.bias.value == pytest.approx((hit + alarm) / 2, abs=1e-6)
    assert found.sensitivity.low < found.sensitivity.value < found.sensitivity.high


def test_rates_of_85_and_15_percent_are_a_sensitivity_of_2_07_without_bias() -> None:
    # 8 of 9 and 1 of 9 become 0.85 and 0.15 by the log-linear rule; the tables give z(0.85) = 1.0364.
    found = discernment(signals(8, 9, 1, 9))
    assert found.sensitivity.value == pytest.approx(2.0729, abs=1e-4)
    assert found.bias.value == pytest.approx(0, abs=1e-9)


def test_calling_everything_the_first_kind_is_bias_and_not_discernment() -> None:
    found = discernment(signals(20, 20, 20, 20))
    assert found.sensitivity.value == pytest.approx(0)
    assert found.bias.low > 1


@given(COUNTS, COUNTS)
def test_naming_the_kinds_the_other_way_round_turns_the_bias(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    answers = signals(*one, *other)
    turned = discernment([(not kind, not called) for kind, called in answers])
    found = discernment(answers)
    assert turned.sensitivity.value == pytest.approx(found.sensitivity.value, abs=1e-9)
    assert turned.bias.value == pytest.approx(-found.bias.value, abs=1e-9)


def test_the_interval_of_discernment_holds_the_true_value_in_about_95_of_100_cases() -> None:
    rng = np.random.default_rng(5)
    true, runs, inside = 1.2, 1000, 0
    for _ in range(runs):
        hits, alarms = rng.binomial(40, stats.norm.cdf(0.8)), rng.binomial(40, stats.norm.cdf(-0.4))
        found = discernment(signals(int(hits), 40, int(alarms), 40)).sensitivity
        inside += found.low <= true <= found.high
    assert 0.93 <= inside / runs <= 0.98


def test_both_kinds_must_have_been_asked_about() -> None:
    assert not discernment(signals(4, 12, 1, 4)).enough
    assert discernment(signals(4, 5, 1, 5)).enough
