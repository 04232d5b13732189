"""Waiting for a quiz that is made from an article, with what is done now; it can be ended."""

import time
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.ui.apart import Apart, Done, Failed, News, Stage
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

STAGES = 3


class MakingScreen(QuizScreen):
    """Begins the work and hands what came of it to ``done``, or the reason why not to ``failed``."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("leave", "escape,q", "esc", "cancel", "Stop making the quiz"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    class Told(Message):
        """The work tells something."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

    def __init__(
        self,
        title: str,
        begin: Callable[[], Apart],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._begin = begin
        self._done = done
        self._failed = failed
        self._apart: Apart | None = None
        self._stage = ""
        self._stages = 0
        self._began = time.monotonic()

    def compose(self) -> ComposeResult:
        """What is made, and how far it is."""
        yield TopLine()
        yield Static(id="making")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin once this is on screen."""
        self.query_one(TopLine).show(self._title, "making a quiz", "")
        self._show()
        self.refresh_keys()
        self.set_interval(0.5, self._show)
        self.call_after_refresh(self._start)

    def on_unmount(self) -> None:
        """Leave no work behind."""
        if self._apart is not None:
            self._apart.stop()

    def _start(self) -> None:
        apart = self._apart = self._begin()

        def listen() -> None:
            for news in apart.news():
                self.post_message(self.Told(news))

        self.run_worker(listen, thread=True)

    @on(Told)
    def _told(self, event: Told) -> None:
        if self not in self.app.screen_stack:  # it was ended meanwhile
            return
        while not isinstance(event.news, Stage) and self.app.screen is not self:
            self.app.pop_screen()  # the help lies over it
        match event.news:
            case Stage(stage):
                self._stage = stage
                self._stages += 1
                self._show()
            case Done(result):
                self.app.pop_screen()
                self._done(result)
            case Failed(sentence):
                self.app.pop_screen()
                self._failed(sentence)

    def _show(self) -> None:
        full = min(self._stages, STAGES)
        seconds = int(time.monotonic() - self._began)
        self.query_one("#making", Static).update(
            Content.assemble(
                ("Making a quiz from this article", "bold"),
                "\n\n",
                ("━" * 8 * full, "$accent"),
                ("─" * 8 * (STAGES - full), "$quiet"),
                f"  step {max(1, full)} of {STAGES}\n\n",
                one_line(self._stage) or "Beginning",
                (f" … {seconds} s" if seconds else " …", "$quiet"),
            )
        )
