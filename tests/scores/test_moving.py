"""What becomes of results when a bank gets another id, or goes into another bank."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.records import BankHistory
from quiz.scores.store import Store

from .examples import Clock, answer, start


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", clock) as store:
        yield store


def play(store: Store, bank: str, *, player: str = "ada", right: int = 1) -> int:
    session = store.begin(start(2, player=player, bank=bank))
    for position in range(2):
        store.record(session, answer(position, correct=position < right))
    store.finish(session)
    return session


def nothing() -> None:
    """Change no file."""


def test_every_session_of_everybody_is_under_the_new_id_and_no_other_one_is(store: Store) -> None:
    for player in ("ada", "ben"):
        play(store, "old", player=player)
    play(store, "else")
    before = {player: store.history(player, "old") for player in ("ada", "ben")}
    assert store.move_bank("old", "new", {}, nothing) == 2
    for player, seen in before.items():
        assert seen
        assert store.history(player, "new") == seen
        assert store.history(player, "old") == {}
    assert {one.bank for one in store.sessions()} == {"new", "else"}
    assert store.bank_title("old") is None


def test_first_answers_and_scores_move_along(store: Store) -> None:
    play(store, "old", right=2)
    attempts, scores, skills = (
        store.first_attempts("old"),
        store.bank_scores("ada"),
        store.first_answers("ada"),
    )
    store.move_bank("old", "new", {}, nothing)
    assert store.first_attempts("new") == attempts
    assert store.bank_scores("ada") == {"new": scores["old"]}
    assert store.first_answers("ada") == skills


def test_a_question_may_get_another_id_on_the_way(store: Store) -> None:
    play(store, "old")
    play(store, "new", right=2)
    store.move_bank("old", "new", {"speaker-0": "speaker-0-old"}, nothing)
    assert set(store.history("ada", "new")) == {"speaker-0", "speaker-0-old", "speaker-1"}
    assert store.asked_questions("new") == {"speaker-0", "speaker-0-old", "speaker-1"}
    assert store.history("ada", "new")["speaker-1"].times == 2


def test_a_session_that_is_not_finished_goes_on_under_the_new_id(store: Store) -> None:
    session = store.begin(start(2, bank="old"))
    store.record(session, answer(0))
    store.move_bank("old", "new", {}, nothing)
    found = store.resumable("ada", "new")
    assert found is not None
    assert found.id == session
    store.record(session, answer(1))
    assert set(store.history("ada", "new")) == {"speaker-0", "speaker-1"}


def test_if_the_files_cannot_be_changed_nothing_is_moved(store: Store) -> None:
    play(store, "old")
    before = store.history("ada", "old")

    def fail() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="disk is full"):
        store.move_bank("old", "new", {"speaker-0": "x"}, fail)
    assert store.history("ada", "old") == before
    assert store.history("ada", "new") == {}


def test_the_history_of_a_bank_is_summed_up(store: Store, clock: Clock) -> None:
    assert store.bank_history("bridge") is None
    play(store, "bridge", right=2)
    clock.wait(hours=2)
    play(store, "bridge", player="ben", right=1)
    play(store, "else")
    assert store.bank_history("bridge") == BankHistory(2, 2, 4, 3, "2026-11-12T16:02:00Z")
