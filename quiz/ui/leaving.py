"""Leaving in good order when the system asks: the terminal is restored, and every answer is in the store."""

import asyncio
import contextlib
import signal
from functools import partial
from typing import Any

from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def leave_on_signals(app: App[Any]) -> None:
    """Let the app end itself at a signal, with the exit code of a program that the signal ended."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):  # not the main thread
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
