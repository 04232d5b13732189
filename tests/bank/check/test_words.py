"""The word lists of the linter beside those of the generator."""

from quiz.bank.check.words import LABELS, SLANTING_VERBS, VERDICTS
from quiz.generate.lexicons import lexicon


def test_the_linter_lets_nothing_pass_that_the_generator_would_not_say() -> None:
    slanting = {word for group in lexicon("slanting").values() for word in group}
    assert slanting <= {*SLANTING_VERBS, *VERDICTS, *LABELS}
