"""The whole way from an article to a bank, with an account of what was not asked and why."""

import hashlib
import random
import re
from collections.abc import Collection
from dataclasses import dataclass

from quiz.article import Article
from quiz.bank.evidence import occurrence_at
from quiz.bank.model import ArticleReference, Bank, Choice, Derivation, Evidence, Option
from quiz.generate.agree import read_facts
from quiz.generate.candidates import Candidate
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds
from quiz.generate.select import select

DEFAULT_COUNT = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """What was made from one article: the questions chosen, how many more there were, what was left alone."""

    reading: Reading
    questions: tuple[Choice, ...]
    spare: int
    abstentions: tuple[Abstention, ...]


def generate(
    article: Article, *, seed: int = 0, count: int = DEFAULT_COUNT, only: Collection[str] = ()
) -> Draft:
    """Make questions from an article; the same article, seed and version give the same ones.

    ``only`` names the kinds wanted, all of them if it is empty. Raises KeyError for an unknown kind.
    """
    unknown = set(only) - set(kinds())
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    reading = read_facts(article)
    passed: list[Candidate] = []
    abstentions = list(reading.abstentions)
    for name, propose in kinds().items():
        if only and name not in only:
            continue
        rng = random.Random(f"{seed}:{name}:{article.sha256}")
        for proposal in propose(reading, rng):
            if isinstance(proposal, Abstention):
                abstentions.append(proposal)
            elif reason := refuse(proposal, reading):
                abstentions.append(Abstention(name, proposal.asks_about, reason))
            else:
                passed.append(proposal)
    chosen = select(passed, count)
    questions = tuple(_question(candidate, reading) for candidate in chosen)
    return Draft(
        reading,
        questions,
        len(passed) - len(chosen),
        tuple(sorted(abstentions, key=lambda a: (a.rule, a.span))),
    )


def bank_of(draft: Draft, *, identifier: str, file: str) -> Bank:
    """Return the bank of a draft that has questions; ``file`` is the article's path relative to it."""
    article = draft.reading.article
    return Bank(
        version=1,
        id=identifier,
        title=article.title,
        article=ArticleReference(file=file, sha256=article.sha256, outlet=article.outlet),
        questions=list(draft.questions),
    )


def identifier_of(name: str) -> str:
    """Make a bank id from a file's stem or a title."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-") or "article"


def _question(candidate: Candidate, reading: Reading) -> Choice:
    words = "|".join([candidate.kind, candidate.rule, reading.words(candidate.asks_about), candidate.key])
    digest = hashlib.sha256(words.encode()).hexdigest()[:6]
    return Choice(
        id=f"{candidate.kind.replace('_', '-')}-{digest}",
        type="choice",
        kind=candidate.kind,
        prompt=candidate.prompt,
        options=[Option(text=offer.text, correct=offer.correct, why=offer.why) for offer in candidate.offers],
        explanation=candidate.explanation,
        evidence=[_evidence(span, reading) for span in candidate.evidence],
        difficulty=candidate.difficulty,
        derivation=Derivation(rule=candidate.rule, witnesses=list(candidate.witnesses)),
    )


def _evidence(span: Span, reading: Reading) -> Evidence:
    quote = reading.text(span)
    return Evidence(quote=quote, occurrence=occurrence_at(reading.article.raw, quote, span.start))
