"""Version 1 of the format as pydantic models: the edge where YAML comes in and becomes a Bank."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    field_validator,
    model_validator,
)

from quiz.bank import model
from quiz.bank.kinds import KINDS

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Identifier = Annotated[str, Field(pattern=ID_PATTERN, max_length=120)]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("must not be blank")
    return value


ListedText = Annotated[Text, AfterValidator(_filled)]
"""A text inside a list or beside a free key, where the check of whole fields does not look."""
KindName = Annotated[str, Field(json_schema_extra={"enum": list(KINDS)})]


class _Part(BaseModel):
    """A piece of a bank: frozen, exact in its types, without keys nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @field_validator("*", mode="after")
    @classmethod
    def _not_only_space(cls, value: Any) -> Any:
        if isinstance(value, str) and not value.strip():
            raise ValueError("must not be blank")
        return value


class Option(_Part):
    """An answer offered; ``why`` says, for a wrong one, why it is wrong."""

    text: Text = Field(description="The answer as the player reads it.")
    correct: bool = Field(default=False, description="True on the key.")
    why: Text | None = Field(default=None, description="Why this option is not the key.")


class Item(_Part):
    """One of the things to be put in order."""

    text: Text = Field(description="The item as the player reads it.")


class Pair(_Part):
    """Two things that belong together."""

    left: Text = Field(description="What is given.")
    right: Text = Field(description="What belongs to it.")


class Target(_Part):
    """A part of a passage that can be marked; a verbatim piece of the passage."""

    text: Text = Field(description="The words, exactly as they stand in the passage.")
    correct: bool = Field(default=False, description="True on the key.")
    why: Text | None = Field(default=None, description="Why these words are not the key.")


class Evidence(_Part):
    """A verbatim quotation of the article from which the key follows."""

    quote: Text = Field(description="An exact substring of the raw article.")
    occurrence: int = Field(default=1, ge=1, le=10_000, description="Which occurrence is meant, from 1.")


class Derivation(_Part):
    """How a generated question came about."""

    rule: Text = Field(description="The rule that read the deciding words.")
    witnesses: list[ListedText] = Field(min_length=1, description="The witnesses that agree on it.")


class _Question(_Part):
    """What questions of every type have."""

    id: Identifier = Field(description="Stable and unique in the bank: history hangs on it.")
    kind: KindName = Field(description="What the question asks about.")
    prompt: Text = Field(description="The question as the player reads it. Plain text.")
    explanation: Text = Field(description="Why the key is the key, in words of the article.")
    evidence: list[Evidence] = Field(default=[], description="Quotations from which the key follows.")
    difficulty: int | None = Field(default=None, ge=1, le=5, description="Estimated, 1 easy to 5 hard.")
    status: Literal["approved", "draft", "rejected"] = Field(
        default="approved",
        description="Only approved questions are played; a rejected one stays so that it is not made again.",
    )
    reason: Text | None = Field(default=None, description="Why a rejected question was rejected.")
    tags: list[ListedText] = Field(default=[], description="Free words for finding the question.")
    derivation: Derivation | None = Field(default=None, description="On generated questions only.")

    @field_validator("kind")
    @classmethod
    def _known_kind(cls, value: str) -> str:
        if value not in KINDS:
            raise ValueError(f"unknown kind “{value}”")
        return value


class Choice(_Question):
    """Choose one of the options."""

    type: Literal["choice"]
    options: list[Option] = Field(min_length=2, max_length=6, description="The answers; one is correct.")

    @field_validator("options")
    @classmethod
    def _one_key(cls, options: list[Option]) -> list[Option]:
        model.one_key(options)  # type: ignore[arg-type]
        return options


class Multiple(_Question):
    """Choose every option that is right."""

    type: Literal["multiple"]
    options: list[Option] = Field(min_length=2, max_length=8, description="The answers; one or more correct.")

    @field_validator("options")
    @classmethod
    def _some_key(cls, options: list[Option]) -> list[Option]:
        model.some_key(options)  # type: ignore[arg-type]
        return options


