"""Which articles are meant by what stands on the command line, and reading one of them."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.article import Article, ArticleError, read_article
from quiz.article.reading import LARGEST_BYTES, article_from_bytes
from quiz.bank.library import ENDINGS

PAGES = (".html", ".htm")
MARKDOWN = (".md", ".markdown")
ARTICLES = (".txt", *MARKDOWN, *PAGES)
"""The files that are taken for articles in a folder; a file that is named is read whatever its name."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article that is meant, not read yet.

    ``name`` is how the user calls it: a path, an address, or “-”. ``within`` is its path below the folder
    it was found in, or the name of its file. ``problem`` is one sentence where nothing can be read.
    """

    name: str
    within: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read, and the file it stands in; None if it stands in no file as it was read.

    ``file_name`` is the ending that a file with its text must have.
    """

    article: Article
    file: Path | None
    ending: str


def find_articles(names: Sequence[str], *, output: Path | None = None) -> tuple[list[Found], bool]:
    """List the articles that are meant, each once, sorted within each folder and pattern.

    Folders are searched to the bottom, but not in what is hidden and not in ``output``, where copies of
    articles may stand. Also tells whether several may be meant: more than one, or a folder, or a pattern.
    """
    found: dict[str, Found] = {}
    several = False
    for name in names:
        if name == "-" or is_address(name) or os.path.lexists(name):
            group = list(_below(Path(name), output) if os.path.isdir(name) else [_named(name)])
            several |= os.path.isdir(name)
        elif any(mark in name for mark in "*?["):
            group = list(_matching(name, output))
            several = True
        else:
            group = [_named(name)]
        for item in group:
            found.setdefault(_identity(item), item)
    return list(found.values()), several or len(found) > 1


def is_address(name: str) -> bool:
    """Whether ``name`` is meant as the address of a web page rather than as a file."""
    return name.lower().startswith(("http://", "https://"))


def read_any(name: str, *, allow_local: bool = False) -> Article:
    """Read an article from a file, an address, or standard input for “-”. Raises ArticleError."""
    return read_found(_named(name), allow_local=allow_local).article


def read_found(found: Found, *, allow_local: bool = False) -> ReadArticle:
    """Read an article. Raises ArticleError with one sentence."""
    name = found.name
    if found.problem is not None:
        raise ArticleError(found.problem)
    if name == "-":
        data = sys.stdin.buffer.read(LARGEST_BYTES + 1)
        return ReadArticle(article_from_bytes(data, "article.txt", label="standard input"), None, ".txt")
    if is_address(name):
        return _read_page(name, allow_local)
    path = Path(name)
    if path.suffix in ENDINGS:
        raise ArticleError(f"{name} is a bank, not an article.")
    try:
        os.fsencode(path).decode()
    except UnicodeDecodeError:
        raise ArticleError(f"{name} has a name that is not UTF-8, which no bank can hold.") from None
    if path.suffix.lower() in PAGES:
        from quiz.article.html import article_from_html

        return ReadArticle(article_from_html(_bytes_of(path), label=name), None, ".md")
    return ReadArticle(read_article(path), path, path.suffix)


def _read_page(address: str, allow_local: bool) -> ReadArticle:
    from quiz.article.html import article_from_html, missing
    from quiz.article.web import fetch

    if (lacking := missing()) is not None:
        raise ArticleError(f"{address} is a web page; {lacking}")
    page = fetch(address, allow_local=allow_local)
    if page.sort == "html":
        article = article_from_html(page.data, label=address, charset=page.charset, url=page.url)
        return ReadArticle(article, None, ".md")
    return ReadArticle(article_from_bytes(page.data, "page.txt", label=address), None, ".txt")


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError(f"{path} does not exist.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def _named(name: str) -> Found:
    if name == "-":
        return Found(name, "article")
    if is_address(name):
        from urllib.parse import unquote, urlsplit

        try:
            parts = urlsplit(name)
        except ValueError:
            return Found(name, "article", f"{name} is not a valid address of a web page.")
        last = unquote(parts.path).rstrip("/").rpartition("/")[2]
        return Found(name, last or parts.netloc.replace(".", "-") or "article")
    return Found(name, Path(name).name)


def _identity(item: Found) -> str:
    """The same for two ways to name one article."""
    if item.name == "-" or item.problem is not None or is_address(item.name):
        return item.name
    return os.path.realpath(item.name)


def _matching(pattern: str, output: Path | None) -> Iterator[Found]:
    names = sorted(glob.glob(pattern, recursive=True), key=lambda name: Path(name).parts)
    if not names:
        yield Found(pattern, pattern, f"no file matches {pattern}.")
    for name in names:
        # “**” lists folders along with what is in them, so that only a plain pattern may mean a folder.
        if os.path.isdir(name):
            if "**" not in pattern:
                yield from _below(Path(name), output)
        else:
            yield _named(name)


def _below(folder: Path, output: Path | None) -> Iterator[Found]:
    """The articles in a folder and below, sorted by their paths."""
    left_out = output.resolve() if output is not None else None
    closed: list[str] = []
    paths: list[Path] = []
    for current, folders, files in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = [
            name for name in folders if not name.startswith(".") and Path(current, name).resolve() != left_out
        ]
        paths += [
            Path(current, name)
            for name in files
            if name.lower().endswith(ARTICLES) and not name.startswith(".")
        ]
    for name in sorted(closed):
        yield Found(name, name, f"{name} is a folder that cannot be opened.")
    for path in sorted(paths, key=lambda path: path.parts):
        yield Found(str(path), path.relative_to(folder).as_posix())
    if not paths and not closed:
        yield Found(str(folder), str(folder), f"{folder} holds no article ({' '.join(ARTICLES)}).")
