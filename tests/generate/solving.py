"""What the kinds propose about an article and the gates let pass, before it is answered anew."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quiz.article import Article, read_article
from quiz.generate.agree import read_facts
from quiz.generate.candidates import Candidate
from quiz.generate.facts import Reading
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds

ARTICLES = (
    *sorted((Path(__file__).parent / "golden").glob("*.txt")),
    *sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")),
)


def proposed(reading: Reading, *only: str) -> Iterator[Candidate]:
    """What the kinds ask about an article, all of them or those named."""
    for name, propose in kinds().items():
        if not only or name in only:
            rng = random.Random(f"0:{name}:{reading.article.sha256}")
            for proposal in propose(reading, rng):
                if isinstance(proposal, Candidate) and refuse(proposal, reading) is None:
                    yield proposal


@cache
def read(path: Path) -> Reading:
    article: Article = read_article(path)
    return read_facts(article)


@cache
def all_proposed() -> tuple[tuple[Candidate, Reading], ...]:
    """Every candidate of the articles kept with the tests and of the first article, with its reading."""
    return tuple((candidate, read(path)) for path in ARTICLES for candidate in proposed(read(path)))
