"""Family F, file: space around texts."""

from collections.abc import Iterable, Iterator

from quiz.bank.check.quoting import scalar_edit
from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Asked, Subject
from quiz.bank.model import Choice, Match, Multiple, Order, TextEntry
from quiz.bank.positions import Path


class Untrimmed(BankRule):
    """A text begins or ends with space."""

    code, name, level = "F030", "untrimmed", "warning"
    why = "Space shows as a gap before the option, and a typed answer with it can never be met."
    example = "Bad:   text: ' Mara Lindqvist '\nGood:  text: Mara Lindqvist"
    source = "Item-writing practice: options look alike. Mended by --fix."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look at every text a player sees, except quotations of the article, where space may be its own."""
        for asked in subject.questions:
            for path, text in _texts(asked):
                if text[0].isspace() or text[-1].isspace():
                    yield from self._finding(subject, path, text)

    def _finding(self, subject: Subject, path: Path, text: str) -> Iterator[Finding]:
        positions = subject.positions
        start, end = positions.values[path]
        if positions.text[start : start + 1] in ("|", ">") and text == text.lstrip().rstrip() + "\n":
            return  # block text ends with its line
        edits = scalar_edit(positions.text, start, end, text.strip())
        message = f"“{path[-1] if isinstance(path[-1], str) else path[-2]}” begins or ends with space"
        yield Finding(path, message, "remove it", edits=edits)


def _texts(asked: Asked) -> Iterator[tuple[Path, str]]:
    question = asked.question
    yield asked.at("prompt"), question.prompt
    yield asked.at("explanation"), question.explanation
    if isinstance(question, (Choice, Multiple)):
        for place, option in enumerate(question.options):
            yield asked.at("options", place, "text"), option.text
            if option.why is not None:
                yield asked.at("options", place, "why"), option.why
    elif isinstance(question, Order):
        for place, item in enumerate(question.options):
            yield asked.at("options", place, "text"), item.text
    elif isinstance(question, Match):
        for place, pair in enumerate(question.pairs):
            yield asked.at("pairs", place, "left"), pair.left
            yield asked.at("pairs", place, "right"), pair.right
    elif isinstance(question, TextEntry):
        for place, accepted in enumerate(question.accept):
            yield asked.at("accept", place), accepted
