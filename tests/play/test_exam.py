"""Skipping, flagging, going back, giving up; and exams, in which answers can be changed until handed in."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.play.asked import Asked, draw
from quiz.play.session import Session, State
from quiz.play.wishes import Mode
from tests.play.every_type import EVERY_TYPE


def session(mode: Mode = "practice", count: int = 6) -> Session:
    return Session(draw(EVERY_TYPE, seed=5)[:count], mode=mode)


def state(session: Session) -> State:
    return session.state


def right(session: Session) -> None:
    session.accept(session.judge(session.current.key))


def test_a_skipped_question_comes_back_after_the_others() -> None:
    played = session(count=3)
    assert played.skip()
    assert played.position == 1
    for place in (1, 2, 0):
        assert played.position == place
        right(played)
        played.advance()
    assert played.state == "finished"
    assert played.correct == 3


def test_the_only_open_question_cannot_be_skipped() -> None:
    played = session(count=1)
    assert not played.skip()
    assert (played.state, played.position) == ("asking", 0)


def test_one_goes_back_to_an_answer_but_does_not_change_it_in_practice() -> None:
    played = session(count=3)
    right(played)
    played.advance()
    played.go_to(0)
    assert played.state == "answered"
    with pytest.raises(ValueError):
        played.judge(played.current.key)
    played.advance()
    assert (played.state, played.position) == ("asking", 1)


def test_giving_up_leaves_open_questions_unanswered_and_counts_them() -> None:
    played = session(count=3)
    right(played)
    played.finish()
    assert played.state == "finished"
    assert played.correct == 1
    assert played.open == (1, 2)
    assert [item.question.id for item in played.missed()] == [item.question.id for item in played.asked[1:]]
    assert sum(count.asked for count in played.by_skill()) == 3
    assert sum(count.answered for count in played.by_skill()) == 1


def test_flags_are_set_and_taken_away() -> None:
    played = session()
    played.flag(2, True)
    played.flag(2, True)
    assert played.flags == {2}
    played.flag(2, False)
    assert played.flags == set()
    with pytest.raises(IndexError):
        played.flag(6, True)


def test_an_exam_takes_another_answer_until_it_is_handed_in() -> None:
    exam = session("exam", 2)
    exam.accept(exam.judge(exam.current.key))
    assert exam.state == "asking"
    first = exam.answers[0]
    exam.accept(exam.judge(exam.current.key, 4.0, certainty=2))
    assert exam.answers[0] != first
    exam.advance()
    assert exam.position == 1
    exam.accept(exam.judge(exam.current.key))
    exam.advance()
    assert (exam.state, exam.position) == ("asking", 1)
    exam.finish()
    assert state(exam) == "finished"
    for impossible in (exam.skip, exam.advance, lambda: exam.go_to(0)):
        with pytest.raises(ValueError):
            impossible()


@pytest.mark.parametrize("certainty", [0, 4, -1, 99])
def test_certainty_has_three_steps(certainty: int) -> None:
    with pytest.raises(ValueError):
        session().judge(session().current.key, certainty=certainty)


@pytest.mark.parametrize("position", [-1, 6])
def test_there_is_no_turning_to_a_question_that_is_not_there(position: int) -> None:
    with pytest.raises(IndexError):
        session().go_to(position)


STEPS = st.lists(st.tuples(st.sampled_from(["answer", "next", "skip", "go", "flag"]), st.integers(0, 5)))


@settings(deadline=None)
@given(STEPS, st.sampled_from(["practice", "exam"]))
def test_whatever_is_done_counts_add_up(steps: Sequence[tuple[str, int]], mode: Mode) -> None:
    played = session(mode)
    for step, place in steps:
        if state(played) == "finished":
            break
        answered = dict(played.answers)
        match step:
            case "answer" if played.state == "asking":
                right(played)
            case "next" if played.position in played.answers:
                played.advance()
            case "skip":
                played.skip()
            case "go":
                played.go_to(place)
            case "flag":
                played.flag(place, place not in played.flags)
        assert set(played.answers) >= set(answered)
        assert len(played.open) + len(played.answers) == len(played.asked)
        assert (state(played) == "finished") == (mode == "practice" and not played.open and step == "next")
        again = Session(played.asked, played.answers, mode=mode, flags=played.flags)
        assert again.open == played.open
        if played.open and state(played) != "finished":
            assert again.position == played.open[0]


def test_unseen_questions_come_first_then_missed_ones_then_what_was_seen_longest_ago() -> None:
    ranks = {"choice-1": 300.0, "multiple-1": 100.0, "order-1": -1e12, "match-1": 200.0}

    def ids(asked: Sequence[Asked]) -> set[str]:
        return {item.question.id for item in asked}

    for seed in range(10):
        assert ids(draw(EVERY_TYPE, seed=seed, count=2, ranks=ranks)) == {"text-1", "hottext-1"}
        assert ids(draw(EVERY_TYPE, seed=seed, count=3, ranks=ranks)) == {"text-1", "hottext-1", "order-1"}
        assert "choice-1" not in ids(draw(EVERY_TYPE, seed=seed, count=5, ranks=ranks))


def test_items_to_be_put_in_order_never_stand_right_from_the_start() -> None:
    for seed in range(200):
        (order,) = (item for item in draw(EVERY_TYPE, seed=seed) if item.question.id == "order-1")
        assert order.parts != order.key
        assert sorted(order.parts) == sorted(map(str, order.key))
