"""Bank files: read with the position of everything in them, opened with their article, written whole."""

import os
from dataclasses import dataclass
from pathlib import Path

from quiz.article import Article, ArticleError, read_article
from quiz.bank.evidence import evidence_problems, find_evidence, occurrence_at
from quiz.bank.model import Bank
from quiz.bank.positions import Position, Positions
from quiz.bank.problems import BankError, Problem
from quiz.bank.rendering import render_bank
from quiz.bank.saving import SaveError, save_bank
from quiz.bank.validation import bank_from_values
from quiz.bank.yaml_values import read_values

__all__ = [
    "BankError",
    "BankFile",
    "OpenBank",
    "Position",
    "Positions",
    "Problem",
    "SaveError",
    "article_path",
    "decode_bank",
    "find_evidence",
    "load_bank",
    "occurrence_at",
    "open_bank",
    "parse_bank",
    "place_of_article",
    "read_bank_text",
    "render_bank",
    "save_bank",
    "with_article",
]

LARGEST_BYTES = 8 * 1024 * 1024
"""A bank above this size is refused: 2,000 long questions have half of it."""


@dataclass(frozen=True, slots=True)
class BankFile:
    """A bank as it stands in a file.

    ``label`` is how the user calls it. ``path`` is None for a bank that was not read from a file.
    ``text`` is the decoded file without a byte order mark, line endings kept.
    """

    label: str
    path: Path | None
    text: str
    bank: Bank
    positions: Positions

    def problem(self, path: tuple[str | int, ...], message: str, help_text: str | None = None) -> Problem:
        """Make a problem at the value of ``path``, such as ``("questions", 0, "prompt")``."""
        at = self.positions.at(path)
        return Problem(self.label, at.line, at.column, message, help_text, span=(at.start, at.end))


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank with its article read, unchanged since the bank was written, and holding all its evidence."""

    file: BankFile
    article: Article | None

    @property
    def bank(self) -> Bank:
        """The bank itself."""
        return self.file.bank


def read_bank_text(path: Path) -> str:
    """Read the text of a bank file. Raises BankError if it is missing, too large or not UTF-8."""
    label = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise _error(label, "the file does not exist") from None
    except IsADirectoryError:
        raise _error(label, "this is a directory, not a bank") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _error(label, f"the file cannot be read: {reason.lower()}") from None
    return decode_bank(data, label)


def load_bank(path: Path) -> BankFile:
    """Read a bank file. Raises BankError with everything that is wrong in it."""
    return parse_bank(read_bank_text(path), str(path), path=path)


def parse_bank(text: str, label: str, *, path: Path | None = None) -> BankFile:
    """Read a bank from text that the user calls ``label``. Raises BankError with everything wrong in it."""
    text = text.removeprefix("\ufeff")
    if len(text) > LARGEST_BYTES:
        raise _error(label, f"the file is too large for a bank: the limit is {LARGEST_BYTES >> 20} MB")
    values = read_values(text, label)
    return BankFile(label, path, text, bank_from_values(values, label), values.positions)


def article_path(file: BankFile) -> Path | None:
    """Find the file of the bank's article, links resolved; None if the bank has no article.

    Raises BankError if it lies outside the library, which is the folder around the bank's own folder: a
    bank from elsewhere must not be able to show any other file of this computer.
    """
    reference = file.bank.article
    if reference is None:
        return None
    resolved, library = place_of_article(file.path, reference.file)
    if not resolved.is_relative_to(library):
        raise BankError(
            [
                file.problem(
                    ("article", "file"),
                    f"the article must be inside {library}, and this leads out of it",
                    "copy the article beside the bank",
                )
            ]
        )
    return resolved


def place_of_article(bank: Path | None, file: str) -> tuple[Path, Path]:
    """Return where the article ``file`` of a bank is, links resolved, and the folder that must hold it."""
    folder = Path(os.path.realpath((bank or Path("-")).parent))
    return Path(os.path.realpath(folder / file)), folder.parent


def open_bank(path: Path) -> OpenBank:
    """Read a bank and its article, and check that the one still fits the other.

    Raises BankError if the bank has problems, if the article is missing, unreadable or changed since the
    bank was written, or if evidence is not in it word for word.
    """
    return with_article(load_bank(path))


def with_article(file: BankFile) -> OpenBank:
    """Read the article of a bank that is loaded; raises BankError as `open_bank` does."""
    place = article_path(file)
    reference = file.bank.article
    if place is None or reference is None:
        return OpenBank(file, None)
    at = ("article", "file")
    if not place.exists():
        raise BankError([file.problem(at, f"the article {reference.file} does not exist")])
    if not place.is_file():
        raise BankError([file.problem(at, f"the article {reference.file} is not a file")])
    try:
        article = read_article(place)
    except ArticleError as error:
        raise BankError(
            [file.problem(at, f"the article cannot be used: {str(error).removesuffix('.')}")]
        ) from None
    if article.sha256 != reference.sha256:
        raise BankError(
            [
                file.problem(
                    ("article", "sha256"),
                    "the article has changed since the bank was written,"
                    " so its answers may no longer be right",
                    f"restore {reference.file}, or go through the questions"
                    f" and set sha256 to {article.sha256}",
                )
            ]
        )
    if problems := evidence_problems(article.raw, file.bank, file.positions, file.label):
        raise BankError(sorted(problems))
    return OpenBank(file, article)


def decode_bank(data: bytes, label: str) -> str:
    """Decode the bytes of a bank. Raises BankError if they are too many or not UTF-8."""
    if len(data) > LARGEST_BYTES:
        raise _error(label, f"the file is too large for a bank: the limit is {LARGEST_BYTES >> 20} MB")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _error(label, "the file is UTF-16; a bank must be UTF-8", "save it again as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        body = data.removeprefix(b"\xef\xbb\xbf")
        before = body[: error.start].decode("utf-8", "replace")
        at = Positions(before).span(len(before), len(before))
        problem = Problem(
            label,
            at.line,
            at.column,
            f"the byte 0x{body[error.start]:02X} here is not UTF-8",
            "save the file again as UTF-8",
            flaw="unreadable",
        )
        raise BankError([problem]) from None


def _error(label: str, message: str, help_text: str | None = None) -> BankError:
    return BankError([Problem(label, 1, 1, message, help_text, flaw="unreadable")])
