"""Statements that a question can show on their own: whole, of one source, leaning on nothing around them."""

import re
from functools import cache

from quiz.generate.alone import clear_enough, why_not_alone
from quiz.generate.candidates import NO_STATEMENT, count_words, hands_on, passed_on, quoted
from quiz.generate.facts import Attribution, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.openings import MAY_BE_DATELINE
from quiz.generate.quotes import telling_sentences
from quiz.generate.remembered import by_reading
from quiz.generate.witnesses.sources import head_noun

FEWEST_WORDS = 6
MOST_WORDS = 40

_CONDITION = re.compile(r"(?:if|unless|once|when|until|without|should)\b", re.IGNORECASE)
_INFERS = re.compile(r"\b(?:suggest|indicat|show|impl|point|reveal|hint)\w*", re.IGNORECASE)
_PLAIN_CUE = re.compile(r"\b(?:said|says|say|told|according)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat,?\s*$")
_CUT_SHORT = re.compile(
    r"(?:\b(?:a|an|the|and|or|but|which|who|that|of|to|in|on|for|with|by|as|from)|[(\[])$", re.IGNORECASE
)
_SOUNDS_SPOKEN = re.compile(
    r"\b(?:I|we|you|me|us|my|our|your|mine|ours|yours)\b|n[’']t\b|[’'](?:m|re|ve|ll|d)\b"
    r"|\b(?:it|he|she|that|there|here|what|who)[’']s\b",
    re.IGNORECASE,
)


@by_reading
def stands_alone(fact: Attribution, reading: Reading) -> bool:
    """Whether a reported statement reads as a sentence of one source's own.

    It is no relative clause, has no word that points outside, and hands nothing to a second source.
    """
    content = reading.text(fact.speech.content)
    opening = reading.article.raw[fact.speech.content.start - 1 : fact.speech.content.start]
    if hands_on(content) or MAY_BE_DATELINE.match(content) or opening in {",", "."}:
        return False
    before = reading.article.raw[max(0, fact.speech.source.span.start - 8) : fact.speech.source.span.start]
    sentence = reading.sentence_at(fact.speech.statement.start)
    governed = sentence and _CONDITION.match(reading.text(Span(sentence.start, fact.speech.statement.start)))
    if governed or re.search(r"\b\w+\s+which\b", reading.text(fact.speech.source.span)):
        return False
    if why_not_alone(content) or _is_a_place_too(fact.speech.content, reading):
        return False
    return not re.search(r"\b(?:which|that|who)\s+$", before)


def _is_a_place_too(content: Span, reading: Reading) -> bool:
    """Whether a bare surname in a statement could be read as a place: “Paris had no passport”."""
    return any(
        content.covers(mention) and reading.words(mention) in _places()
        for person in reading.people
        for mention in person.mentions
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(name for group in ("countries", "states", "cities") for name in lexicon("places")[group])


@by_reading
def settled_statement(fact: Attribution, reading: Reading) -> bool:
    """Whether the words are a statement of this source's own: not denied, passed on, thought or inferred.

    What “the memo suggests” may be the writer's own inference.
    """
    if fact.speech.denied or fact.rule in NO_STATEMENT or passed_on(fact, reading):
        return False
    noun = (head_noun(reading.words(fact.speech.source.span)) or "").casefold()
    sources = lexicon("sources")
    a_text = noun in sources["texts"] or sources["bodies"].get(noun) == "a text of a body"
    return not (a_text and _INFERS.search(reading.text(fact.speech.cue)))


@by_reading
def reported_statement(fact: Attribution, reading: Reading) -> Span | None:
    """Return what an indirect or mixed attribution says, if it can be shown on its own.

    It is a whole clause inside one sentence, 6 to 40 words long.
    """
    speech = fact.speech
    sentence = reading.sentence_at(speech.statement.start)
    if speech.form == "direct" or sentence is None or sentence.end < speech.statement.end:
        return None
    text = reading.words(speech.content)
    if not FEWEST_WORDS <= count_words(text) <= MOST_WORDS or _CUT_SHORT.search(text):
        return None
    if (
        not stands_alone(fact, reading)
        or not _is_clause(fact, reading)
        or re.search(r"[\[\]()?…]|\.\.\.", text)
    ):
        return None
    after = reading.article.raw[speech.statement.end : sentence.end].strip()
    if fact.rule.endswith("last") and re.search(r"\w", after):
        return None
    return speech.content


def _is_clause(fact: Attribution, reading: Reading) -> bool:
    """Whether what follows the verb is a clause and no object: “said …”, “noted that …”."""
    if "parser" in fact.witnesses or _PLAIN_CUE.search(reading.text(fact.speech.cue)):
        return True
    sentence = reading.sentence_at(fact.speech.content.start)
    return bool(sentence and _THAT.search(reading.text(Span(sentence.start, fact.speech.content.start))))


@by_reading
def shown_words(fact: Attribution, reading: Reading, *, alone: bool = True) -> Span | None:
    """Return what a question shows of an attribution: a sentence of a quotation, or a statement.

    ``alone`` asks for words that say on their own what they are about; where only the way in which they were
    said is in question, such a sentence is preferred.
    """
    if fact.speech.form != "direct":
        return reported_statement(fact, reading)
    sentences = [
        sentence
        for sentence in telling_sentences(fact, reading)
        if sentence.words >= FEWEST_WORDS
        and "?" not in sentence.text
        and (clear_enough(sentence.text) or not alone)
    ]
    best = min(
        sentences,
        key=lambda sentence: (
            why_not_alone(sentence.text) is not None,
            abs(sentence.words - 15),
            sentence.span,
        ),
        default=None,
    )
    return best.span if best else None


def sounds_spoken(text: str) -> bool:
    """Whether the words hold “I”, “you” or a contraction, which betray that they are quoted."""
    return bool(_SOUNDS_SPOKEN.search(text))


def without_marks(text: str) -> str:
    """Return a text with its double quotation marks taken out and its spaces folded."""
    return " ".join(re.sub(r"[“”„«»\"]|''|‘‘|’’|``", "", text).split())


def as_statement(text: str) -> str:
    """Return a statement for a prompt: no inner marks, and a capital, so that neither tells its form."""
    plain = without_marks(text)
    return quoted(plain[:1].upper() + plain[1:])
