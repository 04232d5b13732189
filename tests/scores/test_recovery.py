"""In a world whose truth is known, the estimates hold it as often as they say."""

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.author import bank_items
from quiz.scores.learner import standings
from quiz.scores.store import Store

from .simulation import PER_SESSION, World, bank_id, fill, player, question_id, world

LEARNERS = 120
BANKS = 6


@pytest.fixture(scope="module")
def truth() -> World:
    return world(7, learners=LEARNERS, banks=BANKS)


@pytest.fixture(scope="module")
def store(truth: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("world") / "scores.db") as store:
        assert fill(store, truth, sessions=2000, seed=7) == 2000 * PER_SESSION
        yield store


def test_the_same_seed_gives_the_same_history(truth: World, tmp_path: Path) -> None:
    exports = []
    for name in ("a", "b"):
        with Store.open(tmp_path / f"{name}.db") as store:
            fill(store, truth, sessions=20, seed=3)
            exports.append(list(store.export()))
    assert exports[0] == exports[1]


def test_the_share_right_of_a_skill_holds_the_learners_chance_in_95_of_100_cases(
    store: Store, truth: World
) -> None:
    inside = cases = 0
    for learner in range(LEARNERS):
        met: dict[str, list[float]] = {}
        for bank in range(BANKS):
            seen = store.history(player(learner), bank_id(bank))
            for place in range(len(truth.difficulties[bank])):
                question = question_id(bank, place)
                if question in seen:
                    kind = question[: -len("-00000-00")].replace("-", "_")
                    met.setdefault(kind, []).append(truth.chance(learner, bank, place))
        for skill in standings(store.first_answers(player(learner))):
            chances = [chance for kind in skill.kinds for chance in met[kind.name]]
            assert len(chances) == skill.right.n
            if skill.right.enough:
                cases += 1
                inside += skill.right.low <= sum(chances) / len(chances) <= skill.right.high
    # Questions of different difficulty vary less than Wilson's interval allows for: it may hold more often.
    assert cases > 400
    assert 0.93 <= inside / cases <= 0.995


def test_the_facility_of_a_question_holds_its_mean_chance_in_95_of_100_cases(
    store: Store, truth: World
) -> None:
    inside = cases = 0
    for bank in range(BANKS):
        given, snapshots = store.first_attempts(bank_id(bank))
        learners = {player(learner): learner for learner in range(LEARNERS)}
        by_question: dict[str, list[float]] = {}
        for one in given:
            place = int(one.question[-2:])
            by_question.setdefault(one.question, []).append(truth.chance(learners[one.player], bank, place))
        for item in bank_items(bank_id(bank), given, snapshots).items:
            chances = by_question[item.question]
            cases += 1
            inside += item.facility.low <= sum(chances) / len(chances) <= item.facility.high
    assert cases == BANKS * 20
    assert inside / cases >= 0.93


def test_questions_are_put_in_the_order_of_their_difficulty(store: Store, truth: World) -> None:
    for bank in range(BANKS):
        given, snapshots = store.first_attempts(bank_id(bank))
        items = bank_items(bank_id(bank), given, snapshots).items
        pairs = [(truth.difficulties[bank][int(i.question[-2:])], -i.facility.value) for i in items]
        assert rank_correlation(pairs) > 0.85


def test_questions_of_one_ability_tell_players_apart_and_no_key_is_suspected(
    store: Store, truth: World
) -> None:
    for bank in range(BANKS):
        given, snapshots = store.first_attempts(bank_id(bank))
        found = bank_items(bank_id(bank), given, snapshots)
        values = [item.discrimination.value for item in found.items if item.discrimination]
        assert sum(values) / len(values) > 0.2
        assert found.reliability is not None
        assert 0.6 < found.reliability.alpha < 0.95
        assert not any("strong players miss it" in flag for item in found.items for flag in item.flags)


def test_able_learners_stand_above_weak_ones(store: Store, truth: World) -> None:
    pairs = []
    for learner in range(LEARNERS):
        answers = store.first_answers(player(learner))
        pairs.append((truth.abilities[learner], sum(one.share for one in answers) / len(answers)))
    assert rank_correlation(pairs) > 0.9


def rank_correlation(pairs: list[tuple[float, float]]) -> float:
    """Spearman's, without ties."""
    n = len(pairs)
    ranks = [
        {index: rank for rank, index in enumerate(sorted(range(n), key=lambda i: pairs[i][side]))}
        for side in (0, 1)
    ]
    return 1 - 6 * math.fsum((ranks[0][i] - ranks[1][i]) ** 2 for i in range(n)) / (n * (n * n - 1))
