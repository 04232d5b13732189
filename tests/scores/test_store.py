"""The store remembers what was asked and answered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.scores.store import (
    AlreadyAnswered,
    BankScore,
    NoSuchQuestion,
    NoSuchSession,
    Store,
    StoredAnswer,
    StoreError,
)

from .examples import ARTICLE, Clock, answer, asked, start


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "data" / "scores.db", clock) as store:
        yield store


def play(store: Store, *, right: int, wrong: int = 0, player: str = "ada", bank: str = "bridge") -> int:
    session = store.begin(start(right + wrong, player=player, bank=bank))
    for position in range(right + wrong):
        store.record(session, answer(position, correct=position < right))
    store.finish(session)
    return session


def test_a_session_comes_back_as_it_was_begun(store: Store) -> None:
    begun = start(2)
    stored = store.session(store.begin(begun))
    assert stored.questions == begun.questions
    assert (stored.seed, stored.source) == (7, "banks/harbour-bridge.yaml")
    assert (stored.article, stored.article_name) == (ARTICLE, "harbour-bridge.md")
    assert stored.answers == {}
    summary = stored.summary
    assert (summary.player, summary.bank, summary.title) == ("ada", "harbour-bridge", "The bridge that moved")
    assert (summary.started, summary.finished) == ("2026-11-12T14:02:00Z", None)
    assert (summary.asked, summary.answered, summary.correct) == (2, 0, 0)
    assert (summary.score, summary.max_score) == (0.0, 2.0)


def test_everything_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.db") as store:
        session = store.begin(start())
        store.record(session, answer(1))
        before = store.session(session)
    with Store.open(tmp_path / "scores.db") as store:
        assert store.session(session) == before


def test_answers_count_and_come_back_by_position(store: Store, clock: Clock) -> None:
    session = store.begin(start(3))
    store.record(session, answer(2, correct=False, response=["Tomas Brandt"], score=0.5))
    store.record(session, answer(0))
    clock.wait(minutes=3)
    store.finish(session)
    stored = store.session(session)
    assert list(stored.answers) == [0, 2]
    assert stored.answers[2] == StoredAnswer(
        "speaker-2", "speaker", "source", ["Tomas Brandt"], False, 0.5, 3, 4.5, 1.0
    )
    assert store.answers(session) == (stored.answers[0], stored.answers[2])
    summary = stored.summary
    assert (summary.asked, summary.answered, summary.correct) == (3, 2, 1)
    assert (summary.score, summary.max_score) == (1.5, 3.0)
    assert summary.finished == "2026-11-12T14:05:00Z"


def test_an_answer_cannot_be_replaced_but_saved_again(store: Store) -> None:
    session = store.begin(start())
    store.record(session, answer(0))
    store.record(session, answer(0))
    with pytest.raises(AlreadyAnswered):
        store.record(session, answer(0, correct=False))
    assert [stored.correct for stored in store.answers(session)] == [True]


def test_a_finished_session_takes_no_more_answers(store: Store) -> None:
    session = store.begin(start())
    store.record(session, answer(0))
    store.finish(session)
    store.record(session, answer(0))
    with pytest.raises(AlreadyAnswered, match="finished"):
        store.record(session, answer(1))


def test_finishing_again_keeps_the_first_time(store: Store, clock: Clock) -> None:
    session = store.begin(start())
    store.finish(session)
    clock.wait(hours=1)
    store.finish(session)
    assert store.session(session).summary.finished == "2026-11-12T14:02:00Z"


@pytest.mark.parametrize("position", [-1, 3])
def test_a_question_that_was_not_asked_takes_no_answer(store: Store, position: int) -> None:
    with pytest.raises(NoSuchQuestion):
        store.record(store.begin(start(3)), answer(position))


def test_a_session_that_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(NoSuchSession, match="There is no session 12"):
        store.session(12)
    with pytest.raises(NoSuchSession):
        store.answers(12)
    with pytest.raises(NoSuchSession):
        store.finish(12)
    with pytest.raises(NoSuchSession):
        store.record(12, answer(0))


def test_a_session_needs_a_question_and_nothing_of_a_failed_one_stays(store: Store) -> None:
    with pytest.raises(ValueError, match="question"):
        store.begin(start(0))
    with pytest.raises(StoreError):
        store.begin(start()._replace(mode="rehearsal"))  # type: ignore[arg-type]
    assert store.sessions() == []


def test_a_number_that_cannot_be_kept_is_refused(store: Store) -> None:
    session = store.begin(start())
    for wrong in (answer(2**70), answer(0, score=float("nan"))):
        with pytest.raises(StoreError):
            store.record(session, wrong)
    with pytest.raises(StoreError):
        store.session(2**70)
    store.record(session, answer(0))


def test_sessions_are_newest_first_and_by_player(store: Store, clock: Clock) -> None:
    first = store.begin(start(player="ada"))
    second = store.begin(start(player="bo"))
    clock.wait(days=1)
    third = store.begin(start(player="ada"))
    assert [summary.id for summary in store.sessions()] == [third, second, first]
    assert [summary.id for summary in store.sessions("ada")] == [third, first]
    assert store.sessions("nobody") == []


def test_the_newest_session_with_an_open_question_can_be_resumed(store: Store) -> None:
    assert store.resumable("ada") is None
    session = store.begin(start(2))
    store.record(session, answer(0))
    found = store.resumable("ada")
    assert found is not None
    assert (found.id, found.answered, found.asked) == (session, 1, 2)
    assert store.resumable("ada", "harbour-bridge") == found
    assert store.resumable("ada", "another") is None
    assert store.resumable("bo") is None


def test_a_session_without_open_questions_is_not_resumed(store: Store) -> None:
    session = store.begin(start(2))
    store.record(session, answer(0))
    store.record(session, answer(1))
    assert store.resumable("ada") is None


def test_a_practice_whose_end_was_not_written_down_is_finished_when_the_next_one_begins(
    store: Store, clock: Clock
) -> None:
    answered, left, exam = (
        store.begin(start(1)),
        store.begin(start(2)),
        store.begin(start(1, mode="exam")),
    )
    for session in (answered, left, exam):
        store.record(session, answer(0))
    clock.wait(hours=1)
    store.begin(start(1, player="bo"))
    assert {one.id for one in store.sessions() if one.finished} == set()
    store.begin(start(1))
    assert {one.id: one.finished for one in store.sessions() if one.finished} == {
        answered: "2026-11-12T14:02:00Z"
    }
    assert store.bank_scores("ada")["harbour-bridge"].sessions == 1
    assert store.due_skills("ada", clock() + timedelta(days=1000)) == {"source"}


def test_an_exam_that_was_not_handed_in_is_gone_on_with_although_nothing_is_open(store: Store) -> None:
    session = store.begin(start(1, mode="exam"))
    store.record(session, answer(0))
    assert (found := store.resumable("ada")) is not None
    assert found.id == session
    store.finish(session)
    assert store.resumable("ada") is None


def test_a_later_session_of_the_bank_ends_resuming_an_earlier_one(store: Store) -> None:
    left = store.begin(start(bank="one"))
    play(store, right=1, bank="two")
    play(store, right=1, bank="one", player="bo")
    assert (found := store.resumable("ada")) is not None
    assert found.id == left
    play(store, right=1, bank="one")
    assert store.resumable("ada") is None
    assert store.resumable("ada", "one") is None


def test_bank_scores_are_the_last_and_the_best_of_finished_sessions(store: Store, clock: Clock) -> None:
    for right, wrong in ((2, 2), (3, 1), (1, 3)):
        play(store, right=right, wrong=wrong)
        clock.wait(hours=1)
    play(store, right=1, bank="other")
    play(store, right=4, player="bo")
    store.begin(start(bank="bridge"))
    store.begin(start(bank="unfinished"))
    assert store.bank_scores("ada") == {
        "bridge": BankScore(last_correct=1, last_asked=4, best_correct=3, best_asked=4, sessions=3),
        "other": BankScore(1, 1, 1, 1, 1),
    }


def test_texts_are_stored_once(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    long = asked(0, prompt="word " * 20_000)
    with Store.open(path) as store:
        for _ in range(20):
            store.begin(start(questions=[long], article="sentence " * 20_000))
    assert path.stat().st_size < 500_000


def test_a_revised_question_has_another_revision(store: Store) -> None:
    before = store.session(store.begin(start(questions=[asked(0)]))).questions[0]
    after = store.session(store.begin(start(questions=[asked(0, prompt="Who spoke?")]))).questions[0]
    assert before.question == after.question
    assert before.revision == asked(0).revision != after.revision


def test_every_session_has_a_name_of_its_own(store: Store) -> None:
    names = {store.session(store.begin(start())).uid for _ in range(5)}
    assert len(names) == 5
    assert all(len(name) == 32 for name in names)


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(player=TEXT, title=TEXT, article=st.none() | TEXT, seed=st.integers(), response=JSON)
def test_any_text_number_and_response_comes_back(
    store: Store, player: str, title: str, article: str | None, seed: int, response: Any
) -> None:
    begun = start(1, player=player, title=title, article=article, seed=seed)
    session = store.begin(begun)
    store.record(session, answer(0, response=response))
    stored = store.session(session)
    assert (stored.summary.player, stored.summary.title) == (player, title)
    assert (stored.article, stored.seed) == (article, seed)
    assert stored.answers[0].response == response
    assert stored.summary in store.sessions(player)


def test_what_utf_8_cannot_say_does_not_stop_the_session(store: Store) -> None:
    session = store.begin(start(1, player="a\ud83d", article="b\udc00c"))
    store.record(session, answer(0, response="\ud83d"))
    stored = store.session(session)
    assert (stored.summary.player, stored.article) == ("a\ufffd", "b\ufffdc")
    assert stored.answers[0].response == "\ud83d"
    assert len(store.sessions("a\ud83d")) == 1


# Exams, flags, time used ----------------------------------------------------------------------------


def test_in_an_exam_the_last_answer_counts_until_it_is_finished(store: Store) -> None:
    session = store.begin(start(mode="exam"))
    store.record(session, answer(0, correct=False))
    store.record(session, answer(0, correct=True))
    assert store.session(session).answers[0].correct
    store.finish(session)
    store.record(session, answer(0, correct=True))  # the very same again changes nothing
    with pytest.raises(AlreadyAnswered):
        store.record(session, answer(0, correct=False))


def test_flags_are_kept_and_taken_away(store: Store) -> None:
    session = store.begin(start())
    store.flag(session, 1, True)
    store.flag(session, 1, True)
    store.flag(session, 2, True)
    store.flag(session, 2, False)
    assert store.session(session).flags == {1}
    with pytest.raises(NoSuchQuestion):
        store.flag(session, 3, True)


def test_the_time_used_is_kept(store: Store) -> None:
    session = store.begin(start(mode="exam"))
    assert store.session(session).used == 0
    store.spend(session, 12.5)
    assert store.session(session).used == 12.5
    with pytest.raises(NoSuchSession):
        store.spend(99, 1.0)


def test_the_history_tells_how_often_and_how_each_question_was_answered_last(
    store: Store, clock: Clock
) -> None:
    for correct in (True, False):
        session = store.begin(start())
        store.record(session, answer(0, correct=correct))
        clock.wait(days=1)
    history = store.history("ada", "harbour-bridge")
    assert set(history) == {"speaker-0"}
    assert (history["speaker-0"].times, history["speaker-0"].correct) == (2, False)
    assert history["speaker-0"].last == "2026-11-13T14:02:00Z"
    assert store.history("ben", "harbour-bridge") == {}
    assert store.history("ada", "another") == {}


def test_the_newer_of_two_answers_in_one_second_is_the_last(store: Store) -> None:
    for correct in (False, True):
        store.record(store.begin(start()), answer(0, correct=correct))
    assert store.history("ada", "harbour-bridge")["speaker-0"].correct


def test_an_exam_that_is_not_handed_in_tells_nothing(store: Store) -> None:
    session = store.begin(start(mode="exam"))
    store.record(session, answer(0, correct=False))
    assert store.history("ada", "harbour-bridge") == {}
    store.finish(session)
    assert not store.history("ada", "harbour-bridge")["speaker-0"].correct
