"""Which name stands in the gap? A sentence of the article is quoted with one name left out."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from quiz.generate.candidates import NO_STATEMENT, Candidate, Offer, Proposal, count_words, passed_on
from quiz.generate.facts import Abstention, Attribution, Name, NameSort, Reading, Span
from quiz.generate.gaps import Passage, giveaway, passage_at, passages, with_gap
from quiz.generate.lexicons import lexicon
from quiz.generate.named import place_groups, surely_a_person
from quiz.generate.pronouns import same_gender, tells_gender
from quiz.generate.witnesses.names import find_titled_names
from quiz.generate.witnesses.words import known_bodies, known_outlets

FEWEST_DISTRACTORS = 2
MOST_DISTRACTORS = 3
MOST_QUESTIONS = 6
MOST_WORDS = 40
MOST_TIMES_AS_OFTEN = 2
"""A name that the article has more than so many times as often as any other option stands out."""

MOST_TIMES_AS_LONG = 2.5

MOST_SHARED = 0.4
"""Share of a sentence's longer words in another one from which on the two may tell the same."""

STEM_LETTERS = 4
HARMLESS = frozenset({"bodies", "body", "failed", "families", "fair", "good", "best", "great", "important", "people", "voters", "youth"})
"""Words that no gap may hold, but that may stand beside one."""
STEMS = (
    "According to the article, which name stands in the gap? {sentence}",
    "Which name does the article have in the gap? {sentence}",
    "Which name completes this sentence as it stands in the article? {sentence}",
)
TITLED_STEM = "Which name does the article have in the gap, with a title before it? {sentence}"

_HANGS = re.compile(r"\b(?:the|all)\s+(?:two|three|four|five|six|seven|eight|nine|ten|pair|trio|latter|former|other)[,.]", re.I)
_LONG_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{5,}")
_LINKED = re.compile(r"^\s*[(,]|\b(?:known|called|formerly|or|aka)\b")


