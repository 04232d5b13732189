"""What every app of ours is: its colours, its keys, its palette, and how it ends."""

import os
from collections.abc import Iterable, Mapping

from textual.app import App, SystemCommand
from textual.screen import Screen

from quiz.ui.leaving import leave_on_signals
from quiz.ui.palette import palette_commands
from quiz.ui.themes import THEMES

INTERRUPTED = 130
"""The exit code of a program that Ctrl+C ended."""


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

    def action_help_quit(self) -> None:
        """Leave at Ctrl+C, as people expect of a terminal program; everything is saved already."""
        self.exit(return_code=INTERRUPTED)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette finds: what can be done on the screen now, the colours, and leaving."""
        return palette_commands(screen)
