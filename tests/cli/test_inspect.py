"""`quiz inspect` as a user runs it: in a pipe, on a terminal, with and without colour."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from quiz.visible import width
from tests.cli.conftest import ROOT, SEED, Run


def on_a_terminal(home: Path, columns: int, *options: str, **more: str) -> str:
    """What the command writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    environment = {**kept, "QUIZ_HOME": str(home), "TERM": "xterm-256color", "PYTHONUTF8": "1", **more}
    process = subprocess.Popen(
        [sys.executable, "-m", "quiz", "inspect", str(SEED), *options],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        written += data
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return written.decode()


def test_a_terminal_gets_colour(tmp_path: Path) -> None:
    assert "\x1b[1mPam Bondi" in on_a_terminal(tmp_path, 80)


@pytest.mark.parametrize("more", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "a dumb terminal"])
def test_colour_stays_away_where_it_is_not_wanted(tmp_path: Path, more: dict[str, str]) -> None:
    text = on_a_terminal(tmp_path, 80, **more)
    assert "Pam Bondi" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("columns", [40, 120])
def test_a_report_fits_the_terminal(tmp_path: Path, columns: int) -> None:
    lines = on_a_terminal(tmp_path, columns, NO_COLOR="1").splitlines()
    assert max(map(width, lines)) <= columns


def test_a_pipe_gets_no_colour(run: Run) -> None:
    assert "\x1b" not in run("inspect", SEED).stdout


def test_brief_leaves_the_marked_text_out(run: Run) -> None:
    assert "The text, marked" in run("inspect", SEED).stdout
    short = run("inspect", SEED, "--brief").stdout
    assert "Who speaks" in short
    assert "The text, marked" not in short


def test_an_encoding_without_the_signs_is_no_reason_to_stop(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quiz", "inspect", str(SEED)],
        capture_output=True,
        env={**os.environ, "QUIZ_HOME": str(tmp_path), "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"Pam Bondi" in done.stdout
    assert b"Traceback" not in done.stderr
