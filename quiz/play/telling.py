"""Answers in words, the same on screen and in lines."""

from itertools import pairwise

from quiz.bank.model import Hottext, Match, Multiple, Order, TextEntry
from quiz.play.asked import Asked
from quiz.play.responses import AnyQuestion, Response
from quiz.play.session import Answer
from quiz.scores.snapshot import response_in_words


def in_words(question: AnyQuestion, response: Response) -> str:
    """A response as a person would say it."""
    return response_in_words(response, {"type": question.type})


def verdict(item: Asked, answer: Answer) -> str:
    """What an answer was: right, nearly, partly right with its share of the mark, or not right."""
    if answer.correct:
        return "Right"
    if answer.partly and isinstance(item.question, TextEntry):
        return f"Nearly, for {share(answer)} of the mark: look at the spelling"
    if answer.partly:
        return f"Partly right: {share(answer)} of the mark"
    return "Not what the article says" if item.question.evidence else "Not right"


def share(answer: Answer) -> str:
    """The part of the mark an answer earned, in percent."""
    return f"{round(100 * answer.score / answer.max_score)} %"


def milestone_told(number: int) -> str:
    """A round number of different questions that was reached, in words."""
    return f"You have now answered {number:,} different questions."


CERTAINTIES = {1: "low", 2: "medium", 3: "high"}
"""How sure a player can be, in words."""


def tally(item: Asked, answer: Answer) -> str:
    """What earned the marks of an answer in parts, counted; nothing where it is all or none."""
    key, response = item.key, answer.response
    match item.question:
        case Multiple() | Hottext():
            hits = sum(part in key for part in response)
            wrong = len(response) - hits
            return f"{hits} of {len(key)} right ones marked" + (
                f", {wrong} that {_is(wrong)} not" if wrong else ""
            )
        case Order():
            right = set(pairwise(key))
            hits = sum(pair in right for pair in pairwise(response))
            return f"{hits} of {len(right)} neighbours follow each other as they should"
        case Match():
            return f"{sum(pair in key for pair in response)} of {len(key)} pairs"
    return ""


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
