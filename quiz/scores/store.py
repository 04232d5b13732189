"""The history: sessions and answers in one SQLite file, each answer safe on disk before the next question."""

import contextlib
import json
import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from quiz.scores.database import StoreError, connect, explained, transaction
from quiz.scores.queries import ANSWERS, HISTORY, SUMMARY
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

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class NoSuchSession(StoreError):  # noqa: N818 (it reads as the sentence it is)
    """There is no session with that number."""


class NoSuchQuestion(StoreError):  # noqa: N818
    """The session has no question at that position."""


class AlreadyAnswered(StoreError):  # noqa: N818
    """The question has another answer already, or its session is finished."""


class Store:
    """The score file, open. Every method raises ``StoreError`` if the file cannot be used.

    Several processes may use the same file, and several threads the same store.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._turn = threading.RLock()

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] | None = None) -> Self:
        """Open the score file at ``path``, making it and its folder where they are missing.

        ``clock`` gives the time, with its zone; without it that is the time of this machine.
        """
        return cls(connect(path), path, clock or (lambda: datetime.now(UTC)))

    def close(self) -> None:
        """Close the file; the store is of no use afterwards. Closing twice is harmless."""
        with self._turn, explained(self._path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self, start: SessionStart) -> int:
        """Begin a session and return its number. Raises ``ValueError`` if it has no questions."""
        if not start.questions:
            raise ValueError("a session needs a question")
        with self._transaction(write=True) as connection:
            article = _keep(connection, "article", "text", start.article)
            session = connection.execute(
                "INSERT INTO session (uid, player, bank, title, source, mode, seed, article, article_name,"
                " started, certainty, closed_book, time_limit)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    os.urandom(16).hex(),
                    *map(_storable, (start.player, start.bank, start.title, start.source)),
                    start.mode,
                    str(start.seed),
                    article,
                    _storable(start.article_name),
                    self._now(),
                    start.certainty,
                    start.closed_book,
                    start.limit,
                ),
            ).lastrowid
            connection.executemany(
                "INSERT INTO asked (session, position, question, kind, skill, snapshot, options)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        session,
                        position,
                        *map(_storable, (asked.question, asked.kind, asked.skill)),
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

    def history(self, player: str, bank: str) -> dict[str, Seen]:
        """Tell of each question of a bank the player has answered what became of it, by its id."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(HISTORY, (_storable(player), _storable(bank)))
            return {
                question: Seen(times, bool(correct), last[:-12]) for question, times, correct, last in rows
            }

    def finish(self, session: int) -> None:
        """Mark a session as finished now; one that is finished stays as it is. Raises ``NoSuchSession``."""
        with self._transaction(write=True) as connection:
            self._row("SELECT id FROM session WHERE id = ?", session)
            connection.execute(
                "UPDATE session SET finished = ? WHERE id = ? AND finished IS NULL", (self._now(), session)
            )

    def sessions(self, player: str | None = None) -> list[SessionSummary]:
        """Return all sessions, of one player or of everybody, newest first."""
        with self._transaction(write=False):
            if player is None:
                return self._summaries()
            return self._summaries("WHERE s.player = ?", _storable(player))

    def session(self, session: int) -> StoredSession:
        """Return one session with its questions and the answers so far. Raises ``NoSuchSession``."""
        with self._transaction(write=False) as connection:
            uid, seed, source, article, name, certainty, closed_book, limit, used = self._row(
                "SELECT s.uid, s.seed, s.source, a.text, s.article_name, s.certainty, s.closed_book,"
                " s.time_limit, s.used FROM session AS s"
                " LEFT JOIN article AS a ON a.sha256 = s.article WHERE s.id = ?",
                session,
            )
            questions = connection.execute(
                "SELECT q.question, q.kind, q.skill, p.json, q.options FROM asked AS q"
                " JOIN snapshot AS p ON p.sha256 = q.snapshot WHERE q.session = ? ORDER BY q.position",
                (session,),
            )
            return StoredSession(
                summary=self._summaries("WHERE s.id = ?", session)[0],
                uid=uid,
                seed=int(seed),
                source=source,
                article=article,
                article_name=name,
                questions=tuple(
                    AskedQuestion(question, kind, skill, snapshot, tuple(json.loads(order)))
                    for question, kind, skill, snapshot, order in questions
                ),
                answers=self._answers(session),
                certainty=bool(certainty),
                closed_book=bool(closed_book),
                limit=limit,
                used=used,
                flags=frozenset(
                    position
                    for (position,) in connection.execute(
                        "SELECT position FROM flag WHERE session = ?", (session,)
                    )
                ),
            )

    def answers(self, session: int) -> tuple[StoredAnswer, ...]:
        """Return the answers so far, in the order of the questions. Raises ``NoSuchSession``."""
        with self._transaction(write=False):
            self._row("SELECT id FROM session WHERE id = ?", session)
            return tuple(self._answers(session).values())

    def resumable(self, player: str, bank: str | None = None) -> SessionSummary | None:
        """Return the newest session to go on with, of one bank or of any, or None.

        It is unfinished, has a question without an answer or is an exam that was not handed in, and the
        player has begun no later session of the same bank.
        """
        where = """WHERE s.player = ?1 AND (?2 IS NULL OR s.bank = ?2) AND s.finished IS NULL AND NOT EXISTS (
            SELECT 1 FROM session AS later WHERE later.player = s.player AND later.bank = s.bank
            AND (later.started, later.id) > (s.started, s.id))"""
        with self._transaction(write=False):
            found = self._summaries(
                where,
                _storable(player),
                _storable(bank),
                having="HAVING count(a.position) < count(*) OR s.mode = 'exam'",
            )
        return found[0] if found else None

    def bank_scores(self, player: str) -> dict[str, BankScore]:
        """Tell how the player did on each bank with a finished session, by bank id."""
        banks: dict[str, list[SessionSummary]] = {}
        for summary in self.sessions(player):
            if summary.finished is not None:
                banks.setdefault(summary.bank, []).append(summary)
        scores = {}
        for bank, finished in banks.items():
            last = finished[0]
            best = max(finished, key=lambda summary: (summary.correct / summary.asked, summary.asked))
            scores[bank] = BankScore(last.correct, last.asked, best.correct, best.asked, len(finished))
        return scores

    @contextlib.contextmanager
    def _transaction(self, *, write: bool) -> Iterator[sqlite3.Connection]:
        with self._turn, explained(self._path), transaction(self._connection, write=write) as connection:
            yield connection

    def _now(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _row(self, query: str, session: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._connection.execute(query, (session,)).fetchone()
        if row is None:
            raise NoSuchSession(f"There is no session {session}.")
        return row

    def _summaries(
        self, where: str = "", *values: str | int | None, having: str = ""
    ) -> list[SessionSummary]:
        rows = self._connection.execute(SUMMARY.format(where=where, having=having), values)
        return [SessionSummary(*row) for row in rows]

    def _answers(self, session: int) -> dict[int, StoredAnswer]:
        return {
            position: StoredAnswer(
                question,
                kind,
                skill,
                json.loads(response),
                bool(correct),
                score,
                certainty,
                seconds,
                max_score,
            )
            for position, question, kind, skill, response, correct, score, certainty, seconds, max_score in (
                self._connection.execute(ANSWERS, (session,))
            )
        }


def _storable(text: str | None) -> str | None:
    """Text without lone surrogates, which UTF-8 has no bytes for; positions in it stay the same."""
    return None if text is None else _SURROGATE.sub("\ufffd", text)


def _keep(connection: sqlite3.Connection, table: str, column: str, text: str | None) -> str | None:
    """Store a text once, however often it is used, and return its hash."""
    stored = _storable(text)
    if stored is None:
        return None
    digest = text_hash(stored)
    connection.execute(
        f"INSERT INTO {table} (sha256, {column}) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
        (digest, stored),
    )
    return digest
