"""Words whose class and inflection the words around them show: nouns, adjectives, participles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.quantities import is_plural

WordClass = Literal["noun", "plural noun", "adjective", "participle"]

_DETERMINER = r"(?:a|an|the|its|their|his|her|our|every|each|no)"
_PREPOSITION = r"(?:of|for|with|from|about|between|against|without|across|into|through)"
_AFTER = (
    r"(?=\s+(?:of|in|on|at|to|for|from|by|with|was|were|is|are|has|have|had|will|would|that|which|after|before"
    r"|during|between|under|over|into|as|when|while|because|than|until|since|through|across|against|without|where)\b"
    r"|[.,;](?:\s|$))"
)
_AFTER_PARTICIPLE = (
    r"(?=\s+(?:by|in|on|at|from|with|after|before|when|during|until|since|into|under)\b|[.,;](?:\s|$))"
)
_WORD = r"(?P<word>[a-z]{5,})"
_ADJECTIVE = r"[a-z]+(?:al|ic|ous|ful|less|able|ible|ary|ern|ive|ical|an|ed|ing)"
_ADJECTIVE_ONLY = re.compile(r"[a-z]+(?:ous|ful|less|able|ible|ary|ern|ical|onal|ural|ial)$")
_NO_NOUN = re.compile(r"[a-z]+(?:ous|ful|less|able|ible|ly|est|ing|ed|ern|ical|ional|self|ward|wards)$")

_NOUN = re.compile(rf"(?<![\w’'-])(?:{_DETERMINER})\s+(?:{_ADJECTIVE}\s+)?{_WORD}{_AFTER}", re.IGNORECASE)
_PLURAL = re.compile(
    rf"(?<![\w’'-])(?:{_DETERMINER}|{_PREPOSITION})\s+(?:{_ADJECTIVE}\s+)?{_WORD}{_AFTER}", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    rf"(?<![\w’'-])(?:was|were|been|is|are)\s+(?:[a-z]+ly\s+)?(?P<word>[a-z]{{3,}}ed){_AFTER_PARTICIPLE}"
)
_ADJECTIVE_BEFORE_NOUN = re.compile(
    rf"(?<![\w’'-])(?:{_DETERMINER})\s+{_WORD}(?=\s+[a-z]{{4,}}\b(?:{_AFTER[3:-1]}))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word with its class; offsets into the text that was searched.

    ``before`` and ``follows`` are the words right beside it in small letters, empty at a comma or stop.
    """

    start: int
    end: int
    word: str
    sort: WordClass
    before: str
    follows: str


def content_words(text: str) -> Iterator[ContentWord]:
    """Every word whose class its neighbours leave no doubt about; each word in one class only."""
    seen: set[int] = set()
    for sort, pattern in _FRAMES:
        for match in pattern.finditer(text):
            word = match["word"]
            start, end = match.span("word")
            if start in seen or not word.islower() or not _fits(word, sort):
                continue
            seen.add(start)
            before = re.search(r"(\w*)\s+$", text[:start])
            follows = re.match(r"\s+(\w*)", text[end:])
            yield ContentWord(
                start,
                end,
                word,
                sort,
                before[1].lower() if before else "",
                follows[1].lower() if follows else "",
            )


_FRAMES: tuple[tuple[WordClass, re.Pattern[str]], ...] = (
    ("participle", _PARTICIPLE),
    ("adjective", _ADJECTIVE_BEFORE_NOUN),
    ("plural noun", _PLURAL),
    ("noun", _NOUN),
)


def _fits(word: str, sort: WordClass) -> bool:
    if sort == "participle":
        return True
    if sort == "adjective":
        return bool(_ADJECTIVE_ONLY.match(word))
    if _NO_NOUN.match(word) or word in lexicon("numbers")["stops"]:
        return False
    return is_plural(word) == (sort == "plural noun")
