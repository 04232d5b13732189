"""What the article names: people, bodies and places, each settled by lexicons and by the votes on it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from quiz.article import Article
from quiz.generate.facts import Name, NameSort, NameVote, Outlet, Person, Reading, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.witnesses.names import NAME, courtesy_titles, not_names, office_titles
from quiz.generate.witnesses.words import given_names, known_bodies, known_companies
from quiz.generate.wording import places_of

PLACE_GROUPS = ("countries", "states", "provinces", "cities", "regions")
"""Groups of the lexicon that hold places of one sort."""

FEWEST_VOTES = 2
"""Votes that a name needs for a place if no lexicon knows it and nothing in it says so."""

_PLAIN_NAME = re.compile(rf"(?:{NAME}|[A-Z])(?:\s+(?:of|for|and|on|the|&)(?:\s+(?:the\s+)?{NAME}))*")
_WORD = re.compile(r"\w+")
_GLUE, _GLUED = frozenset(".’'"), re.compile(r"\.\w")
"""What stands right before or after a piece of a longer word."""

_GOES_ON = re.compile(r"\s+(?:(?:of|for|at)\s+(?:the\s+)?|&\s+)?[A-Z0-9]")
_BEGAN = re.compile(r"(?:[A-Z][\w.’'-]*\s+(?:(?:of|for|and|on)\s+(?:the\s+)?)?|\b(?:of|for)\s+|&\s+)$")
_LOCATIVE = re.compile(r"\b(?:in|at|from|near|to|of|outside|around|across)\s+(?:the\s+)?$")


def gather_names(
    article: Article, people: Sequence[Person], outlets: Sequence[Outlet], votes: Sequence[NameVote]
) -> tuple[Name, ...]:
    """Gather every name whose sort is settled, in text order.

    People are those known as such. A body or a place is one that a lexicon knows, unless the votes on
    it say otherwise, or one that most votes take for it and whose own words or neighbours say the same.
    """
    tally = _tally(article, votes)
    every = [Name(person.name, "person", person.mentions) for person in people]
    every += [_outlet(outlet, article) for outlet in outlets]
    found = [name for name in every if _leading(tally.get(name.text, Counter())) in (None, name.sort)]
    taken = [span for name in every for span in name.mentions]
    persons = {word for person in people for word in person.name.split()}
    candidates = {*_in_lexicons(article), *tally}
    for text in sorted(candidates, key=lambda text: (-len(text), text)):
        mentions = _mentions(text, article, taken)
        if not mentions or text in not_names() or persons & set(text.split()):
            continue
        taken += mentions
        sort = _sort(text, tally.get(text, Counter()), mentions, article)
        if sort is not None:
            found.append(Name(text, sort, tuple(mentions)))
    return tuple(sorted((name for name in found if name.mentions), key=lambda name: name.mentions[0]))


def _outlet(outlet: Outlet, article: Article) -> Name:
    first = outlet.mentions[0]
    text = " ".join(article.raw[first.start : first.end].split())
    bodies = [span for span in outlet.mentions if _in_body(span, article)]
    return Name(text, "body", tuple(bodies))


def _in_body(span: Span, article: Article) -> bool:
    block = article.block_at(span.start)
    return block is not None and block.kind in ("paragraph", "bullet")


def _tally(article: Article, votes: Sequence[NameVote]) -> dict[str, Counter[NameSort]]:
    """Count what the witnesses take each name for, without “the” and without a possessive ending."""
    tally: dict[str, Counter[NameSort]] = {}
    for vote in votes:
        text = " ".join(article.raw[vote.span.start : vote.span.end].split())
        text = re.sub(r"[’']s?$", "", re.sub(r"^[Tt]he\s+", "", text)).rstrip(".,")
        if _PLAIN_NAME.fullmatch(text):
            tally.setdefault(text, Counter())[vote.sort] += 1
    return tally


def _in_lexicons(article: Article) -> Iterator[str]:
    for word in set(_WORD.findall(article.raw)):
        for text in _by_first_word().get(word, ()):
            if text in article.raw:
                yield text


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The bodies and places of the lexicons under the word that each begins with."""
    names: dict[str, list[str]] = {}
    for text in (*known_bodies(), *known_companies(), *place_groups()):
        names.setdefault(_WORD.findall(text)[0], []).append(text)
    return names


