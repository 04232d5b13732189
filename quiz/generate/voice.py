"""In whose voice a sentence speaks: what may make it a source's statement, not the article's own."""

import re
from functools import cache, lru_cache

from quiz.article import Block
from quiz.generate.alone import content_words
from quiz.generate.facts import Reading, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.remembered import by_reading
from quiz.generate.sentences import Sentence
from quiz.generate.witnesses.cues import find_cues
from quiz.generate.wording import uses

_CREDIT = re.compile(
    r"\b(?:image|photo|photograph|picture|video|illustration|graphic|credit|courtesy|file)s?\s*:", re.I
)
_RUN_TOGETHER = re.compile(
    r" (?<=\w )(?:In|On|At|As|After|Before|When|While|For|But|It|He|She|They|This) "  # spaces are folded
)
_QUOTE_MARK = re.compile(r"[“”\"«»„]|''|(?<!\w)['‘]")
_RELEASE = re.compile(
    r"\bfor immediate release\b|\b(?:PR ?Newswire|Business ?Wire|Globe ?Newswire)\b|^#{3}\s*$"
    r"|\bforward-looking statements\b",
    re.IGNORECASE | re.MULTILINE,
)
_RELEASE_WORDS = frozenset(
    {"release", "newswire", "prnewswire", "wire", "businesswire", "globenewswire", "forward"}
)
"""Without one of these words, or a row of “#”, a text is spared the search."""

_ANNOUNCES = re.compile(
    r"\b(?:today announced|announced today|(?:is|are) (?:pleased|proud|delighted|excited) to)\b"
)
_CONTACT = re.compile(r"(?:media|press)\s+(?:contact|enquiries|inquiries)\b", re.IGNORECASE)
PERSONS = frozenset({"He", "She", "They"})

_SPEAKER_LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]+){0,3}|[QA])\s?:\s")
"""“VOSS:” or “Q:” before what somebody says."""


@by_reading
def may_be_a_sources(sentence: Sentence, reading: Reading) -> str | None:
    """Why the sentence may not be the article's own plain statement, or None if it surely is."""
    text = " ".join(sentence.text.split())
    if not text.endswith(".") or _QUOTE_MARK.search(text):
        return "it is a question, a fragment, or holds quoted words"
    if (":" in sentence.block.text and _CREDIT.search(sentence.block.text)) or _RUN_TOGETHER.search(text):
        return "it is a caption, or two sentences run together"
    if is_announcement(reading):
        return "the whole text is an announcement"
    if _has_speaker_labels(reading):
        return "the article is a transcript, at least in part"
    if find_cues(text):
        return "a verb in it may hand it to a source"
    if hit := barred("carries_source").search(text):
        return f"“{hit.group()}” may point to a source"
    inside = Span(sentence.start, sentence.end)
    if any(hedge.span.overlaps(inside) for hedge in reading.hedges):
        return "a word leaves it unsettled"
    if any(mention.overlaps(inside) for outlet in reading.outlets for mention in outlet.mentions):
        return "a news organisation is named in it and may be its source"
    if any(fact.speech.statement.overlaps(inside) for fact in reading.every_attribution):
        return "part of it is handed to a source"
    if _may_carry_over(sentence, reading):
        return "an attribution just before may still hold"
    if _may_reach_back(sentence, reading):
        return "an attribution right after it may hold for it as well"
    if _taken_up_next(sentence, reading):
        return "the next sentence has somebody speak on the same matter"
    return None


@lru_cache(maxsize=2)
def _has_speaker_labels(reading: Reading) -> bool:
    return any(_SPEAKER_LABEL.match(block.text) for block in reading.article.blocks)


@lru_cache(maxsize=2)
def reports_a_case(reading: Reading) -> bool:
    """Whether the headline or the first paragraph tells of a charge, an arrest or a trial."""
    opening = next((block.text for block in reading.article.blocks if block.kind == "paragraph"), "")
    return bool(barred("accuses").search(f"{reading.article.title}\n{opening}"))


