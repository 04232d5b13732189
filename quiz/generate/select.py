"""Which of the questions that passed the gates make the bank: spread over kinds and over the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quiz.bank.kinds import KINDS
from quiz.generate.candidates import Candidate, fold
from quiz.generate.facts import Span

SHARE_OF_VOICES = 0.3
"""At most 3 questions in 10 ask who is heard and who is not: many of those would themselves lean."""

VOICES = frozenset({"loaded_language", "not_quoted", "source_named"})
MOST_OF_ONE_KEY = 2
"""Questions of one kind with the same right answer; a third would be answered from habit, and the second
comes only when a question of that kind has another answer.
"""

MOST_OF_KIND = {"acronym": 2, "cloze": 3, "outlet_named": 2}
"""Questions of kinds that are soon seen through; of any other at most a quarter of those wanted."""

ENOUGH_KINDS = 6
"""Kinds that make a bank varied; beyond that another question is worth more than another kind."""

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
    taken = [_Traits.of(candidate) for candidate in beside]
    every = [_Traits.of(candidate) for candidate in candidates]
    fitting = [one for one in every if not any(_clashes(one, other) for other in taken)]
    ordered = sorted(fitting, key=lambda t: (t.asks_about, t.candidate.kind, t.candidate.rule))
    voices = int((count + len(beside)) * SHARE_OF_VOICES) - sum(c.kind in VOICES for c in beside)
    choice = _Choice(ordered, count, max(1, voices))
    best: list[int] = []
    for first in range(min(len(ordered), MOST_STARTS)):
        picks = choice.from_first(first)
        if choice.worth(picks) > choice.worth(best):
            best = picks
        if choice.worth(best) == choice.most:
            break
    return [ordered[pick].candidate for pick in sorted(best)]


@dataclass(frozen=True, slots=True)
class _Traits:
    """A candidate with what it is compared by, folded once: every pair of candidates is compared.

    ``key_end`` is the last word of the key, ``quotations`` are the options that are quotations: two questions
    that offer the same ones answer each other. ``quoted`` are the words of the article in the prompt,
    ``reach`` goes from the first evidence to the last; ``shown`` has the prompt and every option.
    """

    candidate: Candidate
    asks_about: Span
    evidence: frozenset[Span]
    reach: Span
    skill: str
    key: str
    key_end: str
    prompt: str
    shown: str
    options: frozenset[str]
    quotations: frozenset[str]
    quoted: frozenset[str]
    giveaway: str

    @classmethod
    def of(cls, candidate: Candidate) -> "_Traits":
        key, prompt = fold(candidate.key), fold(candidate.prompt)
        quoted = [fold(part) for part in re.findall("“(.*)”", candidate.prompt)]
        return cls(
            candidate,
            candidate.asks_about,
            frozenset(candidate.evidence),
            Span(min(candidate.evidence).start, max(span.end for span in candidate.evidence)),
            KINDS[candidate.kind].skill,
            key,
            next(iter(key.split()[-1:]), ""),
            prompt,
            "\n".join([prompt, *map(fold, candidate.texts)]),  # folded text has no line break of its own
            frozenset(map(fold, candidate.texts)),
            frozenset(fold(text) for text in candidate.texts if text.startswith("“")),
            frozenset(word for part in quoted for word in re.findall(r"[\w’'-]+", part)),
            fold(candidate.giveaway),
        )


class _Choice:
    """Candidates by their number, with what bars what worked out once for all attempts.

    Sets of candidates are whole numbers, one bit for each, because they are joined and counted all the time.
    """

    def __init__(self, traits: Sequence[_Traits], count: int, voices: int) -> None:
        candidates = [one.candidate for one in traits]
        self.count = count
        self.voices = voices
        self.of_voices = sum(1 << at for at, candidate in enumerate(candidates) if candidate.kind in VOICES)
        order = list(KINDS)
        self.kinds = [order.index(candidate.kind) for candidate in candidates]
        keys = [(candidate.kind, candidate.key) for candidate in candidates]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self.keys = [numbers[key] for key in keys]
        self.of_key = [0] * len(numbers)
        for at, key in enumerate(self.keys):
            self.of_key[key] |= 1 << at
        self.kind_of_key = [order.index(kind) for kind, _ in numbers]
        several = len(set(self.kinds)) > 1
        self.limits = [MOST_OF_KIND.get(kind, max(2, count // 4)) if several else count for kind in order]
        self.bars = [1 << at for at in range(len(candidates))]
        self.near = [0] * len(candidates)
        for one, other in combinations(range(len(candidates)), 2):
            if _clashes(traits[one], traits[other]):
                self.bars[one] |= 1 << other
                self.bars[other] |= 1 << one
            if abs(traits[one].asks_about.start - traits[other].asks_about.start) < NEAR:
                self.near[one] |= 1 << other
                self.near[other] |= 1 << one
        room = min(count, self._most_apart())
        kinds = min(room, len(set(self.kinds)))
        self.most = (min(kinds, ENOUGH_KINDS), room, kinds)

    def _most_apart(self) -> int:
        """A number of candidates that no choice goes beyond: one of each group that bar each other."""
        groups, left = 0, (1 << len(self.bars)) - 1
        while left:
            first = left.bit_length() - 1
            alike = self.bars[first] & left
            group = 1 << first
            for one in _members(alike & ~group):
                if self.bars[one] & group == group:
                    group |= 1 << one
            left &= ~group
            groups += 1
        return groups

    def worth(self, picks: Sequence[int]) -> tuple[int, int, int]:
        """How good a choice is: enough kinds first, then many questions, then more kinds."""
        kinds = len({self.kinds[pick] for pick in picks})
        return min(kinds, ENOUGH_KINDS), len(picks), kinds

    def _may_come(self, key: int, of_kind: list[int], of_key: list[int]) -> bool:
        used, same = of_kind[self.kind_of_key[key]], of_key[key]
        if used >= self.limits[self.kind_of_key[key]]:
            return False
        return same == 0 or (same < MOST_OF_ONE_KEY and used > same)

    def from_first(self, first: int) -> list[int]:
        """Add candidates to a first one.

        Next comes the kind used least, then the key used least, then what bars the fewest others, then
        what stands apart.
        """
        picks: list[int] = []
        left = (1 << len(self.kinds)) - 1
        of_kind, of_key = [0] * len(KINDS), [0] * len(self.of_key)
        pick, picked, voices = first, 0, 0
        while True:
            picks.append(pick)
            picked |= 1 << pick
            left &= ~self.bars[pick]
            of_kind[self.kinds[pick]] += 1
            of_key[self.keys[pick]] += 1
            voices += self.of_voices >> pick & 1
            if voices >= self.voices:
                left &= ~self.of_voices
            if len(picks) == self.count:
                return picks
            open_now = [
                ((of_kind[kind], of_key[key]), self.of_key[key] & left)
                for key, kind in enumerate(self.kind_of_key)
                if self.of_key[key] & left and self._may_come(key, of_kind, of_key)
            ]
            if not open_now:
                return picks
            fewest = min(used for used, _ in open_now)
            pick = min(
                (one for used, members in open_now if used == fewest for one in _members(members)),
                key=lambda one: (
                    (self.bars[one] & left).bit_count(),
                    (self.near[one] & picked).bit_count(),
                    self.kinds[one],
                    one,
                ),
            )


def _members(numbers: int) -> Iterator[int]:
    """The candidates of a set."""
    while numbers:
        last = numbers & -numbers
        yield last.bit_length() - 1
        numbers ^= last


def _clashes(one: _Traits, other: _Traits) -> bool:
    if one.evidence == other.evidence or one.asks_about == other.asks_about:
        return True
    same_place = one.reach.overlaps(other.reach) and any(
        a.overlaps(b) for a in one.evidence for b in other.evidence
    )
    if same_place and (one.skill == other.skill or one.key == other.key):
        return True
    if len(one.quotations & other.quotations) > 1:
        return True
    if one.candidate.kind == other.candidate.kind == "role" and one.options == other.options:
        return True
    return _shows(one, other, same_place) or _shows(other, one, same_place)


def _shows(one: _Traits, other: _Traits, same_place: bool) -> bool:
    """Whether one question says whose the words are that the other asks about, or quotes its answer."""
    shown = other.giveaway
    if shown and shown in one.shown:
        return True
    if same_place and other.key_end in one.quoted - other.quoted:
        return True
    return any(quotation in other.prompt for quotation in one.quotations)
