"""What office does the article give NAME? The title stands right before the name."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words, label_of
from quiz.generate.facts import Abstention, Person, Reading, Span
from quiz.generate.lexicons import lexicon

DISTRACTORS = 2
STEMS = (
    "What office does the article give {name}?",
    "According to the article, what office does {name} hold?",
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every person with one office and a full name."""
    for person in reading.people:
        if not person.offices or len(person.name.split()) < 2:
            continue
        texts = {reading.words(office) for office in person.offices}
        if len(texts) > 1 or person.former:
            yield Abstention(
                "role", person.offices[0], f"{person.name} has held or holds more than one office"
            )
            continue
        yield _question(person, texts.pop(), reading, rng)


def _question(person: Person, key: str, reading: Reading, rng: random.Random) -> Proposal:
    distractors = [offer for offer in _other_offices(person, key, reading)][:DISTRACTORS]
    if len(distractors) < DISTRACTORS:
        taken = [key, *(offer.text for offer in distractors)]
        spare = _spare_offices(count_words(key))
        for office_name in rng.sample(spare, len(spare)):
            if len(distractors) < DISTRACTORS and _usable(office_name, taken, reading):
                taken.append(office_name)
                distractors.append(Offer(office_name, why="Nobody in the article is given this office."))
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
        difficulty=1,
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
            if other == person or text.casefold() in seen or _overlap(text, key):
                continue
            if _beside(text, person, reading):
                continue
            seen.add(text.casefold())
            holder = label_of(other, reading) or other.name
            yield Offer(
                text, why=f"The article gives this office to {holder}, in {reading.places([office])}."
            )


def _spare_offices(words: int) -> list[str]:
    """Well-known offices of about as many words, in the lexicon's order; nobody need hold them here."""
    return [office for office in lexicon("titles")["offered"] if (count_words(office) > 1) == (words > 1)]


def _usable(office: str, taken: list[str], reading: Reading) -> bool:
    named = re.search(rf"(?<!\w){re.escape(office)}(?!\w)", reading.article.raw, re.IGNORECASE)
    return named is None and not any(_overlap(office, other) for other in taken)


def _overlap(one: str, other: str) -> bool:
    """Whether two offices could be taken for the same: one within the other, or two names of one."""
    if one.casefold() in other.casefold() or other.casefold() in one.casefold():
        return True
    if _stems(one) & _stems(other):
        return True
    return any(_ends_in(one, group) and _ends_in(other, group) for group in lexicon("titles")["equivalents"])


def _stems(office: str) -> set[str]:
    """Beginnings of the longer words: a Council President is also a councilwoman."""
    return {word.casefold()[:6] for word in re.findall(r"\w{6,}", office)}


def _ends_in(office: str, group: list[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}$", office, re.IGNORECASE) for name in group)


def _beside(office: str, person: Person, reading: Reading) -> bool:
    """Whether a sentence that names the person has this office too, and so may give it to them as well."""
    sentences = {reading.sentence_at(mention.start) for mention in person.mentions} - {None}
    return any(office.casefold() in " ".join(s.text.split()).casefold() for s in sentences if s is not None)
