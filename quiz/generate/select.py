"""Which of the questions that passed the gates make the bank: spread over kinds and over the article."""

import re
from collections.abc import Sequence

from quiz.bank.kinds import KINDS
from quiz.generate.candidates import Candidate, fold

SHARE_OF_VOICES = 0.3
"""At most 3 questions in 10 ask who is heard and who is not: many of those would themselves lean."""

VOICES = frozenset({"loaded_language", "not_quoted", "source_named"})
MOST_OF_ONE_KEY = 2
"""Questions of one kind with the same right answer; a third would be answered from habit."""

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
    best: list[Candidate] = []
    for first in ordered[:MOST_STARTS]:
        chosen = _fill([first], ordered, count, max(1, voices))
        if _worth(chosen) > _worth(best):
            best = chosen
    return sorted(best, key=lambda c: (c.asks_about, c.kind))


def _worth(chosen: Sequence[Candidate]) -> tuple[int, int]:
    return len({c.kind for c in chosen}), len(chosen)


def _fill(
    chosen: list[Candidate], candidates: Sequence[Candidate], count: int, voices_allowed: int
) -> list[Candidate]:
    """Add candidates one by one, always of the kind used least, then of the key used least."""
    left = [c for c in candidates if c is not chosen[0] and not _clashes(c, chosen[0])]
    while left and len(chosen) < count:
        left = [c for c in left if _allowed(c, chosen, voices_allowed)]
        if not left:
            break
        pick = min(left, key=lambda c: _cost(c, chosen))
        chosen.append(pick)
        left = [c for c in left if c is not pick and not _clashes(c, pick)]
    return chosen


def _allowed(candidate: Candidate, chosen: Sequence[Candidate], voices_allowed: int) -> bool:
    same_key = sum(c.kind == candidate.kind and c.key == candidate.key for c in chosen)
    voices = sum(c.kind in VOICES for c in chosen)
    return same_key < MOST_OF_ONE_KEY and (candidate.kind not in VOICES or voices < voices_allowed)


def _cost(candidate: Candidate, chosen: Sequence[Candidate]) -> tuple[int, int, int, int]:
    of_kind = sum(c.kind == candidate.kind for c in chosen)
    same_key = sum(c.kind == candidate.kind and c.key == candidate.key for c in chosen)
    near = sum(abs(c.asks_about.start - candidate.asks_about.start) < NEAR for c in chosen)
    return of_kind, same_key, near, list(KINDS).index(candidate.kind)


def _clashes(one: Candidate, other: Candidate) -> bool:
    if set(one.evidence) == set(other.evidence) or one.asks_about == other.asks_about:
        return True
    same_skill = KINDS[one.kind].skill == KINDS[other.kind].skill
    if same_skill and any(a.overlaps(b) for a in one.evidence for b in other.evidence):
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


def _shown(prompt: str) -> set[str]:
    """The words of the article that a prompt quotes."""
    return {word for part in re.findall("“(.*)”", prompt) for word in re.findall(r"[\w’'-]+", fold(part))}
