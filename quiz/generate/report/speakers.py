"""Who speaks in an article, counted; and who is discussed in it without a word of their own."""

import re
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import Literal

from quiz.generate.candidates import count_words, label_of
from quiz.generate.facts import Attribution, Person, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.names import has_full_name
from quiz.generate.witnesses.sources import PRONOUNS, head_noun

Naming = Literal["named", "unsure", "described", "unnamed", "pronoun"]

_ASKED_IN_VAIN = re.compile(
    r"\b(?:declined|refused)\s+(?:to|an?)\b"
    r"|\b(?:not|n[’']t)\s+(?:immediately\s+|yet\s+)?(?:return|repl|respond|answer|be\s+reached|available)"
)
_OPENS_SENTENCE = re.compile(r"(?:The|An?|Some|Many|Several|Most|Other|His|Her|Its|Their)\s")
_STAND_FOR_OTHERS = PRONOUNS | {"who", "which", "that"}
_FEWEST_MENTIONS = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything the article hands to one source, under the fullest name it gives.

    A source without a name is told from others by its words alone, so two spokesmen may be one row.
    ``settled`` are the attributions on which the witnesses do not differ, ``open`` the others.
    """

    name: str
    naming: Naming
    office: str
    settled: tuple[Attribution, ...]
    open: tuple[Attribution, ...]
    quoted_words: int

    @property
    def direct(self) -> int:
        """How many settled attributions are exact words only."""
        return sum(fact.speech.form == "direct" for fact in self.settled)

    @property
    def reported(self) -> int:
        """How many settled attributions are in the writer's words, or partly so."""
        return len(self.settled) - self.direct

    @property
    def contents(self) -> tuple[Span, ...]:
        """Every stretch of text handed to this source."""
        return tuple(fact.speech.content for fact in (*self.settled, *self.open))


def naming_of(fact: Attribution) -> Naming:
    """How the source is given.

    A pronoun that nobody resolved is neither named nor unnamed; a description that seems to hold a name is
    left ``unsure``.
    """
    source = fact.speech.source
    if fact.speaker is not None:
        return "named"
    if source.name.lower() in _STAND_FOR_OTHERS:
        return "pronoun"
    may_hold_a_name = has_full_name(source.name) and not _is_plural(_noun(source.name))
    return "unsure" if source.named != "named" and may_hold_a_name else source.named


def speakers(reading: Reading) -> tuple[Speaker, ...]:
    """Return every source of the article in the order in which it first speaks."""
    settled = set(reading.attributions)
    rows: dict[Hashable, list[Attribution]] = {}
    for fact in reading.every_attribution:
        rows.setdefault(fact.speaker or fact.speech.source.name.casefold(), []).append(fact)
    return tuple(_speaker(facts, settled, reading) for facts in rows.values())


def _speaker(facts: list[Attribution], settled: Collection[Attribution], reading: Reading) -> Speaker:
    first = facts[0]
    held = tuple(fact for fact in facts if fact in settled)
    return Speaker(
        name=source_name(first, reading),
        naming=naming_of(first),
        office=_office(first.speaker, reading) if first.speaker else "",
        settled=held,
        open=tuple(fact for fact in facts if fact not in settled),
        quoted_words=sum(count_words(reading.text(part)) for fact in held for part in fact.speech.quoted),
    )


def source_name(fact: Attribution, reading: Reading) -> str:
    """Return the name under which a source is listed: the person's fullest one, or the article's words."""
    if fact.speaker is not None:
        return label_of(fact.speaker, reading) or fact.speaker.name
    name = fact.speech.source.name
    if len(name) == 1:  # “I”, or the “Q” and “A” of a transcript, which are kept in lower case
        return name.upper()
    opens_small = _OPENS_SENTENCE.match(name) or name.lower() in lexicon("sources")["unidentified"]
    if fact.speech.source.named != "named" and opens_small:
        return name[0].lower() + name[1:]
    return name


def _office(person: Person, reading: Reading) -> str:
    """Return the office beside the full name, if the article gives one only and no former one."""
    offices = {reading.words(span).casefold(): reading.words(span) for span in person.offices}
    if person.former or len(offices) != 1 or len(person.name.split()) == 1:
        return ""
    return next(iter(offices.values()))


@dataclass(frozen=True, slots=True)
class Silence:
    """People named at least twice to whom nothing is credited; ``doubts`` are words that may be theirs.

    With a doubt it cannot be told who of them is silent.
    """

    people: tuple[Person, ...]
    doubts: tuple[Span, ...]


def never_quoted(reading: Reading) -> Silence:
    """Find who is discussed and never credited with a word, under any name the article uses."""
    heard = {fact.speaker for fact in reading.every_attribution}
    sources = [reading.words(fact.speech.source.span) for fact in reading.every_attribution]
    silent = [
        person
        for person in reading.people
        if person not in heard
        and len(person.mentions) >= _FEWEST_MENTIONS
        and label_of(person, reading) is not None  # a bare surname does not tell who is meant
        and not any(re.search(rf"\b{re.escape(person.surname)}\b", source) for source in sources)
        and not _was_asked(person, reading)
    ]
    doubts = [
        fact.speech.source.span
        for fact in reading.every_attribution
        if fact.speaker is None and _may_be_a_person(fact, reading)
    ]
    doubts += [item.span for item in reading.abstentions if item.rule.startswith("quot")]
    return Silence(tuple(silent), tuple(sorted(doubts)))


def _may_be_a_person(fact: Attribution, reading: Reading) -> bool:
    """Whether a source without a name may be one person: “she”, “the engineer”, “a spokesman”."""
    naming = naming_of(fact)
    if naming == "pronoun":
        return fact.speech.source.name.lower() != "it"
    noun = _noun(reading.words(fact.speech.source.span))
    return naming != "named" and not _is_plural(noun) and noun not in lexicon("sources")["texts"]


def _noun(phrase: str) -> str:
    return (head_noun(phrase) or "").lower()


def _is_plural(noun: str) -> bool:
    return noun.endswith(("people", "men", "women")) or (noun.endswith("s") and not noun.endswith("ss"))


def _was_asked(person: Person, reading: Reading) -> bool:
    """Whether a sentence that names the person tells of a question left without an answer."""
    return any(
        (sentence := reading.sentence_at(mention.start)) and _ASKED_IN_VAIN.search(sentence.text)
        for mention in person.mentions
    )
