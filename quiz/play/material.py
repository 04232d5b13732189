"""What a session is played from: a bank with its article, opened and checked."""

from dataclasses import dataclass
from pathlib import Path

from quiz.article import Article
from quiz.bank.files import open_bank
from quiz.bank.model import Bank


@dataclass(frozen=True, slots=True)
class Material:
    """A bank, its article, and where they came from; ``source`` is a path, ``article_name`` a file's name."""

    bank: Bank
    article: Article | None
    source: str | None
    article_name: str | None


def material_of_bank(path: Path) -> Material:
    """Open a bank and its article. Raises BankError if either cannot be trusted."""
    opened = open_bank(path)
    reference = opened.bank.article
    return Material(opened.bank, opened.article, str(path), Path(reference.file).name if reference else None)
