"""Playing: the article at the left, the question at the right; on small terminals one of the two."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.play.recorded import RecordedSession
from quiz.ui.commands import Command, bindings
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.article_view import ArticleView
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.option_row import OptionRow
from quiz.ui.widgets.question_view import QuestionView
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

ASKING, ANSWERED = ("asking",), ("answered",)
MOST_DOTS = 20


class PlayScreen(QuizScreen):
    """Runs one session; the next question takes the place of the last."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command(
            "choose(0)", "1,a", "1–6", "choose", "Point at an option by its number, or by its letter", ASKING
        ),
        *(Command(f"choose({n})", f"{n + 1},{'abcdef'[n]}", "", "", "", ASKING) for n in range(1, 6)),
        Command("submit", "enter", "enter", "answer", "Answer with the option pointed at", ASKING),
        Command("next", "enter", "enter", "next", "Go on to the next question", ANSWERED),
        Command("point(-1)", "up,k", "", "", "Point at the option above", ASKING),
        Command("point(1)", "down,j", "", "", "Point at the option below", ASKING),
        Command("flip", "tab", "tab", "text", "Turn to the text, and back"),
        Command("evidence", "e", "e", "evidence", "Go to the evidence in the text", ANSWERED),
        Command("page(1)", "space,pagedown", "space", "page", "Read on"),
        Command("page(-1)", "pageup,minus", "", "", "Page back"),
        Command("leave", "q", "q", "leave (kept)", "Leave; every answer is kept"),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__()
        self.recorded = recorded
        self.session = recorded.session
        self._current = 0
        self._asked_at = time.monotonic()
        self._article_shown = False

    @property
    def state(self) -> str:
        """“asking”, “answered” or “finished”."""
        return self.session.state

    def commands_now(self) -> list[Command]:
        """Without what has no effect here, and with as many options as there are."""
        useless = set()
        if self.wide or self.recorded.article is None:
            useless.add("flip")
        if self.state == "answered" and not self._evidence_spans():
            useless.add("evidence")
        if self._read.max_scroll_y == 0:
            useless.add("page")
        last = len(self.session.current.options) if self.state == "asking" else 0
        said = {"choose(0)": (f"1–{last}", "choose")}
        if self._article_shown:
            said["flip"] = ("tab", "back")
        if self._covered:
            said["submit"] = ("enter", "question")
        commands = [command for command in super().commands_now() if command.name not in useless]
        for place, command in enumerate(commands):
            shown, label = said.get(command.action, (command.shown, command.label))
            commands[place] = replace(command, shown=shown, label=label)
        return commands

    def refresh_keys(self) -> None:
        """Once now and once the panes have their new sizes: whether there is anything to page shows then."""
        super().refresh_keys()
        self.call_after_refresh(super().refresh_keys)

    def compose(self) -> ComposeResult:
        """Article and question, side by side or one over the other."""
        yield TopLine()
        with Horizontal(id="panes"):
            with Container(id="article-pane"):
                yield ArticleView(self.recorded.article)
            yield QuestionView(id="question")
        yield Static("This terminal is too small: 36 columns and 9 rows are needed.", id="too-small")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first question."""
        self.set_class(self.recorded.article is None, "-no-article")
        self._ask()

    def on_resize(self, event: events.Resize) -> None:
        """Rearrange the panes; what was pointed at and where the text was stays."""
        super().on_resize(event)
        self._arrange()
        self.refresh_keys()
        if self.state == "answered":
            self._explain()

    # What keys do --------------------------------------------------------------------------

    def action_choose(self, index: int) -> None:
        """Point at an option by its number or letter."""
        if index < len(self.session.current.options):
            self._point(index)

    def action_point(self, step: int) -> None:
        """Point at the next or the previous option, round the ends; scroll the text where it is over them."""
        if self._covered:
            self.query_one(ArticleView).scroll_relative(y=step, animate=False)
            return
        self._point((self._current + step) % len(self.session.current.options))

    def action_submit(self) -> None:
        """Answer; nothing is shown before the answer is safe on disk.

        A question that is out of sight is turned to instead: nobody answers blind.
        """
        if self._covered:
            self._turn_to_article(False)
            return
        try:
            self.recorded.answer(self.session.current.parts[self._current], time.monotonic() - self._asked_at)
        except QuizError as error:
            self.notify(
                one_line(f"{error} Your answer is not saved; enter tries again."),
                severity="error",
                markup=False,
                timeout=10,
            )
            return
        self._turn_to_article(False)
        self._explain()
        self._show_evidence()
        self.refresh_keys()

    def action_next(self) -> None:
        """Go on, or to the result after the last question."""
        try:
            self.recorded.advance()
        except QuizError as error:
            self.notify(
                one_line(f"{error} The session is not finished yet; enter tries again."),
                severity="error",
                markup=False,
                timeout=10,
            )
            return
        if self.session.state == "finished":
            from quiz.ui.screens.result import ResultScreen

            self.app.switch_screen(ResultScreen(self.recorded))
            return
        self._turn_to_article(False)
        self._ask()

    def action_flip(self) -> None:
        """Turn to the other pane where only one fits."""
        self._turn_to_article(not self._article_shown)

    def action_evidence(self) -> None:
        """Show where the evidence stands."""
        if not self.wide:
            self._turn_to_article(True)
        self.call_after_refresh(self._show_evidence)

    def action_page(self, direction: int) -> None:
        """Page through whatever is being read."""
        view = self._read
        if isinstance(view, ArticleView):
            view.page(direction)
        else:
            view.scroll_relative(y=direction * max(1, view.size.height - 2), animate=False)

    def action_leave(self) -> None:
        """Go home; the session can be continued."""
        self.app.pop_screen()

    @on(OptionRow.Clicked)
    def _clicked(self, event: OptionRow.Clicked) -> None:
        if self.state == "asking":
            self._point(event.index)

    # What is shown -----------------------------------------------------------------------------

    def _ask(self) -> None:
        self._current = 0
        self._asked_at = time.monotonic()
        self.query_one(QuestionView).ask(self.session.current, self._current)
        self.query_one(ArticleView).mark(())
        self._stand()
        self.refresh_keys()

    def _point(self, index: int) -> None:
        self._current = index
        if self._article_shown and not self.wide:
            self._turn_to_article(False)
        self.query_one(QuestionView).point(self.session.current, index)

    def _explain(self) -> None:
        item = self.session.current
        answer = self.session.answers[self.session.position]
        evidence = self.recorded.evidence(item)
        quote = not self.wide or self.recorded.article is None
        self.query_one(QuestionView).explain(item, answer, evidence, quote=quote)
        self._stand()

    def _show_evidence(self) -> None:
        spans = self._evidence_spans()
        view = self.query_one(ArticleView)
        view.mark(spans)
        if spans:
            view.go_to(spans[0][0])

    def _evidence_spans(self) -> list[tuple[int, int]]:
        evidence = self.recorded.evidence(self.session.current)
        return [(piece.start, piece.end) for piece in evidence if piece.end]

    @property
    def _read(self) -> ArticleView | QuestionView:
        """What is being read: the article wherever it is in view."""
        if self._article_shown or (self.wide and self.recorded.article is not None):
            return self.query_one(ArticleView)
        return self.query_one(QuestionView)

    def _stand(self) -> None:
        session = self.session
        total, place = len(session.asked), session.position + 1
        right = session.correct
        wrong = len(session.answers) - right
        count = f"{place} of {total}"
        marks = f"✓ {right}   ✗ {wrong}"
        skill = session.current.question.skill.capitalize()
        dots = (
            "".join("●" if index in session.answers else "○" for index in range(total))
            if total <= MOST_DOTS
            else ""
        )
        self.query_one(TopLine).show(
            self.recorded.title,
            *([f"{count}   {dots}   {marks}   {skill}"] if dots else []),
            f"{count}   {marks}   {skill}",
            f"{count}   {marks}",
            f"{place}/{total}",
        )

    @property
    def _covered(self) -> bool:
        """Whether the article stands over the question."""
        return self._article_shown and not self.wide

    def _turn_to_article(self, shown: bool) -> None:
        self._article_shown = shown
        self._arrange()
        self.refresh_keys()

    def _arrange(self) -> None:
        self.set_class(self._article_shown, "-article")