class Order(_Question):
    """Put the options in order; the bank lists them in the right one."""

    type: Literal["order"]
    options: list[Item] = Field(min_length=2, max_length=8, description="The items, in the right order.")

    @field_validator("options")
    @classmethod
    def _distinct_items(cls, options: list[Item]) -> list[Item]:
        model.distinct([option.text for option in options], "options")
        return options


class Match(_Question):
    """Find for each left side its right side."""

    type: Literal["match"]
    pairs: list[Pair] = Field(min_length=2, max_length=8, description="What belongs together.")

    @field_validator("pairs")
    @classmethod
    def _distinct_sides(cls, pairs: list[Pair]) -> list[Pair]:
        model.distinct_sides(pairs)  # type: ignore[arg-type]
        return pairs


class TextEntry(_Question):
    """Type the answer."""

    type: Literal["text"]
    accept: list[ListedText] = Field(min_length=1, max_length=20, description="Every wording that is right.")


class Hottext(_Question):
    """Mark words in a passage."""

    type: Literal["hottext"]
    passage: Text = Field(description="The passage in which words are marked.")
    targets: list[Target] = Field(min_length=2, max_length=40, description="The parts that can be marked.")

    @model_validator(mode="after")
    def _targets_in_passage(self) -> Self:
        model.targets_in(self.passage, self.targets)  # type: ignore[arg-type]
        return self


Question = Annotated[Choice | Multiple | Order | Match | TextEntry | Hottext, Field(discriminator="type")]
"""A question of any type."""

_QUESTION: TypeAdapter[Any] = TypeAdapter(Question)


class ArticleReference(_Part):
    """The article a bank is about."""

    file: Text = Field(description="The article's file, relative to the bank.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(description="Of the raw text as UTF-8.")
    outlet: Text | None = Field(default=None, description="The publication, when known.")

    @field_validator("file")
    @classmethod
    def _relative(cls, value: str) -> str:
        parts = value.split("/")
        if value.startswith("/") or "\\" in value or re.match(r"[A-Za-z]:", value) or "\0" in value:
            raise ValueError("must be a path relative to the bank, with forward slashes")
        if ".." in parts[1:]:
            raise ValueError("may go up one folder at most, at its beginning")
        return value


class Bank(_Part):
    """One file of questions about one article, or about none."""

    version: Literal[1] = Field(description="The version of the format.")
    id: Identifier = Field(description="Stable: history hangs on it.")
    title: Text = Field(description="The bank's name in the library.")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = Field(
        default="en", description="The language of the questions, as in BCP 47."
    )
    license: Text | None = Field(default=None, description="An SPDX licence expression.")
    article: ArticleReference | None = Field(default=None, description="The article, if there is one.")
    witnesses: dict[str, ListedText] = Field(
        default={}, description="Which version of each witness read the article; on generated banks only."
    )
    questions: list[Question] = Field(min_length=1, max_length=2_000, description="The questions.")

    @field_validator("questions")
    @classmethod
    def _unique_ids(cls, questions: list[Any]) -> list[Any]:
        seen: set[str] = set()
        for question in questions:
            if question.id in seen:
                raise ValueError(f"two questions have the id “{question.id}”")
            seen.add(question.id)
        return questions


def bank_of(value: object) -> model.Bank:
    """The bank that plain values are. Raises pydantic's ValidationError."""
    bank: model.Bank = _converted(Bank.model_validate(value))
    return bank


def question_of(value: object) -> model.Question:
    """The question that plain values are. Raises pydantic's ValidationError."""
    question: model.Question = _converted(_QUESTION.validate_python(value))
    return question


def reference_of(value: object) -> model.ArticleReference:
    """The reference to an article that plain values are. Raises pydantic's ValidationError."""
    reference: model.ArticleReference = _converted(ArticleReference.model_validate(value))
    return reference


def _converted(part: Any) -> Any:
    if isinstance(part, list):
        return [_converted(one) for one in part]
    if not isinstance(part, BaseModel):
        return part
    kind = getattr(model, type(part).__name__)
    return kind(**{name: _converted(getattr(part, name)) for name in type(part).model_fields})
