"""To whom does “she” refer? The sentence before has one subject that fits, and nobody else who would."""

import random
import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words, label_of, whole
from quiz.generate.facts import Abstention, Outlet, Person, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.pronouns import GENDERS, gender_of
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import find, has_words, sentences_at, shown
from quiz.generate.solve.voices import person_of
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.witnesses.names import CAPITAL, courtesy_titles, not_names, office_titles

DISTRACTORS = 2
FEWEST_WORDS = 6
MOST_WORDS = 45
STEMS = (
    "In the article, to whom does “{pronoun}” refer here? {words}",
    "Whom does the article mean by “{pronoun}” here? {words}",
)

_OPENS = re.compile(r"(?P<pronoun>He|She|It)\s+(?=[a-z])")
_CAPITALS = re.compile(rf"(?<![\w’'-]){CAPITAL}(?:\s+{CAPITAL})*")
_APPOSITION = re.compile(r"_+,\s+(?:\d|an?\s|the\s|who\s|its\s)[^,.;“”\"]{1,80},")
_ROLE = re.compile(r"^(?:An?|The|One)\s[^,.;“”\"]{2,80},\s+$")
_ROLE_BEFORE = re.compile(r"^(?:An?|The|One)\s[^,.;“”\"]{2,80},\s+_+,?")
_TITLE_BEFORE = re.compile(rf"(?:[Tt]he\s+)?(?:{CAPITAL}\s+){{1,6}}_+")
_NOT_THE_SUBJECT = re.compile(
    r"\b(?:of|for|to|by|with|from|and|or|in|at|on|as|like|about|against|than)\b|,", re.I
)
_MORE_THAN_THE_NAME = re.compile(r"[’']s?\b|\s+(?:and|or)\b|,\s+(?:and\s+)?[A-Z]|-")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|across|on)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*,?\s+)*$")


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every sentence that opens with a pronoun right after a sentence about one subject."""
    for previous, sentence in zip(reading.sentences, reading.sentences[1:], strict=False):
        opening = _OPENS.match(sentence.text)
        if opening is None or sentence.block.kind != "paragraph" or previous.block is not sentence.block:
            continue
        span = Span(sentence.start, sentence.start + opening.end("pronoun"))
        if not FEWEST_WORDS <= count_words(sentence.text) <= MOST_WORDS:
            yield Abstention("pronoun", span, "the sentence is too short or too long to be asked about")
        elif opening["pronoun"] == "It":
            yield _outlet(previous, sentence, span, reading, rng)
        else:
            yield _person(previous, sentence, span, reading, rng)


def _person(
    previous: Sentence, sentence: Sentence, pronoun: Span, reading: Reading, rng: random.Random
) -> Proposal:
    found = [
        (person, mention)
        for person in reading.people
        for mention in person.mentions
        if _is_subject(mention, previous, reading) or _speaks_on(mention, previous, sentence, reading)
    ]
    if len(found) != 1:
        return Abstention("pronoun", pronoun, "the sentence before is not plainly about one person")
    person, mention = found[0]
    key = label_of(person, reading)
    if key is None or person.shares_surname:
        return Abstention("pronoun", pronoun, "the name does not tell who is meant")
    if gender_of(person, reading.article) not in (GENDERS[reading.text(pronoun).lower()], None):
        return Abstention("pronoun", pronoun, "whether the pronoun fits the name is not certain")
    if reason := _somebody_else(previous, person, reading):
        return Abstention("pronoun", pronoun, reason)
    others = [
        (other, label)
        for other in reading.people
        if other != person and (label := label_of(other, reading)) is not None
    ]
    inside = Span(sentence.start, sentence.end)
    others = [
        (other, label)
        for other, label in others
        if not any(inside.covers(place) for place in other.mentions) and other.surname != person.surname
    ]
    others.sort(key=lambda pair: min(abs(place.start - pronoun.start) for place in pair[0].mentions))
    wrong = [(label, other.mentions) for other, label in others[:DISTRACTORS]]
    return _question(key, wrong, mention, previous, sentence, pronoun, reading, rng)


def _outlet(
    previous: Sentence, sentence: Sentence, pronoun: Span, reading: Reading, rng: random.Random
) -> Proposal:
    """“It” after a news organisation, where the verb says that “it” says something."""
    found = [
        (outlet, mention)
        for outlet in reading.outlets
        for mention in outlet.mentions
        if _is_subject(mention, previous, reading)
    ]
    if len(found) != 1:
        return Abstention("pronoun", pronoun, "the sentence before does not open with one body's name")
    outlet, mention = found[0]
    cues = find_cues(sentence.text)
    if not cues or sentence.text[pronoun.end - pronoun.start : cues[0].start].strip():
        return Abstention("pronoun", pronoun, "“it” may be a thing")
    inside = Span(previous.start, previous.end)
    rest = previous.text[mention.end - previous.start :]
    if any(
        place.overlaps(inside) for other in reading.outlets if other != outlet for place in other.mentions
    ):
        return Abstention("pronoun", pronoun, "the sentence before names a second body")
    if re.search(rf"\b(?:{'|'.join(lexicon('sources')['bodies'])})\b", rest, re.IGNORECASE):
        return Abstention("pronoun", pronoun, "the sentence before speaks of a second body")
    wrong = [
        (other.name, other.mentions)
        for other in _nearest(reading.outlets, pronoun)
        if other != outlet and other.name != reading.article.outlet
    ]
    return _question(outlet.name, wrong[:DISTRACTORS], mention, previous, sentence, pronoun, reading, rng)


def _nearest(outlets: tuple[Outlet, ...], place: Span) -> list[Outlet]:
    return sorted(outlets, key=lambda o: min(abs(mention.start - place.start) for mention in o.mentions))


def _is_subject(mention: Span, sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence opens with this name, at most a title before it and nothing joined to it."""
    if not sentence.start <= mention.start < sentence.end:
        return False
    before = _ROLE.sub("", reading.text(Span(sentence.start, mention.start)))
    after = sentence.text[mention.end - sentence.start :]
    words = before.split()
    titled = all(word[0].isupper() or word == "the" or _humans().fullmatch(word) for word in words)
    return (
        len(words) <= 6
        and titled
        and not _NOT_THE_SUBJECT.search(before)
        and not find_cues(before)
        and not _MORE_THAN_THE_NAME.match(after)
        and "“" not in before
        and '"' not in before
    )


