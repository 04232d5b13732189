"""The courses in the app: at home, as a list, one with its steps, and from result to result."""

import re
from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.course import CourseScreen
from quiz.ui.screens.courses import CoursesScreen
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.offer import OfferScreen
from quiz.ui.screens.result import ResultScreen
from quiz.ui.widgets.line_list import LineList
from tests.play.ostmole import COURSES, QUESTIONS, TITLE, begin, key_place, part, write_bank, write_courses
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer_all,
    app_of,
    click,
    full_disk,
    keys,
    lines,
    press,
    said,
    session,
    shown,
    until,
    words,
)

SIZES = [(40, 12), (60, 20), NARROW, WIDE]
everywhere = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def library(banks: Path) -> Path:
    """The bank about Ostmole, another one, and two courses."""
    write_courses(banks)
    return banks


def course(app: QuizApp) -> CourseScreen:
    assert isinstance(app.screen, CourseScreen)
    return app.screen


def read(app: QuizApp) -> str:
    """The words on screen, without scrollbar and rule between them."""
    return " ".join(re.sub("[▁-█│]", "", words(app)).split())


def marked(app: QuizApp) -> int | None:
    return app.screen.query_one(LineList).marked


def played_before(store: Store) -> None:
    """Something that is no step, so that home shows the list."""
    recorded = begin(store, count=1, questions=[QUESTIONS[1]])
    recorded.answer(part(recorded, key_place(recorded)))


def a_course(folder: Path, store: Store) -> QuizApp:
    played_before(store)
    return app_of(folder, store)


# At home -------------------------------------------------------------------------------------------


