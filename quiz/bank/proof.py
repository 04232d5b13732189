"""A bank as an author looks at it while it is written: what can be read of it, and what the linter says."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.article import Article
from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.linting import check_text, check_values, problems_checked
from quiz.bank.check.reaching import article_of
from quiz.bank.files import LARGEST_BYTES, BankFile, read_bank_text
from quiz.bank.problems import BankError, Problem
from quiz.bank.validation import bank_from_values
from quiz.bank.yaml_values import YamlValues, read_values


@dataclass(frozen=True, slots=True)
class Proof:
    """A bank at one moment.

    ``file`` is None while it cannot be used; ``problems`` then say why. ``article`` is None without one, and
    where it cannot be read, of which the ``diagnostics`` tell. They are None until the bank is checked.
    """

    path: Path
    text: str
    file: BankFile | None
    article: Article | None
    problems: tuple[Problem, ...] = ()
    diagnostics: tuple[Diagnostic, ...] | None = None
    _values: YamlValues | None = None

    def question_at(self, diagnostic: Diagnostic) -> int | None:
        """The place of the question in which a finding is, from 0; None for one about the bank."""
        if diagnostic.question is not None or self._values is None:
            return diagnostic.question
        positions = self._values.positions
        index = 0
        while ("questions", index) in positions.values:
            at = positions.at(("questions", index))
            if at.line <= diagnostic.line <= at.end_line:
                return index
            index += 1
        return None


def read_proof(path: Path) -> Proof:
    """Read a bank and its article. Never raises for bad files."""
    label, text, values = str(path), "", None
    try:
        text = read_bank_text(path).removeprefix("\ufeff")
        values = read_values(text, label)
        file = BankFile(label, path, text, bank_from_values(values, label), values.positions)
    except BankError as error:
        return Proof(path, text, None, None, error.problems, None, values)
    article, _ = article_of(file.bank.article, path, file.positions, label)
    return Proof(path, text, file, article, (), None, values)


def checked(proof: Proof, codes: Collection[str]) -> Proof:
    """The same with what the rules of ``codes`` find. Never raises."""
    label = str(proof.path)
    if proof._values is not None and len(proof.text) <= LARGEST_BYTES:
        found = check_values(proof._values, label, path=proof.path, codes=codes)
    elif proof.text:
        found = check_text(proof.text, label, path=proof.path, codes=codes)
    else:
        found = problems_checked(BankError(proof.problems), label, codes)
    return replace(proof, diagnostics=found.diagnostics)
