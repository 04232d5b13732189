"""The laws of a session, whatever is asked and however it is answered."""

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.bank.kinds import KINDS, SKILLS
from quiz.bank.model import Choice, Item, Option, Order, TextEntry
from quiz.play.asked import Asked, draw, playable
from quiz.play.session import Answer, Session

SEEDS = st.integers(0, 2**63 - 1)


@st.composite
def questions(draw: st.DrawFn) -> list[Choice]:
    """One to eight questions of any kinds, with two to six options each."""
    made = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=8))):
        options = draw(st.integers(2, 6))
        key = draw(st.integers(0, options - 1))
        made.append(
            Choice(
                type="choice",
                id=f"question-{number}",
                kind=kind,
                prompt=f"Question {number}?",
                explanation="So it says.",
                options=[Option(text=f"option {place}", correct=place == key) for place in range(options)],
            )
        )
    return made


@st.composite
def sessions(draw_from: st.DrawFn) -> tuple[Session, list[int]]:
    """A session that has not begun, and for each of its questions the option that will be chosen."""
    session = Session(draw(draw_from(questions()), seed=draw_from(SEEDS)))
    choices = [draw_from(st.integers(0, len(item.options) - 1)) for item in session.asked]
    return session, choices


def play(session: Session, choices: Sequence[int]) -> None:
    for choice in choices:
        session.accept(session.judge(session.current.parts[choice]))
        session.advance()


def simple(count: int = 2) -> Session:
    """Questions whose first option, as shown, is the key."""
    made = [
        Choice(
            type="choice",
            id=f"speaker-{number}",
            kind="speaker",
            prompt="Who said it?",
            explanation="So it says.",
            options=[Option(text="right", correct=True), Option(text="wrong")],
        )
        for number in range(count)
    ]
    return Session([Asked(question, (0, 1)) for question in made])


# Drawing -------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(questions(), SEEDS, st.integers(1, 10))
def test_the_same_seed_asks_the_same_questions_with_the_same_options_in_the_same_order(
    bank: list[Choice], seed: int, count: int
) -> None:
    assert draw(bank, seed=seed, count=count) == draw(list(bank), seed=seed, count=count)


@settings(deadline=None)
@given(questions(), SEEDS, st.integers(1, 10))
def test_a_session_asks_each_question_at_most_once_and_as_many_as_wished(
    bank: list[Choice], seed: int, count: int
) -> None:
    asked = [item.question.id for item in draw(bank, seed=seed, count=count)]
    assert len(asked) == len(set(asked)) == min(count, len(bank))
    assert set(asked) <= {question.id for question in bank}


@settings(deadline=None)
@given(questions(), SEEDS)
def test_shuffling_loses_and_doubles_no_option(bank: list[Choice], seed: int) -> None:
    for item in draw(bank, seed=seed):
        offered = next(question for question in bank if question is item.question).options
        assert sorted(item.order) == list(range(len(offered)))
        assert set(item.options) == set(offered)
        assert item.key in item.parts


@settings(deadline=None)
@given(questions(), SEEDS, st.integers(1, 10))
def test_fewer_questions_are_the_beginning_of_more(bank: list[Choice], seed: int, count: int) -> None:
    assert draw(bank, seed=seed)[:count] == draw(bank, seed=seed, count=count)


def test_seeds_make_a_difference_to_questions_and_to_options() -> None:
    bank = [item.question for item in simple(8).asked]
    drawn = [draw(bank, seed=seed) for seed in range(20)]
    assert len({tuple(item.question.id for item in asked) for asked in drawn}) > 10
    assert {item.order for asked in drawn for item in asked} == {(0, 1), (1, 0)}


def test_a_drawing_is_the_same_on_every_machine_and_in_every_version() -> None:
    bank = [item.question for item in simple(5).asked]
    drawn = draw(bank, seed=7)
    assert [(item.question.id, item.order) for item in drawn] == [
        ("speaker-3", (1, 0)),
        ("speaker-4", (1, 0)),
        ("speaker-1", (1, 0)),
        ("speaker-2", (1, 0)),
        ("speaker-0", (0, 1)),
    ]


