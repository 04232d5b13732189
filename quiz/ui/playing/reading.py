"""Reading on the play screen: turning to the text, paging, the evidence, the reasons, copying."""

from quiz.play.recorded import RecordedSession
from quiz.ui.clipboard import copy
from quiz.ui.playing.answering import Answering
from quiz.ui.widgets.article_view import ArticleView
from quiz.ui.widgets.feedback import as_text, few
from quiz.ui.widgets.question_view import QuestionView


class Reading(Answering):
    """The part of the play screen that shows more of what is there."""

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__(recorded)
        self.article_shown = False
        self.everything: bool | None = None

    @property
    def article_open(self) -> bool:
        """Whether the article may be seen now."""
        if self.recorded.article is None:
            return False
        return not (self.recorded.rules.closed_book and self.asking)

    @property
    def may_read(self) -> bool:
        """Whether words may be looked for in the article now."""
        return self.article_open

    def bring_article(self) -> None:
        """Bring the article into view where the question stands over it."""
        if not self.wide:
            self.turn_to_article(True)

    def finding_changed(self) -> None:
        """Give the keys to the line below the article, or back."""
        self.settle()

    def explain(self) -> None:
        """Show the explanation; the screen does."""
        raise NotImplementedError

    def evidence_spans(self) -> list[tuple[int, int]]:
        """Where the evidence of the question on screen stands in the raw text."""
        return [(piece.start, piece.end) for piece in self.recorded.evidence(self.item) if piece.end]

    def show_evidence(self) -> None:
        """Light the evidence up and scroll to it."""
        spans = self.evidence_spans()
        view = self.query_one(ArticleView)
        view.mark(spans)
        if spans:
            view.go_to(spans[0][0])

    @property
    def read(self) -> ArticleView | QuestionView:
        """What is being read: the article wherever it is in view."""
        if self.covered or (self.wide and self.article_open):
            return self.query_one(ArticleView)
        return self.query_one(QuestionView)

    def action_flip(self) -> None:
        """Turn to the other pane where only one fits; beside the text, to and from the line."""
        if self.wide or not self.article_open:
            self.typing = self.state != "typing"
            self.settle()
        else:
            self.turn_to_article(not self.article_shown)

    def action_evidence(self) -> None:
        """Show where the evidence stands."""
        if not self.wide:
            self.turn_to_article(True)
        self.call_after_refresh(self.show_evidence)

    def action_reasons(self) -> None:
        """Show every reason, or only those for what was chosen."""
        self.everything = not (few(self.item) if self.everything is None else self.everything)
        self.explain()
        self.refresh_keys()

    def action_page(self, direction: int) -> None:
        """Page through whatever is being read."""
        view = self.read
        if isinstance(view, ArticleView):
            view.page(direction)
        else:
            view.scroll_relative(y=direction * max(1, view.size.height - 2), animate=False)

    def action_scroll(self, direction: int) -> None:
        """Scroll the explanation, or the text where it stands over it."""
        view = self.query_one(ArticleView) if self.covered else self.query_one(QuestionView)
        view.scroll_relative(y=direction, animate=False)

    def action_copy(self) -> None:
        """Hand the question to the clipboard; whether it arrives only the terminal knows."""
        answer = self.session.answers.get(self.position)
        evidence = self.recorded.evidence(self.item)
        question = as_text(self.item, answer, evidence, explained=not self.asking)
        self.say(copy(self.app, question, "The question"))
