"""Which of three events does the article date earliest, or latest? Each has its own date in the text."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words
from quiz.generate.facts import Abstention, Moment, Reading, Span
from quiz.generate.gaps import Passage, passage_at, passages
from quiz.generate.solve.found import find, restating, sentences_at

EVENTS = 3
FEWEST_WORDS = 4
MOST_WORDS = 22
MOST_QUESTIONS = 2
STEMS = {
    "earliest": "Which of these does the article date earliest?",
    "latest": "Which of these does the article date latest?",
}
_OTHER_TIME = re.compile(
    r"\b(?:before|since|until|by then|earlier|later|ago|previous|previously|first|last|next|following|then"
    r"|again|already|still|now|currently|annual|every|anniversary|would|will|may|might|could|not|never|also|this|that"
    r"|these|those|he|she|it|they|his|her|their|we|our|I|my|there)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|[a-z]+ed|began|became|bought|broke|built|came|fell|flew|found|gave|grew|held|left|led|lost|made|met|ran|rose|sank|sent|set|sold"
    r"|stood|struck|took|went|won|wrote)\b"
)
_RUNS_ON = re.compile(r"(?:,|\.|;|\s+(?:as|when|with|after|and|to|for|at|during|where|which|killing)\b)")
_DANGLES = re.compile(r"\b(?:back|late|early|again|only|and|or|the|a|of|in|on|at|to|by|with)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Event:
    """A clause without its date, and the first and the last day it can mean, as (year, month, day)."""

    clause: Span
    passage: Passage
    moment: Moment
    first: tuple[int, int, int]
    last: tuple[int, int, int]


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """Questions on three events whose dates leave no doubt about their order."""
    events: list[_Event] = []
    every = passages(reading)
    for moment in reading.moments:
        passage = passage_at(moment.span, every)
        if moment.sort in ("relative", "weekday") or passage is None or passage.quoted:
            continue
        found = _event(moment, passage, reading)
        if isinstance(found, str):
            yield Abstention("sequence", moment.span, found)
        else:
            events.append(found)
    if len(events) < EVENTS:
        return
    triples = [triple for triple in combinations(events, EVENTS) if _in_some_order(triple)]
    for triple in sorted(triples, key=_told_in_order)[:MOST_QUESTIONS]:
        yield _question(triple, reading)


def _event(moment: Moment, passage: Passage, reading: Reading) -> _Event | str:
    """Return the event a sentence dates, or why it is not clear enough."""
    inside = [m for m in reading.moments if passage.span.covers(m.span)]
    if len(inside) > 1 or moment.lead not in ("on", "in"):
        return "the sentence has more than one time in it, or does not say “on” or “in”"
    if passage.refusal:
        return passage.refusal
    if any(
        fact.speech.denied and fact.speech.statement.overlaps(moment.span)
        for fact in reading.every_attribution
    ):
        return "somebody disputes it"
    bounds = _bounds(moment, reading)
    if bounds is None:
        return "the article does not state its year"
    clause = _clause(moment, passage, reading)
    if clause is None:
        return "without its date the sentence is no plain clause"
    return _Event(clause, passage, moment, *bounds)


def _bounds(moment: Moment, reading: Reading) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    year = moment.year or _only_year(moment, reading)
    if year is None:
        return None
    first = (year, moment.month or 1, moment.day or 1)
    return first, (year, moment.month or 12, moment.day or 31)


def _only_year(moment: Moment, reading: Reading) -> int | None:
    """Return the one year the article states, if the date lies before the latest full date in it."""
    years = {other.year for other in reading.moments if other.year}
    full = [(m.month, m.day) for m in reading.moments if m.year and m.month and m.day]
    if len(years) != 1 or not full or not moment.month:
        return None
    latest = max(full)
    return years.pop() if (moment.month, moment.day or 31) <= latest else None


def _clause(moment: Moment, passage: Passage, reading: Reading) -> Span | None:
    """Where the sentence stands without its date: the date opens it, or closes it."""
    raw = reading.article.raw
    lead = re.search(r"\b(?:on|in)\s+$", raw[passage.span.start : moment.span.start], re.IGNORECASE)
    if lead is None:
        return None
    date_start = passage.span.start + lead.start()
    if date_start == passage.span.start:
        rest = re.match(r",?\s+", raw[moment.span.end : passage.span.end])
        start = moment.span.end + (rest.end() if rest else 0)
        stop = re.search(r"[,;.]", raw[start : passage.span.end])
        end = start + stop.start() if stop else passage.span.end
    elif _RUNS_ON.match(raw, moment.span.end, passage.span.end):
        start, end = passage.span.start, len(raw[:date_start].rstrip(" ,\n"))
    else:
        return None
    span = Span(start, end)
    text = reading.words(span)
    plain = not re.search(r"[,;:—–()]|\s-\s", text) and not _DANGLES.search(text)
    words = count_words(text)
    if not (plain and FEWEST_WORDS <= words <= MOST_WORDS and _HAPPENED.search(text)) or _OTHER_TIME.search(
        text
    ):
        return None
    return span


def _in_some_order(triple: Sequence[_Event]) -> bool:
    return all(a.last < b.first or b.last < a.first for a, b in combinations(triple, 2))


def _told_in_order(triple: Sequence[_Event]) -> bool:
    """Whether the article tells the events in the order in which they happened."""
    return [event.first for event in triple] == sorted(event.first for event in triple)


def _question(triple: Sequence[_Event], reading: Reading) -> Proposal:
    def dated(event: _Event) -> str:
        place = reading.place(event.passage.span.start)
        return f"“{event.moment.lead} {reading.words(event.moment.span)}” in {place}"

    by_time = sorted(triple, key=lambda event: event.first)
    # Whichever the order of telling does not give away.
    which = "earliest" if by_time[0] is not triple[0] else "latest"
    right = by_time[0] if which == "earliest" else by_time[-1]
    wrong = [event for event in triple if event is not right]
    return Candidate(
        kind="sequence",
        prompt=STEMS[which],
        offers=(
            Offer(_option(right, reading), correct=True),
            *(
                Offer(_option(event, reading), why=f"The article dates this {dated(event)}.")
                for event in wrong
            ),
        ),
        explanation=f"The article dates this {dated(right)}; the others are "
        f"{'later' if which == 'earliest' else 'earlier'}.",
        evidence=tuple(event.passage.span for event in triple),
        asks_about=right.passage.span,
        rule=f"moments.{which}",
        witnesses=("rules", "document"),
    )


def _option(event: _Event, reading: Reading) -> str:
    return f"“{reading.words(event.clause)}”"


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every event on offer that may be the earliest, or latest, by all dates that stand with it anywhere."""
    dated = {text: _dates(text, reading) for text in candidate.texts}
    if not all(dated.values()):
        return frozenset(candidate.texts)
    if candidate.prompt == STEMS["earliest"]:
        bound = min(max(last for _, last in dates) for dates in dated.values())
        return frozenset(text for text, dates in dated.items() if min(first for first, _ in dates) <= bound)
    bound = max(min(first for first, _ in dates) for dates in dated.values())
    return frozenset(text for text, dates in dated.items() if max(last for _, last in dates) >= bound)


def _dates(text: str, reading: Reading) -> list[tuple[tuple[int, int, int], tuple[int, int, int]]]:
    """The first and last days that the sentences telling of an event can mean by their dates."""
    telling = (*sentences_at(find(text, reading), reading), *restating(text, reading))
    bounds = [
        _bounds(moment, reading)
        for moment in reading.moments
        if moment.sort in ("date", "month", "year")
        and any(sentence.start <= moment.span.start < sentence.end for sentence in telling)
    ]
    return [bound for bound in bounds if bound is not None]
