"""What somebody is, where the article sets it off by commas beside the full name."""

import re
from collections.abc import Iterator
from functools import cache

from quiz.article import Block
from quiz.generate.facts import Apposition, Observation, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.names import (
    CAPITAL,
    NAME,
    find_titled_names,
    is_person_like,
    not_names,
    trim_name,
)

MOST_WORDS = 12
"""Words in an apposition; longer ones are clauses."""

_WORD = r"[A-Za-zÀ-ÿ&][\w.’'&-]*"
_FORMER = re.compile(
    r"\b(?:former|ex-\w+|late|retired|then|outgoing|incoming|acting|interim|elect|onetime|one-time|emeritus|and|or)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|is|are|was|were|has|have|had|said|says|told|as|by|since|while|after"
    r"|before|because|also|he|she|they|it)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(r"[a-z]{3}\.\s+(?=[A-Z])")


def appositions_in(block: Block) -> Iterator[Observation]:
    """“Mara Lindqvist, the board's chief engineer, …” and “the board's chief engineer, Mara Lindqvist, …”."""
    position = 0
    # Behind a newspaper's name somebody may follow with a role; behind a person's it may be a list of people.
    while match := _after().search(block.text, position):
        start, end = trim_name(block.text, *match.span("name"))
        start = _behind_title(block.text, start, end)
        seen = _read(block, start, end, *match.span("role"))
        in_a_list = is_person_like(block.text[start:end]) and match["role"][0].isupper()
        position = match.end() if seen is not None or in_a_list else match.end("name")
        if seen is not None and end == match.end("name"):
            yield Observation("rules", "apposition.after", seen)
    for match in _before().finditer(block.text):
        start, end = trim_name(block.text, *match.span("name"))
        seen = _read(block, start, end, *match.span("role"))
        if seen is not None and start == match.start("name"):
            yield Observation("rules", "apposition.before", seen)


def _behind_title(text: str, start: int, end: int) -> int:
    """Where a name begins behind a title that is no office: “Professor Mara Lindqvist, the …”."""
    titled = find_titled_names(text[start:end])
    return start + titled[0].name_start if titled and not titled[0].office else start


def _read(block: Block, name_start: int, name_end: int, start: int, end: int) -> Apposition | None:
    text = block.text
    name = text[name_start:name_end]
    if len(name.split()) < 2 or not is_person_like(name) or name.split()[0] in not_names():
        return None
    if edge := list(_EDGE.finditer(text, start, end)):
        start = edge[-1].end()
    role = text[start:end]
    head = find_head(role)
    if head is None or len(role.split()) > MOST_WORDS or _CLAUSE.search(role):
        return None
    former = bool(_FORMER.search(role))
    origin = block.start
    return Apposition(
        Span(origin + name_start, origin + name_end),
        Span(origin + start, origin + end),
        Span(origin + start + head[0], origin + start + head[1]),
        former,
    )


def find_head(role: str) -> tuple[int, int] | None:
    """Where the noun that names the post stands: the last one before the first preposition."""
    stop = re.search(r"\s(?:of|for|at|in|to|on|with|from)\s|$", role)
    limit = stop.start() if stop else len(role)
    match = _post().search(role[:limit])
    return match.span() if match else None


@cache
def _post() -> re.Pattern[str]:
    posts = sorted(
        {post for group in lexicon("roles")["posts"].values() for post in group}, key=len, reverse=True
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, posts))})$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?P<name>{NAME}),\s+(?P<role>(?:{_WORD}\s+){{0,{MOST_WORDS}}}{_WORD})(?=,\s+(?!and\b|or\b)[a-z]|\.(?:\s|$)|,[”\"])"
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[.,;!?]\s)|(?<=[a-z]\s)(?=the\s|an?\s))(?P<role>(?:{_WORD}\s+){{0,{MOST_WORDS}}}{_WORD}),\s+"
        rf"(?P<name>{NAME})(?=,\s+(?!and\b|or\b)[a-z])(?!,\s+{CAPITAL})"
    )
