"""The history as lines of JSON that another score file can take in: whole, in any order, and twice is once.

Each line is an object with one of three keys. ``article`` and ``snapshot`` lines hold a text under its
SHA-256, before the first ``session`` line that needs it; a ``session`` line holds everything else.
"""

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from quiz.scores.database import StoreError
from quiz.scores.progress import instant
from quiz.scores.records import text_hash

_SESSION: Final = (
    *("player", "bank", "title", "source", "mode", "seed", "article", "article_name", "started", "finished"),
    *("certainty", "closed_book", "time_limit", "used", "outlet"),
)
_ASKED: Final = ("question", "kind", "skill", "snapshot", "options")
_ANSWER: Final = (
    *("position", "response", "correct", "score", "max_score", "certainty", "seconds", "recorded"),
)

# What files of earlier versions did not have.
_LATER: Final = {"certainty": 0, "closed_book": 0, "time_limit": None, "used": 0.0, "outlet": None}


class NotAHistory(StoreError):  # noqa: N818 (it reads as the sentence it is)
    """A line that is to be taken in is not one that this program wrote; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What taking in a history changed: sessions that are new, that grew, that were known as they are."""

    new: int
    grown: int
    known: int
    players: frozenset[str]


def write_lines(connection: sqlite3.Connection, player: str | None = None) -> Iterator[str]:
    """Give the history, of one player or of everybody, line by line, oldest session first."""
    written: set[str] = set()
    sessions = connection.execute(
        "SELECT id FROM session WHERE ?1 IS NULL OR player = ?1 ORDER BY started, id", (player,)
    ).fetchall()
    for (session,) in sessions:
        yield from session_lines(connection, session, written)


def session_lines(connection: sqlite3.Connection, session: int, written: set[str]) -> Iterator[str]:
    """Give the lines of one session; texts whose hash is in ``written`` are there already, others join it."""
    found = connection.execute("SELECT * FROM session WHERE id = ?", (session,))
    row = dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))
    data: dict[str, Any] = {"session": row["uid"]}
    data |= {name: row[name] if name in row else _LATER[name] for name in _SESSION}
    data["questions"] = [
        dict(zip(_ASKED, (*asked[:4], json.loads(asked[4])), strict=True))
        for asked in connection.execute(
            f"SELECT {', '.join(_ASKED)} FROM asked WHERE session = ? ORDER BY position", (session,)
        )
    ]
    data["answers"] = [
        dict(zip(_ANSWER, (answer[0], json.loads(answer[1]), bool(answer[2]), *answer[3:]), strict=True))
        for answer in connection.execute(
            f"SELECT {', '.join(_ANSWER)} FROM answer WHERE session = ? ORDER BY position", (session,)
        )
    ]
    data["flags"] = []
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'flag'").fetchone():
        flags = connection.execute(
            "SELECT position FROM flag WHERE session = ? ORDER BY position", (session,)
        )
        data["flags"] = [position for (position,) in flags]
    texts = [("article", "text", data["article"])]
    texts += [("snapshot", "json", question["snapshot"]) for question in data["questions"]]
    for table, column, digest in texts:
        if digest is None or digest in written:
            continue
        query = f"SELECT {column} FROM {table} WHERE sha256 = ?"
        (text,) = connection.execute(query, (digest,)).fetchone()
        written.add(digest)
        yield json.dumps({table: digest, "text": text})
    yield json.dumps(data)


def read_lines(connection: sqlite3.Connection, lines: Iterable[str], player: str | None = None) -> Merged:
    """Take in a history inside the caller's transaction; sessions are told apart by their uid.

    A session that is known gains the answers and flags it lacks; of two answers to one question, as an exam
    allows, the later one stands; a session finished in either is finished. So the result is the same in
    whatever order files are taken in, and however often. With ``player`` new sessions are put under that
    name. Raises ``NotAHistory``; what was taken in before it must then be rolled back.
    """
    texts: dict[str, str] = {}
    counts = {"new": 0, "grown": 0, "known": 0}
    players: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if not isinstance(data, dict):
                raise ValueError("it is no JSON object")
            if isinstance(data.get("text"), str):
                digest = data["article"] if "article" in data else data["snapshot"]
                if text_hash(data["text"]) != digest:
                    raise ValueError("its text is not the one it is named after")
                texts[digest] = data["text"]
                continue
            data.setdefault("outlet", None)  # lines of earlier versions do not have it
            _check(data)
            what, whose = _merge(connection, data, texts, player)
        except KeyError as error:
            raise NotAHistory(
                f"Line {number} is not from a history of this program: it has no “{error.args[0]}”."
            ) from error
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError, sqlite3.Error) as error:
            raise NotAHistory(f"Line {number} is not from a history of this program: {error}.") from error
        counts[what] += 1
        players.add(whose)
    return Merged(**counts, players=frozenset(players))


