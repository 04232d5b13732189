"""Family T, export: what other systems could not take. These rules run only where they are selected."""

from collections.abc import Iterable

from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.subject import Asked

_WITHOUT = {
    "multiple": "Aiken",
    "order": "Aiken, GIFT and Kahoot",
    "match": "Aiken and Kahoot",
    "text": "Aiken",
    "hottext": "Aiken, GIFT, Kahoot and Anki",
}


class TypeNotEverywhere(QuestionRule):
    """The question's type does not exist in some formats."""

    code, name, level, default = "T001", "type-not-everywhere", "info", False
    why = "Players elsewhere would not get this question."
    example = "Bad:   type: hottext, for a class that uses GIFT\nGood:  type: choice"
    source = "The descriptions of Aiken and GIFT in Moodle's manual, and of Kahoot's spreadsheet."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look up the type."""
        if without := _WITHOUT.get(asked.question.type):
            message = f"“{asked.question.type}” questions do not exist in {without}"
            yield Finding(asked.at("type"), message, "use “choice” where that matters")


class TooLongElsewhere(QuestionRule):
    """The prompt or an option is longer than Kahoot takes: 120 and 75 characters."""

    code, name, level, default = "T002", "too-long-elsewhere", "info", False
    why = "The words would be cut off."
    example = "Bad:   an option of 90 characters\nGood:  one of 60"
    source = "Kahoot's spreadsheet for importing quizzes."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count characters."""
        if (length := len(asked.question.prompt)) > 120:
            yield Finding(asked.at("prompt"), f"{length} characters; Kahoot takes 120", "shorten it")
        for place, text in enumerate(asked.texts):
            if len(text) > 75:
                message = f"{len(text)} characters; Kahoot takes 75"
                yield Finding(asked.at("options", place, "text"), message, "shorten it")


class LinesElsewhere(QuestionRule):
    """A prompt or an option has several lines, which formats of one line to a text fold."""

    code, name, level, default = "T003", "lines-elsewhere", "info", False
    why = "Verses or a list in it would run together."
    example = "Bad:   a prompt of three lines\nGood:  one line"
    source = "The description of Aiken in Moodle's manual; spreadsheets and Anki's text files."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for line ends inside a text."""
        texts = [(asked.at("prompt"), asked.question.prompt)]
        texts += [(asked.at("options", place, "text"), text) for place, text in enumerate(asked.texts)]
        for path, text in texts:
            if "\n" in text.strip():
                yield Finding(
                    path, "several lines, which Aiken and spreadsheets fold", "write it as one line"
                )
