"""People with their titles, news organisations, hedges and spelled-out abbreviations, each in its place."""

import re
from collections.abc import Iterator
from functools import cache

from quiz.article import Article, Block
from quiz.generate.facts import HedgeWord, Observation, OutletName, PersonName, ShortForm, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.witnesses.names import (
    CAPITAL,
    NAME,
    find_titled_names,
    is_person_like,
    not_names,
    trim_name,
)

_SHORT_FORM = re.compile(r"\s\((?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])s?\)")
_FULL_NAME = re.compile(NAME)
_NAME_WORD = re.compile(rf"{CAPITAL}|of|and|for|the|on|in|to|&")
_CONNECTORS = frozenset({"of", "and", "for", "the", "on", "in", "to", "&"})
_HEADED = re.compile(
    r"(?:Bureau|Department|Ministry|Office|Board|Institute|Centers?|Centres?|Agency|Committee)\b"
)


def people_in(block: Block) -> Iterator[Observation]:
    """Names that stand right after a title."""
    for titled in find_titled_names(block.text):
        name = Span(block.start + titled.name_start, block.start + titled.name_end)
        title = Span(block.start + titled.title_start, block.start + titled.title_end)
        yield Observation("rules", "title.before", PersonName(name, title, titled.office, titled.former))


def given_names_in(block: Block) -> Iterator[Observation]:
    """Full names that begin with a given name which is no place as well."""
    for match in _FULL_NAME.finditer(block.text):
        start, end = trim_name(block.text, match.start(), match.end())
        words = block.text[start:end].split()
        if len(words) < 2 or words[0] not in given_names() or words[0] in _also_places():
            continue
        if is_person_like(block.text[start:end]) and not _known_other(" ".join(words)):
            name = Span(block.start + start, block.start + end)
            yield Observation("rules", "name.given", PersonName(name, None, office=False, former=False))


@cache
def given_names() -> frozenset[str]:
    """Given names that news uses, of women, of men or of both."""
    groups = lexicon("given_names").values()
    return frozenset(name for group in groups for names in group.values() for name in names)


@cache
def _also_places() -> frozenset[str]:
    return frozenset(lexicon("places")["also_people"])


@cache
def known_bodies() -> dict[str, str]:
    """Every long and short name of a public body, with the name it stands for."""
    names = {}
    for group in lexicon("agencies").values():
        for entry in group:
            for name in (entry["name"], *entry.get("also", []), *entry.get("short", [])):
                names[name] = entry["name"]
    return names


@cache
def known_companies() -> frozenset[str]:
    """Every company and service of the lexicon."""
    return frozenset(name for group in lexicon("companies").values() for name in group)


@cache
def _places() -> frozenset[str]:
    return frozenset(name for group in lexicon("places").values() for name in group)


def _known_other(name: str) -> bool:
    """Whether a full name is known as a news organisation's, a public body's, a company's or a place's."""
    known = name in known_outlets() or name in known_bodies() or name in known_companies()
    return known or name in _places()


def hedges_in(block: Block, quotations: tuple[Span, ...]) -> Iterator[Observation]:
    """Words by which the block leaves something unsettled."""
    for strict, pattern in ((True, _hedges("strict")), (False, _hedges("broad"))):
        for match in pattern.finditer(block.text):
            span = Span(block.start + match.start(), block.start + match.end())
            quoted = any(quotation.overlaps(span) for quotation in quotations)
            yield Observation(
                "rules", "hedge.strict" if strict else "hedge.broad", HedgeWord(span, strict, quoted)
            )


@cache
def _hedges(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){any_of(lexicon('hedges')[group])}(?![\w’'-])", re.IGNORECASE)


def outlets_in(article: Article) -> Iterator[Observation]:
    """News organisations of the lexicon, or declared by the article, anywhere in its blocks."""
    own = (article.outlet,) if article.outlet else ()
    declared = {" ".join(name.split()): name for name in (*own, *article.outlets)}
    pattern = _outlets(tuple(sorted(declared)))
    for block in article.blocks:
        for match in pattern.finditer(block.text):
            name = " ".join(match.group().split())
            outlet = declared.get(name) or known_outlets()[name]
            yield Observation(
                "rules",
                "outlet.name",
                OutletName(outlet, Span(block.start + match.start(), block.start + match.end())),
            )


@cache
def known_outlets() -> dict[str, str]:
    """Every name and alias that can only mean a news organisation, with the name it stands for."""
    names = {}
    for group in lexicon("outlets").values():
        for entry in group:
            if entry.get("word") != "true":
                names[entry["name"]] = entry["name"]
            names.update(dict.fromkeys(entry.get("aliases", []), entry["name"]))
    return names


@cache
def _outlets(declared: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'.-]){any_of({*known_outlets(), *declared})}(?![\w-])")


def short_forms_in(block: Block) -> Iterator[Observation]:
    """Abbreviations in brackets after the name they shorten, when the initials fit."""
    for match in _SHORT_FORM.finditer(block.text):
        long = _long_form(block.text[: match.start()], match["short"])
        if long is not None:
            short = Span(block.start + match.start("short"), block.start + match.end("short"))
            yield Observation(
                "rules",
                "short_form.brackets",
                ShortForm(short, Span(block.start + long, block.start + match.start())),
            )


def _long_form(before: str, short: str) -> int | None:
    """Where the name that ends ``before`` begins, if its initials spell ``short``.

    Initials are taken of the words that are capitalised. Letters of a leading “Bureau of” and of
    what follows the last fitting word may be missing, as in ATF.
    """
    words = list(re.finditer(r"[^\s,]+,?", before))
    letters = [letter for letter in short if letter.isalpha() and letter.isupper()]
    start_index = len(words)
    while start_index and _NAME_WORD.fullmatch(words[start_index - 1].group().rstrip(",")):
        word = words[start_index - 1].group()
        if word.rstrip(",") in not_names() and word.rstrip(",").lower() not in _CONNECTORS:
            break
        start_index -= 1
    candidates = [
        index
        for index in range(start_index, len(words))
        if words[index].group()[0].isupper() and words[index].group() not in not_names()
    ]
    for index in reversed(candidates):
        initials = _initials(words[index:])
        if initials == letters:
            return words[index].start()
    for index in candidates:
        if _HEADED.match(words[index].group()) and _subsequence(letters, _initials(words[index:])):
            return words[index].start()
    return None


def _initials(words: list[re.Match[str]]) -> list[str]:
    return [part[0] for word in words for part in word.group().split("-") if part and part[0].isupper()]


def _subsequence(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)
