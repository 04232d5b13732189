"""Who is who: names joined into people by full name and surname, and every place that names them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from quiz.article import Article
from quiz.generate.facts import NameVote, Person, PersonName, Source, Span, Speech
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.remembered import by_text
from quiz.generate.witnesses.names import (
    CAPITAL,
    courtesy_titles,
    is_person_like,
    not_names,
    office_titles,
    without_title,
)
from quiz.generate.witnesses.words import given_names, known_outlets
from quiz.generate.wording import places_of

LONGEST_NAME = 4
"""Words in a person's name; longer capitalised runs hold a body's name as well."""

_NOT_THE_PERSON = re.compile(
    r"\s+(?:&|[Aa]dministration|[Cc]ampaign|[Oo]rganization|Foundation|Street|Avenue|University|era|Inc\b)"
)


_WORK_BEFORE = re.compile(
    r"\b(?:novel|book|memoir|film|movie|album|song|musical|opera|play|series|comic|game|painting|character"
    r"|superhero|ship|yacht|ferry|trawler|horse|hurricane|storm|typhoon|cyclone)\s+$",
    re.IGNORECASE,
)
"""What is called by a person's name without being one: “the graphic novel Mara Vale”."""

_WITHIN_A_NAME = frozenset(
    {"Al", "Ben", "Bin", "Da", "De", "Del", "Di", "El", "Ibn", "La", "Le", "Van", "Von"}
)
"""Behind a given name these begin the surname, though some are given names as well: “Tarek Ben Salah”."""

_SUFFIX = re.compile(r",?\s+(Jr|Sr)\.?$")
_POSSESSIVE = re.compile(r"[’']s?$")
_CAPITAL_BEFORE = re.compile(rf"(?<![\w-])(?P<before>{CAPITAL}\.?)\s+$")
_NOT_A_PLACE = r"(?<![Tt]he )(?<!of )(?<! [ioa][nt] )(?<! to )(?<!near )(?<!from )"


@dataclass(slots=True)
class _Draft:
    name: str
    titled: list[PersonName] = field(default_factory=list)
    variants: list[str] = field(default_factory=list)
    shares_surname: bool = False

    @property
    def surname(self) -> str:
        return _SUFFIX.sub("", self.name).split()[-1]


def gather_people(
    article: Article,
    names: Sequence[PersonName],
    speeches: Sequence[Speech],
    votes: Sequence[NameVote] = (),
) -> tuple[Person, ...]:
    """Gather everybody whom a title, a given name or a reporting verb shows to be a person, in text order.

    A source with a name that nothing but the verb shows to be a person's may as well be a company; the
    ``votes`` of the witnesses on the name, its given name and how the article goes on about it decide.
    """
    drafts: dict[str, _Draft] = {}
    for seen in names:
        name = _fold(article.raw[seen.name.start : seen.name.end])
        drafts.setdefault(name, _Draft(name)).titled.append(seen)
    for speech in speeches:
        name = plain_name(speech.source.name)
        if name in drafts or speech.source.named != "named" or not _is_full_name(name):
            continue
        if name not in (*known_outlets(), *article.outlets) and _is_a_person(name, article, votes):
            drafts.setdefault(name, _Draft(name))
    for vote in votes:
        name = plain_name(article.raw[vote.span.start : vote.span.end])
        if vote.sort != "person" or name in drafts or len(name.split()) < 2 or not _is_full_name(name):
            continue
        if _is_a_person(name, article, votes):
            drafts[name] = _Draft(name)
    merged = _merge(article, list(drafts.values()))
    people = [_person(article, draft, merged) for draft in merged]
    return tuple(
        sorted((person for person in people if person.mentions), key=lambda person: person.mentions[0])
    )


def plain_name(name: str) -> str:
    """Return a name without a title, a possessive ending, or a label such as “Mum-of-two” before it.

    A phrase with small words in it, such as “the wife of Mara Lindqvist”, is no name and stays as it is.
    """
    words = name.split()
    if not all(word[0].isupper() for word in words):
        return _fold(name)
    words = _POSSESSIVE.sub("", without_title(name)).split()
    given = next(
        (
            index
            for index, word in enumerate(words[:-1])
            if word in given_names() and not (index and word in _WITHIN_A_NAME)
        ),
        0,
    )
    labelled = given and not words[0].endswith(".")
    return _fold(" ".join(words[given:] if labelled else words))


def _is_a_person(name: str, article: Article, votes: Sequence[NameVote]) -> bool:
    """Whether anything but a verb of saying shows that a full name is a person's."""
    if name.split()[0] in given_names() or _has_a_post(name, article) or _takes_turns(name, article):
        return True
    sorts = Counter(
        vote.sort for vote in votes if name in _fold(article.raw[vote.span.start : vote.span.end])
    )
    if sorts and sorts["person"] * 2 <= sorts.total():
        return False
    return _is_spoken_of(name, article)


def _takes_turns(name: str, article: Article) -> bool:
    """Whether the article prints a conversation with the surname, in capitals, before what is said."""
    label = f"{name.split()[-1].upper()}:"
    return any(block.text.startswith(label) for block in article.blocks)


def _has_a_post(name: str, article: Article) -> bool:
    """Whether a post stands beside the name between commas: “The health secretary, Mara Lindqvist, …”."""
    if without_title(name) != name:
        return False
    text = _fold(article.raw)
    places = (match.start() for match in re.finditer(rf", {re.escape(name)},", text))
    return any(_post_before().search(text, max(0, place - 40), place) for place in places)


