"""Choosing sessions to forget, and deleting them with everything that only they used."""

import sqlite3
from collections.abc import Collection
from datetime import datetime

from quiz.scores.progress import instant
from quiz.scores.records import SessionSummary


def chosen(
    summaries: Collection[SessionSummary],
    *,
    sessions: Collection[int] = (),
    player: str | None = None,
    bank: str | None = None,
    before: datetime | None = None,
) -> list[int]:
    """Return the numbers of the sessions that every given condition fits; of none given, all."""
    return [
        summary.id
        for summary in summaries
        if (not sessions or summary.id in sessions)
        and (player is None or summary.player == player)
        and (bank is None or summary.bank == bank)
        and (before is None or summary.started < instant(before))
    ]


def delete_sessions(connection: sqlite3.Connection, sessions: Collection[int]) -> set[str]:
    """Delete sessions and the texts no other session uses; return the players whose sessions they were."""
    players = set()
    for session in sessions:
        row = connection.execute("SELECT player FROM session WHERE id = ?", (session,)).fetchone()
        if row:
            players.add(row[0])
            connection.execute("DELETE FROM session WHERE id = ?", (session,))
    connection.execute("DELETE FROM snapshot WHERE sha256 NOT IN (SELECT snapshot FROM asked)")
    connection.execute(
        "DELETE FROM article WHERE sha256 NOT IN (SELECT article FROM session WHERE article IS NOT NULL)"
    )
    return players
