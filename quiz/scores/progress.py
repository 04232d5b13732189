"""What each player's answers to each question add up to: the first time, the last time, when it is due again.

Everything here follows from the answers and can be made again from them at any time. An answer counts once it
can no longer be changed: in practice at once, in an exam when the exam is handed in.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from quiz.scores.schedule import RETENTION, Memory, Review, rating, remember, review, together

SCHEMA: Final = (
    # The row of a question is found by player, bank and question; the items of a bank by the second index,
    # what is due by the third, without touching the table.
    """CREATE TABLE progress (
        player TEXT NOT NULL,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        kind TEXT NOT NULL,
        skill TEXT NOT NULL,
        times INTEGER NOT NULL,
        first_session INTEGER NOT NULL,
        first_position INTEGER NOT NULL,
        first_recorded TEXT NOT NULL,
        first_correct INTEGER NOT NULL,
        first_score REAL NOT NULL,
        first_max_score REAL NOT NULL,
        first_certainty INTEGER,
        first_seconds REAL NOT NULL,
        last_recorded TEXT NOT NULL,
        last_correct INTEGER NOT NULL,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        due TEXT NOT NULL,
        PRIMARY KEY (player, bank, question)
    ) WITHOUT ROWID""",
    "CREATE INDEX progress_of_bank ON progress (bank, question)",
    "CREATE INDEX progress_due ON progress (player, due)",
    """CREATE TABLE skill (
        player TEXT NOT NULL,
        skill TEXT NOT NULL,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        reviewed TEXT NOT NULL,
        due TEXT NOT NULL,
        PRIMARY KEY (player, skill)
    ) WITHOUT ROWID""",
)

# One row an answer that counts, so sorted that the answers to a question stand together, oldest first.
_COUNTING: Final = """
    SELECT s.player, s.bank, q.question, q.kind, q.skill, a.session, a.position, a.recorded, a.correct,
           a.score, a.max_score, a.certainty, a.seconds
    FROM session AS s
    JOIN asked AS q ON q.session = s.id
    JOIN answer AS a ON a.session = q.session AND a.position = q.position
    WHERE (s.mode = 'practice' OR s.finished IS NOT NULL) AND {which}
    ORDER BY s.player, s.bank, q.question, a.recorded, s.uid, a.position
"""

_SKILL_ANSWERS: Final = """
    SELECT q.skill, s.finished, s.uid, a.correct, a.certainty
    FROM session AS s
    JOIN asked AS q ON q.session = s.id
    JOIN answer AS a ON a.session = q.session AND a.position = q.position
    WHERE s.finished IS NOT NULL AND {which}
    ORDER BY q.skill, s.finished, s.uid
"""


def instant(time: datetime) -> str:
    """Return a time as the score file writes it: ISO 8601 UTC to the second, so that text sorts as time."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def count_answer(connection: sqlite3.Connection, session: int, position: int, retention: float) -> None:
    """Bring up to date what an answer adds to, if it counts already."""
    row = connection.execute(
        "SELECT s.player, s.bank, q.question FROM session AS s JOIN asked AS q ON q.session = s.id"
        " WHERE s.id = ? AND q.position = ? AND (s.mode = 'practice' OR s.finished IS NOT NULL)",
        (session, position),
    ).fetchone()
    if row:
        which = "s.player = ? AND s.bank = ? AND q.question = ?"
        _write_progress(connection, connection.execute(_COUNTING.format(which=which), row), retention)


def count_session(connection: sqlite3.Connection, session: int, retention: float) -> None:
    """Bring up to date what a session that was just finished adds to: an exam's questions, and its skills."""
    player, mode = connection.execute("SELECT player, mode FROM session WHERE id = ?", (session,)).fetchone()
    if mode == "exam":
        positions = connection.execute(
            "SELECT position FROM answer WHERE session = ? ORDER BY position", (session,)
        ).fetchall()
        for (position,) in positions:
            count_answer(connection, session, position, retention)
    news = connection.execute(_SKILL_ANSWERS.format(which="s.id = ?"), (session,))
    for skill, reviews in _skill_reviews(news):
        known = connection.execute(
            "SELECT stability, difficulty, reviewed, due FROM skill WHERE player = ? AND skill = ?",
            (player, skill),
        ).fetchone()
        memory = _memory(*known) if known else None
        for one in reviews:
            memory = review(memory, one, retention)
        _write_skill(connection, player, skill, memory)


def rebuild(connection: sqlite3.Connection, player: str, retention: float) -> None:
    """Make everything of a player again from the answers, as after a merge or after forgetting."""
    connection.execute("DELETE FROM progress WHERE player = ?", (player,))
    connection.execute("DELETE FROM skill WHERE player = ?", (player,))
    which = "s.player = ?"
    _write_progress(connection, connection.execute(_COUNTING.format(which=which), (player,)), retention)
    answers = connection.execute(_SKILL_ANSWERS.format(which=which), (player,))
    for skill, reviews in _skill_reviews(answers):
        _write_skill(connection, player, skill, remember(reviews, retention))


def rebuild_all(connection: sqlite3.Connection, retention: float = RETENTION) -> None:
    """Make everything of every player again from the answers."""
    for (player,) in connection.execute("SELECT DISTINCT player FROM session").fetchall():
        rebuild(connection, player, retention)


def _write_progress(
    connection: sqlite3.Connection, answers: Iterable[tuple[Any, ...]], retention: float
) -> None:
    rows = []
    for place, group in groupby(answers, key=lambda row: row[:3]):
        given = list(group)
        first, last = given[0], given[-1]
        memory = remember(
            (
                Review(datetime.fromisoformat(row[7]), rating(correct=bool(row[8]), certainty=row[11]))
                for row in given
            ),
            retention,
        )
        assert memory is not None  # a group has a row
        rows.append(
            (
                *place,
                *last[3:5],
                len(given),
                *first[5:13],
                last[7],
                last[8],
                memory.stability,
                memory.difficulty,
                instant(memory.due),
            )
        )
    places = ", ".join("?" * 19)
    connection.executemany(f"INSERT OR REPLACE INTO progress VALUES ({places})", rows)


def _skill_reviews(answers: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, list[Review]]]:
    """One review for each session with questions of a skill, from rows of ``_SKILL_ANSWERS``."""
    for skill, of_skill in groupby(answers, key=lambda row: row[0]):
        yield (
            skill,
            [
                Review(
                    datetime.fromisoformat(finished),
                    together(rating(correct=bool(row[3]), certainty=row[4]) for row in of_session),
                )
                for (finished, _), of_session in groupby(of_skill, key=lambda row: (row[1], row[2]))
            ],
        )


def _write_skill(connection: sqlite3.Connection, player: str, skill: str, memory: Memory | None) -> None:
    if memory is None:
        return
    connection.execute(
        "INSERT OR REPLACE INTO skill (player, skill, stability, difficulty, reviewed, due)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            player,
            skill,
            memory.stability,
            memory.difficulty,
            instant(memory.reviewed),
            instant(memory.due),
        ),
    )


def _memory(stability: float, difficulty: float, reviewed: str, due: str) -> Memory:
    return Memory(stability, difficulty, datetime.fromisoformat(reviewed), datetime.fromisoformat(due))
