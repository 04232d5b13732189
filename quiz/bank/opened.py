"""Banks that were opened before: as long as neither file has changed, nothing is read and checked anew.

Reading a bank with all its checks takes most of the time until the first question is on screen.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from quiz.article import Article, ArticleError, read_article
from quiz.bank.kept import as_data, bank_from_data
from quiz.bank.model import Bank
from quiz.bank.remembering import keep, recall, stamp_of

_FORMAT: Final = 1
"""Counted up whenever what is checked on opening changes, so that everything is checked anew."""


def opened_bank(path: Path, cache: Path | None) -> tuple[Bank, Article | None]:
    """Open a bank with its article as `open_bank` does, with the same errors, but quickly the second time.

    ``cache`` is the folder in which opened banks are remembered; without one nothing is.
    """
    place = cache / f"{_name(path)}.json" if cache is not None else None
    if place is not None and (known := _remembered(place, path)) is not None:
        return known
    from quiz.bank.files import article_path, open_bank  # here, because checking needs pydantic and YAML

    stamp = stamp_of(path)  # taken before reading: a change meanwhile is read again next time
    opened = open_bank(path)
    if place is not None and stamp is not None:
        article = article_path(opened.file)
        entry = {"format": _FORMAT, "stamp": stamp, "bank": as_data(opened.bank)}
        if article is not None:
            entry |= {"article": str(article), "article_stamp": stamp_of(article)}
        keep(place, entry)
    return opened.bank, opened.article


def _name(path: Path) -> str:
    return blake2b(str(path.absolute()).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _remembered(place: Path, path: Path) -> tuple[Bank, Article | None] | None:
    """What was opened before; None if that is not known, damaged, or of other files than today's."""
    try:
        entry = recall(place)
        if entry["format"] != _FORMAT or entry["stamp"] != stamp_of(path):
            return None
        bank = bank_from_data(entry["bank"])
        return bank, _article(entry, bank)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, ArticleError):
        return None


def _article(entry: Mapping[str, Any], bank: Bank) -> Article | None:
    """The article as it was when the bank was opened. Raises ValueError if it is another one by now."""
    if bank.article is None:
        return None
    file = Path(entry["article"])
    if entry["article_stamp"] != stamp_of(file):
        raise ValueError("the article has changed")
    article = read_article(file)
    if article.sha256 != bank.article.sha256:
        raise ValueError("the article has changed")
    return article
