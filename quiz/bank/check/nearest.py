"""The place of an article that a quotation was meant to be copied from."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_SURE = 0.9
"""From here on a quotation is a slip of the pen away from its place; below it is only shown."""
_SHOWN = 0.6
_SAME_WORD = 0.75
"""“centimeters” and “centimetres” are alike by .91, “not” and “now” by .67."""
_CANDIDATES = 5
_LONGEST = 400
"""Words of a quotation that are compared; nobody quotes more by hand."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A stretch of an article, ``raw[start:end]``; ``sure`` if it and no other must be meant."""

    start: int
    end: int
    sure: bool


def _spelt_alike(wanted: list[str], stretch: list[str]) -> bool:
    """Whether two stretches have the same words, but for the spelling of some."""
    return len(wanted) == len(stretch) and all(
        one == other or SequenceMatcher(None, one, other).ratio() >= _SAME_WORD
        for one, other in zip(wanted, stretch, strict=True)
    )


class Places:
    """The words of an article, to look up many quotations in."""

    def __init__(self, raw: str) -> None:
        """Find the words of ``raw``."""
        self._raw = raw
        self._spans = [found.span() for found in _WORD.finditer(raw)]
        self._words = [raw[start:end].casefold().replace("’", "'") for start, end in self._spans]

    def nearest(self, quote: str) -> Nearest | None:
        """Find the stretch most like ``quote``, from its first word to its last; None if nothing is near.

        The likeness is difflib's ratio over words, each as often as it stands there.
        """
        wanted = [word.casefold().replace("’", "'") for word in _WORD.findall(quote)]
        if not wanted or len(wanted) > _LONGEST or len(wanted) > len(self._words) + 3:
            return None
        rated = sorted(self._rated(wanted), reverse=True)
        if not rated:
            return None
        best = rated[0]
        ratio, start, end = best[0], *self._trimmed(quote, wanted, -best[1], best[2])
        if ratio < _SHOWN:
            return None
        rivals = [
            other
            for other in rated[1:]
            if other[0] >= ratio - 0.05 and abs(other[1] - best[1]) >= len(wanted)
        ]
        stretch = self._words[-best[1] : best[2]]
        sure = ratio >= _SURE or (ratio > _SHOWN and _spelt_alike(wanted, stretch))
        return Nearest(start, end, sure and not rivals and len(wanted) >= 3)

    def _rated(self, wanted: list[str]) -> list[tuple[float, int, int]]:
        """Return the likeness, the negative first word and the end of windows that share most words."""
        size = len(wanted)
        need = Counter(wanted)
        have: Counter[str] = Counter()
        shared = 0
        windows: list[tuple[int, int]] = []
        for place, word in enumerate(self._words):
            have[word] += 1
            shared += have[word] <= need[word]
            if place >= size:
                gone = self._words[place - size]
                shared -= have[gone] <= need[gone]
                have[gone] -= 1
            if place >= size - 1 or place == len(self._words) - 1:
                windows.append((shared, -max(0, place - size + 1)))
        windows = [window for window in windows if window[0] * 2 >= size]
        rated = []
        for _, negative in sorted(windows, reverse=True)[: _CANDIDATES * 4]:
            first = -negative
            begin, end = max(0, first - 2), min(len(self._words), first + size + 2)
            blocks = [
                block
                for block in SequenceMatcher(
                    None, self._words[begin:end], wanted, autojunk=False
                ).get_matching_blocks()
                if block.size
            ]
            if not blocks:
                continue
            start, stop = begin + blocks[0].a, begin + blocks[-1].a + blocks[-1].size
            start, stop = (
                max(begin, start - blocks[0].b),
                min(end, stop + size - blocks[-1].b - blocks[-1].size),
            )
            matched = sum(block.size for block in blocks)
            rated.append((2 * matched / (size + stop - start), -start, stop))
        return rated

    def _trimmed(self, quote: str, wanted: list[str], first: int, stop: int) -> tuple[int, int]:
        """Return offsets that take the marks before and after along where the quotation has some there."""
        start, end = self._spans[first][0], self._spans[stop - 1][1]
        lead = re.match(r"[^\w\s]*", quote.strip())
        tail = re.search(r"[^\w\s]*$", quote.strip())
        if lead and lead[0]:
            before = re.search(r"[^\w\s]{0,3}$", self._raw[max(0, start - 3) : start])
            start -= len(before[0][-len(lead[0]) :]) if before else 0
        if tail and tail[0]:
            after = re.match(r"[^\w\s]{0,3}", self._raw[end : end + 3])
            end += len(after[0][: len(tail[0])]) if after else 0
        return start, end