@everywhere
async def test_home_says_that_there_are_courses_and_a_key_lists_them(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        (line,) = [line for line in lines(app) if line.strip().startswith("Courses")]
        assert "Who says so?" in line or "2 courses" in line
        assert line.rstrip().endswith("t")
        await press(pilot, "t")
        assert isinstance(app.screen, CoursesScreen)
        assert "Who says so?" in shown(app)
        assert "How sure is it?" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_home_says_where_one_is_in_a_course(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "t", "enter", "enter")
        await answer_all(pilot)
        await press(pilot, "q", "q", "q")
        assert "Who says so? — 1 of 2 steps played, next: The pier that stayed" in read(app)


async def test_without_courses_home_is_as_it_was(banks: Path, store: Store) -> None:
    app = a_course(banks, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "t")
        assert isinstance(app.screen, HomeScreen)
        assert "There is no course beside these banks." in said(app)
        assert "Courses" not in shown(app)
        assert "t courses" not in keys(app)


async def test_courses_can_be_opened_with_the_mouse(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await click(pilot, "Courses")
        await click(pilot, "How sure is it?")
        assert course(app).course.id == "how-sure"


async def test_courses_are_found_by_the_palette_and_the_help(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "question_mark")
        assert "Choose a course: an ordered path through the quizzes" in read(app)
        await press(pilot, "escape")
        commands = [command.title for command in app.get_system_commands(app.screen)]
        assert any("course" in title.casefold() for title in commands)


@everywhere
async def test_a_broken_file_of_courses_is_said_with_its_line_and_home_works(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    path = write_courses(library, COURSES.replace("[source]", "[sauce]"))
    app = a_course(library, store)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "Courses" in shown(app)
        await press(pilot, "t")
        joined = "".join(shown(app).split())
        assert "".join(f"{path}:11:14: unknown skill “sauce”".split()) in joined
        await press(pilot, "down", "enter", "q", "enter")
        assert session(app).title in (TITLE, "The pier that stayed")


async def test_a_course_that_appears_is_there_after_the_next_look(
    banks: Path, store: Store, tmp_path: Path
) -> None:
    played_before(store)
    library = Library([banks], tmp_path / "cache.json")
    library.summaries()
    write_courses(banks)
    app = QuizApp(library, store, Wishes("ada"))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "Who says so?" in shown(app))


async def test_a_history_that_cannot_be_read_is_said_and_home_works(
    library: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = a_course(library, store)
    monkeypatch.setattr(store, "answered_by_kind", full_disk)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert "The disk is full." in said(app)
        await press(pilot, "t", "q", "enter")
        assert session(app).title in (TITLE, "The pier that stayed")


# One course ----------------------------------------------------------------------------------------


@everywhere
async def test_the_introduction_can_be_read_to_its_end(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "enter")
        seen = ""
        for _ in range(6):
            seen += words(app)
            await press(pilot, "space")
        assert "Somebody greased the bearings" in seen
        assert "Then look for the name." in seen


@everywhere
async def test_enter_plays_the_next_step_and_the_result_offers_the_one_after_it(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "enter", "enter")
        assert session(app).title == TITLE
        assert {item.question.skill for item in session(app).session.asked} == {"source"}
        await answer_all(pilot)
        assert isinstance(app.screen, ResultScreen)
        assert "Next, with n: step 2 of “Who says so?”, The pier that stayed, 2 questions." in read(app)
        assert "next step" in keys(app)
        await press(pilot, "n")
        assert session(app).title == "The pier that stayed"
        await answer_all(pilot, wrongly=(0,))
        assert "“Who says so?” is finished: 3 of 4 right." in read(app)
        assert "Next, with n: the course “How sure is it?”, in 1 step." in read(app)
        await press(pilot, "n")
        assert course(app).course.id == "how-sure"
        await press(pilot, "q")
        assert isinstance(app.screen, CoursesScreen)


async def test_from_the_result_one_comes_back_to_the_course_with_its_next_step_marked(
    library: Path, store: Store
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "t", "enter", "enter")
        await answer_all(pilot, wrongly=(0,))
        assert "q course" in keys(app)
        await press(pilot, "q")
        assert course(app).course.id == "who-says-so"
        assert marked(app) == 1
        assert "✓ 1" in shown(app)
        assert "1 of 2 right" in shown(app)
        assert "next" in next(line for line in lines(app) if "The pier" in line)


async def test_all_right_enter_goes_on_in_the_course(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "t", "enter", "enter")
        await answer_all(pilot)
        await press(pilot, "enter")
        assert session(app).title == "The pier that stayed"


async def test_after_the_last_course_the_result_offers_another_bank(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "t", "enter", "enter")
        await answer_all(pilot)
        await press(pilot, "n")
        await answer_all(pilot)
        await press(pilot, "n", "enter")
        await answer_all(pilot)
        assert "“How sure is it?” is finished: 2 of 2 right. There is no course left to play." in read(app)
        assert "next bank" in keys(app)
        await press(pilot, "q", "q")
        assert "finished, 4 of 4 right" in shown(app)
        await press(pilot, "q")
        assert "Courses all played t" in read(app)


async def test_tab_turns_from_the_introduction_to_the_steps_where_there_is_one_pane(
    library: Path, store: Store
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "t", "enter")
        assert "Enter plays step 1: The bridge that moved, 2 questions." in read(app)
        assert "▸" not in shown(app)
        await press(pilot, "tab")
        assert "▸   1  The bridge that moved" in shown(app)
        assert "Somebody greased" not in shown(app)
        await press(pilot, "down", "enter")
        assert session(app).title == "The pier that stayed"


async def test_side_by_side_both_are_there_and_resizing_keeps_what_is_marked(
    library: Path, store: Store
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "t", "enter", "down")
        assert "Somebody greased" in shown(app)
        for size in ((40, 12), (20, 5), (100, 30), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert marked(app) == 1
        assert "▸   2  The pier that stayed" in shown(app)


@everywhere
async def test_a_bank_that_is_missing_is_a_sentence_and_no_error(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "t", "down", "enter", "tab", "down")
        assert "missing" in shown(app)
        assert "The bank “lost-at-sea” is not in this library." in read(app)
        await press(pilot, "enter")
        assert course(app).course.id == "how-sure"
        assert "is not in this library" in said(app)


async def test_a_bank_that_broke_after_it_was_listed_is_said_and_the_course_stays(
    library: Path, store: Store
) -> None:
    app = a_course(library, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "t", "enter")
        (library / "ostmole.txt").write_text(
            "Another article.\n\nIt says something else.\n", encoding="utf-8"
        )
        await press(pilot, "enter")
        assert isinstance(app.screen, CourseScreen)
        assert "may no longer be right" in said(app)


async def test_a_step_that_was_left_in_the_middle_is_offered(library: Path, store: Store) -> None:
    app = a_course(library, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "t", "enter", "enter")
        number = session(app).number
        await press(pilot, "1", "enter", "q")
        assert "1 of 2 so far" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OfferScreen)
        await press(pilot, "enter")
        assert session(app).number == number


async def test_the_command_line_opens_a_course_with_its_next_step(library: Path, store: Store) -> None:
    from quiz.play.steps import progress_in

    banks = Library([library], None)
    shelf = banks.shelf(banks.summaries())
    progress = progress_in(store, "ada", shelf, "How sure is it?")
    app = QuizApp(banks, store, Wishes("ada"), shelf=shelf, course=progress)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert {item.question.kind for item in session(app).session.asked} == {"hedge", "claim_or_fact"}
        await press(pilot, "q")
        assert course(app).course.id == "how-sure"
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


# The first five minutes ----------------------------------------------------------------------------


@everywhere
async def test_the_first_time_a_question_is_one_key_away_and_its_evidence_three(
    library: Path, store: Store, size: tuple[int, int]
) -> None:
    app = QuizApp(Library([library], None), store, Wishes("ada"))
    async with app.run_test(size=size) as pilot:
        assert "Press enter to try three questions on" in read(app)
        await press(pilot, "enter")
        assert len(session(app).session.asked) == 3
        await press(pilot, "1", "enter")
        seen = ""
        for _ in range(4):
            seen += words(app)
            await press(pilot, "pagedown")
        assert "“It will not move again,” Mara" in seen


async def test_after_the_first_three_questions_the_first_course_is_offered(
    library: Path, store: Store
) -> None:
    app = QuizApp(Library([library], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer_all(pilot, wrongly=(1,))
        assert "That is how it works. Next, with n: the course “Who says so?”, in 2 steps." in read(app)
        assert "n first course" in keys(app)
        await press(pilot, "n")
        assert course(app).course.id == "who-says-so"
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_the_first_time_the_courses_are_a_key_away_too(library: Path, store: Store) -> None:
    app = QuizApp(Library([library], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "t")
        assert isinstance(app.screen, CoursesScreen)


async def test_the_first_bank_of_the_first_course_comes_before_a_shorter_article(
    library: Path, store: Store
) -> None:
    write_bank(library, "short", title="A short piece", raw="Short.\n\nThe harbour is quiet.\n")
    app = QuizApp(Library([library], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW):
        assert f"Press enter to try three questions on “{TITLE}”." in read(app)
