"""Exact words, a paraphrase, or partly quoted? Where the quotation marks of one attribution begin and end."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import NO_VERDICT, Candidate, Offer, Proposal, count_words
from quiz.generate.credits import credit_of
from quiz.generate.facts import Abstention, Attribution, Form, Reading, Span
from quiz.generate.identified import source_and_verb
from quiz.generate.solve.found import find, shown
from quiz.generate.solve.voices import voices
from quiz.generate.statements import (
    as_statement,
    settled_statement,
    shown_words,
    sounds_spoken,
    without_marks,
)

FEWEST_QUOTED = 3
FEWEST_UNQUOTED = 3
"""Words inside and outside the marks; with fewer inside they may be a term, a title or scare quotes."""

STEMS = (
    "How does the article pass on this statement? {statement} {note}",
    "In which form does the article give this statement? {statement} {note}",
)
NOTE = "(Its own quotation marks, if there are any, are left out here.)"
OPTIONS: dict[Form, str] = {
    "direct": "As a quotation, all of it in marks",
    "indirect": "As a paraphrase, without any marks",
    "mixed": "Partly as a quotation, partly not",
}
_SINGLE_MARK = re.compile(r"(?<!\w)['‘]\w")
_NAMING = re.compile(
    r"\b(?:called|named|titled|entitled|dubbed|termed|headlined|reading|message|slogan)\W*$", re.IGNORECASE
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every statement on which the marks leave no doubt."""
    for fact in reading.attributions:
        if not settled_statement(fact, reading):
            continue
        span = shown_words(fact, reading)
        problem = "it cannot be shown on its own" if span is None else _problem(fact, span, reading)
        if span is None or problem:
            yield Abstention("quote_form", fact.speech.content, problem or "")
            continue
        yield _question(fact, span, reading, rng)


def _problem(fact: Attribution, span: Span, reading: Reading) -> str | None:
    """Why readers could differ on the form, or know it from the words alone."""
    text = reading.words(span)
    if sounds_spoken(text) or "[" in text:
        return "the words alone betray their form"
    if _SINGLE_MARK.search(text):
        return "single quotation marks stand in it"
    if fact.speech.form == "direct":
        marked = any(mark.covers(span) for mark in reading.quotations)
        return None if marked else "no quotation marks stand around these words"
    sentence = reading.sentence_at(span.start)
    around = Span(sentence.start, sentence.end) if sentence else span
    marks = [mark for mark in reading.quotations if mark.overlaps(around)]
    if fact.speech.form == "indirect":
        return "quotation marks stand in the sentence" if marks else None
    if not fact.rule.startswith("clause") or credit_of(fact, reading) is None:
        return "the marks may hold the words of somebody else"
    inside = sum(count_words(reading.text(part)) for part in fact.speech.quoted)
    terms = any(_may_be_a_term(part, reading) for part in fact.speech.quoted)
    if terms or len(marks) != len(fact.speech.quoted):
        return "a quoted stretch may be a term, a title or another's words"
    if count_words(text) - inside < FEWEST_UNQUOTED:
        return "nearly all of it is quoted"
    return None


def _may_be_a_term(part: Span, reading: Reading) -> bool:
    words = reading.text(part).split()
    capitals = sum(word[0].isupper() for word in words)
    before = reading.article.raw[max(0, part.start - 30) : part.start - 1]
    return len(words) < FEWEST_QUOTED or capitals * 2 >= len(words) or bool(_NAMING.search(before))


def _question(fact: Attribution, span: Span, reading: Reading, rng: random.Random) -> Candidate:
    form = fact.speech.form
    place = reading.place(span.start)
    marked = "; ".join(f"“{without_marks(reading.text(part)).rstrip('.,')}”" for part in fact.speech.quoted)
    how = {
        "direct": "all of these words stand between quotation marks: the article presents them as exact",
        "indirect": "no quotation marks stand around any of it: the wording is the article's",
        "mixed": f"only {marked} stands between quotation marks; the rest is the article's wording",
    }[form]
    return Candidate(
        kind="quote_form",
        prompt=rng.choice(STEMS).format(statement=as_statement(reading.text(span)), note=NOTE),
        offers=tuple(
            Offer(option, correct=other == form, why=None if other == form else _WHY[form, other])
            for other, option in OPTIONS.items()
        ),
        explanation=f"In {place} “{source_and_verb(fact, reading)}” credits the statement, and {how}. "
        f"{NO_VERDICT}",
        evidence=(fact.speech.statement,),
        asks_about=span,
        rule=f"marks.{form}",
        witnesses=fact.witnesses,
        key_in_evidence=False,
    )


_WHY: dict[tuple[Form, Form], str] = {
    ("direct", "indirect"): "Quotation marks stand around these words.",
    ("direct", "mixed"): "The marks take in every word of it.",
    ("indirect", "direct"): "No quotation marks stand around these words.",
    ("indirect", "mixed"): "Not one of these words stands between quotation marks.",
    ("mixed", "direct"): "Some of these words stand outside the marks.",
    ("mixed", "indirect"): "Some of these words stand between marks.",
}


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """In every form in which the article has these words, or a statement in much the same words."""
    words = shown(candidate.prompt)
    places = find(words, reading)
    forms = {_form_at(place, reading) for place in places}
    for fact in voices(words, reading) if places else ():
        if not any(fact.speech.content.overlaps(place) for place in places):
            forms.add(fact.speech.form)
    return frozenset(OPTIONS[form] for form in forms)


def _form_at(place: Span, reading: Reading) -> Form:
    """How much of a stretch stands between quotation marks, of whichever form."""
    raw = reading.article.raw
    if raw[place.start - 1] in '“"' and re.match(r"[,.;:]?[”\"]", raw[place.end :]):
        return "direct"
    letters = [at for at in range(place.start, place.end) if raw[at].isalnum()]
    marked = [at for at in letters if any(mark.start <= at < mark.end for mark in reading.quotations)]
    return "direct" if len(marked) == len(letters) else "mixed" if marked else "indirect"
