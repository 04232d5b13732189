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


class Terminal:
    """A pseudo-terminal with a program in it and a screen that can be read."""

    def __init__(self, *arguments: str | Path, home: Path, columns: int = 80, rows: int = 24) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
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
        shown.wait_for("Who Inside ICE Is Leaking Operational Details?")
        shown.press("\r")
        shown.wait_for("enter answer")
        shown.press("2\r")
        shown.wait_for("enter next")
        shown.wait_for("✓")


def test_a_bank_goes_straight_into_a_session(home: Path) -> None:
    with terminal("play", SEED_BANK, "--count", "3", "--seed", "1", home=home) as shown:
        shown.wait_for("1 of 3")


def test_an_article_goes_straight_into_a_session(home: Path) -> None:
    with terminal("play", SEED, "--count", "3", home=home, columns=120, rows=40) as shown:
        shown.wait_for("1 of 3")
        shown.wait_for("Media leaks are hindering")


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
        shown.wait_for("You stopped at question 3 of 4")
        shown.press("\r")
        shown.wait_for("3 of 4")


def test_the_terminal_is_given_back(home: Path) -> None:
    with terminal("play", home=home) as shown:
        shown.wait_for("Who Inside")
        shown.press("q")
        assert shown.wait() == 0


def test_a_missing_bank_is_one_sentence_and_no_screen(home: Path) -> None:
    with terminal("play", "nowhere.yaml", home=home) as shown:
        shown.wait_for("the file does not exist")
        assert os.waitstatus_to_exitcode(shown.wait()) == 1
        assert "Traceback" not in shown.text
