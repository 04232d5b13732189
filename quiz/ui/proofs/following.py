"""Following a bank's file: it is read again whenever it is saved, and checked once it is on screen."""

from collections.abc import Collection
from pathlib import Path

from textual import on
from textual.message import Message

from quiz.bank.files import article_path
from quiz.bank.model import Bank
from quiz.bank.problems import BankError
from quiz.bank.proof import Proof, checked, read_proof
from quiz.ui.screens.base import QuizScreen

POLLED = 0.1
"""Seconds between two looks at the file."""


class Following(QuizScreen):
    """Has the newest state of a file in ``proof``, and the last one that was a bank in ``good``.

    A screen hears of another one through `taken`, and of another article through `article_taken`; ``index``
    is the place of the question it shows, ``shown_id`` its id.
    """

    class Read(Message):
        """The bank was read, or checked as well."""

        def __init__(self, proof: Proof, number: int) -> None:
            super().__init__()
            self.proof = proof
            self.number = number

    def __init__(self, path: Path, codes: Collection[str]) -> None:
        super().__init__()
        self.path = path
        self.codes = codes
        self.proof: Proof | None = None
        self.good: Proof | None = None
        self.bank: Bank | None = None
        self.shown_id = ""
        self.index = 0
        self._stamp: object = None
        self._number = 0
        self._missing = False

    def on_mount(self) -> None:
        """Read the bank before the first paint, and look at it again and again."""
        self.take_now()
        self.set_interval(POLLED, self._poll)

    def _stamps(self) -> object:
        """What tells that a file was saved; None if there is no bank."""
        article = None
        if self.good is not None and self.good.file is not None:
            try:
                article = article_path(self.good.file)
            except BankError:
                article = None
        try:
            bank = self.path.stat()
        except (OSError, ValueError):
            return None
        try:
            text = article.stat() if article is not None else None
        except (OSError, ValueError):
            text = None
        return (
            (bank.st_mtime_ns, bank.st_size, bank.st_ino),
            text and (text.st_mtime_ns, text.st_size, text.st_ino),
        )

    def _poll(self) -> None:
        stamp = self._stamps()
        if stamp is None and not self._missing:  # many editors take a file away before the new one comes
            self._missing = True
            return
        self._missing = stamp is None
        if stamp != self._stamp:
            self._stamp = stamp
            self.reread()

    def reread(self) -> None:
        """Read the bank, and check it once it is on screen, without holding up the keys."""
        self._number += 1
        number = self._number

        def read() -> None:
            proof = read_proof(self.path)
            self.post_message(self.Read(proof, number))
            self.post_message(self.Read(checked(proof, self.codes), number))

        self.run_worker(read, thread=True, group="proof")

    def _check(self, proof: Proof) -> None:
        self._number += 1
        number = self._number
        self.run_worker(
            lambda: self.post_message(self.Read(checked(proof, self.codes), number)),
            thread=True,
            group="proof",
        )

    @on(Read)
    def _read(self, event: Read) -> None:
        if event.number == self._number:
            self._take(event.proof)

    def take_now(self) -> None:
        """Read the bank at once, after this screen saved it itself."""
        self._stamp = self._stamps()
        proof = read_proof(self.path)
        self._take(proof)
        self._check(proof)

    def _take(self, proof: Proof) -> None:
        before, self.proof = self.bank, proof
        if proof.file is not None:
            article = self.good.article if self.good is not None else None
            new_article = proof.article is None or article is None or proof.article.raw != article.raw
            self.good, self.bank = proof, proof.file.bank
            if new_article:
                self.article_taken()
            self.index = self._place_after(before)
        self.taken()

    def taken(self) -> None:
        """Hear that the file is another one now, or is checked."""

    def article_taken(self) -> None:
        """Hear that the article is another one now."""

    def _place_after(self, before: Bank | None) -> int:
        """Where to look now: at what was just written, else at the same question."""
        assert self.bank is not None
        questions = self.bank.questions
        if before is not None and before is not self.bank:
            known = {one.id: one for one in before.questions}
            changed = [place for place, one in enumerate(questions) if known.get(one.id) != one]
            if len(changed) == 1:
                return changed[0]
        same = [place for place, one in enumerate(questions) if one.id == self.shown_id]
        return same[0] if same else min(self.index, len(questions) - 1)
