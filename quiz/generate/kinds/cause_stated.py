"""Does a sentence state a cause, and in whose voice? “Because” does; “after” only tells the order."""

import random
import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.candidates import (
    NO_STATEMENT,
    NO_VERDICT,
    Candidate,
    Offer,
    Proposal,
    count_words,
    passed_on,
    whole,
)
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.identified import source_and_verb
from quiz.generate.lexicons import lexicon
from quiz.generate.sentences import Sentence, split_plain
from quiz.generate.solve.found import find, restating, sentences_at, shown
from quiz.generate.solve.voices import hands_to_nobody
from quiz.generate.voice import may_be_a_sources, reports_a_case

FEWEST_WORDS = 8
MOST_WORDS = 45
FEWEST_ON_EACH_SIDE = 2
"""Words of the statement before and after the connective: a shorter stretch holds no cause and effect."""

STEMS = (
    "Does the article state a cause here, and in whose voice? {words}",
    "What does the article say about a cause here, and in whose voice? {words}",
)
OWN_VOICE = "It gives a cause in its own voice"
SOURCE = "It gives a cause as a source's statement"
ORDER = "It says only what came after what"

_LATER = re.compile(
    r"(?<=[a-z] )(?P<word>after|following)\s+(?:he|she|it|they|a|an|the|[a-z]+ing|his|her|its|their)\s"
)
_SET_PHRASE = re.compile(
    r"\b(?:\w+s|day|year|month|week|hour|minute|shortly|soon|immediately|just|long|right|only|until|even|and|or"
    r"|named|look|looked|looking|called|sought|is|are|was|were|the)\s+$"
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|has been|have been|[a-z]{2,}ed|left|fell|rose|won|lost|went|quit)\b"
)
_UNSETTLED = re.compile(
    r"\b(?:not|never|no|nor|neither|without|if|whether|would|could|(?-i:may)|might|can|cannot|should|\w+n[’']t)\b|\?",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"\s+[a-z]+\s+(?:on|at|in|by|from|until|next|this)\b|\s+(?:be|begin|start|end|open)\b"
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every sentence with one causal connective, and for those that only tell an order."""
    in_a_case = reports_a_case(reading)
    for sentence in reading.sentences:
        if sentence.block.kind != "paragraph":
            continue
        words = count_words(sentence.text)
        found = [
            Span(sentence.start + match.start(), sentence.start + match.end())
            for match in _connectives().finditer(sentence.text)
        ]
        later = None if found else _only_later(sentence, reading)
        if (found or later) and not FEWEST_WORDS <= words <= MOST_WORDS:
            span = Span(sentence.start, sentence.end)
            yield Abstention("cause_stated", span, "the sentence is too short or too long to be asked about")
        elif found:
            yield _cause(sentence, found, reading, in_a_case, rng)
        elif later:
            yield _order(sentence, later, reading, rng)


@cache
def _connectives() -> re.Pattern[str]:
    words = sorted(lexicon("causes")["states"], key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w’'-])(?:{either})(?![\w-])", re.IGNORECASE)


@cache
def _hints() -> re.Pattern[str]:
    stems, words = lexicon("causes")["hints"], lexicon("causes")["hint_words"]
    return re.compile(rf"\b(?:(?:{'|'.join(stems)})\w*|(?:{'|'.join(words)})\b)", re.IGNORECASE)


def _cause(
    sentence: Sentence, found: list[Span], reading: Reading, in_a_case: bool, rng: random.Random
) -> Proposal:
    connective = found[0]
    word = reading.words(connective).lower()
    before = reading.text(Span(sentence.start, connective.start))
    after = reading.text(Span(connective.end, sentence.end))
    if len(found) > 1 or _LATER.search(sentence.text):
        return Abstention("cause_stated", connective, "the sentence tells of more than one cause or order")
    if _UNSETTLED.search(sentence.text):
        return Abstention("cause_stated", connective, "the sentence denies, asks or leaves open")
    if (word == "due to" and _SCHEDULED.match(after)) or (word == "led to" and _along_a_way(before)):
        return Abstention("cause_stated", connective, f"“{word}” may tell of no cause here")
    facts = [fact for fact in reading.every_attribution if fact.speech.statement.overlaps(connective)]
    if facts:
        reason = _not_the_sources(facts, connective, before, sentence, reading)
        if reason is not None:
            return Abstention("cause_stated", connective, reason)
        return _question(sentence, connective, SOURCE, reading, rng, facts[0])
    if in_a_case:
        return Abstention("cause_stated", connective, "the article reports a case; a side may be speaking")
    reason = may_be_a_sources(sentence, reading)
    if reason is not None:
        return Abstention("cause_stated", connective, reason)
    if min(count_words(before), count_words(after)) < FEWEST_ON_EACH_SIDE - 1:
        return Abstention("cause_stated", connective, "cause or effect stands in another sentence")
    return _question(sentence, connective, OWN_VOICE, reading, rng, None)


def _along_a_way(before: str) -> bool:
    words = before.lower().split()
    return bool(words) and any(word in lexicon("causes")["ways"] for word in words[-3:])


def _not_the_sources(
    facts: list[Attribution], connective: Span, before: str, sentence: Sentence, reading: Reading
) -> str | None:
    """Why the cause may not be stated by exactly one source, in the words handed to it."""
    fact = facts[0]
    speech = fact.speech
    if len(facts) > 1 or fact not in reading.attributions or passed_on(fact, reading):
        return "more than one source may be speaking"
    if speech.form == "direct" and len(split_plain(reading.text(speech.content))) > 1:
        return "the quotation holds several sentences"
    if speech.denied or fact.rule in NO_STATEMENT or not speech.content.covers(connective):
        return "the cause is not plainly part of what the source says"
    if speech.form != "direct" and before.rstrip().endswith((",", "—", "–")):
        return "the cause may be the writer's addition"
    inside = Span(max(speech.content.start, sentence.start), min(speech.content.end, sentence.end))
    first = count_words(reading.text(Span(inside.start, connective.start)))
    last = count_words(reading.text(Span(connective.end, max(connective.end, inside.end))))
    if min(first, last) < FEWEST_ON_EACH_SIDE:
        return "cause or effect stands outside what the source says"
    return None


def _only_later(sentence: Sentence, reading: Reading) -> Span | None:
    """Where the sentence says “after …” of something that happened, if no word of it hints at a cause."""
    text = sentence.text
    inside = Span(sentence.start, sentence.end)
    found = list(_LATER.finditer(text))
    if len(found) != 1 or _hints().search(text) or _UNSETTLED.search(text):
        return None
    before = text[: found[0].start()]
    if _SET_PHRASE.search(before) or not _HAPPENED.search(before) or not text.endswith("."):
        return None
    if any(span.overlaps(inside) for span in reading.quotations):
        return None
    if any(fact.speech.statement.overlaps(inside) for fact in reading.every_attribution):
        return None
    return Span(sentence.start + found[0].start("word"), sentence.start + found[0].end("word"))


def _order(sentence: Sentence, later: Span, reading: Reading, rng: random.Random) -> Proposal:
    if may_be_a_sources(sentence, reading):
        return Abstention("cause_stated", later, "it may be more than a plain statement of an order")
    return _question(sentence, later, ORDER, reading, rng, None)


def _question(
    sentence: Sentence, word: Span, key: str, reading: Reading, rng: random.Random, fact: Attribution | None
) -> Candidate:
    text = reading.words(word).lower()
    place = reading.place(word.start)
    if key == ORDER:
        reasons = {
            OWN_VOICE: f"“{text}” tells when, and no other word here tells why.",
            SOURCE: f"“{text}” tells when, and no source is named as speaking.",
        }
        how = f"“{text}” tells the order of two things; whether one brought about the other is not said."
    else:
        clause = source_and_verb(fact, reading) if fact else ""
        reasons = {
            OWN_VOICE: f"“{clause}” credits the statement to a source.",
            SOURCE: "No source stands with it, in the sentence or right beside it.",
            ORDER: f"“{text}” does more than tell the order: it states a cause.",
        }
        whose = f"“{clause}” makes it the source's statement" if fact else "no source stands with it"
        how = f"“{text}” states a cause, and {whose}."
    return Candidate(
        kind="cause_stated",
        prompt=rng.choice(STEMS).format(words=whole(sentence.text)),
        offers=tuple(
            Offer(option, correct=option == key, why=None if option == key else reasons[option])
            for option in (OWN_VOICE, SOURCE, ORDER)
        ),
        explanation=f"In {place}, {how} {NO_VERDICT}",
        evidence=(Span(sentence.start, sentence.end),),
        asks_about=word,
        rule=fact.rule if fact else ("cause.order" if key == ORDER else "cause.own_voice"),
        witnesses=fact.witnesses if fact else ("rules", "document"),
        key_in_evidence=False,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """What this sentence says of a cause, and any other one in much the same words."""
    words = shown(candidate.prompt)
    right = set()
    for sentence in (*sentences_at(find(words, reading), reading), *restating(words, reading)):
        if _connectives().search(sentence.text):
            own = hands_to_nobody([Span(sentence.start, sentence.end)], reading)
            right.add(OWN_VOICE if own else SOURCE)
        else:
            right.add(ORDER)
    return frozenset(right)
