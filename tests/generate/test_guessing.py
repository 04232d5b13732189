"""A player who has not read the article and goes by a simple rule is right about as often as by chance."""

import dataclasses
import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest

from quiz.article import read_article
from quiz.bank.model import Choice
from quiz.generate.build import generate
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import content_of
from quiz.generate.witnesses.quantities import WORDS
from tests.generate.solving import ARTICLES

POINTS = 0.05
"""By how much a rule may beat chance over all questions, before the sample's own spread is added."""

DEVIATIONS = 2.0
"""Standard deviations of the number of right guesses by chance; more happens in one sample of forty."""

Score = Callable[[Choice, str], float]
"""How much a rule likes an option; the best liked ones are guessed among."""


def _figure(text: str) -> float | None:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    return float(digits.group().replace(",", "")) if digits else WORDS.get(text.casefold())


def _from_the_middle(question: Choice, text: str) -> float:
    figures = sorted(_figure(option.text) or 0 for option in question.options)
    return -abs((_figure(text) or 0) - figures[len(figures) // 2])


def _alike(question: Choice, text: str) -> float:
    def form(words: str) -> tuple[bool, int]:
        return words[:1].isupper(), len(words.split())

    return sum(form(option.text) == form(text) for option in question.options)


@cache
def _fame() -> dict[str, int]:
    """The organisations of the lexicon in its order, in which the best known of a sort come first."""
    names = [entry["name"] for group in lexicon("outlets").values() for entry in group]
    return {name: -place for place, name in enumerate(names)}


RULES: dict[str, Score] = {
    "the longest": lambda question, text: len(text),
    "the shortest": lambda question, text: -len(text),
    "the one with most words": lambda question, text: len(text.split()),
    "the one that shares most words with the prompt": lambda question, text: len(
        content_of(text) & content_of(question.prompt)
    ),
    "the first by the alphabet": lambda question, text: -sorted(o.text for o in question.options).index(text),
    "the last by the alphabet": lambda question, text: sorted(o.text for o in question.options).index(text),
    "the one of the commonest form": _alike,
    "the best-known organisation": lambda question, text: _fame().get(text, -len(_fame())),
    "the middle figure": _from_the_middle,
    "the largest figure": lambda question, text: _figure(text) or 0,
    "the smallest figure": lambda question, text: -(_figure(text) or 0),
}


def _applies(rule: str, question: Choice) -> bool:
    texts = [option.text for option in question.options]
    if "figure" in rule:
        return question.kind in ("number", "when_where") and all(_figure(text) is not None for text in texts)
    return "organisation" not in rule or sum(text in _fame() for text in texts) > 1


def right_guesses(rule: str, questions: Sequence[Choice]) -> Iterator[tuple[float, float]]:
    """For each question to which a rule applies, how likely it and pure chance are to hit the key."""
    score = RULES[rule]
    for question in questions:
        if _applies(rule, question):
            best = max(score(question, option.text) for option in question.options)
            guessed = [option for option in question.options if score(question, option.text) == best]
            yield sum(option.correct for option in guessed) / len(guessed), 1 / len(question.options)


def beats_chance(guesses: Sequence[tuple[float, float]]) -> bool:
    """Whether more guesses are right than five points over chance, and than the sample's spread explains."""
    expected = sum(chance for _, chance in guesses)
    spread = math.sqrt(sum(chance * (1 - chance) for _, chance in guesses))
    return sum(hit for hit, _ in guesses) > expected + POINTS * len(guesses) + DEVIATIONS * spread


@cache
def every_question() -> tuple[Choice, ...]:
    return tuple(question for path in ARTICLES for question in generate(read_article(path)).questions)


@pytest.mark.parametrize("rule", RULES)
def test_no_simple_rule_beats_chance(rule: str) -> None:
    guesses = list(right_guesses(rule, every_question()))
    assert guesses
    assert not beats_chance(guesses)


def test_enough_questions_are_guessed_at() -> None:
    assert len(every_question()) >= 80


def test_a_key_that_is_always_the_longest_would_be_noticed() -> None:
    told = []
    for question in every_question():
        options = [
            dataclasses.replace(option, text=f"{option.text} as it is told") if option.correct else option
            for option in question.options
        ]
        told.append(dataclasses.replace(question, options=options))
    assert beats_chance(list(right_guesses("the longest", told)))


@pytest.mark.parametrize("kind", ["claim_or_fact", "quote_form", "source_named", "cause_stated"])
def test_no_bank_gives_one_answer_to_every_question_that_has_the_same_options(kind: str) -> None:
    for path in ARTICLES:
        questions = generate(read_article(path), only=[kind], count=9).questions
        keys = [option.text for question in questions for option in question.options if option.correct]
        assert len(keys) < 2 or len(set(keys)) > 1
