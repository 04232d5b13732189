"""What lies over another screen has its own keys in a line, its own help, and a way back."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.scores.store import Store
from quiz.ui.commands import key_names
from quiz.ui.screens.help import HelpScreen
from quiz.ui.screens.over import OverScreen
from quiz.ui.widgets.key_line import KeyLine
from tests.ui.driving import NARROW, answer, app_of, press, words

SIZES = [(36, 9), (40, 12), (60, 20), NARROW]
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

DIALOGS: dict[str, tuple[Sequence[str], str]] = {
    "overview": (["enter", "o"], "Go to the question that is pointed at"),
    "confirm": (["enter", "x"], "Yes, do it"),
    "pause": (["enter", "p"], "Go on; the clock runs again"),
    "options": (["o"], "Play with these options"),
    "colours": (["ctrl+t"], "Keep these colours, for the next time too"),
}
BY_DIALOG = pytest.mark.parametrize(("opening", "meaning"), DIALOGS.values(), ids=DIALOGS)


@BY_DIALOG
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_a_dialog_has_a_help_of_its_own(
    banks: Path, store: Store, opening: Sequence[str], meaning: str, key: str
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *opening)
        dialog = app.screen
        assert isinstance(dialog, OverScreen)
        assert "? help" in words(app)
        await press(pilot, key)
        assert isinstance(app.screen, HelpScreen)
        assert meaning in words(app)
        for command in dialog.commands_now():
            assert key_names(command.keys) in words(app)
        assert "Ctrl+P" not in words(app), "no palette opens over a dialog"
        await press(pilot, key)
        assert app.screen is dialog


@BY_DIALOG
@BY_SIZE
async def test_the_way_out_of_a_dialog_is_in_view_and_works(
    banks: Path, store: Store, size: tuple[int, int], opening: Sequence[str], meaning: str
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *opening[:-1])
        below = app.screen
        await press(pilot, *opening[-1:])
        line = app.screen.query_one(KeyLine)
        assert line.region.height == 1 and line.region.bottom <= size[1]
        assert "back" in line.render().plain or "enter go on" in line.render().plain
        await press(pilot, "q")
        assert app.screen is below


@BY_SIZE
async def test_the_offer_to_go_on_can_be_explained(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        await answer(pilot)
        await press(pilot, "q", "enter")
        assert "enter go on" in words(app) and "q back" in words(app)
        await press(pilot, "question_mark")
        assert "Go on where you stopped" in words(app)


@BY_SIZE
async def test_the_help_says_how_it_is_closed(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter", "question_mark")
        line = app.screen.query_one(KeyLine)
        assert line.region.bottom <= size[1] and "esc close" in line.render().plain
        await press(pilot, *["pagedown"] * 9)
        assert "Ctrl+C Leave quiz" in words(app) and "answer is kept" in words(app)
        assert "esc close" in words(app)


async def test_a_help_without_more_to_show_offers_no_scrolling(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter", "p", "question_mark")
        assert app.screen.query_one(KeyLine).render().plain == "esc close"


async def test_the_help_key_of_the_settings_works_in_a_dialog_too(banks: Path, store: Store) -> None:
    app = app_of(banks, store, keymap={"help": "h"})
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter", "x")
        assert "h help" in words(app)
        await press(pilot, "h")
        assert isinstance(app.screen, HelpScreen)


async def test_a_click_on_the_line_of_a_dialog_does_what_it_says(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        playing = app.screen
        await press(pilot, "x")
        line = app.screen.query_one(KeyLine)
        x = line.render().plain.index("no, go back")
        await pilot.click(KeyLine, offset=(x, 0))
        await pilot.pause()
        assert app.screen is playing
