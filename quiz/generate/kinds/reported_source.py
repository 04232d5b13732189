"""From whom does the article have this? One statement without marks, one source, in one sentence."""

import random
from collections.abc import Iterator, Sequence

from quiz.generate.absent import absent_options, group_of
from quiz.generate.candidates import NO_VERDICT, Candidate, Offer, Proposal, fold
from quiz.generate.credits import NOBODY_NAMED, all_credits, answer_options, credit_of
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.identified import evidence_of, source_and_verb, stands_for
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find, shown
from quiz.generate.solve.voices import possible_sources
from quiz.generate.statements import as_statement, reported_statement, settled_statement

DISTRACTORS = 2
PERSON_STEMS = (
    "From whom does the article have this? {statement}",
    "To whom does the article credit this? {statement}",
    "According to the article, who is the source of this? {statement}",
)
"""Asked where every source on offer is a person."""

STEMS = (
    "Where does the article say this comes from? {statement}",
    "To whom or what does the article credit this? {statement}",
    "According to the article, who or what is the source of this? {statement}",
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every reported statement whose source can stand beside others of its form."""
    for fact in reading.attributions:
        if fact.speech.form == "direct" or not settled_statement(fact, reading):
            continue
        span = reported_statement(fact, reading)
        if span is None:
            reason = "the statement does not stand on its own"
            yield Abstention("reported_source", fact.speech.content, reason)
            continue
        if _others_in(span, fact, reading):
            yield Abstention("reported_source", span, "a second source speaks in it or around it")
            continue
        yield _question(fact, span, reading, rng)


def _others_in(span: Span, fact: Attribution, reading: Reading) -> bool:
    """Whether another attribution shares the words, so that two sources stand behind them."""
    return any(
        other.speech.statement.overlaps(span)
        and not other.speech.source.span.overlaps(fact.speech.source.span)
        for other in reading.every_attribution
    )


def _question(fact: Attribution, span: Span, reading: Reading, rng: random.Random) -> Proposal:
    source = reading.words(fact.speech.source.span)
    credit = credit_of(fact, reading)
    offers = answer_options(fact, reading, DISTRACTORS + 1) or _text_source(source, reading, rng)
    if len(offers) <= DISTRACTORS:
        reason = f"too few sources of the form of “{source}” to choose from"
        return Abstention("reported_source", fact.speech.source.span, reason)
    key, statement = offers[0].text, reading.text(span)
    mentions = credit.mentions if credit else ()
    if any(mention.overlaps(span) for mention in mentions) or fold(key) in fold(statement):
        return Abstention("reported_source", span, "the statement names its own source")
    place = reading.place(fact.speech.cue.start)
    stems = PERSON_STEMS if _all_people(offers, reading) else STEMS
    return Candidate(
        kind="reported_source",
        prompt=rng.choice(stems).format(statement=as_statement(statement)),
        offers=tuple(offers),
        explanation=f"In {place} “{source_and_verb(fact, reading)}” credits the statement."
        f"{stands_for(fact, reading)} {NO_VERDICT}",
        evidence=evidence_of(fact, reading),
        asks_about=span,
        rule=fact.rule,
        witnesses=fact.witnesses,
        key_in_evidence=credit is not None and credit.form == "body",
        key_in_prompt=True,
    )


def _all_people(offers: Sequence[Offer], reading: Reading) -> bool:
    """Whether every source on offer is somebody, so that “whom” gives none of them away."""
    people = {credit.label for credit in all_credits(reading) if credit.form == "person"} | {NOBODY_NAMED}
    return all(offer.text in people for offer in offers)


def _text_source(source: str, reading: Reading, rng: random.Random) -> list[Offer]:
    """Return a written source as it is called, with others that the article does not mention."""
    article, _, noun = source.partition(" ")
    groups = lexicon("passing_on")["texts"]
    if article.casefold() not in {"a", "the"} or group_of(groups, noun) is None:
        return []
    spare = absent_options(groups, noun, reading)
    chosen = rng.sample(spare, min(DISTRACTORS, len(spare)))
    return [
        Offer(f"{article.capitalize()} {noun}", correct=True),
        *(Offer(f"{article.capitalize()} {word}", why=f"The article mentions no {word}.") for word in chosen),
    ]


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everybody on offer from whom the statement may come, and every written source that is mentioned."""
    right = possible_sources(shown(candidate.prompt), candidate.texts, reading)
    texts = {text: text.partition(" ")[2] for text in candidate.texts}
    groups = lexicon("passing_on")["texts"]
    written = {text for text, noun in texts.items() if group_of(groups, noun) and find(noun, reading)}
    return right | written if right else right
