"""Play in lines in real processes: pipes, a terminal without a screen, and what is kept when it is ended."""

import contextlib
import json
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.play.ostmole import EVERY_TYPE, write_bank


class LineTerminal:
    """A program at a pseudo-terminal that shows lines, and everything it has written."""

    def __init__(self, *arguments: str | Path, home: Path) -> None:
        self.process, self._file = pty.fork()
        if self.process == 0:
            environment = {**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "dumb"}
            os.execve(sys.executable, [sys.executable, "-m", "quiz", *map(str, arguments)], environment)
        self.text = ""

    def _read(self, seconds: float) -> None:
        if select.select([self._file], [], [], seconds)[0]:
            with contextlib.suppress(OSError):
                self.text += os.read(self._file, 65536).decode().replace("\r\n", "\n")

    def wait_for(self, words: str) -> str:
        """What was written up to these words since the last time; they must come."""
        deadline = time.monotonic() + 20
        while words not in self.text:
            assert time.monotonic() < deadline, f"never saw {words!r}:\n{self.text}"
            self._read(0.1)
        before, self.text = self.text.split(words, 1)
        return before

    def say(self, line: str) -> None:
        self.wait_for("> ")
        os.write(self._file, f"{line}\n".encode())

    def press(self, keys: bytes) -> None:
        self.wait_for("> ")
        os.write(self._file, keys)

    def hang_up(self) -> None:
        os.close(self._file)

    def end(self, number: signal.Signals) -> int:
        os.kill(self.process, number)
        return self.wait()

    def wait(self) -> int:
        """The exit code."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.process = 0
                return os.waitstatus_to_exitcode(status)
            with contextlib.suppress(OSError, ValueError):
                self._read(0.05)
        raise AssertionError("the program did not end")

    def close(self) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        with contextlib.suppress(OSError):
            os.close(self._file)


@contextlib.contextmanager
def terminal(*arguments: str | Path, home: Path) -> Iterator[LineTerminal]:
    opened = LineTerminal("play", *arguments, home=home)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "banks", questions=EVERY_TYPE)


def kept(run: Run) -> tuple[int, bool]:
    """How many answers the newest session has, and whether it is finished."""
    session = json.loads(run("scores", "--json").stdout)[0]
    return session["answered"], session["finished"] is not None


# A pipe --------------------------------------------------------------------------------------------


def test_a_line_from_a_pipe_is_one_answer_and_nothing_else_is_asked(run: Run, bank: Path) -> None:
    done = run("play", bank, "--seed", "3", say="nonsense\n1 3\n2\nskip\na2 b1 c3\nlist\nfinish\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Please type numbers from 1 to 5" in done.stdout
    assert "yes or no" not in done.stdout
    assert "> " not in done.stdout
    assert "Result: " in done.stdout
    answered, finished = kept(run)
    assert finished
    assert answered == 3


def test_an_exam_from_a_pipe_with_certainty_is_in_the_history(run: Run, bank: Path) -> None:
    lines = "1 @3\n" * 6
    done = run(
        "play", bank, "--kind", "speaker", "--mode", "exam", "--certainty", "--minutes", "5", say=lines
    )
    assert done.returncode == 0
    assert "You have 5 minutes." in done.stdout
    assert "With high certainty: " in done.stdout
    detail = json.loads(run("scores", "1", "--json").stdout)
    assert detail["mode"] == "exam"
    assert {answer["certainty"] for answer in detail["answers"]} == {3}


@pytest.mark.parametrize(
    "lines",
    [b"\xff\xfe\n\x00\n1\n", b"x" * 300_000 + b"\n1\n", b"\r\n1\r\n", b"1"],
    ids=["no text", "a long line", "other line ends", "no line end"],
)
def test_whatever_bytes_come_the_next_line_counts(bank: Path, home: Path, run: Run, lines: bytes) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quiz", "play", str(bank), "--kind", "speaker"],
        input=lines,
        capture_output=True,
        env={**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert kept(run) == (1, False)


def test_several_banks_and_nobody_to_ask_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_bank(tmp_path / "many", name=name)
    done = run("play", tmp_path / "many", say="1\n")
    assert done.returncode == 2
    assert "Say which bank to play" in done.stderr


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--minutes", "5"), "add “--mode exam”"),
        (("--minutes", "5", "--mode", "practice"), "add “--mode exam”"),
        (("--minutes", "0", "--mode", "exam"), "0 is not in the range"),
        (("--missed", "--seed", "1"), "choose one"),
        (("--due", "--seed", "1"), "“--due” does not: choose one"),
        (("--due", "--missed"), "choose one"),
        (("--mode", "test"), "'practice', 'exam'"),
    ],
)
def test_options_that_contradict_each_other_are_wrong_usage(
    run: Run, bank: Path, options: tuple[str, ...], word: str
) -> None:
    done = run("play", bank, *options, say="1\n")
    assert done.returncode == 2
    assert word in done.stderr
    assert done.stdout == ""


def test_missed_asks_what_was_missed_the_last_time(run: Run, bank: Path) -> None:
    assert "You have missed no question" in run("play", bank, "--missed").stderr
    run("play", bank, "--kind", "number", say="never\n")
    again = run("play", bank, "--missed", say="forty minutes\n")
    assert "Question 1 of 1." in again.stdout
    assert "Result: 1 of 1 right." in again.stdout


def test_due_asks_nothing_before_anything_was_played(run: Run, bank: Path) -> None:
    done = run("play", bank, "--due")
    assert done.returncode == 1
    assert "No question of “The bridge that moved” is due for review." in done.stderr


# A terminal ----------------------------------------------------------------------------------------


def test_at_a_terminal_that_can_do_no_more_one_plays_in_lines(bank: Path, home: Path) -> None:
    with terminal(bank, "--kind", "number", home=home) as shown:
        shown.wait_for("Type the answer in words, or “help”.")
        shown.say("forty minutes")
        shown.wait_for("Right.")
        shown.wait_for("What next? “again” plays this quiz again, “quit” ends.")
        shown.say("help")
        shown.wait_for("Type a word: “again”")
        shown.say("again")
        shown.wait_for("Question 1 of 1.")
        shown.say("half an hour")
        shown.wait_for("The time before, you had 1 of 1 right.")
        shown.wait_for("“missed” plays the missed question again")
        shown.say("missed")
        shown.wait_for("Question 1 of 1.")
        shown.say("quit")
        assert shown.wait() == 0


def test_a_session_that_was_left_is_offered(bank: Path, home: Path) -> None:
    with terminal(bank, home=home) as shown:
        shown.say("skip")
        shown.say("quit")
        shown.wait_for("Stopped at question 2 of 6. Your answers are kept.")
        assert shown.wait() == 0
    with terminal(bank, home=home) as shown:
        shown.wait_for("with 0 of 6 answered. Go on with it? Type yes or no.")
        shown.say("help")
        shown.wait_for("“yes” or Enter goes on with it")
        shown.say("")
        shown.wait_for("Question 1 of 6.")


@pytest.mark.parametrize(
    ("key", "code", "word"), [(b"\x03", 130, "Stopped."), (b"\x04", 0, "Stopped at question 2")]
)
def test_control_keys_end_it_with_every_answer_kept(
    bank: Path, home: Path, run: Run, key: bytes, code: int, word: str
) -> None:
    with terminal(bank, "--kind", "number", "--kind", "hedge", home=home) as shown:
        shown.wait_for("Question 1 of 2.")
        shown.say("1")
        shown.wait_for("Question 2 of 2.")
        shown.press(key)
        shown.wait_for(word)
        assert shown.wait() == code
        assert "Traceback" not in shown.text
    assert kept(run) == (1, False)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_end_it_in_order(bank: Path, home: Path, run: Run, number: signal.Signals) -> None:
    with terminal(bank, "--kind", "number", "--kind", "hedge", home=home) as shown:
        shown.wait_for("Question 1 of 2.")
        shown.say("skip")
        shown.wait_for("Question 2 of 2.")
        shown.wait_for("> ")
        assert shown.end(number) == 128 + number
        assert "Traceback" not in shown.text
    assert kept(run) == (0, False)


def test_a_terminal_that_goes_away_loses_nothing(bank: Path, home: Path, run: Run) -> None:
    with terminal(bank, "--kind", "number", "--kind", "hedge", home=home) as shown:
        shown.wait_for("Question 1 of 2.")
        shown.say("1")
        shown.wait_for("Question 2 of 2.")
        shown.wait_for("> ")
        shown.hang_up()
        assert shown.wait() == 128 + signal.SIGHUP
    assert kept(run) == (1, False)


def test_a_bank_is_chosen_by_number_or_by_a_word(tmp_path: Path, home: Path) -> None:
    for number in range(1, 26):
        write_bank(tmp_path / "many", name=f"bank-{number:02}", title=f"Story {number:02} of the bay")
    with terminal(tmp_path / "many", home=home) as shown:
        shown.wait_for("25 banks. The first 20:")
        shown.wait_for("20. Story 20 of the bay, 6 questions")
        shown.wait_for("“more” for the next of 5, or “help”.")
        shown.say("more")
        shown.wait_for("25. Story 25 of the bay")
        shown.say("help")
        shown.wait_for("Type the number of a bank to play it.")
        shown.say("26")
        shown.wait_for("There are banks 1 to 25.")
        shown.say("glacier")
        shown.wait_for("No bank has “glacier”.")
        shown.say("find 17")
        shown.wait_for("17. Story 17 of the bay")
        shown.say("17")
        shown.wait_for("Story 17 of the bay. 6 questions")
        shown.say("finish")
        shown.say("yes")
        shown.wait_for("“another” chooses another quiz")
        shown.say("another")
        shown.wait_for("Which one?")
        shown.say("quit")
        assert shown.wait() == 0


def test_leaving_before_anything_was_begun_is_said(tmp_path: Path, home: Path) -> None:
    for name in ("one", "two"):
        write_bank(tmp_path / "many", name=name)
    with terminal(tmp_path / "many", home=home) as shown:
        shown.press(b"\x04")
        shown.wait_for("Nothing was begun.")
        assert shown.wait() == 0


def test_the_time_of_an_exam_ends_while_a_line_is_awaited(bank: Path, home: Path, run: Run) -> None:
    with terminal(bank, "--mode", "exam", "--minutes", "1", home=home) as shown:
        shown.wait_for("Question 1 of 6.")
        shown.say("quit")
        assert shown.wait() == 0
    with contextlib.closing(sqlite3.connect(home / "scores.db")) as database:
        database.execute("UPDATE session SET used = 58.5")
        database.commit()
    with terminal(bank, "--mode", "exam", home=home) as shown:
        shown.say("yes")
        shown.wait_for("left.")
        shown.wait_for("The time is over. The exam is handed in as it stands.")
        shown.wait_for("Result: 0 of 6 right.")
    assert kept(run) == (0, True)
