"""`quiz generate --force` over a bank that is there: what stays of it, and what is said about that."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.amounts import counted
from quiz.article import Article
from quiz.bank.authoring.keeping import put_back
from quiz.bank.authoring.regenerating import Regenerated, regenerated
from quiz.bank.files import SaveError, load_bank, read_bank_text
from quiz.bank.library import looks_like_bank
from quiz.bank.model import Bank, Question
from quiz.bank.problems import BankError
from quiz.visible import clip, one_line

CELLS = 96
"""A question is told on one line of this width."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """A bank made again, its text and what it was, and what is said of it."""

    text: str
    was: str
    questions: Regenerated

    def write(self, path: Path) -> bool:
        """Write it where it was read; tells whether anything changed. Raises SaveError."""
        if self.text != self.was:
            put_back(path, self.text, replaces=self.was)
        return self.text != self.was

    @property
    def sum(self) -> str:
        """The numbers, in a sentence."""
        now = self.questions
        of = []
        if now.edited:
            of.append(f"{len(now.edited)} not as they would be made now")
        if now.rejected:
            of.append(f"{len(now.rejected)} rejected")
        kept = f"{counted(len(now.kept), 'question')} kept" + (f" ({', '.join(of)})" if of else "")
        return f"{kept}, {len(now.new)} new, {len(now.gone)} gone."

    def lines(self) -> Iterator[str]:
        """The difference: what is new, what has gone, and what stays otherwise than it was."""
        now = self.questions
        yield self.sum
        yield from (_line("+", question) for question in now.new)
        yield from (_line("-", question) for question in now.gone)
        yield from (_line("~", question, "kept as it stands") for question in now.edited)
        yield from (
            _line("?", question, "a draft now: it would not be asked any more") for question in now.doubted
        )
        yield from (
            _line("!", question, "rejected: its evidence has gone from the article")
            for question in now.out_of_date
        )


def renewed(
    path: Path, made: Bank, left_out: Sequence[Question], article: Article, kinds: Collection[str]
) -> Renewed | None:
    """Put what was made together with the bank at ``path``.

    None if there is no bank, or one about another article, of which nothing can be kept. Raises SaveError if
    the bank there has problems, so that nobody can tell what was decided in it.
    """
    try:
        if not path.is_file() or not looks_like_bank(read_bank_text(path)):
            return None
    except BankError:
        return None
    try:
        old = load_bank(path)
    except BankError as error:
        raise SaveError(
            f"{path} has problems, so what was decided in it cannot be kept. "
            f"Mend it first, or remove it: {error}"
        ) from None
    there, now = old.bank.article, made.article
    if there is None or now is None or (there.file != now.file and there.sha256 != now.sha256):
        return None
    result = regenerated(old, made, article.raw, left_out=left_out, kinds=kinds)
    return Renewed(result.text, old.text, result)


def _line(sign: str, question: Question, remark: str = "") -> str:
    remark = f" ({remark})" if remark else ""
    return clip(f"  {sign} {question.id}{remark}: {one_line(question.prompt)}", CELLS)
