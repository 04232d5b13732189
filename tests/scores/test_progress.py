"""What is due follows from the answers, whichever way they came in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quiz.scores.progress import rebuild_all
from quiz.scores.store import AskedQuestion, Store

from .examples import Clock, answer, asked, start


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", clock) as store:
        yield store


def progress(store: Store) -> list[tuple[object, ...]]:
    tables = ("progress", "skill")
    rows = [row for table in tables for row in store._connection.execute(f"SELECT * FROM {table}")]
    return sorted(rows, key=repr)


def test_nothing_is_due_without_answers_or_right_after_them(store: Store, clock: Clock) -> None:
    assert store.due("ada", clock()) == {}
    session = store.begin(start(2))
    store.record(session, answer(0, correct=False))
    assert store.due("ada", clock()) == {}
    assert store.due_questions("ada", "harbour-bridge", clock()) == set()


def test_a_wrong_answer_is_due_the_next_day_and_a_sure_right_one_a_week_later(
    store: Store, clock: Clock
) -> None:
    session = store.begin(start(3))
    store.record(session, answer(0, correct=False))
    store.record(session, answer(1))  # at certainty 3
    tomorrow = clock() + timedelta(days=1)
    assert store.due("ada", tomorrow) == {"harbour-bridge": 1}
    assert store.due_questions("ada", "harbour-bridge", tomorrow) == {"speaker-0"}
    week = clock() + timedelta(days=8)
    assert store.due("ada", week) == {"harbour-bridge": 2}
    assert store.due_questions("ada", "harbour-bridge", week) == {"speaker-0", "speaker-1"}
    assert store.due("bo", week) == {}
    assert store.due_questions("ada", "another", week) == set()


def test_each_bank_has_its_own_due_questions_even_of_one_name(store: Store, clock: Clock) -> None:
    for bank in ("one", "two"):
        store.record(store.begin(start(1, bank=bank)), answer(0, correct=False))
    clock.wait(days=1)
    assert store.due("ada", clock()) == {"one": 1, "two": 1}
    store.record(store.begin(start(1, bank="one")), answer(0))
    assert store.due("ada", clock()) == {"two": 1}


def test_an_exam_counts_when_it_is_handed_in(store: Store, clock: Clock) -> None:
    session = store.begin(start(2, mode="exam"))
    store.record(session, answer(0, correct=False))
    month = clock() + timedelta(days=30)
    assert store.due("ada", month) == {}
    store.record(session, answer(0))
    assert store.due("ada", month) == {}
    store.finish(session)
    assert store.due("ada", clock() + timedelta(days=2)) == {}  # the last answer, which was right, counts
    assert store.due("ada", month) == {"harbour-bridge": 1}


def test_a_skill_is_due_some_time_after_a_finished_session(store: Store, clock: Clock) -> None:
    session = store.begin(start(questions=[asked(0), asked(1, "detail")]))
    store.record(session, answer(0, correct=False))
    store.record(session, answer(1))
    assert store.due_skills("ada", clock() + timedelta(days=30)) == set()
    store.finish(session)
    assert store.due_skills("ada", clock() + timedelta(days=1)) == {"source"}
    assert store.due_skills("ada", clock() + timedelta(days=30)) == {"source", "detail"}


def test_the_wanted_retention_moves_the_day(tmp_path: Path, clock: Clock) -> None:
    dues = []
    for retention in (0.95, 0.8):
        with Store.open(tmp_path / f"{retention}.db", clock, retention=retention) as store:
            store.record(store.begin(start(1)), answer(0))
            dues.append([store.due("ada", clock() + timedelta(days=days)) != {} for days in (4, 19, 60)])
    assert dues == [[True, True, True], [False, False, True]]


def play_a_while(store: Store, clock: Clock) -> None:
    for number in range(12):
        questions = [asked(number % 3), asked(3, "detail"), asked(number % 2 + 4, "evidence")]
        session = store.begin(
            start(questions=questions, mode="exam" if number % 3 == 0 else "practice", bank=f"b{number % 2}")
        )
        for position in range(3 - number % 2):
            store.record(session, answer(position, correct=(number + position) % 4 != 0))
        clock.wait(days=number, hours=5)
        if number % 5:
            store.finish(session)


def test_all_of_it_can_be_made_again_from_the_answers(store: Store, clock: Clock) -> None:
    play_a_while(store, clock)
    before = progress(store)
    assert len(before) > 8
    rebuild_all(store._connection)
    assert progress(store) == before


def test_a_clock_set_back_loses_nothing(store: Store, clock: Clock) -> None:
    store.record(store.begin(start(1)), answer(0))
    clock.wait(days=-400)
    store.record(store.begin(start(1)), answer(0, correct=False))
    before = progress(store)
    rebuild_all(store._connection)
    assert progress(store) == before
    ((times,),) = store._connection.execute("SELECT times FROM progress").fetchall()
    assert times == 2


def test_an_edited_question_keeps_its_history_under_its_newest_kind(store: Store, clock: Clock) -> None:
    store.record(store.begin(start(1)), answer(0))
    clock.wait(days=1)
    edited = AskedQuestion("speaker-0", "quotation", "source", "{}")
    store.record(store.begin(start(questions=[edited])), answer(0))
    rows = store._connection.execute("SELECT kind, times FROM progress").fetchall()
    assert rows == [("quotation", 2)]
