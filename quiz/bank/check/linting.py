"""From the text of a bank to its diagnostics: read once, every rule asked, ignored lines left out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath

from pydantic import ValidationError

from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.ignoring import Ignore, ignore_problems, ignores_in, silenced
from quiz.bank.check.placing import anchor_of, from_finding, from_problem
from quiz.bank.check.played import Played, Results, nobody_played
from quiz.bank.check.reaching import article_of, folded, with_hash
from quiz.bank.check.registry import every_rule
from quiz.bank.check.rule import BankRule, Finding, QuestionRule, Rule
from quiz.bank.check.subject import Asked, Subject, look_at
from quiz.bank.files import LARGEST_BYTES
from quiz.bank.model import ArticleReference
from quiz.bank.positions import Positions
from quiz.bank.problems import BankError, Problem
from quiz.bank.shape import question_of, reference_of
from quiz.bank.validation import bank_from_values
from quiz.bank.yaml_values import YamlValues, read_values


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file of so many questions; ``readable`` says whether it is YAML at all.

    ``bank`` is the bank's id, None where there is no bank that can be used.
    """

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    questions: int
    readable: bool
    bank: str | None = None


def check_text(
    text: str,
    label: str,
    *,
    path: FilePath | None,
    codes: Collection[str],
    results: Results = nobody_played,
) -> Checked:
    """Check the text of a bank that the user calls ``label``, by the rules of ``codes``. Never raises.

    ``path`` is the bank's file, beside which its article is looked for; None for the current folder.
    ``results`` knows what players answered.
    """
    text = text.removeprefix("\ufeff")
    positions = Positions(text)
    try:
        if len(text) > LARGEST_BYTES:
            raise too_large(label)
        values = read_values(text, label)
    except BankError as error:
        found = [from_problem(problem, positions, codes) for problem in error.problems]
        return Checked(label, text, _sorted(found), 0, False)
    return check_values(values, label, path=path, codes=codes, results=results)


def check_values(
    values: YamlValues,
    label: str,
    *,
    path: FilePath | None,
    codes: Collection[str],
    results: Results = nobody_played,
) -> Checked:
    """Check a bank whose text is read already, as `check_text` does. Never raises."""
    positions = values.positions
    text = positions.text
    problems: tuple[Problem, ...] = ()
    played: Mapping[str, Played] = {}
    name = None
    try:
        bank = bank_from_values(values, label)
        asked = tuple(
            look_at(index, one, bank.article is not None)
            for index, one in enumerate(bank.questions)
            if one.status != "rejected"  # nobody will ever read it
        )
        reference = bank.article
        name, played = bank.id, results(bank.id)
    except BankError as error:
        problems = tuple(with_hash(error.problems, values, path))
        reference = _reference_of(values)
        asked = tuple(_whole_questions(values, reference is not None))
    article, article_problem = article_of(reference, path, positions, label)
    subject = Subject(
        positions, asked, reference, article, folded(article), article_problem, not problems, played
    )
    found = [from_problem(problem, positions, codes) for problem in problems]
    findings = list(_findings(subject, codes))
    ignores = ignores_in(text, positions)
    anchors: list[int] = [0] * len(found)
    for rule, finding in findings:
        found.append(from_finding(rule, finding, positions, label))
        anchors.append(anchor_of(finding, positions) if ignores else 0)
    if ignores:
        found = _without_ignored(found, anchors, ignores, positions, label, codes)
    return Checked(label, text, _sorted(found), _count(values), True, name)


def too_large(label: str) -> BankError:
    """Return the error of a file above the limit."""
    message = f"the file is too large for a bank: the limit is {LARGEST_BYTES >> 20} MB"
    return BankError([Problem(label, 1, 1, message, flaw="unreadable")])


def problems_checked(error: BankError, label: str, codes: Collection[str]) -> Checked:
    """Return what is to be said of a file that could not even be read."""
    found = [from_problem(problem, None, codes) for problem in error.problems]
    return Checked(label, "", _sorted(found), 0, False)


def _findings(subject: Subject, codes: Collection[str]) -> Iterator[tuple[type[Rule], Finding]]:
    of_question, of_bank = _running(frozenset(codes))
    for rule in of_question:
        check = rule.check
        for asked in subject.questions:
            for finding in check(asked):
                yield type(rule), finding
    for whole in of_bank:
        for finding in whole.check(subject):
            yield type(whole), finding


@cache
def _running(codes: frozenset[str]) -> tuple[tuple[QuestionRule, ...], tuple[BankRule, ...]]:
    chosen = [rule for rule in every_rule() if rule.code in codes]
    return (
        tuple(rule() for rule in chosen if issubclass(rule, QuestionRule)),
        tuple(rule() for rule in chosen if issubclass(rule, BankRule)),
    )


def _without_ignored(
    found: list[Diagnostic | None],
    anchors: list[int],
    ignores: list[Ignore],
    positions: Positions,
    label: str,
    codes: Collection[str],
) -> list[Diagnostic | None]:
    used: set[tuple[int, str]] = set()
    kept = [
        one
        for one, anchor in zip(found, anchors, strict=True)
        if one is None or not silenced(one, anchor, ignores, used)
    ]
    for problem in ignore_problems(ignores, used, codes, positions, label):
        kept.append(from_problem(problem, positions, codes))
    return kept


def _sorted(found: Iterable[Diagnostic | None]) -> tuple[Diagnostic, ...]:
    kept = [one for one in found if one is not None]
    return tuple(sorted(kept, key=lambda one: (one.line, one.column, one.code, one.message)))


def _whole_questions(values: YamlValues, about_article: bool) -> Iterator[Asked]:
    """Read the questions that are well in a bank that is not."""
    questions = values.value.get("questions") if isinstance(values.value, dict) else None
    for index, value in enumerate(questions if isinstance(questions, list) else ()):
        if any(refused[:2] == ("questions", index) for refused in values.refused):
            continue
        try:
            question = question_of(value)
        except ValidationError:
            continue
        if question.status != "rejected":
            yield look_at(index, question, about_article)


def _reference_of(values: YamlValues) -> ArticleReference | None:
    value = values.value.get("article") if isinstance(values.value, dict) else None
    if value is None or any(refused[:1] == ("article",) for refused in values.refused):
        return None
    try:
        return reference_of(value)
    except ValidationError:
        return None


def _count(values: YamlValues) -> int:
    questions = values.value.get("questions") if isinstance(values.value, dict) else None
    return len(questions) if isinstance(questions, list) else 0
