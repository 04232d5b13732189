"""What office does the article give NAME? The title stands before the name, or what NAME is beside it."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words
from quiz.generate.facts import Abstention, Apposition, Person, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.named import told_by_name
from quiz.generate.solve.found import find, has_words
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.names import courtesy_titles, office_titles
from quiz.generate.wording import folded, stands_in, whole_text

DISTRACTORS = 2
STEMS = (
    "What office does the article give {name}?",
    "According to the article, what office does {name} hold?",
)

SET_OFF_STEMS = (
    "Who, according to the article, is {name}?",
    "How does the article describe {name}?",
)
MOST_ROLE_WORDS = 9
_ARTICLE = re.compile(r"^(?:an?|the)\s")
"""Taken off every option where some have one and some have not."""

_BARE = re.compile(r"(?:(?:an?|the)\s+)?[\w-]+")
_LEANS = re.compile(
    r"(?:its|his|her|their|our|and)\b|(?:[A-Z]\w+[’']s?\s+)(?:deputy|aide|adviser)\b", re.IGNORECASE
)
_OF_THE_STATE = re.compile(
    r"\b(?:department|ministry|agency|government|military|army|navy|police|court|house|state|city|county)\b",
    re.IGNORECASE,
)
"""Bodies that have no founder or treasurer, or whose posts have names of their own."""
_PLAIN_BEFORE_HEAD = re.compile(
    r"(?:(?:an?|the|its|their|our|chief|senior|deputy|[\w.&-]+[’']s?|[A-Z][\w.&’'-]*)\s+)*$"
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every full name with one office, before it or set off beside it."""
    beside: dict[str, list[Apposition]] = {}
    for seen in reading.appositions:
        beside.setdefault(reading.words(seen.name), []).append(seen)
    for person in reading.people:
        if not person.offices or len(person.name.split()) < 2 or person.name.split()[0] in courtesy_titles():
            continue
        texts = {reading.words(office) for office in person.offices}
        texts |= {reading.words(seen.role) for seen in beside.get(person.name, ())}
        if len(texts) > 1 or person.former:
            yield Abstention(
                "role", person.offices[0], f"{person.name} has held or holds more than one office"
            )
            continue
        yield _question(person, texts.pop(), reading, rng)
    for name, every in beside.items():
        if name.split()[0] not in courtesy_titles() | office_titles():
            yield _set_off(name, every, reading, rng)


def _set_off(name: str, every: list[Apposition], reading: Reading, rng: random.Random) -> Proposal:
    """Ask what somebody is whom the article describes between commas, and nowhere by a title."""
    seen = every[0]
    key = _lowered(reading.words(seen.role))
    titled = any(person.offices for person in reading.people if name in (person.name, *person.variants))
    if (
        titled
        or len({reading.words(one.role).casefold() for one in every}) > 1
        or any(o.former for o in every)
    ):
        return Abstention("role", seen.role, f"{name} has held or holds more than one office")
    if reports_a_case(reading):
        return Abstention("role", seen.role, "the article is about a charge or a crime")
    if _LEANS.match(key):
        return Abstention("role", seen.role, "what is set off beside the name leans on what stands before it")
    if _BARE.fullmatch(key):
        return Abstention("role", seen.role, "what is set off beside the name says too little by itself")
    if count_words(key) > MOST_ROLE_WORDS:
        return Abstention("role", seen.role, "what is set off beside the name is too long to choose from")
    chosen: list[Offer] = []
    for offer in _other_roles(seen, every, reading):
        if len(chosen) < DISTRACTORS and not any(_overlap(offer.text, other.text) for other in chosen):
            chosen.append(offer)
    if len(chosen) < DISTRACTORS:
        exchanged = _exchanged(seen, reading, rng)
        chosen += [offer for offer in exchanged if offer.text not in {other.text for other in chosen}]
        chosen = chosen[:DISTRACTORS]
    if len(chosen) < DISTRACTORS:
        return Abstention("role", seen.role, "too few other offices to choose from")
    offers = (Offer(key, correct=True), *chosen)
    if len({_ARTICLE.match(offer.text) is None for offer in offers}) > 1:
        offers = tuple(replace(offer, text=_ARTICLE.sub("", offer.text)) for offer in offers)
    evidence = Span(min(seen.name.start, seen.role.start), max(seen.name.end, seen.role.end))
    return Candidate(
        kind="role",
        prompt=rng.choice(SET_OFF_STEMS).format(name=name),
        offers=offers,
        explanation=f"In {reading.places([evidence])} it is set off by a comma: “{reading.words(evidence)}”.",
        evidence=(evidence,),
        asks_about=evidence,
        giveaway=reading.words(evidence),
        rule="apposition",
        witnesses=("rules",),
    )


