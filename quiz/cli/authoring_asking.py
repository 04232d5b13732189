"""What a new bank is to be: from the options, and at a terminal from questions about what they leave open."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from quiz.bank.files import SaveError
from quiz.bank.library import ENDINGS
from quiz.cli.articles import ReadArticle, find_articles, read_found
from quiz.cli.narrating import say_error
from quiz.cli.placing import bank_file
from quiz.errors import QuizError
from quiz.generate.build import identifier_of
from quiz.visible import one_line

Answer = TypeVar("Answer")
BANKS_FOLDER = "questions"
"""Where there is such a folder, a new bank goes into it unless its author wants it elsewhere."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What stands on the command line; None where it leaves something open."""

    article: str | None
    without_article: bool
    title: str | None
    output: Path | None
    generate: bool
    count: int
    allow_local: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new bank is to be; nothing stands at its ``path`` yet."""

    read: ReadArticle | None
    title: str
    path: Path


class NotSaid(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """An answer is missing or cannot be taken; the message is one sentence."""


def asked(wishes: Wishes) -> Plan:
    """Complete what was wished. Raises QuizError, or click's Abort when nobody answers any more."""
    may_ask = sys.stdin.isatty() and sys.stderr.isatty() and wishes.article != "-"
    read, name = _article(wishes, may_ask=may_ask)
    proposed = read.article.title if read is not None else None
    if wishes.title is not None:
        title = _title(wishes.title)
    elif may_ask:
        title = _ask("Title", proposed, _title)
    elif proposed is not None:
        title = proposed
    else:
        raise click.UsageError("Say what the bank is called: --title TITLE.")
    stem = identifier_of(Path(name).stem) if name else identifier_of(title)
    if wishes.output is not None:
        return Plan(read, title, _free(wishes.output, stem))
    proposed_path = _proposed(stem)
    if not may_ask:
        return Plan(read, title, _free(proposed_path, stem))
    path = _ask("Write the bank to", str(proposed_path), lambda said: _free(Path(said), stem))
    return Plan(read, title, path)


def _article(wishes: Wishes, *, may_ask: bool) -> tuple[ReadArticle | None, str]:
    """Read the article that is meant, with the name from which the bank's is made."""
    if wishes.without_article:
        return None, ""
    if wishes.article is not None:
        return _read(wishes.article, wishes.allow_local)
    if not may_ask:
        if wishes.title is None:
            raise click.UsageError("Name the article of the bank, or say --no-article and --title.")
        return None, ""
    return _ask(
        "Article: a file or a web address (only Enter for none)",
        "",
        lambda said: _read(said, wishes.allow_local) if said.strip() else (None, ""),
    )


def _read(name: str, allow_local: bool) -> tuple[ReadArticle, str]:
    name = str(Path(name).expanduser()) if name.startswith("~") else name
    articles, several = find_articles([name])
    if several:
        raise NotSaid(f"{name} means several articles; a bank is about one.")
    return read_found(articles[0], allow_local=allow_local), articles[0].within


def _title(said: str) -> str:
    title = one_line(said)
    if not title:
        raise NotSaid("A bank needs a title.")
    return title


def _proposed(stem: str) -> Path:
    folder = Path(BANKS_FOLDER)
    return (folder if folder.is_dir() else Path()) / f"{stem}.yaml"


def _free(output: Path, stem: str) -> Path:
    """Return the file that is meant, if it may be made."""
    path = bank_file(output.expanduser(), stem, several=False)
    if path.suffix not in ENDINGS:
        raise NotSaid(f"{path} cannot be found by the library: a bank's name ends in .yaml.")
    if path.exists() or path.is_symlink():
        raise SaveError(f"{path} exists already; “quiz edit” changes it, and nothing is ever overwritten.")
    return path


def _ask(question: str, proposed: str | None, read: Callable[[str], Answer]) -> Answer:
    """Ask until the answer can be taken."""
    while True:
        said: str = click.prompt(question, default=proposed, show_default=bool(proposed), err=True, type=str)
        try:
            return read(said)
        except QuizError as error:
            say_error(error)
