"""Where a bank goes and where its article stands, and writing both: whole, and over nobody's work."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from quiz.article import Article, read_article
from quiz.bank.files import SaveError, read_bank_text, save_bank
from quiz.cli.articles import ReadArticle


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bank goes, and the copy of its article if one has to stand beside it.

    ``file`` is how the bank refers to the article. ``extracted`` says that the copy is our own text of a
    web page rather than somebody's file.
    """

    bank: Path
    file: str
    copy: Path | None
    extracted: bool


def bank_file(output: Path, stem: str, *, several: bool) -> Path:
    """The file of a bank: ``output`` itself, or a file in it where it is, or is meant as, a folder."""
    folder = several or output.is_dir() or (not output.suffix and not output.exists())
    return output / f"{stem}.yaml" if folder else output


def place_of(read: ReadArticle, bank: Path, *, several: bool) -> Place:
    """Decide where the article of a bank stands; a bank may only refer to the folder around its own."""
    folder = Path(os.path.realpath(bank.parent))
    if read.file is not None:
        source = read.file.resolve()
        if source.is_relative_to(folder.parent):
            return Place(bank, os.path.relpath(source, folder).replace(os.sep, "/"), None, False)
        # Of several articles two may have the name of one file, never of one bank.
        name = f"{bank.stem}{source.suffix}" if several else source.name
        return Place(bank, name, folder / name, False)
    name = f"{bank.stem}{read.ending}"
    return Place(bank, name, folder / name, read.ending == ".md")


def holds(bank: Path, digest: str) -> bool:
    """Whether a bank is there, byte for byte the one with this hash."""
    try:
        return hashlib.sha256(bank.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def copy_article(article: Article, place: Place, *, force: bool) -> bool:
    """Put the article beside its bank where it has to stand there; tells whether it was written.

    Raises SaveError if another article stands there; ``force`` replaces the text of a web page only.
    """
    copy = place.copy
    if copy is None:
        return False
    there = copy.exists()
    if there and read_article(copy).sha256 == article.sha256:
        return False
    if there and not place.extracted:
        raise SaveError(f"{copy} exists and is another article; write the bank to another folder.")
    if there and not force:
        raise SaveError(f"{copy} exists and is different: the page has changed; --force replaces both.")
    save_bank(copy, article.raw, replaces=None, overwrite=there)
    return True


def write_bank(path: Path, text: str, *, force: bool) -> bool:
    """Write a bank; tells whether it was written, or there already. Raises SaveError over another one."""
    if path.exists():
        if read_bank_text(path) == text:
            return False
        if not force:
            raise SaveError(f"{path} exists and is different; --force makes it again.")
    save_bank(path, text, replaces=None, overwrite=force)
    return True


def make_folder(folder: Path) -> None:
    """Make a folder with those above it. Raises SaveError with one sentence."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SaveError(f"{folder} cannot be made: {reason}.") from None
