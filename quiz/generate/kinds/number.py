"""Which figure does the article report? A sentence is quoted with the figure left out."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal, fold
from quiz.generate.facts import Abstention, Bound, Quantity, Reading
from quiz.generate.gaps import Passage, clause, led_in_passages, passage_at, with_gap
from quiz.generate.solve.gap import counted_again, fitting
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.quantities import SCALES, WORDS
from quiz.generate.wording import folded, stands_in

FEWEST_DISTRACTORS, DISTRACTORS = 2, 3
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
LIKELY = (0.35, 2.8)
"""A wrong figure is at least, and at most, this many times the right one."""
TOO_NEAR = (0.9, 1.1)
"""Two figures nearer to each other than this may be one amount, rounded and exact."""

_FACTORS = (0.43, 0.52, 0.61, 0.68, 0.77, 0.83, 1.22, 1.31, 1.38, 1.53, 1.67, 1.84, 2.1)
"""No plain multiples: beside 277, figures such as 554 and 831 would show which one they were made from."""
FEWEST_YEARS, MOST_YEARS = 18, 97
YEARS_APART = (-17, -13, -9, -6, 6, 9, 13, 17)
"""The age of somebody grown up is offered beside others that are not far from it, and not beside a child's."""

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
_ADDED_UP = re.compile(r"\b(?:other|another|others|additional|further|extra|remaining)\b", re.IGNORECASE)


FEWEST_BY_ITSELF = 20
"""A smaller figure without a noun may be an hour, an age or the number of something."""

_JOINS_LABELS = re.compile(
    r"\b(?:numbers?|figures?|total|aged|numbered|called|known|named|numbering|temperatures?|degrees|pages?|rated|ranked|scored|scoring)\s[^,.;]*$",
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
    if quantity.value <= 3 and _TOLD_ANYWAY.search(passage.text):
        return "another word of the sentence gives it away"
    if _CONVERTED.search(before) or _BRACKET_FIGURE.match(passage.after(quantity.span)):
        return "the same amount stands beside it in brackets"
    if ":" in passage.after(quantity.span):
        return "what it counts may be listed right after it"
    if _ADDED_UP.search(reading.words(quantity.whole)):
        return "it counts the rest of something"
    near = [other for other in _others_like(quantity, reading) if passage.asked.covers(other.span)]
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


def _others_like(quantity: Quantity, reading: Reading) -> Iterator[Quantity]:
    """Other figures that may be given for the same thing: near to this one, or of the same noun or unit."""
    for other in reading.quantities:
        if other == quantity or other.value == quantity.value:
            continue
        near = other.sort == quantity.sort and TOO_NEAR[0] <= other.value / quantity.value <= TOO_NEAR[1]
        if near or (quantity.noun and _stem(other.noun) == _stem(quantity.noun)):
            yield other


def _stem(noun: str) -> str:
    return noun.removesuffix("s").removesuffix("e")


def _question(quantity: Quantity, passage: Passage, reading: Reading, rng: random.Random) -> Proposal:
    alone = next(_others_like(quantity, reading), None) is None
    how_many = _how_many(quantity, passage) if alone else None
    key = reading.words(quantity.span)
    key = key.lower() if how_many else key
    distractors = _distractors(quantity, key, passage, reading, rng)
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


def _distractors(
    quantity: Quantity, key: str, passage: Passage, reading: Reading, rng: random.Random
) -> list[tuple[str, str]]:
    """Other figures of the article of the same form, then others as round as the key, with their reasons.

    How many of them are smaller than the key is drawn, so that it stands anywhere in their order; where the
    sentence has another figure of the same kind, all lie on the same side of it, as it may tell what rose.
    """
    smaller = rng.randint(0, DISTRACTORS)
    room = {True: smaller, False: DISTRACTORS - smaller}
    chosen: list[tuple[str, str]] = []
    taken = [key]
    borrowed = list(_of_the_article(quantity, key, passage, reading))
    made = list(_made_up(quantity, key, passage, reading, spare=False))
    spare = list(_made_up(quantity, key, passage, reading, spare=True))
    bounds = [other.value for other in _others_like(quantity, reading) if passage.span.covers(other.span)]
    everything = [
        *rng.sample(borrowed, len(borrowed)),
        *rng.sample(made, len(made)),
        *(spare if len(made) < FEWEST_DISTRACTORS else ()),
    ]
    for strict in (True, False):
        for text, value, why in everything:
            below = value < quantity.value
            if any((value > bound) != (quantity.value > bound) for bound in bounds):
                continue
            if len(chosen) == DISTRACTORS or (strict and not room[below]):
                continue
            if any(fold(text) in fold(other) or fold(other) in fold(text) for other in taken):
                continue
            room[below] -= 1
            taken.append(text)
            chosen.append((text, why))
    return chosen


def _of_the_article(
    quantity: Quantity, key: str, passage: Passage, reading: Reading
) -> Iterator[tuple[str, float, str]]:
    for other in reading.quantities:
        text = _cased(reading.words(other.span), key)
        inside = passage.span.covers(other.span) or stands_in(folded(text), folded(passage.text))
        if inside or other.sort != quantity.sort or not other.noun or _form(text) != _form(key):
            continue
        ratio = other.value / quantity.value
        same = _stem(other.noun) == _stem(quantity.noun)
        if same and (
            quantity.sort in ("count", "measure", "duration", "age") or _together(quantity, other, reading)
        ):
            continue
        if LIKELY[0] <= ratio <= LIKELY[1] and not TOO_NEAR[0] <= ratio <= TOO_NEAR[1]:
            whole, place = reading.words(other.whole), reading.place(other.span.start)
            why = "not in this sentence" if same else "but of something else"
            yield text, other.value, f"The article has “{whole}” in {place}, {why}."


def _together(one: Quantity, other: Quantity, reading: Reading) -> bool:
    """Whether two figures of the same unit stand in one paragraph, where a reader could mix them up."""
    return reading.article.block_at(one.span.start) == reading.article.block_at(other.span.start)


def _made_up(
    quantity: Quantity, key: str, passage: Passage, reading: Reading, *, spare: bool
) -> Iterator[tuple[str, float, str]]:
    """Figures near to the key that stand nowhere in the article, or, to spare, in a date or a label only."""
    base = quantity.value / _scale(key)
    known = {other.value for other in reading.quantities}
    low = reading.article.raw.lower()
    after = passage.after(quantity.span)
    grown = quantity.sort == "age" and base >= FEWEST_YEARS
    grown = grown and not quantity.noun and not re.match(r"-years?\b(?!-old)", after)
    ages = [base + years for years in YEARS_APART if FEWEST_YEARS <= base + years <= MOST_YEARS]
    for number in ages if grown else _neighbours(base, key, share=quantity.sort == "percent"):
        text = _written(number, key)
        value = number * _scale(key)
        if text is None or value in known or (quantity.sort == "percent" and value >= 100):
            continue
        spelled = rf"(?<![\w,.]){re.escape(text)}(?!\w|[.,]\d)"
        elsewhere = text.lower() in low and bool(re.search(spelled, reading.article.raw, re.IGNORECASE))
        if elsewhere != spare or stands_in(folded(text), folded(passage.text)):
            continue
        whole = reading.words(quantity.whole)
        yield (
            text,
            value,
            f"The article gives “{whole}”; it has {text} only elsewhere."
            if spare
            else f"The article gives “{whole}”; {text} stands nowhere in it.",
        )


def _neighbours(base: float, key: str, *, share: bool) -> list[float]:
    """Figures of the key's size, each as round as it is."""
    if base <= 12 and base == int(base) and not share:
        near = [float(n) for n in range(2, 16) if 0 < abs(n - base) <= 4]
        return [number for number in near if number <= base * LIKELY[1]]
    places = len(key.partition(".")[2].split()[0].rstrip("%")) if re.search(r"\d\.\d", key) else 0
    digits = f"{base:.{places}f}".replace(".", "")
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) / 10**places
    if step <= 10 and base % 5 == 0 and not places:
        step = 5 if base < 100 else step
    found = []
    for index, factor in enumerate(_FACTORS):
        number = round(base * factor / step) * step
        if step == 1 and number % 10 == 0:
            number += 1 + index % 9
        if number > 1 and not TOO_NEAR[0] <= number / base <= TOO_NEAR[1]:
            found.append(round(number, places))
    return list(dict.fromkeys(found))


