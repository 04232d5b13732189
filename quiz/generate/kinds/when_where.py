"""When, or in which country or city? A sentence is quoted with its one explicit date or place left out."""

import random
import re
from collections.abc import Collection, Iterator, Sequence

from quiz.generate.candidates import Candidate, Offer, Proposal, fold
from quiz.generate.facts import Abstention, Moment, Reading, Span
from quiz.generate.gaps import Passage, clause, giveaway, led_in_passages, passage_at, with_gap
from quiz.generate.solve.gap import fitting
from quiz.generate.witnesses.moments import MONTHS, WEEKDAYS
from quiz.generate.witnesses.places import PlaceName, places_in
from quiz.generate.wording import folded, stands_in, whole_text

DISTRACTORS = 3
FEWEST_DATES = 2
FEWEST_PLACES = 2
OPEN_LEADS = frozenset({"after", "before", "by"})
"""Prepositions that leave several dates true: what was done before May was also done before June."""

STEMS = (
    "According to the article, which {unit} stands in the gap? {sentence}",
    "Which {unit} does the article give here? {sentence}",
    "Which {unit} completes this sentence as the article has it? {sentence}",
)
QUOTED_STEMS = (
    "Which {unit} stands in the gap of this quotation, as the article reports it? {sentence}",
    "Somebody is quoted in the article with this sentence. Which {unit} completes it? {sentence}",
)
UNITS = {"date": "date", "month": "month", "year": "year", "weekday": "day of the week"}
DAYS_APART = (-13, -9, -6, -4, 4, 6, 9, 13)
DAYS_IN_MONTH = 28
"""Every month has this many days: a wrong date made up is always a real one."""

_NAMED_DAY = re.compile(r"(?:\b(?:the|an?|every|each|last|next|this|until|since|[A-Z]\w+)|[-–(])\s*$|^$")
"""What stands before a day that is no plain time: “the Thursday meeting”, “last Friday”."""

_BACKGROUND = re.compile(
    r"\b(?:copyright|edition|issue|version|published|retrieved|updated)\b", re.IGNORECASE
)

_ANNIVERSARY = re.compile(r"\b(?:anniversary|jubilee|centenary|birthday)\b", re.IGNORECASE)

_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|to take|plans?|planned|due|expected|scheduled|by)\b", re.IGNORECASE
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every explicit date that is alone in its sentence."""
    every = led_in_passages(reading)
    asked: set[str] = set()
    for moment in reading.moments:
        passage = passage_at(moment.span, every)
        if moment.sort == "relative" or passage is None:
            continue
        reason = _unclear(moment, passage, reading) or passage.refusal
        if reason:
            yield Abstention("when_where", moment.span, reason)
        else:
            proposal = _question(moment, passage, reading, asked, rng)
            if isinstance(proposal, Candidate):
                asked.add(proposal.key)
            yield proposal
    yield from _where(every, reading, rng)


def _where(every: Sequence[Passage], reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every country or city that is the only place in its sentence and follows “in”.

    The wrong answers are places of the same sort that the article names elsewhere.
    """
    named: list[tuple[Span, PlaceName]] = []
    for block in reading.article.blocks:
        if block.kind == "paragraph":
            named += [
                (Span(block.start + place.start, block.start + place.end), place)
                for place in places_in(block.text)
            ]
    for span, place in named:
        passage = passage_at(span, every)
        if passage is None or place.lead != "in" or not place.alone:
            continue
        inside = [other for where, other in named if passage.span.covers(where)]
        quoted = not passage.quoted and any(marks.overlaps(span) for marks in reading.quotations)
        if len(inside) > 1 or quoted or fold(place.name) in fold(reading.article.title):
            continue
        first = {
            other.name: where
            for where, other in reversed(named)
            if other.sort == place.sort and other.name != place.name and not passage.span.covers(where)
        }
        if passage.refusal or len(first) < FEWEST_PLACES:
            reason = passage.refusal or f"too few other names of a {place.sort} in the article"
            yield Abstention("when_where", span, reason)
            continue
        chosen = rng.sample(sorted(first), min(len(first), DISTRACTORS))
        stem = rng.choice(QUOTED_STEMS if passage.quoted else STEMS)
        yield Candidate(
            kind="when_where",
            prompt=stem.format(unit=place.sort, sentence=with_gap(passage, span)),
            offers=(
                Offer(place.name, correct=True),
                *(
                    Offer(
                        name, why=f"The article names {name} in {reading.place(first[name].start)}, not here."
                    )
                    for name in chosen
                ),
            ),
            explanation=f"In {reading.place(span.start)} the article has “{clause(passage, span)}”.",
            evidence=(passage.span,),
            asks_about=span,
            giveaway=giveaway(passage, span),
            rule=f"place.{place.sort}",
            witnesses=("rules",),
        )


