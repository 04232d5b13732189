"""Which word stands in the gap? A sentence of the article is quoted with one content word left out."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quiz.generate.candidates import Candidate, Offer, Proposal, fold
from quiz.generate.contrasts import contrasts
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gaps import Passage, clause, giveaway, led_in_passages, with_gap
from quiz.generate.gates import slanting
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.gap import fitting
from quiz.generate.wording import uses

FEWEST_CONTRASTS = 2
DISTRACTORS = 3
MOST_USES = 4
"""A word that the article uses more often can be told without reading the sentence."""

STEMS = (
    "According to the article, which word stands in the gap? {sentence}",
    "Which word does the article have in the gap? {sentence}",
    "Which word completes this sentence as it stands in the article? {sentence}",
)
QUOTED_STEMS = (
    "Which word stands in the gap of this quotation, as the article reports it? {sentence}",
    "Somebody is quoted in the article with this sentence. Which word completes it? {sentence}",
)
_SMALL_WORD = re.compile(r"(?<![\w’'-])(?:[a-z]{3,}|\d{1,3}(?:st|nd|rd|th))(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that may be left out of its passage."""

    word: str
    span: Span
    passage: Passage


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question for every sentence that can be quoted by itself, and one for every word."""
    used: set[str] = set()
    for passage in led_in_passages(reading):
        own = [place for place in _places(passage, reading) if _worth_asking(place, reading)]
        if not own:
            continue
        if passage.refusal:
            yield Abstention("cloze", passage.span, passage.refusal)
            continue
        made = [
            candidate
            for place in own
            if place.word not in used and (candidate := _question(place, reading, rng)) is not None
        ]
        if made:
            chosen = min(made, key=lambda one: -len(one.key))
            used |= {offer.text for offer in chosen.offers}
            yield chosen
        else:
            reason = "no word of it has rivals that plainly say something else"
            yield Abstention("cloze", passage.span, reason)


def _places(passage: Passage, reading: Reading) -> Iterator[_Place]:
    """Every word that has contrasts; one of a quotation in the quotation's own passage only."""
    for match in _SMALL_WORD.finditer(passage.text, passage.led_in):
        word = match.group()
        span = Span(passage.span.start + match.start(), passage.span.start + match.end())
        if not contrasts(passage.text, *match.span()) or _barred(word):
            continue
        if passage.quoted or not any(marks.overlaps(span) for marks in reading.quotations):
            yield _Place(word, span, passage)


@cache
def _barred(word: str) -> bool:
    """Whether a word names a group, leans, judges or tells of death or crime."""
    own_voice = lexicon("own_voice")
    if any(word in group for group in lexicon("cloze")["never"].values()):
        return True
    if word in own_voice["judges"]["words"] or slanting().fullmatch(word):
        return True
    return any(word.startswith(stem) for stem in own_voice["accuses"]["stems"])


def _worth_asking(place: _Place, reading: Reading) -> bool:
    """Whether the word stands once in its sentence, seldom in the article, and not in the headline."""
    stem = place.word.removesuffix("s")
    forms = (stem, f"{stem}s", f"{stem}es")
    alone = fold(place.passage.text).count(place.word) == 1
    seldom = sum(uses(reading.article.raw)[form] for form in forms) <= MOST_USES
    return alone and seldom and not any(form in uses(reading.article.title) for form in forms)


def _question(place: _Place, reading: Reading, rng: random.Random) -> Candidate | None:
    passage = place.passage
    offers = _contrasting(place, reading, rng)
    if len(offers) < FEWEST_CONTRASTS:
        return None
    return Candidate(
        kind="cloze",
        prompt=rng.choice(QUOTED_STEMS if passage.quoted else STEMS).format(
            sentence=with_gap(passage, place.span)
        ),
        offers=(Offer(place.word, correct=True), *offers),
        explanation=f"In {reading.place(passage.span.start)} the article has "
        f"“{clause(passage, place.span)}”.",
        evidence=(passage.span,),
        asks_about=place.span,
        giveaway=giveaway(passage, place.span),
        rule="gap.contrast",
        witnesses=("rules",),
    )


def _contrasting(place: _Place, reading: Reading, rng: random.Random) -> list[Offer]:
    """Words that exclude the key; none if the sentence names one of them as well."""
    before = place.passage.before(place.span)
    rivals = contrasts(place.passage.text, len(before), len(before) + len(place.word))
    if any({rival, f"{rival}s"} & uses(place.passage.text).keys() for rival in rivals):
        return []
    if re.search(r"\ban?\s+$", before, re.IGNORECASE):
        rivals = [rival for rival in rivals if (rival[0] in "aeiou") == (place.word[0] in "aeiou")]
    chosen = rng.sample(rivals, min(len(rivals), DISTRACTORS))
    return [Offer(rival, why=_elsewhere(rival, reading)) for rival in chosen]


def _elsewhere(word: str, reading: Reading) -> str:
    """Say where the article has a word that it does not have in the gap."""
    for block in reading.article.blocks:
        if word in uses(block.text):
            return f"The article has the word “{word}” in {block.label}, but not in this sentence."
    return f"The word “{word}” stands nowhere in the article."


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every word on offer that the article has in this sentence or in one like it."""
    return fitting(candidate.prompt, candidate.texts, reading)
