"""The page about a learner says what is known, in words too, and fits whatever the width."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.scores.gathering import Due, Learner, gather
from quiz.scores.learner import FirstAnswer, trend_by_day
from quiz.scores.statistics.discernment import discernment
from quiz.scores.statistics.trend import trend, trend_by
from quiz.scores.store import Store
from quiz.scores.text.bars import fold
from quiz.scores.text.progress import NARROWEST, Part, progress_parts
from quiz.visible import width

from .examples import Clock, answer, asked, start
from .simulation import fill, player, world

NOW = datetime(2026, 11, 12, 14, 2, tzinfo=UTC)
WIDTHS = (115, 75, 55, 35, NARROWEST)


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Learner:
    with Store.open(tmp_path_factory.mktemp("progress") / "scores.db") as store:
        truth = world(3, learners=1, banks=30)
        fill(store, truth, sessions=50, seed=3, begin=NOW - timedelta(days=60), days=58)
        return gather(store, player(0), NOW, UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", clock) as store:
        yield store


def words(parts: list[Part]) -> str:
    lines = [line for part in parts for line in (part.title, *part.about, *part.lines, *part.note)]
    return " ".join(" ".join(lines).split())


def titled(parts: list[Part], title: str) -> Part:
    (part,) = (part for part in parts if part.title == title)
    return part


def after(store: Store, clock: Clock) -> str:
    return words(progress_parts(gather(store, "ada", clock(), UTC), 75))


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("kinds", [False, True])
def test_every_part_is_there_and_nothing_is_cut_off(learner: Learner, cells: int, kinds: bool) -> None:
    parts = progress_parts(learner, cells, kinds=kinds)
    assert [part.title for part in parts] == ["", "Skills", "Over time", "Certainty", "Days of practice"]
    for part in parts:
        for line in (*part.about, *part.lines, *part.note):
            assert width(line) <= cells
            assert "…" not in line
    said = words(parts)
    assert f"{learner.met} questions answered" in said
    assert said.count("in percent") == 3
    assert said.count("today") == 5
    for skill in ("Detail", "Source", "Statement", "Evidence", "Language"):
        assert said.count(f"{skill} ") >= 2
    assert ("Claim or fact" in said) is kinds


def test_a_share_stands_beside_its_bar_with_its_interval_in_digits(learner: Learner) -> None:
    (line,) = (
        line for line in titled(progress_parts(learner, 75), "Skills").lines if line.startswith("Source")
    )
    right = next(one.right for one in learner.standings if one.name == "source")
    assert "●" in line
    assert f"{round(100 * right.value)}% ({round(100 * right.low)}–{round(100 * right.high)}%)" in line
    assert f"of {right.n:g}" in line


def test_a_plot_says_in_digits_where_it_begins_and_ends(learner: Learner) -> None:
    days = learner.trends["source"]
    lines = titled(progress_parts(learner, 35), "Over time").lines
    (title,) = (line for line in lines if line.startswith("Source"))
    first, last = (f"{round(100 * days[place][1].value)}%" for place in (0, -1))
    assert title.startswith(f"Source  {first} → {last} (")


def test_where_certainty_pays_is_marked_and_told(learner: Learner) -> None:
    part = titled(progress_parts(learner, 75), "Certainty")
    assert part.lines[1].split()[:2] == ["1", "low"]
    assert part.lines[1].split()[2].startswith("░░░")
    assert "░ is where a certainty earns most: low at 0 to 67%, medium at 67 to 80%, high at 80 to 100%." in (
        " ".join(part.note)
    )
    assert progress_parts(replace(learner, sure=None), 75)[-2].title == "Over time"


def test_telling_statements_apart_is_said_where_it_is_known(learner: Learner) -> None:
    sides = {"claim_or_fact": discernment([(True, True)] * 20 + [(False, True)] * 20)}
    part = titled(progress_parts(replace(learner, sides=sides), 75), "Statements")
    assert "called a source's statement too often" in " ".join(part.lines)


def test_nothing_is_said_of_somebody_who_answered_nothing(store: Store, clock: Clock) -> None:
    store.begin(start(3))
    assert progress_parts(gather(store, "ada", clock(), UTC), 75) == []


def test_too_few_answers_are_said_to_be_too_few(store: Store, clock: Clock) -> None:
    session = store.begin(start(3))
    store.record(session, answer(0))
    said = after(store, clock)
    assert "1 question answered, 4 s each (median)." in said
    assert "Source not enough answers yet (1 of 10)" in said
    assert "Source: not enough answers yet." in said
    assert "→" not in said


def test_a_curve_needs_a_second_day(store: Store, clock: Clock) -> None:
    session = store.begin(start(12))
    for position in range(12):
        store.record(session, answer(position))
    assert "Source: 100% so far; the line begins on the second day." in after(store, clock)
    clock.wait(days=1)
    store.record(store.begin(start(1, questions=[asked(20)])), answer(0, correct=False))
    assert "Source 100% → " in after(store, clock)


def test_what_is_due_is_said_by_quiz_and_how_to_get_it(store: Store, clock: Clock) -> None:
    for bank, count in (("one", 1), ("two", 2), ("three", 3), ("four", 1), ("five", 1)):
        session = store.begin(start(count, bank=bank, title=f"The {bank}\x1b[31m bridges"))
        for position in range(count):
            store.record(session, answer(position, correct=False))
        store.finish(session)
    assert "Nothing is due for review now; the next question is on 13 Nov." in after(store, clock)
    clock.wait(days=2)
    said = after(store, clock)
    assert "8 questions are due for review: The three[31m bridges 3, The two[31m bridges 2, " in said
    assert "The five[31m bridges 1, and 2 in 2 other quizzes. At home, o and then “due” asks them." in said
    assert "Worth trying again on new questions: Source." in said


def test_a_single_question_due_is_one(learner: Learner) -> None:
    due = Due(1, 1, (("The bridge", 1),), (), None)
    assert "1 question is due for review: The bridge 1." in words(
        progress_parts(replace(learner, due=due), 75)
    )
    none = Due(0, 0, (), (), None)
    assert "Nothing is due for review." in words(progress_parts(replace(learner, due=none), 75))
    soon = Due(0, 0, (), (), NOW + timedelta(hours=3))
    assert "the next question is later today." in words(progress_parts(replace(learner, due=soon), 75))


def test_the_run_of_days_is_told_once_there_is_one(store: Store, clock: Clock) -> None:
    store.record(store.begin(start(1)), answer(0))
    assert "in a row" not in after(store, clock)
    clock.wait(days=1)
    store.record(store.begin(start(1)), answer(0))
    assert "2 days of practice in a row until now" in after(store, clock)


@settings(deadline=None, max_examples=40)
@given(name=st.text(min_size=1, max_size=40), cells=st.integers(NARROWEST, 130))
def test_whatever_a_skill_is_called_every_line_fits(learner: Learner, name: str, cells: int) -> None:
    skill = replace(learner.standings[0], name=name)
    called = replace(
        learner,
        standings=(skill, *learner.standings[1:]),
        trends={name: learner.trends["detail"]},
        due=replace(learner.due, fullest=((name, 3),), skills=(name,)),
    )
    for part in progress_parts(called, cells):
        for line in (*part.about, *part.lines, *part.note):
            assert width(line) <= cells
            assert not any(category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in line)


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 1)), max_size=60))
def test_the_trend_by_day_is_the_trend_after_the_last_answer_of_each(marks: list[tuple[int, float]]) -> None:
    marks.sort(key=lambda mark: mark[0])
    whole = trend(share for _, share in marks)
    found = trend_by(marks)
    assert [key for key, _ in found] == sorted({key for key, _ in marks})
    for key, point in found:
        assert point.answers == sum(day <= key for day, _ in marks)
        assert point.estimate == whole[point.answers - 1]


def test_the_trend_of_days_begins_when_there_are_enough_answers() -> None:
    given_answers = [
        FirstAnswer("speaker", "source", f"2026-11-{day:02}T23:30:00Z", 1.0, True, None, 8.0)
        for day in range(1, 13)
    ]
    assert [day for day, _ in trend_by_day(given_answers, UTC)] == [
        date(2026, 11, day) for day in (10, 11, 12)
    ]


@given(st.lists(st.text("abcd", min_size=1, max_size=8), max_size=8), st.integers(10, 40))
def test_pieces_are_folded_between_two_of_them(pieces: list[str], cells: int) -> None:
    lines = fold(pieces, ", ", cells)
    assert all(width(line) <= cells for line in lines)
    assert " ".join(lines) == ", ".join(pieces)


def test_where_one_is_full_the_next_piece_begins_a_line() -> None:
    assert fold(["90% of 119", "lately 95%", "14 s"], ", ", 24) == ["90% of 119, lately 95%,", "14 s"]
    assert fold(["a", "b"], "  ", 20) == ["a  b"]
