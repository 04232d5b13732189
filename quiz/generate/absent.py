"""Options of a word list that the article does not use: what cannot be read in it cannot be right."""

from collections.abc import Sequence
from functools import lru_cache

from quiz.generate.facts import Reading, Span
from quiz.generate.in_story import latest_year
from quiz.generate.lexicons import lexicon
from quiz.generate.wording import folded, in_article, places_of, stands_in, uses

STEM_LETTERS = 4
"""Letters by which the people and things of a place are told: “Norwegian” for Norway."""


def absent_options(groups: Sequence[Sequence[str]], key: str, reading: Reading) -> list[str]:
    """Return the first entry of each list that has nothing in common with the article or the key.

    A list holds words for much the same thing; any of them in the article, in any form of case, rules it out.
    """
    own = folded(key)
    return [
        group[0]
        for group in groups
        if not any(stands_in(folded(word), own) or in_article(folded(word), reading) for word in group)
    ]


def near_in_length(names: Sequence[str], key: str, most: int) -> list[str]:
    """Return the names nearest to the key in length, so that length tells nothing."""
    return sorted(names, key=lambda name: (abs(len(name) - len(key)), name))[:most]


def near_in_rank(names: Sequence[str], key: str, most: int) -> list[str]:
    """Return the organisations nearest to the key in the lexicon, where the best known come first.

    For a key that only the article itself declares, they are the nearest in length.
    """
    order = [entry["name"] for group in lexicon("outlets").values() for entry in group]
    if key not in order:
        return near_in_length(names, key, most)
    place = order.index(key)
    return sorted(names, key=lambda name: (abs(order.index(name) - place), name))[:most]


def group_of(groups: Sequence[Sequence[str]], word: str) -> Sequence[str] | None:
    """Return the list that a word is in."""
    return next((group for group in groups if word.casefold() in (entry.casefold() for entry in group)), None)


def absent_outlets(name: str, reading: Reading) -> list[str]:
    """Return the news organisations of the same country and medium that the article names nowhere.

    For one that only the article itself declares, they are the others that it declares.
    """
    for group in lexicon("outlets").values():
        names = [entry["name"] for entry in group]
        if name in names:
            return [
                entry["name"]
                for entry in group
                if entry["name"] != name
                and entry.get("word") != "true"
                and not _mentioned(
                    [entry["name"], *entry.get("aliases", []), *entry.get("words", [])], reading
                )
                and not _akin(entry["name"], reading)
                and entry.get("house") not in _houses(reading)
                and not _came_later(entry["name"], reading)
            ]
    return [other for other in reading.article.outlets if other != name and _only_declared(other, reading)]


def _only_declared(name: str, reading: Reading) -> bool:
    """Whether an organisation that the article declares stands nowhere in its text.

    The last word of its name by itself, such as “the Courier”, may be short for it; the paper that printed
    the article is no stranger.
    """
    own = reading.article.outlet
    if name == own or _akin(name, reading) or folded(name) in folded(own or ""):
        return False
    spans = [mention for outlet in reading.outlets for mention in outlet.mentions]
    last = name.split()[-1]
    return not any(
        not any(span.overlaps(Span(block.start + start, block.start + end)) for span in spans)
        for block in reading.article.blocks
        for start, end in places_of([name.removeprefix("The "), last], block.text)
    )


def comparable(name: str) -> list[str]:
    """Return the names beside a place or company, itself among them; none if it is not in the lexicons.

    They are places of the same sort and part of the world, companies of the same trade.
    """
    rows = (*lexicon("comparable_places").values(), *lexicon("companies").values())
    return next((row for row in rows if name in row), [])


def absent_names(name: str, reading: Reading) -> list[str]:
    """Return the comparable places or companies that the article names nowhere.

    A word that begins as one of theirs does, such as “Norwegian”, rules a name out as well.
    """
    beginnings = {word[:STEM_LETTERS] for word in uses(reading.article.raw)}
    return [
        other
        for other in comparable(name)
        if other != name
        and not _came_later(other, reading)
        and not beginnings & {word[:STEM_LETTERS] for word in folded(other).split()}
    ]


def _came_later(name: str, reading: Reading) -> bool:
    """Whether a company or news organisation is younger than the latest year that the article names."""
    latest = latest_year(reading)
    founded = [years[name] for years in lexicon("founded").values() if name in years]
    return latest is not None and any(int(year) > latest for year in founded)


def _mentioned(names: list[str], reading: Reading) -> bool:
    return any(in_article(folded(name), reading) for name in names)


def _akin(name: str, reading: Reading) -> bool:
    """Whether one that the article names begins with the same word, as two arms of one house do."""
    return any(_first_word(name) == _first_word(outlet.name) for outlet in reading.outlets)


@lru_cache(maxsize=2)
def _houses(reading: Reading) -> set[str]:
    """The houses that own organisations the article names: naming one arm may be naming another."""
    named = {outlet.name for outlet in reading.outlets}
    entries = [entry for group in lexicon("outlets").values() for entry in group]
    return {entry["house"] for entry in entries if "house" in entry and entry["name"] in named}


def _first_word(name: str) -> str:
    return name.removeprefix("The ").split()[0].casefold()
