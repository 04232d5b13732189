"""Which figure does the article report? A sentence is quoted with the figure left out."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Bound, Quantity, Reading
from quiz.generate.figures import FEWEST_DISTRACTORS, TOO_NEAR, others_like, wrong_figures
from quiz.generate.gaps import Passage, clause, led_in_passages, passage_at, with_gap
from quiz.generate.solve.gap import counted_again, fitting
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.quantities import WORDS

STEMS = (
    "According to the article, which number stands in the gap? {sentence}",
    "Which figure does the article report in the place of the gap? {sentence}",
    "Which number completes this sentence as the article has it? {sentence}",
)
QUOTED_STEMS = (
    "Which number stands in the gap of this quotation, as the article reports it? {sentence}",
    "Somebody is quoted in the article with this sentence. Which number completes it? {sentence}",
)
HOW_MANY = "According to the article, how many {rest}?"
_BRACKET_FIGURE = re.compile(r"[^.;,]{0,25}\([^)]*\d")
_CONVERTED = re.compile(r"\(\s*$")
_A_NUMBER = rf"(?:\d+|one|half|{'|'.join(WORDS)})"
_SHARE_BEFORE = re.compile(
    rf"\b(?:{_A_NUMBER}\s+(?:in|out\s+of|of)(?:\s+every)?|one\s+of(?:\s+the)?|for\s+every)\s+$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b(?:at|after|before|by|until|till|since|past|to)\s+$", re.IGNORECASE)
"""Before a bare figure it may tell the hour."""

_ONE_IN = re.compile(r"\bone(?:\s+[\w-]+){0,3}\s+in\s+$", re.IGNORECASE)
_SHARE_AFTER = re.compile(rf"\s+(?:in|out\s+of)\s+(?:every\s+)?{_A_NUMBER}\b", re.IGNORECASE)
_TOLD_ANYWAY = re.compile(
    r"\b(?:both|either|neither|former|latter|second|third|pair|twins?)\b", re.IGNORECASE
)
_KNOWN_GROUP = re.compile(r"^(?:The|These|Those|All|Both)\s+$")
"""Opening a sentence, as in “The two candidates”, it takes up somebody the article has named."""

USUAL_HOURS = frozenset({24, 36, 48, 72, 96})
"""A day, a day and a half, two, three and four: terms are set in these hours and in no others near them."""

_HOURS = re.compile(r"[\s-]+hours?\b")
_LIST = re.compile(r"(?<!\S)[^\sA-Z]\S*:")
"""A colon that may open a list; behind a word in capitals it is more likely in a title: “Delta: The Game”."""

_POINTS = re.compile(r"\s+points?\b")
MOST_FOR_A_WIN = 3
"""Points that a league gives for one match."""

_ADDED_UP = re.compile(r"\b(?:other|another|others|additional|further|extra|remaining)\b", re.IGNORECASE)

FEWEST_BY_ITSELF = 20
"""A smaller figure without a noun may be an hour, an age or the number of something."""

_JOINS_LABELS = re.compile(
    r"\b(?:numbers?|figures?|total|aged|numbered|called|known|named|numbering|temperatures?|degrees|pages?|rated"
    r"|ranked|scored|scoring)\s[^,.;]*$",
    re.IGNORECASE,
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every figure that counts or measures something in a sentence of its own."""
    every = led_in_passages(reading)
    for quantity in reading.quantities:
        passage = passage_at(quantity.span, every)
        if passage is None:
            continue
        reason = _unclear(quantity, passage, reading) or passage.refusal
        if reason:
            yield Abstention("number", quantity.whole, reason)
        else:
            yield _question(quantity, passage, reading, rng)