@dataclass(frozen=True, slots=True)
class _Place:
    """A name that may be left out: what is left out, and what it may be exchanged for.

    ``form`` tells which names fit the same gap: the sort of name and how it is written.
    """

    name: Name
    text: str
    span: Span
    gap: Span
    form: tuple[str, ...]
    passage: Passage | None


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question for every sentence that can be quoted by itself, and one for every name."""
    every = [passage for passage in passages(reading) if not passage.quoted]
    places = list(_places(every, reading))
    asked: set[str] = set()
    used: set[Span] = set()
    made = 0
    for place in sorted(places, key=lambda place: (_is_source(place, reading), _count(place.name), place.span)):
        passage = place.passage
        if passage is None or passage.refusal or passage.span in used or place.name.text in asked:
            continue
        proposal = _question(place, passage, places, reading, rng)
        if isinstance(proposal, Candidate):
            if made == MOST_QUESTIONS:
                continue
            made += 1
            asked.add(place.name.text)
            used.add(passage.span)
        yield proposal


def _is_source(place: _Place, reading: Reading) -> bool:
    return any(fact.speech.source.span.overlaps(place.span) for fact in reading.every_attribution)


def _count(name: Name) -> int:
    return len(name.mentions)


def _places(every: Sequence[Passage], reading: Reading) -> Iterator[_Place]:
    """Every mention of a name that is surely one, with the form in which it stands there."""
    people = {person.name: person for person in reading.people}
    for name in reading.names:
        person = people.get(name.text) if name.sort == "person" else None
        if name.sort == "person" and (person is None or not surely_a_person(person, reading)):
            continue
        for span in name.mentions:
            text = reading.words(span)
            passage = passage_at(span, every)
            yield _Place(
                name, text, span, _gap(span, passage, reading), _form(name, text, span, reading), passage
            )


def _form(name: Name, text: str, span: Span, reading: Reading) -> tuple[str, ...]:
    """How a name is written where it stands: names of one form fit the same gap."""
    before = reading.article.raw[max(0, span.start - 5) : span.start].lower()
    definite = "the" if re.search(r"\bthe\s+$", before) else ""
    if name.sort == "person":
        return ("person", "full" if " " in text else "surname")
    plural = "plural" if re.search(r"[a-z]s$", text) else ""
    if name.sort == "place":
        group = place_groups().get(text, "cities")
        return ("place", group, definite, plural)
    if text.removeprefix("The ") in known_outlets() or text in known_outlets():
        return ("outlet", definite, "The" if text.startswith("The ") else "")
    words = "words" if " " in text else "initials" if text.isupper() else "word"
    return ("body", words, definite, plural)


def _gap(span: Span, passage: Passage | None, reading: Reading) -> Span:
    """The stretch left out: the name, with the title before it that might fit this one only."""
    if passage is None:
        return span
    for titled in find_titled_names(passage.text):
        if passage.span.start + titled.name_start == span.start:
            return Span(passage.span.start + titled.title_start, span.end)
    return span


def _question(
    place: _Place, passage: Passage, places: Sequence[_Place], reading: Reading, rng: random.Random
) -> Proposal:
    said = _reported(place, passage, reading)
    problem = _problem(place, passage, said, reading)
    if problem:
        return Abstention("name", place.span, problem)
    others = _others(place, passage, places, reading, rng)
    if len(others) < FEWEST_DISTRACTORS:
        return Abstention("name", place.span, "too few other names of this form fit the gap")
    titled = place.gap != place.span
    told = giveaway(passage, place.span)
    stem = TITLED_STEM if titled else rng.choice(STEMS)
    return Candidate(
        kind="name",
        prompt=stem.format(sentence=with_gap(passage, place.gap)),
        offers=(
            Offer(place.text, correct=True),
            *(Offer(other.text, why=_why(other, reading)) for other in others),
        ),
        explanation=f"In {reading.place(passage.span.start)} the article has “{told}”.",
        evidence=(passage.span,),
        asks_about=place.span,
        giveaway=reading.words(said.speech.content) if said else told,
        difficulty=2 + passage.long,
        rule=f"gap.{place.name.sort}",
        witnesses=("rules",),
    )


def _reported(place: _Place, passage: Passage, reading: Reading) -> Attribution | None:
    """Return the statement that the sentence hands to this name in other words than its own, if it does."""
    for fact in reading.attributions:
        if fact.speech.source.span.overlaps(place.span) and fact.speech.form == "indirect":
            plain = not fact.speech.denied and fact.rule not in NO_STATEMENT and not passed_on(fact, reading)
            return fact if plain and passage.span.covers(fact.speech.statement) else None
    return None


def _problem(place: _Place, passage: Passage, said: Attribution | None, reading: Reading) -> str | None:
    """Why a name cannot be left out of its sentence."""
    before, after = passage.before(place.gap), passage.after(place.gap)
    rest = f"{before} {after}"
    if count_words(passage.text) > MOST_WORDS:
        return f"the sentence has more than {MOST_WORDS} words"
    if any(mark.overlaps(place.span) for mark in reading.quotations):
        return "the name stands in a quotation"
    if _is_source(place, reading) and not said:
        return "the name is that of a source"
    if _joined(before, after, place.name.sort):
        return "the words beside the name tell it, or belong to it"
    if _betrays(place, rest):
        return "the rest of the sentence holds a part of the name"
    if any(_tells(short, rest) for short in _short(place, reading)):
        return "the rest of the sentence holds its short form"
    if place.name.sort == "place" and _local().search(rest):
        return "the rest of the sentence tells of people or things of a place"
    if _HANGS.search(passage.text):
        return "it leans on what stands before it"
    if hit := _delicate().search(passage.text):
        return f"the sentence is not to be turned into a riddle: “{hit.group()}”"
    return None


def _joined(before: str, after: str, sort: NameSort) -> bool:
    """Whether the name is a part of something longer, or a place beside the place it lies in."""
    if re.search(r"(?:\ban?|[A-Z]\.|[-–/(])\s*$", before):
        return True
    if re.search(r"(?:^|\s)(?:[A-Z][\w.’'-]*)\s+$", before) and not re.fullmatch(r"\w+\s+", before):
        return True
    if sort == "place" and (re.search(r"[A-Z][\w.’'-]*,\s*$", before) or re.match(r",\s+[A-Z]", after)):
        return True
    return bool(re.match(r"(?:[-–/]|[’'](?!s\b)|\s*\(|\s[A-Z]|\s+(?:era|administration|campaign)\b)", after))


def _betrays(place: _Place, text: str) -> bool:
    """Whether a text holds a word of the name, for bodies and places also in another form of it."""
    words = [word for word in re.findall(r"[\w-]{2,}", place.name.text) if word[0].isupper()]
    if place.name.sort == "person":
        return any(_tells(word, text) for word in words)
    stems = [word[: max(STEM_LETTERS, len(word) - 3)] for word in words if len(word) >= STEM_LETTERS]
    return any(re.search(rf"(?<!\w){re.escape(stem)}", text, re.IGNORECASE) for stem in stems)


def _short(place: _Place, reading: Reading) -> set[str]:
    """Other names of the same body, and the initials of the name."""
    own = {place.name.text, place.text}
    shorts = {
        reading.text(form.short)
        for form in reading.short_forms
        if reading.words(form.long).removeprefix("the ") in own
    }
    shorts |= {short for short, long in known_bodies().items() if long == known_bodies().get(place.text)}
    initials = "".join(word[0] for word in place.name.text.split() if word[0].isupper())
    return (shorts | ({initials} if len(initials) > 1 else set())) - own


def _tells(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _others(
    place: _Place, passage: Passage, places: Sequence[_Place], reading: Reading, rng: random.Random
) -> list[_Place]:
    """Names of the same form that stand in other sentences and could be meant in none like this one."""
    first: dict[str, _Place] = {}
    for other in places:
        if other.name == place.name or other.name.text in first:
            continue
        if place.form == ("person", "surname") and other.name.sort == "person":
            first[other.name.text] = replace(other, text=other.name.text.split()[-1])
        elif other.form == place.form:
            first[other.name.text] = other
    possessive = re.match(r"[’']s\b", passage.after(place.span)) is not None
    gendered = tells_gender(f"{passage.before(place.gap)} {passage.after(place.gap)}")
    fitting = [
        other
        for other in first.values()
        if not any(passage.span.overlaps(mention) for mention in other.name.mentions)
        and not _betrays(other, passage.text)
        and not _akin(place, other, reading)
        and not _same_told(other, passage, reading)
        and 1 / MOST_TIMES_AS_LONG < len(other.text) / len(place.text) < MOST_TIMES_AS_LONG
        and not (possessive and other.text.endswith("s"))
        and (place.name.sort != "person" or _alike(place, other, reading, strictly=gendered))
    ]
    if _tells(place.text, reading.article.title):
        often = [other for other in fitting if _tells(other.text, reading.article.title)]
    else:
        often = [other for other in fitting if _count(other.name) * MOST_TIMES_AS_OFTEN >= _count(place.name)]
    chosen: list[_Place] = []
    if not often:
        return []
    for other in [*rng.sample(often, min(1, len(often))), *rng.sample(fitting, len(fitting))]:
        if len(chosen) < MOST_DISTRACTORS and not any(
            other is one or _akin(one, other, reading) for one in chosen
        ):
            chosen.append(other)
    return chosen


def _alike(place: _Place, other: _Place, reading: Reading, *, strictly: bool) -> bool:
    """Whether nothing in the sentence tells by “she” or “his” which of two people is meant."""
    people = {person.name: person for person in reading.people}
    one, two = people[place.name.text], people[other.name.text]
    if (one.shares_surname or two.shares_surname) and place.form == ("person", "surname"):
        return False
    return not strictly or same_gender(one, two, reading.article)


def _akin(one: _Place, other: _Place, reading: Reading) -> bool:
    """Whether two names share a word, or may be two names of one."""
    if set(one.name.text.casefold().split()) & (set(other.name.text.casefold().split()) - {"of", "for", "the"}):
        return True
    if other.text in _short(one, reading) or one.text in _short(other, reading):
        return True
    return any(
        0 <= right.start - left.end < 40
        and _LINKED.search(reading.article.raw[left.end : right.start])
        for left, right in pairwise(sorted((*one.name.mentions, *other.name.mentions)))
    )


def _same_told(other: _Place, passage: Passage, reading: Reading) -> bool:
    """Whether a sentence that names the other may tell the same of it."""
    own = _stems(passage.text)
    for mention in other.name.mentions:
        sentence = reading.sentence_at(mention.start)
        if sentence and own and len(own & _stems(sentence.text)) / len(own) > MOST_SHARED:
            return True
    return False


def _stems(text: str) -> set[str]:
    return {word[:6].casefold() for word in _LONG_WORD.findall(text)}


def _why(other: _Place, reading: Reading) -> str:
    places = reading.places(other.name.mentions[:1])
    name = other.name.text if other.name.sort == "person" else other.text
    return f"The article names {name} in {places}, but not in this sentence."


@cache
def _local() -> re.Pattern[str]:
    places = lexicon("places")
    names = {*places["adjectives"], *(f"{word}s" for word in places["adjectives"]), *places["peoples"]}
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")


@cache
def _delicate() -> re.Pattern[str]:
    """Words of death, of blame and of groups: beside a gap for a name they would make it a guessing game."""
    never = lexicon("cloze")["never"]
    groups = ("groups of people", "death and violence", "leaning")
    words = [*(word for group in groups for word in never[group]), *lexicon("own_voice")["judges"]["words"]]
    whole = "|".join(map(re.escape, set(words) - HARMLESS))
    begun = "|".join(map(re.escape, lexicon("gaps")["blame"]))
    return re.compile(rf"(?<![\w-])(?:(?:{whole})(?![\w-])|(?:{begun})\w*)", re.IGNORECASE)
