"""The history reads well at any width and never steers the terminal."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.scores.records import AskedQuestion, SessionSummary, StoredAnswer, StoredSession
from quiz.scores.report import percent, points, session_lines, session_report, sessions_table
from quiz.scores.store import Store
from quiz.visible import width

from .examples import Clock, answer, asked, start

NOW = datetime(2026, 11, 12, 20, 0, tzinfo=UTC)
SUMMARY = SessionSummary(
    id=12,
    player="ada",
    bank="harbour-bridge",
    title="The bridge that moved",
    mode="practice",
    started="2026-11-12T14:02:00Z",
    finished="2026-11-12T14:05:00Z",
    asked=10,
    answered=10,
    correct=7,
    score=7.0,
    max_score=10.0,
)
OPEN = SUMMARY._replace(id=3, finished=None, answered=4, correct=3, score=3.0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        yield store


def test_an_empty_history_is_a_friendly_sentence() -> None:
    assert sessions_table([], 80, NOW).startswith("No sessions yet.")


def test_the_table_has_a_line_for_each_session() -> None:
    assert sessions_table([SUMMARY, OPEN], 100, NOW).splitlines() == [
        "id  when         bank                   score    %  mode",
        "12  today 14:02  The bridge that moved   7/10  70%  practice",
        " 3  today 14:02  The bridge that moved              unfinished, 4 of 10 answered",
    ]


def test_a_narrow_table_gives_titles_a_line_of_their_own() -> None:
    long = SUMMARY._replace(title="The bridge that moved in the night and came back")
    assert sessions_table([long, OPEN], 40, NOW).splitlines() == [
        "12  The bridge that moved in the night",
        "    and came back",
        "    today 14:02  7/10  70%  practice",
        " 3  The bridge that moved",
        "    today 14:02  unfinished, 4 of 10",
    ]


@pytest.mark.parametrize("cells", [20, 40, 71, 72, 80, 100])
def test_no_title_is_cut_where_the_table_is_printed_and_every_one_takes_a_line_where_it_is_a_list(
    cells: int,
) -> None:
    long = SUMMARY._replace(title="The bridge that moved in the night and came back " * 3)
    table = sessions_table([long, OPEN], cells, NOW)
    assert "…" not in table
    words = " ".join(line.strip() for line in table.replace("7/10", " ").splitlines()).split()
    assert words.count("bridge") == 4 and "unfinished," in words
    rows = [number for number, _ in session_lines([long, OPEN], cells, NOW)]
    assert rows in ([12, 12, 3, 3], [None, 12, 3])


def test_players_are_named_when_there_are_several() -> None:
    other = SUMMARY._replace(player="bo")
    assert "ada: The bridge" in sessions_table([SUMMARY, other], 100, NOW)
    assert "ada" not in sessions_table([SUMMARY], 100, NOW)


@pytest.mark.parametrize(
    ("now", "when"),
    [
        (NOW, "today 14:02"),
        (NOW + timedelta(days=1), "yesterday"),
        (NOW + timedelta(days=2), "12 Nov 2026"),
        (NOW - timedelta(days=1), "12 Nov 2026"),
        (datetime(2026, 11, 13, 1, 0, tzinfo=timezone(timedelta(hours=10))), "today 00:02"),
        (datetime(2026, 11, 13, 9, 0, tzinfo=timezone(timedelta(hours=2))), "yesterday"),
    ],
)
def test_days_are_those_of_the_reader(now: datetime, when: str) -> None:
    assert f"  {when}  " in sessions_table([SUMMARY], 100, now)


def test_a_session_is_told_question_by_question(store: Store) -> None:
    questions = [asked(0), asked(1, "detail"), asked(2, prompt="Who\nwas\tquoted?")]
    session = store.begin(start(questions=questions))
    store.record(session, answer(0))
    store.record(session, answer(1, correct=False, response="Tomas Brandt"))
    store.finish(session)
    assert session_report(store.session(session), 60, UTC).splitlines() == [
        "The bridge that moved",
        "Session 1, practice, 12 Nov 2026 14:02, ada",
        "1 of 3 right, 33%",
        "From: harbour-bridge.md",
        "",
        "Skills",
        "  detail  0 of 1",
        "  source  1 of 2",
        "",
        "1. ✓ right, certainty high",
        "   Who said it?",
        "     Your answer: Mara Lindqvist",
        "",
        "2. ✗ wrong, certainty high",
        "   Who said it?",
        "     Your answer: Tomas Brandt",
        "     The article's answer: Mara Lindqvist",
        "",
        "3. – not answered",
        "   Who was quoted?",
        "     The article's answer: Mara Lindqvist",
    ]


def test_a_part_of_the_points_is_called_partly_right_and_certainty_is_told() -> None:
    given = {
        0: StoredAnswer("a", "", "", [0], False, 0.5, 3, 1.0),
        1: StoredAnswer("b", "", "", [0], True, 1.0, 1, 1.0),
        2: StoredAnswer("c", "", "", [1], False, 0.0, None, 1.0),
    }
    session = stored(["{}"] * 3, [0])._replace(answers=given)
    lines = session_report(session, 80, UTC).splitlines()
    assert [line for line in lines if line[:2] in ("1.", "2.", "3.")] == [
        "1. ≈ partly right, certainty high",
        "2. ✓ right, certainty low",
        "3. ✗ wrong",
    ]


def test_an_unfinished_session_keeps_the_answers_still_to_be_given(store: Store) -> None:
    session = store.begin(start(2))
    store.record(session, answer(0, correct=False, response="Tomas Brandt"))
    text = session_report(store.session(session), 80, UTC)
    assert "Unfinished: 1 of 2 answered, 0 right" in text
    assert text.count("Mara Lindqvist") == 1
    assert "source  0 of 1" in text


def test_an_unfinished_exam_says_nothing_about_right_and_wrong(store: Store) -> None:
    session = store.begin(start(2, mode="exam"))
    store.record(session, answer(0, correct=False, response="Tomas Brandt"))
    text = session_report(store.session(session), 80, UTC)
    assert "1. answered" in text
    assert not any(word in text for word in ("right", "wrong", "Mara", "Skills"))
    store.finish(session)
    assert "✗ wrong" in session_report(store.session(session), 80, UTC)


TRUE = [{"text": "A", "correct": True}, {"text": "B"}, {"text": "C", "correct": True}]


@pytest.mark.parametrize(
    ("question", "response", "said", "key"),
    [
        ({"type": "multiple", "options": TRUE}, ["A", "B"], "A; B", "A; C"),
        ({"type": "hottext", "targets": TRUE}, ["B"], "B", "“A”; “C”"),
        ({"type": "order", "options": TRUE}, ["B", "A"], "1. B 2. A", "1. A 2. B 3. C"),
        ({"type": "match", "pairs": [{"left": "l", "right": "r"}]}, {"l": "x"}, "l → x", "l → r"),
        ({"type": "match", "pairs": [{"left": "l", "right": "r"}]}, [["l", "x"]], "l → x", "l → r"),
        ({"type": "text", "accept": ["two", "2"]}, "", "nothing", "“two” or “2”"),
        ({"type": "text"}, 3, "3", None),
        ({}, None, "nothing", None),
        ("not a question", "x", "x", None),
    ],
)
def test_every_type_has_its_answers_in_words(
    question: Any, response: Any, said: str, key: str | None
) -> None:
    lines = session_report(stored([json.dumps(question)], response), 80, UTC).splitlines()
    assert f"     Your answer: {said}" in lines
    assert [line for line in lines if "right answer" in line] == (
        [f"     The right answer: {key}"] if key else []
    )


def test_a_damaged_snapshot_shows_the_id_of_its_question() -> None:
    assert "   question-0" in session_report(stored(["{"], "x"), 80, UTC)


def stored(snapshots: list[str], response: Any, text: str = "Title") -> StoredSession:
    """Every question answered wrong but for the last of several; ``text`` wherever text can be."""
    questions = tuple(AskedQuestion(f"question-{n}", text, text, s) for n, s in enumerate(snapshots))
    wrong = StoredAnswer("question", text, text, response, False, 0.5, None, 1.0)
    answers = {n: wrong for n in range(len(questions)) if n == 0 or n < len(questions) - 1}
    summary = SUMMARY._replace(title=text, player=text, asked=len(questions))
    return StoredSession(summary, "uid", 1, text, None, text, questions, answers)


HOSTILE = st.text(
    alphabet=st.sampled_from("ab \x1b\x07\x9b\u202e\u2066\u200b\u2028\r\n\t\ud83d字👩e\u0301[/]")
    | st.characters(),
    max_size=60,
)


@settings(deadline=None)
@given(text=HOSTILE, cells=st.integers(20, 120))
def test_no_line_is_too_wide_and_none_steers_the_terminal(text: str, cells: int) -> None:
    question = {"type": "choice", "prompt": text, "options": [{"text": text, "correct": True}]}
    session = stored([json.dumps(question)] * 2, text, text)
    other = OPEN._replace(player=text + "!", title=text)
    for shown in (
        session_report(session, cells, UTC),
        sessions_table([session.summary, other], cells, NOW),
    ):
        for line in shown.split("\n"):
            assert width(line) <= cells
            assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in line)
            assert "\u202e" not in line


@pytest.mark.parametrize(
    ("score", "of", "share"),
    [(0, 10, 0), (7, 10, 70), (2, 3, 67), (299, 300, 99), (1, 300, 1), (3, 3, 100), (0, 0, 0)],
)
def test_only_everything_is_100_percent(score: float, of: float, share: int) -> None:
    assert percent(score, of) == share


def test_points_are_written_short() -> None:
    assert [points(score) for score in (0, 7.0, 6.5, 1 / 3, 10.0)] == ["0", "7", "6.5", "0.33", "10"]
