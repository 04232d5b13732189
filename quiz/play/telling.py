"""Answers in words, the same on screen and in lines."""

from quiz.bank.model import TextEntry
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
        return "Nearly: look at the spelling"
    if answer.partly:
        return f"Partly right: {share(answer)} of the mark"
    return "Not what the article says" if item.question.evidence else "Not right"


def share(answer: Answer) -> str:
    """The part of the mark an answer earned, in percent."""
    return f"{round(100 * answer.score / answer.max_score)} %"


CERTAINTIES = {1: "low", 2: "medium", 3: "high"}
"""How sure a player can be, in words."""


FEWEST_FOR_A_WORD = 5
"""Answers to a skill below which a share says next to nothing."""

WORDS_PER_MINUTE = 238
"""How fast adults read non-fiction in English silently, on average (Brysbaert 2019, 190 studies)."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where that is due: “1 question”, “2,000 questions”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def reading_time(words: int) -> str:
    """How long it takes to read so many words, such as “about 3 minutes”."""
    return f"about {counted(max(1, round(words / WORDS_PER_MINUTE)), 'minute')}"


def time_left(seconds: float) -> str:
    """A remaining time, in minutes from two on and else in seconds, such as “4 minutes”.

    It is rounded down, so that nobody counts on time there is not.
    """
    if seconds >= 120:
        return counted(int(seconds // 60), "minute")
    return counted(int(seconds), "second")
