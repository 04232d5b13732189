"""A copy of the score file, and the history in such a copy."""

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from quiz.scores.database import StoreError
from quiz.scores.exchange import NotAHistory, write_lines


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open database to ``target``, which is replaced at the end. Raises ``StoreError``."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
    except OSError as error:
        raise StoreError(f"The copy {target} cannot be written: {error.strerror}.") from error
    try:
        with contextlib.closing(sqlite3.connect(name)) as copy:
            connection.backup(copy)
            # One file, without a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        with open(name, "rb") as file:
            os.fsync(file.fileno())
        os.replace(name, target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            os.unlink(name)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise StoreError(f"The copy {target} cannot be written: {reason}.") from error


def is_database(path: Path) -> bool:
    """Tell whether a file is a SQLite database, by its first bytes. Raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def lines_of_copy(path: Path) -> Iterator[str]:
    """Give the history in a copy of the score file, which is not changed. Raises ``NotAHistory``."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            yield from write_lines(copy)
    except sqlite3.Error as error:
        raise NotAHistory(f"{path} is not a score file that can be read: {error}.") from error