def _unclear(moment: Moment, passage: Passage, reading: Reading) -> str | None:
    """Why more than one date may answer, if it may."""
    inside = [m for m in reading.moments if m != moment and passage.span.covers(m.span)]
    if moment.lead in OPEN_LEADS or (not moment.lead and _NAMED_DAY.search(passage.before(moment.span))):
        return "its preposition leaves other dates true as well, or it has none"
    if any(_one_day(moment, other) for other in inside):
        return "the sentence says when in another way as well"
    if _ANNIVERSARY.search(passage.text):
        return "an anniversary or an age in the sentence may tell the date"
    if _BACKGROUND.search(passage.text):
        return "it may date a publication and not an event"
    return None


def _one_day(moment: Moment, other: Moment) -> bool:
    """Whether another time in the sentence tells or narrows the same day: “Sunday night (March 4)”."""
    return other.sort == "relative" or "weekday" in (moment.sort, other.sort)


def _question(
    moment: Moment, passage: Passage, reading: Reading, asked: Collection[str], rng: random.Random
) -> Proposal:
    key = reading.words(moment.span)
    distractors = _distractors(moment, key, passage, reading, asked, rng)
    if len(distractors) < FEWEST_DATES:
        return Abstention("when_where", moment.span, "too few likely dates of the same form")
    unit = UNITS[moment.sort]
    return Candidate(
        kind="when_where",
        prompt=rng.choice(QUOTED_STEMS if passage.quoted else STEMS).format(
            unit=unit, sentence=with_gap(passage, moment.span)
        ),
        offers=(Offer(key, correct=True), *(Offer(text, why=why) for text, why in distractors)),
        explanation=f"In {reading.place(passage.span.start)} the article has "
        f"“{clause(passage, moment.span)}”.",
        evidence=(passage.span,),
        asks_about=moment.span,
        giveaway=giveaway(passage, moment.span),
        rule=f"moment.{moment.sort}",
        witnesses=("rules",),
    )


def _distractors(
    moment: Moment,
    key: str,
    passage: Passage,
    reading: Reading,
    asked: Collection[str],
    rng: random.Random,
) -> list[tuple[str, str]]:
    """Dates of the article that no other question asks about, then others of the same form.

    A date made up of day and month comes with two others, so that each day and each month stands twice
    among the four: neither is the one that most have.
    """
    ahead = _AHEAD.search(passage.text)
    borrowed = [
        (
            text,
            f"The article has “{text}” in {reading.place(other.span.start)}, not here.",
        )
        for other in reading.moments
        if _alike(other, moment)
        and (text := reading.words(other.span)) not in asked
        and not passage.span.covers(other.span)
        and fold(text) not in fold(passage.text)
        and (ahead or not other.year or other.year <= _latest_past(reading))
    ]
    made = [
        (text, f"The article has “{key}” here, and no “{text}”.")
        for text in _made_up(moment, key, passage, reading, rng)
        if not stands_in(folded(text), whole_text(reading))
    ]
    if moment.day and len({text for text, _ in borrowed}) < DISTRACTORS:
        return made if not any(_out_of_order(text, moment, passage, reading) for text, _ in made) else []
    chosen: list[tuple[str, str]] = []
    taken = [key]
    for text, why in [*rng.sample(borrowed, len(borrowed)), *rng.sample(made, len(made))]:
        if _out_of_order(text, moment, passage, reading):
            continue
        if len(chosen) < DISTRACTORS and not any(
            fold(text) in fold(other) or fold(other) in fold(text) for other in taken
        ):
            taken.append(text)
            chosen.append((text, why))
    return chosen


