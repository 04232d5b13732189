"""What somebody who plays for the first time has to see: the text, how to answer, the way out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from tests.play.ostmole import EVERY_TYPE, QUESTIONS, TYPED, material
from tests.ui.driving import NARROW, answer, keys, lines, press, shown, words

TINY, SMALL = (40, 12), (60, 20)
BY_SIZE = pytest.mark.parametrize("size", [TINY, SMALL, NARROW], ids=lambda size: f"{size[0]}x{size[1]}")
BY_TYPE = pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)


def app_wishing(
    store: Store, banks: Path, questions: Sequence[AnyQuestion] = QUESTIONS, **wishes: object
) -> QuizApp:
    """The app, begun with a session of these wishes."""
    wished = Wishes("ada", seed=1, **wishes)  # type: ignore[arg-type]
    return QuizApp(Library([banks], None), store, wished, material=material(questions=questions))


@BY_TYPE
@BY_SIZE
async def test_answering_the_text_and_the_way_out_are_in_the_line_of_keys(
    banks: Path, store: Store, size: tuple[int, int], question: AnyQuestion
) -> None:
    app = app_wishing(store, banks, [question])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "enter answer" in keys(app) and "tab text" in keys(app)
        assert ("esc " if question is TYPED else "q leave") in keys(app)
        await press(pilot, "tab")
        assert "tab back" in keys(app) and "q leave" in keys(app)
        assert "By Ines Falk" in shown(app)


@BY_TYPE
@pytest.mark.parametrize("size", [(36, 9), TINY, SMALL], ids=str)
async def test_the_way_out_stays_in_the_narrowest_line(
    banks: Path, store: Store, size: tuple[int, int], question: AnyQuestion
) -> None:
    app = app_wishing(store, banks, [question, QUESTIONS[3]])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in range(2):
            assert "q leave" in keys(app) or "esc " in keys(app)
            await answer(pilot)
            assert "q leave" in keys(app)
            await press(pilot, "enter")
        assert "home" in keys(app)


@BY_TYPE
async def test_in_the_smallest_terminal_it_is_said_how_a_question_is_answered(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    how = {
        "multiple": "Mark every right one, with space.",
        "order": "Space picks an item up and puts it down; arrows move it.",
        "match": "Give each its partner by its number.",
        "hottext": "Arrows point, space marks the words.",
    }
    app = app_wishing(store, banks, [question])
    async with app.run_test(size=TINY) as pilot:
        await pilot.pause()
        assert how.get(question.type, "") in words(app)


@BY_TYPE
async def test_in_the_smallest_terminal_the_verdict_is_seen_before_anything_is_scrolled(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    app = app_wishing(store, banks, [question])
    async with app.run_test(size=TINY) as pilot:
        await answer(pilot, wrongly=True)
        verdict = "your answer" if question.type == "choice" else "Not what the article says."
        assert "✗" in shown(app) and verdict in words(app)
        assert "space more" in keys(app)


@pytest.mark.parametrize("question", [q for q in EVERY_TYPE if q is not TYPED], ids=lambda q: q.type)
@pytest.mark.parametrize("size", [SMALL, NARROW], ids=str)
async def test_with_certainty_the_line_says_that_letters_choose_and_digits_answer(
    banks: Path, store: Store, size: tuple[int, int], question: AnyQuestion
) -> None:
    app = app_wishing(store, banks, [question], certainty=True)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        line = keys(app)
        assert "1–3 " in line and "how sure" in line and "q leave" in line
        assert question.type == "order" or "a–" in line


async def test_with_certainty_the_smallest_terminal_says_it_too(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, certainty=True)
    async with app.run_test(size=TINY) as pilot:
        await pilot.pause()
        assert "1–3 how sure tab text q leave" in " ".join(keys(app).split())
        assert "A letter chooses; 1, 2 or 3 answers." in words(app)


async def test_an_exam_shows_how_to_get_about(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, mode="exam")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "o overview" in keys(app) and "f flag" in keys(app)


async def test_while_an_answer_is_typed_no_key_is_offered_that_would_be_text(
    banks: Path, store: Store
) -> None:
    app = app_wishing(store, banks, [TYPED])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "/" not in keys(app) and "q leave" not in keys(app)
        await press(pilot, "escape")
        assert "/ find" in keys(app) and "q leave" in keys(app)
        assert lines(app)
