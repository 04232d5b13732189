"""Finding and reading the article of a bank, or saying why that is not possible."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as FilePath

from quiz.article import Article, ArticleError, read_article
from quiz.bank.check.subject import fold
from quiz.bank.files import place_of_article
from quiz.bank.model import ArticleReference
from quiz.bank.positions import Positions
from quiz.bank.problems import Problem, shown
from quiz.bank.yaml_values import YamlValues
from quiz.visible import one_line


def article_of(
    reference: ArticleReference | None, bank: FilePath | None, positions: Positions, label: str
) -> tuple[Article | None, Problem | None]:
    """Read the article of a bank, or say why that is not possible."""
    if reference is None:
        return None, None
    place, library = place_of_article(bank, reference.file)
    try:
        if not place.is_relative_to(library):
            message = f"the article must be inside {library}, and this leads out of it"
            help_text: str | None = "copy the article beside the bank"
        elif not place.exists():
            message, help_text = f"the article {shown(reference.file)} does not exist", "correct the path"
        elif not place.is_file():
            message, help_text = f"the article {shown(reference.file)} is not a file", "correct the path"
        else:
            stamp = place.stat()
            return _read(place, stamp.st_mtime_ns, stamp.st_size), None
    except (ArticleError, OSError, ValueError) as error:
        message, help_text = f"the article cannot be used: {one_line(str(error)).removesuffix('.')}", None
    at = positions.at(("article", "file"))
    return None, Problem(label, at.line, at.column, message, help_text, span=(at.start, at.end))


def with_hash(problems: Iterable[Problem], values: YamlValues, bank: FilePath | None) -> Iterator[Problem]:
    """Add the hash of the article to the help of a problem that says it is missing or not one."""
    article = values.value.get("article") if isinstance(values.value, dict) else None
    file = article.get("file") if isinstance(article, dict) else None
    wrong = values.positions.values.get(("article", "sha256"))
    for problem in problems:
        about = problem.span == wrong if wrong else problem.message == "“sha256” is missing"
        if about and isinstance(file, str) and (hash_ := _hash_of(file, bank)):
            yield replace(problem, help=f"the article has: sha256: {hash_}")
        else:
            yield problem


def _hash_of(file: str, bank: FilePath | None) -> str | None:
    try:
        place, library = place_of_article(bank, file)
        return read_article(place).sha256 if place.is_relative_to(library) and place.is_file() else None
    except (ArticleError, OSError, ValueError):
        return None


def folded(article: Article | None) -> str:
    """Return the raw text of an article as `fold` makes it; nothing without an article."""
    return fold(article.raw) if article is not None else ""


@lru_cache(maxsize=4)
def _read(place: FilePath, changed: int, size: int) -> Article:
    """Read an article, unless it was among the last ones and has not changed: many banks share theirs."""
    return read_article(place)
