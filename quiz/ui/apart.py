"""Long work in a process of its own: the screen stays quick, and whoever will not wait ends it at once."""

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from quiz.errors import QuizError

LOST = "The reading ended before it was done; the machine may be short of memory."


@dataclass(frozen=True, slots=True)
class Stage:
    """What is done now, in a few words."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The work is done; ``result`` is what it made, None if it waits to be asked."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The work cannot be done; ``sentence`` says why."""

    sentence: str


News = Stage | Done | Failed


class Apart:
    """A piece of work elsewhere.

    ``work`` takes ``arguments`` and, as its last, a function that hears what is done next; it must be a
    function of a module. Where it returns a function, that stays there and can be asked with `ask`.
    """

    def __init__(self, work: Callable[..., Any], *arguments: Any) -> None:
        """Begin."""
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, work, arguments), daemon=True)
        # An app's standard error is no file; a process that starts looks for the one it had.
        with contextlib.redirect_stderr(sys.__stderr__):
            self._process.start()
        theirs.close()

    def news(self) -> Iterator[News]:
        """Wait for what it tells, to the end: Done or Failed, or nothing more once it was stopped."""
        while True:
            try:
                told: News = self._connection.recv()
            except (EOFError, OSError):
                told = Failed(LOST)
            yield told
            if not isinstance(told, Stage):
                return

    def ask(self, question: Any) -> Any:
        """What the function that the work returned says. Raises QuizError if it is gone."""
        try:
            self._connection.send(question)
            return self._connection.recv()
        except (EOFError, OSError):
            raise QuizError(LOST) from None

    def stop(self) -> None:
        """End it, wherever it is."""
        self._process.kill()
        self._process.join(1)


def _work(connection: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Work, in the other process; whatever libraries write must not reach the screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        result = work(*arguments, lambda stage: connection.send(Stage(stage)))
    except QuizError as error:
        connection.send(Failed(" ".join(error.lines())))
        return
    except OSError:  # whoever waited has gone
        return
    if not callable(result):
        connection.send(Done(result))
        return
    connection.send(Done(None))
    try:
        while True:
            connection.send(result(connection.recv()))
    except (EOFError, OSError):
        return
