"""Nothing that was answered is lost, and what goes wrong is said in one sentence."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from quiz.scores import database, keeping, migrations, progress
from quiz.scores.figures import Figures
from quiz.scores.store import Store, StoreError

from .examples import Clock, answer, start
from .hammering import hammer

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


def filled(path: Path, sessions: int = 20) -> bytes:
    with Store.open(path) as store:
        for number in range(sessions):
            session = store.begin(start(20, bank=f"bank-{number}"))
            store.record(session, answer(0))
    return path.read_bytes()


def test_a_damaged_file_is_set_aside_and_the_program_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    content = filled(path)
    damaged = content[:4096] + b"\xff" * (len(content) - 4096)
    path.write_bytes(damaged)
    with Store.open(path) as store:
        assert store.notice is not None
        (aside,) = tmp_path.glob("scores-damaged-*.db")
        assert str(aside) in store.notice
        assert "no session" in store.notice
        assert store.sessions() == []
        store.record(store.begin(start()), answer(0))
    assert aside.read_bytes() == damaged
    with Store.open(path) as store:
        assert store.notice is None
        assert len(store.sessions()) == 1


def pages(path: Path) -> tuple[int, int, dict[str, int]]:
    """The size of a page, how many there are, and the first page of every table and index."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (count,) = connection.execute("PRAGMA page_count").fetchone()
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage"))
    return size, count, roots


def test_every_session_that_can_be_read_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    content = filled(path)
    size, count, _ = pages(path)
    for page in range(2, count + 1):  # one page after the other
        for old in tmp_path.glob("scores*"):
            old.unlink()
        start_of = (page - 1) * size
        path.write_bytes(content[:start_of] + b"\xa5" * size + content[start_of + size :])
        with Store.open(path) as store:
            kept = store.sessions()
            answers = sum(summary.answered for summary in kept)
            assert answers == len(kept)
            if store.notice is None:
                assert len(kept) == 20  # a page that holds nothing
            elif kept:
                assert f"the {len(kept)} sessions" in store.notice or "the one session" in store.notice
                (exported,) = tmp_path.glob("scores-damaged-*.jsonl")
                assert exported.read_text().count('"session"') == len(kept)
            assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_damage_to_an_index_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    content = filled(path)
    size, _, roots = pages(path)
    start_of = (roots["session_by_time"] - 1) * size
    path.write_bytes(content[:start_of] + b"\xa5" * size + content[start_of + size :])
    with Store.open(path) as store:
        assert store.notice is not None
        assert len(store.sessions()) == 20


@pytest.mark.parametrize("length", [100, 4096, 10_000, -4096])
def test_a_truncated_file_is_set_aside(tmp_path: Path, length: int) -> None:
    path = tmp_path / "scores.db"
    path.write_bytes(filled(path)[:length])
    with Store.open(path) as store:
        assert store.notice is not None
        store.record(store.begin(start()), answer(0))
    assert len(list(tmp_path.glob("scores-damaged-*.db"))) == 1


def test_a_second_damaged_file_of_a_day_has_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    for _ in range(3):
        path.write_bytes(filled(path)[:10_000])
        Store.open(path).close()
    assert len(list(tmp_path.glob("scores-damaged-*.db"))) == 3


def test_a_large_file_is_looked_over_after_an_unclean_end_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.db"
    content = filled(path)
    size, _, roots = pages(path)
    start_of = (roots["skill"] - 1) * size  # a table that opening does not read
    path.write_bytes(content[:start_of] + b"\xa5" * size + content[start_of + size :])
    monkeypatch.setattr(keeping, "SMALL", 1000)
    with Store.open(path) as store:
        assert store.notice is None
    Path(f"{path}-wal").write_bytes(b"\0" * 4096)
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "LARGE", 2000)  # nobody is to wait for the check of a very large one
        with Store.open(path) as store:
            assert store.notice is None
    Path(f"{path}-wal").write_bytes(b"\0" * 4096)
    with Store.open(path) as store:
        assert store.notice is not None


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


def test_programs_killed_while_answering_lose_nothing_they_said_was_saved(
    tmp_path: Path,
) -> None:
    path = tmp_path / "scores.db"
    outcome = hammer(path, 3, every=0.7)
    assert outcome.acknowledged > 20
    assert outcome.kills >= 2
    assert (outcome.missing, outcome.integrity, outcome.duplicates) == (0, "ok", 0)
    assert outcome.complaints == ""
    with Store.open(path) as store:
        assert store.notice is None
        tables = ("progress", "skill")
        before = [row for table in tables for row in store._connection.execute(f"SELECT * FROM {table}")]
        progress.rebuild_all(store._connection)
        after = [row for table in tables for row in store._connection.execute(f"SELECT * FROM {table}")]
    assert len(before) == len(after)
    assert [row[:6] for row in before if len(row) > 6] == [row[:6] for row in after if len(row) > 6]


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    filled(path)
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"), Store.open(path) as store:
        store.begin(start())
    tmp_path.chmod(0o700)


def test_what_may_only_be_read_says_so_and_is_read(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    filled(path, 1)
    with Store.open(path) as store:
        store._connection.execute("PRAGMA query_only = ON")  # as SQLite does for a file that is read-only
        for attempt in (
            lambda: store.begin(start()),
            lambda: store.record(1, answer(1)),
            lambda: store.flag(1, 0, True),
            lambda: store.finish(1),
        ):
            with pytest.raises(StoreError, match="cannot be written: check who may write"):
                attempt()
        assert [summary.answered for summary in store.sessions()] == [1]


def test_looking_into_the_file_makes_none_and_changes_none(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    assert Figures.look(path) is None
    assert list(tmp_path.iterdir()) == []
    before = filled(path, 1)
    figures = Figures.look(path)
    assert figures is not None
    with figures:
        assert figures.players() == ["ada"]
        with Store.open(path) as writing:  # meanwhile somebody plays on
            writing.record(1, answer(1))
        assert len(figures.first_answers("ada")) == 2
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            figures._connection.execute("DELETE FROM session")
    assert [file.name for file in tmp_path.iterdir()] == ["scores.db"]
    assert before != path.read_bytes()


def test_a_full_disk_leaves_the_answers_that_were_saved_and_what_follows_from_them(tmp_path: Path) -> None:
    code = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(path)
session = store.begin(begun)
store.record(session, answer(0))
size = max(file.stat().st_size for file in path.parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
for attempt in (lambda: store.record(session, answer(1)), lambda: store.finish(session),
                lambda: store.merge(list(store.export()), "bo"), lambda: store.forget([session])):
    try:
        attempt()
    except StoreError as error:
        print(error)
"""
    status, out = run(code, tmp_path / "scores.db")
    assert status == 0
    assert "disk" in out
    with Store.open(tmp_path / "scores.db") as store:
        assert store.notice is None
        for summary in store.sessions():  # none, if forgetting found the room it needs
            assert summary.answered >= 1
            assert len(store.first_answers("ada")) == summary.answered


def test_answers_dated_by_a_clock_set_back_stay_in_the_history(tmp_path: Path) -> None:
    clock = Clock()
    path = tmp_path / "scores.db"
    with Store.open(path, clock) as store:
        store.record(store.begin(start(1)), answer(0))
        clock.wait(days=-3650)
        session = store.begin(start(1))
        store.record(session, answer(0, correct=False))
        store.finish(session)
        assert len(store.sessions()) == 2
        assert store.history("ada", "harbour-bridge")["speaker-0"].times == 2
        assert len(store.first_answers("ada")) == 1
