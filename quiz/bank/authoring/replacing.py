"""One question of a bank as a text of its own, to be edited, and back into the bank."""

import re
from dataclasses import dataclass

from quiz.bank.authoring.layout import Piece, line_end_of, pieces_of
from quiz.bank.saving import SaveError
from quiz.bank.yaml_values import read_values

_LINE_END = re.compile(r"\r\n|\r|\n")  # not what else `str.splitlines` takes for one


@dataclass(frozen=True, slots=True)
class Cut:
    """A question cut out of a bank: its lines, as far to the left as they go, and where they came from.

    ``text`` is the bank's whole text, ``line`` the line of it in which the question begins, from 1.
    """

    written: str
    text: str
    line: int
    _piece: Piece

    def put_back(self, written: str) -> str:
        """Return the bank's text with ``written`` in place of the question's lines."""
        end_of_line = line_end_of(self.text)
        lines = _LINE_END.split(written)
        while lines and not lines[-1].strip():
            lines.pop()
        indent = " " * self._piece.dash
        moved = "".join((indent + line if line else "") + end_of_line for line in lines)
        return self.text[: self._piece.start] + moved + self.text[self._piece.end :]


def cut_question(text: str, label: str, index: int) -> Cut:
    """Cut out the question number ``index``, from 0, with the comments right above it.

    Raises BankError if ``text`` is not YAML, and SaveError if the question has no lines of its own.
    """
    pieces = pieces_of(read_values(text, label))
    if pieces is None or index >= len(pieces):
        raise SaveError("This question has no lines of its own; edit the whole bank instead.")
    piece = pieces[index]
    first = len(_LINE_END.findall(text, 0, piece.start)) + 1
    lines = _LINE_END.split(text[piece.start : piece.end])
    indent = " " * piece.dash
    return Cut("\n".join(line.removeprefix(indent) for line in lines), text, first, piece)