def offering(*texts: str) -> Choice:
    """A question with these options, the first of which is right."""
    options = [Option(text=text, correct=text == texts[0]) for text in texts]
    question = simple(1).asked[0].question
    assert isinstance(question, Choice)
    return dataclasses.replace(question, options=options)


@pytest.mark.parametrize("texts", [("40", "12", "25", "8"), ("seven", "five", "nine"), ("3%", "5%", "1%")])
def test_figures_are_shown_from_small_to_large_whatever_the_seed(texts: tuple[str, ...]) -> None:
    shown = {asked.parts for seed in range(20) for asked in draw([offering(*texts)], seed=seed)}
    assert len(shown) == 1
    words = {"five": 5, "seven": 7, "nine": 9}
    values = [words.get(text) or int(text.rstrip("%")) for text in shown.pop()]
    assert values == sorted(values) and len(values) == len(texts)


def test_figures_to_be_put_in_order_and_options_of_several_units_are_shuffled_all_the_same() -> None:
    mixed = offering("2 km", "900 m", "3 km")
    ordered = Order(
        id="sequence-1",
        type="order",
        kind="sequence",
        prompt="In which order?",
        explanation="So it says.",
        options=[Item(text=text) for text in ("10", "20", "30")],
    )
    for question in (mixed, ordered):
        assert len({item.order for seed in range(30) for item in draw([question], seed=seed)}) > 2


def test_drafts_are_not_played_and_questions_of_every_type_are() -> None:
    question = simple(1).asked[0].question
    draft = dataclasses.replace(question, status="draft")
    typed = TextEntry(
        type="text", id="typed", kind="acronym", prompt="What?", explanation="So.", accept=["this"]
    )
    assert playable([draft, typed, question]) == [typed, question]
    assert playable([draft, typed, question], status="draft") == [draft]


def test_kinds_and_skills_narrow_what_is_played() -> None:
    speaker = simple(1).asked[0].question
    hedge = dataclasses.replace(speaker, kind="hedge")
    assert playable([speaker, hedge], kinds=["hedge"]) == [hedge]
    assert playable([speaker, hedge], skills=["source"]) == [speaker]
    assert playable([speaker, hedge], kinds=["hedge"], skills=["source"]) == []
    assert playable([speaker, hedge]) == [speaker, hedge]


# Answering -----------------------------------------------------------------------------------------


@settings(deadline=None)
@given(sessions())
def test_a_session_ends_after_its_last_question_and_every_question_has_one_answer(
    begun: tuple[Session, list[int]],
) -> None:
    session, choices = begun
    for place, choice in enumerate(choices):
        assert (session.state, session.position) == ("asking", place)
        session.accept(session.judge(session.current.parts[choice]))
        assert (session.state, session.position) == ("answered", place)
        session.advance()
    assert session.state == "finished"
    assert session.position == len(session.asked)
    assert sorted(session.answers) == list(range(len(session.asked)))


@settings(deadline=None)
@given(sessions())
def test_scores_stay_within_their_bounds_and_only_a_full_score_is_right(
    begun: tuple[Session, list[int]],
) -> None:
    session, choices = begun
    play(session, choices)
    for answer in session.answers.values():
        assert 0 <= answer.score <= answer.max_score
        assert answer.correct == (answer.score == answer.max_score)
    assert 0 <= session.correct <= len(session.asked)


@settings(deadline=None)
@given(sessions())
def test_judging_changes_nothing_and_says_the_same_every_time(begun: tuple[Session, list[int]]) -> None:
    session, choices = begun
    first = session.judge(session.current.parts[choices[0]], 1.5)
    for other in session.current.parts:
        session.judge(other)
    assert session.judge(session.current.parts[choices[0]], 1.5) == first
    assert (session.state, session.position, session.answers) == ("asking", 0, {})


