"""Finding words in an article as a reader means them: case, accents and the shape of quotes do not count."""

import re
import unicodedata
from collections.abc import Iterator

from quiz.article.model import Article, Block

Span = tuple[int, int]

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("‐‑‒–—―", "-"),
    }
)
"""Signs that keyboards write in one way and newspapers in several."""

_PARAGRAPH = re.compile(r"\s*[¶#]?\s*([0-9]{1,4})\s*")


class Finder:
    """Finds words in one article; what that takes is made once."""

    def __init__(self, article: Article) -> None:
        self._blocks: list[tuple[Block, str, list[int]]] = []
        for block in article.blocks:
            signs = list(_folded(block.text))
            self._blocks.append((block, "".join(sign for sign, _ in signs), [place for _, place in signs]))

    def find(self, words: str) -> tuple[Span, ...]:
        """The places where ``words`` stand, as offsets of the raw text, in order and without overlap.

        A run of white space counts as one space, so that words are found across the end of a line;
        nothing is found across the end of a block.
        """
        wanted = "".join(sign for sign, _ in _folded(words.strip()))
        found: list[Span] = []
        for block, text, places in self._blocks if wanted else ():
            at = text.find(wanted)
            while at >= 0:
                after = at + len(wanted)
                following = places[after] if after < len(places) else len(block.text)
                # One letter can be two signs (“ß”), and accents that follow a letter belong to it.
                span = block.start + places[at], block.start + max(places[after - 1] + 1, following)
                if not found or found[-1][1] <= span[0]:
                    found.append(span)
                at = text.find(wanted, after)
        return tuple(found)


def paragraph_meant(words: str) -> int | None:
    """The number of a paragraph if that is all somebody typed (“4”, “¶ 4”), else None."""
    match = _PARAGRAPH.fullmatch(words)
    return int(match[1]) if match else None


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """The signs of a text without case and accents, each with the offset of the character it came from."""
    after_space = False
    for offset, character in enumerate(text):
        if character.isspace():
            if not after_space:
                yield " ", offset
            after_space = True
            continue
        for sign in unicodedata.normalize("NFKD", character.translate(_SAME)).casefold():
            if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf":
                after_space = False
                yield sign, offset
