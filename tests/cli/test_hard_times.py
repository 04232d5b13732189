"""A full disk, a folder that takes nothing, a file of others: a clear sentence, and nothing is lost."""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.scores.store import Store
from tests.cli.conftest import ROOT, SEED_BANK, Run
from tests.play.ostmole import write_bank
from tests.scores.examples import Clock, start

COMMANDS = pytest.mark.parametrize(
    "command",
    [
        ["play", "--plain", str(SEED_BANK), "--count", "1"],
        ["scores"],
        ["scores", "skills"],
        ["scores", "items", "who"],
        ["scores", "forget", "--all", "--yes"],
        ["review", "--plain"],
    ],
    ids=lambda command: " ".join(command[:2]),
)


def said(done: "subprocess.CompletedProcess[str]") -> str:
    """The one sentence of a run that could not do what it should."""
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("quiz: ") and line.endswith(".")
    return line


@COMMANDS
def test_a_home_in_which_nothing_can_be_made_is_said(run: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "letter").write_text("Dear quiz", encoding="utf-8")
    home = tmp_path / "letter" / "quiz"  # below a file, so that even root can make nothing there
    sentence = said(run(*command, say="1\n", QUIZ_HOME=str(home)))
    assert f"The folder {home} for the score file cannot be made" in sentence
    assert (tmp_path / "letter").read_text(encoding="utf-8") == "Dear quiz"


@COMMANDS
@pytest.mark.parametrize("whose", ["another program", "newer version", "no score file"])
def test_a_file_that_is_not_ours_is_said_and_left_as_it_is(
    run: Run, tmp_path: Path, command: list[str], whose: str
) -> None:
    scores = tmp_path / "home" / "scores.db"
    scores.parent.mkdir()
    if whose == "another program":
        with contextlib.closing(sqlite3.connect(scores)) as connection:
            connection.execute("CREATE TABLE recipe (soup)")
    elif whose == "newer version":
        with Store.open(scores) as store:
            store._connection.execute("PRAGMA user_version = 1000")
    else:
        scores.write_text("Dear quiz, " * 100, encoding="utf-8")
    before = scores.read_bytes()
    assert whose in said(run(*command, say="1\n"))
    assert scores.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a Unix matter")
def test_a_disk_that_fills_up_in_a_session_loses_only_what_it_says_is_lost(tmp_path: Path) -> None:
    home, bank = tmp_path / "home", write_bank(tmp_path / "banks")
    limited = (
        "import resource, runpy, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)), resource.RLIM_INFINITY))\n"
        "runpy.run_module('quiz', run_name='__main__')"
    )
    with Store.open(home / "scores.db"):
        pass
    outcomes = set()
    for room in range(60_000, 260_000, 20_000):
        done = subprocess.run(
            [sys.executable, "-c", limited, str(room), "play", "--plain", str(bank), "--seed", "1"],
            input="1\n" * 6,
            env={**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        judged = sum(line.startswith(("Right.", "Not what")) for line in done.stdout.splitlines())
        outcomes.add((done.returncode, judged))
        with Store.open(home / "scores.db") as store:
            assert store.notice is None
            kept = store.sessions()
            assert sum(one.answered for one in kept) == judged
            store.forget([one.id for one in kept])
        if done.returncode:
            assert "disk" in said(done)
            lost = "The end of the session" if judged == 6 else "What you typed"
            assert not kept or f"{lost} is not saved; every answer" in done.stderr
    assert (0, 6) in outcomes and any(code == 1 and judged > 0 for code, judged in outcomes), outcomes


def test_a_bank_that_is_renamed_edited_or_deleted_keeps_its_history(run: Run, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "banks")
    play = ("play", "--plain", "--count", "6", "--seed", "1", "--player", "ada")
    run(*play, bank, say="1\n" * 6)
    (before,) = json.loads(run("scores", "--json").stdout)

    moved = bank.with_name("another-name.yaml")
    bank.rename(moved)
    assert "not enough answers yet (1 of 10)" in run("scores", "items", moved).stdout
    missed = run("play", "--plain", moved, "--missed", "--player", "ada").stdout
    assert f"{before['asked'] - before['correct']} questions" in missed

    text, old, new = moved.read_text(encoding="utf-8"), "who said: “It will", "who said it: “It will"
    assert text.count(old) == 1
    moved.write_text(text.replace(old, new), encoding="utf-8")
    run("play", "--plain", moved, "--count", "6", "--seed", "1", "--player", "bo", say="1\n" * 6)
    items = run("scores", "items", moved).stdout
    assert new in items and old not in items and "(2 of 10)" in items

    shutil.rmtree(moved.parent)
    assert [one["answered"] for one in json.loads(run("scores", "--json").stdout)] == [6, 0, 6]
    assert old in run("review", "1", "--plain").stdout
    assert new in run("scores", "items", before["bank"]).stdout
    gone = run("play", "--plain", moved)
    assert (gone.returncode, gone.stderr) == (1, f"quiz: {moved}:1:1: the file does not exist\n")


def test_a_day_is_that_of_the_time_zone_one_reads_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    clock = Clock()
    clock.wait(hours=9, minutes=40)  # 23:42 UTC on 12 November
    with Store.open(tmp_path / "home" / "scores.db", clock) as store:
        store.begin(start(1))
    for zone, day in (
        ("UTC0", "12 Nov 2026 23:42"),
        ("JST-9", "13 Nov 2026 08:42"),
        ("PST8", "12 Nov 2026 15:42"),
    ):
        assert f"Session 1, practice, {day}, ada" in run("scores", "1", TZ=zone).stdout
        assert '"started": "2026-11-12T23:42:00Z"' in run("scores", "--json", TZ=zone).stdout


def test_a_clock_set_back_between_two_sessions_loses_neither(run: Run, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "banks")
    (tmp_path / "home").mkdir()
    with Store.open(tmp_path / "home" / "scores.db") as store:
        run("play", "--plain", bank, "--player", "ada", "--seed", "1", say="1\n" * 6)
        # As if the first session had been played with a clock that was far ahead.
        store._connection.execute("UPDATE session SET started = '2099' || substr(started, 5)")
        run("play", "--plain", bank, "--player", "ada", "--seed", "2", say="2\n" * 6)
        assert [one.answered for one in store.sessions("ada")] == [6, 6]
    for command in (["scores"], ["scores", "skills"], ["scores", "calendar"], ["review", "--plain"]):
        done = run(*command, "--player", "ada")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout
