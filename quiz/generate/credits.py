"""Sources as answers: people and bodies the article names, and which could not be taken for another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from quiz.generate.candidates import Offer, fold, label_of
from quiz.generate.facts import Attribution, Person, Reading, Span
from quiz.generate.identified import goes_unnamed, stands_for
from quiz.generate.in_story import belongs
from quiz.generate.lexicons import lexicon
from quiz.generate.remembered import by_reading, by_text
from quiz.generate.voice import barred
from quiz.generate.witnesses.sources import head_noun
from quiz.generate.witnesses.words import known_outlets
from quiz.generate.wording import places_of

NOBODY_NAMED = "Somebody not named"
"""The option beside people and bodies; it is also the key where nobody is named."""

_EPITHET = re.compile(r"\w+-(?:\w+-)?\w+\s+(?:\w+\s+)+\w")
"""“Mum-of-three Nina Vale”: no name, and unlike the others on offer."""

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_BODY = re.compile(r"(?:[Tt]he\s+)?(?P<name>[^,()]+)")


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody or something the article names and may credit.

    ``label`` is how it is offered as an answer, ``mentions`` every place that names it, ``heard`` the
    words the article credits to it.
    """

    label: str
    form: Literal["person", "body"]
    person: Person | None
    mentions: tuple[Span, ...]
    heard: tuple[Span, ...]


@by_reading
def credit_of(fact: Attribution, reading: Reading) -> Credit | None:
    """Return the person or body that an attribution names as its source, if it names one clearly.

    A name that stands only under signed words may be the paper's, in a list of sources: it is left alone.
    """
    if fact.rule == "quote.signed" and not (fact.speaker and _stands_elsewhere(fact.speaker, reading)):
        return None
    if fact.speaker is not None:
        return _person(fact.speaker, reading)
    name = _credited_body(fact, reading)
    return _body(name, reading) if name else None


@lru_cache(maxsize=2)
def all_credits(reading: Reading) -> list[Credit]:
    """Everybody and every body that can be offered, in the order of the text."""
    people = [_person(person, reading) for person in reading.people if _stands_elsewhere(person, reading)]
    named = [_credited_body(fact, reading) for fact in reading.every_attribution]
    outlets = [reading.words(outlet.mentions[0]).removeprefix("The ") for outlet in reading.outlets]
    spelled = [reading.words(form.long).removeprefix("the ") for form in reading.short_forms]
    bodies = [_body(name, reading) for name in dict.fromkeys([*named, *outlets, *spelled]) if name]
    found = [credit for credit in (*people, *bodies) if credit is not None and credit.mentions]
    return sorted(found, key=lambda credit: (credit.mentions[0], credit.label))


def rivals(key: Credit | None, fact: Attribution, reading: Reading) -> list[Credit]:
    """Whom a reader could pick instead, those who are credited with something first, of the key's form first.

    Left out is whoever stands in the same sentence, beside the key somewhere else (a spokesman and whom he
    speaks for), or under a name that may be the key's. Where the key has no name, nobody of the same
    paragraph is offered.
    """
    block = reading.article.block_at(fact.speech.source.span.start)
    here = Span(block.start, block.end) if key is None and block else _around(fact, reading)
    others = [
        credit
        for credit in all_credits(reading)
        if not any(mention.overlaps(here) for mention in credit.mentions)
        and (key is None or not could_be_taken_for(key, credit, reading))
        and (key is None or key.form != credit.form or _titled(key.label) == _titled(credit.label))
        and not (credit.person and is_accused(credit.person, reading))
        and (credit.person is None or belongs(credit.person, reading))
    ]
    others.sort(key=lambda c: (key is not None and c.form != key.form, not c.heard, c.mentions[0]))
    apart: list[Credit] = []
    for credit in others:
        if not any(_may_be_one(credit, other) for other in apart):
            apart.append(credit)
    return apart


def answer_options(fact: Attribution, reading: Reading, most: int) -> list[Offer]:
    """Return who is credited and up to ``most`` others, the key first; empty if that is not settled.

    The others are so chosen that the key's form does not betray it: they share it, or each option is of a
    form of its own. The key of a source that goes without a name is that it does.
    """
    credit = credit_of(fact, reading)
    if credit is None:
        return _nobody(fact, reading, most) if goes_unnamed(fact, reading) else []
    others = rivals(credit, fact, reading)
    chosen = [other for other in others if other.form == credit.form][:most] or others[:1]
    offers = [Offer(credit.label, correct=True), *_wrong(chosen, reading)]
    if len(offers) == 2:
        source = reading.words(fact.speech.source.span)
        named = stands_for(fact, reading).strip() or f"“{source}” stands for a source that the article names."
        offers.append(Offer(NOBODY_NAMED, why=named))
    return offers if len(offers) > 2 else []


def _nobody(fact: Attribution, reading: Reading, most: int) -> list[Offer]:
    chosen = rivals(None, fact, reading)[:most]
    offers = [Offer(NOBODY_NAMED, correct=True), *_wrong(chosen, reading)]
    return offers if len(offers) > 2 else []


def _wrong(chosen: Sequence[Credit], reading: Reading) -> list[Offer]:
    return [Offer(one.label, why=why_not(one, reading)) for one in chosen]


def could_be_taken_for(one: Credit, other: Credit, reading: Reading) -> bool:
    """Whether two sources may be one, or one may speak for the other."""
    return _may_be_one(one, other) or _side_by_side(one, other, reading)


def is_accused(person: Person, reading: Reading) -> bool:
    """Whether somebody without an office stands beside words of a charge, an arrest or a trial."""
    if person.offices:
        return False
    sentences = [reading.sentence_at(mention.start) for mention in person.mentions]
    return any(sentence and barred("accuses").search(sentence.text) for sentence in sentences)


@cache
def _titles() -> tuple[str, ...]:
    titles = lexicon("titles")
    return tuple(f"{title} " for group in ("offices", "courtesy") for title in titles[group])


def _titled(label: str) -> bool:
    return label.startswith(_titles())


def why_not(credit: Credit, reading: Reading) -> str:
    """Say what the article does with somebody who is not the source asked for."""
    if credit.heard:
        places = reading.places(credit.heard)
        return f"The article credits {in_running_text(credit)} with other words, in {places}."
    where = reading.places(credit.mentions[:1])
    return f"Named in {where}, but not as the source of these words."


def in_running_text(credit: Credit) -> str:
    """Return a label as it stands inside a sentence: “the Sydney Courier”."""
    return re.sub(r"^The\b", "the", credit.label)


def _person(person: Person, reading: Reading) -> Credit | None:
    label = label_of(person, reading)
    if label is None or _EPITHET.match(label):
        return None
    heard = [f.speech.content for f in reading.attributions if f.speaker == person and f.rule != "phrase"]
    return Credit(label, "person", person, person.mentions, tuple(heard))


@by_reading
def _body(name: str, reading: Reading) -> Credit:
    mentions = [
        Span(block.start + start, block.start + end)
        for block in reading.article.blocks
        if block.kind == "paragraph"
        for start, end in places_of([f"The {name}", f"the {name}", name], block.text)
    ]
    heard = [
        fact.speech.content
        for fact in reading.attributions
        if fact.speaker is None and _credited_body(fact, reading) == name
    ]
    article = any(re.match(r"the\s", reading.text(mention), re.IGNORECASE) for mention in mentions)
    label = f"The {name}" if article else name
    return Credit(label, "body", None, tuple(mentions), tuple(heard))


@by_reading
def _credited_body(fact: Attribution, reading: Reading) -> str | None:
    """Return the body an attribution names, if its name is there whole: “U.S.” before it may be a part."""
    span = fact.speech.source.span
    if fact.rule == "transcript":
        return None
    before = reading.article.raw[max(0, span.start - 30) : span.start]
    cut = re.search(r"[A-Z][\w.]*[ \t]+$", before) and not before.rstrip().endswith(("“", '"'))
    if cut:
        return None
    name = reading.words(span)
    return name.removeprefix("The ") if name in reading.article.outlets else _body_name(name)


@by_text
def _body_name(phrase: str) -> str | None:
    """Return a body's name without its article, or None if the phrase may name anything else."""
    match = _BODY.fullmatch(phrase)
    if match is None:
        return None
    name = match["name"].removeprefix("The ")
    if re.match(r"(?:Both|Neither|Either)\b", name) or re.search(r"\b(?:and|or) the\b", name):
        return None
    if name in known_outlets() or f"The {name}" in known_outlets() or _ACRONYM.fullmatch(name):
        return name
    noun = head_noun(name)
    words = name.split()
    named = noun in lexicon("names")["organisations"] and noun in words
    capitals = all(word[0].isupper() or word in _small_words() for word in words)
    return name if named and capitals and len(words) > 1 else None


@cache
def _small_words() -> frozenset[str]:
    return frozenset({"of", "and", "for", "the", "on", "in", "to", "&"})


def _stands_elsewhere(person: Person, reading: Reading) -> bool:
    """Whether a person is named anywhere but under signed words."""
    signatures = [f.speech.source.span for f in reading.every_attribution if f.rule == "quote.signed"]
    return any(not any(sign.overlaps(mention) for sign in signatures) for mention in person.mentions)


def _around(fact: Attribution, reading: Reading) -> Span:
    """Return the whole sentences that an attribution touches."""
    first = reading.sentence_at(fact.speech.statement.start)
    last = reading.sentence_at(fact.speech.statement.end - 1)
    start = min(fact.speech.statement.start, first.start if first else fact.speech.statement.start)
    return Span(start, max(fact.speech.statement.end, last.end if last else 0))


def _may_be_one(one: Credit, other: Credit) -> bool:
    """Whether two names may mean one: a shared surname, one within the other, initials of the other."""
    if one.person is not None and other.person is not None:
        return one.person == other.person or bool(
            {one.person.surname, *one.person.variants} & {other.person.surname, *other.person.variants}
        )
    first, second = fold(one.label).removeprefix("the "), fold(other.label).removeprefix("the ")
    return first in second or second in first or _initials(one, other) or _initials(other, one)


def _initials(short: Credit, long: Credit) -> bool:
    letters = short.label.removeprefix("The ")
    words = long.label.removeprefix("The ").split()
    return letters.isupper() and (
        [word[0] for word in words if word[0].isupper()] == list(letters)
        or [word[0].upper() for word in words] == list(letters)
    )


def _side_by_side(key: Credit, other: Credit, reading: Reading) -> bool:
    """Whether one of two sources of different form is named in a sentence with the other."""
    if key.form == other.form:
        return False
    places = {reading.sentence_at(mention.start) for mention in key.mentions}
    return any(reading.sentence_at(mention.start) in places for mention in other.mentions)
