"""Whether something typed is an accepted wording, nearly one, or something else."""

import re
import unicodedata
from typing import Final, Literal

Nearness = Literal["same", "near", "other"]

_WITHOUT_ACCENT: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters that Unicode does not take apart but that keyboards elsewhere do not have."""

_THOUSANDS: Final = re.compile(r"(?<=\d)[,’' \u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")
_LEADING: Final = re.compile(r"^(?:(?:the|an|a) )+(?=\w)")


def folded(text: str) -> str:
    """A wording without what does not matter: case, accents, punctuation, runs of space, a first article.

    Figures keep what carries their value: “1,500” is “1500”, but “1.5” is not “15” and “5%” is not “5”.
    """
    text = unicodedata.normalize("NFKD", text.replace("\0", " ")).casefold().translate(_WITHOUT_ACCENT)
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = _THOUSANDS.sub("", text)
    text = _DECIMAL.sub("\0", text)
    kept = "".join(_sign(sign) for sign in text).replace("\0", ".")
    return _LEADING.sub("", " ".join(kept.split())) or " ".join(text.split())


def _sign(sign: str) -> str:
    if sign in "\0%":
        return sign
    if sign in "'’":
        return ""
    return " " if unicodedata.category(sign)[0] in "PZC" else sign


def nearness(typed: str, wording: str) -> Nearness:
    """Whether a typed text is an accepted wording, a near miss of it, or something else.

    A near miss is one slip of the fingers (a letter too many, too few, another one, or two neighbours
    exchanged) in a wording of five letters or more, two in one of ten or more; never in its figures,
    because another figure is another answer.
    """
    mine, right = folded(typed), folded(wording)
    if mine == right or mine.replace(" ", "") == right.replace(" ", ""):
        return "same"
    if _figures(mine) != _figures(right):
        return "other"
    allowed = 2 if len(right) >= 10 else 1 if len(right) >= 5 else 0
    return "near" if slips(mine, right, allowed) <= allowed else "other"


def _figures(text: str) -> list[str]:
    return re.findall(r"[\d.%]*\d[\d.%]*", text)


def slips(one: str, other: str, most: int) -> int:
    """The number of slips that turn one text into the other, or ``most + 1`` if it is more than ``most``.

    The optimal string alignment distance: insertions, deletions, substitutions, exchanges of neighbours
    (Damerau 1964; Boytsov 2011).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, start=1):
        now = [row]
        for column, goal in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (sign != goal))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == goal:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)
