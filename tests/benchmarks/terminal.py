"""A terminal of 80 x 24 with a program in it, and a clock that sees what a person sees."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parent.parent.parent
COLUMNS, ROWS = 80, 24
PATIENCE = 20.0
QUESTIONS_OF_THE_PROGRAM = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[6n": b"\x1b[1;1R",
}
BEYOND_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\")

LEFT_OUT = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE")


def environment(home: Path) -> dict[str, str]:
    """What a program is run with: a home of its own, and this checkout, compiled as an installed one is."""
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    return {
        **kept,
        "QUIZ_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "COLUMNS": str(COLUMNS),
        "LINES": str(ROWS),
    }


class Terminal:
    """A program in a pseudo-terminal that answers what programs ask a terminal."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.started = time.perf_counter()
        self._process, self._file = pty.fork()
        if self._process == 0:
            os.chdir(home)
            os.execvpe(command[0], list(command), environment(home))
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def _look(self) -> int:
        buffer = self._screen.buffer
        return hash(tuple(tuple(buffer[y][x] for x in range(COLUMNS)) for y in range(ROWS)))

    def _read(self, seconds: float) -> bool:
        if not select.select([self._file], [], [], seconds)[0]:
            return False
        data = os.read(self._file, 1 << 16)
        for question, answer in QUESTIONS_OF_THE_PROGRAM.items():
            if question in data:
                os.write(self._file, answer)
        with contextlib.suppress(Exception):  # a few private sequences are beyond pyte
            self._stream.feed(BEYOND_PYTE.sub(b"", data))
        return True

    def seen(self, words: str) -> float:
        """Seconds from the start until the words are on the screen. Raises TimeoutError."""
        while words not in self.text:
            if time.perf_counter() - self.started > PATIENCE:
                raise TimeoutError(f"never saw {words!r}:\n{self.text}")
            self._read(0.02)
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing more is painted."""
        while self._read(quiet):
            pass

    def press(self, key: str) -> float:
        """Seconds from a key until something on the screen is different. Raises TimeoutError."""
        before = self._look()
        pressed = time.perf_counter()
        os.write(self._file, key.encode())
        while time.perf_counter() - pressed < 5:
            if self._read(0.05):
                arrived = time.perf_counter()
                if self._look() != before:
                    return arrived - pressed
        raise TimeoutError(f"{key!r} changed nothing:\n{self.text}")

    def peak_megabytes(self) -> float:
        """The most memory the program had in use."""
        status = Path(f"/proc/{self._process}/status").read_text()
        peak = re.search(r"VmHWM:\s+(\d+)", status)
        assert peak is not None
        return int(peak[1]) / 1024

    def close(self) -> None:
        """End the program."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)


@contextlib.contextmanager
def terminal(command: Sequence[str], home: Path) -> Iterator[Terminal]:
    """A terminal for the length of a block."""
    opened = Terminal(command, home)
    try:
        yield opened
    finally:
        opened.close()
