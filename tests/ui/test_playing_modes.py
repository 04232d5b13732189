"""Practice and exam, certainty, closed book, skipping and going back, pause, time and the end."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.bank.library import Library
from quiz.play.recorded import RecordedSession
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.offer import OfferScreen
from quiz.ui.screens.play import PlayScreen
from quiz.ui.screens.result import ResultScreen
from tests.play.ostmole import EVERY_TYPE, HOTTEXT, QUESTIONS, TYPED, material
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    app_of,
    click,
    full_disk,
    keys,
    keys_for,
    lines,
    playing,
    press,
    question_words,
    said,
    session,
    shown,
    typing,
    until,
    words,
)

SIZES = [(40, 12), (60, 20), NARROW, WIDE]
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def app_wishing(
    store: Store, banks: Path, questions: Sequence[AnyQuestion] = QUESTIONS, **wishes: object
) -> QuizApp:
    """The app, begun with a session of these wishes."""
    wished = Wishes("ada", seed=1, **wishes)  # type: ignore[arg-type]
    return QuizApp(Library([banks], None), store, wished, material=material(questions=questions))


def question(app: QuizApp) -> str:
    """The words of the question, whether or not the article is beside it."""
    return question_words(app) or words(app)


def place(app: QuizApp) -> int:
    return playing(app).position


# Practice ------------------------------------------------------------------------------------------


async def test_a_skipped_question_stays_open_and_comes_back_after_the_others(
    banks: Path, store: Store
) -> None:
    app = app_wishing(store, banks, QUESTIONS[:3])
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s")
        assert place(app) == 1
        for _ in range(2):
            await answer(pilot)
            await press(pilot, "enter")
        assert place(app) == 0
        assert "s skip" not in keys(app)
        await answer(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
    assert store.sessions()[0].answered == 3


@pytest.mark.parametrize(("on", "back"), [("right", "left"), ("right_square_bracket", "left_square_bracket")])
async def test_turning_back_shows_the_explanation_again_and_enter_goes_to_the_open_one(
    banks: Path, store: Store, on: str, back: str
) -> None:
    app = app_wishing(store, banks, QUESTIONS[:3])
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
        answered = shown(app)
        await press(pilot, on)
        assert place(app) == 1 and "(right)" not in shown(app)
        await press(pilot, back)
        assert shown(app) == answered
        await press(pilot, "enter")
        assert place(app) == 1


async def test_what_is_half_made_is_still_there_when_the_player_comes_back(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, EVERY_TYPE)
    async with app.run_test(size=NARROW) as pilot:
        for _ in range(6):
            await press(pilot, *keys_for(playing(app).item))
            await press(pilot, *(["escape"] if playing(app).item.question is TYPED else []))
            await press(pilot, "right_square_bracket")
        for _ in range(5):
            await press(pilot, *(["escape"] if playing(app).item.question is TYPED else []))
            await press(pilot, "left_square_bracket")
        for _ in range(6):
            await press(pilot, "enter", "enter")
        assert isinstance(app.screen, ResultScreen)
    assert [one.correct for one in store.answers(1)] == [True] * 6


@pytest.mark.parametrize("sure", ["enter", "q"])
async def test_finishing_asks_once_and_counts_open_questions_as_not_answered(
    banks: Path, store: Store, sure: str
) -> None:
    app = app_wishing(store, banks, QUESTIONS[:3])
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
        await press(pilot, "x")
        assert "2 questions are open and will count as not answered." in words(app)
        await press(pilot, sure)
        assert isinstance(app.screen, ResultScreen if sure == "enter" else PlayScreen)
    assert (store.sessions()[0].finished is not None) is (sure == "enter")


async def test_reasons_that_are_long_are_opened_and_closed_by_a_key(banks: Path, store: Store) -> None:
    question = QUESTIONS[1]
    long = [
        one if one.correct else dataclasses.replace(one, why=f"{one.why} {'And so on. ' * 20}")
        for one in question.options
    ]
    app = app_wishing(store, banks, [dataclasses.replace(question, options=long)])
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot, wrongly=True)
        assert shown(app).count("Not “") == 1
        assert "w shows why 2 other options are not the answer." in words(app).replace(" │", "")
        await press(pilot, "w")
        assert shown(app).count("Not “") == 3
        await press(pilot, "w")
        assert shown(app).count("Not “") == 1


# Exam ----------------------------------------------------------------------------------------------


@BY_SIZE
async def test_an_exam_says_nothing_about_right_and_wrong_until_it_is_handed_in(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_wishing(store, banks, EVERY_TYPE, mode="exam")
    async with app.run_test(size=size) as pilot:
        for number in range(6):
            assert place(app) == number
            await answer(pilot, wrongly=number == 1)
            for sign in ("✓", "✗", "right)", "Partly", "▌"):
                assert sign not in shown(app)
        assert "Every question is answered." in words(app)
        await press(pilot, "x")
        assert "Hand in?" in words(app)
        assert store.sessions()[0].finished is None
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
        assert "5 of 6" in shown(app)


async def test_an_answer_can_be_changed_until_the_exam_is_handed_in(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, QUESTIONS[:2], mode="exam")
    async with app.run_test(size=NARROW) as pilot:
        wrong = await wrongly(pilot)
        await press(pilot, "left")
        assert f"Answered: {wrong}. It can be changed until you hand in." in words(app)
        assert f"▸ {1 + playing(app).item.parts.index(wrong)}" in shown(app)
        await answer(pilot)
        await answer(pilot)
    assert [one.correct for one in store.answers(1)] == [True, True]


async def wrongly(pilot: Pilot[None]) -> str:
    app = pilot.app
    assert isinstance(app, QuizApp)
    item = playing(app).item
    await answer(pilot, wrongly=True)
    return next(text for text in item.parts if text != item.key)


async def test_handing_in_tells_how_many_are_open_and_flagged(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, QUESTIONS[:3], mode="exam")
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "f")
        await answer(pilot)
        await press(pilot, "x")
        text = words(app)
        assert "2 questions are open and will count as not answered. One question is flagged." in text
        assert "After that nothing can be changed." in text


# Flags and the overview ----------------------------------------------------------------------------


async def test_a_flag_has_a_sign_and_a_word_and_is_kept(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "f")
        assert "⚑ flagged" in lines(app)[0]
        assert "⚑ Flagged for another look." in shown(app)
        assert store.session(1).flags == {0}
        await press(pilot, "F")
        assert "⚑" not in shown(app)
    assert not store.session(1).flags


async def test_the_overview_lists_every_question_and_enter_goes_there(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot)
        await press(pilot, "enter")
        await answer(pilot, wrongly=True)
        skill = session(app).session.asked[2].question.skill
        await press(pilot, "enter", "f", "o")
        text = words(app)
        assert "4 of 6 open." in text
        for line in ("1 ✓ right", "2 ✗ not right", f"3 ○ open {skill} ⚑ flagged", "6 ○ open"):
            assert line in text
        await press(pilot, "down", "j", "k", "enter")
        assert place(app) == 3
        await press(pilot, "o", "q")
        assert place(app) == 3


@BY_SIZE
async def test_the_overview_points_with_a_sign_and_keeps_its_keys_in_view(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_wishing(store, banks, [*QUESTIONS, *EVERY_TYPE])
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s", "o")
        assert "▸  2  ○ open" in shown(app)
        await press(pilot, "up")
        assert "▸  1  ○ open" in shown(app) and shown(app).count("▸") == 1
        await press(pilot, "up")
        assert "▸ 10  ○ open" in shown(app) and shown(app).count("▸") == 1
        there = "go there" if size[0] >= 60 else "go"
        assert f"enter {there} x finish q back ? help" in words(app)


# Certainty -----------------------------------------------------------------------------------------


@BY_SIZE
async def test_with_certainty_one_key_answers_and_says_how_sure(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_wishing(store, banks, QUESTIONS[:3], certainty=True)
    async with app.run_test(size=size, notifications=True) as pilot:
        for sure in (1, 2, 3):
            letter = "abcd"[playing(app).item.parts.index(str(playing(app).item.key))]
            await press(pilot, letter)
            assert f"▸ {letter}  " in shown(app)
            await press(pilot, str(sure), "enter")
    assert [(one.correct, one.certainty) for one in store.answers(1)] == [(True, 1), (True, 2), (True, 3)]


async def test_with_certainty_enter_only_asks_how_sure(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, certainty=True)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "enter")
        assert "How sure are you? 1 low, 2 medium, 3 high." in words(app)
        assert store.answers(1) == ()
        await press(pilot, "4")
        assert store.answers(1) == ()
        await press(pilot, "3")
        assert "How sure you were: high." in words(app)


async def test_with_certainty_a_typed_answer_is_entered_and_then_a_number_pressed(
    banks: Path, store: Store
) -> None:
    app = app_wishing(store, banks, [TYPED], certainty=True)
    async with app.run_test(size=NARROW) as pilot:
        assert "Enter, then say how sure you are." in words(app)
        assert "1 low" not in words(app)  # a digit is part of the answer now
        await press(pilot, *typing("40 minutes"), "enter")
        assert store.answers(1) == ()
        assert "How sure are you? 1 low, 2 medium, 3 high" in words(app)
        await press(pilot, "2")
    (one,) = store.answers(1)
    assert (one.response, one.correct, one.certainty) == ("40 minutes", True, 2)


async def test_with_certainty_parts_of_a_passage_are_marked_by_letters(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, [HOTTEXT], certainty=True)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "a", "b", "3")
    (one,) = store.answers(1)
    assert (one.correct, one.certainty) == (True, 3)


# Closed book ---------------------------------------------------------------------------------------


@BY_SIZE
@pytest.mark.parametrize("mode", ["practice", "exam"])
async def test_closed_book_shows_the_article_before_and_hides_it_while_a_question_waits(
    banks: Path, store: Store, size: tuple[int, int], mode: str
) -> None:
    app = app_wishing(store, banks, QUESTIONS[:2], closed_book=True, mode=mode)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "By Ines Falk" in shown(app) and "According to the article" not in shown(app)
        assert f"enter {'begin' if size[0] < 60 else 'I have read it'}" in keys(app)
        await press(pilot, "space", "1", "enter")
        assert playing(app).query_one("#article-pane").display is False
        assert "According to the article" in words(app)
        await press(pilot, "tab")
        assert "According to the article" in words(app) and "By Ines Falk" not in shown(app)
        await answer(pilot)
        visible = playing(app).query_one("#article-pane").display
        assert visible is (mode == "practice" and size == WIDE)
        await press(pilot, "tab")
        await pilot.pause()
        assert playing(app).query_one("#article-pane").display is (mode == "practice")


# Pause and time ------------------------------------------------------------------------------------


@BY_SIZE
async def test_a_pause_covers_question_and_text(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2")
        before = shown(app)
        await press(pilot, "p")
        assert "Paused" in shown(app)
        assert "bridge" not in shown(app) and "According" not in shown(app)
        await press(pilot, "enter")
        assert shown(app) == before


def timed(store: Store, banks: Path, *, used: float) -> QuizApp:
    """An exam of two minutes, some of which are used up."""
    begun = RecordedSession.draw(store, material(), Wishes("ada", seed=1, mode="exam", minutes=2))
    begun.spend(used)
    return app_of(banks, store)


async def test_the_time_left_of_an_exam_stands_in_the_top_line(banks: Path, store: Store) -> None:
    app = timed(store, banks, used=10.5)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "c")
        assert "1:50 left" in lines(app)[0]
        await until(pilot, lambda: "1:4" in lines(app)[0])
        await press(pilot, "q")
    assert store.session(1).used > 11


async def test_one_minute_before_the_end_it_is_said(banks: Path, store: Store) -> None:
    app = timed(store, banks, used=59.8)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: "One minute left." in words(app))


@pytest.mark.parametrize("over", ["", "o", "x", "question_mark"])
async def test_when_the_time_is_over_the_exam_is_handed_in_as_it_stands(
    banks: Path, store: Store, over: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.ui.screens.result.SECONDS_TO_LOOK_UP", 4)  # a busy machine types slowly
    app = timed(store, banks, used=118.2)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "c")
        await answer(pilot)
        await press(pilot, *([over] if over else []))
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        assert "The time was up; 5 questions were still open." in words(app)
        await press(pilot, "a", "n", "enter", "q")  # meant for the question that was there just now
        assert isinstance(app.screen, ResultScreen)
        await until(pilot, lambda: "q home" in keys(app))
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
    assert (store.sessions()[0].answered, store.sessions()[0].finished is None) == (1, False)


async def test_no_time_passes_in_a_pause(banks: Path, store: Store) -> None:
    app = timed(store, banks, used=119)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "c", "p")
        await pilot.pause(1.5)
        assert "Paused" in shown(app)
    assert store.sessions()[0].finished is None


async def test_an_end_that_cannot_be_saved_says_so_and_the_session_goes_on(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_wishing(store, banks, mode="exam")
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(store, "finish", full_disk)
            await press(pilot, "x", "enter")
            assert "The disk is full. The session is not finished yet." in words(app)
            assert isinstance(app.screen, PlayScreen)
        await press(pilot, "x", "enter")
        assert isinstance(app.screen, ResultScreen)


# Looking at a finished session again ---------------------------------------------------------------


def finished(store: Store, questions: Sequence[AnyQuestion]) -> RecordedSession:
    """A finished exam of which the first question was answered rightly and the last not at all."""
    begun = RecordedSession.draw(store, material(questions=questions), Wishes("ada", seed=1, mode="exam"))
    for _ in questions[:-1]:
        begun.answer(begun.session.current.key)
        begun.advance()
    begun.finish()
    return RecordedSession.open(store, begun.number)


@BY_SIZE
async def test_a_finished_session_is_looked_at_question_by_question(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    recorded = finished(store, EVERY_TYPE)
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        app.push_screen(PlayScreen(recorded, review=range(6)))
        await pilot.pause()
        seen = []
        for number in range(6):
            assert f"{number + 1}" in lines(app)[0]
            seen.append(question(app))
            assert ("Not answered." in words(app)) is (number == 5) or size[1] < 20
            await press(pilot, "right")
        assert len(set(seen)) == 6
        for number in range(4, -1, -1):
            await press(pilot, "left")
            assert question(app) == seen[number]
        await press(pilot, *["enter"] * 5)
        assert "enter done" in keys(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_in_a_review_nothing_can_be_answered_and_q_goes_back(banks: Path, store: Store) -> None:
    recorded = finished(store, QUESTIONS[:3])
    before = store.answers(1)
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        app.push_screen(PlayScreen(recorded, review=(1, 2)))
        await pilot.pause()
        assert "review 1 of 2" in lines(app)[0] and "question 2 of 3" in lines(app)[0]
        assert "▌" in shown(app)
        await press(pilot, "1", "s", "x", "f", "o", "p", "w", "e", "q")
        assert isinstance(app.screen, HomeScreen)
    assert store.answers(1) == before


async def test_the_time_for_a_question_is_kept_without_its_pauses(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "p")
        await pilot.pause(1.0)
        await press(pilot, "enter")
        await answer(pilot)
        assert session(app).used < 1
    assert store.answers(1)[0].seconds < 1


async def test_the_question_is_copied_and_once_answered_what_explains_it(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, QUESTIONS[:1])
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "y")
        assert app.clipboard.startswith(QUESTIONS[0].prompt) and "Paragraph" not in app.clipboard
        assert "The question was sent to the terminal's clipboard" in words(app)
        await answer(pilot)
        await press(pilot, "y")
        assert "Answer: Mara Lindqvist" in app.clipboard
        assert QUESTIONS[0].explanation in app.clipboard and QUESTIONS[0].evidence[0].quote in app.clipboard


# The line of keys ----------------------------------------------------------------------------------


async def test_a_session_is_played_by_mouse_alone(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks, EVERY_TYPE[:2])
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(2):
            item = playing(app).item
            key = item.key if isinstance(item.key, tuple) else (item.key,)
            for text in key:
                await click(pilot, f"  {text}")
            await click(pilot, "answer")
            await click(pilot, "next" if "next" in keys(app) else "result")
        assert isinstance(app.screen, ResultScreen)
    assert [one.correct for one in store.answers(1)] == [True, True]


@pytest.mark.parametrize(
    ("number", "line"),
    [
        *((number, "enter answer tab text q leave ? help") for number in (0, 1, 2, 3, 5)),
        (4, "enter answer esc out tab text F1 help"),
    ],
)
async def test_in_the_smallest_line_the_keys_that_matter_are_left(
    banks: Path, store: Store, number: int, line: str
) -> None:
    app = app_wishing(store, banks, [EVERY_TYPE[number]])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert keys(app).split() == line.split()
        await answer(pilot)
        assert keys(app).split() == ["enter", "score", "space", "more", "q", "leave", "?", "help"]


# Coming back to it ---------------------------------------------------------------------------------


async def test_the_offer_to_go_on_with_an_exam_does_not_tell_what_was_right(
    banks: Path, store: Store
) -> None:
    app = app_wishing(store, banks, mode="exam")
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
    again = app_wishing(store, banks, mode="exam")
    async with again.run_test(size=NARROW):
        assert isinstance(again.screen, OfferScreen)
        assert "You stopped with 1 of 6 answered." in words(again)
        assert "right" not in words(again)


# Notices -------------------------------------------------------------------------------------------


async def test_a_notice_that_was_there_to_be_read_goes_with_the_next_key(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await press(pilot, "w", "down")
        assert "Reasons are shown" in said(app)  # nobody has read it yet
        for notice in app._notifications:
            notice.raised_at -= 2
        await press(pilot, "down")
        assert said(app) == ""


async def test_a_notice_of_something_that_failed_stays(banks: Path, store: Store) -> None:
    app = app_wishing(store, banks)
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        app.screen.notify("The disk is full.", severity="error", timeout=10)
        await pilot.pause()
        for notice in app._notifications:
            notice.raised_at -= 2
        await press(pilot, "down")
        assert "The disk is full." in said(app)
