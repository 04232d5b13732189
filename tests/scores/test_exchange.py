"""A history moves to another machine whole, in any order, and twice is once."""

import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.scores.backup import is_database, lines_of_copy
from quiz.scores.exchange import NotAHistory
from quiz.scores.forgetting import chosen
from quiz.scores.store import Store, StoreError

from .examples import Clock, answer, asked, start


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", clock) as store:
        yield store


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "other.db", clock) as store:
        yield store


def whole(store: Store) -> list[Any]:
    """Everything in a store but the numbers of its sessions, which are its own."""
    lines = [json.loads(line) for line in store.export()]
    derived = "player, bank, question, kind, skill, times, first_recorded, first_correct, last_recorded, due"
    rows = store._connection.execute(f"SELECT {derived} FROM progress").fetchall()
    skills = store._connection.execute("SELECT * FROM skill").fetchall()
    sums = [summary._replace(id=0) for summary in store.sessions()]
    return sorted([*lines, *rows, *skills, *sums], key=repr)


def play(
    store: Store, clock: Clock, *, player: str = "ada", bank: str = "bridge", mode: Any = "practice"
) -> int:
    session = store.begin(start(3, player=player, bank=bank, mode=mode))
    clock.wait(seconds=20)
    store.record(session, answer(0))
    store.record(session, answer(2, correct=False, response=["Tomas", {"x": 1}]))
    store.flag(session, 1, True)
    clock.wait(hours=1)
    return session


def test_a_history_arrives_as_it_left(store: Store, other: Store, clock: Clock) -> None:
    store.finish(play(store, clock))
    play(store, clock, player="bo")
    merged = other.merge(store.export())
    assert (merged.new, merged.grown, merged.known) == (2, 0, 0)
    assert whole(other) == whole(store)
    before, after = (s.session(s.sessions()[0].id) for s in (store, other))
    assert after._replace(summary=before.summary) == before


def test_texts_travel_once(store: Store, clock: Clock) -> None:
    for _ in range(5):
        play(store, clock)
    lines = [json.loads(line) for line in store.export()]
    assert sum("text" in line for line in lines) == 4  # one article, three questions
    assert len(lines) == 9


def test_taking_in_twice_is_taking_in_once(store: Store, other: Store, clock: Clock) -> None:
    play(store, clock)
    other.merge(store.export())
    before = whole(other)
    merged = other.merge(store.export())
    assert (merged.new, merged.grown, merged.known) == (0, 0, 1)
    assert whole(other) == before
    assert store.merge(other.export()).known == 1


def test_a_session_that_went_on_grows(store: Store, other: Store, clock: Clock) -> None:
    session = play(store, clock)
    other.merge(store.export())
    store.record(session, answer(1))
    store.finish(session)
    assert other.merge(store.export()).grown == 1
    assert whole(other) == whole(store)


def test_one_players_history_can_leave_alone_and_arrive_under_another_name(
    store: Store, other: Store, clock: Clock
) -> None:
    play(store, clock)
    play(store, clock, player="bo")
    other.merge(store.export("ada"), player="Ada of class 7")
    assert [summary.player for summary in other.sessions()] == ["Ada of class 7"]
    assert other.due("Ada of class 7", clock() + timedelta(days=2)) == {"bridge": 1}
    # Taking it in again without the name leaves the name it has.
    other.merge(store.export("ada"))
    assert [summary.player for summary in other.sessions()] == ["Ada of class 7"]


STEPS = st.lists(
    st.tuples(st.sampled_from(["answer", "flag", "finish", "new"]), st.integers(0, 3), st.booleans())
)


