"""Which files are meant by what stands on the command line."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.bank.files import read_bank_text
from quiz.bank.library import find_banks, looks_like_bank
from quiz.bank.problems import BankError, Problem


@dataclass(frozen=True, slots=True)
class Meant:
    """A bank that is meant: its name as the user would write it, and its text or why there is none.

    ``path`` is None for what is no file.
    """

    name: str
    path: Path | None
    text: str
    error: BankError | None = None


def meant_banks(names: Sequence[str]) -> Iterator[Meant]:
    """Read the banks that are meant, one after the other, each once; never raises for bad files.

    A name is a file, a folder whose banks are taken at every depth, or a pattern such as ``banks/*.yaml``.
    YAML files in a folder that are about something else are left out.
    """
    seen: set[str] = set()
    for name in names:
        for meant in _meant(name):
            identity = os.path.realpath(meant.path) if meant.path is not None else f"\0{meant.name}"
            if identity not in seen:
                seen.add(identity)
                yield meant


def _meant(name: str) -> Iterator[Meant]:
    if "\0" in name:
        yield _nothing(name, "a file name cannot hold a null character")
    elif os.path.isdir(name):
        yield from _below(name)
    elif not os.path.lexists(name) and any(mark in name for mark in "*?["):
        found = sorted(glob.glob(name, recursive=True))
        if not found:
            yield _nothing(name, "no file matches this pattern")
        for one in found:
            if not os.path.isdir(one):
                yield _read(Path(one))
            elif "**" not in name:
                yield from _below(one)
    else:
        yield _read(Path(name))


def _below(folder: str) -> Iterator[Meant]:
    banks = 0
    for path in find_banks([Path(folder)]):
        meant = _read(path)
        if meant.error is not None or looks_like_bank(meant.text):
            banks += 1
            yield meant
    if not banks:
        yield _nothing(folder, "this folder holds no bank")


def _read(path: Path) -> Meant:
    try:
        return Meant(str(path), path, read_bank_text(path))
    except BankError as error:
        return Meant(str(path), path, "", error)


def _nothing(name: str, message: str) -> Meant:
    return Meant(name, None, "", BankError([Problem(name, 1, 1, message, flaw="unreadable")]))
