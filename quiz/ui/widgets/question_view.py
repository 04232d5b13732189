"""The question beside the article: prompt, options, and after the answer what there is to learn."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.bank.kinds import KINDS
from quiz.play.asked import Asked
from quiz.play.recorded import Evidence
from quiz.play.session import Answer
from quiz.ui import text
from quiz.ui.widgets.option_row import OptionRow, Verdict

MOST_OPTIONS = 6


class QuestionView(VerticalScroll):
    """Shows one question in place of the last; it never builds new widgets."""

    can_focus = False
    DEFAULT_CSS = """
    QuestionView { padding: 0 2; scrollbar-size-vertical: 1; }
    QuestionView > #prompt { margin-bottom: 1; }
    QuestionView > #feedback { margin-top: 1; }
    .-tiny QuestionView { padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Make the parts once."""
        yield Static(id="prompt")
        for index in range(MOST_OPTIONS):
            yield OptionRow(index)
        yield Static(id="feedback")

    def ask(self, item: Asked, current: int) -> None:
        """Show a question that waits for its answer, pointing at one option."""
        self.query_one("#prompt", Static).update(text.block(item.question.prompt))
        self.query_one("#feedback", Static).update("")
        self._rows(item, current, None)
        self.scroll_home(animate=False)

    def point(self, item: Asked, current: int) -> None:
        """Point at another option."""
        self._rows(item, current, None)
        self.query(OptionRow)[current].scroll_visible(animate=False)

    def explain(self, item: Asked, answer: Answer, evidence: tuple[Evidence, ...], *, quote: bool) -> None:
        """Show what the answer was worth and why; ``quote`` repeats evidence that is out of sight."""
        self._rows(item, -1, answer)
        self.query_one("#feedback", Static).update(_feedback(item, evidence if quote else ()))
        self.scroll_home(animate=False)

    def _rows(self, item: Asked, current: int, answer: Answer | None) -> None:
        for row in self.query(OptionRow):
            row.display = row.index < len(item.options)
            if not row.display:
                continue
            option = item.options[row.index]
            verdict: Verdict = ""
            if answer is not None and option.text == answer.response:
                verdict = "right" if answer.correct else "yours"
            elif answer is not None and option.correct:
                verdict = "key"
            row.show(option.text, verdict, current=row.index == current)


def _feedback(item: Asked, evidence: tuple[Evidence, ...]) -> Content:
    parts: list[Content] = []
    for piece in evidence:
        place = f"{piece.place[0].upper()}{piece.place[1:]}:"
        parts.append(Content.assemble(text.line(place, "$quiet"), " ", text.line(piece.quote, "underline")))
    parts.append(text.block(item.question.explanation))
    reasons = [
        Content.assemble(
            ("Not ", "bold"), "“", text.line(option.text.strip("“”")), "”: ", text.line(option.why)
        )
        for option in item.options
        if not option.correct and option.why
    ]
    if reasons:
        parts.append(Content("\n").join(reasons))
    parts.append(text.line(KINDS[item.question.kind].lesson, "italic $accent"))
    return Content("\n\n").join(parts)
