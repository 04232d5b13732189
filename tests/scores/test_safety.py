"""Nothing that was answered is lost, and what goes wrong is said in one sentence."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from quiz.scores import database, migrations
from quiz.scores.store import Store, StoreError

from .examples import answer, start

ROOT = Path(__file__).parents[2]

# Runs in a process of its own; `path` is the score file.
PRELUDE = """
import dataclasses, os, resource, signal, sys
from pathlib import Path
from quiz.scores.store import *
path = Path(sys.argv[1])
questions = tuple(AskedQuestion(f"q-{n}", "speaker", "source", "{}") for n in range(20))
begun = SessionStart("ada", "bridge", "Bridge", None, "practice", 1, None, None, questions)
def answer(position):
    return AnswerRecord(position, "x" * 100, True, 1.0, 1.0, None, 1.0)
"""


def process(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(code: str, path: Path) -> tuple[int, str]:
    with process(code, path) as running:
        out, errors = running.communicate(timeout=60)
    assert not errors, errors
    return running.returncode, out


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(1)"])
def test_an_answer_outlives_the_process_that_saved_it(tmp_path: Path, end: str) -> None:
    path = tmp_path / "scores.db"
    code = f"""
store = Store.open(path)
session = store.begin(begun)
store.record(session, answer(0))
store.record(session, answer(1))
{end}
"""
    status, _ = run(code, path)
    assert status in (-signal.SIGKILL, 1)
    with Store.open(path) as store:
        (summary,) = store.sessions()
        assert summary.answered == 2
        assert store.resumable("ada") == summary


def test_processes_open_a_new_file_and_write_at_once(tmp_path: Path) -> None:
    code = """
with Store.open(path) as store:
    session = store.begin(begun)
    for position in range(20):
        store.record(session, answer(position))
    store.finish(session)
"""
    path = tmp_path / "new" / "scores.db"
    running = [process(code, path) for _ in range(4)]
    for one in running:
        _, errors = one.communicate(timeout=60)
        assert (one.returncode, errors) == (0, "")
    with Store.open(path) as store:
        assert [summary.answered for summary in store.sessions()] == [20] * 4


def test_threads_share_a_store(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def write(store: Store) -> None:
        try:
            session = store.begin(start(20))
            for position in range(20):
                store.record(session, answer(position))
                store.sessions()
        except Exception as error:
            failures.append(error)

    with Store.open(tmp_path / "scores.db") as store:
        threads = [threading.Thread(target=write, args=(store,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert [summary.answered for summary in store.sessions()] == [20] * 4


def test_a_second_store_sees_what_the_first_one_saves(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.db") as first, Store.open(tmp_path / "scores.db") as second:
        session = first.begin(start())
        second.record(session, answer(0))
        first.record(session, answer(1))
        assert first.answers(session) == second.answers(session)


def test_a_file_that_stays_locked_is_said_to_be_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = tmp_path / "scores.db"
    with Store.open(path) as store:
        session = store.begin(start())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use"):
            store.record(session, answer(0))
        other.execute("ROLLBACK")
        other.close()
        store.record(session, answer(0))


def test_a_full_disk_is_said_and_what_was_saved_stays(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    with Store.open(path) as store:
        session = store.begin(start())
        store.record(session, answer(0))
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full"):
            store.begin(start(article="sentence " * 10_000))
        assert len(store.sessions()) == 1
        store.record(session, answer(1))
    with Store.open(path) as store:
        assert store.sessions()[0].answered == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a Unix matter")
def test_a_limit_on_the_size_of_files_ends_in_a_sentence(tmp_path: Path) -> None:
    code = """
store = Store.open(path)
session = store.begin(begun)
store.record(session, answer(0))
size = Path(f"{path}-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
for _ in range(2):
    try:
        store.record(session, answer(1))
    except StoreError as error:
        print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.record(session, answer(1))
"""
    status, out = run(code, tmp_path / "scores.db")
    assert status == 0
    assert [("disk" in line, line.endswith(".")) for line in out.splitlines()] == [(True, True)] * 2
    with Store.open(tmp_path / "scores.db") as store:
        assert store.sessions()[0].answered == 2


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        Store.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "file" / "scores.db")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "file" / "deeper" / "scores.db")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        Store.open(tmp_path / "scores.db")
    tmp_path.chmod(0o700)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    path.write_text("This is a letter, not a database.\n" * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is no score file"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    with Store.open(path) as store:
        for _ in range(20):
            store.begin(start(20))
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreError, match="damaged"), Store.open(path) as store:
        store.sessions()


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE session (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    with Store.open(path) as store:
        store._connection.execute("PRAGMA user_version = 1000")
    with pytest.raises(StoreError, match="newer version of quiz"):
        Store.open(path)


def test_an_older_file_is_brought_up_to_date_and_keeps_its_sessions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.db"
    with Store.open(path) as store:
        store.begin(start())
    shutil.copy(path, tmp_path / "copy.db")
    good = ("ALTER TABLE session ADD COLUMN note TEXT",)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, good))
        with Store.open(path) as store:
            assert len(store.sessions()) == 1
            assert store._connection.execute("SELECT note FROM session").fetchall() == [(None,)]
        # A step that fails half-way leaves the file as it was.
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS[:-1], (*good, "NONSENSE")))
        with pytest.raises(StoreError):
            Store.open(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db") as store:
        assert len(store.sessions()) == 1


def test_a_closed_store_says_so_in_a_sentence(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "scores.db")
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.sessions()


def test_answers_are_flushed_to_the_disk_before_they_count(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.db") as store:
        settings = [
            store._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["wal", 2, 1]


@pytest.mark.parametrize("module", ["store", "report"])
def test_importing_the_history_stays_cheap(module: str, tmp_path: Path) -> None:
    code = f"""
import quiz.scores.{module}
heavy = {{"textual", "rich", "click", "pydantic", "yaml", "spacy", "platformdirs"}}
print(sorted(heavy & set(sys.modules)))
"""
    assert run(code, tmp_path) == (0, "[]\n")
