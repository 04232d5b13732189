"""What a session is played from: questions and the article they are about."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quiz.article import Article
from quiz.bank.model import Bank
from quiz.bank.opened import opened_bank


class Material(NamedTuple):
    """Questions of one bank and its article.

    ``bank`` is the bank's id, ``source`` the path of what it was read from, ``article_name`` the
    name of the article's file, ``outlet`` the publication as far as bank or article name it.
    """

    bank: str
    title: str
    questions: Sequence[Any]
    article: Article | None
    source: str | None
    article_name: str | None
    outlet: str | None = None

    @classmethod
    def of(cls, bank: Bank, article: Article | None, source: str | None) -> "Material":
        """The material of a bank that is open."""
        name = Path(bank.article.file).name if bank.article else None
        outlet = (bank.article.outlet if bank.article else None) or (article.outlet if article else None)
        return cls(bank.id, bank.title, bank.questions, article, source, name, outlet)


def material_of_bank(path: Path, cache: Path | None = None) -> Material:
    """Open a bank and its article. Raises BankError if either cannot be trusted.

    ``cache`` is the folder in which opened banks are remembered, if they are to be.
    """
    bank, article = opened_bank(path, cache)
    return Material.of(bank, article, str(path))