def _other_roles(seen: Apposition, own: list[Apposition], reading: Reading) -> Iterator[Offer]:
    """What the article says of others, where it says it once and could not be said of this one."""
    key = reading.words(seen.role)
    for other in reading.appositions:
        text = reading.words(other.role)
        if other in own or other.former or _overlap(text, key) or count_words(text) > MOST_ROLE_WORDS:
            continue
        if _BARE.fullmatch(_lowered(text)) or _LEANS.match(text):
            continue
        if _group(reading.words(other.head)) != _group(reading.words(seen.head)):
            place = reading.places([other.role])
            yield Offer(_lowered(text), why=f"The article says this of somebody else, in {place}.")


def _exchanged(seen: Apposition, reading: Reading, rng: random.Random) -> Iterator[Offer]:
    """The same words with another post in them, where any post could stand: “lawyer for the board”."""
    key, head = reading.words(seen.role), reading.words(seen.head)
    if _OF_THE_STATE.search(key):
        return
    start = reading.words(Span(seen.role.start, seen.head.end)).rfind(head)
    if not _PLAIN_BEFORE_HEAD.match(key[:start]) or key[start + len(head) :].startswith(" at large"):
        return
    row = next((row for row in lexicon("roles")["offered"] if _group(head) in row["groups"]), None)
    if row is None or any(title.casefold() in key.casefold() for title in _long_titles()):
        return
    posts = row.get("of", []) if key[start + len(head) :].startswith(" of ") else row["posts"]
    for post in rng.sample(posts, len(posts)):
        if _group(post) == _group(head) or stands_in(post, whole_text(reading)):
            continue
        written = post.capitalize() if head[0].isupper() else post
        article = re.match(r"an?\s+$", key[:start])
        if article and (post[0] in "aeiou") != (head[0].lower() in "aeiou"):
            continue
        text = _lowered(f"{key[:start]}{written}{key[start + len(head) :]}")
        yield Offer(text, why=f"The article has “{head}” where this has “{written}”.")


def _lowered(role: str) -> str:
    """Write the article of a role as within a sentence."""
    return re.sub(r"^(?:A|An|The)\s", lambda match: match.group().lower(), role)


@cache
def _long_titles() -> tuple[str, ...]:
    """Titles of several words: with one word exchanged they would be nonsense."""
    return tuple(title for title in lexicon("titles")["offices"] if " " in title)


def _group(post: str) -> str:
    """Which group of the lexicon a post belongs to; itself if it is in none."""
    groups = lexicon("roles")["posts"].items()
    return next((name for name, posts in groups if post.casefold() in posts), post.casefold())


def _question(person: Person, key: str, reading: Reading, rng: random.Random) -> Proposal:
    if key.endswith("."):
        return Abstention("role", person.offices[0], "the office is written as an abbreviation")
    if told_by_name(key):
        return Abstention("role", person.offices[0], "most readers know without the article who holds it")
    distractors = list(_other_offices(person, key, reading))[:DISTRACTORS]
    if len(distractors) < DISTRACTORS:
        offices = _spare_offices(key)
        if not offices and distractors and " " not in key:
            offices = _offices_everywhere(key)
        spare = [office for office in offices if _usable(office, distractors, reading)]
        distractors += [
            Offer(office, why="Nobody in the article is given this office.")
            for office in rng.sample(spare, min(len(spare), DISTRACTORS - len(distractors)))
        ]
    office = _given_office(person)
    if len(distractors) < DISTRACTORS or office is None:
        return Abstention("role", person.offices[0], "too few other offices to choose from")
    evidence = Span(office.start, _name_after(office, person).end)
    where = reading.places([evidence])
    return Candidate(
        kind="role",
        prompt=rng.choice(STEMS).format(name=person.name),
        offers=(Offer(key, correct=True), *distractors),
        explanation=f"In {where} the office stands right before the name: “{reading.words(evidence)}”.",
        evidence=(evidence,),
        asks_about=evidence,
        giveaway=reading.words(evidence),
        rule="title.before",
        witnesses=("rules",),
    )


def _given_office(person: Person) -> Span | None:
    return next(
        (office for office in person.offices if _name_after(office, person).start > office.start), None
    )


def _name_after(office: Span, person: Person) -> Span:
    """Return the mention of the person that follows an office."""
    return next((mention for mention in person.mentions if mention.start >= office.end), office)