def _check(data: dict[str, Any]) -> None:
    """Raise ``ValueError`` or ``KeyError`` unless every value of a session has the type it should have."""
    text, number, whole = (str,), (int, float), (int,)
    for name in ("session", "player", "bank", "title", "mode", "seed"):
        _need(data, name, text)
    for name in ("source", "article", "article_name", "outlet"):
        _need(data, name, text, optional=True)
    int(data["seed"])
    _need_time(data, "started")
    _need_time(data, "finished", optional=True)
    for name in ("certainty", "closed_book"):
        _need(data, name, whole)
    _need(data, "time_limit", whole, optional=True)
    _need(data, "used", number)
    if not data["questions"]:
        raise ValueError("the session has no questions")
    for asked in data["questions"]:
        for name in ("question", "kind", "skill", "snapshot"):
            _need(asked, name, text)
        if not all(isinstance(place, int) for place in asked["options"]):
            raise ValueError("“options” is not the order of options")
    for answer in data["answers"]:
        _need(answer, "position", whole)
        _need(answer, "correct", (bool,))
        _need(answer, "certainty", whole, optional=True)
        for name in ("score", "max_score", "seconds"):
            _need(answer, name, number)
        _need_time(answer, "recorded")
    if not all(isinstance(position, int) for position in data["flags"]):
        raise ValueError("“flags” is not a list of positions")


def _need(data: dict[str, Any], name: str, types: tuple[type, ...], *, optional: bool = False) -> None:
    value = data[name]
    if value is None and optional:
        return
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        raise ValueError(f"“{name}” cannot be {json.dumps(value)[:40]}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"“{name}” is no number")


def _need_time(data: dict[str, Any], name: str, *, optional: bool = False) -> None:
    _need(data, name, (str,), optional=optional)
    if data[name] is not None and data[name] != instant(datetime.fromisoformat(data[name])):
        raise ValueError(f"“{name}” is not a time as “2026-11-12T14:02:00Z” is one")


def _merge(
    connection: sqlite3.Connection, data: dict[str, Any], texts: dict[str, str], player: str | None
) -> tuple[str, str]:
    """Take in one session; return whether it is new, grown or known, and its player."""
    known = connection.execute(
        "SELECT id, player, finished, used FROM session WHERE uid = ?", (data["session"],)
    ).fetchone()
    grown = False
    if known is None:
        whose = player or data["player"]
        session = _insert(connection, {**data, "player": whose}, texts)
    else:
        session, whose, *before = known
        both = [time for time in (before[0], data["finished"]) if time is not None]
        after = [min(both, default=None), max(before[1], data["used"])]
        grown = after != before
        connection.execute("UPDATE session SET finished = ?, used = ? WHERE id = ?", (*after, session))
    for answer in data["answers"]:
        grown |= _merge_answer(connection, session, answer)
    for position in data["flags"]:
        mark = "INSERT INTO flag (session, position) VALUES (?, ?) ON CONFLICT DO NOTHING"
        grown |= connection.execute(mark, (session, position)).rowcount > 0
    return ("new" if known is None else "grown" if grown else "known"), whose


def _insert(connection: sqlite3.Connection, data: dict[str, Any], texts: dict[str, str]) -> int:
    _keep_text(connection, "article", "text", data["article"], texts)
    session = connection.execute(
        f"INSERT INTO session (uid, {', '.join(_SESSION)}) VALUES (?{', ?' * len(_SESSION)})",
        (data["session"], *(data[name] for name in _SESSION)),
    ).lastrowid
    assert session is not None  # an INSERT always has one
    for position, asked in enumerate(data["questions"]):
        _keep_text(connection, "snapshot", "json", asked["snapshot"], texts)
        values = [asked[name] for name in _ASKED[:-1]]
        connection.execute(
            f"INSERT INTO asked (session, position, {', '.join(_ASKED)}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (session, position, *values, json.dumps(asked["options"])),
        )
    return session


def _merge_answer(connection: sqlite3.Connection, session: int, answer: dict[str, Any]) -> bool:
    """Take in one answer unless a later one is there; return whether it was taken in."""
    values = [answer[name] for name in _ANSWER]
    values[1] = json.dumps(values[1])
    known = connection.execute(
        f"SELECT {', '.join(_ANSWER)} FROM answer WHERE session = ? AND position = ?",
        (session, answer["position"]),
    ).fetchone()
    if known is not None and _rank(values) <= _rank(known):
        return False
    connection.execute(
        f"INSERT OR REPLACE INTO answer (session, {', '.join(_ANSWER)}) VALUES (?{', ?' * len(_ANSWER)})",
        (session, *values),
    )
    return True


def _rank(answer: Sequence[Any]) -> tuple[Any, ...]:
    """What decides between two answers to one question: the later stands.

    Times are to the second, so further values decide between equals, whichever came in first.
    """
    _, response, correct, score, max_score, certainty, seconds, recorded = answer
    return recorded, response, bool(correct), float(score), float(max_score), certainty or 0, float(seconds)


def _keep_text(
    connection: sqlite3.Connection, table: str, column: str, digest: Any, texts: dict[str, str]
) -> None:
    if digest is None:
        return
    if digest in texts:
        connection.execute(
            f"INSERT INTO {table} (sha256, {column}) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            (digest, texts[digest]),
        )
    elif not connection.execute(f"SELECT 1 FROM {table} WHERE sha256 = ?", (digest,)).fetchone():
        raise ValueError(f"a text it needs is missing ({table} {str(digest)[:12]}…)")
