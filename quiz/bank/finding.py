"""Which banks a person means who types a few letters of their titles, outlets or skills."""

import unicodedata
from collections.abc import Sequence

from quiz.bank.library import BankSummary
from quiz.visible import one_line


class Finder:
    """Finds banks by what is typed; what they are called is folded once, however much is typed."""

    def __init__(self, banks: Sequence[BankSummary]) -> None:
        """Take the banks, in the order in which they are to be found."""
        self._banks = tuple(banks)
        self._texts: list[str] | None = None

    def find(self, typed: str) -> tuple[BankSummary, ...]:
        """The banks in whose title, outlet and skills every word typed occurs, all of them for none.

        Case and accents do not matter, and a word may be a part of one.
        """
        words = _folded(typed).split()
        if not words:
            return self._banks
        if self._texts is None:
            self._texts = [_folded(_described(bank)) for bank in self._banks]
        return tuple(
            bank
            for bank, text in zip(self._banks, self._texts, strict=True)
            if all(word in text for word in words)
        )


def _described(bank: BankSummary) -> str:
    return "\n".join([bank.title, bank.outlet or "", *(skill for skill, _ in bank.skills)])


def _folded(text: str) -> str:
    text = one_line(text).casefold()
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
