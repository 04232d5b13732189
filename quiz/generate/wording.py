"""Whether words stand in a text as whole words, found without building a pattern for each of them."""

import re
from collections import Counter
from functools import lru_cache

from quiz.generate.facts import Reading


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


@lru_cache(maxsize=512)
def uses(text: str) -> Counter[str]:
    """How often each word stands in a text, in small letters; a hyphen ends a word."""
    return Counter(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=2)
def whole_text(reading: Reading) -> str:
    """The raw text of the article, ``folded``."""
    return folded(reading.article.raw)
