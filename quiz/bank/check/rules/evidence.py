"""Family E, evidence: whether the article is there and holds the words that the questions rest on."""

import re
from collections.abc import Iterable, Iterator

from quiz.bank.check.diagnostic import Edit
from quiz.bank.check.nearest import Places
from quiz.bank.check.quoting import scalar_edit
from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Asked, Subject, fold
from quiz.bank.evidence import find_evidence, occurrence_at
from quiz.bank.problems import shown

_GROUND = (
    "The program's first promise: the key follows from a stretch of the article that is shown to the player"
)
_MOST_SEARCHES = 50
"""Quotations of one bank whose place is looked for: who has more wrong has the wrong article."""
_MOST_SEARCHED = 5_000_000
"""Characters that these searches go through, so that a giant article keeps nobody waiting."""


class ArticleUnusable(BankRule):
    """The article of the bank is missing, cannot be read, or lies outside the bank's surroundings."""

    code, name, level = "E001", "article-unusable", "error"
    why = "Without the article nobody can look anything up, and the bank cannot be played."
    example = "Bad:   file: ../seeds/brigde.md\nGood:  file: ../seeds/bridge.md"
    source = "The bank format, version 1: the article lies beside the bank or one folder up."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Say what reading the article said."""
        if (problem := subject.article_problem) is not None:
            yield Finding(("article", "file"), problem.message, problem.help)


class ArticleChanged(BankRule):
    """The article is not the text that the bank was written about."""

    code, name, level = "E002", "article-changed", "error"
    why = "An answer that was right for the old text may be wrong for the new one."
    example = "Bad:   sha256 of yesterday's text\nGood:  the questions read again, then the new sha256"
    source = f"{_GROUND}. Mended by --fix if all evidence still stands in the article."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Compare the hashes."""
        article, reference = subject.article, subject.reference
        if article is None or reference is None or article.sha256 == reference.sha256:
            return
        path = ("article", "sha256")
        edits: tuple[Edit, ...] = ()
        pieces = [piece for asked in subject.questions for piece in asked.question.evidence]
        if pieces and subject.whole and all(find_evidence(article.raw, piece) for piece in pieces):
            start, end = subject.positions.values[path]
            edits = scalar_edit(subject.positions.text, start, end, article.sha256)
        message = "the article has changed since the bank was written, so its answers may no longer be right"
        help_text = f"go through the questions, then set sha256 to {article.sha256}"
        yield Finding(path, message, help_text, edits=edits)


