"""The question beside the article: prompt, parts, and after the answer what there is to learn."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from quiz.bank.model import Hottext, TextEntry
from quiz.play.asked import Asked
from quiz.play.entries import Entry, HottextEntry, TypedEntry
from quiz.play.recorded import Evidence
from quiz.play.session import Answer
from quiz.ui import text
from quiz.ui.widgets import passage, rows
from quiz.ui.widgets.answer_line import AnswerLine
from quiz.ui.widgets.feedback import feedback, told
from quiz.ui.widgets.parts import Parts
from quiz.ui.widgets.passage import Passage


class Around(NamedTuple):
    """What is shown with a question: a ``note`` above it, ``how`` it is answered, a ``hint`` below the parts.

    ``letters`` are the keys of the parts, or else numbers; ``picked`` says that an item is being moved.
    """

    note: str = ""
    how: str = ""
    hint: str = ""
    letters: bool = False
    picked: bool = False


class QuestionView(VerticalScroll):
    """Shows one question in place of the last; it never builds new widgets."""

    can_focus = False
    DEFAULT_CSS = """
    QuestionView { padding: 0 2; scrollbar-size-vertical: 1; }
    QuestionView > #note { color: $warning; }
    QuestionView > #prompt { margin-bottom: 1; }
    QuestionView > #prompt.-explained { margin-bottom: 0; }
    QuestionView > #how { margin-bottom: 1; color: $quiet; }
    QuestionView > #hint { margin-top: 1; color: $quiet; }
    QuestionView > #feedback { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Make the parts once."""
        yield Static(id="note")
        yield Static(id="prompt")
        yield Static(id="how")
        yield Parts()
        yield Passage()
        yield AnswerLine()
        yield Static(id="hint")
        yield Static(id="feedback")

    def ask(self, entry: Entry, around: Around) -> None:
        """Show a question that waits for its answer."""
        line = self.query_one(AnswerLine)
        if isinstance(entry, TypedEntry) and line.value != entry.text:
            line.value = entry.text
            line.action_end()
        line.display = isinstance(entry, TypedEntry)
        line.disabled = not line.display
        self._static("#prompt", text.block(entry.asked.question.prompt))
        self._static("#feedback", Content())
        self.refresh_entry(entry, around)
        self.scroll_home(animate=False)

    def refresh_entry(self, entry: Entry, around: Around) -> None:
        """Show what changed while the answer is being made."""
        self._static("#note", text.line(around.note))
        self._below_prompt(text.line(around.how))
        self._static("#hint", text.line(around.hint))
        self.query_one(Parts).show(rows.waiting(entry, letters=around.letters, picked=around.picked))
        view = self.query_one(Passage)
        view.display = isinstance(entry, HottextEntry)
        question = entry.asked.question
        if isinstance(entry, HottextEntry) and isinstance(question, Hottext):
            view.show(question, passage.waiting(entry), entry.current)

    def follow(self) -> None:
        """Scroll until what is pointed at is in view, with the question above it where both fit."""
        shown = [widget for widget in (self.query_one(Parts), self.query_one(Passage)) if widget.display]
        for widget in shown:
            place = widget.current
            if place is not None:
                self._reveal(widget, place)

    def _reveal(self, widget: Widget, place: Region) -> None:
        there = place.translate(widget.virtual_region.offset)
        if there.bottom <= self.scrollable_content_region.height:
            self.scroll_home(animate=False)
        else:
            self.scroll_to_region(there, animate=False, force=True)

    def explain(
        self,
        item: Asked,
        answer: Answer | None,
        evidence: Sequence[Evidence],
        around: Around,
        *,
        everything: bool | None = None,
    ) -> None:
        """Show what the answer was worth and why; ``evidence`` is what is out of sight elsewhere."""
        self.query_one(AnswerLine).display = False
        self.query_one(AnswerLine).disabled = True
        self._static("#note", text.line(around.note))
        self._static("#prompt", text.block(item.question.prompt))
        self._below_prompt(text.line(told(item, answer), "bold $foreground"))
        self._static("#hint", Content())
        self.query_one(Parts).show(rows.answered(item, answer, letters=around.letters))
        view = self.query_one(Passage)
        view.display = isinstance(item.question, Hottext)
        if isinstance(item.question, Hottext):
            response = answer.response if answer else None
            view.show(item.question, passage.answered(item.question, response))
        self._static("#feedback", feedback(item, answer, evidence, everything=everything))

    def _below_prompt(self, said: Content) -> None:
        """Say how to answer, or what the answer was worth, where it is in view whatever follows."""
        self._static("#how", said)
        self.query_one("#prompt").set_class(bool(said.plain), "-explained")

    def _static(self, name: str, content: Content) -> None:
        widget = self.query_one(name, Static)
        widget.display = bool(content.plain) or name == "#prompt"
        widget.update(Content.assemble(content))


def takes_typing(item: Asked) -> bool:
    """Whether a question is answered by typing."""
    return isinstance(item.question, TextEntry)
