"""A past session in lines: the answer, the key, the reasons and the evidence of each question."""

import pytest

from quiz.play.outcome import reviewable
from quiz.play.plain.result import summing_up
from quiz.play.plain.retold import retold
from quiz.play.recorded import RecordedSession
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.visible import visible
from tests.play.ostmole import (
    EVERY_TYPE,
    FORBIDDEN,
    HOSTILE,
    QUESTIONS,
    begin,
    key_place,
    material,
    option,
    part,
    question,
    wrong_place,
)


def told(recorded: RecordedSession) -> list[str]:
    return list(retold(recorded, reviewable(recorded.session)))


def test_a_wrong_answer_is_told_with_the_key_why_and_where(store: Store) -> None:
    recorded = begin(store, questions=QUESTIONS[1:2])
    wrong = recorded.session.current.parts[wrong_place(recorded)]
    recorded.answer(wrong)
    lines = told(recorded)
    assert lines[0] == "The bridge that moved. Session 1, practice, 0 of 1 right."
    assert lines[2] == "Question 1 of 1. Detail."
    assert [line for line in lines if line[:3] in ("1. ", "2. ", "3. ", "4. ")] == [
        f"{number}. {part}" for number, part in enumerate(recorded.session.asked[0].parts, start=1)
    ]
    for line in (
        f"Your answer: {wrong}.",
        "Not what the article says. The article's answer: eleven centimetres",
        "Paragraph 1: shifted eleven centimetres in one night",
        "Paragraph 1 has the number right after the verb.",
        "Not “four years”: That is how often it was closed.",
        "A number means something only with its unit and its subject.",
    ):
        assert line in lines


def test_a_right_answer_needs_no_key_and_says_how_sure_it_was(store: Store) -> None:
    recorded = RecordedSession.draw(
        store, material(questions=QUESTIONS[1:2]), Wishes("ada", seed=1, certainty=True)
    )
    recorded.answer(recorded.session.current.parts[key_place(recorded)], 1.0, 2)
    lines = told(recorded)
    assert "Your answer: eleven centimetres. Your certainty: medium." in lines
    assert not any("The article's answer" in line for line in lines)


@pytest.mark.parametrize("asked", EVERY_TYPE, ids=lambda one: one.type)
@pytest.mark.parametrize("answered", [True, False], ids=["answered", "left open"])
def test_every_type_is_told_with_its_key(store: Store, asked: AnyQuestion, answered: bool) -> None:
    recorded = begin(store, questions=(asked,))
    key = recorded.session.current.key
    if answered:
        recorded.answer(key)
    else:
        recorded.finish()
    lines = told(recorded)
    assert "Right." in lines if answered else not any(line == "Right." for line in lines)
    words = "Your answer: " if answered else "Not answered. The article's answer: "
    (line,) = [line for line in lines if line.startswith(words)]
    first = key if isinstance(key, str) else key[0] if isinstance(key[0], str) else key[0][1]
    assert first.removesuffix(".") in line


def test_an_exam_that_waits_tells_nothing(store: Store) -> None:
    recorded = RecordedSession.draw(store, material(), Wishes("ada", seed=1, mode="exam"))
    recorded.answer(recorded.session.current.parts[0])
    assert reviewable(recorded.session) == ()
    recorded.finish()
    assert reviewable(recorded.session) == tuple(range(6))


def test_nothing_in_a_bank_steers_the_terminal(store: Store) -> None:
    text = " ".join(HOSTILE.values())
    asked = question(
        "speaker-1",
        "speaker",
        f"Who? {text}",
        option(f"board {text}"),
        option(f"ferry {text}", f"no: {text}"),
        quote=text.strip(),
        says=f"So: {text}",
    )
    recorded = begin(
        store, questions=(asked,), title=f"Title {text}", raw=f"Headline\n\nThe board: {text} said.\n"
    )
    recorded.answer(recorded.session.current.parts[0])
    lines = told(recorded)
    assert not set("".join(lines)) & set(FORBIDDEN)
    assert [visible(line) for line in lines] == lines


def test_sure_but_wrong_is_told_first_and_the_order_is_said(store: Store) -> None:
    recorded = RecordedSession.draw(store, material(), Wishes("ada", seed=1, certainty=True))
    given = {2: (wrong_place, 3), 4: (wrong_place, 1)}
    for position in range(len(recorded.session.asked)):
        place, certainty = given.get(position, (key_place, 3))
        recorded.answer(recorded.session.current.parts[place(recorded)], 1.0, certainty)
        recorded.advance()
    lines = told(recorded)
    assert lines[1] == "Where you were sure but wrong comes first, what was right last."
    numbers = [line.partition(" of ")[0] for line in lines if line.startswith("Question ")]
    assert numbers == [f"Question {number}" for number in (3, 5, 1, 2, 4, 6)]


def test_a_flag_is_told_in_the_result_and_in_the_review(store: Store) -> None:
    recorded = begin(store, count=3)
    for wrongly in (False, True, False):
        if wrongly or recorded.session.position == 2:
            recorded.flag(True)
        place = (wrong_place if wrongly else key_place)(recorded)
        recorded.answer(part(recorded, place))
        recorded.advance()
    result = list(summing_up(recorded))
    assert "You flagged questions 2 and 3." in result
    assert any(line.startswith("Question 2, flagged. ") for line in result)
    lines = told(recorded)
    assert any(line.startswith("Question 2 of 3, flagged. ") for line in lines)
    assert any(line.startswith("Question 1 of 3. ") for line in lines)