def _scale(key: str) -> int:
    return next((value for word, value in SCALES.items() if key.lower().rstrip("% ").endswith(word)), 1)


def _written(number: float, key: str) -> str | None:
    """Write a figure the way the key is written: in words or digits, with its sign and its scale."""
    match = re.match(
        r"(?P<sign>[$£€¥]\s?)?(?P<base>[\d.,]+|[A-Za-z]+(?:-(?!hun|tho|mil|bil|tri)[a-z]+)?)", key
    )
    if match is None:
        return None
    base, tail = match["base"], key[match.end() :]
    if base[0].isdigit():
        places = len(base.partition(".")[2])
        grouped = "," in base or len(base) < 4
        body = f"{number:,.{places}f}" if grouped else f"{number:.{places}f}"
    else:
        names = {value: word for word, value in WORDS.items()}
        if number not in names:
            return None
        body = _cased(names[int(number)], key)
    return f"{match['sign'] or ''}{body}{tail}"


def _form(text: str) -> tuple[bool, bool, bool, bool]:
    """What two figures must share to be offered side by side: digits, point, scale, sign."""
    return (
        text[-1:].isdigit() or text[:1].isdigit(),
        "." in text,
        _scale(text) > 1,
        "%" in text or text[0] in "$£€¥",
    )


def _cased(text: str, key: str) -> str:
    return text[:1].upper() + text[1:] if key[:1].isupper() else text[:1].lower() + text[1:]


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every figure on offer that the article has in this sentence, in one like it, or with the same noun."""
    return fitting(candidate.prompt, candidate.texts, reading) | counted_again(
        candidate.prompt, candidate.texts, reading
    )
