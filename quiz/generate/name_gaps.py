"""Names that may be left out of a sentence: how each is written, and what else in a text would tell it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quiz.generate.facts import Name, Reading, Span
from quiz.generate.gaps import Passage, passage_at
from quiz.generate.in_story import belongs
from quiz.generate.named import place_groups, surely_a_person
from quiz.generate.witnesses.names import find_titled_names
from quiz.generate.witnesses.words import known_bodies, known_outlets
from quiz.generate.wording import stands_in

STEM_LETTERS = 4

_LINKED = re.compile(r"^\s*[(,]|\b(?:known|called|formerly|or|aka)\b")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name that may be left out: what is left out, and what it may be exchanged for.

    ``form`` tells which names fit the same gap: the sort of name and how it is written.
    """

    name: Name
    text: str
    span: Span
    gap: Span
    form: tuple[str, ...]
    passage: Passage | None


def name_places(every: Sequence[Passage], reading: Reading) -> Iterator[NamePlace]:
    """Every mention of a name that is surely one, with the form in which it stands there."""
    people = {person.name: person for person in reading.people}
    for name in reading.names:
        person = people.get(name.text) if name.sort == "person" else None
        if name.sort == "person" and not (
            person is not None and surely_a_person(person, reading) and belongs(person, reading)
        ):
            continue
        for span in name.mentions:
            text = reading.words(span)
            passage = passage_at(span, every)
            yield NamePlace(
                name, text, span, _gap(span, passage, reading), _form(name, text, span, reading), passage
            )


def _form(name: Name, text: str, span: Span, reading: Reading) -> tuple[str, ...]:
    """How a name is written where it stands: names of one form fit the same gap."""
    before = reading.article.raw[max(0, span.start - 5) : span.start].lower()
    definite = "the" if re.search(r"\bthe\s+$", before) else ""
    if name.sort == "person":
        return ("person", "full" if " " in text else "surname")
    plural = "plural" if re.search(r"[a-z]s$", text) else ""
    if name.sort == "place":
        group = place_groups().get(text, "cities")
        return ("place", group, definite, plural)
    if text.removeprefix("The ") in known_outlets() or text in known_outlets():
        return ("outlet", definite, "The" if text.startswith("The ") else "")
    words = "words" if " " in text else "initials" if text.isupper() else "word"
    return ("body", words, definite, plural)


def _gap(span: Span, passage: Passage | None, reading: Reading) -> Span:
    """The stretch left out: the name, with the title before it that might fit this one only."""
    if passage is None:
        return span
    for titled in find_titled_names(passage.text):
        if passage.span.start + titled.name_start == span.start:
            return Span(passage.span.start + titled.title_start, span.end)
    return span


def betrays(place: NamePlace, text: str) -> bool:
    """Whether a text holds a word of the name, for bodies and places also in another form of it."""
    words = [word for word in re.findall(r"[\w-]{2,}", place.name.text) if word[0].isupper()]
    if place.name.sort == "person":
        return any(stands_in(word, text) for word in words)
    stems = [word[: max(STEM_LETTERS, len(word) - 3)] for word in words if len(word) >= STEM_LETTERS]
    low = text.lower()
    return any(
        stem.lower() in low and re.search(rf"(?<!\w){re.escape(stem)}", text, re.IGNORECASE) for stem in stems
    )


def short_names(place: NamePlace, reading: Reading) -> set[str]:
    """Other names of the same body, and the initials of the name."""
    own = {place.name.text, place.text}
    shorts = {
        reading.text(form.short)
        for form in reading.short_forms
        if reading.words(form.long).removeprefix("the ") in own
    }
    shorts |= set(_names_of_bodies().get(known_bodies().get(place.text, ""), ()))
    initials = "".join(word[0] for word in place.name.text.split() if word[0].isupper())
    return (shorts | ({initials} if len(initials) > 1 else set())) - own


@cache
def _names_of_bodies() -> dict[str, list[str]]:
    """Every name that a body of the lexicon goes by, under its own."""
    names: dict[str, list[str]] = {}
    for name, body in known_bodies().items():
        names.setdefault(body, []).append(name)
    return names


def akin(one: NamePlace, other: NamePlace, reading: Reading) -> bool:
    """Whether two names share a word that says more than “Party” does, or may be two names of one."""
    if set(one.name.text.casefold().split()) & (
        set(other.name.text.casefold().split()) - {"of", "for", "the"}
    ):
        return True
    if other.text in short_names(one, reading) or one.text in short_names(other, reading):
        return True
    return any(
        0 <= right.start - left.end < 40 and _LINKED.search(reading.article.raw[left.end : right.start])
        for left, right in pairwise(sorted((*one.name.mentions, *other.name.mentions)))
    )
