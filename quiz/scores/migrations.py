"""The steps that made the score file what it is; a file of any earlier version takes those it lacks."""

import sqlite3
from collections.abc import Callable
from typing import Final

from quiz.scores import progress

Step = str | Callable[[sqlite3.Connection], None]
"""A statement, or a function for what SQL alone cannot say."""

# What the answers of a session add up to; an unanswered question counts 1 towards the maximum.
_SUMS: Final = """(answered, correct, score, max_score) = (
    SELECT count(a.position), coalesce(sum(a.correct), 0), coalesce(sum(a.score), 0.0),
           coalesce(sum(coalesce(a.max_score, 1.0)), 0.0)
    FROM asked AS q LEFT JOIN answer AS a ON a.session = q.session AND a.position = q.position
    WHERE q.session = session.id)"""

# One entry is one step of the schema; entries are only ever added. Nothing newer than SQLite 3.34 is used,
# the oldest that systems with Python 3.11 still carry (so no STRICT tables).
MIGRATIONS: Final[tuple[tuple[Step, ...], ...]] = (
    (
        """CREATE TABLE article (
            sha256 TEXT PRIMARY KEY,
            text TEXT NOT NULL
        )""",
        """CREATE TABLE snapshot (
            sha256 TEXT PRIMARY KEY,
            json TEXT NOT NULL
        )""",
        """CREATE TABLE session (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            player TEXT NOT NULL,
            bank TEXT NOT NULL,
            title TEXT NOT NULL,
            source TEXT,
            mode TEXT NOT NULL CHECK (mode IN ('practice', 'exam')),
            seed TEXT NOT NULL,
            article TEXT REFERENCES article (sha256),
            article_name TEXT,
            started TEXT NOT NULL,
            finished TEXT
        )""",
        "CREATE INDEX session_of_player ON session (player, bank, started)",
        """CREATE TABLE asked (
            session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            question TEXT NOT NULL,
            kind TEXT NOT NULL,
            skill TEXT NOT NULL,
            snapshot TEXT NOT NULL REFERENCES snapshot (sha256),
            options TEXT NOT NULL,
            PRIMARY KEY (session, position)
        ) WITHOUT ROWID""",
        """CREATE TABLE answer (
            session INTEGER NOT NULL,
            position INTEGER NOT NULL,
            response TEXT NOT NULL,
            correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
            score REAL NOT NULL,
            max_score REAL NOT NULL,
            certainty INTEGER,
            seconds REAL NOT NULL,
            recorded TEXT NOT NULL,
            PRIMARY KEY (session, position),
            FOREIGN KEY (session, position) REFERENCES asked (session, position) ON DELETE CASCADE
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE session ADD COLUMN certainty INTEGER NOT NULL DEFAULT 0 CHECK (certainty IN (0, 1))",
        "ALTER TABLE session ADD COLUMN closed_book INTEGER NOT NULL DEFAULT 0 CHECK (closed_book IN (0, 1))",
        "ALTER TABLE session ADD COLUMN time_limit INTEGER",
        "ALTER TABLE session ADD COLUMN used REAL NOT NULL DEFAULT 0",
        """CREATE TABLE flag (
            session INTEGER NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (session, position),
            FOREIGN KEY (session, position) REFERENCES asked (session, position) ON DELETE CASCADE
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE session ADD COLUMN asked INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN answered INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN correct INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN score REAL NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN max_score REAL NOT NULL DEFAULT 0",
        f"UPDATE session SET asked = (SELECT count(*) FROM asked WHERE session = session.id), {_SUMS}",
        """CREATE TRIGGER asked_counted AFTER INSERT ON asked BEGIN
            UPDATE session SET asked = asked + 1, max_score = max_score + 1.0 WHERE id = NEW.session;
        END""",
        *(
            f"""CREATE TRIGGER answer_{event.lower()} AFTER {event} ON answer BEGIN
                UPDATE session SET {_SUMS} WHERE id = {row}.session;
            END"""
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
        ),
        # The scores of a bank come from this index alone.
        "CREATE INDEX session_finished ON session (player, bank, started, correct, asked, finished)"
        " WHERE finished IS NOT NULL",
        "CREATE INDEX session_of_bank ON session (bank, started, title)",
        "CREATE INDEX session_by_time ON session (started)",
        "CREATE INDEX session_of_player_by_time ON session (player, started)",
        "CREATE INDEX session_unfinished ON session (player, started) WHERE finished IS NULL",
        *progress.SCHEMA,
        progress.rebuild_all,
    ),
    ("ALTER TABLE session ADD COLUMN outlet TEXT",),
)
