"""Reading the score file: sessions, answers, and what they add up to."""

import contextlib
import json
import re
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from quiz.scores.database import StoreError, connect_to_look, explained, transaction
from quiz.scores.keeping import open_whole
from quiz.scores.progress import instant
from quiz.scores.queries import (
    ANSWERED_BY_KIND,
    ANSWERS,
    BEST_SCORES,
    EARLIER,
    HISTORY,
    NEWEST_SCORES,
    SUMMARY,
)
from quiz.scores.records import (
    AskedQuestion,
    BankScore,
    Seen,
    SessionSummary,
    StoredAnswer,
    StoredSession,
)
from quiz.scores.schedule import RETENTION

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class NoSuchSession(StoreError):  # noqa: N818 (it reads as the sentence it is)
    """There is no session with that number."""


class Reader:
    """The score file, open for reading. Every method raises ``StoreError`` if the file cannot be used.

    Several processes may use the same file, and several threads the same reader.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        clock: Callable[[], datetime],
        retention: float = RETENTION,
    ) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._turn = threading.RLock()
        self.retention = retention
        self.notice: str | None = None

    @classmethod
    def open(
        cls, path: Path, clock: Callable[[], datetime] | None = None, *, retention: float = RETENTION
    ) -> Self:
        """Open the score file at ``path``, making it and its folder where they are missing.

        ``clock`` gives the time, with its zone; without it that is the time of this machine. ``retention``
        is the chance of still knowing an answer at which a question is to come back. A damaged file is set
        aside and a new one begun with what could be read; then ``notice`` says so, which is to be shown.
        """
        clock = clock or (lambda: datetime.now(UTC))
        connection, notice = open_whole(path, clock())
        store = cls(connection, path, clock, retention)
        store.notice = notice
        return store

    @classmethod
    def look(cls, path: Path) -> Self | None:
        """Open the score file to look something up; None where there is none. Nothing is written."""
        connection = connect_to_look(path)
        return None if connection is None else cls(connection, path, lambda: datetime.now(UTC))

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

    def history(self, player: str, bank: str) -> dict[str, Seen]:
        """Tell of each question of a bank the player has answered what became of it, by its id."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(HISTORY, (storable(player), storable(bank)))
            return {
                question: Seen(times, bool(correct), last[:-12]) for question, times, correct, last in rows
            }

    def sessions(self, player: str | None = None, limit: int = -1) -> list[SessionSummary]:
        """Return the newest sessions, all or up to ``limit``, of one player or of everybody, newest first."""
        with self._transaction(write=False):
            if player is None:
                return self._summaries(limit=limit)
            return self._summaries("WHERE s.player = ?", storable(player), limit=limit)

    def earlier(self, session: int) -> list[SessionSummary]:
        """Return the finished sessions of the same player and bank that began before this, newest first."""
        with self._transaction(write=False):
            return self._summaries(EARLIER, session)

    def session(self, session: int) -> StoredSession:
        """Return one session with its questions and the answers so far. Raises ``NoSuchSession``."""
        with self._transaction(write=False) as connection:
            uid, seed, source, article, name, outlet, certainty, closed_book, limit, used = self._row(
                "SELECT s.uid, s.seed, s.source, a.text, s.article_name, s.outlet, s.certainty,"
                " s.closed_book, s.time_limit, s.used FROM session AS s"
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
                outlet=outlet,
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
        where = """WHERE s.player = ?1 AND (?2 IS NULL OR s.bank = ?2) AND s.finished IS NULL
            AND (s.answered < s.asked OR s.mode = 'exam') AND NOT EXISTS (
                SELECT 1 FROM session AS later WHERE later.player = s.player AND later.bank = s.bank
                AND (later.started, later.id) > (s.started, s.id))"""
        with self._transaction(write=False):
            found = self._summaries(where, storable(player), storable(bank), limit=1)
        return found[0] if found else None

    def bank_scores(self, player: str) -> dict[str, BankScore]:
        """Tell how the player did on each bank with a finished session, by bank id."""
        with self._transaction(write=False) as connection:
            whose = (storable(player),)
            best = {bank: score for bank, *score in connection.execute(BEST_SCORES, whose)}
            return {
                bank: BankScore(correct, asked, best[bank][0], best[bank][1], sessions)
                for bank, correct, asked, sessions, _ in connection.execute(NEWEST_SCORES, whose)
            }

    def answered_by_kind(self, player: str, banks: Collection[str]) -> dict[str, dict[str, tuple[int, int]]]:
        """Tell of some banks how many questions of each kind were answered, and how many right the last time.

        The keys are ids of banks, then kinds; banks of which nothing was answered are left out.
        """
        wanted = [storable(bank) for bank in banks]
        found: dict[str, dict[str, tuple[int, int]]] = {}
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                ANSWERED_BY_KIND.format(banks=", ".join("?" * len(wanted))), (storable(player), *wanted)
            )
            for bank, kind, answered, right in rows:
                found.setdefault(bank, {})[kind] = (answered, right)
        return found

    def newest_finished(self, player: str) -> int | None:
        """Return the number of the player's newest finished session, or None if there is none."""
        with self._transaction(write=False) as connection:
            row = connection.execute(
                "SELECT id FROM session WHERE player = ? AND finished IS NOT NULL"
                " ORDER BY started DESC, id DESC LIMIT 1",
                (storable(player),),
            ).fetchone()
            return row[0] if row else None

    def due(self, player: str, now: datetime) -> dict[str, int]:
        """Tell how many questions of each bank are worth asking again by ``now``, by bank id."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT bank, count(*) FROM progress WHERE player = ? AND due <= ? GROUP BY bank",
                (storable(player), instant(now)),
            )
            return dict(rows.fetchall())

    def due_questions(self, player: str, bank: str, now: datetime) -> set[str]:
        """Return the ids of the questions of a bank that are worth asking again by ``now``."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT question FROM progress WHERE player = ? AND bank = ? AND due <= ?",
                (storable(player), storable(bank), instant(now)),
            )
            return {question for (question,) in rows}

    def next_due(self, player: str, now: datetime) -> datetime | None:
        """Return from when on the next question is worth asking again that is not yet by ``now``, or None."""
        with self._transaction(write=False) as connection:
            (due,) = connection.execute(
                "SELECT min(due) FROM progress WHERE player = ? AND due > ?",
                (storable(player), instant(now)),
            ).fetchone()
            return datetime.fromisoformat(due) if due else None

    def due_skills(self, player: str, now: datetime) -> set[str]:
        """Return the skills that are worth trying again by ``now``, on questions not seen before."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT skill FROM skill WHERE player = ? AND due <= ?", (storable(player), instant(now))
            )
            return {skill for (skill,) in rows}

    def now(self) -> datetime:
        """Return the time by the clock that dates the answers."""
        return self._clock()

    @contextlib.contextmanager
    def _transaction(self, *, write: bool) -> Iterator[sqlite3.Connection]:
        with self._turn, explained(self._path), transaction(self._connection, write=write) as connection:
            yield connection

    def _now(self) -> str:
        return instant(self._clock())

    def _row(self, query: str, session: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._connection.execute(query, (session,)).fetchone()
        if row is None:
            raise NoSuchSession(f"There is no session {session}.")
        return row

    def _summaries(self, where: str = "", *values: str | int | None, limit: int = -1) -> list[SessionSummary]:
        rows = self._connection.execute(SUMMARY.format(where=where, limit=limit), values)
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


def storable(text: str | None) -> str | None:
    """Text without lone surrogates, which UTF-8 has no bytes for; positions in it stay the same."""
    return None if text is None else _SURROGATE.sub("\ufffd", text)
