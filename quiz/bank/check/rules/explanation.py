"""Family X, explanation: whether the player learns why."""

import re
from collections.abc import Iterable

from quiz.bank.check.rule import FileRule, Finding, QuestionRule
from quiz.bank.check.subject import Asked, fold
from quiz.bank.model import Choice, Multiple
from quiz.bank.problems import shown

_FEEDBACK = (
    "Van der Kleij and others 2015: explaining feedback has an effect near 0.49, right or wrong alone 0.05"
)


class NoExplanation(FileRule):
    """A question has no explanation."""

    code, name, level = "X001", "no-explanation", "error"
    why = "The player learns that an answer is wrong, not why: nearly all of the learning is in the why."
    example = "Bad:   no “explanation”\nGood:  explanation: Paragraph 4 gives the words to Mara Lindqvist."
    source = f"{_FEEDBACK}."


class ThinExplanation(QuestionRule):
    """The explanation has fewer than three words, or only repeats the key."""

    code, name, level = "X002", "thin-explanation", "warning"
    why = "“Lindqvist is right” tells no more than the mark beside her name."
    example = (
        "Bad:   explanation: Mara Lindqvist.\n"
        "Good:  explanation: Paragraph 4 gives the words to Mara Lindqvist."
    )
    source = f"{_FEEDBACK}."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Count its words and compare it with the key."""
        words = fold(asked.question.explanation)
        repeats = asked.key is not None and words == asked.folded[asked.key]
        if repeats or words.count(" ") < 2:
            message = (
                "the explanation only repeats the key" if repeats else "the explanation explains nothing"
            )
            yield Finding(
                asked.at("explanation"), message, "say where the article has it, and in which words"
            )


class NoReason(QuestionRule):
    """A wrong option has no “why”."""

    code, name, level = "X003", "no-reason", "warning"
    why = "Whoever chose it does not learn what led them astray."
    example = (
        "Bad:   - text: Tomas Brandt\n"
        "Good:  - text: Tomas Brandt\n         why: Quoted in paragraph 6, about the cost."
    )
    source = f"{_FEEDBACK}."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look at every wrong option of `choice` and `multiple`."""
        question = asked.question
        if isinstance(question, (Choice, Multiple)):
            for place, option in enumerate(question.options):
                if not option.correct and option.why is None:
                    message = f"no reason why “{shown(option.text)}” is wrong"
                    yield Finding(asked.at("options", place, "text"), message, "add “why:” below it")


_LETTER = re.compile(
    r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?|[Dd]istractors?) [(“]?(?:[A-Fa-f]|[1-8])\b(?![’'\-])[)”]?"
    r"|(?<![\w.])\([a-f]\)"
    r"|\b(?:[Tt]he )?(?:first|second|third|fourth|fifth|last) (?:option|answer|choice)\b"
    r"|\b(?:option|answer|choice) (?:above|below)\b"
)


class OptionLetters(QuestionRule):
    """An explanation or reason speaks of an option by a letter or its place."""

    code, name, level = "X004", "option-letters", "warning"
    why = "Options are shuffled: “option B” is another one for each player."
    example = "Bad:   explanation: Option B is right.\nGood:  explanation: Brandt is right."
    source = "The program shuffles options at each session."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look in the explanation and in every reason."""
        question = asked.question
        if found := _LETTER.search(question.explanation):
            yield self._finding(asked, found[0], "explanation")
        if isinstance(question, (Choice, Multiple)):
            for place, option in enumerate(question.options):
                if option.why is not None and (found := _LETTER.search(option.why)):
                    yield self._finding(asked, found[0], "options", place, "why")

    def _finding(self, asked: Asked, part: str, *steps: str | int) -> Finding:
        message = f"“{part}” is another option for each player"
        return Finding(asked.at(*steps), message, "name the option by its words", part=part)
