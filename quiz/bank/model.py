"""Banks and questions as the program holds them: frozen, and cheap to load.

`quiz.bank.shape` is the same in pydantic, for text that comes in from outside; it ends in these.
"""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quiz.bank.kinds import KINDS, Skill

Status = Literal["approved", "draft", "rejected"]
"""Only what is approved is played; what is rejected stays in the bank so that nobody proposes it again."""


class MisplacedError(ValueError):
    """A rule is broken by one part of a value: ``where`` leads from the value to that part.

    ``flaw`` names the rule of `quiz check` that explains it.
    """

    def __init__(self, message: str, *where: str | int, flaw: str) -> None:
        super().__init__(message)
        self.where = where
        self.flaw = flaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer offered; ``why`` says, for a wrong one, why it is wrong."""

    text: str
    correct: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of the things to be put in order."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A part of a passage that can be marked; a verbatim piece of the passage."""

    text: str
    correct: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quotation of the article from which the key follows; ``occurrence`` counts from 1."""

    quote: str
    occurrence: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a generated question came about: the rule, and the witnesses that agree on it."""

    rule: str
    witnesses: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What questions of every type have; ``reason`` says why a rejected one was rejected."""

    id: str
    kind: str
    prompt: str
    explanation: str
    evidence: list[Evidence] = field(default_factory=list)
    difficulty: int | None = None
    status: Status = "approved"
    reason: str | None = None
    tags: list[str] = field(default_factory=list)
    derivation: Derivation | None = None

    @property
    def skill(self) -> Skill:
        """The skill under which answers to this question are reported."""
        return KINDS[self.kind].skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(_Question):
    """Choose one of the options."""

    type: Literal["choice"] = "choice"
    options: list[Option]

    def __post_init__(self) -> None:
        one_key(self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(_Question):
    """Choose every option that is right."""

    type: Literal["multiple"] = "multiple"
    options: list[Option]

    def __post_init__(self) -> None:
        some_key(self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(_Question):
    """Put the options in order; the bank lists them in the right one."""

    type: Literal["order"] = "order"
    options: list[Item]

    def __post_init__(self) -> None:
        distinct([item.text for item in self.options], "options")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(_Question):
    """Find for each left side its right side."""

    type: Literal["match"] = "match"
    pairs: list[Pair]

    def __post_init__(self) -> None:
        distinct_sides(self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry(_Question):
    """Type the answer; ``accept`` has every wording that is right."""

    type: Literal["text"] = "text"
    accept: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hottext(_Question):
    """Mark words in a passage."""

    type: Literal["hottext"] = "hottext"
    passage: str
    targets: list[Target]

    def __post_init__(self) -> None:
        targets_in(self.passage, self.targets)

    def span(self, target: Target) -> tuple[int, int]:
        """Where a target stands in the passage: its first occurrence as whole words, else its first."""
        return span_in(self.passage, target.text)


Question = Choice | Multiple | Order | Match | TextEntry | Hottext
"""A question of any type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReference:
    """The article a bank is about: its file relative to the bank, the hash of its raw text, its outlet."""

    file: str
    sha256: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """One file of questions about one article, or about none.

    ``witnesses`` tells which version of each witness read the article, on generated banks only.
    """

    VERSION: ClassVar[int] = 1

    version: Literal[1] = 1
    id: str
    title: str
    language: str = "en"
    license: str | None = None
    article: ArticleReference | None = None
    witnesses: dict[str, str] = field(default_factory=dict)
    questions: list[Question]


# The rules that hold between the parts of a question. Each raises MisplacedError.


def one_key(options: list[Option]) -> None:
    """Exactly one option is right, and no two read the same."""
    keys = [index for index, option in enumerate(options) if option.correct]
    if len(keys) != 1:
        where = (keys[1], "correct") if keys else ()
        message = f"exactly one option must be correct, not {len(keys) or 'none'}"
        raise MisplacedError(message, *where, flaw="key")
    distinct([option.text for option in options], "options")


def some_key(options: list[Option]) -> None:
    """At least one option is right, and no two read the same."""
    if not any(option.correct for option in options):
        raise MisplacedError("at least one option must be correct", flaw="key")
    distinct([option.text for option in options], "options")


def distinct_sides(pairs: list[Pair]) -> None:
    """No two left sides read the same, and no two right sides."""
    distinct([pair.left for pair in pairs], "left sides", "left")
    distinct([pair.right for pair in pairs], "right sides", "right")


def distinct(texts: list[str], what: str, key: str = "text") -> None:
    """No two texts are the same, whatever their case and spaces."""
    seen: set[str] = set()
    for index, text in enumerate(texts):
        folded = " ".join(text.casefold().split())
        if folded in seen:
            raise MisplacedError(f"two {what} read “{_on_a_line(text)}”", index, key, flaw="repeated-option")
        seen.add(folded)


def targets_in(passage: str, targets: list[Target]) -> None:
    """At least one target is right, and all stand in the passage, beside each other."""
    if not any(target.correct for target in targets):
        raise MisplacedError("at least one target must be correct", "targets", flaw="key")
    spans: list[tuple[int, int]] = []
    for index, target in enumerate(targets):
        where = ("targets", index, "text")
        if any(target.text == other.text for other in targets[:index]):
            raise MisplacedError(
                f"two targets read “{_on_a_line(target.text)}”", *where, flaw="repeated-option"
            )
        if target.text not in passage:
            message = f"the target “{_on_a_line(target.text)}” is not in the passage"
            raise MisplacedError(message, *where, flaw="target-not-in-passage")
        start, end = span_in(passage, target.text)
        if any(start < last and first < end for first, last in spans):
            message = f"the target “{_on_a_line(target.text)}” overlaps another one"
            raise MisplacedError(message, *where, flaw="target-not-in-passage")
        spans.append((start, end))


def span_in(passage: str, text: str) -> tuple[int, int]:
    """Where a text stands in a passage: its first occurrence as whole words, else its first."""
    whole = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", passage)
    start = whole.start() if whole else passage.index(text)
    return start, start + len(text)


def _on_a_line(text: str) -> str:
    return " ".join(text.splitlines())
