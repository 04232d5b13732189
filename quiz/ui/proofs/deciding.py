"""The decisions about a bank's questions: each is in the file when it is made, and can be undone."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.keeping import put_back
from quiz.bank.authoring.replacing import Cut, cut_question
from quiz.bank.files import SaveError, parse_bank, read_bank_text
from quiz.bank.model import Status
from quiz.bank.problems import BankError


@dataclass(frozen=True, slots=True)
class Decision:
    """The bank's text before and after, and the question that was decided about."""

    before: str
    after: str
    question: str


class Decisions:
    """Decides about the questions of one bank. Every method reads the file as it is now.

    All raise SaveError or BankError where nothing can be written; the file is then as it was.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.decisions: list[Decision] = []
        self._cut: Cut | None = None
        self._unread: dict[str, str] = {}

    @property
    def last(self) -> str:
        """The id of the question that was decided about last."""
        return self.decisions[-1].question if self.decisions else ""

    def decide(self, place: int, status: str, reason: str = "") -> None:
        """Give a question another status."""
        text = self._text()
        self._save(text, decided(text, str(self._path), place, cast("Status", status), reason), place)

    def undo(self) -> None:
        """Write the bank as it was before the last decision, unless somebody else has written since."""
        if not self.decisions:
            return
        last = self.decisions[-1]
        if self._text() != last.after:
            self.decisions.clear()
            raise SaveError(f"{self._path} was changed since, so that is not undone; decide again instead.")
        put_back(self._path, last.before, replaces=last.after)
        self.decisions.pop()

    def begin_edit(self, place: int) -> str:
        """Return a question as it is written, or as it was left when it could not be read."""
        text = self._text()
        self._cut = cut_question(text, str(self._path), place)
        return self._unread.get(self._name(text, place), self._cut.written)

    def end_edit(self, place: int, written: str) -> None:
        """Put an edited question back. Raises SaveError if it has problems, in lines as the editor counts."""
        if self._cut is None:
            return
        cut, self._cut = self._cut, None
        if written == cut.written:
            self._unread.pop(self._name(cut.text, place), None)
            return
        name = self._name(cut.text, place)
        changed = cut.put_back(written)
        try:
            parse_bank(changed, name)
        except BankError as error:
            self._unread[name] = written
            first = error.problems[0]
            where = f"line {first.line - cut.line + 1}" if first.line >= cut.line else "the bank"
            raise SaveError(
                f"Not saved: in {where}, {first.message}. e opens what you wrote once more."
            ) from None
        self._unread.pop(name, None)
        self._save(cut.text, changed, place)

    def _text(self) -> str:
        return read_bank_text(self._path).removeprefix("\ufeff")

    def _name(self, text: str, place: int) -> str:
        return parse_bank(text, str(self._path)).bank.questions[place].id

    def _save(self, before: str, after: str, place: int) -> None:
        name = self._name(before, place)
        if after == before:
            return
        put_back(self._path, after, replaces=before)
        self.decisions.append(Decision(before, after, name))