def _out_of_order(text: str, moment: Moment, passage: Passage, reading: Reading) -> bool:
    """Whether a date would stand on the wrong side of another one of the sentence: “from 2009 to 2004”."""
    if moment.sort == "weekday":
        return False
    mine, other = _in_time(reading.words(moment.span)), _in_time(text)
    for beside in reading.moments:
        if beside == moment or beside.sort == "weekday" or not passage.asked.covers(beside.span):
            continue
        fixed = _in_time(reading.words(beside.span))
        if (other > fixed) != (mine > fixed):
            return True
    return False


def _in_time(text: str) -> tuple[int, int, int]:
    """Return the year, month and day that a date is written with, 0 for what it leaves out."""
    year = re.search(r"\b\d{4}\b", text)
    begun = [name for name in MONTHS if name[:3] in text and re.search(rf"\b{name[:3]}", text)]
    month = MONTHS.index(begun[0]) + 1 if begun else 0
    day = re.search(r"\b\d{1,2}\b", text)
    return int(year.group()) if year else 0, month, int(day.group()) if day else 0


def _alike(other: Moment, moment: Moment) -> bool:
    """Whether two moments are written in the same form and are not the same."""
    if other.sort != moment.sort or (other.year is None) != (moment.year is None):
        return False
    return (other.year, other.month, other.day) != (moment.year, moment.month, moment.day) or (
        moment.sort == "weekday"
    )


def _made_up(
    moment: Moment, key: str, passage: Passage, reading: Reading, rng: random.Random
) -> Iterator[str]:
    if moment.sort == "weekday":
        yield from WEEKDAYS
    elif moment.sort == "year" and moment.year:
        yield from (str(year) for year in _years_near(moment.year, passage, reading))
    elif moment.month and moment.day:
        days = [moment.day + shift for shift in DAYS_APART if 0 < moment.day + shift <= DAYS_IN_MONTH]
        months = _months_near(moment, (-2, -1, 1, 2), passage, reading)
        if days and months and moment.day <= DAYS_IN_MONTH:
            day, shift = rng.choice(days), rng.choice(months)
            later = re.sub(rf"(?<!\d){moment.day}(?!\d)", str(day), key, count=1)
            yield from (later, _with_month(moment.month, shift, key), _with_month(moment.month, shift, later))
    elif moment.month:
        months = _months_near(moment, (-4, -3, -2, -1, 1, 2, 3, 4), passage, reading)
        yield from (_with_month(moment.month, shift, key) for shift in months)


def _months_near(moment: Moment, shifts: Sequence[int], passage: Passage, reading: Reading) -> Sequence[int]:
    """Of the steps from a month to others those that stay in its year.

    None leads past the day on which the article came out, if it says so, unless the sentence looks ahead.
    """
    month = moment.month or 0
    within = [shift for shift in shifts if 0 < month + shift <= len(MONTHS)]
    published = _in_time(_published(reading))
    if _AHEAD.search(passage.text) or not published[1] or moment.year not in (None, published[0]):
        return within
    return [shift for shift in within if month + shift < published[1] or month > published[1]]


def _published(reading: Reading) -> str:
    """Return the article's own date with the month in words, empty if it gives none that can be read."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", reading.article.published or "")
    if match and 0 < int(match[2]) <= len(MONTHS):
        return f"{int(match[3])} {MONTHS[int(match[2]) - 1]} {match[1]}"
    return reading.article.published or ""


def _years_near(year: int, passage: Passage, reading: Reading) -> Sequence[int]:
    """Years around one: none later than the latest the article names, unless the sentence looks ahead."""
    if _AHEAD.search(passage.text):
        return [year + shift for shift in (-1, 1, 2, 3, 4)]
    latest = max(_latest_past(reading), _in_time(_published(reading))[0])
    return [year + shift for shift in (-8, -5, -4, -3, -2, 2, 3, 4, 5, 8) if year + shift <= latest]


def _latest_past(reading: Reading) -> int:
    """Return the last year that the article names without looking ahead."""
    sentences = {moment: reading.sentence_at(moment.span.start) for moment in reading.moments}
    years = [
        moment.year
        for moment, sentence in sentences.items()
        if moment.year and not (sentence and _AHEAD.search(sentence.text))
    ]
    return max(years, default=0)


def _with_month(month: int, shift: int, key: str) -> str:
    return key.replace(MONTHS[month - 1], MONTHS[(month - 1 + shift) % 12])


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every date or place on offer that the article has in this sentence or in one like it."""
    return fitting(candidate.prompt, candidate.texts, reading)
