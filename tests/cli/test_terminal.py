"""The full-screen app in a real terminal: what a person sees, and what survives when it is ended."""

import contextlib
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from tests.cli.conftest import ROOT, SEED, SEED_BANK, Run

UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\")


LEFT_BEHIND = {"1049", "1000", "1002", "1003", "1006", "1015", "2004", "1004"}
"""Modes that would spoil the shell: the other screen, mouse reports, marked pastes, reports of focus."""


class Terminal:
    """A pseudo-terminal with a program in it and a screen that can be read."""

    def __init__(self, *arguments: str | Path, home: Path, columns: int = 80, rows: int = 24) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = b""
        self.process, self._file = pty.fork()
        if self.process == 0:
            # Given whole: a line editor may have set COLUMNS and LINES behind the back of os.environ.
            environment = {
                name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")
            }
            environment |= {"QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
            os.execve(sys.executable, [sys.executable, "-m", "quiz", *map(str, arguments)], environment)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        if not select.select([self._file], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return False
        self.received += data
        with contextlib.suppress(Exception):  # a few private sequences are beyond pyte
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, words: str) -> str:
        """Read until the words are on the screen."""
        deadline = time.monotonic() + 20
        while words not in self.text:
            assert time.monotonic() < deadline, f"never saw {words!r}:\n{self.text}"
            self._read(0.1)
        return self.text

    def press(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def end(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal and wait; the exit status as `os.waitpid` tells it."""
        os.kill(self.process, number)
        return self.wait()

    def modes_left_on(self) -> set[str]:
        """The modes of the terminal that were switched on and not off again."""
        on: set[str] = set()
        for modes, switch in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.received):
            change = set(modes.decode().split(";")) & LEFT_BEHIND
            on = on | change if switch == b"h" else on - change
        return on

    def wait(self) -> int:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.process = 0
                return status
            self._read(0.05)
        raise AssertionError("the program did not end")

    def close(self) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._file)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@contextlib.contextmanager
def terminal(*arguments: str | Path, home: Path, columns: int = 80, rows: int = 24) -> Iterator[Terminal]:
    opened = Terminal(*arguments, home=home, columns=columns, rows=rows)
    try:
        yield opened
    finally:
        opened.close()


def test_the_library_opens_and_the_first_quiz_is_two_keys_away(home: Path) -> None:
    with terminal("play", home=home) as shown:
        shown.wait_for("Press enter to try three questions")
        shown.press("\r")
        shown.wait_for("enter answer")
        shown.press("2\r")
        shown.wait_for("enter next")
        shown.wait_for("✓")


def test_a_bank_goes_straight_into_a_session(home: Path) -> None:
    with terminal("play", SEED_BANK, "--count", "3", "--seed", "1", home=home) as shown:
        shown.wait_for("1 of 3")


def test_an_article_goes_straight_into_a_session_and_shows_how_far_it_is(home: Path) -> None:
    with terminal("play", SEED, "--count", "3", home=home, columns=120, rows=40) as shown:
        shown.wait_for("Making a quiz from this article")
        shown.wait_for("1 of 3 ")
        shown.wait_for("Media leaks are hindering")


def test_an_article_about_which_nothing_can_be_asked_is_one_sentence(home: Path, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Nothing happened.\n", encoding="utf-8")
    with terminal("play", tmp_path / "short.txt", home=home, columns=200) as shown:
        shown.wait_for("there is nothing in it that can be asked beyond dispute.")
        assert os.waitstatus_to_exitcode(shown.wait()) == 1
        assert "Traceback" not in shown.text


def test_making_a_quiz_is_given_up_at_once(home: Path) -> None:
    with terminal("play", SEED, home=home) as shown:
        shown.wait_for("Making a quiz")
        shown.press("q")
        shown.wait_for("Press enter to try three questions")
        shown.press("q")
        assert os.waitstatus_to_exitcode(shown.wait()) == 0


def test_killed_in_the_middle_every_answer_is_kept_and_the_session_goes_on(home: Path, run: Run) -> None:
    with terminal("play", SEED_BANK, "--count", "4", home=home) as shown:
        shown.wait_for("1 of 4")
        shown.wait_for("enter answer")
        shown.press("1\r")
        shown.wait_for("enter next")
        shown.press("\r")
        shown.wait_for("2 of 4")
        shown.wait_for("enter answer")
        shown.press("1\r")
        shown.wait_for("enter next")
        shown.end(signal.SIGKILL)
    (session,) = json.loads(run("scores", "--json").stdout)
    assert (session["answered"], session["finished"]) == (2, None)
    with terminal("play", SEED_BANK, home=home) as shown:
        shown.wait_for("You stopped with 2 of 4 answered")
        shown.press("\r")
        shown.wait_for("3 of 4")


def test_the_terminal_is_given_back(home: Path) -> None:
    with terminal("play", home=home) as shown:
        shown.wait_for("Press enter")
        shown.press("q")
        assert shown.wait() == 0


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str
)
def test_at_a_signal_the_terminal_is_restored_and_the_session_can_be_gone_on_with(
    home: Path, run: Run, number: signal.Signals, code: int
) -> None:
    with terminal("play", SEED_BANK, "--count", "4", home=home) as shown:
        shown.wait_for("enter answer")
        shown.press("1\r")
        shown.wait_for("enter next")
        assert os.waitstatus_to_exitcode(shown.end(number)) == code
        shown.wait_for("Stopped. Your answers are kept.")
        assert "Traceback" not in shown.text
        assert shown.modes_left_on() == set()
    (session,) = json.loads(run("scores", "--json").stdout)
    assert (session["answered"], session["finished"]) == (1, None)
    with terminal("play", SEED_BANK, home=home) as shown:
        shown.wait_for("You stopped with 1 of 4 answered")


def test_control_c_leaves_and_keeps_every_answer(home: Path, run: Run) -> None:
    with terminal("play", SEED_BANK, "--count", "4", home=home) as shown:
        shown.wait_for("enter answer")
        shown.press("1\r")
        shown.wait_for("enter next")
        shown.press("\x03")
        assert os.waitstatus_to_exitcode(shown.wait()) == 130
        shown.wait_for("Stopped. Your answers are kept.")
        assert shown.modes_left_on() == set()
    (session,) = json.loads(run("scores", "--json").stdout)
    assert session["answered"] == 1


def test_when_the_terminal_goes_away_the_program_ends_and_nothing_is_lost(home: Path, run: Run) -> None:
    opened = Terminal("play", SEED_BANK, "--count", "4", home=home)
    opened.wait_for("enter answer")
    opened.press("1\r")
    opened.wait_for("enter next")
    os.close(opened._file)
    deadline = time.monotonic() + 20
    while os.waitpid(opened.process, os.WNOHANG) == (0, 0):
        assert time.monotonic() < deadline, "the program lives on without a terminal"
        time.sleep(0.05)
    (session,) = json.loads(run("scores", "--json").stdout)
    assert session["answered"] == 1


def test_without_a_mouse_the_terminal_is_not_asked_for_one(home: Path) -> None:
    for arguments, asked in ((("--no-mouse",), False), ((), True)):
        with terminal("play", SEED_BANK, "--seed", "1", *arguments, home=home) as shown:
            shown.wait_for("enter answer")
            assert (b"\x1b[?1000h" in shown.received) is asked


def test_settings_with_a_command_that_does_not_exist_are_one_sentence(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('[keys]\nfly = "f"\n', encoding="utf-8")
    with terminal("play", home=home) as shown:
        shown.wait_for("The settings give a key to “fly”")
        assert os.waitstatus_to_exitcode(shown.wait()) == 1


def test_a_missing_bank_is_one_sentence_and_no_screen(home: Path) -> None:
    with terminal("play", "nowhere.yaml", home=home) as shown:
        shown.wait_for("the file does not exist")
        assert os.waitstatus_to_exitcode(shown.wait()) == 1
        assert "Traceback" not in shown.text