def _unclear(quantity: Quantity, passage: Passage, reading: Reading) -> str | None:
    """Why the figure may not be the only one a reader could give, if it may not."""
    bare = reading.words(quantity.span)
    written_out = quantity.value > 1 and bare in WORDS and not _HOUR.search(passage.before(quantity.span))
    counts = quantity.noun or quantity.sort == "age" or written_out or _counts_by_itself(quantity, passage)
    if quantity.sort in ("score", "range") or not counts:
        return "nothing tells what it counts, or it is a score or a range"
    if quantity.sort == "age" and reports_a_case(reading):
        return "it is an age in an article about a charge or a crime"
    if any(moment.span.overlaps(quantity.whole) for moment in reading.moments):
        return "it is part of a time"
    before = passage.before(quantity.span)
    if (
        _SHARE_BEFORE.search(before)
        or _ONE_IN.search(before)
        or _SHARE_AFTER.match(passage.after(quantity.span))
    ):
        return "it is part of a share: so many in so many"
    if _KNOWN_GROUP.search(before) and not passage.after(quantity.span).startswith("-"):
        return "it counts a group that stands before it"
    if quantity.value <= MOST_FOR_A_WIN and _POINTS.match(passage.after(quantity.span)):
        return "the rules of a game may tell how many points a result earns"
    if quantity.value <= 3 and _TOLD_ANYWAY.search(passage.text):
        return "another word of the sentence gives it away"
    if _CONVERTED.search(before) or _BRACKET_FIGURE.match(passage.after(quantity.span)):
        return "the same amount stands beside it in brackets"
    if quantity.value in USUAL_HOURS and _HOURS.match(passage.after(quantity.span)):
        return "it is a usual term, and would be guessed"
    if _LIST.search(passage.after(quantity.span)):
        return "what it counts may be listed right after it"
    if _ADDED_UP.search(reading.words(quantity.whole)):
        return "it counts the rest of something"
    near = [other for other in others_like(quantity, reading) if passage.asked.covers(other.span)]
    if quantity.sort == "percent" and len(near) > 1:
        return "the other shares of the sentence tell what is left"
    if any(TOO_NEAR[0] <= other.value / quantity.value <= TOO_NEAR[1] for other in near):
        return "the sentence has another figure that may be the same, rounded"
    return None


def _counts_by_itself(quantity: Quantity, passage: Passage) -> bool:
    """Whether a large figure without a noun is an amount all the same: “wounding 238”, “about 1,240”."""
    bare = passage.text[quantity.span.start - passage.span.start : quantity.span.end - passage.span.start]
    large = quantity.value >= FEWEST_BY_ITSELF and bare[0].isdigit()
    before, after = passage.before(quantity.span), passage.after(quantity.span)
    return large and bool(
        re.search(r"\b(?:[a-z]{3,}(?:ed|ing)|were|are|than|about|over|nearly|to)\s+$", before)
        and not _JOINS_LABELS.search(before)
        and re.match(r"(?:[.,;]|$|\s(?:or more|of (?:them|whom|these|those)|in|on|by|and|more)\b)", after)
    )


def _question(quantity: Quantity, passage: Passage, reading: Reading, rng: random.Random) -> Proposal:
    alone = next(others_like(quantity, reading), None) is None
    how_many = _how_many(quantity, passage) if alone else None
    key = reading.words(quantity.span)
    key = key.lower() if how_many else key
    distractors = wrong_figures(quantity, key, passage, reading, rng)
    if len(distractors) < FEWEST_DISTRACTORS:
        return Abstention("number", quantity.whole, "too few likely figures of the same form")
    stem = rng.choice(QUOTED_STEMS if passage.quoted else STEMS)
    place = reading.place(passage.span.start)
    bounded = quantity.approximator and not _tells_how_long(quantity, reading)
    about = f"; “{quantity.approximator}” {_SAYS[quantity.bound]}" if bounded else ""
    return Candidate(
        kind="number",
        prompt=how_many or stem.format(sentence=with_gap(passage, quantity.span)),
        offers=(Offer(key, correct=True), *(Offer(text, why=why) for text, why in distractors)),
        explanation=f"In {place} the article has “{clause(passage, quantity.span)}”{about}.",
        evidence=(passage.span,),
        asks_about=quantity.whole,
        giveaway=reading.words(quantity.whole),
        rule=f"quantity.{quantity.sort}",
        witnesses=("rules",),
    )


_SPAN_OF_TIME = re.compile(r"\s*-?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b", re.I)


def _tells_how_long(quantity: Quantity, reading: Reading) -> bool:
    """Whether “over” stands before a time, where it may as well mean “during”."""
    after = reading.article.raw[quantity.span.end : quantity.span.end + 12]
    return quantity.approximator.casefold() == "over" and _SPAN_OF_TIME.match(after) is not None


_SAYS: dict[Bound, str] = {
    "exact": "says that it is exact",
    "about": "says that it is not exact",
    "least": "says that it is no less",
    "most": "says that it is no more",
}


def _how_many(quantity: Quantity, passage: Passage) -> str | None:
    """Return the sentence turned into “how many …?” where the figure opens it and nothing else is set off."""
    plain = (
        quantity.sort == "count"
        and quantity.span.start == passage.span.start
        and not passage.quoted
        and not quantity.approximator
    )
    rest = " ".join(passage.after(quantity.span).split())
    if not plain or re.search(r"[,;:()—–]|\bof\b", rest[:60]) or passage.long:
        return None
    if not rest.endswith(".") or "," in rest:
        return None
    return HOW_MANY.format(rest=rest.rstrip("."))


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every figure on offer that the article has in this sentence, in one like it, or with the same noun."""
    return fitting(candidate.prompt, candidate.texts, reading) | counted_again(
        candidate.prompt, candidate.texts, reading
    )
