"""What fits the gap of a quoted sentence: every option is put into it and looked for in the whole article."""

import re
from collections.abc import Iterable

from quiz.generate.facts import Reading
from quiz.generate.gaps import GAP
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import (
    content_of,
    find,
    has_words,
    sentences_at,
    shown,
    stands_together,
    words_of,
)
from quiz.generate.witnesses.quantities import FARTHEST_NOUN

SAME_FRAME = 0.6
"""A sentence with this share of the content words around the gap may tell of the same thing."""

WORDS_OF_A_FRAME = 3
"""Words on each side of the gap that make another place of an option one of the same kind."""


def fitting(prompt: str, options: Iterable[str], reading: Reading) -> frozenset[str]:
    """Which options the article has in the place of the gap, there or in another sentence like it.

    The key has to make the quoted sentence one of the article, word for word. Another option fits as well
    where it stands in a sentence of much the same words, or between the same words.
    """
    before, after = shown(prompt).split(GAP, 1) if GAP in shown(prompt) else ("", _asked_for(prompt))
    near, far = _beside(before, after)
    alike = _alike(before, after, reading)
    return frozenset(
        option
        for option in options
        if stands_together((before, option, after), reading)
        or (near and far and stands_together((near, option, far), reading))
        or any(has_words(option, sentence.text) for sentence in alike)
    )


def _asked_for(prompt: str) -> str:
    """What follows the figure in “how many boats left the harbour?”."""
    match = re.search(r"\bhow many\s+(?P<rest>.*)\?", prompt)
    return match["rest"] if match else prompt


def _beside(before: str, after: str) -> tuple[str, str]:
    """The words right beside the gap; none if there are not enough of them on both sides."""
    left = [word.text for word in words_of(before)[-WORDS_OF_A_FRAME:]]
    right = [word.text for word in words_of(after)[:WORDS_OF_A_FRAME]]
    if not len(left) == len(right) == WORDS_OF_A_FRAME:
        return "", ""
    return " ".join(left), " ".join(right)


def _alike(before: str, after: str, reading: Reading) -> list[Sentence]:
    """The other sentences that may tell of the same thing, by the words around the gap."""
    frame = content_of(f"{before} {after}")
    own = sentences_at(find(before, reading) + find(after, reading), reading)
    return [
        sentence
        for sentence in reading.sentences
        if len(frame & content_of(sentence.text)) >= SAME_FRAME * len(frame) and sentence not in own
    ]


def counted_again(prompt: str, options: Iterable[str], reading: Reading) -> frozenset[str]:
    """Which figures on offer the article gives with the noun that follows the gap."""
    after = shown(prompt).partition(GAP)[2] or _asked_for(prompt)
    nouns = {word.text for word in words_of(after)[:FARTHEST_NOUN]}
    return frozenset(
        option
        for option in options
        for quantity in reading.quantities
        if has_words(option, reading.text(quantity.span))
        and quantity.noun in nouns
        and quantity.sort in ("count", "measure", "duration")
    )
