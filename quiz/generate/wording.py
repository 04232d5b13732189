"""Where words stand in a text as whole words, found without building a pattern for each of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quiz.generate.facts import Reading


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Prepare a text for ``stands_in``: case aside, every run of space one space."""
    return " ".join(text.casefold().split())


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text, spelled just so, with no letter, digit or low line right beside them.

    Texts that are both ``folded`` are compared without regard to case and space.
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        beside = text[max(start - 1, 0) : start] + text[end : end + 1]
        if not any(letter.isalnum() or letter == "_" for letter in beside):
            return True
        start = text.find(words, start + 1)
    return False


def places_of(names: Sequence[str], text: str, beside: str = "-") -> Iterator[tuple[int, int]]:
    """Every place of one of some names, spelled just so but for the space between their words.

    No letter, digit, low line or character of ``beside`` stands right beside it. Of names that begin at one
    place the first in the order given counts, and places do not overlap.
    """
    found = [
        (start, rank, end)
        for rank, name in enumerate(names)
        for start, end in _places_of_one(name.split(), text, beside)
    ]
    last = 0
    for start, _, end in sorted(found):
        if start >= last:
            yield start, end
            last = end


def _places_of_one(words: list[str], text: str, beside: str) -> Iterator[tuple[int, int]]:
    start = text.find(words[0])
    while start >= 0:
        end = _end_of(words, text, start)
        letters = text[max(start - 1, 0) : start] + text[end : end + 1]
        if end and not any(letter.isalnum() or letter == "_" or letter in beside for letter in letters):
            yield start, end
        start = text.find(words[0], start + 1)


def _end_of(words: list[str], text: str, start: int) -> int:
    """Where a row of words ends that begins at ``start``, or 0 if not all of them stand there."""
    end = start + len(words[0])
    for word in words[1:]:
        at = end
        while text[at : at + 1].isspace():
            at += 1
        if at == end or not text.startswith(word, at):
            return 0
        end = at + len(word)
    return end


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=512)
def uses(text: str) -> Counter[str]:
    """How often each word stands in a text, in small letters; a hyphen ends a word."""
    return Counter(_WORD.findall(text.lower()))


def in_article(words: str, reading: Reading) -> bool:
    """Whether ``folded`` words stand in the article, headline and all."""
    return _first_word(words) in uses(whole_text(reading)) and stands_in(words, whole_text(reading))


@lru_cache(maxsize=4096)
def _first_word(words: str) -> str:
    found = _WORD.search(words)
    return found.group().lower() if found else ""


@lru_cache(maxsize=2)
def whole_text(reading: Reading) -> str:
    """The raw text of the article, ``folded``."""
    return folded(reading.article.raw)
