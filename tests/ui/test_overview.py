"""The overview tells questions apart: by state, skill, and what their prompts do not share."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.play.asked import draw
from quiz.play.session import Session
from quiz.scores.store import Store
from quiz.ui.playing.standing import listed, told_apart
from tests.play.ostmole import QUESTIONS
from tests.ui.driving import NARROW, answer, app_playing, lines, press, shown

PROMPTS = [
    "According to the article, what does ABC stand for?",
    "According to the article, what does XYZ stand for?",
    "How does the article present this statement? “It moved.”",
    "How does the article present this statement? “It stood.”",
    "How do the shops say that it moved?",
    "Who said so?",
]


def test_words_that_prompts_share_at_their_beginning_are_left_out() -> None:
    assert told_apart(PROMPTS) == [
        "… ABC stand for?",
        "… XYZ stand for?",
        "“… moved.”",
        "“… stood.”",
        "How do the shops say that it moved?",
        "Who said so?",
    ]


def test_prompts_that_are_the_same_stay_whole() -> None:
    assert told_apart(["Who said this sentence?"] * 2) == ["Who said this sentence?"] * 2


def test_a_prompt_that_another_goes_on_from_stays_whole() -> None:
    prompts = ["Who said this sentence?", "Who said this sentence? “It moved.”"]
    assert told_apart(prompts) == ["Who said this sentence?", "… “It moved.”"]


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=6).map(" ".join), max_size=6))
def test_what_is_left_of_a_prompt_is_its_end_and_something_is(prompts: list[str]) -> None:
    for prompt, told in zip(prompts, told_apart(prompts), strict=True):
        left = told.removeprefix("… ")
        assert left and prompt.endswith(left)


def test_where_there_is_room_the_skill_stands_in_its_own_column() -> None:
    session = Session(draw(QUESTIONS, seed=1), flags={1})
    rows = listed(session, roomy=True)
    skills = [item.question.skill for item in session.asked]
    assert len({row.index(f"  {skill}") for row, skill in zip(rows, skills, strict=True)}) == 1
    assert f"○ open  {skills[1]:<9}  ⚑ flagged  " in rows[1] and sum("⚑" in row for row in rows) == 1
    narrow = listed(session, roomy=False)
    assert not any(f"  {skill}  " in row for row, skill in zip(narrow, skills, strict=True))


@pytest.mark.parametrize("size", [(40, 12), NARROW], ids=str)
async def test_the_overview_says_what_each_question_asks(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await answer(pilot)
        await press(pilot, "f", "enter", "o")
        (flagged,) = [line for line in lines(app) if "✓ right" in line]
        assert "⚑ flagged" in flagged
        rows = [line.split("open", 1)[1].strip() for line in lines(app) if "○ open" in line]
        assert len(rows) == 5 and len(set(rows)) == 5
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "▸  2  ○ open" in shown(app)
