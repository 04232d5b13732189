"""A program at a pseudo-terminal that shows lines, and what a person types into it."""

import contextlib
import os
import pty
import select
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.cli.conftest import ROOT


class Lines:
    """A program at a terminal, and what it has written since the last time it was looked at."""

    def __init__(self, arguments: list[str], cwd: Path, environment: Mapping[str, str]) -> None:
        self.process, self._file = pty.fork()
        if self.process == 0:
            os.chdir(cwd)
            os.execve(sys.executable, [sys.executable, "-m", "quiz", *arguments], dict(environment))
        self.text = ""
        self.code: int | None = None

    def wait_for(self, words: str) -> str:
        """Return what was written up to these words, which must come."""
        deadline = time.monotonic() + 30
        while words not in self.text:
            assert time.monotonic() < deadline, f"never saw {words!r}:\n{self.text}"
            self._read(0.1)
        before, self.text = self.text.split(words, 1)
        return before

    def type(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def interrupt(self, keys: str) -> None:
        """Press Ctrl+C or Ctrl+D once a line is awaited: just before that, readline would not notice."""
        time.sleep(0.5)
        self.type(keys)

    def answer(self, question: str, line: str) -> str:
        """Wait for a question and answer it; what was written before it."""
        before = self.wait_for(question)
        self.type(f"{line}\n")
        return before

    def kill(self) -> None:
        """End the program and everything it started as a power cut would."""
        os.killpg(self.process, signal.SIGKILL)
        self.end()

    def end(self) -> str:
        """Wait for the end; everything that was written until then. The exit code is in ``code``."""
        deadline = time.monotonic() + 30
        while self.code is None:
            assert time.monotonic() < deadline, f"the program did not end:\n{self.text}"
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.text

    def close(self) -> None:
        if self.code is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._file)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._file], [], [], seconds)[0]:
            return False
        with contextlib.suppress(OSError):
            data = os.read(self._file, 65536).decode(errors="replace")
            self.text += data.replace("\r\n", "\n")
            return bool(data)
        return False


@contextlib.contextmanager
def at_terminal(*arguments: str | Path, cwd: Path, home: Path, **more: str) -> Iterator[Lines]:
    """Run the program at a terminal in a folder, with no editor unless ``more`` names one."""
    left_out = ("COLUMNS", "LINES", "VISUAL", "EDITOR")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment |= {"QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm", "PYTHONUTF8": "1"}
    environment["NO_COLOR"] = "1"
    opened = Lines([str(one) for one in arguments], cwd, environment | more)
    try:
        yield opened
    finally:
        opened.close()
