"""How well the questions of a bank together tell players apart, and what guessing would earn."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from quiz.scores.statistics.items import Marks

MOST_QUESTIONS: Final = 200
"""Of more questions than this nobody makes one test, and their pairs would take seconds to count."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Cronbach's alpha, at most 1, and the standard error of measurement in marks of ``questions``."""

    alpha: float
    error: float
    questions: int
    players: int


def reliability(players: Iterable[Marks]) -> Reliability | None:
    """Return the reliability of a bank from the marks of its players; None where it cannot be known.

    alpha = K / (K - 1) * (1 - sum of the questions' variances / variance of the total); the standard error
    is the total's deviation times the root of 1 - alpha (of 1 for a negative alpha). Where players were
    asked different questions, variances and covariances are those of the players who met both (pairwise),
    and the total's variance is the sum of them all; if some two questions were never met by the same two
    players, it cannot be known. For marks of 0 and 1 alpha is Kuder and Richardson's formula 20.

    Sources: L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951);
    G. F. Kuder and M. W. Richardson, The theory of the estimation of test reliability, Psychometrika 2
    (1937).
    """
    met = [marks for marks in players if len(marks) > 1]
    names = sorted({question for marks in met for question in marks})
    if not 2 <= len(names) <= MOST_QUESTIONS:
        return None
    sums: dict[tuple[str, str], list[float]] = {}
    for marks in met:
        known = sorted(marks.items())
        for index, (one, x) in enumerate(known):
            for other, y in known[index:]:
                pair = sums.setdefault((one, other), [0.0, 0.0, 0.0, 0.0])
                pair[0] += 1
                pair[1] += x
                pair[2] += y
                pair[3] += x * y
    count = len(names)
    known_pairs = {pair: _unbiased(*values) for pair, values in sums.items() if values[0] >= 2}
    if len(known_pairs) < count * (count + 1) / 2:
        return None
    own = math.fsum(value for (one, other), value in known_pairs.items() if one == other)
    shared = math.fsum(value for (one, other), value in known_pairs.items() if one != other)
    total = own + 2 * shared
    if total <= 1e-12:
        return None
    alpha = count / (count - 1) * (1 - own / total)
    error = math.sqrt(total * (1 - max(0.0, min(1.0, alpha))))
    return Reliability(alpha, error, count, len(met))


def guess_mark(question: Mapping[str, Any]) -> float | None:
    """Return the mark, 0 to 1, that a blind guess at a question earns on average; None where it is not known.

    ``question`` is a snapshot. One of k options earns 1 / k; partners dealt out blindly fit once in n on
    average, and so do neighbours of n shuffled items; nobody types the answer blindly. Of several
    options, or marked words, a guess is as many as are right, chosen blindly, right ones less wrong ones.
    """
    match question.get("type"):
        case "choice":
            return 1 / max(1, _length(question.get("options")))
        case "match":
            return 1 / max(1, _length(question.get("pairs")))
        case "order":
            return 1 / max(1, _length(question.get("options")))
        case "text":
            return 0.0
        case "multiple":
            return _blind_choice(question.get("options"))
        case "hottext":
            return _blind_choice(question.get("targets"))
        case _:
            return None


def _blind_choice(parts: Any) -> float | None:
    """The mean of max(0, hits - misses) / right when as many as are right are drawn without looking."""
    if not isinstance(parts, list):
        return None
    right = sum(1 for part in parts if isinstance(part, dict) and part.get("correct") is True)
    wrong = len(parts) - right
    if right == 0:
        return None
    ways = math.comb(len(parts), right)
    return sum(
        math.comb(right, hits) * math.comb(wrong, right - hits) / ways * max(0, 2 * hits - right) / right
        for hits in range(right + 1)
    )


def _unbiased(n: float, x: float, y: float, xy: float) -> float:
    return (xy - x * y / n) / (n - 1)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, list) else 0
