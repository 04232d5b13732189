"""A question before it is one: what a kind proposes, with the spans and reasons the gates look at."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quiz.generate.facts import Abstention, Attribution, Person, Reading, Span, Witness
from quiz.generate.lexicons import lexicon
from quiz.generate.remembered import by_text
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.witnesses.names import has_full_name
from quiz.generate.witnesses.sources import head_noun

FEWEST_QUOTED_WORDS = 4
MOST_QUOTED_WORDS = 60
"""Fewer words do not identify a quotation, more are no longer a question (QTI item-writing practice)."""

NO_VERDICT = (
    "The quiz asks how the article presents the statement; it does not judge whether the statement is right."
)
"""Said in the explanation of every question about a statement."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An option with the reason why it is wrong, if it is."""

    text: str
    correct: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed question.

    ``asks_about`` is the stretch of the article the question turns on; with the kind it makes the
    question's identity. ``key_in_evidence`` and ``key_in_prompt`` say where the key's words must,
    and may, stand. ``giveaway`` are words that would answer the
    question from another one's prompt.
    """

    kind: str
    prompt: str
    offers: tuple[Offer, ...]
    explanation: str
    evidence: tuple[Span, ...]
    asks_about: Span
    rule: str
    witnesses: tuple[Witness, ...]
    key_in_evidence: bool = True
    key_in_prompt: bool = False
    giveaway: str = ""

    @property
    def key(self) -> str:
        """The text of the right option."""
        return next(offer.text for offer in self.offers if offer.correct)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of all options, as a player sees them."""
        return tuple(offer.text for offer in self.offers)


Proposal = Candidate | Abstention

NO_STATEMENT = frozenset({"phrase", "opinion"})
"""Rules whose content is no statement: what somebody is accused of, what somebody thinks."""

_PASSIVE_CUE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:alleged|asserted|believed|claimed|considered|expected|reported|rumou?red|said|suspected|thought|told)\b",
    re.IGNORECASE,
)


def quoted(text: str) -> str:
    """Put a text between quotation marks, its spaces folded and a trailing comma or full stop dropped."""
    folded = " ".join(text.split())
    return f"“{re.sub(r'[.,;:]+$', '', folded)}”"


def whole(text: str) -> str:
    """Put a sentence between quotation marks with its end stop; the marks inside it become single ones."""
    folded = re.sub(r'"([^"]*)"', r"‘\1’", " ".join(text.split()))
    return f"“{folded.replace('“', '‘').replace('”', '’').replace(chr(34), '‘')}”"


def label_of(person: Person, reading: Reading) -> str | None:
    """How a person is offered as an answer: the full name, or the office with a bare surname.

    None when the article gives only a surname, which does not tell a reader who is meant.
    """
    if len(person.name.split()) > 1:
        return person.name
    for office in person.offices:
        return f"{reading.words(office)} {person.name}"
    return None


def handing_over(fact: Attribution, reading: Reading) -> str:
    """Return the source and the verb as they stand in the text: “said Attorney General Pam Bondi”."""
    source, cue = fact.speech.source.span, fact.speech.cue
    return reading.words(Span(min(source.start, cue.start), max(source.end, cue.end)))


def passed_on(fact: Attribution, reading: Reading) -> bool:
    """Whether the attribution stands within what another source says: “Brandt said Lindqvist told him …”."""
    own = fact.speech.source.span
    return any(
        other.speech.content.covers(own) and not other.speech.source.span.overlaps(own)
        for other in reading.every_attribution
    )


@by_text
def hands_on(text: str) -> bool:
    """Whether a statement hands part of itself to a source of its own."""
    according = re.search(r"\baccording to\b", text, re.IGNORECASE)
    return bool(find_cues(text) or _PASSIVE_CUE.search(text) or according)


def may_be_named_nearby(fact: Attribution, reading: Reading) -> bool:
    """Whether a source that goes without a name here may be somebody named in this paragraph or the next."""
    noun = (head_noun(reading.words(fact.speech.source.span)) or "").lower()
    if noun in lexicon("sources")["texts"]:
        return False
    here = reading.article.block_at(fact.speech.source.span.start)
    paragraphs = [block for block in reading.article.blocks if block.kind == "paragraph"]
    if here is None or here not in paragraphs:
        return True
    place = paragraphs.index(here)
    reach = Span(here.start, paragraphs[min(place + 1, len(paragraphs) - 1)].end)
    speaks = any(
        other.speaker and other.speech.statement.overlaps(reach) for other in reading.every_attribution
    )
    named = any(here.start <= m.start < here.end for person in reading.people for m in person.mentions)
    return speaks or named or has_full_name(here.text)


def count_words(text: str) -> int:
    """Words separated by space."""
    return len(text.split())


@lru_cache(maxsize=4096)  # every pair of candidates is compared
def fold(text: str) -> str:
    """Prepare a text for comparison: case, spaces, marks and end stops aside."""
    folded = " ".join(re.sub(r"[“”\"]", "", text).casefold().replace("’", "'").split())
    return folded.strip(" .,;:!?")
