"""For whom “he” or “she” stands beside a verb of saying: one person fits, or nobody is named."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from quiz.article import Article, Block
from quiz.generate.facts import Person, Source, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.witnesses.names import has_full_name

Gender = Literal["woman", "man"]

_APPOSITION = re.compile(r"^,\s+[^,.;:“”\"]{2,80},")
_GENDERED = re.compile(
    r"\b(?:s?he|him|her|his|hers|(?:him|her)self|wife|husband|widow(?:er)?|m[ae]n|wom[ae]n|mother|father|son|daughter"
    r"|brother|sister|girl|boy|actress|king|queen|prince|princess|\w+(?:man|woman|men|women)|Mrs?|Ms|Miss|Sir"
    r"|Dame|Lord|Lady)\b",
    re.IGNORECASE,
)
GENDERS: Final[dict[str, Gender]] = {"she": "woman", "he": "man"}


def antecedent(source: Source, people: Sequence[Person], article: Article) -> tuple[Person, Span] | None:
    """Return the person a “he” or “she” stands for, and the mention that says so.

    The paragraph up to the pronoun is searched, and the paragraph before it when nobody is named there.
    Exactly one person may fit: anybody else named in that stretch must be of the other sex beyond doubt,
    and no trade or office without a name may stand between, because “the judge” is somebody too.
    """
    gender = GENDERS.get(source.name)
    here = article.block_at(source.span.start)
    if gender is None or here is None:
        return None
    stretch = _stretch(here, source.span.start, article, people)
    named = [person for person in people if _mentions(person, stretch)]
    fitting = [person for person in named if gender_of(person, article) in (gender, None)]
    if len(fitting) != 1:
        return None
    (person,) = fitting
    mention = _mentions(person, stretch)[-1]
    sure = gender_of(person, article) == gender or len(named) == 1
    between = _APPOSITION.sub("", article.raw[mention.end : source.span.start], count=1)
    if not sure or _roles().search(between) or _names_a_stranger(article, stretch, people):
        return None
    return person, mention


def _stretch(here: Block, end: int, article: Article, people: Sequence[Person]) -> Span:
    own = Span(here.start, end)
    if any(_mentions(person, own) for person in people):
        return own
    paragraphs = [block for block in article.blocks if block.kind == "paragraph"]
    place = paragraphs.index(here) if here in paragraphs else 0
    return Span(paragraphs[place - 1].start, end) if place else own


def _mentions(person: Person, stretch: Span) -> list[Span]:
    return [mention for mention in person.mentions if stretch.covers(mention)]


def _names_a_stranger(article: Article, stretch: Span, people: Sequence[Person]) -> bool:
    """Whether a full name stands in the stretch that belongs to nobody known."""
    text = list(article.raw[stretch.start : stretch.end])
    for person in people:
        for mention in _mentions(person, stretch):
            text[mention.start - stretch.start : mention.end - stretch.start] = "." * (
                mention.end - mention.start
            )
    return has_full_name("".join(text))


@cache
def _roles() -> re.Pattern[str]:
    """Somebody without a name, in the singular, who could be the one meant."""
    words = any_of(lexicon("sources")["described"])
    return re.compile(
        rf"\b(?:an?|the|his|her|their|one|another)\s+(?:[\w’'-]+\s+){{0,3}}(?:{words}|man|woman|wife|husband|son"
        r"|daughter|mother|father|sister|brother|friend|colleague|boy|girl)\b",
        re.IGNORECASE,
    )


def gender_of(person: Person, article: Article) -> Gender | None:
    """Whether a form of address or a given name tells “she” from “he”; most names leave it open."""
    names = person.name.split()
    before = {word for mention in person.mentions for word in _word_before(article, mention)}
    for pronoun, group in (("she", "women"), ("he", "men")):
        called = len(names) > 1 and names[0] in _given(group)
        if called or before & set(lexicon("titles")[group]):
            return GENDERS[pronoun]
    return None


def tells_gender(text: str) -> bool:
    """Whether a word such as “she”, “his” or “spokeswoman” may tell that a woman or a man is meant."""
    return _GENDERED.search(text) is not None


def same_gender(one: Person, other: Person, article: Article) -> bool:
    """Whether the names surely tell that the same pronoun stands for two people."""
    gender = gender_of(one, article)
    return gender is not None and gender == gender_of(other, article)


def _word_before(article: Article, mention: Span) -> list[str]:
    return article.raw[max(0, mention.start - 12) : mention.start].split()[-1:]


@cache
def _given(group: str) -> frozenset[str]:
    return frozenset(name for names in lexicon("given_names")[group].values() for name in names)
