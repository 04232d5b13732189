"""The score file as a database: opening it, bringing it up to date, saying clearly what went wrong."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quiz.errors import QuizError
from quiz.scores import migrations

BUSY_SECONDS: Final = 5.0
"""How long to wait for another process that is writing."""

APPLICATION_ID: Final = 0x7175697A  # “quiz”: so that no other program's database is taken for ours


class StoreError(QuizError):
    """The score file could not be used; the message is one sentence for the player."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the score file, making it and its folder where they are missing, in autocommit mode.

    The connection may be used by several threads, one at a time. Raises ``StoreError``.
    """
    if path.is_dir():
        raise StoreError(f"The score file {path} cannot be opened: it is a folder.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {path.parent} for the score file cannot be made: {error.strerror}."
        ) from error
    with explained(path):
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_look(path: Path) -> sqlite3.Connection | None:
    """Open the score file to look something up, or return None where there is none; it is never changed.

    A file of an earlier version is not brought up to date and cannot be looked into. Raises ``StoreError``.
    """
    if not path.is_file():
        return None
    with explained(path):
        # Not “mode=ro”: whoever may not write leaves the files of the log behind on closing.
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        try:
            connection.execute("PRAGMA query_only = ON")
            _refuse_foreign(connection, path)
            if _pragma(connection, "user_version") < len(migrations.MIGRATIONS):
                raise StoreError(
                    f"The score file {path} was written by an earlier version of quiz: “quiz scores” brings "
                    "it up to date."
                )
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn whatever SQLite raises in the block into a ``StoreError`` about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_sentence(error, path)) from error
    except (OverflowError, ValueError) as error:  # a number that SQLite cannot hold, JSON that is none
        raise StoreError(
            f"The score file {path} holds or was given a value it cannot hold: {error}."
        ) from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, *, write: bool) -> Iterator[sqlite3.Connection]:
    """Commit what the block does, or nothing of it.

    A writer takes its turn at once, because a reader that starts to write cannot wait for another writer.
    """
    connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # After some errors SQLite has rolled back already.
        if connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _refuse_foreign(connection, path)
    # Without WAL, as on some network file systems, everything works too, only slower.
    with contextlib.suppress(sqlite3.OperationalError):
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: a plain fsync there does not survive a power cut
    connection.execute("PRAGMA foreign_keys = ON")
    for number, statements in enumerate(migrations.MIGRATIONS, start=1):
        if _pragma(connection, "user_version") >= number:
            continue
        with transaction(connection, write=True):
            # Another process may have been here between the first look and our turn.
            if _pragma(connection, "user_version") >= number:
                continue
            for statement in statements:
                if isinstance(statement, str):
                    connection.execute(statement)
                else:
                    statement(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ``StoreError`` for a file of another program or of a later version of this one."""
    with transaction(connection, write=False):
        application = _pragma(connection, "application_id")
        version = _pragma(connection, "user_version")
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise StoreError(f"{path} is a database of another program, not a score file.")
    if version > len(migrations.MIGRATIONS):
        raise StoreError(
            f"The score file {path} was written by a newer version of quiz (its format is {version}, "
            f"this version knows {len(migrations.MIGRATIONS)}): update quiz to use it."
        )


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _sentence(error: sqlite3.Error, path: Path) -> str:
    """Say what went wrong, by SQLite's primary result code (https://www.sqlite.org/rescode.html)."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return f"The disk is full: nothing more can be saved in the score file {path}."
        case sqlite3.SQLITE_IOERR:
            return f"The score file {path} could not be read or written: a disk error, or the disk is full."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return (
                f"The score file {path} is in use: another program has been writing to it for more than "
                f"{BUSY_SECONDS:g} seconds."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return f"The score file {path} cannot be written: check who may write to it and to its folder."
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return f"The score file {path} is damaged or is no score file: move it away to start a new one."
        case _:
            return f"The score file {path} cannot be used: {error}."
