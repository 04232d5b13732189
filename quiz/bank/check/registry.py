"""Every rule there is: found by being in a module of ``rules``; and choosing among them."""

import importlib
import pkgutil
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache

from quiz.bank.check import rules
from quiz.bank.check.rule import Rule
from quiz.errors import QuizError

FAMILIES = {
    "F": "file",
    "O": "options",
    "P": "prompt",
    "B": "bank",
    "G": "blind",
    "E": "evidence",
    "N": "neutrality",
    "X": "explanation",
    "T": "export",
}
"""The first letter of a code and the family it stands for."""


class UnknownRuleError(QuizError):
    """There is no rule of this code; the message is one sentence for the user."""


@cache
def every_rule() -> tuple[type[Rule], ...]:
    """Return the rules in the order of families and codes."""
    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    order = list(FAMILIES)
    return tuple(sorted(set(_below(Rule)), key=lambda rule: (order.index(rule.code[0]), rule.code)))


def find_rule(code: str) -> type[Rule]:
    """Find a rule by its code or name. Raises UnknownRuleError."""
    wanted = code.strip()
    for rule in every_rule():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    known = [word for rule in every_rule() for word in (rule.code, rule.name)]
    near = get_close_matches(wanted, known, 1) or get_close_matches(wanted.upper(), known, 1)
    meant = f"; did you mean {near[0]}?" if near else ". “quiz rule” lists them."
    raise UnknownRuleError(f"There is no rule “{wanted}”{meant}")


def select_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """Return the codes of the rules that are to run.

    ``select`` and ``ignore`` hold codes or beginnings of codes; “ALL” is every rule. The longer of two
    beginnings wins, and of two alike the one that is ignored. Without ``select`` the default rules run.
    Raises UnknownRuleError for a beginning that no code has.
    """
    wanted = [_prefix(one) for one in select]
    unwanted = [_prefix(one) for one in ignore]
    chosen = set()
    for rule in every_rule():
        code = rule.code
        yes = _longest(code, wanted) if select else (0 if rule.default else -1)
        if yes >= 0 and yes > _longest(code, unwanted):
            chosen.add(code)
    return frozenset(chosen)


def _prefix(written: str) -> str:
    prefix = written.strip().upper()
    if prefix == "ALL":
        return ""
    if not prefix or not any(rule.code.startswith(prefix) for rule in every_rule()):
        return find_rule(written).code
    return prefix


def _longest(code: str, prefixes: Iterable[str]) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def _below(base: type[Rule]) -> Iterable[type[Rule]]:
    for rule in base.__subclasses__():
        if "code" in vars(rule):
            yield rule
        yield from _below(rule)
