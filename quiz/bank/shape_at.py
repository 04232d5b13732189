"""Which of the format's models a place in a bank is read as."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from quiz.bank import shape
from quiz.bank.positions import Path


def value_at(values: Any, path: Path) -> Any:
    """The value at a place, or None if there is none."""
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def model_at(values: Any, path: Path) -> type[BaseModel] | None:
    """The model that the keys and values at a place are read as, or None if the format has none there."""
    model: type[BaseModel] | None = shape.Bank
    for depth, step in enumerate(path):
        if isinstance(step, int):
            continue
        if model is None or step not in model.model_fields:
            return None
        if step == "questions" and depth == 0:
            tag = value_at(values, (*path[:2], "type"))
            model = question_models().get(tag) if isinstance(tag, str) else None
        else:
            model = next(_models_in(model.model_fields[step].annotation), None)
    return model


@cache
def question_models() -> dict[str, type[BaseModel]]:
    """The model of each type of question."""
    return {
        get_args(model.model_fields["type"].annotation)[0]: model
        for model in _models_in(get_args(shape.Question)[0])
    }


@cache
def keys_of_any_question() -> frozenset[str]:
    """The keys that a question of some type may have."""
    return frozenset(key for model in question_models().values() for key in model.model_fields)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (list, Union, UnionType):
        for inner in get_args(annotation):
            yield from _models_in(inner)
