"""What is wrong with a bank, and where: the one form in which every reader of banks says it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz.errors import QuizError

LONGEST_SHOWN = 60
"""A quotation from the file inside a message is cut to this many characters."""


MOST_SAID = 10
"""Problems that are told one by one; whoever has more than this begins at the first anyway."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong; ``path`` is how the user calls the file, line and column count from 1.

    ``message`` is one clause without a full stop, ``help`` says what to do about it. ``flaw`` names the kind
    of flaw as the rules of `quiz check` do, ``span`` holds the offsets of what is wrong where they are known.
    """

    path: str
    line: int
    column: int
    message: str
    help: str | None = None
    flaw: str = field(default="not-as-needed", compare=False, kw_only=True)
    span: tuple[int, int] | None = field(default=None, compare=False, kw_only=True)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class BankError(QuizError):
    """A bank cannot be used; ``problems`` are all that were found, in the order of the file."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("a BankError needs a problem")
        super().__init__(str(self))

    def __str__(self) -> str:
        more = len(self.problems) - 1
        first = str(self.problems[0])
        return first if not more else f"{first} (and {more} more problem{'s' if more > 1 else ''})"

    def lines(self) -> list[str]:
        """Say the first problems, each with its help; the rest are counted."""
        said = []
        for problem in self.problems[:MOST_SAID]:
            said.append(str(problem))
            if problem.help:
                said.append(f"  help: {problem.help}")
        if len(self.problems) > MOST_SAID:
            said.append(f"and {len(self.problems) - MOST_SAID} more problems")
        return said


def shown(text: str) -> str:
    """``text`` as it may stand inside a message: on one line, without control characters, not too long."""
    clean = "".join(character if character.isprintable() else " " for character in text)
    clean = " ".join(clean.split())
    return clean if len(clean) <= LONGEST_SHOWN else clean[: LONGEST_SHOWN - 1].rstrip() + "…"
