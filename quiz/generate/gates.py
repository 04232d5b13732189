"""What every proposed question must pass, whatever its kind; the first gate that refuses says why."""

import re
from collections.abc import Callable
from functools import cache
from statistics import median

from quiz.generate.candidates import MOST_QUOTED_WORDS, Candidate, fold
from quiz.generate.facts import Reading
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.remembered import by_text
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.names import not_names

_NAME_WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’-]{2,}")

SHORTEST_LONG_KEY = 24
MOST_TIMES_THE_MEDIAN = 1.5
"""Characters from which on a key may stand out by its length, and how many times the median it may have."""

Gate = Callable[[Candidate, Reading], str | None]

_IN_MARKS = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")


def refuse(candidate: Candidate, reading: Reading) -> str | None:
    """Return the reason of the first gate that refuses the candidate, or None if all let it pass."""
    for gate in GATES:
        reason = gate(candidate, reading)
        if reason is not None:
            return reason
    return None


def _one_key(candidate: Candidate, reading: Reading) -> str | None:
    keys = sum(offer.correct for offer in candidate.offers)
    return None if keys == 1 and len(candidate.offers) >= 3 else "there must be one key and two distractors"


def _options_apart(candidate: Candidate, reading: Reading) -> str | None:
    texts = [fold(offer.text) for offer in candidate.offers]
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            if one in other or other in one:
                return "one option is contained in another"
    return None


def _key_not_longest_by_far(candidate: Candidate, reading: Reading) -> str | None:
    lengths = [len(text) for text in candidate.texts]
    key = len(candidate.key)
    if key >= SHORTEST_LONG_KEY and key == max(lengths) and key > MOST_TIMES_THE_MEDIAN * median(lengths):
        return "the key is by far the longest option"
    return None


def _evidence_verbatim(candidate: Candidate, reading: Reading) -> str | None:
    if not candidate.evidence:
        return "there is no evidence"
    for span in candidate.evidence:
        if not 0 <= span.start < span.end <= len(reading.article.raw):
            return "the evidence lies outside the article"
    return None


def _key_in_evidence(candidate: Candidate, reading: Reading) -> str | None:
    if not candidate.key_in_evidence:
        return None
    key = fold(candidate.key)
    if any(key in fold(reading.text(span)) for span in candidate.evidence):
        return None
    return "the key does not stand in the evidence"


def _key_not_in_prompt(candidate: Candidate, reading: Reading) -> str | None:
    if candidate.key_in_prompt:
        return None
    if fold(candidate.key) in fold(candidate.prompt) or _names(candidate.key) & _names(candidate.prompt):
        return "the prompt gives the key away"
    return None


def _names(text: str) -> set[str]:
    """The capitalised words of a text that may be part of a name."""
    return {word.removesuffix("’s") for word in _NAME_WORD.findall(text)} - not_names()


def _prompt_readable(candidate: Candidate, reading: Reading) -> str | None:
    for quotation in _IN_MARKS.findall(candidate.prompt):
        if len(quotation.split()) > MOST_QUOTED_WORDS:
            return "the prompt quotes more than a reader can take in at once"
    return None


def _wrong_have_reasons(candidate: Candidate, reading: Reading) -> str | None:
    if any(offer.why is None for offer in candidate.offers if not offer.correct):
        return "a wrong option has no reason"
    return None


def _nobody_private_accused(candidate: Candidate, reading: Reading) -> str | None:
    """In an article about a charge no statement is shown that names somebody who holds no office.

    A word of doubt may be asked for all the same: its very point is that nothing is settled.
    """
    if candidate.kind == "hedge" or not reports_a_case(reading):
        return None
    private = {person.surname for person in reading.people if not person.offices}
    shown = " ".join(_IN_MARKS.findall(candidate.prompt))
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown) for name in private):
        return "it shows what is said of somebody private in an article about a charge"
    return None


def _neutral(candidate: Candidate, reading: Reading) -> str | None:
    said = [candidate.prompt, candidate.explanation, *(offer.why or "" for offer in candidate.offers)]
    for text in said:
        if word := _slanting_word(text):
            return f"the quiz would say “{word}” in its own voice"
    return None


@by_text
def _slanting_word(text: str) -> str | None:
    hit = slanting().search(_IN_MARKS.sub("", text))
    return hit.group() if hit else None


@cache
def slanting() -> re.Pattern[str]:
    """Words the quiz never uses in its own voice."""
    words = (word for group in lexicon("slanting").values() for word in group)
    return re.compile(rf"(?<![\w’'-]){any_of(words)}(?![\w’'-])", re.IGNORECASE)


GATES: tuple[Gate, ...] = (
    _one_key,
    _options_apart,
    _key_not_longest_by_far,
    _evidence_verbatim,
    _key_in_evidence,
    _key_not_in_prompt,
    _prompt_readable,
    _wrong_have_reasons,
    _nobody_private_accused,
    _neutral,
)
