"""From problems of reading and findings of rules to diagnostics, with the lines and columns to point at."""

import re
from collections.abc import Collection
from functools import cache

from quiz.bank.check.diagnostic import Diagnostic, Edit
from quiz.bank.check.quoting import quote_edit
from quiz.bank.check.registry import every_rule
from quiz.bank.check.rule import FileRule, Finding, Rule
from quiz.bank.check.subject import IN_MARKS
from quiz.bank.positions import Position, Positions
from quiz.bank.problems import Problem


def from_problem(problem: Problem, positions: Positions | None, codes: Collection[str]) -> Diagnostic | None:
    """Make a diagnostic of a problem, if its rule is among ``codes``."""
    rule = _file_rules()[problem.flaw]
    if rule.code not in codes:
        return None
    end_line, end_column = problem.line, problem.column
    edits: tuple[Edit, ...] = ()
    if positions is not None and problem.span is not None:
        start, end = problem.span
        if problem.flaw in (
            "missing-key",
            "no-explanation",
        ):  # what lacks something is marked by its beginning
            end = start + len(positions.text[start:end].splitlines()[0]) if end > start else end
        place = positions.span(start, end)
        end_line, end_column = place.end_line, place.end_column
        if problem.flaw == "unquoted-value":
            edits = quote_edit(positions.text, start, end)
    return Diagnostic(
        rule.code,
        rule.level,
        problem.path,
        problem.line,
        problem.column,
        end_line,
        end_column,
        problem.message,
        problem.help,
        why=rule.why,
        edits=edits,
    )


def from_finding(rule: type[Rule], finding: Finding, positions: Positions, label: str) -> Diagnostic:
    """Make a diagnostic of what a rule found."""
    place = _place(finding, positions)
    path = finding.path
    question = path[1] if len(path) > 1 and path[0] == "questions" and isinstance(path[1], int) else None
    return Diagnostic(
        rule.code,
        rule.level,
        label,
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        finding.message,
        finding.help,
        why=rule.why,
        question=question,
        edits=finding.edits,
    )


def _place(finding: Finding, positions: Positions) -> Position:
    """Find the offending words in the value as it is written, or take the whole value."""
    if finding.at_key:
        return positions.key(finding.path)
    place = positions.at(finding.path)
    if finding.part:
        found = _find(positions.text[place.start : place.end], finding.part)
        if found >= 0:
            return positions.span(place.start + found, place.start + found + len(finding.part))
    return place


def _find(written: str, part: str) -> int:
    """Find ``part`` as words of their own, rather outside quotations than inside; -1 if it is not there."""
    words = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
    edge = 1 if written[:1] in ("'", '"') else 0
    inner = written[edge : len(written) - edge]
    own = IN_MARKS.sub(lambda quotation: "\0" * len(quotation[0]), inner)
    for text in (own, inner):
        if found := words.search(text):
            return edge + found.start()
    return written.find(part)


def anchor_of(finding: Finding, positions: Positions) -> int:
    """Return the line of the key under which a value stands: a comment there is meant for it, too."""
    path = finding.path
    while path and path not in positions.keys:
        path = path[:-1]
    return positions.key(path).line if path else 0


@cache
def _file_rules() -> dict[str, type[FileRule]]:
    return {rule.name: rule for rule in every_rule() if issubclass(rule, FileRule)}