@settings(deadline=None, max_examples=25)
@given(steps=STEPS, data=st.data())
def test_merging_does_not_depend_on_the_order(
    steps: list[tuple[str, int, bool]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, clock = tmp_path_factory.mktemp("merge"), Clock()
    states = []  # the history as exported after each step, as from a machine that is copied now and then
    with Store.open(folder / "source.db", clock) as store:
        sessions = [play(store, clock, mode="exam")]
        for step, place, right in steps:
            clock.wait(seconds=place + 1)
            session = sessions[place % len(sessions)]
            open_ = store.session(session).summary.finished is None
            if step == "new":
                sessions.append(play(store, clock, mode="exam", bank=f"bank-{place}"))
            elif step == "answer" and open_:
                store.record(session, answer(place % 3, correct=right, response=f"{place}"))
            elif step == "flag":
                store.flag(session, place % 3, True)
            elif step == "finish" and right:
                store.finish(session)
            states.append(list(store.export()))
        states.append(list(store.export()))
        expected = whole(store)
    orders = [states, data.draw(st.permutations(states)), data.draw(st.permutations(states + states[:2]))]
    results = []
    for number, order in enumerate(orders):
        with Store.open(folder / f"{number}.db", clock) as target:
            for lines in order:
                target.merge(lines)
            results.append(whole(target))
    assert results[1] == results[0] == results[2]
    assert [row for row in results[0] if not isinstance(row, dict)] == [
        row for row in expected if not isinstance(row, dict)
    ]


def lines_with(store: Store, change: Any) -> list[str]:
    lines = [json.loads(line) for line in store.export()]
    change(lines)
    return [line if isinstance(line, str) else json.dumps(line) for line in lines]


def broken(name: str, value: Any) -> Any:
    return lambda lines: lines[-1].update({name: value})


def broken_answer(name: str, value: Any) -> Any:
    return lambda lines: lines[-1]["answers"][0].update({name: value})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: lines.append("{"), "Line 6"),
        (lambda lines: lines.append([]), "no JSON object"),
        (lambda lines: lines.append({}), "has no “session”"),
        (lambda lines: lines.append({"text": "x"}), "has no “snapshot”"),
        (lambda lines: lines.append("[" * 100_000), "Line 6"),
        (lambda lines: lines[0].update(text="another"), "not the one"),
        (lambda lines: lines.pop(0), "missing"),
        (lambda lines: lines[-1].pop("answers"), "has no “answers”"),
        (broken("questions", []), "no questions"),
        (broken("questions", [{}]), "has no “question”"),
        (broken("mode", "rehearsal"), "mode"),
        (broken("seed", "x"), "int"),
        (broken("started", "yesterday"), "yesterday"),
        (broken("started", "2026-11-12T14:02:00"), "is not a time"),
        (broken("player", 3), "“player” cannot be 3"),
        (broken("player", "\ud800"), "surrogates"),
        (broken("used", float("nan")), "is no number"),
        (broken("time_limit", 2**80), "too large"),
        (broken("flags", [9]), "FOREIGN KEY"),
        (broken_answer("position", 9), "FOREIGN KEY"),
        (broken_answer("correct", 1), "“correct” cannot be 1"),
        (broken_answer("score", "much"), "“score” cannot be"),
        (broken_answer("recorded", None), "“recorded” cannot be null"),
    ],
)
def test_what_is_no_history_is_refused_in_a_sentence_and_nothing_of_it_stays(
    store: Store, other: Store, clock: Clock, change: Any, said: str
) -> None:
    play(store, clock)
    other.begin(start(player="bo", article=None))
    before = whole(other)
    with pytest.raises(NotAHistory) as error:
        other.merge(lines_with(store, change))
    message = str(error.value)
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message
    assert whole(other) == before


