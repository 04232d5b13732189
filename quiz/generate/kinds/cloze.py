"""Which word stands in the gap? A sentence of the article is quoted with one content word left out."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quiz.generate.candidates import Candidate, Offer, Proposal, fold
from quiz.generate.contrasts import contrasts
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gaps import Passage, giveaway, led_in_passages, with_gap
from quiz.generate.gates import slanting
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.gap import fitting
from quiz.generate.witnesses.content_words import ContentWord, content_words
from quiz.generate.wording import tells, uses

FEWEST_CONTRASTS = 2
DISTRACTORS = 3
MOST_QUESTIONS = 12
MOST_USES = 4
"""A word that the article uses more often can be told without reading the sentence."""

STEM_LETTERS = 4
"""Two words that begin with this many same letters may be forms of one."""

STEMS = (
    "According to the article, which word stands in the gap? {sentence}",
    "Which word does the article have in the gap? {sentence}",
    "Which word completes this sentence as it stands in the article? {sentence}",
)
QUOTED_STEMS = (
    "Which word stands in the gap of this quotation, as the article reports it? {sentence}",
    "Somebody is quoted in the article with this sentence. Which word completes it? {sentence}",
)
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our"})
_SMALL_WORD = re.compile(r"(?<![\w’'-])(?:[a-z]{3,}|\d{1,3}(?:st|nd|rd|th))(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class _Place:
    """A word that may be left out of its passage or offered for another's; its class if that is known."""

    word: str
    span: Span
    passage: Passage
    seen: ContentWord | None


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question for every sentence that can be quoted by itself."""
    every = led_in_passages(reading)
    places = list(_places(every, reading))
    found: list[Candidate] = []
    for passage in every:
        own = [place for place in places if place.passage is passage and _worth_asking(place, reading)]
        if not own:
            continue
        if passage.refusal:
            yield Abstention("cloze", passage.span, passage.refusal)
            continue
        made = [
            candidate for place in own if (candidate := _question(place, places, reading, rng)) is not None
        ]
        if made:
            found.append(min(made, key=lambda one: (_borrowed(one), -len(one.key))))
        else:
            reason = "no word of it has rivals of its class that plainly say something else"
            yield Abstention("cloze", passage.span, reason)
    yield from _apart(sorted(found, key=_borrowed))


def _borrowed(candidate: Candidate) -> bool:
    return candidate.rule == "gap.article"


def _apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those that share no key or borrowed option with one before: side by side they would tell."""
    chosen: list[Candidate] = []
    used: set[str] = set()
    for candidate in candidates:
        words = {offer.text for offer in candidate.offers}
        shown = words if _borrowed(candidate) else {candidate.key}
        if len(chosen) < MOST_QUESTIONS and not shown & used:
            chosen.append(candidate)
            used |= words
    return chosen


def _places(every: Sequence[Passage], reading: Reading) -> Iterator[_Place]:
    """Every word that has contrasts, or whose class its neighbours show; a quotation's in its own passage."""
    for passage in every:
        seen = {word.start: word for word in content_words(passage.text)}
        for match in _SMALL_WORD.finditer(passage.text, passage.led_in):
            word = match.group()
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            known = match.start() in seen or contrasts(passage.text, *match.span())
            if not known or _barred(word):
                continue
            if passage.quoted or not any(marks.overlaps(span) for marks in reading.quotations):
                yield _Place(word, span, passage, seen.get(match.start()))


@cache
def _barred(word: str) -> bool:
    """Whether a word names a group, leans, judges, tells of death or crime, or says too little."""
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
    return alone and seldom and not any(uses(reading.article.title)[form] for form in forms)


