"""The report of what was read in an article, as `quiz inspect` writes it, to scroll through."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.ui import text
from quiz.ui.apart import Apart, Done, Failed, News, Stage
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.scrolling import Scrolling
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine

NARROWEST = 30
"""Cells; below, the report's tables have no shape."""

READ = ("read",)


class InspectScreen(Scrolling, QuizScreen):
    """Waits for the report and shows it; leaving ends what is still being read."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("scroll(1)", "down,j", "↑↓", "read on", "Read on", READ),
        Command("scroll(-1)", "up,k", "", "", "Go back up", READ),
        Command("page(1)", "space,pagedown", "space", "page", "Read on by a page", READ),
        Command("page(-1)", "pageup,minus", "", "", "Go back up by a page", READ),
        Command("page(-1000)", "home", "", "", "Go to the beginning", READ),
        Command("page(1000)", "end", "", "", "Go to the end", READ),
        Command("leave", "q,escape", "q", "back", "Back to the library"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    class Told(Message):
        """The work tells something."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

    class Written(Message):
        """The report is there, at some width."""

        def __init__(self, report: str) -> None:
            super().__init__()
            self.report = report

    def __init__(self, title: str, begin: Callable[[], Apart], failed: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._begin = begin
        self._failed = failed
        self._apart: Apart | None = None
        self._ready = False
        self._lines: list[str] = []

    @property
    def state(self) -> str:
        """“read” once there is a report."""
        return "read" if self._lines else "reading"

    def compose(self) -> ComposeResult:
        """The report, and what is going on before there is one."""
        yield TopLine()
        yield Static(id="making")
        yield LineList(id="report")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin once this is on screen."""
        self.query_one(TopLine).show(self._title, "what was read", "")
        self.query_one("#making", Static).update(Content("Reading the article …"))
        self.refresh_keys()
        self.call_after_refresh(self._start)

    def on_unmount(self) -> None:
        """Leave no work behind."""
        if self._apart is not None:
            self._apart.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Have the report written anew for another width."""
        super().on_resize(event)
        if self._ready:
            self._write()

    def _start(self) -> None:
        apart = self._apart = self._begin()

        def listen() -> None:
            for news in apart.news():
                self.post_message(self.Told(news))

        self.run_worker(listen, thread=True)

    @on(Told)
    def _told(self, event: Told) -> None:
        match event.news:
            case Stage(stage):
                self.query_one("#making", Static).update(text.line(f"{stage} …"))
            case Done():
                self._ready = True
                self._write()
            case Failed(sentence) if self in self.app.screen_stack:
                while self.app.screen is not self:
                    self.app.pop_screen()
                self.app.pop_screen()
                self._failed(sentence)

    def _write(self) -> None:
        apart, width = self._apart, max(NARROWEST, self.app.size.width - 5)
        if apart is None:
            return

        def ask() -> None:
            try:
                self.post_message(self.Written(apart.ask(width)))
            except QuizError as error:
                self.post_message(self.Told(Failed(str(error))))

        self.run_worker(ask, thread=True, exclusive=True, group="writing")

    @on(Written)
    def _written(self, event: Written) -> None:
        self._lines = event.report.splitlines()
        self.query_one("#making", Static).display = False
        self.query_one(LineList).show(len(self._lines), lambda place, cells: text.block(self._lines[place]))
        self.refresh_keys()
