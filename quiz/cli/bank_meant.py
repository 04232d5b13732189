"""Which bank is meant by a file, or by the id that a bank of the library has."""

import os
from collections.abc import Iterable
from pathlib import Path

from quiz.bank.library import (
    ENDINGS,
    BankSummary,
    Library,
    cache_file_of,
    default_cache_file,
    default_folders,
)
from quiz.errors import QuizError


class BankNotMeant(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """No bank is meant, or more than one; the message is one sentence."""


def bank_meant(name: str) -> Path:
    """Return the file of a bank that is named by its path or its id. Raises BankNotMeant."""
    path = Path(name)
    if path.suffix in ENDINGS or os.sep in name or os.path.lexists(path):
        return path
    found = [bank.path for bank in banks_in(()) if bank.id == name]
    if not found:
        raise BankNotMeant(f"There is no file and no bank of the library called “{name}”.")
    if len(found) > 1:
        raise BankNotMeant(f"Several banks are called “{name}”: {', '.join(map(str, found))}.")
    return found[0]


def banks_in(folders: Iterable[Path]) -> tuple[BankSummary, ...]:
    """Summarise the banks in some folders, in those of the library if there are none."""
    return library_in(folders).summaries()


def library_in(folders: Iterable[Path | str]) -> Library:
    """The library of some folders, that of the program and the user if there are none."""
    if not (chosen := tuple(map(Path, folders))):
        return Library(default_folders(), default_cache_file())
    return Library(chosen, cache_file_of(chosen))
