"""What a response is worth: right or not, and how many marks."""

from dataclasses import dataclass

from quiz.bank.model import Choice


@dataclass(frozen=True, slots=True)
class Mark:
    """``score`` out of ``max_score``; ``correct`` only for a response that earns all of it."""

    correct: bool
    score: float
    max_score: float


def mark_choice(question: Choice, response: str) -> Mark:
    """Mark the text of the chosen option: 1 for the key, else 0. Raises ValueError for any other text."""
    for option in question.options:
        if option.text == response:
            return Mark(option.correct, float(option.correct), 1.0)
    raise ValueError("the response is none of the options")
