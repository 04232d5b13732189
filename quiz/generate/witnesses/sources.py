"""Noun phrases that can be a source: a name with its title or apposition, a role, a pronoun, “critics”."""

import re
from functools import cache

from quiz.generate.facts import Source, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.remembered import by_text
from quiz.generate.witnesses.names import (
    NAME,
    courtesy_titles,
    find_titled_names,
    is_person_like,
    not_names,
    office_titles,
)

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you"})

LONGEST_UNKNOWN_PHRASE = 7
"""Words in a noun phrase whose noun no lexicon knows; longer ones have turned out to be clauses."""

_SEVERAL = re.compile(r"\b(?:including|such\s+as|led\s+by|as\s+well\s+as|along\s+with|together\s+with)\b")
_APPOSITION = r"[^“”\";:.!?()—]{2,120}?"
_ROLE_WORDS = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?(?:[\w-]+[’']s\s+)?"
    r"(?:(?!(?:of|by|in|at|on|for|from|with|to|and|who|that|which|when|where|while|if|as|because|since|until|after"
    r"|before|than|or|but|though|although)\b)[a-z][\w-]*\s+){0,5}"
)
_DETERMINED = re.compile(
    r"(?:the|a|an|one|another|two|three|four|five|six|some|several|many|most|both|other|his|her|its|their|our|my"
    r"|[A-Z]\w*(?:\s+[A-Z]\w*)*[’']s?)\s+[^“”\";:.!?()—]{2,110}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:[\w’'.-]+\s+){0,4}[\w’'-]+(?:\s+(?:of|for|with|from|in|at|who|familiar)\b[^“”\";:.!?()—,]{1,70})?"
)
_NAMED = re.compile(
    rf"(?P<role>{_ROLE_WORDS})(?P<name>{NAME})"
    rf"(?:\s+\([^()]{{1,40}}\))?(?:\s+(?:of|from|at)\s+(?:the\s+)?{NAME})?(?P<apposition>,\s+{_APPOSITION},?)?"
)
_NAME_AFTER_ROLE = re.compile(rf"(?P<role>[^“”\";:.!?()—,]{{3,90}}),\s+(?P<name>{NAME}),?")
_NAME_LAST = re.compile(
    rf"[^“”\";:.!?()—,]{{3,60}},\s+(?:[a-z][\w-]*\s+){{0,4}}(?P<name>{NAME})(?:,\s+\d{{1,3}})?,?"
)
_UNFINISHED = re.compile(r"\b(?:who|which|that|whose|of|to|and|or|but)$")
_SAYING = re.compile(r"\b(?:said|says|told|added)\b")
_OPEN_APPOSITION = re.compile(r",\s+(?:the|an?|his|her|its|their)\s")
"""A second noun phrase after a comma; when no comma closes it, it is the subject and not an apposition."""

_ACTING = re.compile(
    r"\b(?:where|when|show|shows|he|she|they|it|we|you|I|is|are|was|were|has|have|had|will|would|that|said|says|and\s+(?:he|she|they|it))\b"
)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(lexicon("sources")[group])


@cache
def _plural_roles() -> frozenset[str]:
    return frozenset(_plural(word) for word in _words("described"))


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("person"):
        return word[:-6] + "people"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|ch|sh)$", word) else "s")


