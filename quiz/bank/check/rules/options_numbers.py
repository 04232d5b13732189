"""Family O, options: figures, which are read in order and in one unit."""

import re
from collections.abc import Iterable
from itertools import pairwise

from quiz.bank.check.diagnostic import Edit
from quiz.bank.check.rule import BankRule, Finding, QuestionRule
from quiz.bank.check.subject import Asked, Subject
from quiz.bank.figures import Figure, figure
from quiz.bank.positions import Path, Positions

_SOURCE = "Haladyna, Downing and Rodriguez 2002: place options in logical or numerical order"


def _figures(asked: Asked) -> list[Figure]:
    """Return the figures of the options, if every option is one."""
    texts = asked.texts
    if len(texts) < 3 or not any(character.isdigit() for character in texts[0]):
        return []
    figures = [figure(text) for text in texts]
    return [one for one in figures if one is not None] if None not in figures else []


class NumbersInOrder(BankRule):
    """The options are figures and do not go up or down."""

    code, name, level = "O014", "numbers-in-order", "info"
    why = "A reader compares figures by running along them; out of order they cost time and hide the spread."
    example = "Bad:   40 / 12 / 25\nGood:  12 / 25 / 40"
    source = f"{_SOURCE}. Mended by --fix."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Compare neighbours; figures of several units have no order."""
        for asked in subject.questions:
            figures = _figures(asked)
            if not figures or len({one.unit for one in figures}) > 1:
                continue
            values = [one.value for one in figures]
            if values in (sorted(values), sorted(values, reverse=True)):
                continue
            edits = _sorted_edits(subject.positions, asked.at("options"), values)
            message = "the figures are in no order"
            yield Finding(
                asked.at("options"), message, "list them from small to large", at_key=True, edits=edits
            )


class SameUnit(QuestionRule):
    """The options are figures in several units."""

    code, name, level = "O015", "same-unit", "warning"
    why = "The player would have to convert before comparing, and the odd unit gives itself away."
    example = "Bad:   2 km / 900 m / 3 km\nGood:  2 km / 0.9 km / 3 km"
    source = f"{_SOURCE}; homogeneous options."

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Compare the units; singular and plural are the same."""
        units = {_one(one.unit) for one in _figures(asked)}
        if len(units) > 1:
            named = ", ".join(f"“{unit}”" if unit else "none" for unit in sorted(units))
            message = f"the figures have several units: {named}"
            yield Finding(asked.at("options"), message, "give all of them in one unit", at_key=True)


def _one(unit: str) -> str:
    return " ".join(word.removesuffix("s") if len(word) > 2 else word for word in unit.split())


def _sorted_edits(positions: Positions, path: Path, values: list[float]) -> tuple[Edit, ...]:
    """Move the options where they belong, each with the comment behind it; none if comments stand between."""
    text = positions.text
    spans = [_with_comment(text, *positions.values[(*path, place)]) for place in range(len(values))]
    for (_, end), (start, _) in pairwise(spans):
        if "#" in text[end:start]:
            return ()
    order = sorted(range(len(values)), key=values.__getitem__)
    pieces = [text[start:end] for start, end in spans]
    if any(piece.endswith(("\n", "\r")) or not piece for piece in pieces):
        return ()
    return tuple(
        Edit(start, end, pieces[place])
        for (start, end), place in zip(spans, order, strict=True)
        if text[start:end] != pieces[place]
    )


def _with_comment(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the comment behind a value along, if nothing else follows on its line."""
    behind = re.compile(r"[ \t]+#[^\r\n]*").match(text, end)
    return (start, behind.end()) if behind else (start, end)