def _question(
    place: _Place, places: Sequence[_Place], reading: Reading, rng: random.Random
) -> Candidate | None:
    passage = place.passage
    offers, rule = _contrasting(place, reading, rng), "gap.contrast"
    if len(offers) < FEWEST_CONTRASTS:
        offers, rule = _of_the_article(place, places, reading, rng), "gap.article"
        if len(offers) < DISTRACTORS:
            return None
    told = giveaway(passage, place.span)
    return Candidate(
        kind="cloze",
        prompt=rng.choice(QUOTED_STEMS if passage.quoted else STEMS).format(
            sentence=with_gap(passage, place.span)
        ),
        offers=(Offer(place.word, correct=True), *offers),
        explanation=f"In {reading.place(passage.span.start)} the article has “{told}”.",
        evidence=(passage.span,),
        asks_about=place.span,
        giveaway=told,
        rule=rule,
        witnesses=("rules",),
    )


def _contrasting(place: _Place, reading: Reading, rng: random.Random) -> list[Offer]:
    """Words that exclude the key; none if the sentence names one of them as well."""
    before = place.passage.before(place.span)
    rivals = contrasts(place.passage.text, len(before), len(before) + len(place.word))
    text = place.passage.text.lower()
    if any(tells(rival, text) or tells(f"{rival}s", text) for rival in rivals):
        return []
    if re.search(r"\ban?\s+$", before, re.IGNORECASE):
        rivals = [rival for rival in rivals if (rival[0] in "aeiou") == (place.word[0] in "aeiou")]
    chosen: list[str] = []
    for rival in rng.sample(rivals, len(rivals)):
        if not any(_akin(rival, other) for other in (place.word, *chosen)):
            chosen.append(rival)
    return [Offer(rival, why=_elsewhere(rival, reading)) for rival in chosen[:DISTRACTORS]]


def _elsewhere(word: str, reading: Reading) -> str:
    """Say where the article has a word that it does not have in the gap."""
    for block in reading.article.blocks:
        if tells(word, block.text.lower()):
            return f"The article has the word “{word}” in {block.label}, but not in this sentence."
    return f"The word “{word}” stands nowhere in the article."


def _of_the_article(
    place: _Place, places: Sequence[_Place], reading: Reading, rng: random.Random
) -> list[Offer]:
    """Words of the same class from other sentences that stand between the same two small words."""
    chosen: list[_Place] = []
    for other in rng.sample(places, len(places)):
        rivals = [place.word, *(one.word for one in chosen)]
        if (
            other.passage is not place.passage
            and _interchangeable(place, other)
            and not any(word.startswith(other.word[:STEM_LETTERS]) for word in uses(fold(place.passage.text)))
            and not any(_akin(other.word, rival) for rival in rivals)
        ):
            chosen.append(other)
    return [
        Offer(
            other.word,
            why=f"The article has this word in {reading.place(other.span.start)}: "
            f"“{giveaway(other.passage, other.span)}”.",
        )
        for other in chosen[:DISTRACTORS]
    ]


def _interchangeable(one: _Place, other: _Place) -> bool:
    """Whether two words have one class and form and stand in the same frame: “the … of”."""
    if one.seen is None or other.seen is None or one.seen.sort != other.seen.sort:
        return False
    if one.seen.follows != other.seen.follows or not one.seen.follows:
        return False
    return one.seen.before == other.seen.before or {one.seen.before, other.seen.before} <= _DEFINITE


def _akin(one: str, other: str) -> bool:
    """Whether two words are forms of one, or could stand for each other."""
    if one[:STEM_LETTERS] == other[:STEM_LETTERS] or one in other or other in one:
        return True
    return not _groups(one).isdisjoint(_groups(other))


@cache
def _groups(word: str) -> frozenset[int]:
    """The groups of near words that hold a word or its singular, by their number."""
    forms = {word, word.removesuffix("s")}
    return frozenset(at for at, group in enumerate(lexicon("cloze")["near"]) if not forms.isdisjoint(group))


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every word on offer that the article has in this sentence or in one like it."""
    return fitting(candidate.prompt, candidate.texts, reading)
