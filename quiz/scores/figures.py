"""Reading from the score file what the figures about learners and questions are made of."""

import json
from typing import TYPE_CHECKING

from quiz.scores.reading import Reader, storable
from quiz.scores.records import BankHistory

if TYPE_CHECKING:  # the statistics are imported when somebody asks for them: playing begins without
    from quiz.scores.author import FirstAttempt
    from quiz.scores.learner import FirstAnswer


class Figures(Reader):
    """The score file, open for reading; first answers are found without going through all sessions."""

    def first_answers(self, player: str) -> "list[FirstAnswer]":
        """Return the player's first answers to every question that count, oldest first."""
        from quiz.scores.learner import FirstAnswer

        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT kind, skill, first_recorded, first_score / max(first_max_score, 1e-9), first_correct,"
                " first_certainty, first_seconds FROM progress WHERE player = ? ORDER BY first_recorded",
                (storable(player),),
            )
            return [
                FirstAnswer(
                    kind, skill, recorded, max(0.0, min(1.0, share)), bool(correct), certainty, seconds
                )
                for kind, skill, recorded, share, correct, certainty, seconds in rows
            ]

    def places_met(self, session: int) -> set[int]:
        """Return which of its player's questions a session asked first: the 1st, the 2nd and so on."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT place FROM (SELECT first_session, row_number() OVER"
                " (ORDER BY first_recorded, first_session, first_position) AS place FROM progress"
                " WHERE player = (SELECT player FROM session WHERE id = ?1)) WHERE first_session = ?1",
                (session,),
            )
            return {place for (place,) in rows}

    def two_way_answers(self, player: str) -> dict[str, list[tuple[bool, bool]]]:
        """Return, by kind, how the player called statements of two sides: (it is of the first, called so)."""
        from quiz.scores.learner import TWO_WAY, two_way

        kinds = ", ".join("?" * len(TWO_WAY))
        found: dict[str, list[tuple[bool, bool]]] = {}
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT p.kind, t.json, a.response FROM progress AS p"
                " JOIN answer AS a ON a.session = p.first_session AND a.position = p.first_position"
                " JOIN asked AS q ON q.session = a.session AND q.position = a.position"
                " JOIN snapshot AS t ON t.sha256 = q.snapshot"
                f" WHERE p.player = ? AND p.kind IN ({kinds})",
                (storable(player), *TWO_WAY),
            )
            for kind, snapshot, response in rows:
                sides = two_way(kind, snapshot, json.loads(response))
                if sides is not None:
                    found.setdefault(kind, []).append(sides)
        return found

    def practice_times(self, player: str) -> list[tuple[str, int]]:
        """Return when the player practised: the minute a session began, ISO 8601 UTC, and its answers."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT substr(started, 1, 16) || 'Z', sum(answered) FROM session WHERE player = ?"
                " GROUP BY 1 ORDER BY 1",
                (storable(player),),
            )
            return rows.fetchall()

    def players(self) -> list[str]:
        """Return the names of all players, in alphabetical order."""
        with self._transaction(write=False) as connection:
            return [name for (name,) in connection.execute("SELECT DISTINCT player FROM session ORDER BY 1")]

    def bank_title(self, bank: str) -> str | None:
        """Return the title a bank had in its newest session, or None if nobody has played it."""
        with self._transaction(write=False) as connection:
            row = connection.execute(
                "SELECT title FROM session WHERE bank = ? ORDER BY started DESC LIMIT 1", (storable(bank),)
            ).fetchone()
            return row[0] if row else None

    def bank_history(self, bank: str) -> BankHistory | None:
        """Return what was played of a bank, or None if nobody has played it."""
        with self._transaction(write=False) as connection:
            sessions, *rest = connection.execute(
                "SELECT count(*), count(DISTINCT player), coalesce(sum(answered), 0),"
                " coalesce(sum(correct), 0), max(started) FROM session WHERE bank = ?",
                (storable(bank),),
            ).fetchone()
            return BankHistory(sessions, *rest) if sessions else None

    def asked_questions(self, bank: str) -> set[str]:
        """Return the ids of all questions that were ever asked in sessions of a bank."""
        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT DISTINCT q.question FROM asked AS q JOIN session AS s ON s.id = q.session"
                " WHERE s.bank = ?",
                (storable(bank),),
            )
            return {question for (question,) in rows}

    def first_attempts(self, bank: str) -> "tuple[list[FirstAttempt], dict[str, str]]":
        """Return every player's first answer to each question of a bank, and the questions by their hash.

        They are in the order of the questions' ids, and of the answers to one, oldest first.
        """
        from quiz.scores.author import FirstAttempt

        with self._transaction(write=False) as connection:
            rows = connection.execute(
                "SELECT p.player, p.question, p.kind, p.first_score / max(p.first_max_score, 1e-9),"
                " a.response, q.snapshot FROM progress AS p"
                " JOIN answer AS a ON a.session = p.first_session AND a.position = p.first_position"
                " JOIN asked AS q ON q.session = a.session AND q.position = a.position"
                " WHERE p.bank = ? ORDER BY p.question, p.first_recorded, p.player",
                (storable(bank),),
            )
            attempts = [
                FirstAttempt(
                    player, question, kind, max(0.0, min(1.0, share)), json.loads(response), snapshot
                )
                for player, question, kind, share, response, snapshot in rows
            ]
            snapshots = {}
            for digest in {attempt.snapshot for attempt in attempts}:
                (snapshots[digest],) = connection.execute(
                    "SELECT json FROM snapshot WHERE sha256 = ?", (digest,)
                ).fetchone()
            return attempts, snapshots
