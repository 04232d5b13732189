"""Which of these did NAME say? The key and every distractor are real quotations of the article."""

import random
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal, passed_on
from quiz.generate.credits import Credit, all_credits, could_be_taken_for, credit_of, in_running_text
from quiz.generate.facts import Abstention, Attribution, Reading
from quiz.generate.identified import evidence_of, source_and_verb, stands_for
from quiz.generate.quotes import QuotedSentence, telling_sentences
from quiz.generate.solve.voices import may_be, voices

DISTRACTORS = 2
STEMS = (
    "According to the article, which of these did {name} say?",
    "Which of these quotations does the article give to {name}?",
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for each person or body quoted, when quotations of others can stand beside theirs."""
    spoken: dict[Credit, list[tuple[Attribution, QuotedSentence]]] = {}
    for fact in reading.attributions:
        if fact.speech.form != "direct" or fact.speech.denied or passed_on(fact, reading):
            continue
        credit = credit_of(fact, reading)
        if credit is not None:
            pairs = [(fact, sentence) for sentence in telling_sentences(fact, reading)]
            spoken.setdefault(credit, []).extend(pairs)
    for credit, own in spoken.items():
        others = [
            pair
            for other, pairs in spoken.items()
            if other != credit and not could_be_taken_for(credit, other, reading)
            for pair in pairs
        ]
        if not own:
            continue
        if len(others) < DISTRACTORS:
            yield Abstention(
                "quotation", own[0][0].speech.content, "fewer than two quotations of other people"
            )
            continue
        yield _question(in_running_text(credit), own, others, reading, rng)


def _question(
    name: str,
    own: list[tuple[Attribution, QuotedSentence]],
    others: list[tuple[Attribution, QuotedSentence]],
    reading: Reading,
    rng: random.Random,
) -> Proposal:
    chosen = _most_alike(own, others)
    if chosen is None:
        return Abstention("quotation", own[0][0].speech.content, "no two other quotations have the same form")
    (fact, key), distractors = chosen
    place = reading.place(key.span.start)
    where, clause = f"{place[0].upper()}{place[1:]}", source_and_verb(fact, reading)
    return Candidate(
        kind="quotation",
        prompt=rng.choice(STEMS).format(name=name),
        offers=(
            Offer(f"“{key.text}”", correct=True),
            *(
                Offer(f"“{sentence.text}”", why=_why(other, sentence, reading))
                for other, sentence in distractors
            ),
        ),
        explanation=f"{where} gives these words, with “{clause}”.{stands_for(fact, reading)}",
        evidence=evidence_of(fact, reading),
        asks_about=key.span,
        rule=fact.rule,
        witnesses=fact.witnesses,
    )


def _most_alike(
    own: list[tuple[Attribution, QuotedSentence]], others: list[tuple[Attribution, QuotedSentence]]
) -> tuple[tuple[Attribution, QuotedSentence], list[tuple[Attribution, QuotedSentence]]] | None:
    """Return the key and distractors nearest to each other in length, so that length tells nothing.

    All of them begin with a capital or none does: a piece of a sentence beside whole ones would stand out.
    """

    def spread(
        pair: tuple[tuple[Attribution, QuotedSentence], list[tuple[Attribution, QuotedSentence]]],
    ) -> int:
        return sum(abs(pair[0][1].words - other[1].words) for other in pair[1])

    pairs = []
    for key in own:
        alike = [other for other in others if other[1].text[0].isupper() == key[1].text[0].isupper()]
        nearest = sorted(alike, key=lambda other: (abs(other[1].words - key[1].words), other[1].span))
        if len(nearest) >= DISTRACTORS:
            pairs.append((key, nearest[:DISTRACTORS]))
    return min(pairs, key=lambda pair: (spread(pair), pair[0][1].span), default=None)


def _why(fact: Attribution, sentence: QuotedSentence, reading: Reading) -> str:
    credit = credit_of(fact, reading)
    speaker = in_running_text(credit) if credit else reading.words(fact.speech.source.span)
    return f"These are words of {speaker}, in {reading.place(sentence.span.start)}."


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every quotation on offer that may be of whom the prompt names."""
    named = [c for c in all_credits(reading) if in_running_text(c) in candidate.prompt]
    asked = max(named, key=lambda credit: len(credit.label), default=None)
    return frozenset(
        text
        for text in candidate.texts
        if asked and any(may_be(asked.label, fact, reading) for fact in voices(text, reading))
    )
