"""Which name stands in the gap? A sentence of the article is quoted with one name left out."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from quiz.generate.absent import absent_names, comparable
from quiz.generate.candidates import (
    FEWEST_QUOTED_WORDS,
    NO_STATEMENT,
    Candidate,
    Offer,
    Proposal,
    count_words,
    passed_on,
)
from quiz.generate.facts import Abstention, Attribution, Name, NameSort, Reading, Span
from quiz.generate.gaps import GAP, Passage, clause, giveaway, led_in_passages, with_gap
from quiz.generate.lexicons import lexicon
from quiz.generate.name_gaps import NamePlace, akin, betrays, name_places, short_names
from quiz.generate.pronouns import same_gender, tells_gender
from quiz.generate.solve.found import has_words
from quiz.generate.solve.gap import fitting
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.wording import stands_in

FEWEST_DISTRACTORS = 2
MOST_DISTRACTORS = 3
MOST_QUESTIONS = 6
MOST_WORDS = 40
MOST_TIMES_AS_OFTEN = 2
"""A name that the article has more than so many times as often as any other option stands out."""

MOST_TIMES_AS_LONG = 2.5
"""A name that is so many times longer or shorter than the key stands out as well."""

MOST_SHARED = 0.4
"""Share of a sentence's longer words in another one from which on the two may tell the same."""

NEAR = 25
"""Characters beside a person's name in which “Norwegian” would tell it."""

STEMS = (
    "According to the article, which name stands in the gap? {sentence}",
    "Which name does the article have in the gap? {sentence}",
    "Which name completes this sentence as it stands in the article? {sentence}",
)
TITLED_STEM = "A title and a name are left out here. Which name is it? {sentence}"

TAKES_THE = frozenset({"Dominican Republic", "Gambia", "Netherlands", "Philippines"})
"""Places that need an article, which would show beside one that does not."""

_HANGS = re.compile(
    r"\b(?:the|all)\s+(?:two|three|four|five|six|seven|eight|nine|ten|pair|trio|latter|former|other)[,.]"
    r"|\b(?:(?:dis)?agree[ds]?|(?:did|does|do|has|have)(?:\s+so)?)\.$",
    re.IGNORECASE,
)
"""Words that only the sentence before makes clear."""

