"""Programs get the fields they were promised, in their order."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.report import session_csv, session_json, sessions_csv, sessions_json
from quiz.scores.store import Store

from .examples import Clock, answer, start

SESSION = {
    "id": 1,
    "player": "ada",
    "bank": "harbour-bridge",
    "title": "The bridge that moved",
    "mode": "practice",
    "started": "2026-11-12T14:02:00Z",
    "finished": None,
    "asked": 3,
    "answered": 2,
    "correct": 1,
    "score": 1.5,
    "max_score": 3.0,
}
ANSWERS = [
    {
        "question": "speaker-0",
        "kind": "speaker",
        "skill": "source",
        "response": "Mara Lindqvist",
        "correct": True,
        "score": 1.0,
        "certainty": 3,
        "seconds": 4.5,
    },
    {
        "question": "speaker-2",
        "kind": "speaker",
        "skill": "source",
        "response": ["=1+1", "\x1b[2J"],
        "correct": False,
        "score": 0.5,
        "certainty": 3,
        "seconds": 4.5,
    },
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        session = store.begin(start())
        store.record(session, answer(2, correct=False, response=["=1+1", "\x1b[2J"], score=0.5))
        store.record(session, answer(0))
        yield store


def test_json_has_the_promised_fields_in_their_order(store: Store) -> None:
    (session,) = json.loads(sessions_json(store.sessions()))
    assert list(session.items()) == list(SESSION.items())
    whole = json.loads(session_json(store.session(1)))
    assert list(whole.items()) == [*SESSION.items(), ("answers", ANSWERS)]
    assert [list(one) for one in whole["answers"]] == [list(one) for one in ANSWERS]


def test_json_holds_nothing_that_steers_a_terminal(store: Store) -> None:
    store.begin(start(player="\x1b[31m\u202e\x9b\x7f"))
    for text in (sessions_json(store.sessions()), session_json(store.session(2))):
        assert text.replace("\n", "").isprintable()
        assert text.isascii()
    assert json.loads(sessions_json(store.sessions()))[0]["player"] == "\x1b[31m\u202e\x9b\x7f"


def test_an_empty_history_is_an_empty_array_and_a_bare_header() -> None:
    assert json.loads(sessions_json([])) == []
    assert sessions_csv([]) == ",".join(SESSION) + "\n"


def test_csv_has_the_same_fields_and_no_formula(store: Store) -> None:
    (session,) = csv.DictReader(io.StringIO(sessions_csv(store.sessions())))
    assert session == {name: "" if value is None else str(value) for name, value in SESSION.items()}
    first, second = csv.DictReader(io.StringIO(session_csv(store.session(1))))
    assert list(first) == list(ANSWERS[0])
    assert (first["response"], first["correct"]) == ("Mara Lindqvist", "true")
    assert second["response"] == '["=1+1", "\\u001b[2J"]'
    store.begin(start(title="=HYPERLINK(1)", player="a, \x1b[0m“b”"))
    newest = next(iter(csv.DictReader(io.StringIO(sessions_csv(store.sessions())))))
    assert (newest["title"], newest["player"]) == ("'=HYPERLINK(1)", "a, [0m“b”")
