"""A score file of every earlier version opens with everything in it, and then is as a new one."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from quiz.scores.backup import lines_of_copy
from quiz.scores.database import APPLICATION_ID
from quiz.scores.migrations import MIGRATIONS
from quiz.scores.records import text_hash
from quiz.scores.store import Store

from .examples import Clock, answer, start

VERSIONS = range(1, len(MIGRATIONS) + 1)


def old_file(path: Path, version: int) -> None:
    """Write a file as a program of that version left it: one finished session, one exam still open."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                if isinstance(statement, str):
                    connection.execute(statement)
        article, snapshot = text_hash("The bridge"), text_hash("{}")
        connection.execute("INSERT INTO article VALUES (?, 'The bridge')", (article,))
        connection.execute("INSERT INTO snapshot VALUES (?, '{}')", (snapshot,))
        for number, mode, finished in ((1, "practice", "2026-01-02T08:05:00Z"), (2, "exam", None)):
            connection.execute(
                "INSERT INTO session (id, uid, player, bank, title, mode, seed, article, started, finished)"
                " VALUES (?, ?, 'ada', 'bridge', 'Bridge', ?, '7', ?, ?, ?)",
                (number, f"uid-{number}", mode, article, f"2026-01-0{number + 1}T08:00:00Z", finished),
            )
            for position in range(3):
                connection.execute(
                    "INSERT INTO asked VALUES (?, ?, ?, 'speaker', 'source', ?, '[]')",
                    (number, position, f"q-{position}", snapshot),
                )
            connection.execute(
                "INSERT INTO answer VALUES (?, 1, '\"x\"', 0, 0.5, 2.0, 3, 4.5, ?)",
                (number, f"2026-01-0{number + 1}T08:01:00Z"),
            )
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                if not isinstance(statement, str):
                    statement(connection)  # what a program of that version keeps up with every answer
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_version_keeps_its_sessions(tmp_path: Path, version: int) -> None:
    path = tmp_path / "scores.db"
    old_file(path, version)
    clock = Clock()
    with Store.open(path, clock) as store:
        assert store.notice is None
        exam, done = store.sessions()
        assert (done.asked, done.answered, done.correct, done.score, done.max_score) == (3, 1, 0, 0.5, 4.0)
        assert (exam.mode, exam.finished, exam.answered) == ("exam", None, 1)
        assert store.session(1).answers[1].response == "x"
        resumed = store.resumable("ada")
        assert resumed is not None
        store.record(resumed.id, answer(2))
        store.record(resumed.id, answer(1))  # an exam's answer may be replaced
        store.finish(resumed.id)
        assert store.sessions()[0].score == 2.0
        assert store.sessions()[0].max_score == 3.0
        assert set(store.history("ada", "bridge")) == {"q-1", "q-2"}
        assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store._connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_what_an_old_file_tells_is_due(tmp_path: Path, version: int) -> None:
    path = tmp_path / "scores.db"
    old_file(path, version)
    with Store.open(path, Clock()) as store:
        assert store.due("ada", Clock()()) == {"bridge": 1}  # the open exam counts for nothing yet
        (first,) = store.first_answers("ada")
        assert (first.share, first.recorded) == (0.25, "2026-01-02T08:01:00Z")
        assert store.due_skills("ada", Clock()()) == {"source"}


def schema(path: Path) -> list[tuple[str, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_an_old_file_becomes_what_a_new_one_is(tmp_path: Path) -> None:
    Store.open(tmp_path / "new.db").close()
    for version in VERSIONS:
        path = tmp_path / f"{version}.db"
        old_file(path, version)
        Store.open(path).close()
        assert schema(path) == schema(tmp_path / "new.db")


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_copy_can_be_taken_in_without_changing_it(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    old_file(path, version)
    before = path.read_bytes()
    with Store.open(tmp_path / "scores.db") as store:
        assert store.merge(lines_of_copy(path)).new == 2
        assert [summary.answered for summary in store.sessions()] == [1, 1]
    assert path.read_bytes() == before


def test_summary_columns_follow_every_change(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        session = store.begin(start(3, mode="exam"))
        for correct, score in ((True, 1.0), (False, 0.3), (False, 0.1)):
            store.record(session, answer(0, correct=correct, score=score))
            summary = store.sessions()[0]
            assert (summary.answered, summary.correct, summary.score) == (1, int(correct), score)
        store._connection.execute("DELETE FROM answer")
        assert (store.sessions()[0].answered, store.sessions()[0].max_score) == (0, 3.0)