def parse_source(text: str, start: int, end: int, offset: int) -> Source | None:
    """Read ``text[start:end]`` as a source, or return None if it is no noun phrase we know.

    ``offset`` is where ``text`` begins in the raw article; the spans returned count from there.
    """
    whole_end = end
    while start < end and text[start] in " \t\r\n,":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,":
        end -= 1
    phrase = text[start:end]
    if not phrase or len(phrase) > 200 or phrase.split()[0].lower() in _words("never_first"):
        return None
    if _UNFINISHED.search(phrase) or _SAYING.search(phrase):
        return None
    span = Span(offset + start, offset + end)
    if _SEVERAL.search(phrase):
        return None
    if phrase.lower() in PRONOUNS:
        return Source(span, phrase.lower(), "unnamed")
    titled = find_titled_names(phrase)
    if titled and _frames_one_name(phrase, titled[0].title_start, titled[0].name_end):
        return Source(span, _fold(phrase[titled[0].name_start : titled[0].name_end]), "named")
    if phrase.lower() in _words("unidentified") | _plural_roles():
        return _described(phrase, span)
    match = _NAMED.fullmatch(phrase)
    if match and _starts_a_name(match["name"]) and _is_apposition(match["apposition"] or "", match["name"]):
        return Source(span, _fold(match["name"]), "named")
    match = _NAME_AFTER_ROLE.fullmatch(phrase)
    if match and is_person_like(match["name"]) and _DETERMINED.fullmatch(match["role"]):
        return Source(span, _fold(match["name"]), "named")
    match = _NAME_LAST.fullmatch(phrase)
    if match and is_person_like(match["name"]) and len(match["name"].split()) > 1:
        return Source(span, _fold(match["name"]), "named")
    if _ACTING.search(re.sub(r"\b(?:who|that)\b.*", "", phrase)):
        return None
    if _OPEN_APPOSITION.search(phrase) and "," not in text[end:whole_end]:
        return None
    return _described(phrase, span)


def _fold(name: str) -> str:
    return " ".join(name.split())


def _is_apposition(after: str, name: str) -> bool:
    """Whether what follows a name between commas tells about its bearer and is not the subject itself."""
    if not after:
        return True
    inside = after.strip(" ,\n\t\r")
    if re.search(r"\b(?:whose|which)\b", inside) or (
        _ACTING.search(inside) and not re.search(r"\bwho\b", inside)
    ):
        return False
    if re.fullmatch(rf"(?:{NAME},?\s+)+and\s+{NAME}", inside):
        return False
    another = re.fullmatch(NAME, inside) and is_person_like(inside)
    return not another or (after.rstrip().endswith(",") and not _has_title_word(name))


def _has_title_word(name: str) -> bool:
    titles = {word for title in office_titles() | courtesy_titles() for word in title.split()}
    return any(word in titles for word in name.split())


def _starts_a_name(name: str) -> bool:
    words = name.split()
    return words[0] not in not_names() and name not in office_titles() and words[-1] not in office_titles()


def _frames_one_name(phrase: str, title_start: int, name_end: int) -> bool:
    """Whether only an article, “former” or a place stands before the title, and an apposition after it."""
    before, after = phrase[:title_start].strip(), phrase[name_end:]
    return bool(
        re.fullmatch(r"(?:(?:the|former|then|U\.S\.|US|UK|[\w.]+[’']s)\s*)*", before, re.IGNORECASE)
    ) and (
        not after
        or bool(re.fullmatch(r"\s+\([^()]{1,40}\)", after))
        or (after.startswith(",") and _is_apposition(after, phrase[title_start:name_end].split()[-1]))
        or bool(re.fullmatch(rf"\s+(?:of|from)\s+(?:the\s+)?{NAME}", after))
    )


def _described(phrase: str, span: Span) -> Source | None:
    determined = _DETERMINED.fullmatch(phrase)
    if not determined and not _BARE.fullmatch(phrase):
        return None
    noun = head_noun(phrase)
    if noun is None:
        return None
    lowered = noun.lower()
    if lowered in _words("bodies"):
        return Source(span, " ".join(phrase.split()), "named")
    if lowered in _words("unidentified"):
        followed = re.search(rf"\b{re.escape(noun)}\b\s+\S+", phrase)
        return Source(span, " ".join(phrase.split()), "described" if followed else "unnamed")
    if lowered in _words("described") | _plural_roles():
        return Source(span, " ".join(phrase.split()), "described")
    if determined and len(phrase.split()) <= LONGEST_UNKNOWN_PHRASE:
        return Source(span, " ".join(phrase.split()), "described")
    return None


@by_text
def head_noun(phrase: str) -> str | None:
    """Return the noun a phrase is about: the last word before “of”, “for”, “who” and the like."""
    core = re.split(
        r"\s+(?:of|for|from|with|who|which|that|in|at|on|close|familiar|to|among|representing|speaking)\b|,",
        phrase,
    )[0]
    words = [word for word in core.split() if word[0].isalpha()]
    return words[-1] if words else None
