"""Everything that could be asked about a text, before a choice is made among it."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quiz.article import article_from_text
from quiz.generate.agree import read_facts
from quiz.generate.candidates import Candidate
from quiz.generate.facts import Reading
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds

GOLDEN = Path(__file__).parent / "golden"
SEED = Path(__file__).parents[2] / "seeds" / "who-inside-ice-is-leaking.txt"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in [*sorted(GOLDEN.glob("*.txt")), SEED]}
"""The articles that the repository holds, by name."""


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """What a question is about, wherever it stands in the text: its kind and the words it turns on."""

    kind: str
    words: str


@cache
def read(text: str) -> Reading:
    """What is read in a text, headline and all."""
    return read_facts(article_from_text(text))


def candidates(reading: Reading, only: Collection[str] = ()) -> list[Candidate]:
    """Every question that passes the gates; chance is the same whatever the text."""
    return [
        proposal
        for name, propose in kinds().items()
        if not only or name in only
        for proposal in propose(reading, random.Random(name))
        if isinstance(proposal, Candidate) and refuse(proposal, reading) is None
    ]


@cache
def answers(text: str) -> dict[Asked, set[str]]:
    """The keys of everything that could be asked, by what it is about; a quotation's with the name in it."""
    reading = read(text)
    found: dict[Asked, set[str]] = {}
    for candidate in candidates(reading):
        about = Asked(candidate.kind, reading.words(candidate.asks_about))
        names = [person.name for person in reading.people if person.name in candidate.prompt]
        key = " ".join(candidate.key.split())
        found.setdefault(about, set()).add(f"{key} ({names[0]})" if about.kind == "quotation" else key)
    return found


def differing(before: dict[Asked, set[str]], after: dict[Asked, set[str]]) -> dict[Asked, list[set[str]]]:
    """What both ask about, and answer otherwise."""
    return {about: [keys, after[about]] for about, keys in before.items() if after.get(about, keys) != keys}
