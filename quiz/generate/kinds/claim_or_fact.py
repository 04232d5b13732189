"""Asks whether the article presents something as somebody's statement or in its own voice."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import (
    NO_VERDICT,
    Candidate,
    Offer,
    Proposal,
    count_words,
    quoted,
)
from quiz.generate.credits import credit_of
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.gates import slanting
from quiz.generate.identified import evidence_of, plainly_unnamed, source_and_verb, stands_for
from quiz.generate.openings import MAY_BE_DATELINE, POINTS_BACK
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import find, restating, shown
from quiz.generate.solve.voices import hands_to_nobody, identified, voices
from quiz.generate.statements import as_statement, settled_statement, shown_words
from quiz.generate.voice import barred, is_announcement, may_be_a_sources, reports_a_case

FEWEST_WORDS = 6
MOST_WORDS = 40
STEMS = (
    "How does the article present this statement? {statement}",
    "As what does the article present this? {statement}",
)
NAMED = "As a statement by a source it names"
UNNAMED = "As a statement by a source it does not name"
OWN_VOICE = "In the article's own voice"

_FIRST_PERSON = re.compile(r"\b(?:I|we|you|me|us|my|our|your|ours|yours)\b", re.IGNORECASE)
_LEANS_ON_OTHERS = re.compile(
    r"\b(?:also|instead|too|either|therefore|thus|likewise|similarly|respectively)\b", re.I
)
_MAY_RETELL = re.compile(
    r"(?:The|This|That|Its|Their)\s+(?:[\w-]+\s+)?(?:team|group|researchers?|scientists?|authors?|experts?|inspectors?"
    r"|investigators?|engineers?|paper|work)\b"
)
"""Subjects whose doings a text mostly has from themselves: “The team marked out 42 squares”."""

_OPEN = re.compile(r"\bat (?:least|most)\b|\bun(?:known|clear|certain|confirmed)\b", re.IGNORECASE)
_PAST_VERB = re.compile(r"\b(?P<helper>has|have|had|was|were|did)\b|\b[a-z]{2,}ed\b")
_BEFORE_CLAUSE = re.compile(
    r"\b(?:which|who|whom|whose|that|where|when|after|before|while|as|because|since)\b[^,]*$", re.I
)
_ADJECTIVE_NEXT = re.compile(r"(?:^|\b(?:a|an|the|is|are|be|been|being|and|or|\w+ly|\w+[’']s))\s*$", re.I)
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|by|with|from|for|to|of|into|over|under|during|called|named|is|are)\b", re.I
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """Questions on attributed statements, and on plain sentences of the article's own."""
    for fact in reading.attributions:
        if settled_statement(fact, reading) and fact.rule != "transcript":
            yield from _attributed(fact, reading, rng)
    problem = None
    if reports_a_case(reading):
        problem = "the article reports a case against somebody; its sentences may pass on one side's account"
    elif is_announcement(reading):
        problem = "the whole text is an announcement, so that whoever issued it stands behind every sentence"
    if problem:
        blocks = reading.article.blocks
        yield Abstention("claim_or_fact", Span(blocks[0].start, blocks[-1].end), problem)
        return
    for sentence in reading.sentences:
        if sentence.block.kind != "paragraph" or not FEWEST_WORDS <= count_words(sentence.text) <= MOST_WORDS:
            continue
        reason = _not_own_voice(sentence, reading)
        if reason:
            yield Abstention("claim_or_fact", Span(sentence.start, sentence.end), reason)
        else:
            yield _own_voice(sentence, reading, rng)


