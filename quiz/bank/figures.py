"""Options that are figures: what each amounts to and in which unit, so that they can stand in order."""

import re
from collections.abc import Sequence
from typing import NamedTuple

UNITS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: value for value, word in enumerate(UNITS, start=2)} | {
    word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)
}
"""Number words that mean nothing else; “one” is left out because it is a pronoun too."""

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE = rf"(?P<scale>[ -](?:{'|'.join(_SCALES)}))?"
_IN_DIGITS = re.compile(
    r"(?P<before>[$€£¥]?) ?(?P<number>[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)"
    rf"{_SCALE}(?P<unit>[ -]?(?:%|[^\W\d]+(?: [^\W\d]+)*))?"
)
_IN_WORDS = re.compile(
    rf"(?P<tens>{'|'.join(TENS)})?-?(?P<unit>one|{'|'.join(reversed(UNITS))})?{_SCALE}", re.IGNORECASE
)
_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug"),
        *("sep", "sept", "oct", "nov", "dec"),
    )
)


class Figure(NamedTuple):
    """What a text amounts to; ``unit`` is the word or sign with it in small letters, often empty."""

    value: float
    unit: str


def figure(text: str) -> Figure | None:
    """Return the figure in digits that a whole text is; None for anything else, and for a date."""
    found = _IN_DIGITS.fullmatch(text.strip())
    if found is None:
        return None
    value = float(found["number"].replace(",", "").replace("−", "-"))
    value *= _SCALES.get((found["scale"] or "").strip(" -"), 1)
    unit = (found["before"] or (found["unit"] or "").strip(" -")).lower()
    if unit.partition(" ")[0] in _MONTHS:
        return None
    return Figure(value, "th" if unit in ("st", "nd", "rd") else unit)


def by_size(texts: Sequence[str]) -> tuple[int, ...] | None:
    """Return the places of texts from the smallest to the largest figure.

    None unless every text is a figure, in digits or in words, and all have one unit.
    """
    found = [figure(text) or _spelled(text) for text in texts]
    figures = [one for one in found if one is not None]
    if len(figures) < len(found) or len({one.unit for one in figures}) != 1:
        return None
    return tuple(sorted(range(len(figures)), key=lambda place: figures[place].value))


def _spelled(text: str) -> Figure | None:
    found = _IN_WORDS.fullmatch(text.strip())
    if found is None or not (found["tens"] or found["unit"]) or text.casefold() == "one":
        return None
    words = {**WORDS, "one": 1}
    value = sum(words[found[part].casefold()] for part in ("tens", "unit") if found[part])
    return Figure(value * _SCALES.get((found["scale"] or "").strip(" -").casefold(), 1), "")
