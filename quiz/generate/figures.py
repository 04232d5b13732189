"""Wrong figures beside a right one: of its form and size, and none that could be given for the same thing."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import fold
from quiz.generate.facts import Quantity, Reading
from quiz.generate.gaps import Passage
from quiz.generate.witnesses.quantities import SCALES, WORDS
from quiz.generate.wording import folded, stands_in

FEWEST_DISTRACTORS, DISTRACTORS = 2, 3
LIKELY = (0.35, 2.8)
"""A wrong figure is at least, and at most, this many times the right one."""
TOO_NEAR = (0.9, 1.1)
"""Two figures nearer to each other than this may be one amount, rounded and exact."""

HOW_MANY_SMALLER = (1, 2, 4, 4)
"""How likely none, one, two or three of the wrong figures are smaller than the right one.

None is less likely, because beside “two” it is the only way: else the smallest would be right too often.
"""

_FACTORS = (0.43, 0.52, 0.61, 0.68, 0.77, 0.83, 1.22, 1.31, 1.38, 1.53, 1.67, 1.84, 2.1)
"""No plain multiples: beside 277, figures such as 554 and 831 would show which one they were made from."""
FEWEST_YEARS, MOST_YEARS = 18, 97
YEARS_APART = (-17, -13, -9, -6, 6, 9, 13, 17)
"""The age of somebody grown up is offered beside others not far from it, and not beside a child's."""


def wrong_figures(
    quantity: Quantity, key: str, passage: Passage, reading: Reading, rng: random.Random
) -> list[tuple[str, str]]:
    """Other figures of the article of the same form, then others as round as the key, with their reasons.

    How many of them are smaller than the key is drawn, so that it stands anywhere in their order; where the
    sentence has another figure of the same kind, all lie on the same side of it, as it may tell what rose.
    """
    (smaller,) = rng.choices(range(DISTRACTORS + 1), HOW_MANY_SMALLER)
    room = {True: smaller, False: DISTRACTORS - smaller}
    chosen: list[tuple[str, str]] = []
    taken = [key]
    borrowed = list(_of_the_article(quantity, key, passage, reading))
    made = list(_made_up(quantity, key, passage, reading, spare=False))
    spare = list(_made_up(quantity, key, passage, reading, spare=True))
    bounds = [other.value for other in others_like(quantity, reading) if passage.span.covers(other.span)]
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
        if quantity.approximator and _is_round(key) and not _is_round(text):
            continue  # nobody says “about 36”
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


def _is_round(text: str) -> bool:
    """Whether a figure in digits ends in 0 or 5, as estimates do; one in words counts as round."""
    digits = re.sub(r"\D", "", text)
    return not digits or digits[-1] in "05"


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
    key_ends_in_nought = digits.endswith("0")
    step = 10 ** (len(digits) - len(digits.rstrip("0"))) / 10**places
    if step <= 10 and base % 5 == 0 and not places:
        step = 5 if base < 100 else step
    found = []
    for index, factor in enumerate(_FACTORS):
        number = round(base * factor / step) * step
        if step == 1 and number % 10 == 0:
            number += 1 + index % 9
        if places and not key_ends_in_nought and f"{number:.{places}f}".endswith("0"):
            continue  # “$5.0 billion” would look made up beside “$2.4 billion”
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


def others_like(quantity: Quantity, reading: Reading) -> Iterator[Quantity]:
    """Other figures that may be given for the same thing: near to this one, or of the same noun or unit."""
    for other in reading.quantities:
        if other == quantity or other.value == quantity.value:
            continue
        near = other.sort == quantity.sort and TOO_NEAR[0] <= other.value / quantity.value <= TOO_NEAR[1]
        if near or (quantity.noun and _stem(other.noun) == _stem(quantity.noun)):
            yield other


def _stem(noun: str) -> str:
    return noun.removesuffix("s").removesuffix("e")
