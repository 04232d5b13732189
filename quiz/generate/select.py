"""Which of the questions that passed the gates make the bank: spread over kinds and over the article."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quiz.bank.kinds import KINDS
from quiz.generate.candidates import Candidate

SHARE_OF_VOICES = 0.3
"""At most 3 questions in 10 ask who is heard and who is not: many of those would themselves lean."""

VOICES = frozenset({"loaded_language", "not_quoted", "source_named"})


def select(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """Choose up to ``count`` candidates, in the order of the article.

    Kinds take turns, each giving its least-used paragraph first. Two questions never rest on the
    same evidence, nor, within one skill, on evidence that overlaps.
    """
    chosen: list[Candidate] = []
    waiting = {
        kind: sorted((c for c in candidates if c.kind == kind), key=lambda c: c.asks_about)
        for kind in sorted({c.kind for c in candidates}, key=lambda kind: list(KINDS).index(kind))
    }
    voices_allowed = max(1, int(count * SHARE_OF_VOICES))
    while len(chosen) < count and any(waiting.values()):
        for kind in list(waiting):
            if len(chosen) == count:
                break
            waiting[kind] = [c for c in waiting[kind] if not _clashes(c, chosen)]
            if kind in VOICES and sum(c.kind in VOICES for c in chosen) >= voices_allowed:
                waiting[kind] = []
            if waiting[kind]:
                best = min(waiting[kind], key=lambda c: _crowding(c, chosen))
                waiting[kind].remove(best)
                chosen.append(best)
    return sorted(chosen, key=lambda c: (c.asks_about, c.kind))


def _clashes(candidate: Candidate, chosen: Iterable[Candidate]) -> bool:
    skill = KINDS[candidate.kind].skill
    for other in chosen:
        if set(candidate.evidence) == set(other.evidence):
            return True
        if KINDS[other.kind].skill == skill and any(
            one.overlaps(two) for one in candidate.evidence for two in other.evidence
        ):
            return True
    return False


def _crowding(candidate: Candidate, chosen: Iterable[Candidate]) -> tuple[int, int, int]:
    """How much a candidate repeats what is chosen: its key, its place, then where it stands."""
    keys = Counter((other.kind, other.key) for other in chosen)
    near = sum(abs(other.asks_about.start - candidate.asks_about.start) < 400 for other in chosen)
    return keys[candidate.kind, candidate.key], near, candidate.asks_about.start
