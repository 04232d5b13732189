"""Words that exclude each other: in one sentence only one of them can be what the article says."""

import re
from collections import Counter
from functools import cache

from quiz.generate.lexicons import lexicon
from quiz.generate.witnesses.quantities import WORDS

_FIGURE = re.compile(rf"(?:\d|\b(?:{'|'.join(WORDS)}|several|few|couple\s+of|many|of))\s*$", re.IGNORECASE)
_LAST = re.compile(r"\b(?:every|last|next|past|per|this)\s+$", re.IGNORECASE)
FEW = 14
"""An ordinal up to this one stands among its next neighbours, a later one among farther ones."""

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_NOUN_AFTER = re.compile(
    r"\s+(?!of\b|and\b|or\b|to\b|in\b|on\b|at\b|by\b|is\b|was\b|who\b|that\b|as\b|with\b|for\b|centur|\w+ly\b)[a-z]{3,}"
)
_NO_LONGER = re.compile(r"\b(?:any|no|well)\s+$", re.IGNORECASE)
_LOWER_BEFORE = re.compile(r"([a-z][\w’'-]*)\s+$")
_CAPITAL_BEFORE, _CAPITAL_AFTER = re.compile(r"[A-Z][\w.]*\s+$"), re.compile(r"\s+[A-Z]")
_LOWER_AFTER = re.compile(r"\s+([a-z][\w’'-]*)")
_BEFORE = {
    "amounts": re.compile(r"\s+(?:by|to|from)\b|\s+\d"),
    "results": re.compile(r"\s+(?:an?|the|its|his|her|their)\b|\s+\d"),
    "fractions": re.compile(r"\s+of\b"),
    "ordinals": _NOUN_AFTER,
    "portfolios": re.compile(r"\s+(?:minister|ministry|secretary|department|committee)\b"),
}
"""What must follow a word of these parts so that it means what its row means."""

_UNFIT_BEFORE = {
    "amounts": re.compile(r"\bto\s+$"),
    "results": re.compile(r"\b(?:am|are|is|was|were|be|been|being)\s+$"),
    "fractions": re.compile(r"(?<!\ba)\s+$|-$|^$"),
    "ordinals": re.compile(
        r"(?<!\bthe)(?<!\bits)(?<!\bhis)(?<!\bher)(?<!\btheir)(?<!\b[aA])(?<!\bThe)\s+$|^$"
    ),
    "portfolios": re.compile(r"-$"),
}
"""And what may not stand before it."""

_DETERMINERS = frozenset(
    (
        *("a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "no", "every", "each"),
        *("some", "any", "both", "these", "those", "yesterday"),
    )
)


def contrasts(text: str, start: int, end: int) -> list[str]:
    """Return the words that would say something else in the place of this stretch of a text.

    None if it is no word of the lexicon, or leans on the word beside it as in “security camera”.
    """
    word = text[start:end]
    if not (word[0].isdigit() or word in _with_rivals()):
        return []
    before, after = text[:start], text[end:]
    rows = _rows()
    if ordinal := _ORDINAL.fullmatch(word):
        return _other_ordinals(int(ordinal[1])) if _NOUN_AFTER.match(after) else []
    if rivals := rows["words"].get(word):
        return [] if _NO_LONGER.search(before) else list(rivals)
    if rivals := rows["units"].get(word):
        return list(rivals) if _FIGURE.search(before) else []
    if rivals := rows["periods"].get(word):
        return list(rivals) if _LAST.search(before) else []
    for part, pattern in _BEFORE.items():
        if rivals := rows[part].get(word):
            fits = pattern.match(after) and not _UNFIT_BEFORE[part].search(before)
            return list(rivals) if fits else []
    if rivals := rows["nouns"].get(word) or rows["masses"].get(word):
        left, right = _LOWER_BEFORE.search(before), _LOWER_AFTER.match(after)
        if _CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.match(after):
            return []
        free = _is_small(left[1] if left else "") and _is_small(right[1] if right else "")
        return (
            list(rivals)
            if free and not before.endswith("-") and not after.startswith(("-", "’", "'"))
            else []
        )
    return []


def _other_ordinals(number: int) -> list[str]:
    """Ordinals near to one in figures, on both sides of it."""
    shifts = (-11, -7, -4, -2, 2, 4, 7, 11) if number > FEW else (-3, -2, -1, 1, 2, 3)
    return [_ordinal(number + shift) for shift in shifts if number + shift > 0]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _is_small(word: str) -> bool:
    """Whether a word is none, or one of the small words that no noun forms a compound with."""
    return not word or word in _DETERMINERS or word in lexicon("numbers")["stops"]


@cache
def _rows() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each part of the lexicon every word that stands in one row only, with the rest of its row."""
    parts = {name: [list(row) for row in rows] for name, rows in lexicon("contrasts").items()}
    parts["nouns"] += [[_plural(noun) for noun in row] for row in lexicon("contrasts")["nouns"]]
    uses = Counter(word for rows in parts.values() for row in rows for word in row)
    return {
        name: {
            word: tuple(other for other in row if other != word)
            for row in rows
            for word in row
            if uses[word] == 1
        }
        for name, rows in parts.items()
    }


@cache
def _with_rivals() -> frozenset[str]:
    return frozenset(word for rows in _rows().values() for word in rows)


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
