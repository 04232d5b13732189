"""The kinds of question: every module here is one, and is found by being here."""

import random
from collections.abc import Callable, Collection, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quiz.bank.kinds import KINDS
from quiz.generate.candidates import Candidate, Proposal
from quiz.generate.facts import Reading

Propose = Callable[[Reading, random.Random], Iterator[Proposal]]
"""What a kind's module offers as ``propose``: every question it can ask, and why it asks no more."""

Answer = Callable[[Candidate, Reading], frozenset[str]]
"""What it offers as ``answers``: the options that are right by the whole article, in doubt too many."""


@cache
def kinds() -> dict[str, Propose]:
    """Return the ``propose`` function of each kind, by the kind's name, which is its module's."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").propose for name in names}


def kinds_wanted(names: Collection[str], skills: Collection[str]) -> tuple[str, ...]:
    """Return the kinds that are named and report under one of the skills; an empty collection bars nothing.

    Nothing at all comes back when nothing bars, so that the answer can be handed to ``generate``. Raises
    LookupError when no kind is both.
    """
    if not names and not skills:
        return ()
    wanted = tuple(
        k for k in kinds() if (not names or k in names) and (not skills or KINDS[k].skill in skills)
    )
    if not wanted:
        raise LookupError("no kind of question fits")
    return wanted


@cache
def answering() -> dict[str, Answer]:
    """Return the ``answers`` function of each kind that has one."""
    modules = {name: import_module(f"{__name__}.{name}") for name in kinds()}
    return {name: module.answers for name, module in modules.items() if hasattr(module, "answers")}
