"""Has banks made from articles, here or by several processes at once: text in, text out, nothing on disk."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from types import TracebackType

from quiz.article import Article
from quiz.bank.model import Bank, Choice
from quiz.bank.rendering import render_bank
from quiz.errors import QuizError
from quiz.generate import report
from quiz.generate.build import bank_of, generate, questions_left_out

AHEAD = 4
"""Articles a process may be given beyond the one that is waited for: enough that none stands idle."""


class WorkerError(QuizError):
    """A process that made banks was ended from outside."""


@dataclass(frozen=True, slots=True)
class Order:
    """An article and all that decides its bank; ``file`` is how the bank refers to the article."""

    article: Article
    identifier: str
    file: str
    seed: int
    count: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The text of a bank, None if nothing can be asked, and the account of what was made and left alone.

    ``questions`` is the same bank as data, with what could have been asked beside it.
    """

    bank: str | None
    account: str
    questions: Bank | None = None
    left_out: tuple[Choice, ...] = ()


def make(order: Order) -> Made:
    """Read an article and make its bank."""
    draft = generate(order.article, seed=order.seed, count=order.count, only=order.kinds)
    account = report.account(draft)
    if not draft.questions:
        return Made(None, account)
    bank = bank_of(draft, identifier=order.identifier, file=order.file)
    return Made(render_bank(bank), account, bank, questions_left_out(draft))


class Workshop:
    """Where banks are made: in this process for one job, else in as many processes as there are jobs.

    Each process loads the parser once. Leaving the workshop by an error ends them where they are.
    """

    def __init__(self, jobs: int) -> None:
        """Take the number of jobs, at least 1; processes start when there is something to do."""
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self.ahead = 1 if jobs == 1 else jobs * AHEAD

    def __enter__(self) -> "Workshop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        if kind is not None:
            for process in multiprocessing.active_children():
                process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def start(self, order: Order) -> Callable[[], Made]:
        """Have a bank made; calling the answer waits for it. That raises WorkerError if its process died."""
        if self._jobs == 1:
            return partial(make, order)
        with interrupts_held():  # a process that starts inherits this, and leaves Ctrl+C to us
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)
            try:
                future = self._pool.submit(make, order)
            except BrokenProcessPool:
                raise _lost() from None
        return partial(_wait, future.result)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl+C back for a moment in which nothing may be left half done."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _wait(result: Callable[[], Made]) -> Made:
    try:
        return result()
    except BrokenProcessPool:
        raise _lost() from None


def _lost() -> WorkerError:
    return WorkerError("a process that made banks was ended from outside; fewer --jobs need less memory.")


def _begin() -> None:
    """Begin a process of a workshop: Ctrl+C is not for it, and it does not outlive whoever started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(joined: Callable[[], None]) -> None:
    joined()
    os._exit(1)