def _attributed(fact: Attribution, reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    speech = fact.speech
    named = (speech.source.named == "named" or fact.antecedent is not None) and (
        fact.speaker is not None or credit_of(fact, reading) is not None
    )
    unnamed = speech.source.named != "named" and plainly_unnamed(fact, reading)
    if not named and not unnamed:
        yield Abstention(
            "claim_or_fact", speech.source.span, "readers may differ on whether the source is named"
        )
        return
    span = shown_words(fact, reading)
    if speech.form == "direct" and span and _FIRST_PERSON.search(reading.text(span)):
        span = None
    if span is None or not FEWEST_WORDS <= count_words(reading.text(span)) <= MOST_WORDS:
        yield Abstention("claim_or_fact", speech.content, "the statement does not stand on its own")
        return
    clause = source_and_verb(fact, reading)
    source = reading.words(speech.source.span)
    place = reading.place(speech.cue.start)
    right, wrong = (NAMED, UNNAMED) if named else (UNNAMED, NAMED)
    why_not = (
        stands_for(fact, reading).strip() or f"“{speech.source.name}” is a name."
        if named
        else f"“{source}” is not a name, and no name follows."
    )
    yield Candidate(
        kind="claim_or_fact",
        prompt=rng.choice(STEMS).format(statement=as_statement(reading.text(span))),
        offers=_offers(right, {wrong: why_not, OWN_VOICE: f"“{clause}” credits the statement to a source."}),
        explanation=f"In {place} “{clause}” credits the statement to a source."
        f"{stands_for(fact, reading)} {NO_VERDICT}",
        evidence=evidence_of(fact, reading),
        asks_about=span,
        rule=fact.rule,
        witnesses=fact.witnesses,
        key_in_evidence=False,
    )


def _not_own_voice(sentence: Sentence, reading: Reading) -> str | None:
    """Why the sentence may be more, or less, than the article's own plain statement, if it may be."""
    text = " ".join(sentence.text.split())
    if reason := may_be_a_sources(sentence, reading):
        return reason
    if _OPEN.search(text):
        return "a word in it leaves something open"
    if sentence.opens_block and MAY_BE_DATELINE.match(text):
        return "it begins with a dateline"
    if _MAY_RETELL.match(text):
        return "it may pass on what its subject tells of its own work"
    if POINTS_BACK.match(text) or _LEANS_ON_OTHERS.search(text):
        return "it leans on what stands before it"
    if not _tells_what_happened(text):
        return "it tells of nothing that has happened"
    for group, reason in _BARRED:
        if hit := barred(group).search(text):
            return f"“{hit.group()}” {reason}"
    if hit := slanting().search(text) or barred("accuses").search(text):
        return f"“{hit.group()}” judges or accuses as well as states"
    return None


def _tells_what_happened(text: str) -> bool:
    """Whether the main clause has a verb in the past: a caption or a heading seldom has one.

    A form in “-ed” may be a participle, so it counts only where its subject is plainly in front of it.
    """
    for verb in _PAST_VERB.finditer(text):
        before = text[: verb.start()]
        if _BEFORE_CLAUSE.search(before):
            continue
        subject = before.rpartition(",")[2]
        if verb["helper"] or not (_PREPOSITION.search(subject) or _ADJECTIVE_NEXT.search(subject)):
            return True
    return False


_BARRED = (
    ("commits", "plans, allows or addresses more than it states"),
    ("judges", "judges as well as states"),
    ("speaks", "tells of something said, which is half the speaker's"),
)


def _own_voice(sentence: Sentence, reading: Reading, rng: random.Random) -> Candidate:
    place = reading.place(sentence.start)
    return Candidate(
        kind="claim_or_fact",
        prompt=rng.choice(STEMS).format(statement=quoted(sentence.text)),
        offers=_offers(
            OWN_VOICE,
            {
                NAMED: "No source is named for it, in the sentence or right beside it.",
                UNNAMED: "No source stands with it, named or not.",
            },
        ),
        explanation=f"{place[0].upper()}{place[1:]} says it directly: no “said”, no “according to”, no other "
        f"word credits it to a source or leaves it open. {NO_VERDICT}",
        evidence=(Span(sentence.start, sentence.end),),
        asks_about=Span(sentence.start, sentence.end),
        rule="own_voice",
        witnesses=("rules", "document"),
        key_in_evidence=False,
    )


def _offers(key: str, reasons: dict[str, str]) -> tuple[Offer, ...]:
    return tuple(
        Offer(option, correct=option == key, why=reasons.get(option))
        for option in (NAMED, UNNAMED, OWN_VOICE)
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """In every way in which the article presents the statement, or one in much the same words."""
    statement = shown(candidate.prompt)
    right = set()
    for fact in voices(statement, reading):
        ways = identified(fact, reading)
        right |= {NAMED if "named" in ways else UNNAMED, UNNAMED if ways - {"named"} else NAMED}
    again = [Span(sentence.start, sentence.end) for sentence in restating(statement, reading)]
    if any(hands_to_nobody([place], reading) for place in (*find(statement, reading), *again)):
        right.add(OWN_VOICE)
    return frozenset(right)