@settings(deadline=None)
@given(sessions())
def test_an_answer_is_right_exactly_when_the_key_was_chosen(begun: tuple[Session, list[int]]) -> None:
    session, choices = begun
    for choice in choices:
        chosen = session.current.options[choice]
        answer = session.judge(session.current.parts[choice])
        assert answer.response == chosen.text
        assert answer.correct == chosen.correct == (chosen.text == session.current.key)
        session.accept(answer)
        session.advance()


@settings(deadline=None)
@given(sessions())
def test_missed_questions_are_the_wrong_ones_in_the_order_asked(begun: tuple[Session, list[int]]) -> None:
    session, choices = begun
    play(session, choices)
    wrong = [session.asked[place] for place in range(len(choices)) if not session.answers[place].correct]
    assert list(session.missed()) == wrong
    assert len(session.missed()) + session.correct == len(session.asked)


@settings(deadline=None)
@given(sessions(), st.integers(0, 8))
def test_counts_by_skill_add_up_at_every_moment(begun: tuple[Session, list[int]], answered: int) -> None:
    session, choices = begun
    play(session, choices[:answered])
    counts = session.by_skill()
    assert sum(count.asked for count in counts) == len(session.asked)
    assert sum(count.answered for count in counts) == len(session.answers)
    assert sum(count.correct for count in counts) == session.correct
    assert all(0 <= count.correct <= count.answered <= count.asked for count in counts)
    assert all(count.asked for count in counts)
    assert [count.skill for count in counts] == [
        skill for skill in SKILLS if any(item.question.skill == skill for item in session.asked)
    ]


@settings(deadline=None)
@given(sessions(), st.integers(0, 8))
def test_going_on_from_the_answers_so_far_ends_as_without_a_break(
    begun: tuple[Session, list[int]], stopped: int
) -> None:
    session, choices = begun
    assume(stopped <= len(choices))
    play(session, choices[:stopped])
    again = Session(session.asked, session.answers)
    assert again.position == stopped
    play(session, choices[stopped:])
    play(again, choices[stopped:])
    assert again.answers == session.answers
    assert again.state == "finished"


def test_a_gap_in_the_answers_is_asked_first_and_then_what_is_left() -> None:
    session = simple(3)
    given_answer = Answer(1, "right", True, 1.0, 1.0, 2.0)
    session = Session(session.asked, {1: given_answer})
    assert session.position == 0
    session.accept(session.judge("right"))
    session.advance()
    assert session.position == 2


# What is not possible ------------------------------------------------------------------------------


def test_a_question_is_answered_once() -> None:
    session = simple()
    session.accept(session.judge("right"))
    with pytest.raises(ValueError):
        session.judge("wrong")
    with pytest.raises(ValueError):
        session.accept(Answer(0, "wrong", False, 0.0, 1.0, 0.0))
    assert session.answers[0].response == "right"


def test_nobody_goes_on_without_an_answer() -> None:
    session = simple()
    with pytest.raises(ValueError):
        session.advance()
    assert session.position == 0


def test_an_answer_to_another_question_is_not_taken() -> None:
    session = simple()
    with pytest.raises(ValueError):
        session.accept(Answer(1, "right", True, 1.0, 1.0, 0.0))
    assert session.answers == {}


def test_a_finished_session_takes_nothing_more() -> None:
    session = simple(1)
    play(session, [0])
    for impossible in (lambda: session.judge("right"), session.advance):
        with pytest.raises(ValueError):
            impossible()
    with pytest.raises(IndexError):
        _ = session.current


def test_a_session_needs_a_question_and_only_answers_to_its_own() -> None:
    with pytest.raises(ValueError):
        Session([])
    with pytest.raises(ValueError):
        Session(simple(1).asked, {1: Answer(1, "right", True, 1.0, 1.0, 0.0)})


def test_time_never_runs_backwards() -> None:
    assert simple().judge("right", -3.0).seconds == 0.0