def _is_spoken_of(name: str, article: Article) -> bool:
    """Whether the article goes on as one does about a person: by surname, with an age, a trade or “who”."""
    given, surname = name.split()[0], name.split()[-1]
    if given in given_names():
        return True
    text = _fold(article.raw)
    if re.search(rf"\b[Tt]he {re.escape(name)}(?![\w-])", text):
        return False
    alone = re.compile(rf"{_NOT_A_PLACE}(?<![\w–-]){re.escape(surname)}(?![\w–-])")
    return _is_described(name, text) or bool(alone.search(text.replace(name, "")))


def _is_described(name: str, text: str) -> bool:
    """Whether a trade stands right before the name somewhere, or an age or “who” right after it."""
    start = text.find(name)
    while start >= 0:
        if _role_before().search(text, max(0, start - 40), start) or _AGE_OR_WHO.match(
            text, start + len(name)
        ):
            return True
        start = text.find(name, start + 1)
    return False


_AGE_OR_WHO = re.compile(r",\s+(?:who\b|(?:aged\s+)?\d{1,3}\b)")


@cache
def _post_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('sources')['described'])}$")


@cache
def _role_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('sources')['described'])}\s+$")


def _is_full_name(name: str) -> bool:
    words = name.split()
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper() and is_person_like(name)


def speaker_of(source: Source, people: Sequence[Person]) -> Person | None:
    """Return the person a source names, if the name fits exactly one."""
    name = plain_name(source.name)
    exact = [person for person in people if name in (person.name, *person.variants)]
    if exact:
        return exact[0]
    if source.named != "named" or len(name.split()) != 1:
        return None
    fitting = [person for person in people if person.surname == name]
    return fitting[0] if len(fitting) == 1 and not fitting[0].shares_surname else None


def _has_namesake(article: Article, draft: _Draft) -> bool:
    """Whether the article may name somebody else of this surname, by a given name or a form of address."""
    own = {word for name in [draft.name, *draft.variants] for word in name.split()}
    addressed: set[str] = set()
    for block in article.blocks:
        for start, _ in places_of([draft.surname], block.text):
            word = _CAPITAL_BEFORE.search(block.text[:start], block.text.rfind(" ", 0, max(0, start - 1)) + 1)
            before = word["before"] if word else ""
            if not before or before in own or before in not_names() or before[-2:] in ("’s", "'s"):
                continue
            if before in lexicon("titles")["women"]:
                addressed.add("woman")
            elif before in lexicon("titles")["men"]:
                addressed.add("man")
            elif before not in _title_words() and not _ends_a_sentence(before):
                return True
    return len(addressed) > 1


def _ends_a_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 2


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for title in office_titles() | courtesy_titles() for word in title.split())


def _merge(article: Article, drafts: list[_Draft]) -> list[_Draft]:
    """Join shorter forms of a full name to it, and a bare surname to the one name that ends in it."""
    full: list[_Draft] = []
    for draft in sorted(drafts, key=lambda one: -len(one.name.split())):
        if not 1 < len(draft.name.split()) <= LONGEST_NAME:
            continue
        longer = next((other for other in full if _is_variant(draft.name, other.name)), None)
        if longer is None:
            full.append(draft)
        else:
            longer.titled += draft.titled
            longer.variants.append(draft.name)
    for draft in full:
        draft.shares_surname = _has_namesake(article, draft)
    result = list(full)
    for draft in drafts:
        if len(draft.name.split()) != 1:
            continue
        owners = [other for other in full if other.surname == draft.name]
        if len(owners) == 1 and not owners[0].shares_surname:
            owners[0].titled += draft.titled
        elif not owners:
            draft.shares_surname = _has_namesake(article, draft)
            result.append(draft)
    return result


def _is_variant(short: str, long: str) -> bool:
    """Whether two full names differ only by words between the first and the last, such as an initial."""
    few, many = short.split(), long.split()
    return few[0] == many[0] and few[-1] == many[-1] and set(few) <= set(many)


def _person(article: Article, draft: _Draft, everybody: Sequence[_Draft]) -> Person:
    shared = draft.shares_surname or sum(other.surname == draft.surname for other in everybody) > 1
    names = [draft.name, *draft.variants] if shared else [draft.name, *draft.variants, draft.surname]
    mentions = [
        Span(block.start + start, block.start + end)
        for block in article.blocks
        if block.kind in ("paragraph", "bullet")
        for start, end in _places(names, block.text)
        if not block.text.startswith("& ", start - 2)
        and not _NOT_THE_PERSON.match(block.text, end)
        and not _WORK_BEFORE.search(block.text, max(0, start - 20), start)
    ]
    offices = tuple(sorted({seen.title for seen in draft.titled if seen.title is not None and seen.office}))
    former = any(seen.former for seen in draft.titled)
    return Person(draft.name, draft.surname, tuple(mentions), offices, former, tuple(draft.variants), shared)


def _places(names: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Every place of a name; beside “Jr.” the article may have a comma and a stop or not."""
    if not any(_SUFFIX.search(name) for name in names):
        return places_of(names, text)
    escaped = (re.sub(r"\\ (Jr|Sr)\\.$", r",?\\s+\1\\.?", re.escape(name)) for name in names)
    alternatives = "|".join(name.replace(r"\ ", r"\s+") for name in escaped)
    return (match.span() for match in re.finditer(rf"(?<![\w-])(?:{alternatives})(?![\w-])", text))


@by_text
def _fold(name: str) -> str:
    return _SUFFIX.sub(r" \1.", " ".join(name.split()))
