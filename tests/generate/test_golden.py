"""Ten articles in ten newsroom manners, held against what a careful reader finds in each.

Beside every article in ``golden/`` stands a YAML file, made by reading the article and not by running the
program; headlines are left out. When a rule of reading changes, so may the two tables on top, never the YAML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.article import read_article
from quiz.generate.agree import read_facts
from quiz.generate.facts import Attribution, Reading, Span

FLOORS = {
    # article: per cent of the direct speech found, per cent of everything found, number of offices found
    "british_single_quotes": (80, 69, 0),
    "court_story": (100, 65, 2),
    "nested_quotes": (55, 54, 0),
    "one_surname": (86, 76, 2),
    "opinion_column": (83, 71, 1),
    "press_conference": (84, 69, 1),
    "press_release": (100, 62, 2),
    "qa_transcript": (75, 53, 0),
    "unnamed_sources": (85, 64, 2),
    "wire_brief": (100, 75, 1),
}
"""What is found today; raise a number when the rules read more, never lower one."""

EXCUSED = {
    "british_single_quotes": {
        "the number of complaints": "wrong: “the patients’ group Bedside” gives a name",
    },
}
"""Settled contents, by how they begin, that differ from the reader’s: wrong today, or defensible, and why."""

EXCUSED_NAMES: dict[str, dict[str, str]] = {}
"""People found who are none, and why."""

GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(path.stem for path in GOLDEN.glob("*.txt"))
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Gold:
    """One stretch that the article credits to a source, as the reader marked it.

    ``source`` is where the noun phrase stands nearest to the content; it lies outside the content.
    """

    content: Span
    form: str
    source: Span
    who: str | None
    named: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is settled in a reading and that the careful reader found otherwise."""

    check: str
    content: str
    found: str


@cache
def notes(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((GOLDEN / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def reading(name: str) -> Reading:
    return read_facts(read_article(GOLDEN / f"{name}.txt"))


@cache
def gold(name: str) -> tuple[Gold, ...]:
    raw = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_gold(raw, entry) for entry in notes(name)["attributions"])


def _gold(raw: str, entry: dict[str, Any]) -> Gold:
    places = _places(entry["content"], raw)
    content = places[entry.get("occurrence", 1) - 1]
    outside = [place for place in _places(entry["source"], raw) if not place.overlaps(content)]
    source = min(outside, key=lambda place: max(place.start - content.end, content.start - place.end))
    return Gold(content, entry["form"], source, entry["who"], entry["named"], entry.get("denied", False))


def _places(words: str, raw: str) -> list[Span]:
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [Span(match.start(), match.end()) for match in re.finditer(pattern, raw)]


def _letters(raw: str, *spans: Span) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end) if raw[place].isalnum()}


def _meant(fact: Attribution, name: str) -> Gold | None:
    """The marked stretch that an attribution is about: the one with which it shares most."""
    raw = reading(name).article.raw
    own = _letters(raw, fact.speech.content)

    def likeness(mark: Gold) -> float:
        letters = _letters(raw, mark.content)
        return len(own & letters) / len(own | letters)

    best = max(gold(name), key=likeness)
    return best if likeness(best) > 0 else None


def _source_fits(fact: Attribution, mark: Gold) -> bool:
    named = fact.speaker is not None and fact.speaker.name == mark.who
    return named or fact.speech.source.span.overlaps(mark.source)


def _faults(name: str) -> Iterator[Fault]:
    """Everything in which the settled attributions of an article differ from the marked ones."""
    read = reading(name)
    raw = read.article.raw
    for fact in read.attributions:
        speech = fact.speech
        words = read.words(speech.content)
        source = read.words(speech.source.span)
        own = _letters(raw, speech.content)
        credited = _letters(raw, *(mark.content for mark in gold(name)))
        mark = _meant(fact, name)
        if mark is None or len(own & credited) < HALF * len(own):
            yield Fault("outside", words, source)
            continue
        if not _source_fits(fact, mark):
            yield Fault("source", words, source)
        elif not mark.source.covers(speech.source.span) and fact.speaker is None:
            yield Fault("phrase", words, source)
        own_name = mark.who is not None and mark.who in read.text(mark.source)
        if (own_name and speech.source.named != "named") or (
            mark.named != "named" and speech.source.named == "named"
        ):
            yield Fault("named", words, f"{source}: {speech.source.named}")
        if speech.denied != mark.denied:
            yield Fault("denial", words, f"denied: {speech.denied}")
        if {speech.form, mark.form} == {"direct", "indirect"}:
            yield Fault("form", words, f"the reader reads {mark.form} speech")
        marked = _letters(raw, mark.content)
        if speech.form != "direct" and (min(own), max(own)) != (min(marked), max(marked)):
            yield Fault("extent", words, f"the reader marks “{read.words(mark.content)}”")


