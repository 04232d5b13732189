"""What is said of a finished session, and what is played after it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.library import BankSummary
from quiz.play.asked import Asked
from quiz.play.onward import next_bank
from quiz.play.outcome import (
    before,
    calibration,
    milestone_passed,
    order_told,
    reviewable,
    standing,
    to_look_at,
)
from quiz.play.recorded import RecordedSession
from quiz.play.session import Answer, Session
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from tests.play.ostmole import QUESTIONS, begin, key_place, material, wrong_place
from tests.scores.examples import answer, start

ASKED = tuple(Asked(question, tuple(range(len(question.options)))) for question in QUESTIONS)


def answered(position: int, score: float, certainty: int | None = None) -> Answer:
    return Answer(position, "x", score == 1.0, score, 1.0, 1.0, certainty)


@pytest.mark.parametrize(
    ("answer", "how"),
    [
        (None, "not answered"),
        (answered(0, 1.0, 1), "right"),
        (answered(0, 0.5, 3), "partly right"),
        (answered(0, 0.0, 3), "sure but wrong"),
        (answered(0, 0.0, 2), "not right"),
        (answered(0, 0.0), "not right"),
    ],
)
def test_how_a_question_stands(answer: Answer | None, how: str) -> None:
    assert standing(answer) == how


marks = st.none() | st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([None, 1, 2, 3]))


@given(st.lists(marks, min_size=6, max_size=6))
def test_everything_but_what_is_right_is_looked_at_again_and_sure_but_wrong_first(
    given_marks: list[tuple[float, int | None] | None],
) -> None:
    answers = {place: answered(place, *mark) for place, mark in enumerate(given_marks) if mark}
    session = Session(ASKED, answers, finished=True)
    places = to_look_at(session)
    assert sorted(places) == [
        place for place in range(6) if place not in answers or not answers[place].correct
    ]
    sure = [place for place in places if standing(answers.get(place)) == "sure but wrong"]
    assert list(places[: len(sure)]) == sorted(sure)
    assert list(places[len(sure) :]) == sorted(set(places) - set(sure))
    levels = calibration(session)
    assert [level.certainty for level in levels] == sorted(
        {level.certainty for level in levels}, reverse=True
    )
    assert sum(level.answers for level in levels) == sum(a.certainty is not None for a in answers.values())
    assert all(0 <= level.right <= level.answers for level in levels)


def test_a_review_begins_with_sure_but_wrong_and_ends_with_sure_and_right() -> None:
    marks = {0: (1.0, 3), 1: (0.0, 1), 2: (0.0, 3), 3: (0.5, 3), 4: (1.0, 1), 5: (0.0, None)}
    session = Session(ASKED, {place: answered(place, *mark) for place, mark in marks.items()}, finished=True)
    assert reviewable(session) == (2, 1, 5, 3, 4, 0)
    told = "Where you were sure but wrong comes first, what was right last."
    assert order_told(session, reviewable(session)) == told
    del session.answers[5]
    assert reviewable(session) == (2, 1, 3, 5, 4, 0)


def test_a_review_without_mistakes_and_certainty_is_in_the_order_of_the_session() -> None:
    session = Session(ASKED, {place: answered(place, 1.0) for place in range(6)}, finished=True)
    assert reviewable(session) == (0, 1, 2, 3, 4, 5)
    assert order_told(session, reviewable(session)) == ""
    assert order_told(session, (3, 1)) == ""  # somebody else's order


def test_of_right_answers_the_least_sure_is_looked_at_first() -> None:
    session = Session(
        ASKED, {place: answered(place, 1.0, 3 - place // 2) for place in range(6)}, finished=True
    )
    assert reviewable(session) == (4, 5, 2, 3, 0, 1)
    assert order_told(session, reviewable(session)) == "What you were least sure of comes first."


@given(st.lists(marks, min_size=6, max_size=6), st.booleans())
def test_a_review_has_every_question_once_that_may_be_looked_at(
    given_marks: list[tuple[float, int | None] | None], over: bool
) -> None:
    answers = {place: answered(place, *mark) for place, mark in enumerate(given_marks) if mark}
    practice = Session(ASKED, answers, finished=over)
    assert sorted(reviewable(practice)) == (list(range(6)) if over else sorted(answers))
    assert reviewable(Session(ASKED, answers, mode="exam")) == ()
    kinds = [standing(answers.get(place)) for place in reviewable(practice)]
    assert kinds == sorted(
        kinds, key=["sure but wrong", "not right", "partly right", "not answered", "right"].index
    )


def finished(store: Store, right: int, **of: object) -> int:
    return played(begin(store, **of), right)  # type: ignore[arg-type]


def played(recorded: RecordedSession, right: int) -> int:
    for count in range(len(recorded.session.asked)):
        place = (key_place if count < right else wrong_place)(recorded)
        recorded.answer(recorded.session.current.parts[place])
        recorded.advance()
    return recorded.number


def test_only_finished_sessions_before_this_one_are_compared_with(tmp_path: Path) -> None:
    moments = iter(datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=count) for count in range(1000))
    with Store.open(tmp_path / "scores.db", lambda: next(moments)) as store:
        first = finished(store, 5)
        begin(store)
        second = finished(store, 2)
        third = finished(store, 6)
        assert before(store, first) is None
        found = before(store, second)
        assert found is not None and (found.last.id, found.best.id) == (first, first)
        found = before(store, third)
        assert found is not None and (found.last.id, found.best.id) == (second, first)


def test_a_round_number_of_questions_is_passed_once_by_the_session_that_reached_it(tmp_path: Path) -> None:
    moments = iter(datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=count) for count in range(1000))
    with Store.open(tmp_path / "scores.db", lambda: next(moments)) as store:
        first, second = (store.begin(start(8, bank=bank)) for bank in ("one", "two"))
        for position in range(8):
            store.record(first, answer(position))
        assert milestone_passed(store, first) is None
        for position in range(4):
            store.record(second, answer(position))
        assert milestone_passed(store, second) == 10
        store.finish(first)
        repeated = store.begin(start(8, bank="one"))
        for position in range(8):
            store.record(repeated, answer(position))
        assert [milestone_passed(store, session) for session in (first, second, repeated)] == [None, 10, None]
        assert milestone_passed(store, store.begin(start(12, player="bo"))) is None


def test_an_exam_passes_a_round_number_when_it_is_handed_in(store: Store) -> None:
    session = store.begin(start(12, mode="exam"))
    for position in range(12):
        store.record(session, answer(position))
    assert milestone_passed(store, session) is None
    store.finish(session)
    assert milestone_passed(store, session) == 10


def test_other_banks_and_other_players_are_not_compared_with(tmp_path: Path) -> None:
    moments = iter(datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=count) for count in range(1000))
    with Store.open(tmp_path / "scores.db", lambda: next(moments)) as store:
        mine = finished(store, 3)
        played(RecordedSession.draw(store, material(), Wishes("bo", seed=1)), 6)
        played(RecordedSession.draw(store, material()._replace(bank="quay"), Wishes("ada", seed=1)), 6)
        now = finished(store, 1)
        found = before(store, now)
        assert found is not None and (found.last.id, found.best.id) == (mine, mine)


def test_among_sessions_that_reached_the_same_the_one_with_more_questions_and_the_newer_is_the_best(
    tmp_path: Path,
) -> None:
    moments = iter(datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=count) for count in range(1000))
    with Store.open(tmp_path / "scores.db", lambda: next(moments)) as store:
        finished(store, 2, count=2)
        finished(store, 4, count=4)
        newer = finished(store, 4, count=4)
        finished(store, 1, count=2)
        found = before(store, finished(store, 0, count=1))
        assert found is not None and found.best.id == newer


def test_comparing_reads_no_other_sessions(tmp_path: Path) -> None:
    asked: list[str] = []
    with Store.open(tmp_path / "scores.db") as store:
        number = finished(store, 6)
        store._connection.set_trace_callback(asked.append)
        before(store, number)
    assert sum("FROM session" in statement for statement in asked) == 1


def bank_of(name: str, questions: int = 6, **more: str) -> BankSummary:
    return BankSummary(Path(f"{name}.yaml"), name, name, questions=questions, **more)  # type: ignore[arg-type]


def test_the_next_bank_is_the_first_after_this_one_with_something_unseen(store: Store) -> None:
    finished(store, 6)
    banks = [
        bank_of("bridge"),
        bank_of("empty", 0),
        bank_of("broken", problem="It is broken."),
        bank_of("ostmole"),
    ]
    found = next_bank(store, "ada", [*banks, bank_of("quay")], "ostmole")
    assert found is not None and found.id == "quay"
    found = next_bank(store, "ada", banks, "ostmole")
    assert found is not None and found.id == "bridge"
    assert next_bank(store, "ada", banks[1:], "ostmole") is None
    assert next_bank(store, "ada", [bank_of("ostmole"), bank_of("x", 0)], "gone") is None
    found = next_bank(store, "ada", [bank_of("ostmole", 7)], "gone")
    assert found is not None and found.id == "ostmole"
