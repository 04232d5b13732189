"""`quiz bank rename`: another id, title or file for a bank, and its results under the new id."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from quiz import paths
from quiz.amounts import counted
from quiz.bank import positions
from quiz.bank.authoring.keeping import MARK, has_mark, put_back
from quiz.bank.authoring.rewriting import rewritten
from quiz.bank.files import (
    BankFile,
    SaveError,
    load_bank,
    parse_bank,
    place_of_article,
    read_bank_text,
    save_bank,
)
from quiz.bank.library import ENDINGS
from quiz.bank.rendering import render_bank
from quiz.bank.shape import ID_PATTERN
from quiz.bank.yaml_values import read_values
from quiz.cli.at_hand import open_store
from quiz.cli.bank_meant import BankNotMeant, banks_in
from quiz.cli.narrating import say
from quiz.cli.schema_beside import put_schema
from quiz.visible import one_line


def rename_bank(path: Path, identifier: str | None, title: str | None, target: Path | None) -> int:
    """Change what is named; files and results change together, or neither does."""
    file = load_bank(path)
    changes: dict[positions.Path, str] = {}
    if identifier is not None and identifier != file.bank.id:
        _check_id(identifier, path)
        changes[("id",)] = identifier
    if title is not None and one_line(title) != file.bank.title:
        if not one_line(title):
            raise click.UsageError("A bank needs a title.")
        changes[("title",)] = one_line(title)
    if target is not None and os.path.abspath(target) != os.path.abspath(path):
        _check_target(target)
        reached = article_from(file, target.parent)
        if reached is not None and file.bank.article is not None and reached != file.bank.article.file:
            changes[("article", "file")] = reached
    else:
        target = None
    if not changes and target is None:
        say(f"{path} is called so already.")
        return 0
    text, anew = _text(file, changes)

    def write() -> None:
        if target is None:
            put_back(path, text, replaces=file.text)
        else:
            save_bank(target, (MARK if has_mark(path) else "") + text, replaces=None)
            remove_read(file)
            put_schema(target.parent, text)

    moved = move_results(file.bank.id, identifier, {}, write) if ("id",) in changes and identifier else 0
    if ("id",) not in changes:
        write()
    if anew:
        say("The text was laid out anew, and its comments are gone: it could not be changed as it was.")
    say(f"{path} is {target or path} now." if target else f"Renamed {path}.")
    if moved:
        say(f"{counted(moved, 'session')} moved to the id {identifier}.")
    return 0


def move_results(old: str, new: str, questions: Mapping[str, str], write: Callable[[], None]) -> int:
    """Change the files with ``write`` and put what was played of ``old`` under ``new``, both or neither.

    Returns how many sessions there were. A score file that is not there is not made for it.
    """
    if not paths.scores_file().exists():
        write()
        return 0
    with open_store() as store:
        return store.move_bank(old, new, questions, write)


def article_from(file: BankFile, folder: Path) -> str | None:
    """Return the way from another folder to a bank's article; None without one. Raises SaveError."""
    if file.bank.article is None:
        return None
    place, _ = place_of_article(file.path, file.bank.article.file)
    there = Path(os.path.realpath(folder))
    if not place.is_relative_to(there.parent):
        raise SaveError(
            f"A bank in {folder} cannot reach the article {place}: it may go up one folder at most."
        )
    return os.path.relpath(place, there).replace(os.sep, "/")


def remove_read(file: BankFile) -> None:
    """Delete the file of a bank, unless it is another one than was read. Raises SaveError."""
    assert file.path is not None  # it was read from there
    if read_bank_text(file.path) != file.text:
        raise SaveError(f"{file.path} has changed since it was read, so it was not removed.")
    try:
        file.path.unlink()
    except OSError as error:
        raise SaveError(f"{file.path} cannot be removed: {(error.strerror or str(error)).lower()}.") from None


def _check_id(identifier: str, path: Path) -> None:
    """Raise an error for an id that a bank may not have, or that another one has or had."""
    if not re.fullmatch(ID_PATTERN, identifier) or len(identifier) > 120:
        raise click.UsageError(
            f"“{one_line(identifier)}” cannot be an id: that is small letters, digits and single hyphens "
            "between them, 120 at most."
        )
    here = os.path.realpath(path)
    for bank in (*banks_in(()), *banks_in((path.parent,))):
        if bank.id == identifier and os.path.realpath(bank.path) != here:
            raise BankNotMeant(f"“{identifier}” is the id of {bank.path}; results would be mixed up.")
    if paths.scores_file().exists():
        with open_store() as store:
            if (title := store.bank_title(identifier)) is not None:
                raise BankNotMeant(
                    f"There are results of another bank under “{identifier}” ({one_line(title)}); "
                    "choose another id."
                )


def _check_target(target: Path) -> None:
    if target.suffix not in ENDINGS:
        raise click.UsageError(f"{target} cannot be found by the library: a bank's name ends in .yaml.")
    if target.exists() or target.is_symlink():
        raise SaveError(f"{target} exists already and was not overwritten.")


def _text(file: BankFile, changes: Mapping[positions.Path, str]) -> tuple[str, bool]:
    """Return the changed text, and whether it had to be laid out anew."""
    if not changes:
        return file.text, False
    text = rewritten(read_values(file.text, file.label), changes)
    if text is not None:
        parse_bank(text, file.label)  # a title, say, may be too long
        return text, False
    article = file.bank.article
    if article is not None and ("article", "file") in changes:
        article = replace(article, file=changes[("article", "file")])
    bank = replace(
        file.bank,
        id=changes.get(("id",), file.bank.id),
        title=changes.get(("title",), file.bank.title),
        article=article,
    )
    return render_bank(bank), True
