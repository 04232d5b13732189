"""The time a session takes in lines: what was used, what is left, and how long each question took."""

import contextlib
from collections.abc import Callable

from quiz.play.recorded import RecordedSession
from quiz.scores.store import StoreError


class Clock:
    """Counts the seconds between lines and writes them down.

    ``now`` gives seconds from any beginning.
    """

    def __init__(self, recorded: RecordedSession, now: Callable[[], float]) -> None:
        self._recorded = recorded
        self._now = now
        self._last = now()
        self._unwritten = 0.0
        self._taken = {place: answer.seconds for place, answer in recorded.session.answers.items()}

    @property
    def remaining(self) -> float | None:
        """Seconds left of an exam with a limit, as of the last tick; None without a limit."""
        remaining = self._recorded.remaining
        return None if remaining is None else max(0.0, remaining - self._unwritten)

    def taken(self, position: int) -> float:
        """Seconds a question was in front of the player."""
        return self._taken.get(position, 0.0)

    def tick(self, position: int | None) -> None:
        """Count the time since the last tick, also for a question if one was waiting."""
        now = self._now()
        passed, self._last = max(0.0, now - self._last), now
        self._unwritten += passed
        if position is not None:
            self._taken[position] = self.taken(position) + passed
        if self._recorded.rules.limit is not None:  # whoever is cut off has no more time than anybody else
            self.write_down()

    def write_down(self) -> None:
        """Give the store what it does not know of yet; what cannot be saved now is saved with the next."""
        spent, self._unwritten = self._unwritten, 0.0
        with contextlib.suppress(StoreError):
            self._recorded.spend(spent)

    def leave_out(self) -> None:
        """Forget the time since the last tick: it was a pause."""
        self._last = self._now()
