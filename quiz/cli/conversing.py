"""Standard input and output as a conversation in lines, and what a signal does to it."""

import contextlib
import errno
import os
import select
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType
from typing import Final

import click

from quiz.play.plain.talk import Talk
from quiz.visible import visible

LONGEST_LINE: Final = 10_000
"""Bytes of a line that are looked at; nobody's answer is longer."""


class Hangup(Exception):  # noqa: N818 (somebody ended the program, and it did nothing wrong)
    """The program was told to end by the signal of this ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class StandardInput:
    """Lines of standard input, without Python's buffer, so that waiting for one can end with the time."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._ended = False

    def read(self, seconds: float | None) -> str | None:
        """The next line without its end, None when there are no more; its first bytes if it is too long.

        Raises TimeoutError when ``seconds`` are over before it has come.
        """
        sys.stdout.flush()
        until = None if seconds is None else time.monotonic() + seconds
        while (end := self._waiting.find(b"\n")) < 0 and not self._ended:
            self._wait(until)
            try:
                read = os.read(0, 65536)
            except OSError:  # the terminal is gone
                read = b""
            self._ended = not read
            self._waiting += read
        if end < 0 and not self._waiting:
            return None
        line = self._waiting[: len(self._waiting) if end < 0 else end]
        del self._waiting[: len(line) + 1]
        return line[:LONGEST_LINE].decode(sys.stdin.encoding or "utf-8", "replace")

    @staticmethod
    def _wait(until: float | None) -> None:
        left = None if until is None else max(0.0, until - time.monotonic())
        if not select.select([0], [], [], left)[0]:
            raise TimeoutError


def standard_talk() -> Talk:
    """The conversation on standard input and output; at a terminal a “>” says that a line is awaited."""
    source = StandardInput()
    person = sys.stdin.isatty()

    def read(seconds: float | None) -> str | None:
        if not person:
            return source.read(seconds)
        _write("> ", end="")
        try:
            line = source.read(seconds)
        except TimeoutError:
            _write("")
            raise
        if line is None:
            _write("")  # what is said next begins on a line of its own
        return line

    return Talk(read, _write, person)


def _write(text: str, end: str = "\n") -> None:
    try:
        click.echo(visible(text) + end, nl=False)
    except OSError as error:
        if error.errno == errno.EIO:  # the terminal is gone
            raise Hangup(signal.SIGHUP) from None
        raise


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into Hangup, so that what is being done is left in order."""

    def end(number: int, _: FrameType | None) -> None:
        raise Hangup(number)

    signals = [signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.signal(number, end) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def say_nothing_more() -> None:
    """Let what is still written go nowhere: the terminal is gone."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
