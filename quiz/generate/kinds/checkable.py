"""What could prove a statement right or wrong: evidence, the future, or nothing, because it values."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quiz.generate.candidates import (
    NO_VERDICT,
    Candidate,
    Offer,
    Proposal,
    count_words,
    hands_on,
    passed_on,
    whole,
)
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.quotes import quoted_sentences
from quiz.generate.solve.found import content_of, find, shown
from quiz.generate.voice import barred, may_be_a_sources

FEWEST_WORDS = 6
MOST_WORDS = 28
STEMS = (
    "When the article appeared, what could prove or disprove this? {words}",
    "What could prove or disprove this statement when the article appeared? {words}",
)
EVIDENCE = "Evidence about what has happened"
LATER = "Only what happens later"
VALUES = "Nothing, it says what somebody values"

_FIGURE = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_NO_UNIT = r"(?:and|or|in|of|to|by|at|on|the|a|an|for|from|with|as|is|was|were|had|has|its|his|this)\b"
_UNIT = rf"(?:(?:\s+(?!{_NO_UNIT})[a-z]+)?\s+(?!{_NO_UNIT})[a-z]+s\b)?"
_MEASURE = re.compile(rf"(?<![\w.-]){_FIGURE}(?![\w-]){_UNIT}|\b(?:on|in|since|until)\s+{_MONTH}\b")
_DATE = re.compile(
    rf"\b{_MONTH}\b|\b(?:next|this)\s+(?:week|month|year|spring|summer|autumn|winter)\b|\b20\d\d\b"
)
_ACT = re.compile(
    r"\b(?:was|were|had|has|have)\s+(?:been\s+)?[a-z]{2,}(?:ed|en|wn|ld|nt|lt)\b|\b[a-z]{3,}ed\b"
    r"|\b(?:began|bought|brought|built|came|drew|fell|gave|held|left|lost|made|met|paid|ran|rose|sent|sold|took|won)\b"
)
_FUTURE = re.compile(r"\bwill\s+(?:be\s+)?[a-z]+\b")
_SECOND = re.compile(
    r"[;:(—–]|,\s+(?:and|but|or|so|while|which|who|where)\b|\b(?:which|who|whom|whose|while|although|though|unless|if"
    r"|because|since|when|where|after|before|until|as|but|whether|that|due to|led to|despite)\b"
    r"|\band\s+(?:he|she|it|they|was|were|had|has|have|will|[a-z]+ed)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|such|there|here|and|but|or|so|also|both|another)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:is|are|be|being)\s+(?:\w+ly\s+)?[a-z]+(?:ed|en)\b|\b(?:supposed|meant|designed|due|bound|used)\s+to\b"
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|nothing|none|\w+n[’']t)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"\b(?:most|least|best|worst|more|less|too|very|so|many|few|only|almost|nearly|about|around|some|over|under"
    r"|up to|at least|roughly|[a-z]{3,}est|first|last)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|us|[Yy]our|me)\b")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement with the attribution it comes from, if it is not the article's own."""

    span: Span
    text: str
    fact: Attribution | None


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question of each answer for every source and for the article itself.

    So no source has more of its valuing, or more of what can be checked, on show than another.
    """
    asked: set[tuple[str, str]] = set()
    for statement in _statements(reading):
        key = _key(statement.text)
        if key is None:
            continue
        source = statement.fact.speech.source.name if statement.fact else ""
        if statement.fact and statement.fact.speaker:
            source = statement.fact.speaker.name
        if (source, key) in asked:
            yield Abstention("checkable", statement.span, "its source has a statement of this kind already")
            continue
        asked.add((source, key))
        yield _question(statement, key, reading, rng)


def _statements(reading: Reading) -> Iterator[_Statement]:
    for sentence in reading.sentences:
        if sentence.block.kind == "paragraph" and may_be_a_sources(sentence, reading) is None:
            yield _Statement(Span(sentence.start, sentence.end), " ".join(sentence.text.split()), None)
    for fact in reading.attributions:
        if fact.speech.form == "direct" and not fact.speech.denied and not passed_on(fact, reading):
            for quoted in quoted_sentences(fact, reading):
                if not hands_on(quoted.text):
                    yield _Statement(quoted.span, " ".join(quoted.text.split()), fact)


@cache
def _judging() -> re.Pattern[str]:
    groups = ("adjectives", "nouns", "verbs", "arguable", "values")
    words = {word for group in groups for word in lexicon("evaluative")[group]}
    words |= {*lexicon("own_voice")["judges"]["words"]}
    return re.compile(rf"\b{any_of(words)}\b", re.I)


@cache
def _valuing() -> re.Pattern[str]:
    """“… is simply unacceptable”: the whole predicate is a word of value."""
    words = "|".join(sorted(map(re.escape, lexicon("evaluative")["values"]), key=len, reverse=True))
    degree = r"(?:(?:so|very|simply|just|really|deeply|truly|quite|absolutely|completely|utterly)\s+){0,2}"
    return re.compile(
        rf"(?:\b(?:is|are|was|were)|[’']s)\s+{degree}(?P<word>{words})(?:\s+(?:and|or)\s+{degree}(?:{words}))?"
        r"(?:\s+(?:to|for|in)\s+[^,]{2,60})?[.!]?$"
    )


def _key(text: str) -> str | None:
    """Which answer fits the statement beyond dispute, or None."""
    if not FEWEST_WORDS <= count_words(text) <= MOST_WORDS or "?" in text or _SECOND.search(text):
        return None
    if _NEGATED.search(text) or any(mark in text for mark in '“”"[…'):
        return None
    measured = _MEASURE.search(text)
    if _valuing().search(text):
        return None if measured else VALUES
    if _judging().search(text) or _DEGREE.search(text) or _FIRST_PERSON.search(text):
        return None
    if _POINTS_BACK.match(text):
        return None
    if _FUTURE.search(text):
        modal = re.search(r"\b(?:would|may|might|could|should|must|can|likely|plans?|hopes?)\b", text)
        return LATER if _DATE.search(text) and not modal else None
    acts = list(_ACT.finditer(text))
    if len(acts) != 1 or re.search(r"\band\b", text[: acts[0].start()]):
        return None
    if measured and not _NOT_DONE.search(text) and not barred("commits").search(text):
        return EVIDENCE
    return None


def _question(statement: _Statement, key: str, reading: Reading, rng: random.Random) -> Candidate:
    text, fact = statement.text, statement.fact
    place = reading.place(statement.span.start)
    if key == VALUES:
        match = _valuing().search(text)
        assert match is not None
        deciding = match["word"]
        how = f"“{deciding}” is a word of value, and nothing else in it could be looked up or counted"
        reasons = {
            EVIDENCE: f"It tells of no act, date or figure; “{deciding}” values.",
            LATER: "It does not say what is going to happen.",
        }
    elif key == LATER:
        match = _FUTURE.search(text)
        assert match is not None
        how = f"“{match.group()}” tells of something still to come, and it says when"
        reasons = {
            EVIDENCE: "What it tells of was still to come.",
            VALUES: "It says what is to happen, not whether that is good or bad.",
        }
    else:
        match = _MEASURE.search(text)
        assert match is not None
        how = f"it tells of an act, with a figure or date to look up (“{match.group()}”)"
        reasons = {
            LATER: "What it tells of had happened by then.",
            VALUES: "It says what was done, not whether that is good or bad.",
        }
    return Candidate(
        kind="checkable",
        prompt=rng.choice(STEMS).format(words=whole(text)),
        offers=tuple(
            Offer(option, correct=option == key, why=None if option == key else reasons[option])
            for option in (EVIDENCE, LATER, VALUES)
        ),
        explanation=f"In {place}, {how}. {NO_VERDICT}",
        evidence=(fact.speech.statement if fact else statement.span,),
        asks_about=statement.span,
        rule=f"checkable.{ {EVIDENCE: 'evidence', LATER: 'later', VALUES: 'values'}[key] }",
        witnesses=("rules",),
        key_in_evidence=False,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everything that could settle the statement: an act or a figure in it, a future, a word of value."""
    text = shown(candidate.prompt).strip("“”")
    right = set()
    if _judging().search(text) or _valuing().search(text):
        right.add(VALUES)
    if _FUTURE.search(text) or barred("commits").search(text):
        right.add(LATER)
    elif re.search(r"\d", text) or (_ACT.search(text) and VALUES not in right):
        right.add(EVIDENCE)
    return frozenset(right if content_of(text) and find(text, reading) else ())
