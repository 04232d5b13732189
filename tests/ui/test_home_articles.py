"""Articles at home: made into quizzes and inspected behind the screen, and given up at any time."""

import multiprocessing
import os
from pathlib import Path
from typing import Any

import pytest

from quiz.scores.store import Store
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.inspecting import InspectScreen
from quiz.ui.screens.making import MakingScreen
from quiz.ui.screens.scores import ScoresScreen
from tests.play.ostmole import HOSTILE, TITLE, begin, write_bank
from tests.ui import works
from tests.ui.driving import (
    NARROW,
    WIDE,
    app_of,
    keys,
    lines,
    playing_now,
    press,
    session,
    shown,
    until,
    words,
)
from tests.ui.test_hostile import assert_plain


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("An article.", encoding="utf-8")
    return path


def nobody_works() -> bool:
    return not multiprocessing.active_children()


@pytest.mark.parametrize("key", ["p", "slash"])
async def test_the_path_of_an_article_plays_it(banks: Path, store: Store, article: Path, key: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, key, *str(article), "enter")
        await until(pilot, lambda: playing_now(app))
        assert session(app).title == TITLE
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert "Find" not in shown(app)
        await until(pilot, nobody_works)


async def test_the_path_of_a_bank_plays_it(banks: Path, store: Store, tmp_path: Path) -> None:
    other = write_bank(tmp_path / "other", "pier", title="The pier that stayed")
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "p", *str(other), "enter")
        assert session(app).title == "The pier that stayed"


async def test_while_a_quiz_is_made_keys_work_and_it_can_be_given_up(
    banks: Path, store: Store, article: Path
) -> None:
    app = app_of(banks, store, quiz_of=works.endless)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "p", *str(article), "enter")
        await until(pilot, lambda: "Reading [/] " in shown(app))
        assert_plain(app)
        assert "this must not" not in shown(app)
        assert keys(app) == "esc cancel   ? help"
        await press(pilot, "question_mark", "q")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert isinstance(app.screen, MakingScreen)
        assert "Making a quiz from this article" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await until(pilot, nobody_works)
    assert store.sessions() == []


async def test_leaving_the_program_ends_the_work(banks: Path, store: Store, article: Path) -> None:
    app = app_of(banks, store, article=str(article), quiz_of=works.endless)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "Reading [/] " in shown(app))
    assert nobody_works()


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (works.in_vain, "there is nothing in it that can be asked beyond dispute."),
        (works.killed, "The reading ended before it was done"),
    ],
)
async def test_work_in_vain_is_a_sentence_and_home_stays(
    banks: Path, store: Store, article: Path, work: Any, said: str
) -> None:
    app = app_of(banks, store, quiz_of=work)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "p", *str(article), "enter")
        await until(pilot, lambda: any(said in str(note.message) for note in app._notifications))
        assert isinstance(app.screen, HomeScreen)


async def test_an_article_named_on_the_command_line_in_vain_ends_the_program(
    banks: Path, store: Store
) -> None:
    app = app_of(banks, store, article="a.txt", quiz_of=works.in_vain)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: app.failure)
    assert app.failure == "a.txt: there is nothing in it that can be asked beyond dispute."
    assert app.return_code == 1


async def test_the_report_is_written_for_the_width_and_scrolled(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "i")
        await until(pilot, lambda: "Report at 75" in shown(app))
        assert_plain(app)
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: "Report at 55" in shown(app))
        await press(pilot, "end")
        assert "98" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        await until(pilot, nobody_works)


async def test_a_report_is_given_up_while_it_is_read(banks: Path, store: Store) -> None:
    app = app_of(banks, store, report_of=works.endless_report)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "i")
        assert isinstance(app.screen, InspectScreen)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        await until(pilot, nobody_works)


async def test_a_quiz_about_no_article_has_nothing_to_inspect(tmp_path: Path, store: Store) -> None:
    write_bank(tmp_path / "banks", raw=None)
    app = app_of(tmp_path / "banks", store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "i")
        assert "This quiz is about no article." in words(app)


@pytest.mark.parametrize(
    "text", [value for value in HOSTILE.values() if "\n" not in value and len(value) < 99]
)
async def test_the_name_of_an_article_is_text(store: Store, tmp_path: Path, text: str) -> None:
    path = tmp_path / text.replace("/", "∕").replace("\x00", "")
    app = app_of(tmp_path, store, article=str(path), quiz_of=works.endless)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, MakingScreen))
        assert_plain(app)
        await press(pilot, "escape")
        app.play_file(os.path.join(path, "x.yaml"))
        await pilot.pause()
        assert_plain(app)


async def test_the_sessions_are_a_table_to_scroll(banks: Path, store: Store) -> None:
    for number in range(60):
        begin(store, title=f"Title {number} {HOSTILE['a closing tag']}")
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, ScoresScreen)
        assert "60 sessions" in lines(app)[0]
        assert "Title 59 [/] and [/bold]" in shown(app)
        assert_plain(app)
        await press(pilot, "end")
        assert "Title 0 " in shown(app)
        await press(pilot, "home", "q")
        assert isinstance(app.screen, HomeScreen)
