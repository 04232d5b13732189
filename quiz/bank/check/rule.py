"""What a rule of the linter is: a class that explains itself and finds its flaw in a question or a bank."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from quiz.bank.check.diagnostic import Edit, Level
from quiz.bank.check.subject import Asked, Subject
from quiz.bank.positions import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule found its flaw: at the value of ``path``, or at the key that leads to it.

    ``part`` are the offending words inside the value, marked where the file has them letter for letter.
    """

    path: Path
    message: str
    help: str | None = None
    part: str | None = None
    at_key: bool = False
    edits: tuple[Edit, ...] = ()


class Rule:
    """A rule; the docstring of each subclass says in one sentence what it finds.

    ``why`` says why that matters to a player, ``source`` where the convention comes from. A rule that is not
    ``default`` runs only where it is selected. A ``local`` one looks at what only some machines have, so that
    a comment which silences it is never said to be of no use.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    level: ClassVar[Level]
    why: ClassVar[str]
    example: ClassVar[str]
    source: ClassVar[str]
    default: ClassVar[bool] = True
    local: ClassVar[bool] = False

    @classmethod
    def what(cls) -> str:
        """Say in one sentence what the rule finds."""
        return " ".join((cls.__doc__ or "").split())


class FileRule(Rule):
    """A flaw that reading the file finds; ``name`` is the flaw of its problems."""


class QuestionRule(Rule):
    """A rule about one question at a time."""

    def check(self, asked: Asked) -> Iterable[Finding]:
        """Find the flaw in one question."""
        raise NotImplementedError


class BankRule(Rule):
    """A rule about the bank as a whole."""

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Find the flaw in the questions of a bank."""
        raise NotImplementedError