def _mentions(text: str, article: Article, taken: Sequence[Span]) -> list[Span]:
    """Return every place of a name by itself: neither within a longer one nor with a hyphen."""
    found = []
    for block in article.blocks:
        if block.kind not in ("paragraph", "bullet"):
            continue
        for start, end in places_of([text], block.text):
            span = Span(block.start + start, block.start + end)
            glued = block.text[max(start - 1, 0) : start] in _GLUE or _GLUED.match(block.text, end)
            if glued or any(span.overlaps(other) for other in taken):
                continue
            if not _in_longer(block.text, start, end):
                found.append(span)
    return found


def _in_longer(text: str, start: int, end: int) -> bool:
    """Whether a name goes on after what was found, or began before it."""
    before = text[max(0, start - 40) : start]
    began = _BEGAN.search(before)
    opener = began is not None and began.group().strip() in not_names()
    named_of = began is not None and began.group()[0].islower() and text[start:end] in place_groups()
    return bool(_GOES_ON.match(text, end)) or (began is not None and not (opener or named_of))


def _sort(text: str, votes: Counter[NameSort], mentions: Sequence[Span], article: Article) -> NameSort | None:
    leading = _leading(votes)
    listed = _listed(text)
    if listed is not None:
        return listed if leading in (None, listed) else None
    if text in not_names() or place_groups().get(text):
        return leading if leading == "place" else None
    words = set(text.split())
    names = lexicon("names")
    if leading == "body" and len(words) > 1 and _is_body_s(text):
        return "body"
    if leading == "place" and votes.total() == votes["place"]:
        if words & set(names["organisations"]):
            return None
        here = all(_LOCATIVE.search(article.raw[: span.start][-20:]) for span in mentions)
        if here and len(words) < 3 and votes.total() >= FEWEST_VOTES:
            return "place"
    return None


def _is_body_s(text: str) -> bool:
    """Whether the name says that it is a body's: “… Board”, “Institute of …”."""
    head = re.split(r"\s+(?:of|for|on)\s+", text)[0].split()[-1]
    return head in lexicon("names")["organisations"]


def _leading(votes: Counter[NameSort]) -> NameSort | None:
    """The sort that more than half of the votes are for."""
    return next((sort for sort, count in votes.items() if count * 2 > votes.total()), None)


def _listed(text: str) -> NameSort | None:
    if text in known_bodies() or text in known_companies():
        return "body"
    if text in place_groups() and text not in lexicon("places")["also_people"]:
        return "place"
    return None


@cache
def place_groups() -> dict[str, str]:
    """Every place of the lexicon that stands in one group only, with the name of its group."""
    uses = Counter(name for group in PLACE_GROUPS for name in lexicon("places")[group])
    return {name: group for group in PLACE_GROUPS for name in lexicon("places")[group] if uses[name] == 1}


def surely_a_person(person: Person, reading: Reading) -> bool:
    """Whether a given name, an office, a calling or words of theirs show that the name is one person's."""
    words = person.name.split()
    if len(words) < 2 or re.search(r"[’'/]|\.$", person.name):
        return False
    if words[0] in office_titles() | courtesy_titles() or any(word.islower() for word in words[0].split("-")):
        return False
    known = words[0] in given_names() or bool(person.offices)
    described = any(reading.words(seen.name) == person.name for seen in reading.appositions)
    return known or described or any(fact.speaker == person for fact in reading.attributions)


def told_by_name(office: str) -> bool:
    """Whether it is the first office of a state: its holders are known by name."""
    return _first_office().fullmatch(office) is not None


@cache
def _first_office() -> re.Pattern[str]:
    place = any_of((*lexicon("places")["adjectives"], "U.S.", "US", "UK"))
    first = r"President|Prime Minister|Chancellor|Premier|Taoiseach|First Minister"
    return re.compile(rf"(?:{place}\s+)?(?:{first})")
