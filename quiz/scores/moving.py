"""What became of a bank's results when the bank has another id, or its questions went into another bank."""

import sqlite3
from collections.abc import Mapping


def move_sessions(
    connection: sqlite3.Connection, old: str, new: str, questions: Mapping[str, str]
) -> tuple[int, set[str]]:
    """Put the sessions of bank ``old`` under ``new``; ``questions`` gives those another id that need one.

    Titles and texts stay as they were when they were played. Returns how many sessions there were and whose.
    """
    rows = connection.execute("SELECT id, player FROM session WHERE bank = ?", (old,)).fetchall()
    for session, _ in rows:
        connection.executemany(
            "UPDATE asked SET question = ? WHERE session = ? AND question = ?",
            [(after, session, before) for before, after in questions.items()],
        )
    connection.execute("UPDATE session SET bank = ? WHERE bank = ?", (new, old))
    return len(rows), {player for _, player in rows}
