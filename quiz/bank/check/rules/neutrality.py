"""Family N, neutrality: words that take sides, outside quotation marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from quiz.bank.check.rule import Finding, QuestionRule
from quiz.bank.check.subject import Asked, outside_marks
from quiz.bank.check.words import LABELS, PARTIES, SLANTING_VERBS, VERDICTS
from quiz.bank.model import Choice, Hottext, Multiple
from quiz.bank.positions import Path
from quiz.bank.problems import shown

_RULES = (
    "The program's rules of neutrality: in its own voice the quiz says said, says, told, wrote, according to"
)
_WORD_KINDS = frozenset(
    (
        "cloze",
        "hedge",
        "loaded_language",
        "name",
        "quotation",
        "quotation_marks",
        "quote_form",
        "reporting_verb",
    )
)
"""Kinds whose options are words of the article, not of the quiz."""


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(words)})(?![\w’'-])", re.IGNORECASE)


class _Slanted(QuestionRule):
    """A rule about words that the quiz does not use itself."""

    pattern: ClassVar[re.Pattern[str]]
    says: ClassVar[str]
    instead: ClassVar[str]

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look at all that the quiz says, outside quotation marks."""
        search = self.pattern.search
        for path, text in _said(asked):
            if search(text) and (found := search(outside_marks(text))):
                yield Finding(path, self.says.format(shown(found[0])), self.instead, part=found[0])


def _said(asked: Asked) -> Iterator[tuple[Path, str]]:
    question = asked.question
    yield asked.at("prompt"), question.prompt
    yield asked.at("explanation"), question.explanation
    if isinstance(question, (Choice, Multiple)):
        own = question.kind not in _WORD_KINDS
        for place, option in enumerate(question.options):
            if own:
                yield asked.at("options", place, "text"), option.text
            if option.why is not None:
                yield asked.at("options", place, "why"), option.why
    elif isinstance(question, Hottext):
        for place, target in enumerate(question.targets):
            if target.why is not None:
                yield asked.at("targets", place, "why"), target.why


class SlantingVerb(_Slanted):
    """The quiz weighs what somebody said: claimed, admitted, refused, slammed and the like."""

    code, name, level = "N001", "slanting-verb", "warning"
    why = "The verb tells the player whom to believe before the words are read."
    example = "Bad:   What did the mayor admit? She admitted …\nGood:  What did the mayor say?"
    source = f"{_RULES}."
    pattern = _any_of(SLANTING_VERBS)
    says = "the quiz says “{}” in its own voice"
    instead = "write said, told, wrote or according to; or quote the article's word"


class Label(_Slanted):
    """The quiz calls people or a government by a name that one side gives them."""

    code, name, level = "N002", "label", "warning"
    why = "Readers of the other side stop trusting the quiz at this word."
    example = "Bad:   Whom does the regime blame?\nGood:  Whom does the government blame?"
    source = f"{_RULES}; contested nouns live inside quotation marks."
    pattern = _any_of(LABELS)
    says = "the quiz uses “{}” in its own voice"
    instead = "use a word that no side owns, or put the article's word between quotation marks"


class Verdict(_Slanted):
    """The quiz grades an article or a statement: biased, misleading, fake and the like."""

    code, name, level = "N003", "verdict", "warning"
    why = "The quiz asks what a text says; whether it is right or good is for the player to judge."
    example = "Bad:   Which misleading figure is given?\nGood:  Which figure is given?"
    source = f"{_RULES}; no verdict words about the article."
    pattern = _any_of(VERDICTS)
    says = "“{}” is a verdict"
    instead = "say what the article does, not how good it is; or quote whoever says so"


_PARTY = re.compile(rf"\b(?:{'|'.join(PARTIES)})\b|\((?:[DR]|[DR]-[A-Z][A-Za-z.]*)\)")


class PartyLabel(QuestionRule):
    """Some options of a question have a party's label and others have none."""

    code, name, level = "N004", "party-label", "info"
    why = "The label colours one person and not the others, and makes one option stand out."
    example = "Bad:   Republican Mara Lind / Tomas Brandt\nGood:  Senator Mara Lind / Mayor Tomas Brandt"
    source = f"{_RULES}; officials are named by their office."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Look for labels beside a name; an option that is a party is no person."""
        labels = [_PARTY.search(text) for text in asked.texts]
        if not any(labels) or all(labels):
            return
        for place, label in enumerate(labels):
            if (
                label
                and len(asked.texts[place].split()) > 2
                and asked.texts[place].split()[-1] not in PARTIES
            ):
                message = f"“{label[0]}” stands on this option and not on every other"
                help_text = "use the office instead, or label all of them"
                yield Finding(asked.at("options", place, "text"), message, help_text, part=label[0])
                return
