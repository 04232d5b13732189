"""Days, months and years: those that stand on their own, and relative ones such as “last week”."""

import re
from collections.abc import Iterator

from quiz.article import Block
from quiz.generate.facts import Moment, MomentSort, Observation, Span
from quiz.generate.wording import uses

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = "|".join(MONTHS)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NO_LETTER = r"(?![\w’'-])"
_DATE = (
    rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?:,?\s+(?P<year>{_YEAR}))?{_NO_LETTER}",
    rf"(?P<day>{_DAY})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>{_YEAR}))?{_NO_LETTER}",
)
_WORDS_BEFORE = "after|and|before|between|by|during|early|from|in|late|mid|of|on|since|till|to|until"
_PREPOSITION = rf"(?P<lead>\b(?i:{_WORDS_BEFORE})\b)"
_PERIOD = "week|weekend|month|year|decade|night|morning|spring|summer|autumn|fall|winter"
_ELAPSED = r"(?:\w+\s+)?(?:days?|weeks?|months?|years?|decades?|hours?)\s+(?:ago|earlier|later)"
_RELATIVE = (
    rf"\b(?i:(?:last|this|next|earlier this|later this)\s+(?:{_PERIOD}|{'|'.join((*WEEKDAYS, *MONTHS))})"
    rf"|yesterday|today|tonight|tomorrow|{_ELAPSED})\b"
)


def _moment_pattern(moment: str, *, lead: str = rf"(?:{_PREPOSITION}\s+)?") -> re.Pattern[str]:
    return re.compile(rf"{lead}(?P<moment>{moment}){_NO_LETTER}")


_PATTERNS: tuple[tuple[MomentSort, re.Pattern[str]], ...] = (
    ("relative", re.compile(rf"(?P<lead>)(?P<moment>{_RELATIVE})")),
    ("date", _moment_pattern(_DATE[0])),
    ("date", _moment_pattern(_DATE[1])),
    ("month", _moment_pattern(rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})")),
    ("weekday", _moment_pattern("|".join(WEEKDAYS))),
    ("month", _moment_pattern(rf"(?P<month>{_MONTH})", lead=r"(?P<lead>\b(?i:in|since|until)\b)\s+")),
    ("year", _moment_pattern(rf"(?P<year>{_YEAR})(?!\s*[–-])", lead=rf"{_PREPOSITION}\s+")),
)
_RELATIVE_WORDS = frozenset(
    {"last", "this", "next", "earlier", "later", "yesterday", "today", "tonight", "tomorrow", "ago"}
)

_COUNTS = re.compile(r"\s+(?:[a-z]+\s+)?(?:[a-z]+s|[a-z]*(?:children|men|people))\b")


def moments_in(block: Block) -> Iterator[Observation]:
    """Every moment of a block, the longer reading where two overlap."""
    taken: list[tuple[int, int]] = []
    sorts = _sorts_in(block.text)
    for sort, pattern in _PATTERNS:
        if sort not in sorts:
            continue
        for match in pattern.finditer(block.text):
            start, end = match.span("moment")
            if sort == "year" and match["lead"] == "of" and _COUNTS.match(block.text, end):
                continue  # “a survey of 1709 schoolchildren”
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            yield Observation("rules", f"moment.{sort}", _moment(sort, match, block))


def _sorts_in(text: str) -> set[MomentSort]:
    """Of which sorts a text may have moments, by the words without which it has none."""
    words = uses(text).keys()
    sorts: set[MomentSort] = set()
    if any(month in text for month in MONTHS):
        sorts |= {"date", "month"}
    if any(day in text for day in WEEKDAYS):
        sorts.add("weekday")
    if any(len(word) == 4 and word.isdigit() for word in words):
        sorts.add("year")
    return sorts if _RELATIVE_WORDS.isdisjoint(words) else {*sorts, "relative"}


def _moment(sort: MomentSort, match: re.Match[str], block: Block) -> Moment:
    parts = match.groupdict()
    month = MONTHS.index(parts["month"]) + 1 if parts.get("month") else None
    return Moment(
        Span(block.start + match.start("moment"), block.start + match.end("moment")),
        sort,
        (match["lead"] or "").lower(),
        int(parts["year"]) if parts.get("year") else None,
        month,
        int(parts["day"]) if parts.get("day") else None,
    )
