"""With which verb does the article hand over this statement? Its own word, beside others of its form."""

import random
import re
from collections.abc import Iterator, Sequence

from quiz.generate.absent import absent_options, near_in_length
from quiz.generate.candidates import NO_VERDICT, Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.gaps import GAP, Passage, led_in_passages, passage_at, with_gap
from quiz.generate.identified import source_and_verb
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find, has_words, sentences_at, shown
from quiz.generate.solve.gap import fitting
from quiz.generate.solve.voices import voices
from quiz.generate.statements import as_statement, settled_statement, shown_words
from quiz.generate.witnesses.cues import find_cues

DISTRACTORS = 2
NEAREST = 6
"""Absent verbs, nearest in length, among which the seed chooses."""
STEMS = (
    "Which verb does the article use when it credits this statement to its source? {statement}",
    "With which verb does the article report this statement? {statement}",
)
GAP_STEMS = (
    "Which verb stands in the gap, as the article has it? {sentence}",
    "Which verb does the article use in the gap? {sentence}",
)
NO_SIDE = "Which verb fits is for readers to judge."


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every statement whose verb is of the list, “said” aside.

    Whoever guesses “said” without the article is mostly right: it is neither asked for nor offered. Where the
    statement cannot be shown on its own, its whole sentence is, with the verb left out.
    """
    sentences = [passage for passage in led_in_passages(reading) if not passage.quoted]
    for fact in reading.attributions:
        if fact.rule == "quote.continued" or not settled_statement(fact, reading):
            continue
        verb, shown = _verb(fact, reading), shown_words(fact, reading, alone=False)
        elsewhere = _used_elsewhere(fact, verb, reading)
        absent = _absent(verb, reading)
        wrong = [*elsewhere[:1], *rng.sample(absent, min(DISTRACTORS, len(absent)))][:DISTRACTORS]
        alone = shown is not None and "[" not in reading.text(shown)
        sentence = None if alone else _sentence_of(fact, sentences, reading)
        if not alone and sentence is None:
            yield Abstention("reporting_verb", fact.speech.content, "it cannot be shown on its own")
        elif len(wrong) < DISTRACTORS or _others_near(fact, reading):
            yield Abstention("reporting_verb", fact.speech.cue, "too few other verbs, or two in one sentence")
        elif verb in _rows()[0]:
            yield Abstention(
                "reporting_verb", fact.speech.cue, f"“{verb}” can be guessed without the article"
            )
        elif sentence is not None:
            yield _left_out(fact, verb, sentence, wrong, reading, rng)
        elif shown is not None:
            yield _question(fact, verb, shown, wrong, reading, rng)


def _sentence_of(fact: Attribution, sentences: Sequence[Passage], reading: Reading) -> Passage | None:
    """Return the sentence of the verb if it can be quoted with the verb left out and has no other one."""
    sentence = passage_at(fact.speech.cue, sentences)
    if sentence is None or sentence.refusal or sentence.led_in:
        return None
    spoken = [mark for mark in reading.quotations if mark.overlaps(sentence.span)]
    outside = re.sub(r"[“\"].*?[”\"]", "", sentence.text)
    if any(mark.overlaps(fact.speech.cue) for mark in spoken) or len(find_cues(outside)) != 1:
        return None
    return sentence


def _rows() -> Sequence[Sequence[str]]:
    rows: Sequence[Sequence[str]] = lexicon("passing_on")["verbs"]
    return rows


def _row(verb: str) -> Sequence[str]:
    asked: Sequence[Sequence[str]] = lexicon("passing_on")["verbs_asked"]
    return next((row for row in (*_rows(), *asked) if verb in row), ())


def _verb(fact: Attribution, reading: Reading) -> str:
    words = reading.words(fact.speech.cue).split()
    return words[-1].casefold() if words else ""


def _offered_beside(verb: str) -> Sequence[Sequence[str]]:
    """The verbs that may be offered: not “said”, and beside “wrote” and its like none that weighs much.

    “Wrote” itself is offered beside its like only.
    """
    mild, asked = lexicon("passing_on")["verbs_beside_asked"], lexicon("passing_on")["verbs_asked"]
    weighs = _row(verb) in _rows()
    rows = _rows()[1:] if weighs else [row for row in _rows()[1:] if row[0] in mild]
    if not weighs or _row(verb)[0] in mild:
        rows = [*rows, *(row for row in asked if row[0] in mild)]
    return [row for row in rows if verb not in row]


def _used_elsewhere(fact: Attribution, verb: str, reading: Reading) -> list[Offer]:
    """Verbs in the same form with which the article hands over other words, in other sentences."""
    own, here = _row(verb), reading.sentence_at(fact.speech.cue.start)
    if not own:
        return []
    found: dict[str, Offer] = {}
    for other in reading.attributions:
        word = _verb(other, reading)
        row = _row(word)
        same_form = row in _offered_beside(verb) and row.index(word) == own.index(verb)
        if same_form and reading.sentence_at(other.speech.cue.start) != here:
            place = reading.place(other.speech.cue.start)
            found.setdefault(word, Offer(word, why=f"It stands in {place}, with other words."))
    return list(found.values())


def _absent(verb: str, reading: Reading) -> list[Offer]:
    """Verbs in the same form that the article uses in no form; none for an unknown verb."""
    own = _row(verb)
    if not own:
        return []
    form = own.index(verb)
    words = absent_options([[row[form], *row] for row in _offered_beside(verb)], verb, reading)
    near = near_in_length(words, verb, NEAREST)
    return [Offer(word, why=f"The article does not use “{word}”, in any form.") for word in near]


def _others_near(fact: Attribution, reading: Reading) -> bool:
    """Whether a second attribution stands in the sentence, so that two verbs could be meant."""
    sentence = reading.sentence_at(fact.speech.cue.start)
    return any(
        other.speech.cue != fact.speech.cue and reading.sentence_at(other.speech.cue.start) == sentence
        for other in reading.every_attribution
    )


def _question(
    fact: Attribution, verb: str, shown: Span, wrong: list[Offer], reading: Reading, rng: random.Random
) -> Candidate:
    place = reading.place(fact.speech.cue.start)
    return Candidate(
        kind="reporting_verb",
        prompt=rng.choice(STEMS).format(statement=as_statement(reading.text(shown))),
        offers=(Offer(verb, correct=True), *wrong),
        explanation=f"In {place} the words are “{source_and_verb(fact, reading)}”. {NO_SIDE} {NO_VERDICT}",
        evidence=(fact.speech.statement,),
        asks_about=shown,
        rule=f"{fact.rule}.verb",
        witnesses=fact.witnesses,
    )


def _left_out(
    fact: Attribution,
    verb: str,
    sentence: Passage,
    wrong: list[Offer],
    reading: Reading,
    rng: random.Random,
) -> Candidate:
    """Ask for the verb in its sentence."""
    cue = fact.speech.cue
    gap = Span(cue.end - len(verb), cue.end)
    place = reading.place(cue.start)
    return Candidate(
        kind="reporting_verb",
        prompt=rng.choice(GAP_STEMS).format(sentence=with_gap(sentence, gap)),
        offers=(Offer(verb, correct=True), *wrong),
        explanation=f"In {place} the words are “{source_and_verb(fact, reading)}”. {NO_SIDE} {NO_VERDICT}",
        evidence=(sentence.span,),
        asks_about=gap,
        rule=f"{fact.rule}.verb",
        witnesses=fact.witnesses,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every verb on offer that stands beside the words, or hands over the same statement somewhere else."""
    words = shown(candidate.prompt)
    if GAP in words:
        return fitting(candidate.prompt, candidate.texts, reading)
    places = find(words, reading)
    beside = [reading.text(fact.speech.cue) for fact in voices(words, reading)]
    for sentence in sentences_at(places, reading):
        own = [place for place in places if place.start < sentence.end and sentence.start < place.end]
        start, end = min(place.start for place in own), max(place.end for place in own)
        beside += [reading.article.raw[sentence.start : start], reading.article.raw[end : sentence.end]]
    return frozenset(
        text
        for text in candidate.texts
        if any(has_words(form, where) for form in _row(text) or (text,) for where in beside)
    )
