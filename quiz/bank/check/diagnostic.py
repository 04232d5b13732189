"""What the linter says: one diagnostic, and the edits of the file that would mend it."""

from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``text[start:end]`` of the file; offsets count code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one rule.

    ``file`` is how the user calls the file. Lines and columns count from 1, columns in code points; the
    end is exclusive. ``message`` is one clause without a full stop, ``help`` says what to do, ``why`` why it
    matters to a player. ``question`` is the place of the question it is about, from 0; None for the bank.
    ``edits`` mend it without changing what the bank means; empty where only a person can.
    """

    code: str
    level: Level
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    help: str | None = None
    why: str = field(default="", compare=False)
    question: int | None = field(default=None, compare=False)
    edits: tuple[Edit, ...] = field(default=(), compare=False)