def _other_offices(person: Person, key: str, reading: Reading) -> Iterator[Offer]:
    seen = {key.casefold()}
    for other in reading.people:
        for office in () if other.former else other.offices:
            text = reading.words(office)
            if other == person or text.casefold() in seen or _overlap(text, key) or text.endswith("."):
                continue
            if _beside(text, person, reading) or _gendered(text) != _gendered(key):
                continue
            seen.add(text.casefold())
            place = reading.places([office])
            yield Offer(text, why=f"The article gives this office to somebody else, in {place}.")


def _spare_offices(key: str) -> list[str]:
    """The offices that exist beside one in a country or company, “Shadow” kept before them."""
    shadow = "Shadow " if key.startswith("Shadow ") else ""
    plain = key.removeprefix(shadow)
    rows = [row for row in lexicon("titles")["offered"].values() if plain in row]
    akin = {office for group in lexicon("titles")["equivalents"] if plain in group for office in group}
    return [f"{shadow}{office}" for row in rows for office in row if office not in akin | {plain}]


def _offices_everywhere(key: str) -> list[str]:
    """Offices that most countries have; one of them may stand beside one that the article gives."""
    return [
        office
        for office in lexicon("titles")["offered"]["offices everywhere"]
        if not _one_office(office, key) and not _stems(office) & _stems(key)
    ]


def _one_office(one: str, other: str) -> bool:
    """Whether an office lies within another, or the two are names of one."""
    if one.casefold() in other.casefold() or other.casefold() in one.casefold():
        return True
    return any(_ends_in(one, group) and _ends_in(other, group) for group in lexicon("titles")["equivalents"])


LETTERS_OF_A_TELLING_WORD = 5
"""An office all of whose longer words stand in the article may be in it under another form of its name."""


def _usable(office: str, taken: list[Offer], reading: Reading) -> bool:
    telling = [word for word in folded(office).split() if len(word) >= LETTERS_OF_A_TELLING_WORD]
    named = all(stands_in(word, whole_text(reading)) for word in telling or [folded(office)])
    return not named and office not in {offer.text for offer in taken}


def _overlap(one: str, other: str) -> bool:
    """Whether two offices could be taken for the same: they share a word, or are one."""
    return bool(_stems(one) & _stems(other)) or _one_office(one, other)


def _stems(office: str) -> set[str]:
    """Beginnings of the longer words: a Council President is also a councilwoman."""
    return {word.casefold()[:6] for word in re.findall(r"\w{6,}", office)}


def _gendered(office: str) -> bool:
    """Whether the word tells that a man or a woman holds the office: beside a given name it would tell."""
    return office.casefold().endswith(("man", "woman"))


def _ends_in(office: str, group: list[str]) -> bool:
    return any(f" {office.casefold()}".endswith(f" {name.casefold()}") for name in group)


def _beside(office: str, person: Person, reading: Reading) -> bool:
    """Whether a sentence that names the person has this office too, and so may give it to them as well."""
    sentences = {reading.sentence_at(mention.start) for mention in person.mentions} - {None}
    return any(office.casefold() in " ".join(s.text.split()).casefold() for s in sentences if s is not None)


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every office on offer that stands beside the name, or near it and beside nobody else's."""
    names = {name for person in reading.people for name in (person.name, *person.variants)}
    names |= {reading.words(seen.name) for seen in reading.appositions}
    name = max((name for name in names if has_words(name, candidate.prompt)), key=len, default="")
    own = [
        *find(name, reading),
        *(m for p in reading.people if name in (p.name, *p.variants) for m in p.mentions),
    ]
    return frozenset(
        text
        for text in candidate.texts
        for place in find(_ARTICLE.sub("", text), reading)
        if _may_be_given(place, own, reading)
    )


def _may_be_given(office: Span, own: list[Span], reading: Reading) -> bool:
    """Whether an office may be that of the one named in some places: it touches one, or is nobody else's."""
    raw, beside = reading.article.raw, []
    for mention in own:
        between = raw[min(office.end, mention.end) : max(office.start, mention.start)]
        if office.end <= mention.start and re.fullmatch(r",?\s+", between):
            return True
        if mention.end <= office.start and re.fullmatch(r",\s+(?:an?\s+|the\s+|its\s+)?", between):
            return True
        beside.append(between)
    followed = re.match(r",?\s+[A-Z][a-z]+", raw[office.end :])
    follows = re.search(r"[A-Z]\w+,\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,2}$", raw[: office.start])
    if followed or follows or any(seen.role.overlaps(office) for seen in reading.appositions):
        return any(seen.role.overlaps(office) and seen.name in own for seen in reading.appositions)
    order = [reading.sentence_at(span.start) for span in (office, *own)]
    places = [reading.sentences.index(sentence) if sentence else -9 for sentence in order]
    return any(abs(places[0] - place) <= 1 for place in places[1:])