class NoEvidence(BankRule):
    """A question of a bank about an article has no evidence."""

    code, name, level = "E003", "no-evidence", "warning"
    why = "After the answer there is nothing to show: the player must take the key on trust."
    example = "Bad:   no “evidence”\nGood:  evidence: [{quote: '“It will not move again,” Lindqvist said.'}]"
    source = f"{_GROUND}."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look at every question, if there is an article."""
        if subject.reference is not None:
            for asked in subject.questions:
                if not asked.question.evidence:
                    help_text = "add “evidence:” with the words of the article that decide it"
                    yield Finding(asked.at("id"), "the question has no evidence", help_text)


class NotVerbatim(BankRule):
    """Evidence does not stand in the article word for word."""

    code, name, level = "E004", "not-verbatim", "error"
    why = "It cannot be lit up in the text, and a quotation that is nearly right is a wrong one."
    example = "Bad:   quote: it will not move anymore\nGood:  quote: It will not move again"
    source = f"{_GROUND}. Mended by --fix where one place is nearly the same."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look each quotation up, and its nearest place if it is not there."""
        article = subject.article
        if article is None:
            return
        raw = article.raw
        places: Places | None = None
        left = min(_MOST_SEARCHES, max(1, _MOST_SEARCHED // (len(raw) + 1)))
        for asked in subject.questions:
            for index, piece in enumerate(asked.question.evidence):
                if piece.quote in raw:
                    continue
                path = asked.at("evidence", index, "quote")
                places = places or Places(raw)
                near = places.nearest(piece.quote) if left > 0 else None
                left -= 1
                help_text = "copy the quotation from the article"
                edits: tuple[Edit, ...] = ()
                if near is not None:
                    words = raw[near.start : near.end]
                    help_text = f"the article has: {shown(words)}"
                    if near.sure and piece.occurrence == 1 and raw.find(words) == near.start:
                        start, end = subject.positions.values[path]
                        edits = scalar_edit(subject.positions.text, start, end, words)
                message = f"“{shown(piece.quote)}” is not in the article word for word"
                yield Finding(path, message, help_text, edits=edits)


class NoSuchOccurrence(BankRule):
    """Evidence asks for a later occurrence than the article has."""

    code, name, level = "E005", "no-such-occurrence", "error"
    why = "Nothing can be lit up in the text."
    example = "Bad:   occurrence: 3, of words that stand there twice\nGood:  occurrence: 2"
    source = f"{_GROUND}."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Count the occurrences of quotations that are there."""
        if subject.article is None:
            return
        raw = subject.article.raw
        for asked in subject.questions:
            for index, piece in enumerate(asked.question.evidence):
                if piece.occurrence > 1 and piece.quote in raw and find_evidence(raw, piece) is None:
                    last = occurrence_at(raw, piece.quote, raw.rfind(piece.quote))
                    times = "once" if last == 1 else f"{last} times"
                    message = (
                        f"there is no occurrence {piece.occurrence}: the article has this quotation {times}"
                    )
                    path = asked.at("evidence", index, "occurrence")
                    yield Finding(path, message, f"give a number up to {last}")


_IN_MARKS = re.compile(r"“([^“”]+)”")


class PromptMisquotes(BankRule):
    """The prompt quotes words that do not stand in the article."""

    code, name, level = "E006", "prompt-misquotes", "warning"
    why = "The player looks for words that are not there."
    example = "Bad:   Who said: “It will never move”?\nGood:  Who said: “It will not move again”?"
    source = f"{_GROUND}."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look up what stands between curly marks, four words and more; punctuation and case aside."""
        if subject.article is None:
            return
        whole = f" {subject.folded_article} "
        for asked in subject.questions:
            if asked.question.prompt.count("“") == 0:
                continue
            for found in _IN_MARKS.finditer(asked.question.prompt):
                words = found[1]
                if words.count(" ") < 3 or "_" in words or "…" in words or "[" in words:
                    continue
                if f" {fold(words)} " not in whole:
                    message = f"“{shown(words)}” is not in the article"
                    yield Finding(asked.at("prompt"), message, "copy the words from the article", part=words)
                    break


_KEY_STANDS_THERE = frozenset(
    (
        "acronym",
        "cloze",
        "hedge",
        "loaded_language",
        "name",
        "number",
        "outlet_named",
        "quotation",
        "quotation_marks",
        "reporting_verb",
        "role",
        "role_holder",
        "told_whom",
        "when_where",
    )
)
"""Kinds whose key is made of words of the evidence; for the others it is said in words of the quiz."""
_ONE_STANDS_THERE = _KEY_STANDS_THERE - {"hedge", "loaded_language", "quotation", "quotation_marks"}
"""Kinds whose distractors must not stand in the evidence: there they would be right as well."""
_NUMBERS = {
    **{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7"},
    **{"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"},
}


class KeyNotInEvidence(BankRule):
    """The key of a question about words, names or figures does not stand in its evidence."""

    code, name, level = "E007", "key-not-in-evidence", "warning"
    why = "The words that are lit up do not say what the key says: the key can be argued with."
    example = (
        "Bad:   key: 14 metres; quote: It moved by twelve metres\nGood:  quote: The span is 14 metres long"
    )
    source = f"{_GROUND}; each generated kind has this as its own rule."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Compare, punctuation and case aside; of figures in words only the figure must be there."""
        for asked in subject.questions:
            question = asked.question
            if question.kind not in _KEY_STANDS_THERE or not question.evidence or _turned(asked):
                continue
            evidence = _evidence_of(asked)
            if question.type == "text":
                if not any(_stands(accepted, evidence) for accepted in question.accept):
                    message = "no accepted answer stands in the evidence"
                    yield Finding(asked.at("accept"), message, _WIDEN, at_key=True)
                continue
            for place, right in enumerate(asked.correct):
                if right and not _stands(asked.texts[place], evidence):
                    message = f"the key “{shown(asked.texts[place])}” does not stand in the evidence"
                    yield Finding(asked.at("options", place, "text"), message, _WIDEN)


_WIDEN = "quote the words that decide it, or correct the key"


class DistractorInEvidence(BankRule):
    """A wrong option stands in the evidence, so that it could be right as well."""

    code, name, level = "E008", "distractor-in-evidence", "warning"
    why = "A player who chooses it can point at the text."
    example = (
        "Bad:   quote: Lindqvist and Brandt moved it; Who moved it? Lindqvist / Brandt\nGood:  another name"
    )
    source = f"{_GROUND}; Haladyna, Downing and Rodriguez 2002: exactly one right answer."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look for whole words, in kinds whose key stands in the evidence and nothing else may."""
        for asked in subject.questions:
            if asked.question.kind not in _ONE_STANDS_THERE or not asked.question.evidence or _turned(asked):
                continue
            if asked.question.type != "choice":
                continue
            evidence = _evidence_of(asked)
            for place in asked.wrong:
                text = asked.folded[place]
                if text and text in evidence and f" {text} " in evidence:
                    message = f"the wrong option “{shown(asked.texts[place])}” stands in the evidence"
                    help_text = "quote less, or choose another distractor"
                    yield Finding(asked.at("options", place, "text"), message, help_text)


def _turned(asked: Asked) -> bool:
    """Whether the prompt asks for what does not stand there."""
    return any(word in ("not", "never", "except", "none") for word in asked.words)


def _evidence_of(asked: Asked) -> str:
    return f" {' '.join(fold(piece.quote) for piece in asked.question.evidence)} "


def _stands(words: str, evidence: str) -> bool:
    folded = fold(words)
    if not folded or f" {folded} " in evidence or (len(folded) > 3 and folded in evidence):
        return True
    figures = list(_figures(folded))
    return bool(figures) and all(figure in set(_figures(evidence)) for figure in figures)


def _figures(folded: str) -> Iterator[str]:
    for word in folded.split():
        if word[0].isdigit() or word in _NUMBERS:
            yield _NUMBERS.get(word, word)
