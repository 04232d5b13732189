"""The whole way from an article to a bank, with an account of what was not asked and why."""

import hashlib
import math
import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from quiz.article import Article
from quiz.bank.evidence import occurrence_at
from quiz.bank.figures import by_size
from quiz.bank.kinds import KINDS
from quiz.bank.model import ArticleReference, Bank, Choice, Derivation, Evidence, Option
from quiz.generate.agree import read_facts
from quiz.generate.candidates import Candidate
from quiz.generate.difficulty import difficulty
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gates import refuse
from quiz.generate.kinds import kinds
from quiz.generate.select import select
from quiz.generate.solve import unsolved

DEFAULT_COUNT = 20
SHARE_OF_DRAFTS = 1 / 3
"""Questions that wait for a person's yes come on top of the count, at most this share of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was made from one article: the questions chosen, how many more there were, what was left alone.

    ``questions`` holds those that are played and, after them, those that wait for a person's yes;
    ``left_out`` what held as well but repeats another one or would go over the count.
    """

    reading: Reading
    questions: tuple[Choice, ...]
    spare: int
    abstentions: tuple[Abstention, ...]
    left_out: tuple[Candidate, ...] = ()

    @property
    def playable(self) -> tuple[Choice, ...]:
        """The questions that are played as they are."""
        return tuple(question for question in self.questions if question.status == "approved")

    @property
    def waiting(self) -> tuple[Choice, ...]:
        """The questions that are played only once a person has approved them."""
        return tuple(question for question in self.questions if question.status == "draft")


def generate(
    article: Article, *, seed: int = 0, count: int = DEFAULT_COUNT, only: Collection[str] = ()
) -> Draft:
    """Make questions from an article; the same article, seed and version give the same ones.

    ``only`` names the kinds wanted, all of them if it is empty. ``count`` limits the questions that
    are played; drafts come on top, up to a third as many, or up to ``count`` where only kinds that
    make drafts are wanted. Raises KeyError for an unknown kind.
    """
    unknown = set(only) - set(kinds())
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    reading = read_facts(article)
    passed: list[Candidate] = []
    abstentions = list(reading.abstentions)
    text = article.sha256
    for name, propose in kinds().items():
        if only and name not in only:
            continue
        rng = random.Random(f"{seed}:{name}:{text}")
        for proposal in propose(reading, rng):
            if isinstance(proposal, Abstention):
                abstentions.append(proposal)
            elif reason := refuse(proposal, reading) or unsolved(proposal, reading):
                abstentions.append(Abstention(name, proposal.asks_about, reason))
            else:
                passed.append(proposal)
    played = select([candidate for candidate in passed if not _is_draft(candidate.kind)], count)
    room = count if only and all(map(_is_draft, only)) else math.ceil(count * SHARE_OF_DRAFTS)
    drafts = select([candidate for candidate in passed if _is_draft(candidate.kind)], room, beside=played)
    chosen = [*played, *drafts]
    questions = tuple(_named_apart(_question(candidate, reading) for candidate in chosen))
    return Draft(
        reading,
        questions,
        len(passed) - len(chosen),
        tuple(sorted(abstentions, key=lambda a: (a.rule, a.span))),
        tuple(candidate for candidate in passed if not any(candidate is one for one in chosen)),
    )


def questions_left_out(draft: Draft) -> tuple[Choice, ...]:
    """Return as questions what held but was not chosen."""
    return tuple(_question(candidate, draft.reading) for candidate in draft.left_out)


def bank_of(draft: Draft, *, identifier: str, file: str) -> Bank:
    """Return the bank of a draft that has questions; ``file`` is the article's path relative to it."""
    article = draft.reading.article
    return Bank(
        version=1,
        id=identifier,
        title=article.title,
        article=ArticleReference(file=file, sha256=article.sha256, outlet=article.outlet),
        witnesses=dict(draft.reading.versions),
        questions=list(draft.questions),
    )


def identifier_of(name: str) -> str:
    """Make a bank id from a file's stem or a title."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80].strip("-") or "article"


def _named_apart(questions: Iterable[Choice]) -> Iterator[Choice]:
    """The questions with ids of their own: the same figure in two places makes the same id twice."""
    taken: Counter[str] = Counter()
    for question in questions:
        taken[question.id] += 1
        more = taken[question.id]
        yield question if more == 1 else replace(question, id=f"{question.id}-{more}")


def _is_draft(kind: str) -> bool:
    return KINDS[kind].grade == "B"


def _question(candidate: Candidate, reading: Reading) -> Choice:
    words = "|".join([candidate.kind, candidate.rule, reading.words(candidate.asks_about), candidate.key])
    in_order = by_size(candidate.texts) or range(len(candidate.offers))
    digest = hashlib.sha256(words.encode()).hexdigest()[:6]
    return Choice(
        id=f"{candidate.kind.replace('_', '-')}-{digest}",
        type="choice",
        kind=candidate.kind,
        prompt=candidate.prompt,
        options=[
            Option(text=offer.text, correct=offer.correct, why=offer.why)
            for offer in map(candidate.offers.__getitem__, in_order)
        ],
        explanation=candidate.explanation,
        evidence=[_evidence(span, reading) for span in candidate.evidence],
        difficulty=difficulty(candidate, reading),
        status="draft" if _is_draft(candidate.kind) else "approved",
        derivation=Derivation(rule=candidate.rule, witnesses=list(candidate.witnesses)),
    )


def _evidence(span: Span, reading: Reading) -> Evidence:
    quote = reading.text(span)
    return Evidence(quote=quote, occurrence=occurrence_at(reading.article.raw, quote, span.start))
