"""The two ends of a conversation in lines: what is read and written, and questions with a few answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quiz.visible import one_line

Read = Callable[[float | None], str | None]
"""Gives the next line, None at the end; raises TimeoutError when the seconds given are over."""

Write = Callable[[str], None]


class Left(Exception):  # noqa: N818 (nothing went wrong)
    """The player left, with “quit” or because there are no more lines (``ended``)."""

    def __init__(self, *, ended: bool) -> None:
        super().__init__()
        self.ended = ended


@dataclass(frozen=True, slots=True)
class Talk:
    """Where lines come from and go to; only a ``person`` at a terminal is asked more than the questions."""

    read: Read
    write: Write
    person: bool = False

    def line(self, seconds: float | None = None) -> str:
        """The next line. Raises Left at the end, and TimeoutError when the seconds are over."""
        line = self.read(seconds)
        if line is None:
            raise Left(ended=True)
        return line.strip()

    def choose(self, question: str, answers: Mapping[str, str], *, more: str) -> str:
        """Ask until one of a few answers is typed, and return what it stands for.

        ``answers`` leads from what may be typed, “” being Enter alone, to what it means; ``more`` is the
        help. Raises Left for “quit” and at the end.
        """
        self.write(question)
        while True:
            said = one_line(self.line()).casefold().rstrip(".!")
            if said in answers:
                return answers[said]
            if said in {"q", "quit", "exit"}:
                raise Left(ended=False)
            if said not in {"help", "?"}:
                self.write("That is not one of the answers.")
            self.write(more)

    def agree(self, question: str, *, more: str, default: bool | None = None) -> bool:
        """Ask for yes or no; Enter alone is ``default``, unless that is None. Raises Left."""
        answers = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}
        if default is not None:
            answers[""] = "yes" if default else "no"
        return self.choose(question, answers, more=more) == "yes"
