"""The very first session: easy questions, the same for everybody."""

from dataclasses import replace

from quiz.bank.model import Evidence
from quiz.play.taste import begin_taste, easiest
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from tests.play.ostmole import EVERY_TYPE, QUESTIONS, TYPED, material


def rated(*difficulties: int | None) -> list[object]:
    return [
        replace(question, difficulty=rate) for question, rate in zip(QUESTIONS, difficulties, strict=False)
    ]


def kinds(questions: object) -> list[str]:
    return [question.kind for question in easiest(questions, 3)]  # type: ignore[arg-type]


def test_the_easiest_come_first_and_what_nobody_rated_is_in_the_middle() -> None:
    assert kinds(rated(4, None, 2, 1)) == ["hedge", "role", "number"]


def test_one_right_option_comes_before_every_other_type() -> None:
    easy = [replace(question, difficulty=1) for question in EVERY_TYPE[1:]]
    assert kinds([*easy, replace(QUESTIONS[3], difficulty=5)])[0] == "hedge"


def test_evidence_in_one_place_comes_before_several_and_none() -> None:
    first, second, third = (replace(question, difficulty=1) for question in QUESTIONS[:3])
    scattered = replace(first, evidence=[*first.evidence, Evidence(quote="reportedly")])
    assert kinds([scattered, replace(second, evidence=[]), replace(third, difficulty=5)])[0] == "role"


def test_among_equals_no_kind_comes_twice_before_another_one_came() -> None:
    twice = [replace(QUESTIONS[0], id=f"speaker-{number}") for number in range(3)]
    assert kinds([*twice, *QUESTIONS[1:3]]) == ["speaker", "number", "role"]
    assert kinds(twice) == ["speaker"] * 3


def test_the_first_session_has_three_questions_in_that_order_and_is_the_same_for_everybody(
    store: Store,
) -> None:
    sessions = [begin_taste(store, material(), Wishes(player)).session for player in ("ada", "grace")]
    assert [item.question.kind for item in sessions[0].asked] == ["speaker", "number", "role"]
    assert sessions[0].asked == sessions[1].asked


def test_a_bank_with_less_than_three_questions_gives_what_it_has(store: Store) -> None:
    recorded = begin_taste(store, material(questions=[TYPED]), Wishes("ada"))
    assert len(recorded.session.asked) == 1
