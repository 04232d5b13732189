"""Which of these does the article mention but never quote? The whole text is searched for words of theirs."""

import random
import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.candidates import NO_STATEMENT, Candidate, Offer, Proposal, label_of
from quiz.generate.facts import Abstention, Attribution, Person, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.pronouns import GENDERS, gender_of
from quiz.generate.solve.voices import may_be, person_of
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.witnesses.names import has_full_name
from quiz.generate.witnesses.sources import PRONOUNS, head_noun

FEWEST_MENTIONS = 2
DISTRACTORS = 2
PARAGRAPHS_BACK = 2
"""Paragraphs with names that a pronoun may point back over."""

SHORTEST_QUOTATION = 4
"""Words between marks; a shorter stretch is a term, and may be nobody's."""

STEMS = (
    "Which of these people does the article mention, but NEVER quote or credit with a statement?",
    "Of which of these people does the article give NO statement, quoted or in other words?",
)
LESSON = "Who is quoted and who is not says nothing about who is right."

_ONE_OF = re.compile(r"(?:just |only )?(?:one|another|none|any|each|either)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|both|many|most|several|some|few) )", re.IGNORECASE
)
"""Sources that are more than one: nobody named is meant by them alone."""

_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for everybody who is named twice or more and to whom nothing can be traced."""
    heard = _heard(reading)
    for person in reading.people:
        if len(person.mentions) < FEWEST_MENTIONS or person in heard:
            continue
        label = label_of(person, reading)
        if label is None:
            continue
        problem = _problem(person, reading)
        others = [other for other in heard if other.surname != person.surname]
        if problem is None and len(others) < DISTRACTORS:
            problem = "fewer than two people are quoted or credited"
        if problem:
            yield Abstention("not_quoted", person.mentions[0], problem)
            continue
        yield _question(person, label, others, heard, reading, rng)


def _heard(reading: Reading) -> dict[Person, Attribution]:
    """Everybody with a settled statement that can be shown to the player, and the first of theirs."""
    heard: dict[Person, Attribution] = {}
    for fact in reading.attributions:
        said = not fact.speech.denied and fact.rule not in NO_STATEMENT
        if said and fact.speaker and label_of(fact.speaker, reading) is not None:
            heard.setdefault(fact.speaker, fact)
    return heard


def _problem(person: Person, reading: Reading) -> str | None:
    """Why some words of the article may be the person's after all."""
    if reports_a_case(reading):
        return "the article reports a case against somebody"
    if person.shares_surname:
        return "somebody else may have the same surname"
    for fact in reading.every_attribution:
        source = reading.words(fact.speech.source.span)
        if fact.speaker == person or re.search(rf"\b{re.escape(person.surname)}\b", source):
            return "words are credited to the person, or to somebody of that name"
        if fact.speaker is None and _may_be(person, fact, reading):
            return "a source without a name may be this person"
    open_marks = [mark for mark in reading.quotations if not _accounted_for(mark, reading)]
    if any(_within_reach(person, mark.start, reading) for mark in open_marks):
        return "the source of a quotation is not settled, and may be this person"
    if any(_near_speech(place, reading) for place in _places(person, reading)):
        return "words of speech stand near the name or the office"
    return None


def _places(person: Person, reading: Reading) -> list[Span]:
    """Every place of the office and of the surname, also in “the Marsh administration”."""
    offices = {reading.words(office).split()[-1] for office in person.offices}
    words = "|".join(map(re.escape, sorted({person.surname, *offices})))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return [
        Span(sentence.start + match.start(), sentence.start + match.end())
        for sentence in reading.sentences
        for match in pattern.finditer(sentence.text)
    ]


def _may_be(person: Person, fact: Attribution, reading: Reading) -> bool:
    """Whether an unresolved source may be this person.

    Groups, bodies, texts and sources with a name of their own are not; nor is “one of them” ruled out. A
    pronoun may be whoever is named in its paragraph or in the nearest ones before that name anybody, but
    for those of the other sex.
    """
    text = reading.words(fact.speech.source.span)
    if fact.speech.source.named == "named" or has_full_name(text):
        return False
    if fact.speech.source.name in PRONOUNS:
        return not _is_anothers(person, fact, reading) and _within_reach(
            person, fact.speech.statement.start, reading
        )
    noun = (head_noun(text) or "").lower()
    sources = lexicon("sources")
    if noun in sources["bodies"] or noun in sources["texts"] or noun in sources["unidentified"]:
        return False
    plural = (noun.endswith("s") and not noun.endswith("ss")) or _SEVERAL.match(text)
    if _ONE_OF.match(text):
        return True
    names = (mention for outlet in reading.outlets for mention in outlet.mentions)
    return not (plural or any(mention.overlaps(fact.speech.source.span) for mention in names))


