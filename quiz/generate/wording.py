"""Whether words stand in a text as whole words, found without building a pattern for each of them."""

from functools import lru_cache

from quiz.generate.facts import Reading


def folded(text: str) -> str:
    """Prepare a text for ``stands_in``: case aside, every run of space one space."""
    return " ".join(text.casefold().split())


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text with no letter or digit right before or after; both are ``folded``."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(words, start + 1)
    return False


@lru_cache(maxsize=2)
def whole_text(reading: Reading) -> str:
    """The raw text of the article, ``folded``."""
    return folded(reading.article.raw)
