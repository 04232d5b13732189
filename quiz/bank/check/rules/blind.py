"""Family G, guessing: whether simple ways to answer without the article do better than chance."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quiz.bank.check.chance import at_least
from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Asked, Subject, words_of
from quiz.bank.check.words import STOP

_FEWEST = 8
_SURE = 0.01
"""The chance of a false alarm that each of the three tests allows itself."""
_SOURCE = (
    "Tuinman 1972: readers answer 32 to 50 % of ordinary comprehension questions without the passage; "
    "the test is an exact binomial one"
)


def _test(
    subject: Subject, marks: Callable[[Asked], Sequence[float] | None]
) -> tuple[int, int, float] | None:
    """Return hits, tries and what chance would give, if the option marked highest is right too often."""
    hits = 0
    chances: list[float] = []
    for asked in subject.questions:
        if asked.key is None or asked.question.type != "choice":
            continue
        given = marks(asked)
        if given is None:
            continue
        best = max(given)
        if given.count(best) == 1:  # where two are equal the strategy has nothing to say
            chances.append(1 / len(given))
            hits += given.index(best) == asked.key
    if len(chances) < _FEWEST or at_least(hits, chances) >= _SURE:
        return None
    return hits, len(chances), sum(chances)


def _finding(found: tuple[int, int, float] | None, strategy: str, help_text: str) -> Iterable[Finding]:
    if found:
        hits, tries, chance = found
        message = f"{strategy} is right in {hits} of {tries} questions; chance would give {chance:.0f}"
        yield Finding(("questions",), message, help_text, at_key=True)


class LongestOption(BankRule):
    """Choosing the longest option is right more often than chance allows."""

    code, name, level = "G001", "longest-option", "warning"
    why = "A player who has read nothing scores well, and one who has read learns to distrust the quiz."
    example = (
        "Bad:   the key is the longest option in 14 of 20 questions\n"
        "Good:  in 7 of 20, with three options each"
    )
    source = f"{_SOURCE}. Haladyna, Downing and Rodriguez 2002 on the length of options."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Try it on every question with one longest option."""
        found = _test(subject, lambda asked: [len(text) for text in asked.texts])
        return _finding(found, "choosing the longest option", "shorten keys, or fill out distractors")


class PromptOverlap(BankRule):
    """Choosing the option that shares most words with the prompt is right more often than chance allows."""

    code, name, level = "G002", "prompt-overlap", "warning"
    why = LongestOption.why
    example = "Bad:   “What did the board say about the cost?” — the cost is high / it moves"
    example += "\nGood:  “What did the board say about the cost?” — it is high / it fell"
    source = f"{_SOURCE}."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Try it on every question where one option shares most."""
        return _finding(
            _test(subject, _overlap),
            "choosing what sounds most like the prompt",
            "let distractors share as many words with the prompt",
        )


class FrequentName(BankRule):
    """Choosing the name that is offered most often in the bank is right more often than chance allows."""

    code, name, level = "G003", "frequent-name", "warning"
    why = LongestOption.why
    example = (
        "Bad:   the minister is offered in ten questions and right in nine\nGood:  right in three of ten"
    )
    source = f"{_SOURCE}."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Count how often each option is offered, then try it where names are offered."""
        offered = Counter(text for asked in subject.questions for text in asked.folded)

        def marks(asked: Asked) -> list[int] | None:
            names = all(text[:1].isupper() for text in asked.texts)
            return (
                [offered[text] for text in asked.folded]
                if names and asked.question.skill == "source"
                else None
            )

        return _finding(
            _test(subject, marks),
            "choosing the name that is offered most often",
            "offer the same people as distractors as often as they are right",
        )


def _overlap(asked: Asked) -> list[int] | None:
    prompt = frozenset(words_of(asked.question.prompt)) - STOP
    shared = [len(bag & prompt) for bag in asked.bags]
    return shared if any(shared) else None
