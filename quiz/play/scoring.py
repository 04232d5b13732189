"""What a response is worth.

Every question is worth one mark. ``choice`` earns all of it or nothing; the other types earn a part for a
part, such that guessing earns little:

* ``multiple`` and ``hottext``: right ones chosen less wrong ones chosen, of the number of right ones, never
  below 0 (so choosing everything does not pay);
* ``order``: the share of neighbours that are neighbours in the right order too, in the same direction
  (items one after another count, so that one item out of place costs little; shuffled blindly, n items
  earn 1/n on average);
* ``match``: the share of pairs that are right;
* ``text``: all for one of the accepted wordings, half for a near miss (`quiz.play.wording`).
"""

from itertools import pairwise
from typing import NamedTuple

from quiz.bank.model import Choice, Hottext, Match, Multiple, Option, Order, Target, TextEntry
from quiz.play.responses import AnyQuestion, Response, checked
from quiz.play.wording import nearness

MAX_SCORE = 1.0
NEAR_MISS = 0.5


class Mark(NamedTuple):
    """``score`` out of ``max_score``; ``correct`` only for a response that earns all of it."""

    score: float
    max_score: float = MAX_SCORE

    @property
    def correct(self) -> bool:
        """Whether nothing is missing."""
        return self.score == self.max_score


def mark(question: AnyQuestion, response: Response) -> Mark:
    """Mark a response. Raises ValueError for one the question does not allow."""
    response = checked(question, response)
    match question:
        case Choice():
            return Mark(float(response in {option.text for option in question.options if option.correct}))
        case Multiple():
            return Mark(_chosen(question.options, response))
        case Hottext():
            return Mark(_chosen(question.targets, response))
        case Order():
            texts = [item.text for item in question.options]
            right = set(pairwise(texts))
            return Mark(sum(pair in right for pair in pairwise(response)) / len(right))
        case Match():
            right = {(pair.left, pair.right) for pair in question.pairs}
            return Mark(sum(pair in right for pair in response) / len(right))
        case TextEntry():
            credit = {"same": MAX_SCORE, "near": NEAR_MISS, "other": 0.0}
            return Mark(max(credit[nearness(str(response), wording)] for wording in question.accept))


def _chosen(offered: list[Option] | list[Target], response: Response) -> float:
    right = {part.text for part in offered if part.correct}
    hits = sum(text in right for text in response)
    return max(0.0, (hits - (len(response) - hits)) / len(right))