def _is_anothers(person: Person, fact: Attribution, reading: Reading) -> bool:
    """Whether a pronoun surely stands for somebody of the other sex, for a thing, or for who is quoted."""
    pronoun = reading.words(fact.speech.source.span).lower()
    if pronoun in GENDERS:
        return gender_of(person, reading.article) not in (GENDERS[pronoun], None)
    if pronoun in ("i", "we"):
        return any(
            other.speaker not in (None, person) and other.speech.content.covers(fact.speech.source.span)
            for other in reading.attributions
        )
    return pronoun == "it"


def _within_reach(person: Person, offset: int, reading: Reading) -> bool:
    """Whether the person is named in this paragraph, the next, or the two nearest earlier ones with names."""
    blocks = [block for block in reading.article.blocks if block.kind == "paragraph"]
    earlier = [block for block in blocks if block.end <= offset]
    rest = [block for block in blocks if block.end > offset]
    named = [
        block
        for block in earlier
        if any(block.start <= m.start < block.end for other in reading.people for m in other.mentions)
    ]
    reach = [*named[-PARAGRAPHS_BACK:], *rest[:2]]
    return any(
        block.start <= place.start < block.end for block in reach for place in _places(person, reading)
    )


def _accounted_for(mark: Span, reading: Reading) -> bool:
    if len(reading.text(mark).split()) < SHORTEST_QUOTATION:
        return True
    return any(fact.speech.statement.overlaps(mark) for fact in reading.attributions)


def _near_speech(mention: Span, reading: Reading) -> bool:
    """Whether the sentence of a name, or one after it that goes on with “he” or “she”, tells of speaking.

    What stands inside somebody else's words is left aside: there the person is only talked about.
    """
    if any(fact.speech.content.covers(mention) for fact in reading.attributions):
        return False
    sentence = reading.sentence_at(mention.start)
    if sentence is None:
        return True
    texts = [sentence.text]
    following = next((other for other in reading.sentences if other.start >= sentence.end), None)
    if following and following.block is sentence.block and _PRONOUN.search(following.text):
        texts.append(following.text)
    return any(find_cues(text) or _speech_words().search(text) for text in texts)


@cache
def _speech_words() -> re.Pattern[str]:
    stems = lexicon("passing_on")["speech_stems"]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, stems))})\w*", re.IGNORECASE)


def _question(
    person: Person,
    label: str,
    others: list[Person],
    heard: dict[Person, Attribution],
    reading: Reading,
    rng: random.Random,
) -> Candidate:
    chosen = sorted(rng.sample(others, min(len(others), DISTRACTORS + 1)), key=lambda one: one.mentions[0])
    spans = [_sentence(mention, reading) for mention in person.mentions[:FEWEST_MENTIONS]]
    return Candidate(
        kind="not_quoted",
        prompt=rng.choice(STEMS),
        offers=(
            Offer(label, correct=True),
            *(
                Offer(label_of(other, reading) or other.name, why=_why(heard[other], reading))
                for other in chosen
            ),
        ),
        explanation=f"The article names {label} in {reading.places(person.mentions)}, and credits no words "
        f"to {label} anywhere. {LESSON}",
        evidence=tuple(dict.fromkeys(spans)),
        asks_about=person.mentions[0],
        rule="absent.speech",
        witnesses=("rules", "document"),
        key_in_evidence=False,
    )


def _why(fact: Attribution, reading: Reading) -> str:
    where = reading.place(fact.speech.content.start)
    if fact.speech.form == "indirect":
        return f"The article reports a statement of theirs in {where}."
    return f"The article quotes them in {where}."


def _sentence(mention: Span, reading: Reading) -> Span:
    sentence = reading.sentence_at(mention.start)
    return Span(sentence.start, sentence.end) if sentence else mention


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everybody on offer who says nothing; all of them if it is uncertain of one whether they do."""
    heard, silent = set(), set()
    for text in candidate.texts:
        person = person_of(text, reading)
        if person in _heard(reading):
            heard.add(text)
        elif not any(may_be(text, fact, reading) for fact in reading.every_attribution):
            silent.add(text)
    return frozenset(silent if len(heard | silent) == len(candidate.texts) else candidate.texts)