_LONG_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{5,}")


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question for every sentence that can be quoted by itself, and one for every name."""
    every = [passage for passage in led_in_passages(reading) if not passage.quoted]
    places = list(name_places(every, reading))
    asked: set[str] = set()
    used: set[Span] = set()
    made = 0
    for place in sorted(
        places, key=lambda place: (_is_source(place, reading), _count(place.name), place.span)
    ):
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


def _is_source(place: NamePlace, reading: Reading) -> bool:
    return any(fact.speech.source.span.overlaps(place.span) for fact in reading.every_attribution)


def _count(name: Name) -> int:
    return len(name.mentions)


def _question(
    place: NamePlace, passage: Passage, places: Sequence[NamePlace], reading: Reading, rng: random.Random
) -> Proposal:
    said = _reported(place, passage, reading)
    problem = _problem(place, passage, said, reading)
    if problem:
        return Abstention("name", place.span, problem)
    others = [
        Offer(other.text, why=_why(other, reading)) for other in _others(place, passage, places, reading, rng)
    ]
    if len(others) < FEWEST_DISTRACTORS and _may_stand_beside_absent(place, passage, reading):
        alike = comparable(place.text)
        others = [other for other in others if other.text in alike]
        absent = [
            Offer(text, why=f"The article nowhere names {text}.") for text in _absent(place, passage, reading)
        ]
        others += rng.sample(absent, min(len(absent), MOST_DISTRACTORS - len(others)))
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
            *others,
        ),
        explanation=f"In {reading.place(passage.span.start)} the article has "
        f"“{clause(passage, place.span)}”.",
        evidence=(passage.span,),
        asks_about=place.span,
        giveaway=reading.words(said.speech.content) if said else told,
        rule=f"gap.{place.name.sort}",
        witnesses=("rules",),
    )


def _reported(place: NamePlace, passage: Passage, reading: Reading) -> Attribution | None:
    """Return the statement that the sentence hands to this name in other words than its own, if it does."""
    for fact in reading.attributions:
        if fact.speech.source.span.overlaps(place.span) and fact.speech.form == "indirect":
            plain = not fact.speech.denied and fact.rule not in NO_STATEMENT and not passed_on(fact, reading)
            return fact if plain and passage.span.covers(fact.speech.statement) else None
    return None


def _problem(place: NamePlace, passage: Passage, said: Attribution | None, reading: Reading) -> str | None:
    """Why a name cannot be left out of its sentence."""
    before, after = passage.before(place.gap), passage.after(place.gap)
    rest = f"{before} {after}"
    if count_words(passage.text) > MOST_WORDS:
        return f"the sentence has more than {MOST_WORDS} words"
    if any(mark.overlaps(place.span) for mark in reading.quotations):
        return "the name stands in a quotation"
    spoken = [mark for mark in reading.quotations if count_words(reading.text(mark)) >= FEWEST_QUOTED_WORDS]
    if find_cues(passage.text) and any(mark.overlaps(passage.span) for mark in spoken):
        return "the sentence tells whose words it quotes"
    if _is_source(place, reading) and not said:
        return "the name is that of a source"
    if _joined(before, after, place.name.sort):
        return "the words beside the name tell it, or belong to it"
    if betrays(place, rest):
        return "the rest of the sentence holds a part of the name"
    if any(stands_in(short, rest) for short in short_names(place, reading)):
        return "the rest of the sentence holds its short form"
    near = f"{before[-NEAR:]} {after[:NEAR]}" if place.name.sort == "person" else rest
    if place.name.sort != "body" and _local().search(near):
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


def _others(
    place: NamePlace, passage: Passage, places: Sequence[NamePlace], reading: Reading, rng: random.Random
) -> list[NamePlace]:
    """Names of the same form that stand in other sentences and could be meant in none like this one."""
    first: dict[str, NamePlace] = {}
    for other in places:
        if other.name == place.name or other.name.text in first:
            continue
        if place.form == ("person", "surname") and other.name.sort == "person":
            first[other.name.text] = replace(other, text=other.name.text.split()[-1])
        elif other.form == place.form:
            first[other.name.text] = other
    possessive = re.match(r"[’']s\b", passage.after(place.span)) is not None
    rest = f"{passage.before(place.gap)} {passage.after(place.gap)}"
    gendered = tells_gender(rest)
    fitting = [
        other
        for other in first.values()
        if not any(passage.span.overlaps(mention) for mention in other.name.mentions)
        and not betrays(other, rest)
        and not akin(place, other, reading)
        and not _same_told(other, passage, reading)
        and 1 / MOST_TIMES_AS_LONG < len(other.text) / len(place.text) < MOST_TIMES_AS_LONG
        and not (possessive and other.text.endswith("s"))
        and (place.name.sort != "person" or _alike(place, other, reading, strictly=gendered))
    ]
    if stands_in(place.text, reading.article.title):
        often = [other for other in fitting if stands_in(other.text, reading.article.title)]
    else:
        often = [other for other in fitting if _count(other.name) * MOST_TIMES_AS_OFTEN >= _count(place.name)]
    chosen: list[NamePlace] = []
    if not often:
        return []
    for other in [*rng.sample(often, min(1, len(often))), *rng.sample(fitting, len(fitting))]:
        if len(chosen) < MOST_DISTRACTORS and not any(
            other is one or akin(one, other, reading) for one in chosen
        ):
            chosen.append(other)
    return chosen


def _may_stand_beside_absent(place: NamePlace, passage: Passage, reading: Reading) -> bool:
    """Whether a place or company is named seldom and not in the headline: else it would answer by itself.

    Of which country a city is the capital most readers know without the article.
    """
    seldom = _count(place.name) <= MOST_TIMES_AS_OFTEN and not stands_in(place.text, reading.article.title)
    return place.name.sort != "person" and seldom and not has_words("capital", passage.text)


def _absent(place: NamePlace, passage: Passage, reading: Reading) -> list[str]:
    """Comparable names that would fit the gap by their length and form."""
    possessive = re.match(r"[’']s\b", passage.after(place.span)) is not None
    return [
        text
        for text in absent_names(place.text, reading)
        if not (possessive and text.endswith("s"))
        and 1 / MOST_TIMES_AS_LONG < len(text) / len(place.text) < MOST_TIMES_AS_LONG
        and (text in TAKES_THE) == ("the" in place.form)
    ]


def _alike(place: NamePlace, other: NamePlace, reading: Reading, *, strictly: bool) -> bool:
    """Whether nothing in the sentence tells by “she” or “his” which of two people is meant."""
    people = {person.name: person for person in reading.people}
    one, two = people[place.name.text], people[other.name.text]
    if (one.shares_surname or two.shares_surname) and place.form == ("person", "surname"):
        return False
    return not strictly or same_gender(one, two, reading.article)


def _same_told(other: NamePlace, passage: Passage, reading: Reading) -> bool:
    """Whether a sentence that names the other may tell the same of it."""
    own = _stems(passage.text)
    for mention in other.name.mentions:
        sentence = reading.sentence_at(mention.start)
        if sentence and own and len(own & _stems(sentence.text)) / len(own) > MOST_SHARED:
            return True
    return False


def _stems(text: str) -> set[str]:
    return {word[:6].casefold() for word in _LONG_WORD.findall(text)}


def _why(other: NamePlace, reading: Reading) -> str:
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
    whole = "|".join(map(re.escape, set(words) - set(lexicon("gaps")["beside"])))
    begun = "|".join(map(re.escape, lexicon("gaps")["blame"]))
    return re.compile(rf"(?<![\w-])(?:(?:{whole})(?![\w-])|(?:{begun})\w*)", re.IGNORECASE)


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every name on offer that the article has in this sentence, behind a title or not, or in one like it."""
    before, _, after = candidate.prompt.partition("“")[2].removesuffix("”").partition(GAP)
    whole = " ".join(reading.article.raw.split())
    fits = fitting(candidate.prompt, candidate.texts, reading)
    if not candidate.prompt.startswith(TITLED_STEM.partition("?")[0]):
        return fits | {text for text in candidate.texts if f"{before}{text}{after}" in whole}
    title = r"(?:[\w.,’'&-]+ ){0,8}"
    return fits | {
        text
        for text in candidate.texts
        if re.search(f"{re.escape(before)}{title}{re.escape(text)}{re.escape(after)}", whole)
    }
