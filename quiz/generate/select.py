"""Which of the questions that passed the gates make the bank: spread over kinds and over the article."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from quiz.bank.kinds import KINDS
from quiz.generate.candidates import Candidate, fold

SHARE_OF_VOICES = 0.3
"""At most 3 questions in 10 ask who is heard and who is not: many of those would themselves lean."""

VOICES = frozenset({"loaded_language", "not_quoted", "source_named"})
MOST_OF_ONE_KEY = 2
"""Questions of one kind with the same right answer; a third would be answered from habit, and the second
comes only when a question of that kind has another answer.
"""

NEAR = 400
"""Characters; questions nearer to each other than this crowd one place of the article."""

MOST_STARTS = 40
"""First picks that are tried; the search stays linear on long articles."""


def select(candidates: Sequence[Candidate], count: int, beside: Sequence[Candidate] = ()) -> list[Candidate]:
    """Choose up to ``count`` candidates, in the order of the article.

    ``beside`` are questions chosen already, with which the choice has to live in one bank.

    Two questions never rest on the same evidence, nor, within one skill, on evidence that
    overlaps, and none shows words that another one asks about. Because one pick can bar others,
    each candidate is tried as the first, and the widest choice of kinds wins.
    """
    if count <= 0:
        return []
    fitting = [c for c in candidates if not any(_clashes(c, other) for other in beside)]
    ordered = sorted(fitting, key=lambda c: (c.asks_about, c.kind, c.rule))
    voices = int((count + len(beside)) * SHARE_OF_VOICES) - sum(c.kind in VOICES for c in beside)
    choice = _Choice(ordered, count, max(1, voices))
    best: list[int] = []
    for first in range(min(len(ordered), MOST_STARTS)):
        picks = choice.from_first(first)
        if choice.worth(picks) > choice.worth(best):
            best = picks
    return [ordered[pick] for pick in sorted(best)]


class _Choice:
    """Candidates by their number, with what bars what worked out once for all attempts."""

    def __init__(self, candidates: Sequence[Candidate], count: int, voices: int) -> None:
        self.candidates = candidates
        self.count = count
        self.voices = voices
        order = list(KINDS)
        self.kinds = [order.index(candidate.kind) for candidate in candidates]
        self.keys = [(candidate.kind, candidate.key) for candidate in candidates]
        self.bars: list[set[int]] = [set() for _ in candidates]
        for one, other in combinations(range(len(candidates)), 2):
            if _clashes(candidates[one], candidates[other]):
                self.bars[one].add(other)
                self.bars[other].add(one)

    def worth(self, picks: Sequence[int]) -> tuple[int, int]:
        """How good a choice is: many kinds first, then many questions."""
        return len({self.kinds[pick] for pick in picks}), len(picks)

    def _may_come(self, one: int, of_kind: Counter[int], of_key: Counter[tuple[str, str]]) -> bool:
        same = of_key[self.keys[one]]
        others = of_kind[self.kinds[one]] - same
        return same == 0 or (same < MOST_OF_ONE_KEY and others > 0)

    def from_first(self, first: int) -> list[int]:
        """Add candidates to a first one.

        Next comes the kind used least, then the key used least, then what bars the fewest others, then
        what stands apart.
        """
        picks: list[int] = []
        left = set(range(len(self.candidates)))
        of_kind: Counter[int] = Counter()
        of_key: Counter[tuple[str, str]] = Counter()
        near: Counter[int] = Counter()
        pick, voices = first, 0
        while True:
            picks.append(pick)
            left -= self.bars[pick] | {pick}
            of_kind[self.kinds[pick]] += 1
            of_key[self.keys[pick]] += 1
            voices += self.candidates[pick].kind in VOICES
            if voices >= self.voices:
                left = {one for one in left if self.candidates[one].kind not in VOICES}
            if len(picks) == self.count:
                return picks
            open_now = [one for one in left if self._may_come(one, of_kind, of_key)]
            if not open_now:
                return picks
            place = self.candidates[pick].asks_about.start
            near.update(one for one in left if abs(self.candidates[one].asks_about.start - place) < NEAR)
            pick = min(
                open_now,
                key=lambda one: (
                    of_kind[self.kinds[one]],
                    of_key[self.keys[one]],
                    len(self.bars[one] & left),
                    near[one],
                    self.kinds[one],
                    one,
                ),
            )


def _clashes(one: Candidate, other: Candidate) -> bool:
    if set(one.evidence) == set(other.evidence) or one.asks_about == other.asks_about:
        return True
    same_skill = KINDS[one.kind].skill == KINDS[other.kind].skill
    same_answer = fold(one.key) == fold(other.key)
    same_place = any(a.overlaps(b) for a in one.evidence for b in other.evidence)
    if same_place and (same_skill or same_answer):
        return True
    if len(_quotations(one) & _quotations(other)) > 1:
        return True
    return _shows(one, other) or _shows(other, one)


def _shows(one: Candidate, other: Candidate) -> bool:
    """Whether one question says whose the words are that the other asks about, or quotes its answer."""
    shown = fold(other.giveaway)
    if shown and any(shown in fold(text) for text in (one.prompt, *(offer.text for offer in one.offers))):
        return True
    same_place = any(a.overlaps(b) for a in one.evidence for b in other.evidence)
    if same_place and not other.key_in_prompt and set(fold(other.key).split()[-1:]) & _shown(one.prompt):
        return True
    return any(offer.text.startswith("“") and fold(offer.text) in fold(other.prompt) for offer in one.offers)


def _quotations(candidate: Candidate) -> set[str]:
    """The options that are quotations: two questions that offer the same ones answer each other."""
    return {fold(offer.text) for offer in candidate.offers if offer.text.startswith("“")}


def _shown(prompt: str) -> set[str]:
    """The words of the article that a prompt quotes."""
    return {word for part in re.findall("“(.*)”", prompt) for word in re.findall(r"[\w’'-]+", fold(part))}
