"""The time a session takes: how long each question was looked at, pauses not counted."""

import time
from collections import Counter
from collections.abc import Callable

WARNINGS = (300, 60)
"""Seconds left at which a player is told."""


class PlayClock:
    """Counts seconds for the question on screen and for the session; it can be stopped."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._since = now()
        self._running = True
        self._question: int | None = None
        self._seconds: Counter[int] = Counter()
        self._unsaved = 0.0

    def _settle(self) -> None:
        now = self._now()
        if self._running:
            passed = max(0.0, now - self._since)
            self._unsaved += passed
            if self._question is not None:
                self._seconds[self._question] += passed  # type: ignore[assignment]
        self._since = now

    def turn_to(self, question: int | None) -> None:
        """Count for this question from now on, or for none."""
        self._settle()
        self._question = question

    def stop(self) -> None:
        """Count nothing until `go`."""
        self._settle()
        self._running = False

    def go(self) -> None:
        """Count again."""
        self._settle()
        self._running = True

    def seconds(self, question: int) -> float:
        """How long a question was looked at."""
        self._settle()
        return float(self._seconds[question])

    @property
    def unsaved(self) -> float:
        """Seconds that `take` has not handed out yet."""
        self._settle()
        return self._unsaved

    def take(self) -> float:
        """The unsaved seconds, which are saved from here on."""
        seconds, self._unsaved = self.unsaved, 0.0
        return seconds


def warning(before: float, now: float) -> str:
    """What to say when the time left went from ``before`` to ``now`` seconds; mostly nothing."""
    for seconds in sorted(WARNINGS):
        if before > seconds >= now > 0:
            minutes = seconds // 60
            return f"{minutes} minutes left." if minutes > 1 else "One minute left."
    return ""


def left(seconds: float) -> str:
    """Time left, as “12:05 left”; the last second counts until it is over."""
    whole = int(-(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02} left"
