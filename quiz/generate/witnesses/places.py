"""Countries and cities that the article names in a place where only a place can stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quiz.generate.lexicons import any_of, lexicon

PlaceSort = Literal["country", "city"]

_GROUPS: tuple[tuple[PlaceSort, str], ...] = (("country", "countries"), ("city", "cities"))
_PART_OF_A_NAME = re.compile(r"[’']s?\b|-\w|\s(?:[A-Z(]|and\s[A-Z])|,\s[A-Z]")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.’'-]*|[A-Z]\w*,|&)\s$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A country or city of the lexicon; offsets into the text that was searched.

    ``lead`` is the small word before it. ``alone`` is false where it may be a part of a longer name
    or of a list of places.
    """

    start: int
    end: int
    name: str
    sort: PlaceSort
    lead: str
    alone: bool


def places_in(text: str) -> Iterator[PlaceName]:
    """Every country and city that a text names."""
    for match in _pattern().finditer(text):
        sort = next(sort for sort, names in _names() if match.group() in names)
        before, after = text[: match.start()], text[match.end() :]
        lead = re.search(r"([a-z]+)\s+$", before)
        alone = not _PART_OF_A_NAME.match(after) and not _NAME_BEFORE.search(before)
        yield PlaceName(match.start(), match.end(), match.group(), sort, lead[1] if lead else "", alone)


@cache
def _names() -> tuple[tuple[PlaceSort, frozenset[str]], ...]:
    return tuple((sort, frozenset(lexicon("places")[group])) for sort, group in _GROUPS)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){any_of(name for _, group in _names() for name in group)}(?!\w)")
