"""The options of a session: chosen with keys or the mouse, played, and remembered."""

from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.paths import choice_file
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.options import OptionsScreen
from tests.play.ostmole import HOSTILE, begin, write_bank
from tests.ui.driving import NARROW, WIDE, app_of, full_disk, lines, press, session, shown, words
from tests.ui.test_hostile import assert_plain

SIZES = [(36, 9), (40, 12), (60, 20), NARROW, WIDE]


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_session_is_played_as_it_was_chosen(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "o", "right", "down", "2")  # an exam of two questions
        await press(pilot, "down", "down", "right", "down", "space")  # how sure; closed book
        questions = " questions" if size[0] > 40 else ""
        assert f"6 of 6{questions} fit; 2 will be asked." in words(app)
        assert "enter play" in words(app) and "q back" in words(app)
        await press(pilot, "enter")
        recorded = session(app)
        assert (recorded.session.mode, len(recorded.session.asked)) == ("exam", 2)
        assert (recorded.rules.certainty, recorded.rules.closed_book) == (True, True)


async def test_skills_and_kinds_narrow_and_the_dialog_says_how_far(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "o", "end")
        await press(pilot, "space")  # the last kind: role
        assert "1 of 6 questions fit; 1 will be asked." in words(app)
        await press(pilot, "enter")
        assert [item.question.kind for item in session(app).session.asked] == ["role"]


async def test_every_choice_can_be_clicked(banks: Path, store: Store) -> None:
    async def click(word: str) -> None:
        row = next(y for y, line in enumerate(lines(app)) if word in line)
        await pilot.click(offset=(lines(app)[row].index(word), row))
        await pilot.pause()

    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "o")
        for word in ("○ exam", "+", "○ ask", "○ hidden", "[ ] detail"):
            await click(word)
        assert "● exam" in shown(app)
        assert "− 11 +" in shown(app)
        await click("○ practice")
        await click("− 11")
        assert "2 of 6 questions fit; 2 will be asked." in words(app)
        await press(pilot, "enter")
        recorded = session(app)
        assert (recorded.session.mode, recorded.rules.closed_book) == ("practice", True)
        assert {item.question.skill for item in recorded.session.asked} == {"detail"}


async def test_the_last_choice_is_there_the_next_time(banks: Path, store: Store) -> None:
    for expected in ("● practice", "● exam"):
        app = QuizApp(Library([banks], None), store, Wishes("ada"))
        async with app.run_test(size=NARROW) as pilot:
            await press(pilot, "l", "o")
            assert expected in shown(app)
            if expected == "● practice":
                await press(pilot, "right")
            await press(pilot, "enter")
            assert session(app).session.mode == "exam"


async def test_enter_alone_plays_by_the_command_line_whatever_was_chosen_last(
    banks: Path, store: Store
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "o", "right", "enter", "q", "enter", "n")
        assert session(app).session.mode == "practice"
        assert session(app).number == 2


async def test_a_damaged_memory_and_a_full_disk_are_no_obstacle(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice_file().parent.mkdir(parents=True)
    choice_file().mkdir()
    app = QuizApp(Library([banks], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "l", "o", "enter")
        assert "What you chose cannot be kept" in words(app)
        assert len(session(app).session.asked) == 6
        await press(pilot, "q")
        monkeypatch.setattr(store, "history", full_disk)
        await press(pilot, "o", "down", "down", "right")
        assert "The disk is full." in words(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OptionsScreen)


async def test_nothing_that_fits_is_said_and_nothing_begins(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "o", "down", "down", "right")  # those missed, of which there are none
        assert "0 of 6 questions fit: nothing to play." in words(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OptionsScreen)
        assert "No question fits" in words(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
    assert store.sessions() == []


async def test_the_dialog_begins_anew_although_a_session_waits(banks: Path, store: Store) -> None:
    begin(store)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "o", "enter")
        assert session(app).number == 2


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_the_dialog_plays_and_keeps_nothing(banks: Path, store: Store, key: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "o", "right", key)
        assert isinstance(app.screen, HomeScreen)
    assert store.sessions() == []
    assert not choice_file().exists()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_titles_are_text_in_the_dialog(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    write_bank(banks, title=" ".join(HOSTILE.values()))
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "o")
        assert isinstance(app.screen, OptionsScreen)
        assert_plain(app)
        assert "fit; " in words(app)
