"""The history: sessions and answers in one SQLite file, each answer safe on disk before the next question."""

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.scores.database import StoreError, explained
from quiz.scores.figures import Figures
from quiz.scores.progress import count_answer, count_session, rebuild
from quiz.scores.reading import NoSuchSession, storable
from quiz.scores.records import (
    AnswerRecord,
    AskedQuestion,
    BankScore,
    Mode,
    Seen,
    SessionStart,
    SessionSummary,
    StoredAnswer,
    StoredSession,
    text_hash,
)

if TYPE_CHECKING:
    from quiz.scores.exchange import Merged

__all__ = [
    "AlreadyAnswered",
    "AnswerRecord",
    "AskedQuestion",
    "BankScore",
    "Mode",
    "NoSuchQuestion",
    "NoSuchSession",
    "Seen",
    "SessionStart",
    "SessionSummary",
    "Store",
    "StoreError",
    "StoredAnswer",
    "StoredSession",
]


class NoSuchQuestion(StoreError):  # noqa: N818 (it reads as the sentence it is)
    """The session has no question at that position."""


class AlreadyAnswered(StoreError):  # noqa: N818
    """The question has another answer already, or its session is finished."""


class Store(Figures):
    """The score file, open. Every method raises ``StoreError`` if the file cannot be used.

    Several processes may use the same file, and several threads the same store.
    """

    def begin(self, start: SessionStart) -> int:
        """Begin a session and return its number. Raises ``ValueError`` if it has no questions.

        An earlier practice of the player without open questions, whose end could not be written down then,
        is finished now.
        """
        if not start.questions:
            raise ValueError("a session needs a question")
        with self._transaction(write=True) as connection:
            self._finish_answered(storable(start.player))
            article = _keep(connection, "article", "text", start.article)
            session = connection.execute(
                "INSERT INTO session (uid, player, bank, title, source, mode, seed, article, article_name,"
                " started, certainty, closed_book, time_limit, outlet)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    os.urandom(16).hex(),
                    *map(storable, (start.player, start.bank, start.title, start.source)),
                    start.mode,
                    str(start.seed),
                    article,
                    storable(start.article_name),
                    self._now(),
                    start.certainty,
                    start.closed_book,
                    start.limit,
                    storable(start.outlet),
                ),
            ).lastrowid
            connection.executemany(
                "INSERT INTO asked (session, position, question, kind, skill, snapshot, options)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        session,
                        position,
                        *map(storable, (asked.question, asked.kind, asked.skill)),
                        _keep(connection, "snapshot", "json", asked.snapshot),
                        json.dumps(asked.order),
                    )
                    for position, asked in enumerate(start.questions)
                ],
            )
        assert session is not None  # an INSERT always has one
        return session

    def record(self, session: int, answer: AnswerRecord) -> None:
        """Save an answer; on return it is on disk.

        Saving the very same answer again changes nothing, so a failed call may be repeated. In an exam
        another answer takes the place of the last one until the exam is finished. Raises
        ``AlreadyAnswered`` for another answer in practice and for any in a finished session,
        ``NoSuchSession``, ``NoSuchQuestion``, and ``TypeError`` if JSON cannot say the response.
        """
        row = (
            json.dumps(answer.response),
            bool(answer.correct),
            float(answer.score),
            float(answer.max_score),
            answer.certainty,
            float(answer.seconds),
        )
        place = (session, answer.position)
        with self._transaction(write=True) as connection:
            finished, mode = self._row("SELECT finished, mode FROM session WHERE id = ?", session)
            known = connection.execute(
                "SELECT response, correct, score, max_score, certainty, seconds FROM answer"
                " WHERE session = ? AND position = ?",
                place,
            ).fetchone()
            if known == row:
                return
            if known and mode == "practice":
                raise AlreadyAnswered(
                    f"Question {answer.position + 1} of session {session} has an answer already."
                )
            if finished:
                raise AlreadyAnswered(f"Session {session} is finished.")
            asked = connection.execute("SELECT 1 FROM asked WHERE session = ? AND position = ?", place)
            if not asked.fetchone():
                raise NoSuchQuestion(f"Session {session} has no question {answer.position + 1}.")
            connection.execute(
                "INSERT OR REPLACE INTO answer (session, position, response, correct, score, max_score,"
                " certainty, seconds, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*place, *row, self._now()),
            )
            count_answer(connection, session, answer.position, self.retention)

    def flag(self, session: int, position: int, flagged: bool) -> None:
        """Mark a question for another look, or take the mark away. Raises ``NoSuchQuestion``."""
        change = "INSERT OR IGNORE INTO flag (session, position) VALUES (?, ?)"
        if not flagged:
            change = "DELETE FROM flag WHERE session = ? AND position = ?"
        with self._transaction(write=True) as connection:
            place = (session, position)
            asked = connection.execute("SELECT 1 FROM asked WHERE session = ? AND position = ?", place)
            if not asked.fetchone():
                raise NoSuchQuestion(f"Session {session} has no question {position + 1}.")
            connection.execute(change, place)

    def spend(self, session: int, seconds: float) -> None:
        """Write down the time used so far, in seconds. Raises ``NoSuchSession``."""
        with self._transaction(write=True) as connection:
            self._row("SELECT id FROM session WHERE id = ?", session)
            connection.execute("UPDATE session SET used = ? WHERE id = ?", (float(seconds), session))

    def finish(self, session: int) -> None:
        """Mark a session as finished now; one that is finished stays as it is. Raises ``NoSuchSession``."""
        with self._transaction(write=True) as connection:
            self._row("SELECT id FROM session WHERE id = ?", session)
            done = connection.execute(
                "UPDATE session SET finished = ? WHERE id = ? AND finished IS NULL", (self._now(), session)
            )
            if done.rowcount:
                count_session(connection, session, self.retention)

    def _finish_answered(self, player: str | None) -> None:
        answered = self._connection.execute(
            "SELECT id FROM session WHERE player = ? AND finished IS NULL AND mode = 'practice'"
            " AND answered = asked",
            (player,),
        ).fetchall()
        for (session,) in answered:
            self._connection.execute(
                "UPDATE session SET finished = (SELECT max(recorded) FROM answer WHERE session = session.id)"
                " WHERE id = ?",
                (session,),
            )
            count_session(self._connection, session, self.retention)

    def backup(self, target: Path) -> None:
        """Copy the whole score file to ``target``, also while others write to it.

        What was at ``target`` is replaced at the end, at once. Raises ``StoreError``.
        """
        from quiz.scores.backup import copy_database

        with self._turn, explained(self._path):
            copy_database(self._connection, target)

    def export(self, player: str | None = None) -> Iterator[str]:
        """Give the history, of one player or of everybody, as lines of JSON (``quiz.scores.exchange``)."""
        from quiz.scores.exchange import write_lines

        with self._transaction(write=False) as connection:
            yield from write_lines(connection, storable(player))

    def merge(self, lines: Iterable[str], player: str | None = None) -> "Merged":
        """Take in a history written by ``export``, all of it or nothing; what is known is not doubled.

        With ``player``, sessions that are new are put under that name. Raises ``NotAHistory``.
        """
        from quiz.scores.exchange import read_lines

        with self._transaction(write=True) as connection:
            merged = read_lines(connection, lines, storable(player))
            for name in merged.players:
                rebuild(connection, name, self.retention)
        return merged

    def move_bank(
        self, old: str, new: str, questions: Mapping[str, str], meanwhile: Callable[[], None]
    ) -> int:
        """Put the sessions of bank ``old`` under the id ``new``; return how many there were.

        ``questions`` holds the ids of questions that change with it. ``meanwhile`` changes the files: if it
        raises, nothing is moved either.
        """
        from quiz.scores.moving import move_sessions

        with self._transaction(write=True) as connection:
            moved, players = move_sessions(connection, old, new, questions)
            for player in players:
                rebuild(connection, player, self.retention)
            meanwhile()
        return moved

    def forget(self, sessions: Collection[int]) -> None:
        """Delete sessions with their answers, and every text that only they used, beyond recovery."""
        from quiz.scores.forgetting import delete_sessions

        with self._transaction(write=True) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            for player in delete_sessions(connection, sessions):
                rebuild(connection, player, self.retention)
        with self._turn, explained(self._path):
            # What was deleted also stands in the log until it is written back.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(connection: sqlite3.Connection, table: str, column: str, text: str | None) -> str | None:
    """Store a text once, however often it is used, and return its hash."""
    stored = storable(text)
    if stored is None:
        return None
    digest = text_hash(stored)
    connection.execute(
        f"INSERT INTO {table} (sha256, {column}) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        (digest, stored),
    )
    return digest
