"""Figures in digits and in words: what they amount to, what they count, and how exact they are said to be."""

import re
from collections.abc import Iterator
from functools import cache

from quiz.article import Block
from quiz.bank import figures
from quiz.generate.facts import Bound, Observation, Quantity, QuantitySort, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.moments import MONTHS

WORDS = figures.WORDS
"""Number words that mean nothing else; “one” is left out because it is a pronoun too."""

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}

_WORD_NUMBER = (
    rf"(?:{'|'.join(figures.TENS)})(?:-(?:one|{'|'.join(figures.UNITS[:8])}))?"
    rf"|{'|'.join(reversed(figures.UNITS))}"
)
_NUMERAL = re.compile(
    r"(?<![\w.,/:#@+–—-])(?P<sign>[$£€¥]\s?)?"
    rf"(?P<base>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD_NUMBER}))"
    rf"(?P<scale>(?:\s+|-)(?:{'|'.join(SCALES)}))?(?P<percent>\s?%)?(?![\w$£€¥])",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s?[-/:][\w\d]|\s?[–—]\s?\d|\s-\s\w|,\d|\.\d|\s?°")
_HYPHENED = re.compile(
    r"-(acre|bed|bedroom|car|count|country|day|fold|foot|hectare|hour|house|inch|kilometer|kilometre|km|lane|member|meter"
    r"|metre|mile|minute|month|nation|page|part|person|point|pound|room|seat|second|storey|story|team|ton|tonne|unit"
    r"|vehicle|volume|week|word)(?![\w-])"
)
"""A unit tied to its figure: “a 131-page report”."""

_RANGE_AFTER = re.compile(
    r"(?:\s?[-–—]\s?|\s+(?:to|or)\s+)(?:[$£€¥]\s?)?(?:\d|(?:" + _WORD_NUMBER + r")\b)", re.I
)
_RANGE_BEFORE = re.compile(
    r"(?:\bbetween\s+(?:\S+\s+){1,4}and|\bfrom\s+(?:\S+\s+){1,4}to|[\d]\s?[-–—]|\b(?:\d[\d,.]*|"
    + _WORD_NUMBER
    + r")\s+(?:to|or))"
    r"\s*(?:[$£€¥]\s?)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:[$£€¥]\s?)?$", re.IGNORECASE)
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o[’']clock|GMT|UTC|hrs\b)|:\d", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+old\b|-year\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age\s+of|turned)\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(MONTHS)})\.?\s+$", re.IGNORECASE)
_PERCENT = re.compile(r"\s+per\s?cent\b|\s+percent\b", re.IGNORECASE)
_AGE_SET_OFF = re.compile(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+,\s+$"), re.compile(r",\s")
"""“Mara Lindqvist, 54, …”: between commas, behind a name of two words."""
_WORD_AFTER = re.compile(r"\s+([A-Za-z][\w’'-]*)")
_YEARS = range(1500, 2101)
PLACES = 6
"""Decimal places of a value; more would be the machine's and not the article's."""

BESIDE = 150
"""Characters before and after a figure among which what belongs to it is looked for."""

FARTHEST_NOUN = 4
"""Words after a figure in which the noun it counts is looked for."""


def quantities_in(block: Block) -> Iterator[Observation]:
    """Every figure of a block that is an amount; ordinals, years, clock times and labels are none."""
    text = block.text
    for match in _NUMERAL.finditer(text):
        value = _value(match)
        after, before = text[match.end() : match.end() + BESIDE], text[: match.start()][-BESIDE:]
        if _is_label(match, before, after) or _CLOCK.match(after):
            continue
        sort, noun, end = _counted(match, text)
        if _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before) or _BETWEEN.search(before):
            sort = "score" if re.match(r"\s?[-–—]", after) or re.search(r"[-–—]\s*$", before) else "range"
        elif _AGE_AFTER.match(after) or _AGE_BEFORE.search(before) or _set_off_as_age(match, before, after):
            sort = "age"
        elif hyphened := _HYPHENED.match(after):
            unit = hyphened[1]
            sort = "duration" if f"{unit}s" in lexicon("numbers")["durations"] else "count"
            noun, end = unit, match.end() + hyphened.end()
        elif _JOINED.match(after):
            continue
        start, words, bound = _approximated(before)
        start += match.start() - len(before)
        yield Observation(
            "rules",
            "quantity",
            Quantity(
                Span(block.start + match.start(), block.start + match.end()),
                value,
                sort,
                noun,
                Span(block.start + start, block.start + end),
                bound,
                words,
            ),
        )


def _set_off_as_age(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a figure of two digits stands by itself between commas behind a name."""
    behind, ahead = _AGE_SET_OFF
    bare = re.fullmatch(r"[1-9]\d", match.group()) is not None
    return bare and behind.search(before) is not None and ahead.match(after) is not None


def _value(match: re.Match[str]) -> float:
    base = match["base"].lower()
    if base[0].isdigit():
        value = float(base.replace(",", ""))
    else:
        tens, _, unit = base.partition("-")
        value = WORDS[tens] + (1 if unit == "one" else WORDS.get(unit, 0))
    scale = SCALES[match["scale"].strip().lstrip("-").lower()] if match["scale"] else 1
    return round(value * scale, PLACES)


def _is_label(match: re.Match[str], before: str, after: str) -> bool:
    """Whether the figure names something instead of counting: a year, a day of a month, “Section 3”."""
    base = match["base"]
    plain = not match["scale"] and not match["percent"] and not match["sign"]
    if plain and base.isdigit() and (int(base) in _YEARS or (len(base) > 1 and base.startswith("0"))):
        return True
    if _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before):
        return True
    last = re.search(r"(\S+)\s+$", before)
    if last is None or not base[0].isdigit():
        return False
    word = last[1].strip("“\"‘'(").rstrip(".")
    opens = re.fullmatch(r"\s*", before[: last.start()]) or re.search(r"[.!?]\s*$", before[: last.start()])
    named = word[:1].isupper() and not opens and not re.search(r"[,;:.)”]$", last[1])
    return named or word.lower() in lexicon("numbers")["labels"]


def _counted(match: re.Match[str], text: str) -> tuple[QuantitySort, str, int]:
    """What sort of amount it is, the noun or unit, and where that ends."""
    numbers = lexicon("numbers")
    percent = _PERCENT.match(text, match.end())
    if match["percent"] or percent:
        return "percent", "percent", percent.end() if percent else match.end()
    if match["sign"]:
        return "money", match["sign"].strip(), match.end()
    position, words = match.end(), 0
    while words < FARTHEST_NOUN and (word := _WORD_AFTER.match(text, position)):
        name = word[1].lower()
        if name in numbers["currencies"]:
            return "money", name, word.end()
        if words == 0 and name in numbers["measures"]:
            return "measure", _unit(text, word), word.end()
        if words == 0 and name in numbers["durations"]:
            return "duration" if name.endswith("s") else "age", _singular(name), word.end()
        if name in numbers["stops"] or name in SCALES:
            break
        if is_plural(name):
            return "count", name, word.end()
        position, words = word.end(), words + 1
    return "count", "", match.end()


def _unit(text: str, word: re.Match[str]) -> str:
    name = word[1].lower()
    if name in ("square", "cubic") and (following := _WORD_AFTER.match(text, word.end())):
        return f"{name} {_singular(following[1].lower())}"
    return _singular(name)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def is_plural(word: str) -> bool:
    """Whether a word is a noun in the plural, by its ending or by the lexicon."""
    word = word.lower()
    if word in lexicon("numbers")["plurals"]:
        return True
    return (
        len(word) > 3 and bool(re.search(r"(?<![su])s$", word)) and not re.search(r"(?:[’']s|is|ous)$", word)
    )


def _approximated(before: str) -> tuple[int, str, Bound]:
    """Where the whole expression begins, the approximator before the figure and what it does to it."""
    match = _approximators().search(before)
    if match is None:
        return len(before), "", "exact"
    words = " ".join(match["words"].lower().split())
    bound: Bound = lexicon("numbers")["approximators"][words]
    return match.start("words"), words, bound


@cache
def _approximators() -> re.Pattern[str]:
    words = sorted(lexicon("numbers")["approximators"], key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?P<words>{alternatives})\s+(?:an?\s+)?$", re.IGNORECASE)
