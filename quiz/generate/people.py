"""Who is who: names joined into people by full name and surname, and every place that names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.article import Article
from quiz.generate.facts import Person, PersonName, Source, Span, Speech
from quiz.generate.witnesses.names import is_person_like
from quiz.generate.witnesses.words import known_outlets

LONGEST_NAME = 4
"""Words in a person's name; longer capitalised runs hold a body's name as well."""

_NOT_THE_PERSON = re.compile(
    r"\s+(?:[Aa]dministration|[Cc]ampaign|[Oo]rganization|Foundation|Street|Avenue|University|era|Inc\b)"
)


@dataclass(slots=True)
class _Draft:
    name: str
    titled: list[PersonName] = field(default_factory=list)

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


def gather_people(
    article: Article, names: Sequence[PersonName], speeches: Sequence[Speech]
) -> tuple[Person, ...]:
    """Everybody whom a title or a reporting verb shows to be a person, in order of first mention."""
    drafts: dict[str, _Draft] = {}
    for seen in names:
        name = _fold(article.raw[seen.name.start : seen.name.end])
        drafts.setdefault(name, _Draft(name)).titled.append(seen)
    for speech in speeches:
        name = _fold(speech.source.name)
        if speech.source.named == "named" and is_person_like(name) and name not in known_outlets():
            drafts.setdefault(name, _Draft(name))
    merged = _merge(list(drafts.values()))
    people = [_person(article, draft, merged) for draft in merged]
    return tuple(
        sorted((person for person in people if person.mentions), key=lambda person: person.mentions[0])
    )


def speaker_of(source: Source, people: Sequence[Person]) -> Person | None:
    """Return the person a source names, if the name fits exactly one."""
    name = _fold(source.name)
    exact = [person for person in people if person.name == name]
    if exact:
        return exact[0]
    if source.named != "named" or len(name.split()) != 1:
        return None
    fitting = [person for person in people if person.surname == name]
    return fitting[0] if len(fitting) == 1 else None


def _merge(drafts: list[_Draft]) -> list[_Draft]:
    """Join a bare surname to the one full name that ends in it."""
    full = [draft for draft in drafts if 1 < len(draft.name.split()) <= LONGEST_NAME]
    result = list(full)
    for draft in drafts:
        if len(draft.name.split()) != 1:
            continue
        owners = [other for other in full if other.surname == draft.name]
        if len(owners) == 1:
            owners[0].titled += draft.titled
        elif not owners:
            result.append(draft)
    return result


def _person(article: Article, draft: _Draft, everybody: Sequence[_Draft]) -> Person:
    shared = sum(other.surname == draft.surname for other in everybody) > 1
    pattern = _name_pattern(draft.name) if shared else _name_pattern(draft.name, draft.surname)
    mentions = [
        Span(block.start + match.start(), block.start + match.end())
        for block in article.blocks
        if block.kind in ("paragraph", "bullet")
        for match in pattern.finditer(block.text)
        if not _NOT_THE_PERSON.match(block.text, match.end())
    ]
    offices = tuple(sorted({seen.title for seen in draft.titled if seen.title is not None and seen.office}))
    return Person(
        draft.name, draft.surname, tuple(mentions), offices, any(seen.former for seen in draft.titled)
    )


def _name_pattern(*names: str) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")


def _fold(name: str) -> str:
    return " ".join(name.split())
