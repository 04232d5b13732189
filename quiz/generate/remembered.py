"""Keeps what was worked out once, because many rules and kinds ask the same of a text or of a reading."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from quiz.generate.facts import Reading

_Subject = TypeVar("_Subject")
_Answer = TypeVar("_Answer")
_More = ParamSpec("_More")

_TEXTS = 4096
"""Texts whose answers are kept for each function: more than the sentences and options of an article."""

by_text = lru_cache(maxsize=_TEXTS)
"""For a function of texts alone: the answers of the last few thousand are kept."""


def by_reading(
    function: Callable[Concatenate[_Subject, Reading, _More], _Answer],
) -> Callable[Concatenate[_Subject, Reading, _More], _Answer]:
    """For a function of something in an article and its reading, which keeps the answers as long as it lives.

    Texts and spans are the same when they are equal, everything else when it is one object.
    """

    @wraps(function)
    def remembered(
        subject: _Subject, reading: Reading, /, *more: _More.args, **named: _More.kwargs
    ) -> _Answer:
        same = subject if isinstance(subject, (str, tuple)) else id(subject)
        key = (function, same, more, *named.values())
        known = reading.remembered.get(key)
        if known is None:  # the subject is kept as well, so that no other object can take its identity
            known = reading.remembered[key] = (function(subject, reading, *more, **named), subject)
        answer: _Answer = known[0]
        return answer

    return remembered
