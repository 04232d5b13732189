"""The sessions so far: any of them can be gone through again."""

from pathlib import Path

import pytest

from quiz.scores.store import Store
from quiz.ui.screens.play import PlayScreen
from quiz.ui.screens.scores import ScoresScreen
from tests.play.ostmole import begin, key_place, part, wrong_place
from tests.ui.driving import NARROW, WIDE, app_of, keys, lines, press, said, shown

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20), (40, 12)], ids=str)


def played(store: Store, *, wrongly: bool = False, count: int = 2) -> int:
    recorded = begin(store, count=count)
    for _ in range(count):
        place = wrong_place(recorded) if wrongly else key_place(recorded)
        recorded.answer(part(recorded, place))
        recorded.advance()
    return recorded.number


@SIZES
async def test_the_marked_session_is_gone_through_again(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    numbers = [played(store, wrongly=place == 0) for place in range(3)]
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        assert isinstance(app.screen, ScoresScreen)
        assert sum("▸" in line for line in lines(app)) == 1
        await press(pilot, "down", "down", "down", "down", "up", "down", "enter")
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.recorded.number == numbers[0]
        assert "✗" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, ScoresScreen)


async def test_the_newest_session_is_one_key_from_home(banks: Path, store: Store) -> None:
    played(store)
    newest = played(store)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "r")
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.recorded.number == newest


async def test_without_sessions_there_is_a_sentence_and_nothing_to_choose(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "r")
        assert "no finished session" in said(app)
        await press(pilot, "s", "enter", "down", "pagedown")
        assert "No sessions yet" in shown(app)
        assert "choose" not in keys(app)


async def test_an_exam_that_is_not_handed_in_is_not_looked_into(banks: Path, store: Store) -> None:
    recorded = begin(store, count=2)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "s", "enter")
        assert isinstance(app.screen, ScoresScreen)
        assert f"Session {recorded.number} is not answered anywhere yet" in said(app)


async def test_what_is_due_is_told_at_home_and_can_be_chosen(banks: Path, store: Store) -> None:
    played(store, wrongly=True, count=6)
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "6 questions due now" in lines(app)[0]
        assert "6 questions are due for review" in shown(app)


@SIZES
async def test_no_line_of_the_list_is_cut_without_a_sign(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    title = "The bridge at Ostmole that moved eleven centimetres in one night and was measured by noon"
    for place in range(12):
        recorded = begin(store, title=title)
        recorded.answer(part(recorded, key_place(recorded)))
        if place % 3:
            recorded.finish()
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s")
        listed = [line.rstrip("▁▂▃▄▅▆▇ ") for line in lines(app)[1:-1]]
        assert all("…" in line for line in listed if "The bridge at" in line)
        details = [line for line in listed if " 1/6" in line or "unfinished" in line]
        assert details
        for line in details:
            assert line.endswith(("…", "%", "exam", "practice", "of 6", "answered"))
