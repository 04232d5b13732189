"""Who said “…”? The words stand between quotation marks and a clause beside them names the speaker."""

import random
from collections.abc import Iterator

from quiz.generate.alone import content_words, only_leads_on, why_not_alone
from quiz.generate.candidates import Candidate, Proposal, passed_on, quoted
from quiz.generate.credits import Credit, answer_options, credit_of, in_running_text
from quiz.generate.facts import Abstention, Attribution, Reading
from quiz.generate.identified import evidence_of, goes_unnamed, source_and_verb, stands_for
from quiz.generate.quotes import QuotedSentence, telling_sentences
from quiz.generate.solve.found import shown
from quiz.generate.solve.voices import possible_sources

MOST_OPTIONS = 4
ENOUGH_CONTENT = 3
"""Content words of a sentence that is preferred; an exclamation of two tells little."""

STEMS = (
    "According to the article, who said this? {words}",
    "Whose words are these, according to the article? {words}",
    "Whom does the article quote with these words? {words}",
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every quotation whose speaker the article names, or plainly leaves without a name."""
    for fact in reading.attributions:
        if fact.speech.form != "direct" or fact.speech.denied or passed_on(fact, reading):
            continue
        credit = credit_of(fact, reading)
        if credit is None and not goes_unnamed(fact, reading):
            yield Abstention("speaker", fact.speech.content, _unsettled(fact, reading))
            continue
        sentence = _best(telling_sentences(fact, reading), reading)
        if sentence is None:
            yield Abstention(
                "speaker", fact.speech.content, "no sentence of it has 4 to 40 words and names nobody"
            )
            continue
        yield _question(fact, credit, sentence, reading, rng)


def _unsettled(fact: Attribution, reading: Reading) -> str:
    if fact.speaker is not None:
        return "only a surname is given"
    return f"“{reading.words(fact.speech.source.span)}” is not one person or body whom the article names"


def _best(sentences: list[QuotedSentence], reading: Reading) -> QuotedSentence | None:
    """Return a sentence near fifteen words that names none of those on offer, best one that stands alone."""
    nameless = [
        sentence
        for sentence in sentences
        if not only_leads_on(sentence.text)
        and not any(sentence.span.covers(mention) for person in reading.people for mention in person.mentions)
    ]
    return min(
        nameless,
        key=lambda sentence: (
            len(content_words(sentence.text)) < ENOUGH_CONTENT,
            why_not_alone(sentence.text) is not None,
            abs(sentence.words - 15),
            sentence.span,
        ),
        default=None,
    )


def _question(
    fact: Attribution, credit: Credit | None, sentence: QuotedSentence, reading: Reading, rng: random.Random
) -> Proposal:
    offers = answer_options(fact, reading, MOST_OPTIONS - 1)
    if not offers:
        return Abstention("speaker", fact.speech.content, "the article names too few others to choose from")
    speaker = in_running_text(credit) if credit else "a source without a name"
    place = reading.place(fact.speech.content.start)
    clause = source_and_verb(fact, reading)
    if fact.rule == "quote.continued":
        how = f"“{clause}” stands between the parts of the quotation, and nobody else speaks in between."
    elif fact.rule == "transcript":
        how = f"“{clause}” stands before them."
    elif fact.rule == "quote.before":
        how = f"“{clause}” leads into the quotation."
    else:
        how = f"“{clause}” stands right after the quotation."
    return Candidate(
        kind="speaker",
        prompt=rng.choice(STEMS).format(words=quoted(sentence.text)),
        offers=tuple(offers),
        explanation=f"{place[0].upper()}{place[1:]} gives these words to {speaker}: {how}"
        f"{stands_for(fact, reading)}",
        evidence=evidence_of(fact, reading),
        asks_about=sentence.span,
        rule=fact.rule,
        witnesses=fact.witnesses,
        key_in_evidence=credit is not None
        and fact.rule != "transcript"
        and fact.speech.source.name == credit.label,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Everybody on offer who may have said the words, wherever they stand."""
    return possible_sources(shown(candidate.prompt), candidate.texts, reading)
