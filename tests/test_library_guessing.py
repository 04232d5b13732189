"""Whoever has read no article scores no better over the whole library than somebody who guesses."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from quiz.bank.check.chance import at_least
from quiz.bank.check.subject import Asked, look_at, words_of
from quiz.bank.check.words import FIXED_SCALE, STOP
from quiz.bank.files import load_bank
from quiz.bank.library import find_banks, looks_like_bank

QUESTIONS = Path(__file__).parent.parent / "questions"
SURE = 0.01
"""The chance of a false alarm for each strategy: the upper tail of the Poisson binomial distribution."""

Bank = tuple[Asked, ...]
Marks = Callable[[Asked, Bank], Sequence[float] | None]
"""How well each option suits a strategy; None where it has nothing to go by."""


@cache
def library() -> dict[str, Bank]:
    """Every shipped bank that can be played, by its id."""
    paths = [path for path in find_banks([QUESTIONS]) if looks_like_bank(path.read_text(encoding="utf-8"))]
    banks = [load_bank(path).bank for path in paths]
    return {
        bank.id: tuple(look_at(place, question, True) for place, question in enumerate(bank.questions))
        for bank in banks
    }


def choices() -> Iterator[tuple[Asked, Bank]]:
    for bank in library().values():
        for asked in bank:
            if asked.question.type == "choice" and asked.key is not None:
                yield asked, bank


def longest(asked: Asked, bank: Bank) -> Sequence[float]:
    return [len(text) for text in asked.texts]


def shortest(asked: Asked, bank: Bank) -> Sequence[float]:
    return [-len(text) for text in asked.texts]


def of_middle_length(asked: Asked, bank: Bank) -> Sequence[float]:
    middle = median(len(text) for text in asked.texts)
    return [-abs(len(text) - middle) for text in asked.texts]


def written_first(asked: Asked, bank: Bank) -> Sequence[float]:
    return [-place for place in range(len(asked.texts))]


def written_last(asked: Asked, bank: Bank) -> Sequence[float]:
    return list(range(len(asked.texts)))


def first_in_the_alphabet(asked: Asked, bank: Bank) -> Sequence[float]:
    return [-sorted(asked.folded).index(text) for text in asked.folded]


def like_the_prompt(asked: Asked, bank: Bank) -> Sequence[float] | None:
    prompt = frozenset(words_of(asked.question.prompt)) - STOP
    shared = [len(bag & prompt) for bag in asked.bags]
    return shared if any(shared) else None


def like_the_other_options(asked: Asked, bank: Bank) -> Sequence[float]:
    common = Counter(word for bag in asked.bags for word in bag - STOP)
    return [sum(common[word] - 1 for word in bag - STOP) for bag in asked.bags]


def like_the_other_prompts(asked: Asked, bank: Bank) -> Sequence[float]:
    heard = Counter(
        word
        for other in bank
        if other is not asked
        for word in frozenset(words_of(other.question.prompt)) - STOP
    )
    return [sum(heard[word] for word in bag - STOP) / max(1, len(bag - STOP)) for bag in asked.bags]


def offered_most_often(asked: Asked, bank: Bank) -> Sequence[float]:
    offered = Counter(text for other in bank for text in other.folded)
    return [offered[text] for text in asked.folded]


def name_offered_most_often(asked: Asked, bank: Bank) -> Sequence[float] | None:
    names = asked.question.skill == "source" and all(text[:1].isupper() for text in asked.texts)
    return offered_most_often(asked, bank) if names else None


def largest_number(asked: Asked, bank: Bank) -> Sequence[float] | None:
    try:
        return [float(text.split()[0].replace(",", "")) for text in asked.texts]
    except ValueError:
        return None


def smallest_number(asked: Asked, bank: Bank) -> Sequence[float] | None:
    numbers = largest_number(asked, bank)
    return [-number for number in numbers] if numbers else None


def right_elsewhere_on_the_scale(asked: Asked, bank: Bank) -> Sequence[float] | None:
    """How often the same step of a fixed scale is right in banks about other matters."""
    if asked.question.kind not in FIXED_SCALE:
        return None
    (matter,) = [name.split("-")[0] for name, one in library().items() if one is bank]
    right = Counter(
        other.texts[other.key]
        for name, one in library().items()
        if name.split("-")[0] != matter
        for other in one
        if other.key is not None and other.question.kind == asked.question.kind
    )
    return [right[text] for text in asked.texts]


STRATEGIES: tuple[tuple[Marks, int], ...] = (
    (longest, 100),
    (shortest, 100),
    (of_middle_length, 50),
    (written_first, 200),
    (written_last, 200),
    (first_in_the_alphabet, 200),
    (like_the_prompt, 15),
    (like_the_other_options, 10),
    (like_the_other_prompts, 100),
    (offered_most_often, 5),
    (name_offered_most_often, 3),
    (largest_number, 15),
    (smallest_number, 15),
    (right_elsewhere_on_the_scale, 20),
)
"""Each with the fewest questions in which it must have something to say, so that it is truly tried."""


def tried(strategy: Marks, *, sure_only: bool = False) -> tuple[int, list[float]]:
    """How often the key is among the options that suit a strategy best, and how likely that is by chance.

    Where all suit it alike the strategy has nothing to say; ``sure_only`` also leaves out where several suit
    it best.
    """
    hits = 0
    chances = []
    for asked, bank in choices():
        given = strategy(asked, bank)
        if given is not None and min(given) < max(given):
            best = [place for place, mark in enumerate(given) if mark == max(given)]
            if sure_only and len(best) > 1:
                continue
            chances.append(len(best) / len(given))
            hits += asked.key in best
    return hits, chances


@pytest.mark.parametrize(("strategy", "fewest"), STRATEGIES, ids=[one.__name__ for one, _ in STRATEGIES])
def test_guessing_without_the_article_stays_at_chance_over_the_whole_library(
    strategy: Marks, fewest: int
) -> None:
    hits, chances = tried(strategy)
    assert len(chances) >= fewest
    assert at_least(hits, chances) > SURE, f"{hits} of {len(chances)}; chance: {sum(chances):.1f}"
    hits, chances = tried(strategy, sure_only=True)
    assert at_least(hits, chances) > SURE, f"{hits} of {len(chances)}; chance: {sum(chances):.1f}"


def test_a_strategy_that_knew_a_little_would_be_found_out() -> None:
    hits, chances = tried(lambda asked, bank: [place == asked.key for place in range(len(asked.texts))])
    assert hits == len(chances) >= 200
    third = sum(chances) + 0.16 * len(chances)
    assert at_least(round(third), chances) < SURE
