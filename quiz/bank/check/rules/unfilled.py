"""Family X, explanation: what “quiz new” put there to be replaced, and nobody replaced."""

from collections.abc import Iterable, Iterator

from quiz.bank.authoring.skeletons import PLACEHOLDERS
from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.subject import Asked
from quiz.bank.model import Choice, Hottext, Match, Multiple, Order, TextEntry
from quiz.bank.positions import Path


class Unfilled(QuestionRule):
    """An approved question still has a text that “quiz new --question” put there to be replaced."""

    code, name, level = "X005", "unfilled", "warning"
    why = "The player is asked something that nobody wrote."
    example = "Bad:   text: the right answer\nGood:  text: Mara Lindqvist"
    source = "The program's own skeletons; drafts may have such texts, for they are not played."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for the first such text."""
        if asked.question.status == "draft":
            return
        for path, text in _texts(asked):
            if text in PLACEHOLDERS:
                yield Finding(
                    path, "this text was to be replaced", "write what belongs there, or make it a draft"
                )
                return


def _texts(asked: Asked) -> Iterator[tuple[Path, str]]:
    question = asked.question
    yield asked.at("prompt"), question.prompt
    match question:
        case Choice() | Multiple():
            for place, option in enumerate(question.options):
                yield asked.at("options", place, "text"), option.text
                yield asked.at("options", place, "why"), option.why or ""
        case Order():
            for place, item in enumerate(question.options):
                yield asked.at("options", place, "text"), item.text
        case Match():
            for place, pair in enumerate(question.pairs):
                yield asked.at("pairs", place, "left"), pair.left
                yield asked.at("pairs", place, "right"), pair.right
        case TextEntry():
            for place, text in enumerate(question.accept):
                yield asked.at("accept", place), text
        case Hottext():
            yield asked.at("passage"), question.passage
    yield asked.at("explanation"), question.explanation
