"""What is said on standard error while work goes on: sentences, and on a terminal how far it is."""

import os
import sys
import time
from types import TracebackType

import click

from quiz.errors import QuizError
from quiz.visible import clip, visible

REDRAWN = 0.1
"""Seconds between two drawings of the bar."""

_CLEAR = "\r\x1b[K"


def say(text: str) -> None:
    """Say something on standard error."""
    click.echo(visible(text), err=True)


def say_error(error: QuizError) -> None:
    """Say what stands in the way, and what helps."""
    for line in error.lines():
        say(f"quiz: {line}")


class Progress:
    """How many of several articles are done, in one line that stays below what else is said.

    Only on a terminal and only for more than one; otherwise it just speaks.
    """

    def __init__(self, total: int) -> None:
        """Take the number of articles."""
        self._total = total
        self._done = 0
        self._began = self._drawn = time.monotonic()
        self.shown = total > 1 and sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")

    def __enter__(self) -> "Progress":
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            click.echo(_CLEAR, nl=False, err=True)
            self.shown = False

    def advance(self) -> None:
        """Count one article as done."""
        self._done += 1
        if time.monotonic() - self._drawn >= REDRAWN:
            self._draw()

    def say(self, text: str) -> None:
        """Say something above the bar."""
        if self.shown:
            click.echo(_CLEAR, nl=False, err=True)
        say(text)
        self._draw()

    def say_error(self, error: QuizError) -> None:
        """Say above the bar what stands in the way of one article."""
        for line in error.lines():
            self.say(f"quiz: {line}")

    def _draw(self) -> None:
        if not self.shown:
            return
        self._drawn = time.monotonic()
        try:
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
        except OSError:
            columns = 80
        line = progress_line(self._done, self._total, self._drawn - self._began, columns or 80)
        click.echo(_CLEAR + line, nl=False, err=True)


def progress_line(done: int, total: int, seconds: float, columns: int) -> str:
    """Return the bar with count, rate and time left, one cell shorter than the terminal is wide."""
    text = f" {done} of {total}"
    if done and seconds > 0:
        rate = done / seconds
        pace = f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.0f} a minute"
        text += f" · {pace} · {_clock((total - done) / rate)} left"
    room = max(0, min(30, columns - 1 - len(text)))
    full = room * done // total
    return clip("━" * full + "─" * (room - full) + text, columns - 1)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
