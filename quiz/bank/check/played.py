"""What players' answers say about a bank's questions, as a rule sees it; whoever keeps scores hands it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

Wording = tuple[Any, ...]
"""What a player sees of a question before answering it, and its key."""

_PARTS: Final = (
    ("options", ("text", "correct")),
    ("pairs", ("left", "right")),
    ("targets", ("text", "correct")),
)


@dataclass(frozen=True, slots=True)
class Played:
    """What the answers to a question in one wording give reason to look at.

    ``flags`` say it in words, the most urgent first; ``figures`` are the numbers behind it.
    """

    wording: Wording
    flags: tuple[str, ...]
    figures: str


Results = Callable[[str], Mapping[str, Played]]
"""Finds by the id of a bank those of its questions whose answers give reason to look, by their ids."""


def nobody_played(bank: str) -> Mapping[str, Played]:
    """Results where none are kept."""
    return {}


def wording_of(question: Mapping[str, Any]) -> Wording:
    """Return the wording of a question that is given as data, as `quiz.bank.kept.as_data` makes it.

    Explanation, reasons, evidence and status do not belong to it: they change nothing about the answers.
    """
    return (
        *(question.get(name) for name in ("type", "prompt", "passage", "accept")),
        *(
            tuple(tuple(part.get(name) or None for name in names) for part in question.get(parts) or ())
            for parts, names in _PARTS
        ),
    )
