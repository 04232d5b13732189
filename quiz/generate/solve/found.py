"""Words found again in the raw text, whatever marks, case and line breaks stand in and around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quiz.generate.facts import Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.remembered import by_reading, by_text
from quiz.generate.sentences import Sentence

RESTATED = 0.75
"""A sentence with this share of a statement's content words may say the same, and is read as if it did."""

FEWEST_TO_RESTATE = 4
"""Content words of a statement; with fewer, other sentences share them by chance."""

STEM_LETTERS = 6
"""Words that begin alike count as one: “closed”, “closes”, “closing”."""

_WORD = re.compile(r"[$£€¥]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ENDING = re.compile(r"(?<=\w{3})(?:'s|ing|ed|es|s|d)$")
_IN_MARKS = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or figure of a text, folded for comparison, and where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Every word and figure of a text; marks and hyphens stand between words."""
    return tuple(
        Word(match.group().casefold().replace("’", "'"), Span(match.start(), match.end()))
        for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    """The words and figures of a text alone."""
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text))


@lru_cache(maxsize=4096)
def _in_a_row(text: str) -> str:
    """The words and figures of a text with one space around each."""
    return f" {' '.join(_texts(text))} "


@lru_cache(maxsize=2)
def _index(raw: str) -> tuple[list[tuple[int, int]], dict[str, list[int]]]:
    """Where each word of a raw text stands, and which of them each spelling is."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(_texts(raw)):
        places.setdefault(word, []).append(at)
    return [match.span() for match in _WORD.finditer(raw)], places


@by_reading
def find(text: str, reading: Reading) -> list[Span]:
    """Every place of the raw text, the headline included, where these words stand in a row."""
    return _find_row(_texts(text), reading)


def stands_together(parts: Sequence[str], reading: Reading) -> bool:
    """Whether the words of several texts stand in one row in the raw text."""
    return bool(_find_row(tuple(word for part in parts for word in _texts(part)), reading))


def _find_row(wanted: tuple[str, ...], reading: Reading) -> list[Span]:
    raw = reading.article.raw
    texts, (spans, places) = _texts(raw), _index(raw)
    if not wanted or not all(word in places for word in wanted):
        return []
    starts = [at for at in places[wanted[0]] if texts[at : at + len(wanted)] == wanted]
    return [Span(spans[at][0], spans[at + len(wanted) - 1][1]) for at in starts]


def shown(prompt: str) -> str:
    """Return the words of the article that a prompt quotes: the longest stretch between its marks."""
    return max(_IN_MARKS.findall(prompt), key=len, default="")


@lru_cache(maxsize=4096)
def content_of(text: str) -> frozenset[str]:
    """The beginnings of the words that carry what a text says, and its figures."""
    small = _small_words()
    return frozenset(
        _stem(word) for word in _texts(text) if word[-1:].isdigit() or (len(word) > 2 and word not in small)
    )


@cache
def _small_words() -> frozenset[str]:
    return frozenset(lexicon("passing_on")["function_words"])


@by_text
def _stem(word: str) -> str:
    return _ENDING.sub("", word)[:STEM_LETTERS]


def restates(text: str, statement: str) -> bool:
    """Whether a text has so many of a statement's content words that it may say the same."""
    wanted = content_of(statement)
    return len(wanted) >= FEWEST_TO_RESTATE and len(wanted & content_of(text)) >= RESTATED * len(wanted)


def sentences_at(places: list[Span], reading: Reading) -> list[Sentence]:
    """The sentences that these places touch, in the order of the text."""
    return [s for s in reading.sentences if any(p.start < s.end and s.start < p.end for p in places)]


def restating(statement: str, reading: Reading) -> list[Sentence]:
    """The sentences that do not have a statement word for word and yet may say the same."""
    own = sentences_at(find(statement, reading), reading)
    return [s for s in reading.sentences if s not in own and restates(s.text, statement)]


def has_words(text: str, where: str) -> bool:
    """Whether the words of one text stand in a row in another."""
    return bool(_texts(text)) and _in_a_row(text) in _in_a_row(where)
