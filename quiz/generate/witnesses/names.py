"""Capitalised names and titles: the patterns, and whether a name can be a person's."""

import re
from dataclasses import dataclass
from functools import cache

from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.remembered import by_text

CAPITAL = r"(?:(?:[A-Z]\.)+(?:[A-Z]\b)?|[A-ZÀ-ÖØ-Þ](?:[\w-]|[’'](?!s\b))*)"
ARTICLE = r"(?:ad|al|an|ar|as|at|el|ul)"
"""Stands before a surname with a hyphen, in small letters: “al-Amr”."""
PARTICLE = r"(?:al|bin|da|de|del|der|di|dos|du|el|ibn|la|le|ten|van|von|y)"
NAME = rf"{CAPITAL}(?:\s+(?:{PARTICLE}\s+){{0,2}}(?:{ARTICLE}-)?{CAPITAL}){{0,4}}(?:,?\s+(?:Jr|Sr)\.)?"


@dataclass(frozen=True, slots=True)
class TitledName:
    """A title and the name after it; offsets into the text that was searched."""

    title_start: int
    title_end: int
    name_start: int
    name_end: int
    office: bool
    former: bool


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that are no part of a name."""
    return frozenset(word for group in lexicon("names")["not_names"].values() for word in group)


@cache
def _never_a_persons() -> frozenset[str]:
    """Words of names of bodies and places, and those that are no part of a name."""
    return not_names() | frozenset(lexicon("names")["organisations"]) | frozenset(lexicon("names")["places"])


@cache
def office_titles() -> frozenset[str]:
    """Titles that stand for a post, such as “Attorney General”."""
    return frozenset(lexicon("titles")["offices"])


@cache
def courtesy_titles() -> frozenset[str]:
    """Titles that are forms of address or ranks, such as “Dr.”."""
    return frozenset(lexicon("titles")["courtesy"])


@cache
def _titled() -> re.Pattern[str]:
    head = any_of(office_titles() | courtesy_titles())
    modifier = rf"(?:{CAPITAL}(?:\s+(?:of|and|for|the|&))*\s+)"
    return re.compile(
        rf"(?P<former>\b[Ff]ormer\s+)?(?<![\w’'])(?P<title>{modifier}{{0,7}}?(?P<head>{head}))\s+(?P<name>{NAME})(?![\w])"
    )


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’']){any_of(office_titles() | courtesy_titles())}\s+[A-ZÀ-ÖØ-Þ]")


def find_titled_names(text: str) -> list[TitledName]:
    """Find names that stand right after a title: “Attorney General Pam Bondi”."""
    found: list[TitledName] = []
    position = 0
    if not _head().search(text):
        return found
    while match := _titled().search(text, position):
        position = match.end("head")
        head = " ".join(match["head"].split())
        name_start, name_end = trim_name(text, match.start("name"), match.end("name"))
        if name_start != match.start("name") or name_start >= name_end:
            continue
        if not is_person_like(text[name_start:name_end], titled=True):
            continue
        title_start = _skip_openers(text, match.start("title"), match.start("head"))
        found.append(
            TitledName(
                title_start,
                match.end("title"),
                name_start,
                name_end,
                office=head in office_titles(),
                former=match["former"] is not None or text[:title_start].rstrip().lower().endswith("former"),
            )
        )
        position = name_end
    return found


def without_title(name: str) -> str:
    """Return a name without the title before it, its spaces folded."""
    titled = find_titled_names(name)
    return " ".join((name[titled[0].name_start : titled[0].name_end] if titled else name).split())


LONGEST_SMALL_WORD = 3
"""Letters in a word that may stay small in the title of a text: “and”, “of”, “the”."""


def is_title_case(text: str) -> bool:
    """Whether every longer word has a capital, as in the title of a book, a film or an article."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > LONGEST_SMALL_WORD]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _skip_openers(text: str, start: int, head: int) -> int:
    """Where a title really begins when a sentence opener such as “On Tuesday” was swept up with it."""
    while start < head:
        word = re.match(r"\S+", text[start:])
        if word is None or word.group().rstrip(",") not in not_names():
            return start
        start += word.end()
        start += len(text[start:]) - len(text[start:].lstrip())
    return head


@by_text
def has_full_name(text: str) -> bool:
    """Whether any run of capitalised words may be a person's given name and surname."""
    for match in re.finditer(NAME, text):
        start, end = trim_name(text, match.start(), match.end())
        if start < end and is_person_like(text[start:end]):
            return True
    return False


def trim_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop words from both ends of a capitalised run that are no part of a name."""
    words = [(m.start() + start, m.end() + start) for m in re.finditer(r"\S+", text[start:end])]
    while words and text[words[0][0] : words[0][1]].rstrip(",.") in not_names():
        words.pop(0)
    while words and text[words[-1][0] : words[-1][1]].rstrip(",.") in not_names():
        words.pop()
    return (words[0][0], words[-1][1]) if words else (start, start)


def is_person_like(name: str, *, titled: bool = False) -> bool:
    """Whether a capitalised name may be a person's; without a title, one word is not enough."""
    words = name.replace(".", ". ").split()
    if any(word.rstrip(",") in _never_a_persons() for word in words):
        return False
    if any(len(word) > 1 and word.isupper() and not word.endswith(".") for word in words):
        return False
    return titled or len(words) >= 2
