"""What is said of questions agrees with NumPy and SciPy, and with the formulas' published special cases."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from quiz.scores.statistics.items import (
    Attempts,
    attempts,
    discrimination,
    efficiency,
    facility,
    options,
    works,
)
from quiz.scores.statistics.reliability import guess_mark, reliability

MARK = st.sampled_from([0.0, 1.0]) | st.sampled_from([0.0, 1 / 3, 0.5, 1.0])


def tables(mark: st.SearchStrategy[float] = MARK) -> st.SearchStrategy[list[list[float]]]:
    """Players by questions, every player having met every question."""
    size = st.tuples(st.integers(3, 25), st.integers(2, 6))
    return size.flatmap(
        lambda s: st.lists(st.lists(mark, min_size=s[1], max_size=s[1]), min_size=s[0], max_size=s[0])
    )


def players(table: list[list[float]]) -> list[dict[str, float]]:
    return [{f"q{n}": mark for n, mark in enumerate(row)} for row in table]


@given(tables())
def test_facility_is_the_mean_mark(table: list[list[float]]) -> None:
    column = [row[0] for row in table]
    estimate = facility(column)
    assert estimate.value == pytest.approx(np.mean(column))
    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1


@given(tables())
def test_discrimination_is_the_correlation_with_the_rest_of_the_score(table: list[list[float]]) -> None:
    matrix = np.array(table)
    rest = matrix.sum(axis=1) - matrix[:, 0]
    assume(np.ptp(matrix[:, 0]) > 0 and np.ptp(rest) > 1e-6)
    found = discrimination(attempts(players(table))["q0"])
    assert found is not None
    assert found.value == pytest.approx(stats.pearsonr(matrix[:, 0], rest).statistic, abs=1e-6)


@given(tables())
def test_efficiency_is_the_covariance_as_a_share_of_the_largest_over_all_orders(
    table: list[list[float]],
) -> None:
    matrix = np.array(table[:6])
    rest = (matrix.sum(axis=1) - matrix[:, 0]) / (matrix.shape[1] - 1)
    found = efficiency(attempts(players(table[:6]))["q0"])
    largest = max(np.cov(order, rest)[0, 1] for order in itertools.permutations(matrix[:, 0]))
    if largest < 1e-9:
        assert found is None
    else:
        assert found == pytest.approx(max(-1, np.cov(matrix[:, 0], rest)[0, 1] / largest), abs=1e-6)


def test_a_question_only_the_strongest_get_right_is_fully_efficient_however_hard() -> None:
    of = Attempts((0.0, 0.0, 0.0, 1.0), (0.1, 0.2, 0.3, 0.9))
    assert efficiency(of) == pytest.approx(1)
    found = discrimination(of)
    assert found is not None
    assert 0 < found.value < 1


def test_what_does_not_vary_tells_nobody_apart() -> None:
    assert discrimination(Attempts((1.0, 1.0), (0.2, 0.4))) is None
    assert efficiency(Attempts((1.0, 1.0), (0.2, 0.4))) is None
    assert discrimination(Attempts((), ())) is None


def test_the_rest_score_is_the_mean_of_the_other_questions_a_player_met() -> None:
    found = attempts([{"a": 1.0, "b": 0.0, "c": 0.5}, {"a": 0.0, "c": 1.0}, {"a": 1.0}])
    assert found["a"] == Attempts((1.0, 0.0), (0.25, 1.0))
    assert found["b"] == Attempts((0.0,), (0.75,))


def test_distractors_have_a_share_and_the_mean_rest_score_of_their_choosers() -> None:
    chosen = [("Key", 0.8)] * 12 + [("Works", 0.3)] * 8 + [("Traps", 0.9)] * 5 + [("gone", 0.1)]
    offered = [("Key", True), ("Works", False), ("Traps", False), ("Nobody", False)]
    key, good, trap, nobody = options(offered, chosen)
    assert [option.share.value for option in (key, good, trap, nobody)] == [12 / 25, 8 / 25, 5 / 25, 0]
    assert [option.rest for option in (key, good, nobody)] == [pytest.approx(0.8), pytest.approx(0.3), None]
    assert [works(option, key) for option in (key, good, trap, nobody)] == [None, True, False, None]


def test_an_option_that_nobody_of_a_hundred_chooses_does_not_work() -> None:
    key, nobody = options([("Key", True), ("No", False)], [("Key", 0.5)] * 100)
    assert works(nobody, key) is False


def alpha(matrix: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> float:
    count = matrix.shape[1]
    own = matrix.var(axis=0, ddof=1).sum()
    return float(count / (count - 1) * (1 - own / matrix.sum(axis=1).var(ddof=1)))


@given(tables())
def test_alpha_and_the_standard_error_agree_with_numpy(table: list[list[float]]) -> None:
    matrix = np.array(table)
    spread = matrix.sum(axis=1).var(ddof=1)
    assume(spread > 1e-6)
    found = reliability(players(table))
    assert found is not None
    assert found.alpha == pytest.approx(alpha(matrix), abs=1e-6)
    assert found.error == pytest.approx(np.sqrt(spread * (1 - max(0, alpha(matrix)))), abs=1e-6)
    assert found.alpha <= 1 + 1e-9


@given(tables(st.sampled_from([0.0, 1.0])))
def test_of_right_and_wrong_alpha_is_formula_20_of_kuder_and_richardson(table: list[list[float]]) -> None:
    matrix = np.array(table)
    n, count = matrix.shape
    total = matrix.sum(axis=1).var()
    assume(total > 0)
    p = matrix.mean(axis=0)
    found = reliability(players(table))
    assert found is not None
    assert found.alpha == pytest.approx(count / (count - 1) * (1 - (p * (1 - p)).sum() / total), abs=1e-6)
    assert found.players == n


def test_alpha_of_equal_correlations_is_spearmans_and_browns_formula() -> None:
    # k questions of one variance that all correlate by r have alpha = k r / (1 + (k - 1) r).
    count, r = 8, 0.3
    rng = np.random.default_rng(11)
    common = rng.normal(size=(60_000, 1))
    matrix = np.sqrt(r) * common + np.sqrt(1 - r) * rng.normal(size=(60_000, count))
    found = reliability(players(matrix[:4000].tolist()))
    assert found is not None
    assert found.alpha == pytest.approx(count * r / (1 + (count - 1) * r), abs=0.02)


def test_players_who_met_half_of_the_questions_give_about_the_same_alpha() -> None:
    rng = np.random.default_rng(2)
    ability = rng.normal(size=(3000, 1))
    chance = 1 / (1 + np.exp(-1.5 * (ability - rng.normal(size=(1, 12)))))
    matrix = (rng.random(chance.shape) < chance).astype(float)
    half = [{f"q{n}": float(row[n]) for n in rng.choice(12, 6, replace=False)} for row in matrix]
    found = reliability(half)
    assert found is not None
    assert found.alpha == pytest.approx(alpha(matrix), abs=0.03)
    assert found.error == pytest.approx(
        np.sqrt(matrix.sum(axis=1).var(ddof=1) * (1 - alpha(matrix))), abs=0.05
    )


def test_questions_that_never_met_have_no_alpha() -> None:
    assert reliability([{"a": 1.0, "b": 0.0}, {"a": 0.0, "b": 1.0}, {"c": 1.0, "d": 0.0}]) is None
    assert reliability([]) is None
    assert reliability([{"a": 1.0, "b": 1.0}] * 5) is None
    assert reliability([{f"q{n}": float(n + m) % 2 for n in range(201)} for m in range(3)]) is None


PARTS = [{"text": "a", "correct": True}, {"text": "b"}, {"text": "c"}, {"text": "d", "correct": True}]


def test_a_blind_guess_earns_what_it_earns_on_average() -> None:
    pairs = [{"left": str(n), "right": str(n)} for n in range(4)]
    shuffles = list(itertools.permutations(range(4)))
    fixed = np.mean([sum(n == place for place, n in enumerate(shuffle)) / 4 for shuffle in shuffles])
    neighbours = np.mean([sum(b == a + 1 for a, b in itertools.pairwise(s)) / 3 for s in shuffles])
    picks = [sum(1 if n in (0, 3) else -1 for n in pick) for pick in itertools.combinations(range(4), 2)]
    several = np.mean([max(0, marks) / 2 for marks in picks])
    assert guess_mark({"type": "choice", "options": PARTS[:3]}) == pytest.approx(1 / 3)
    assert guess_mark({"type": "match", "pairs": pairs}) == pytest.approx(fixed)
    assert guess_mark({"type": "order", "options": PARTS}) == pytest.approx(neighbours)
    assert guess_mark({"type": "multiple", "options": PARTS}) == pytest.approx(several)
    assert guess_mark({"type": "hottext", "targets": PARTS}) == pytest.approx(several)
    assert guess_mark({"type": "text", "accept": ["a"]}) == 0


def test_a_snapshot_that_cannot_be_read_has_no_guess() -> None:
    for broken in ({}, {"type": "multiple"}, {"type": "hottext", "targets": [{"text": "a"}]}):
        assert guess_mark(broken) is None
