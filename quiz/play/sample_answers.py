"""Answers that nobody gave: a right one and a wrong one to any question, to see what is said of them."""

from typing import Literal

from quiz.bank.model import Choice, Hottext, Match, Multiple, Order
from quiz.play.asked import Asked
from quiz.play.responses import Response
from quiz.play.scoring import mark
from quiz.play.session import Answer, Session

Sort = Literal["right", "wrong"]

WRONG_TEXTS = ("something else", "another answer", "?")


def sample_answer(asked: Asked, sort: Sort) -> Answer:
    """An answer of a sort with what it is worth; a wrong one earns less than everything."""
    response = asked.key if sort == "right" else wrong_response(asked)
    return Session([asked]).judge(response, 0.0)


def wrong_response(asked: Asked) -> Response:
    """A response that is not the key: what is wrong, where there is that, or else a part of what is right."""
    match asked.question:
        case Choice() as question:
            wrong = {option.text for option in question.options if not option.correct}
            return next(text for text in asked.parts if text in wrong)
        case Multiple() as question:
            right = {option.text for option in question.options if option.correct}
            return tuple(text for text in asked.parts if text not in right) or asked.parts[:1]
        case Hottext() as question:
            targets = tuple(part.text for part in question.targets if not part.correct)
            return targets[:1] or (question.targets[0].text,)
        case Order() as question:
            return tuple(item.text for item in reversed(question.options))
        case Match() as question:
            rights = [pair.right for pair in question.pairs]
            lefts = [pair.left for pair in question.pairs]
            return tuple(zip(lefts, [*rights[1:], rights[0]], strict=True))
    return next(text for text in WRONG_TEXTS if not mark(asked.question, text).correct)
