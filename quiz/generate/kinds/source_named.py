"""Asks how the article identifies who says something: by name, by a role only, or not at all."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import (
    NO_STATEMENT,
    Candidate,
    Offer,
    Proposal,
    count_words,
    hands_on,
    passed_on,
    quoted,
)
from quiz.generate.facts import Abstention, Attribution, Named, Reading, Source, Span
from quiz.generate.identified import identification_problem, source_and_verb
from quiz.generate.quotes import telling_sentences
from quiz.generate.solve.found import shown
from quiz.generate.solve.voices import identified, voices
from quiz.generate.witnesses.sources import PRONOUNS

FEWEST_WORDS = 5
MOST_WORDS = 45
NOT_ASKED = NO_STATEMENT | {"transcript"}
"""A label before a turn of a conversation names whoever speaks by its very nature."""

STEMS = ("How does it identify the source?", "How is the source of it identified?")
UNNAMED_IS_NOT_WRONG = "That a source is not named says nothing about whether the statement is right."

OPTIONS: dict[Named, str] = {
    "named": "By a name",
    "described": "By a job or post, without a name",
    "unnamed": "By neither a name nor a job or post",
}


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every attribution whose source is clearly of one of the three sorts.

    Most sources are named: without one that is not, the answer could be guessed without the article.
    """
    proposals = list(_proposals(reading, rng))
    keys = {proposal.key for proposal in proposals if isinstance(proposal, Candidate)}
    for proposal in proposals:
        if isinstance(proposal, Candidate) and keys == {OPTIONS["named"]}:
            reason = "every source that could be asked about is named"
            yield Abstention("source_named", proposal.asks_about, reason)
        else:
            yield proposal


def _proposals(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    for fact in reading.attributions:
        source = fact.speech.source
        left_alone = source.name in PRONOUNS or fact.speech.denied or fact.rule in NOT_ASKED
        if left_alone or passed_on(fact, reading):
            continue
        problem = identification_problem(fact, reading)
        if problem:
            yield Abstention("source_named", source.span, problem)
            continue
        asked = _asked_about(fact, reading)
        if asked is None:
            yield Abstention("source_named", fact.speech.content, "the statement does not stand on its own")
            continue
        yield _question(fact, *asked, reading, rng)


def _asked_about(fact: Attribution, reading: Reading) -> tuple[str, Span] | None:
    """Return the prompt's wording of the statement, and the stretch of the article it quotes."""
    speech = fact.speech
    if speech.form == "direct":
        sentences = [
            sentence for sentence in telling_sentences(fact, reading) if sentence.words >= FEWEST_WORDS
        ]
        if not sentences:
            return None
        chosen = min(sentences, key=lambda sentence: (abs(sentence.words - 12), sentence.span))
        return f"The article quotes these words: {quoted(chosen.text)}.", chosen.span
    sentence = reading.sentence_at(speech.content.start)
    if sentence is None or speech.quoted or hands_on(reading.text(speech.content)):
        return None
    relative = re.search(
        r"\b(?:which|that|who)\s+$", reading.text(Span(sentence.start, speech.source.span.start))
    )
    if relative:
        span = Span(sentence.start + relative.start(), speech.content.end)
        wording = f"The article mentions something {quoted(reading.text(span))}."
    else:
        span = speech.content
        wording = f"The article reports this statement: {quoted(reading.text(span))}."
    words = count_words(reading.text(span))
    return (wording, span) if FEWEST_WORDS <= words <= MOST_WORDS else None


def _question(
    fact: Attribution, wording: str, asked: Span, reading: Reading, rng: random.Random
) -> Candidate:
    source = fact.speech.source
    text = reading.words(source.span)
    place = reading.place(source.span.start)
    explanation = {
        "named": f"In {place} the source is named: “{source_and_verb(fact, reading)}”.",
        "described": f"In {place} the source is “{text}”: a job or post, and the article gives no name "
        f"for it. {UNNAMED_IS_NOT_WRONG}",
        "unnamed": f"In {place} the source is “{text}”: neither a name nor a job or post, and nothing else "
        f"in the article says who is meant. {UNNAMED_IS_NOT_WRONG}",
    }[source.named]
    return Candidate(
        kind="source_named",
        prompt=f"{wording} {rng.choice(STEMS)}",
        offers=tuple(
            Offer(
                option,
                correct=named == source.named,
                why=None if named == source.named else _why(named, source, text),
            )
            for named, option in OPTIONS.items()
        ),
        explanation=explanation,
        evidence=(_evidence(fact, reading),),
        asks_about=asked,
        rule=fact.rule,
        witnesses=(*fact.witnesses, "document"),
        key_in_evidence=False,
    )


def _why(option: Named, source: Source, text: str) -> str:
    if option == "named":
        return f"No name stands with “{text}”, here or elsewhere in the article."
    if option == "described":
        return (
            f"“{text}” gives a name."
            if source.named == "named"
            else f"“{text}” is not a job or post that somebody holds."
        )
    return f"“{text}” gives a name." if source.named == "named" else f"“{text}” tells at least a job or post."


def _evidence(fact: Attribution, reading: Reading) -> Span:
    """Return the sentence of a reported statement, so that nothing around the source is cut off."""
    sentence = reading.sentence_at(fact.speech.statement.start)
    if fact.speech.form == "direct" or sentence is None or sentence.end < fact.speech.statement.end:
        return fact.speech.statement
    return Span(sentence.start, sentence.end)


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """In which ways the sources of the statement are identified, wherever it stands."""
    facts = voices(shown(candidate.prompt), reading)
    return frozenset(OPTIONS[way] for fact in facts for way in identified(fact, reading))
