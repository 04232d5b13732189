"""Whose voice each sentence of the body is in: a named source's, an unnamed one's, or the article's own."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Literal

from quiz.generate.candidates import NO_STATEMENT, count_words, hands_on
from quiz.generate.facts import Abstention, Attribution, HedgeWord, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.report.speakers import naming_of
from quiz.generate.sentences import Sentence

Voice = Literal["named", "unnamed", "own", "not counted"]

_MARK = re.compile(r"[“”\"«»„]|''|(?<!\w)['‘]")
_ENDS = re.compile(r"[.!][)\]]?$")
_CREDIT = re.compile(
    r"\b(?:audio|graphic|illustration|image|photo|photograph|picture|video)s?\s*:", re.IGNORECASE
)
_FEWEST_WORDS = 4
"""Fewer words are a caption or an exclamation more often than a statement."""


def count_voices(reading: Reading) -> Counter[Voice]:
    """Count the sentences of the paragraphs by voice; in doubt a sentence is not counted."""
    voices: Counter[Voice] = Counter()
    facts = reading.every_attribution
    carried_in = None
    for sentence in reading.sentences:
        if sentence.block.kind != "paragraph":
            continue
        if carried_in is not sentence.block:
            carried_in = None
        voice = _voice(sentence, facts, reading)
        if voice == "own" and carried_in is not None:
            voice = "not counted"  # who spoke earlier in the paragraph may still be speaking
        voices[voice] += 1
        if voice != "own":
            carried_in = sentence.block
    return voices


def _voice(sentence: Sentence, everything: Sequence[Attribution], reading: Reading) -> Voice:
    """Tell whose voice a sentence is in by its own words alone.

    It is a source's when everything credited in it goes to sources of one sort, and the article's own when
    nothing in it quotes, credits, points to a source or leaves something open.
    """
    here = Span(sentence.start, sentence.end)
    facts = [fact for fact in everything if fact.speech.statement.overlaps(here)]
    if not facts:
        return "not counted" if _may_be_anothers(sentence, here, reading) else "own"
    settled = all(fact in reading.attributions for fact in facts)
    if not settled or any(fact.speech.denied or fact.rule in NO_STATEMENT for fact in facts):
        return "not counted"
    namings = {naming_of(fact) for fact in facts}
    if namings == {"named"}:
        return "named"
    return "unnamed" if namings <= {"described", "unnamed"} else "not counted"


def _may_be_anothers(sentence: Sentence, here: Span, reading: Reading) -> bool:
    text = " ".join(sentence.text.split())
    return bool(
        count_words(text) < _FEWEST_WORDS
        or _CREDIT.search(sentence.block.text)
        or not _ENDS.search(text)
        or _MARK.search(text)
        or hands_on(text)
        or _points_to_a_source().search(text)
        or any(hedge.span.overlaps(here) and not _is_month(hedge, here, reading) for hedge in reading.hedges)
        or any(span.overlaps(here) for outlet in reading.outlets for span in outlet.mentions)
        or any(item.span.overlaps(_reach(item, sentence, here)) for item in reading.abstentions)
    )


def _reach(item: Abstention, sentence: Sentence, here: Span) -> Span:
    """Where something left open matters: a mark without a partner may quote the whole block."""
    whole = Span(sentence.block.start, sentence.block.end)
    return whole if item.rule == "quotation.marks" else here


def _is_month(hedge: HedgeWord, sentence: Span, reading: Reading) -> bool:
    return reading.text(hedge.span) == "May" and hedge.span.start > sentence.start


@cache
def _points_to_a_source() -> re.Pattern[str]:
    stems = lexicon("own_voice")["carries_source"]["stems"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})\w*", re.IGNORECASE)
