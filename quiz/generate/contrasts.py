"""Words that exclude each other: in one sentence only one of them can be what the article says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quiz.generate.lexicons import lexicon

STEPS = 2
"""In a row that is an order, a word farther from the key than this would be no likely answer."""

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_COUNTED = re.compile(r"\s+(?:minute|floor|birthday|edition|lap|round)\b")
_LOWER_BEFORE, _LOWER_AFTER = re.compile(r"([a-z][\w’'-]*)\s+$"), re.compile(r"\s+([a-z][\w’'-]*)")
_CAPITAL_BEFORE, _CAPITAL_AFTER = re.compile(r"[A-Z][\w.]*\s+$"), re.compile(r"\s+[A-Z]")
_BOUNDS = (45, 90, 120)
"""Minutes of a half, of a match, and of one that runs on."""

_LISTED = re.compile(r"(?:,\s+|\b(?:and|or)\s+)$"), re.compile(r",?\s+(?:and|or)\b")
"""A word of a list can be told by the rest of the list."""

_DETERMINERS = frozenset(
    (
        *("a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "no", "every", "each"),
        *("some", "any", "both", "these", "those", "yesterday", "heavy", "open", "old"),
    )
)


@dataclass(frozen=True, slots=True)
class _Row:
    """Words that exchange, and what must stand beside them."""

    words: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    told: re.Pattern[str] | None
    free: bool
    near: bool


def contrasts(text: str, start: int, end: int) -> list[str]:
    """Return the words that would say something else in the place of this stretch of a text.

    None if it is no word of the lexicon, if its neighbours would not take the others as well, or if
    another word of the text tells which of them it is.
    """
    word = text[start:end]
    if word not in _rows() and not word[:1].isdigit():
        return []
    before, after = text[:start], text[end:]
    if ordinal := _ORDINAL.fullmatch(word):
        return _other_ordinals(int(ordinal[1])) if _COUNTED.match(after) else []
    for row in _rows().get(word, ()):
        if (
            row.before.search(before)
            and row.after.match(after)
            and not (row.told and (row.told.search(before) or row.told.search(after)))
            and (not row.free or _stands_free(before, after))
        ):
            return _others(row, word)
    return []


def _others(row: _Row, word: str) -> list[str]:
    place = row.words.index(word)
    return [
        other
        for index, other in enumerate(row.words)
        if other != word and (not row.near or abs(index - place) <= STEPS)
    ]


def _other_ordinals(number: int) -> list[str]:
    """Ordinals near to one in figures, on both sides of it; none above a bound that the key keeps to."""
    most = next((bound for bound in _BOUNDS if number <= bound), 999)
    return [_ordinal(number + shift) for shift in (-11, -7, -4, 3, 6, 9) if 0 < number + shift <= most]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _stands_free(before: str, after: str) -> bool:
    """Whether no other noun leans on a word, as in “security camera”, and it stands in no list."""
    if _LISTED[0].search(before) or _LISTED[1].match(after):
        return False
    if before.endswith("-") or after.startswith(("-", "’", "'")):
        return False
    if _CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.match(after):
        return False
    left, right = _LOWER_BEFORE.search(before), _LOWER_AFTER.match(after)
    return _is_small(left[1] if left else "") and _is_small(right[1] if right else "")


def _is_small(word: str) -> bool:
    """Whether a word is none, or one of the small words that no noun forms a compound with."""
    return not word or word in _DETERMINERS or word in lexicon("numbers")["stops"]


@cache
def _rows() -> Mapping[str, tuple[_Row, ...]]:
    """For each word of the lexicon the rows it stands in."""
    rows: dict[str, tuple[_Row, ...]] = {}
    for entry in lexicon("contrasts").values():
        told = "|".join(re.escape(word) for word in (*entry["words"], *entry.get("told", ())))
        row = _Row(
            tuple(entry["words"]),
            re.compile(rf"(?<![A-Za-z]){entry['before']}\s+$" if "before" in entry else r"\s$|^$"),
            re.compile(rf"\s*{entry['after']}(?!\w)" if "after" in entry else r"(?![\w-])"),
            re.compile(rf"(?<![\w-])(?:{told})(?![\w-])", re.IGNORECASE),
            entry.get("stands") == "free",
            entry.get("order") == "near",
        )
        for word in row.words:
            rows[word] = (*rows.get(word, ()), row)
    return rows