def _speaks_on(mention: Span, previous: Sentence, sentence: Sentence, reading: Reading) -> bool:
    """Whether the name is that of who speaks in the sentence before, and the pronoun goes on speaking."""
    opening = _OPENS.match(sentence.text)
    cues = find_cues(sentence.text)
    if opening is None or not cues or sentence.text[opening.end() : cues[0].start].strip():
        return False
    inside = Span(previous.start, previous.end)
    sources = {
        fact.speech.source.span for fact in reading.every_attribution if inside.covers(fact.speech.statement)
    }
    return len(sources) == 1 and sources.pop().covers(mention)


def _somebody_else(sentence: Sentence, person: Person, reading: Reading) -> str | None:
    """Why “he” or “she” may be somebody else of the sentence before: another name, “his father”."""
    rest = sentence.text
    for mention in person.mentions:
        if sentence.start <= mention.start < sentence.end:
            start, end = mention.start - sentence.start, mention.end - sentence.start
            rest = rest[:start] + "_" * (end - start) + rest[end:]
    rest = _ROLE_BEFORE.sub("_", _TITLE_BEFORE.sub("_", _APPOSITION.sub("_", rest)))
    if hit := _humans().search(rest):
        return f"“{hit.group()}” in the sentence before may be meant"
    for match in _CAPITALS.finditer(rest):
        words = match.group().rstrip(".,’'").split()
        opens = not rest[: match.start()].strip(" “\"'‘")
        if not _harmless(words, rest[: match.start()], opens=opens):
            return f"“{' '.join(words)}” in the sentence before may be meant"
    return None


def _harmless(words: list[str], before: str, *, opens: bool) -> bool:
    """Whether a capitalised run names no human being: a place, a body, a day, “the” something."""
    if opens and len(words) == 1 and words[0] in not_names():
        return True
    if all(
        word in not_names() or word in _demonyms() or (word.isupper() and len(word) > 1) for word in words
    ):
        return True
    if words[-1].rstrip(".,") in {*lexicon("names")["organisations"], *lexicon("names")["places"]}:
        return True
    titled = set(words) & {word for title in office_titles() | courtesy_titles() for word in title.split()}
    if len(words) <= 2 and not titled and re.search(r"\b(?:the|an?)\s+$", before, re.IGNORECASE):
        return True
    return bool(_PLACE_BEFORE.search(before))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(lexicon("persons")["demonyms"])


@cache
def _humans() -> re.Pattern[str]:
    nouns = {*lexicon("sources")["described"], *lexicon("persons")["nouns"]}
    either = "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _question(
    key: str,
    wrong: list[tuple[str, tuple[Span, ...]]],
    mention: Span,
    previous: Sentence,
    sentence: Sentence,
    pronoun: Span,
    reading: Reading,
    rng: random.Random,
) -> Proposal:
    if len(wrong) < DISTRACTORS:
        return Abstention("pronoun", pronoun, "the article names too few others")
    word = reading.text(pronoun).lower()
    place = reading.place(pronoun.start)
    named = reading.words(mention)
    as_named = "" if named == key else f" (“{named}”)"
    return Candidate(
        kind="pronoun",
        prompt=rng.choice(STEMS).format(pronoun=word, words=whole(sentence.text)),
        offers=(
            Offer(key, correct=True),
            *(
                Offer(label, why=f"{label} stands in {reading.places(places)}, not in the sentence before.")
                for label, places in wrong
            ),
        ),
        explanation=f"In {place} the sentence right before is about {key}{as_named}, "
        f"and nobody else in it fits “{word}”.",
        evidence=(Span(previous.start, sentence.end),),
        asks_about=pronoun,
        rule="pronoun.subject",
        witnesses=("rules",),
        key_in_evidence=False,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everybody on offer whom the word fits and who is named, by office too, here or just before."""
    asked = re.search(r"“(he|she|it)”", candidate.prompt)
    gender = GENDERS.get(asked[1]) if asked else None
    right = set()
    for sentence in sentences_at(find(shown(candidate.prompt), reading), reading):
        earlier = [other for other in reading.sentences if other.end <= sentence.start]
        texts = [sentence.text, *(other.text for other in earlier[-1:])]
        for text in candidate.texts:
            names, fits = {text.removeprefix("The ")}, True
            if person := person_of(text, reading):
                names |= {person.surname, *map(reading.words, person.offices)}
                fits = gender_of(person, reading.article) in (gender, None)
            outlet = next((outlet for outlet in reading.outlets if outlet.name == text), None)
            names |= set(map(reading.words, outlet.mentions)) if outlet else set()
            if fits and any(has_words(name, where) for name in names for where in texts):
                right.add(text)
    return frozenset(right)