def _is_excused(name: str, fault: Fault) -> bool:
    return any(fault.content.startswith(beginning) for beginning in EXCUSED.get(name, {}))


def _unexcused(name: str, *checks: str) -> list[Fault]:
    return [fault for fault in _faults(name) if fault.check in checks and not _is_excused(name, fault)]


def _found(name: str, mark: Gold) -> bool:
    """Whether a settled attribution has at least half of a marked stretch, and its source."""
    raw = reading(name).article.raw
    letters = _letters(raw, mark.content)
    return any(
        _meant(fact, name) == mark
        and len(letters & _letters(raw, fact.speech.content)) >= HALF * len(letters)
        and _source_fits(fact, mark)
        and {fact.speech.form, mark.form} != {"direct", "indirect"}
        for fact in reading(name).attributions
    )


def _share_found(name: str, marks: list[Gold]) -> float:
    return 100 * sum(_found(name, mark) for mark in marks) / len(marks)


def _offices(name: str) -> dict[str, set[str]]:
    """The offices found, by the person who holds them."""
    read = reading(name)
    return {
        person.name: {("former " if person.former else "") + read.words(office) for office in person.offices}
        for person in read.people
        if person.offices and person.name not in EXCUSED_NAMES.get(name, {})
    }


def test_every_article_has_notes_and_a_floor() -> None:
    assert len(ARTICLES) == 10
    assert sorted(path.stem for path in GOLDEN.glob("*.yaml")) == ARTICLES
    assert sorted(FLOORS) == ARTICLES


@pytest.mark.parametrize("name", ARTICLES)
def test_what_the_reader_marked_stands_in_the_article_in_that_order(name: str) -> None:
    marks = gold(name)
    assert [mark.content.start for mark in marks] == sorted(mark.content.start for mark in marks)
    assert {mark.form for mark in marks} <= {"direct", "mixed", "indirect"}
    assert {entry["named"] for entry in notes(name)["attributions"]} <= {"named", "described", "unnamed"}


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_is_settled_on_another_source_than_the_reader_s(name: str) -> None:
    assert _unexcused(name, "source", "phrase") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_source_whose_name_stands_beside_the_verb_is_named_and_no_other(name: str) -> None:
    assert _unexcused(name, "named") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_is_settled_that_nobody_is_credited_with(name: str) -> None:
    assert _unexcused(name, "outside") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_a_report_takes_in_exactly_the_words_that_the_reader_marked(name: str) -> None:
    assert _unexcused(name, "extent") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_exact_words_and_a_report_are_told_apart(name: str) -> None:
    assert _unexcused(name, "form") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_what_was_denied_or_not_said_is_told_from_what_was_said(name: str) -> None:
    assert _unexcused(name, "denial") == []


@pytest.mark.parametrize("name", ARTICLES)
def test_no_less_is_found_than_before(name: str) -> None:
    marks = list(gold(name))
    direct, everything, offices = FLOORS[name]
    assert _share_found(name, [mark for mark in marks if mark.form == "direct"]) >= direct
    assert _share_found(name, marks) >= everything
    assert sum(map(len, _offices(name).values())) >= offices


@pytest.mark.parametrize("name", ARTICLES)
def test_everybody_found_is_a_person_of_the_article(name: str) -> None:
    people = notes(name)["people"]
    surnames = {full.split()[-1] for full in people}
    excused = EXCUSED_NAMES.get(name, {})
    strangers = [person.name for person in reading(name).people if person.name not in {*people, *surnames}]
    assert [stranger for stranger in strangers if stranger not in excused] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_an_office_found_is_the_one_the_reader_gives(name: str) -> None:
    people = notes(name)["people"]
    for person, offices in _offices(name).items():
        assert offices == {people[person]}


@pytest.mark.parametrize("name", ARTICLES)
def test_abbreviations_are_spelled_out_as_the_article_does(name: str) -> None:
    read = reading(name)
    assert {read.text(form.short): read.words(form.long) for form in read.short_forms} == notes(name)[
        "acronyms"
    ]


@pytest.mark.parametrize("name", ARTICLES)
def test_an_outlet_found_is_one_the_reader_names(name: str) -> None:
    assert {outlet.name for outlet in reading(name).outlets} <= set(notes(name)["outlets"])


@pytest.mark.parametrize("name", sorted({*EXCUSED, *EXCUSED_NAMES}))
def test_no_excuse_outlives_its_fault(name: str) -> None:
    faults = list(_faults(name))
    for beginning in EXCUSED.get(name, {}):
        assert any(fault.content.startswith(beginning) for fault in faults), f"take out “{beginning}”"
    found = {person.name for person in reading(name).people}
    assert set(EXCUSED_NAMES.get(name, {})) <= found
