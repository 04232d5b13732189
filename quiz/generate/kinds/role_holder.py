"""Whom does the article describe so? The title before a name, or what is set off beside it, is shown."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words
from quiz.generate.facts import Abstention, Person, Reading, Span
from quiz.generate.in_story import belongs
from quiz.generate.lexicons import lexicon
from quiz.generate.named import surely_a_person, told_by_name
from quiz.generate.pronouns import same_gender, tells_gender
from quiz.generate.voice import reports_a_case
from quiz.generate.wording import stands_in

FEWEST_DISTRACTORS = 2
MOST_DISTRACTORS = 3
MOST_ROLE_WORDS = 12
STEMS = (
    "Whom does the article describe as “{role}”?",
    "Who is “{role}”, according to the article?",
)
TITLED_STEMS = (
    "To whom does the article give the title “{role}”?",
    "Before whose name does the article put the title “{role}”?",
)
_LEANS = re.compile(
    r"(?:its|his|her|their|our|and|another|the (?:same|other))\b|.*\b(?:this|that|these|those)\b",
    re.IGNORECASE,
)

_SHORT = re.compile(r"^(?:the|an?)\s+\w+$|\.$")
"""“The lawyer” says too little by itself, “Sen.” is an abbreviation."""


@dataclass(frozen=True, slots=True)
class _Role:
    """What the article says that somebody is, and the noun in it that names the post."""

    text: str
    head: str
    evidence: Span
    titled: bool


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for everybody whom the article gives one office or calling, and one only."""
    people = [person for person in reading.people if surely_a_person(person, reading)]
    for person in people:
        roles = _roles_of(person, reading)
        if not roles:
            continue
        problem = _problem(person, roles, reading) or _not_only(person, roles[0], reading)
        others = [] if problem else _others(person, roles[0], people, reading)
        if problem is None and len(others) < FEWEST_DISTRACTORS:
            problem = "too few other people to choose from"
        if problem:
            yield Abstention("role_holder", roles[0].evidence, problem)
            continue
        chosen = rng.sample(others, min(MOST_DISTRACTORS, len(others)))
        yield _question(person, roles[0], chosen, reading, rng)


def _roles_of(person: Person, reading: Reading) -> list[_Role]:
    """Every office before the name, and everything set off beside it."""
    roles = []
    for office in person.offices:
        after = [mention for mention in person.mentions if mention.start >= office.end]
        if after and not reading.text(Span(office.end, after[0].start)).strip():
            text = reading.words(office)
            roles.append(_Role(text, text.split()[-1], Span(office.start, after[0].end), True))
    for seen in reading.appositions:
        if reading.words(seen.name) in (person.name, *person.variants):
            text = re.sub(r"^(?:An?|The)\s", lambda match: match.group().lower(), reading.words(seen.role))
            evidence = Span(min(seen.name.start, seen.role.start), max(seen.name.end, seen.role.end))
            roles.append(_Role(text, reading.words(seen.head), evidence, False))
    return sorted(roles, key=lambda role: role.evidence)


def _problem(person: Person, roles: list[_Role], reading: Reading) -> str | None:
    """Why it cannot be asked who is meant."""
    text = roles[0].text
    former = any(seen.former and reading.words(seen.name) == person.name for seen in reading.appositions)
    if len({role.text.casefold() for role in roles}) > 1 or person.former or former:
        return f"{person.name} has held or holds more than one office"
    if reports_a_case(reading):
        return "the article is about a charge or a crime"
    if person.shares_surname:
        return "somebody else may have the same surname"
    if _LEANS.match(text) or _SHORT.search(text) or count_words(text) > MOST_ROLE_WORDS:
        return "the description leans on what stands before it, is cut short, or too long to be asked about"
    if told_by_name(text):
        return "most readers know without the article who holds it"
    if any(word in text.split() for word in re.findall(r"\w{3,}", person.name)):
        return "the description holds a part of the name"
    return None