@settings(deadline=None, max_examples=40)
@given(
    junk=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
    name=st.sampled_from(
        [
            "session",
            "player",
            "bank",
            "source",
            "mode",
            "seed",
            "article",
            "started",
            "finished",
            "used",
            "certainty",
            "closed_book",
            "time_limit",
            "outlet",
            "questions",
            "answers",
            "flags",
        ]
    ),
)
def test_any_value_in_any_place_is_taken_or_refused_in_a_sentence(
    junk: Any, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, clock = tmp_path_factory.mktemp("junk"), Clock()
    with Store.open(folder / "a.db", clock) as store, Store.open(folder / "b.db", clock) as other:
        play(store, clock)
        try:
            other.merge(lines_with(store, broken(name, junk)))
        except NotAHistory:
            assert other.sessions() == []
        else:
            assert [other.session(summary.id).uid for summary in other.sessions()]


def test_a_history_of_a_version_that_knew_no_outlets_is_taken_in(
    store: Store, other: Store, clock: Clock
) -> None:
    begun = start(1)._replace(outlet="Harbour Courier")
    store.begin(begun)
    lines = list(store.export())
    assert other.merge(lines).new == 1
    assert other.session(1).outlet == "Harbour Courier"
    older = [{**json.loads(line), "session": "older"} for line in lines if "questions" in json.loads(line)]
    for one in older:
        del one["outlet"]
    assert other.merge([*lines[:-1], *map(json.dumps, older)]).new == 1
    assert other.session(2).outlet is None


def test_empty_lines_are_nothing(other: Store) -> None:
    assert other.merge(["", "\n"]).new == 0


def test_a_copy_holds_everything_and_can_be_taken_in(
    store: Store, other: Store, clock: Clock, tmp_path: Path
) -> None:
    play(store, clock)
    copy = tmp_path / "copy.db"
    store.backup(copy)
    assert is_database(copy)
    other.merge(lines_of_copy(copy))
    assert whole(other) == whole(store)
    store.backup(copy)  # over the last one
    with Store.open(copy, clock) as opened:
        assert whole(opened) == whole(store)
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_a_copy_that_cannot_be_written_is_said_in_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "no" / "copy.db")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "folder")


def test_a_database_of_another_program_is_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    with pytest.raises(NotAHistory, match="not a score file"):
        list(lines_of_copy(path))


def test_what_is_forgotten_is_gone_from_the_file_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "scores.db"
    secret, common = "marmalade factory", "harbour"
    with Store.open(path, clock) as store:
        kept = store.begin(start(questions=[asked(0, prompt=common)]))
        lost = store.begin(start(questions=[asked(1, prompt=secret)], article=secret, player="bo"))
        store.record(lost, answer(0, response=secret))
        store.finish(lost)
        store.forget([lost])
        assert [summary.id for summary in store.sessions()] == [kept]
        assert store.due("bo", clock() + timedelta(days=999)) == {}
        assert store.due_skills("bo", clock() + timedelta(days=999)) == set()
    content = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert secret.encode() not in content
    assert common.encode() in content


def test_forgetting_one_session_keeps_what_the_others_tell(store: Store, other: Store, clock: Clock) -> None:
    first = play(store, clock)
    second = play(store, clock)
    store.finish(second)
    other.merge(store.export())
    store.forget([first])
    (again,) = store._connection.execute(
        "SELECT times, first_session FROM progress WHERE question = 'speaker-0'"
    )
    assert again == (1, second)
    other.forget([other.sessions()[1].id])
    assert whole(other) == whole(store)


def test_sessions_to_forget_are_chosen_by_every_condition_together(store: Store, clock: Clock) -> None:
    one = play(store, clock)
    two = play(store, clock, player="bo")
    clock.wait(days=3)
    three = play(store, clock, bank="other")
    summaries = store.sessions()
    assert sorted(chosen(summaries)) == [one, two, three]
    assert chosen(summaries, player="bo") == [two]
    assert chosen(summaries, bank="other") == [three]
    assert sorted(chosen(summaries, before=clock() - timedelta(days=1))) == [one, two]
    assert chosen(summaries, sessions=[one, two], player="ada") == [one]


def test_a_read_only_folder_is_no_place_for_a_copy(store: Store, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "locked" / "copy.db")
