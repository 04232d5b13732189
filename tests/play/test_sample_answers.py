"""Answers that show what is said of right and wrong ones."""

import pytest

from quiz.play.asked import draw
from quiz.play.responses import AnyQuestion
from quiz.play.sample_answers import sample_answer
from tests.play.every_type import EVERY_TYPE


@pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
def test_every_type_has_a_right_and_a_wrong_answer(question: AnyQuestion) -> None:
    (asked,) = draw([question], seed=1)
    right, wrong = sample_answer(asked, "right"), sample_answer(asked, "wrong")
    assert right.correct and right.score == right.max_score
    assert not wrong.correct and wrong.score < wrong.max_score