def _not_only(person: Person, role: _Role, reading: Reading) -> str | None:
    """Why the description may be somebody else's as well."""
    bare = re.sub(r"^(?:an?|the)\s", "", role.text)
    for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", reading.article.raw, re.IGNORECASE):
        before, after = reading.article.raw[: match.start()], reading.article.raw[match.end() :]
        beside = re.match(r",?\s+([A-Z]\w+)", after) or re.search(r"([A-Z]\w+),\s+(?:an?\s|the\s)?$", before)
        if beside is not None and beside[1] not in person.name.split():
            return "the article gives the same office to somebody else"
    titled = [office for other in reading.people if other != person for office in other.offices]
    if any(reading.words(office).casefold().endswith(bare.casefold()) for office in titled):
        return "the article gives the same office to somebody else"
    return None


def _others(person: Person, role: _Role, people: list[Person], reading: Reading) -> list[Person]:
    """People who stand elsewhere and of whom the article says nothing that could come to the same."""
    beside = reading.sentence_at(role.evidence.start)
    here = Span(beside.start, beside.end) if beside else role.evidence
    akin = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _akin(role.head)))})(?!\w)", re.IGNORECASE)
    found: list[Person] = []
    for other in people:
        apart = all(one.name.split()[-1] != other.name.split()[-1] for one in (person, *found))
        if other == person or not apart or any(mention.overlaps(here) for mention in other.mentions):
            continue
        if _begins_with_a_noun(other, reading) or not belongs(other, reading):
            continue
        if tells_gender(role.text) and not same_gender(person, other, reading.article):
            continue
        sentences = [reading.sentence_at(mention.start) for mention in other.mentions]
        if not any(sentence and akin.search(sentence.text) for sentence in sentences):
            found.append(other)
    return found


def _begins_with_a_noun(person: Person, reading: Reading) -> bool:
    """Whether a plain word was read as a part of the name: “Patient Jan Brook”."""
    first = person.name.split()[0].lower()
    return any(stands_in(word, reading.article.raw) for word in (first, f"{first}s"))


def _akin(head: str) -> list[str]:
    """The post itself and those that the lexicon has for much the same."""
    groups = [posts for posts in lexicon("roles")["posts"].values() if head.casefold() in posts]
    titles = [group for group in lexicon("titles")["equivalents"] if head in group]
    return [head, *(post for group in (*groups, *titles) for post in group)]


def _question(
    person: Person, role: _Role, others: list[Person], reading: Reading, rng: random.Random
) -> Candidate:
    place = reading.places([role.evidence])
    where = "stands right before the name" if role.titled else "is set off beside the name"
    return Candidate(
        kind="role_holder",
        prompt=rng.choice(TITLED_STEMS if role.titled else STEMS).format(role=role.text),
        offers=(
            Offer(person.name, correct=True),
            *(
                Offer(
                    other.name,
                    why=f"The article names {other.name} in {reading.places(other.mentions[:1])}, and does "
                    "not say this of them.",
                )
                for other in others
            ),
        ),
        explanation=f"In {place} it {where}: “{reading.words(role.evidence)}”.",
        evidence=(role.evidence,),
        asks_about=role.evidence,
        rule="title.holder" if role.titled else "apposition.holder",
        witnesses=("rules",),
        giveaway=reading.words(role.evidence),
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everybody on offer beside whose name, in any of its forms, the article has the description."""
    shown = candidate.prompt.partition("“")[2].rpartition("”")[0]
    role = re.sub(r"^(?:an?|the)\s", "", shown)
    whole = " ".join(reading.article.raw.split()).lower()
    return frozenset(
        person.name
        for person in reading.people
        for name in (person.name, *person.variants, person.surname)
        if person.name in candidate.texts
        and any(
            stands_in(beside.lower(), whole)
            for beside in (
                *(f"{role}{comma} {name}" for comma in ("", ",")),
                *(f"{name}, {article}{role}" for article in ("", "a ", "an ", "the ")),
            )
        )
    )
