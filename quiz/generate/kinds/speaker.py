"""Who said “…”? The words stand between quotation marks and a clause beside them names the speaker."""

import random
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal, handing_over, label_of, passed_on, quoted
from quiz.generate.facts import Abstention, Attribution, Person, Reading
from quiz.generate.quotes import QuotedSentence, quoted_sentences

MOST_OPTIONS = 4
STEMS = (
    "According to the article, who said: {words}?",
    "Whom does the article quote with these words: {words}?",
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every quotation whose speaker is a person the article names."""
    for fact in reading.attributions:
        if fact.speech.form != "direct" or fact.speech.denied or passed_on(fact, reading):
            continue
        if fact.speaker is None:
            reason = f"“{reading.words(fact.speech.source.span)}” is not one person whom the article names"
            yield Abstention("speaker", fact.speech.content, reason)
            continue
        sentence = _best(quoted_sentences(fact, reading), reading)
        if sentence is None:
            yield Abstention(
                "speaker", fact.speech.content, "no sentence of it has 4 to 40 words and names nobody"
            )
            continue
        yield _question(fact, fact.speaker, sentence, reading, rng)


def _best(sentences: list[QuotedSentence], reading: Reading) -> QuotedSentence | None:
    """Return the sentence nearest to fifteen words that names none of the people on offer."""
    nameless = [
        sentence
        for sentence in sentences
        if not any(sentence.span.covers(mention) for person in reading.people for mention in person.mentions)
    ]
    return min(nameless, key=lambda sentence: (abs(sentence.words - 15), sentence.span), default=None)


def _question(
    fact: Attribution, speaker: Person, sentence: QuotedSentence, reading: Reading, rng: random.Random
) -> Proposal:
    key = label_of(speaker, reading)
    others = [(person, label_of(person, reading)) for person in reading.people if person != speaker]
    named = [(person, label) for person, label in others if label is not None]
    heard = {other.speaker for other in reading.every_attribution if other.speaker is not None}
    named.sort(key=lambda pair: (pair[0] not in heard, pair[0].mentions[0]))
    if key is None or len(named) < 2:
        reason = "the article names fewer than two other people" if key else "only a surname is given"
        return Abstention("speaker", fact.speech.content, reason)
    distractors = [
        Offer(label, why=_why(person, label, reading)) for person, label in named[: MOST_OPTIONS - 1]
    ]
    place = reading.place(fact.speech.content.start)
    clause = handing_over(fact, reading)
    if fact.rule == "quote.continued":
        how = f"“{clause}” stands between the parts of the quotation, and nobody else speaks in between."
    elif fact.rule == "quote.before":
        how = f"“{clause}” leads into the quotation."
    else:
        how = f"“{clause}” stands right after the quotation."
    return Candidate(
        kind="speaker",
        prompt=rng.choice(STEMS).format(words=quoted(sentence.text)),
        offers=(Offer(key, correct=True), *distractors),
        explanation=f"{place[0].upper()}{place[1:]} gives these words to {key}: {how}",
        evidence=(fact.speech.statement,),
        asks_about=sentence.span,
        difficulty=1 + (fact.rule == "quote.continued") + (len(heard) > 2),
        rule=fact.rule,
        witnesses=fact.witnesses,
        key_in_evidence=len(speaker.name.split()) > 1 and fact.speech.source.name == speaker.name,
    )


def _why(person: Person, label: str, reading: Reading) -> str:
    heard = [
        fact.speech.content
        for fact in reading.every_attribution
        if fact.speaker == person and fact.rule != "phrase"
    ]
    if heard:
        return f"{label} speaks in {reading.places(heard)}, in different words."
    return f"The article names {label}, but gives these words to somebody else."
