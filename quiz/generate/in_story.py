"""Who belongs to the story: not a figure of the past or of fiction, and not only the name under a picture."""

import re
from functools import lru_cache

from quiz.generate.facts import Person, Reading, Span
from quiz.generate.remembered import by_reading

LONG_AGO = 30
"""Years before the latest one of the article: whoever it names only beside such a year is of another time."""

_YEAR = re.compile(r"(?<![\w,.$£€#/-])(?:19|20)\d\d(?![\w%]|[,.]\d)")
_ANNIVERSARY = re.compile(r"\b(?:anniversar(?:y|ies)|centenary|bicentenary|centennial)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:image|photo|photograph|picture|video|audio|illustration)s?\s*:[^.;:]{0,40}$", re.I
)
_OWNER = re.compile(r"[’']s\b|(?<=s)[’'](?!\w)")


@by_reading
def belongs(person: Person, reading: Reading) -> bool:
    """Whether a reader may take a person for somebody who acts or speaks in the story.

    Beside those who do, a figure of history or of a film, or a photographer, would be no likely answer.
    """
    if person.offices or any(fact.speaker == person for fact in reading.attributions):
        return True
    return not all(
        _beside_the_past(mention, reading) or _is_credit(mention, reading) or _only_owns(mention, reading)
        for mention in person.mentions
    )


@lru_cache(maxsize=2)
def latest_year(reading: Reading) -> int | None:
    """Return the latest year that the article names, also in its dateline, or None if it names none."""
    return max(map(int, _YEAR.findall(reading.article.raw)), default=None)


def _beside_the_past(mention: Span, reading: Reading) -> bool:
    sentence = reading.sentence_at(mention.start)
    if sentence is None:
        return False
    if _ANNIVERSARY.search(sentence.text):
        return True
    inside = Span(sentence.start, sentence.end)
    years = [moment.year for moment in reading.moments if moment.year and moment.span.overlaps(inside)]
    latest = latest_year(reading)
    return bool(years) and latest is not None and max(years) <= latest - LONG_AGO


def _is_credit(mention: Span, reading: Reading) -> bool:
    block = reading.article.block_at(mention.start)
    return block is not None and _CREDIT.search(block.text[: mention.start - block.start]) is not None


def _only_owns(mention: Span, reading: Reading) -> bool:
    """Whether nothing is told of the person but that something is theirs: “in Bruno Vale’s manor”."""
    return _OWNER.match(reading.article.raw, mention.end) is not None
