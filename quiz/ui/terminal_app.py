"""What every app of ours is: its colours, its keys, its palette, and how it ends."""

import os
import time
from collections.abc import Iterable, Mapping
from typing import Any

from textual import events
from textual.app import App, SystemCommand
from textual.notifications import Notification
from textual.screen import Screen

from quiz.ui.leaving import leave_on_signals
from quiz.ui.palette import palette_commands
from quiz.ui.themes import THEMES

INTERRUPTED = 130
"""The exit code of a program that Ctrl+C ended."""

LONG_ENOUGH = 1.0
"""Seconds after which a notice counts as read when a key is pressed."""


class TerminalApp(App[None]):
    """Takes the user's settings; which screens there are is for others to say."""

    TITLE = "quiz"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self, *, theme: str = "quiz-dark", keymap: Mapping[str, str] | None = None, motion: bool = True
    ) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        for known in THEMES:
            self.register_theme(known)
        self.theme = "quiz-ansi" if colourless else theme
        self.keymap = dict(keymap or {})
        self.set_keymap(self.keymap)
        if not motion:
            self.animation_level = "none"

    def on_mount(self) -> None:
        """End in good order when the system asks."""
        leave_on_signals(self)

    async def on_event(self, event: events.Event) -> None:
        """Let the next key take away the notices that were there to be read: they lie over the question."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            notices = list(self._notifications)
            if notices and all(one.severity != "error" and _read(one) for one in notices):
                self.clear_notifications()
        await super().on_event(event)

    def notify(self, message: str, **how: Any) -> None:
        """Show one notice at a time, the newest, so that the text stays readable; an error has its time."""
        if all(notice.severity != "error" for notice in self._notifications):
            self.clear_notifications()
        how.pop("markup", None)  # no text of ours is markup, whoever says it
        super().notify(message, markup=False, **how)

    def action_help_quit(self) -> None:
        """Leave at Ctrl+C, as people expect of a terminal program; everything is saved already."""
        self.exit(return_code=INTERRUPTED)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette finds: what can be done on the screen now, the colours, and leaving."""
        return palette_commands(screen)


def _read(notice: Notification) -> bool:
    return time.time() - notice.raised_at >= LONG_ENOUGH