@lru_cache(maxsize=2)
def is_announcement(reading: Reading) -> bool:
    """Whether the whole text is what one organisation has to say: a press release."""
    paragraphs = [block.text for block in reading.article.blocks if block.kind == "paragraph"]
    raw = reading.article.raw
    may_be = "#" in raw or not _RELEASE_WORDS.isdisjoint(uses(raw).keys())
    return bool(
        (may_be and _RELEASE.search(raw))
        or any(_ANNOUNCES.search(text) for text in paragraphs[:1])
        or any(_CONTACT.match(block.text) for block in reading.article.blocks)
    )


@cache
def barred(group: str) -> re.Pattern[str]:
    """Words of one group of the lexicon ``own_voice``."""
    entry = lexicon("own_voice")[group]
    if "stems" in entry:
        return re.compile(rf"\b{any_of(entry['stems'])}\w*", re.IGNORECASE)
    return re.compile(rf"\b{any_of(entry['words'])}(?![\w-])", re.IGNORECASE)


def _may_carry_over(sentence: Sentence, reading: Reading) -> bool:
    """Whether a source named earlier may still be speaking.

    Within a paragraph any attribution or word that points to a source carries over; from one
    paragraph to the next only reported speech at its end does, because quotation marks close it.
    """
    block = sentence.block
    earlier = [other for other in reading.sentences if other.block is block and other.start < sentence.start]
    if any(barred("carries_source").search(other.text) for other in earlier):
        return True
    if any(block.start <= fact.speech.statement.start < sentence.start for fact in reading.every_attribution):
        return True
    if not sentence.opens_block:
        return any(_QUOTE_MARK.search(other.text) for other in earlier)
    previous = max(
        (other for other in reading.sentences if other.end <= sentence.start),
        key=lambda other: other.end,
        default=None,
    )
    if previous is None:
        return False
    last = Span(previous.start, previous.end)
    adjacent = previous.block.end == _end_of_block_before(sentence, reading)
    return adjacent and (
        any(
            fact.speech.form != "direct" and fact.speech.statement.overlaps(last)
            for fact in reading.every_attribution
        )
        or _goes_on_about_the_speaker(sentence, previous.block, reading)
    )


def _goes_on_about_the_speaker(sentence: Sentence, before: Block, reading: Reading) -> bool:
    """Whether the sentence begins with a speaker of the paragraph before: it may pass on their account."""
    first = sentence.text.split(maxsplit=1)[0].strip(",.’'")
    return any(
        before.start <= fact.speech.statement.start < before.end
        and (first in PERSONS or first in fact.speech.source.name.split())
        for fact in reading.every_attribution
    )


def _may_reach_back(sentence: Sentence, reading: Reading) -> bool:
    """Whether the next sentence of the paragraph ends in “…, the board said”."""
    following = [
        other for other in reading.sentences if other.block is sentence.block and other.start > sentence.start
    ]
    if not following:
        return False
    span = Span(following[0].start, following[0].end)
    return any(
        fact.rule in ("clause.last", "according.last") and fact.speech.statement.overlaps(span)
        for fact in reading.every_attribution
    )


def _taken_up_next(sentence: Sentence, reading: Reading) -> bool:
    """Whether a source speaks in the next sentence, even of the next paragraph, in words of this one."""
    following = [other for other in reading.sentences if other.start >= sentence.end]
    after = min(following, key=lambda other: other.start, default=None)
    if after is None:
        return False
    span = Span(after.start, after.end)
    spoken = any(fact.speech.statement.overlaps(span) for fact in reading.every_attribution)
    shared = {word[:6] for word in content_words(sentence.text)} & {
        word[:6] for word in content_words(after.text)
    }
    fewest = 1 if after.block is sentence.block else 2
    return (spoken or bool(_QUOTE_MARK.search(after.text))) and len(shared) >= fewest


def _end_of_block_before(sentence: Sentence, reading: Reading) -> int:
    return max(
        (block.end for block in reading.article.blocks if block.end <= sentence.block.start), default=-1
    )
