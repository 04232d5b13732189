"""Small invented articles, and short ways to have them read."""

import random

from quiz.article import Article, article_from_text
from quiz.bank.model import Choice
from quiz.generate.agree import read_facts
from quiz.generate.build import generate
from quiz.generate.candidates import Candidate
from quiz.generate.facts import Attribution, Reading, Speech
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds

HEADLINE = "The Bridge That Moved"
CLOSING = "The town waits."


def article(*paragraphs: str, headline: str = HEADLINE) -> Article:
    """An article of these paragraphs; a last short one keeps the others from being taken for headings."""
    return article_from_text("\n\n".join([headline, *paragraphs, CLOSING]) + "\n")


def reading(*paragraphs: str) -> Reading:
    return read_facts(article(*paragraphs))


def attributions(*paragraphs: str) -> list[Attribution]:
    return list(reading(*paragraphs).attributions)


def only(*paragraphs: str) -> tuple[str, str, str, str]:
    """The one attribution of a text: its rule, source, verb and content."""
    read = reading(*paragraphs)
    assert len(read.attributions) == 1, [in_words(fact.speech, read) for fact in read.attributions]
    fact = read.attributions[0]
    return (fact.rule, *in_words(fact.speech, read))


def in_words(speech: Speech, read: Reading) -> tuple[str, str, str]:
    return read.words(speech.source.span), read.words(speech.cue), read.words(speech.content)


def all_of(*paragraphs: str) -> list[tuple[str, str]]:
    """Source and content of every attribution."""
    read = reading(*paragraphs)
    return [(read.words(f.speech.source.span), read.words(f.speech.content)) for f in read.attributions]


def questions(kind: str, *paragraphs: str, seed: int = 0) -> list[Choice]:
    return list(generate(article(*paragraphs), seed=seed, only=[kind]).questions)


def question(kind: str, *paragraphs: str) -> Choice:
    found = questions(kind, *paragraphs)
    assert len(found) == 1, [item.prompt for item in found]
    return found[0]


def reasons(kind: str, *paragraphs: str) -> list[str]:
    """Why nothing, or no more, was asked."""
    return [
        item.reason for item in generate(article(*paragraphs), only=[kind]).abstentions if item.rule == kind
    ]


def key(choice: Choice) -> str:
    return next(option.text for option in choice.options if option.correct)


def wrong(choice: Choice) -> list[str]:
    return [option.text for option in choice.options if not option.correct]


def candidates(kind: str, *paragraphs: str) -> list[Candidate]:
    """Every question of a kind that passes the gates, before a choice is made among them."""
    read = reading(*paragraphs)
    proposed = kinds()[kind](read, random.Random(0))
    return [one for one in proposed if isinstance(one, Candidate) and refuse(one, read) is None]
