"""Questions and banks as plain data for JSON and YAML, and back again.

Back again is for data this program wrote itself: snapshots and caches. What people write goes through
`quiz.bank.shape`, which says what is wrong where.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Final

from quiz.bank import model
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank, Question

_ALWAYS: Final = frozenset({"type", "version"})
_TYPES: Final[Mapping[str, type[Any]]] = {
    "choice": model.Choice,
    "multiple": model.Multiple,
    "order": model.Order,
    "match": model.Match,
    "text": model.TextEntry,
    "hottext": model.Hottext,
}
_PARTS: Final[Mapping[str, type[Any]]] = {
    "evidence": model.Evidence,
    "pairs": model.Pair,
    "targets": model.Target,
    "derivation": model.Derivation,
    "article": model.ArticleReference,
}


def as_data(part: Any) -> Any:
    """A bank, a question or a part of one as mappings, lists and texts, without what is at its default."""
    if isinstance(part, list):
        return [as_data(one) for one in part]
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return {
        name: as_data(value)
        for name, default in _defaults(type(part)).items()
        if (value := getattr(part, name)) != default or name in _ALWAYS
    }


@cache
def _defaults(kind: type[Any]) -> dict[str, Any]:
    """The names of the parts of something, in order, with their defaults."""
    return {
        one.name: one.default_factory() if one.default_factory is not MISSING else one.default
        for one in fields(kind)
    }


def question_json(question: Question) -> str:
    """A question as JSON on one line."""
    return json.dumps(as_data(question), ensure_ascii=False, separators=(",", ":"))


def question_from_json(text: str) -> Question:
    """Read what `question_json` wrote. Raises ValueError if it is something else."""
    try:
        return question_from_data(json.loads(text))
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("this is no question") from error


def question_from_data(data: Mapping[str, Any]) -> Question:
    """A question from what `as_data` made. Raises KeyError, TypeError or ValueError for anything else."""
    kind = _TYPES[data["type"]]
    option = model.Item if kind is model.Order else model.Option
    question: Question = kind(**{name: _part(name, value, option) for name, value in data.items()})
    if question.kind not in KINDS:
        raise ValueError(f"unknown kind “{question.kind}”")
    return question


def _part(name: str, value: Any, option: type[Any]) -> Any:
    kind = option if name == "options" else _PARTS.get(name)
    if kind is None or value is None:
        return value
    return [kind(**one) for one in value] if isinstance(value, list) else kind(**value)


def bank_from_data(data: Mapping[str, Any]) -> Bank:
    """A bank from what `as_data` made. Raises KeyError, TypeError or ValueError for anything else."""
    parts = {name: _part(name, value, model.Option) for name, value in data.items() if name != "questions"}
    return Bank(**parts, questions=[question_from_data(one) for one in data["questions"]])
