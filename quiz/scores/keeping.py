"""Keeping the score file whole: looking it over at the start, saving what can be read of a damaged one."""

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Final

from quiz.scores import progress
from quiz.scores.database import APPLICATION_ID, StoreError, connect, explained, transaction

SMALL: Final = 2 * 1024 * 1024
"""Bytes up to which a file is looked over at every start, which takes 7 ms at most; a larger one is only
after a program that used it ended without closing it."""

LARGE: Final = 32 * 1024 * 1024
"""Bytes above which a file, of some hundred thousand answers, is not looked over at the start: it would take
seconds, and another program that has it open looks like one that did not close it. What SQLite itself
checks on opening, such as a file cut short, is found in a file of any size."""

_MAGIC: Final = b"SQLite format 3\x00"


class DamagedFileError(StoreError):
    """The score file is ours and is damaged."""


def open_whole(path: Path, now: datetime) -> tuple[sqlite3.Connection, str | None]:
    """Open the score file, setting a damaged one aside; return the connection and what to tell, if anything.

    A file of another program, or of a newer version of this one, is refused and left alone. Raises
    ``StoreError``.
    """
    try:
        return _looked_over(path), None
    except DamagedFileError:
        return _start_again(path, now)


def _looked_over(path: Path) -> sqlite3.Connection:
    before = _shape(path)
    try:
        connection = connect(path)
    except StoreError as error:
        if before is None or not _is_damage(error.__cause__):
            raise
        raise DamagedFileError(str(error)) from error
    if before is None:
        return connection
    size, unclean = before
    if size > (LARGE if unclean else SMALL):
        return connection
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        if not _is_damage(error):
            with explained(path):
                raise
        raise DamagedFileError(f"The score file {path} is damaged.") from error
    if found != ("ok",):
        connection.close()
        raise DamagedFileError(f"The score file {path} is damaged.")
    return connection


def _shape(path: Path) -> tuple[int, bool] | None:
    """The size of our file and whether something was left beside it by a program that did not close it.

    None if there is no file yet or it does not say that it is ours.
    """
    try:
        with path.open("rb") as file:
            head = file.read(72)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        return None
    if head[:16] != _MAGIC or head[68:72] not in (APPLICATION_ID.to_bytes(4, "big"), b""):
        return None
    left = path.with_name(path.name + "-wal")
    with contextlib.suppress(OSError):
        return size, left.stat().st_size > 0
    return size, False


def _is_damage(error: BaseException | None) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _start_again(path: Path, now: datetime) -> tuple[sqlite3.Connection, str]:
    """Move the damaged file away, begin a new one, and take over what can be read."""
    from quiz.scores import exchange  # here, because it is seldom that a file is damaged

    aside = _free_name(path, f"{path.stem}-damaged-{now:%Y-%m-%d}")
    try:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.rename(f"{path}{ending}", f"{aside}{ending}")
    except OSError as error:
        raise StoreError(
            f"The score file {path} is damaged and cannot be set aside: {error.strerror}."
        ) from error
    connection = connect(path)
    with explained(path), transaction(connection, write=True):
        sessions = _take_over(connection, aside)
        progress.rebuild_all(connection)
    said = f"The score file was damaged. It was set aside as {aside}; a new one was begun"
    if not sessions:
        return connection, f"{said}, since no session in it could be read."
    exported = aside.with_suffix(".jsonl")
    with contextlib.suppress(OSError), exported.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in exchange.write_lines(connection))
    count = "the one session" if sessions == 1 else f"the {sessions} sessions"
    return connection, f"{said} with {count} that could be read, which {exported} holds as well."


def _take_over(connection: sqlite3.Connection, aside: Path) -> int:
    """Take over every session of a damaged file that can be read; return how many those are."""
    from quiz.scores import exchange

    sessions = 0
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(aside)) as damaged:
        for session in _numbers(damaged):
            connection.execute("SAVEPOINT session")
            try:
                # A session without one of its questions is another session: all of it or nothing.
                exchange.read_lines(connection, exchange.session_lines(damaged, session, set()))
                sessions += 1
            except (StoreError, sqlite3.Error, TypeError, ValueError, KeyError):
                connection.execute("ROLLBACK TO session")
            connection.execute("RELEASE session")
    return sessions


def _numbers(damaged: sqlite3.Connection) -> list[int]:
    """The numbers of all sessions that may be there: those in the table, or any up to the highest given."""
    with contextlib.suppress(sqlite3.Error):
        return [number for (number,) in damaged.execute("SELECT id FROM session NOT INDEXED ORDER BY id")]
    with contextlib.suppress(sqlite3.Error):
        row = damaged.execute("SELECT seq FROM sqlite_sequence WHERE name = 'session'").fetchone()
        return list(range(1, min(int(row[0]), 1_000_000) + 1)) if row else []
    return []


def _free_name(path: Path, stem: str) -> Path:
    number = 1
    while True:
        name = path.with_name(f"{stem}{'' if number == 1 else f'-{number}'}{path.suffix}")
        if not name.exists():
            return name
        number += 1
