"""A bank as its players will see it, one question at a time, with what the linter finds in it."""

from collections.abc import Collection, Sequence
from pathlib import Path
from zlib import crc32

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.model import Question
from quiz.play.asked import Asked, draw
from quiz.play.entries import entry_for
from quiz.play.recorded import evidence_in
from quiz.play.sample_answers import Sort, sample_answer
from quiz.ui import text
from quiz.ui.commands import Command
from quiz.ui.proofs.findings import Findings, ended
from quiz.ui.proofs.following import Following
from quiz.ui.screens.base import too_small
from quiz.ui.widgets.answer_line import AnswerLine
from quiz.ui.widgets.article_pane import ArticlePane
from quiz.ui.widgets.article_view import ArticleView
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.question_view import Around, QuestionView
from quiz.ui.widgets.top_line import TopLine

VIEWS: Sequence[Sort | None] = (None, "right", "wrong")
VIEW_NAMES = {None: "not answered", "right": "answered right", "wrong": "answered wrong"}


class Proofing(Following):
    """Shows one question of a bank; the screens say which there are and what can be done with them."""

    AUTO_FOCUS = ""

    def __init__(self, path: Path, codes: Collection[str]) -> None:
        super().__init__(path, codes)
        self.view: Sort | None = None
        self.pane = "question"
        self._lit: object = None
        self._told: object = None

    # How it stands ---------------------------------------------------------------------------

    @property
    def state(self) -> str:
        """“proof” once there is a question to look at."""
        return "proof" if self.bank is not None else "nothing"

    @property
    def question(self) -> Question | None:
        """The question on screen."""
        return self.bank.questions[self.index] if self.bank is not None else None

    @property
    def places(self) -> Sequence[int]:
        """The questions to turn to, as their places in the bank."""
        return range(len(self.bank.questions)) if self.bank is not None else ()

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything that was found."""
        return (self.proof.diagnostics or ()) if self.proof is not None else ()

    def commands_now(self) -> list[Command]:
        """Without what has nothing to act on."""
        useless = set()
        if not self.found:
            useless |= {"finding", "go"}
        elif self.query_one(Findings).marked is None:
            useless.add("go")
        if len(self.places) < 2:
            useless.add("turn")
        if len(self._panes) < 2:
            useless.add("pane")
        return [command for command in super().commands_now() if command.name not in useless]

    @property
    def _panes(self) -> list[str]:
        panes = ["question"]
        if not self.wide and self.article is not None:
            panes.append("article")
        if self._low:
            panes.append("findings")
        return panes

    @property
    def _low(self) -> bool:
        """Whether question and findings take turns."""
        return self.app.size.height < 20 or self.app.size.width < 60

    @property
    def article(self) -> object:
        """The article of the view, if there is one."""
        return self.good.article if self.good is not None else None

    def compose(self) -> ComposeResult:
        """The article beside the question, and below this what was found."""
        yield TopLine()
        yield Static(id="wrong", markup=False)
        with Horizontal(id="panes"):
            yield ArticlePane(None)
            with Vertical(id="proof"):
                yield QuestionView(id="question")
                yield Findings()
        yield too_small()
        yield KeyLine()

    def on_resize(self, event: events.Resize) -> None:
        """Rearrange the panes."""
        super().on_resize(event)
        if self.pane not in self._panes:
            self.pane = "question"
        self.show()

    # What is shown -----------------------------------------------------------------------------

    def taken(self) -> None:
        """Show what is in the file now."""
        self.show()

    def article_taken(self) -> None:
        """Show another article from its beginning."""
        if self.good is not None and self.bank is not None:
            outlet = self.bank.article.outlet if self.bank.article else None
            self.query_one(ArticlePane).show(self.good.article, outlet)

    def show(self) -> None:
        """Paint everything as it stands."""
        question = self.question
        self._banner()
        self._stand()
        self.set_class(self.article is None, "-no-article")
        self.set_class(self.pane == "article", "-article")
        self.set_class(self._low and self.pane == "question", "-no-findings")
        self.set_class(self.pane == "findings", "-findings-alone")
        if question is not None:
            other = question.id != self.shown_id
            self.shown_id = question.id
            self._show_question(question)
            if other:
                self.query_one(QuestionView).scroll_home(animate=False)
        self._show_findings()
        self.refresh_keys()

    def _show_question(self, question: Question) -> None:
        (asked,) = draw([question], seed=crc32(question.id.encode()))
        evidence = evidence_in(question, self.good.article if self.good else None)
        view = self.query_one(QuestionView)
        around = Around(self.note(question))
        if self.view is None:
            view.ask(entry_for(asked), around)
            view.query_one(AnswerLine).disabled = True  # nothing is answered here
        else:
            quoted = () if self.wide and self.article is not None else evidence
            self._explain(view, asked, quoted, around)
        spans = [(piece.start, piece.end) for piece in evidence if piece.end]
        article = self.query_one(ArticleView)
        article.mark(spans)
        if spans and (question.id, spans) != self._lit:  # whoever reads on is left in peace
            article.go_to(spans[0][0])
        self._lit = (question.id, spans)

    def _explain(self, view: QuestionView, asked: Asked, evidence: Sequence[object], around: Around) -> None:
        assert self.view is not None
        answer = sample_answer(asked, self.view)
        view.explain(asked, answer, evidence, around, everything=True)  # type: ignore[arg-type]

    def note(self, question: Question) -> str:
        """What stands above the question."""
        parts = [question.status, question.kind, question.type, VIEW_NAMES[self.view]]
        if question.reason:
            parts[0] = f"{question.status} ({question.reason})"
        return " · ".join(parts)

    def about(self, question: Question) -> str:
        """What else there is to say of a question, below the findings."""
        return ""

    def standing(self) -> Sequence[str]:
        """What stands at the right of the top line, the longest first."""
        if self.bank is None:
            return ("",)
        return (
            f"question {self.index + 1} of {len(self.bank.questions)}",
            f"{self.index + 1}/{len(self.bank.questions)}",
        )

    def _stand(self) -> None:
        title = self.bank.title if self.bank is not None else self.path.name
        self.query_one(TopLine).show(title, *self.standing())

    def _banner(self) -> None:
        """Say what is wrong with the file as it is now; what is shown is then the last good one."""
        banner = self.query_one("#wrong", Static)
        problems = self.proof.problems if self.proof is not None else ()
        banner.display = bool(problems)
        if problems:
            first, more = problems[0], len(problems) - 1
            place = f"{self.path.name}:{first.line}:{first.column}: {first.message}"
            rest = f" (and {more} more)" if more else ""
            help_text = f"; {first.help}" if first.help else ""
            kept = " Below is the bank as it was." if self.bank is not None else ""
            said = f"✗ {place}{help_text}{rest}"
            banner.update(text.line(f"{ended(said)}{kept}", "bold $error"))

    def _show_findings(self) -> None:
        known = self.proof is not None and self.proof.diagnostics is not None
        here = [place for place, one in enumerate(self.found) if self._place_of(one) == self.index]
        question = self.question
        about = self.about(question) if question is not None else ""
        anew = (self.found, self.index) != self._told
        self._told = (self.found, self.index)
        self.query_one(Findings).show(self.found if known else None, here, about, anew=anew)

    def _place_of(self, diagnostic: Diagnostic) -> int | None:
        return self.proof.question_at(diagnostic) if self.proof is not None else None

    # What keys do ------------------------------------------------------------------------------

    def turn_to(self, index: int) -> None:
        """Show another question, by its place in the bank."""
        if self.bank is not None:
            self.index = max(0, min(index, len(self.bank.questions) - 1))
            if self.pane == "findings":
                self.pane = "question"
            self.show()

    def action_turn(self, step: int) -> None:
        """Show the next question, or the one before, round the ends."""
        places = list(self.places)
        if not places:
            return
        after = [place for place in places if place > self.index]
        before = [place for place in places if place < self.index]
        if step > 0:
            self.turn_to(after[0] if after else places[0])
        else:
            self.turn_to(before[-1] if before else places[-1])

    def action_answers(self) -> None:
        """Show the question in its next state."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.show()
        self.query_one(QuestionView).scroll_home(animate=False)

    def action_finding(self, step: int) -> None:
        """Mark another finding."""
        self.query_one(Findings).move(step)
        self.refresh_keys()

    @on(Findings.Chosen)
    def action_go(self) -> None:
        """Show the question of the marked finding."""
        marked = self.query_one(Findings).marked
        place = self._place_of(marked) if marked is not None else None
        if place is None:
            self.notify("This finding is about the whole bank.", markup=False, timeout=3)
            return
        wanted = self.found.index(marked) if marked is not None else 0
        self.turn_to(place)
        self.query_one(Findings).mark(wanted)
        self.refresh_keys()

    def action_pane(self) -> None:
        """Turn to the next of what does not fit beside each other."""
        panes = self._panes
        self.pane = panes[(panes.index(self.pane) + 1) % len(panes)]
        self.show()

    def action_page(self, direction: int) -> None:
        """Page through what is read."""
        view = self.query_one(QuestionView)
        if self.pane == "article":
            self.query_one(ArticleView).page(direction)
        elif self.pane == "findings":
            self.action_finding(direction * self.query_one(Findings).page)
        elif view.max_scroll_y > 0 or not self.wide:
            view.scroll_relative(y=direction * max(1, view.size.height - 2), animate=False)
        else:
            self.query_one(ArticleView).page(direction)

    def action_leave(self) -> None:
        """Leave; there is nothing that was not saved."""
        self.dismiss()
