"""Leaving in good order when the system asks: the terminal is restored, and every answer is in the store."""

import asyncio
import contextlib
import os
import signal
import threading
from functools import partial
from typing import Any

from textual.app import App

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")

PATIENCE = 2.0
"""Seconds after which the program ends although its terminal, gone perhaps, takes no farewell."""


def leave_on_signals(app: App[Any]) -> None:
    """Let the app end itself at a signal, with the exit code of a program that the signal ended."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):  # not the main thread
                loop.add_signal_handler(number, partial(_leave, app, 128 + number))


def _leave(app: App[Any], code: int) -> None:
    last_resort = threading.Timer(PATIENCE, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    app.exit(return_code=code)
