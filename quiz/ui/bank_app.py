"""The app of one bank, without the library: the preview of it, or the desk for its drafts."""

from collections.abc import Callable, Mapping

from quiz.ui.screens.base import QuizScreen
from quiz.ui.terminal_app import TerminalApp


class BankApp(TerminalApp):
    """Shows the screen that ``first`` makes; leaving it ends the program."""

    def __init__(
        self,
        first: Callable[[], QuizScreen],
        *,
        theme: str = "quiz-dark",
        keymap: Mapping[str, str] | None = None,
        motion: bool = True,
    ) -> None:
        super().__init__(theme=theme, keymap=keymap, motion=motion)
        self._first = first

    def on_mount(self) -> None:
        """Open the one screen."""
        super().on_mount()
        self.push_screen(self._first(), lambda _: self.exit())
