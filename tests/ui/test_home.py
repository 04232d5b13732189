"""Home: what it lists, what it says when there is nothing or something is wrong, and its keys."""

import dataclasses
from pathlib import Path

import pytest

from quiz.scores.store import Store
from quiz.ui.screens.home import HomeScreen
from quiz.ui.widgets.line_list import LineList
from tests.play.ostmole import QUESTIONS, TITLE, begin, key_place, part, write_bank
from tests.ui.driving import NARROW, WIDE, app_of, full_disk, keys, lines, press, said, session, shown, words

TOO_SMALL = "This terminal is too small: 36 columns and 9 rows are needed."


def break_bank(folder: Path) -> Path:
    """A bank whose second line cannot be right."""
    path = folder / "broken.yaml"
    path.write_text("version: 1\nid: Not An Id\ntitle: Broken\nquestions:\n  - id: a\n", encoding="utf-8")
    return path


async def test_a_bank_is_listed_with_its_figures(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        (row,) = [line for line in lines(app) if line.split()[-4:] == ["388", "6", "–", "–"]]
        assert row.split("▸ ")[1].startswith(TITLE)
        assert "1 bank" in lines(app)[0]
        assert "Detail 2 ▮▮▮▮▮ Source 2 ▮▮▮▮▮ Statement 2 ▮▮▮▮▮" in words(app)
        assert "It begins: The swing bridge at Ostmole shifted" in words(app)


async def test_the_first_time_there_is_a_word_of_welcome_and_later_there_is_none(
    banks: Path, store: Store
) -> None:
    first = app_of(banks, store)
    async with first.run_test(size=NARROW):
        assert "It takes no side" in shown(first)
    recorded = begin(store, count=1)
    recorded.answer(part(recorded, key_place(recorded)))
    later = app_of(banks, store)
    async with later.run_test(size=NARROW):
        assert "It takes no side" not in shown(later)
        assert "1/1" in shown(later)


async def test_drafts_wait_for_a_person(banks: Path, store: Store) -> None:
    draft = dataclasses.replace(QUESTIONS[0], status="draft")
    write_bank(banks, questions=[draft, *QUESTIONS[1:]])
    app = app_of(banks, store)
    async with app.run_test(size=NARROW):
        assert "1 draft waits for a person's yes" in shown(app)


async def test_banks_are_chosen_with_arrows_and_with_j_and_k(banks: Path, store: Store) -> None:
    for name in ("pier", "quay"):
        write_bank(banks, name, title=f"The {name} that stayed")
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        marked = []
        for key in ("down", "j", "k", "up"):
            await press(pilot, key)
            marked.append(app.screen.query_one(LineList).marked)
        assert marked == [1, 2, 1, 0]
        await press(pilot, "j", "enter")
        assert session(app).title == "The pier that stayed"


async def test_a_bank_is_played_with_the_mouse(banks: Path, store: Store) -> None:
    write_bank(banks, "pier", title="The pier that stayed")
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        row = next(y for y, line in enumerate(lines(app)) if "The pier that stayed" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert session(app).title == "The pier that stayed"


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE], ids=str)
async def test_a_broken_bank_says_where_and_what_and_the_others_can_be_played(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    break_bank(banks)
    app = app_of(banks, store)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "down")
        assert "✗ broken: cannot be opened" in shown(app)
        assert "1 bank" in lines(app)[0]
        joined = "".join("".join(lines(app)).split())
        assert "broken.yaml:2:" in joined
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "up", "enter")
        assert session(app).title == TITLE


async def test_in_a_tiny_terminal_a_broken_bank_still_says_what_is_wrong(banks: Path, store: Store) -> None:
    break_bank(banks)
    app = app_of(banks, store)
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "broken.yaml:2:" in said(app)


async def test_a_bank_that_broke_after_it_was_listed_is_said_and_home_stays(
    banks: Path, store: Store
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        (banks / "ostmole.txt").write_text("Another article.\n\nIt says something else.\n", encoding="utf-8")
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "may no longer be right" in said(app)
    assert store.sessions() == []


async def test_an_empty_library_says_how_to_fill_it(tmp_path: Path, store: Store) -> None:
    app = app_of(tmp_path / "nowhere", store)
    async with app.run_test(size=NARROW) as pilot:
        assert "There is no bank here yet. “quiz generate ARTICLE -o BANK” makes one" in words(app)
        await press(pilot, "enter", "j", "c")
        assert isinstance(app.screen, HomeScreen)
        assert keys(app) == "s scores   p open   P progress   q quit   ? help"
        await press(pilot, "q")
    assert app.return_code == 0


async def test_a_session_can_be_continued_although_its_bank_is_gone(tmp_path: Path, store: Store) -> None:
    begin(store)
    app = app_of(tmp_path / "nowhere", store)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert keys(app) == "c continue   s scores   p open   P progress   q quit   ? help"
        await press(pilot, "c")
        assert session(app).number == 1


async def test_the_session_of_another_player_is_nobodys_business(banks: Path, store: Store) -> None:
    begin(store)
    app = app_of(banks, store, player="grace")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "Continue" not in shown(app)
        await press(pilot, "c")
        assert isinstance(app.screen, HomeScreen)


async def test_a_history_that_cannot_be_read_is_said_and_the_banks_are_there(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "bank_scores", full_disk)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        assert "The disk is full." in words(app)
        assert TITLE in shown(app)


@pytest.mark.parametrize("size", [(20, 5), (35, 24), (80, 8)], ids=str)
async def test_a_terminal_that_is_too_small_is_told_so_and_nothing_else(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert words(app) == TOO_SMALL
        await press(pilot, "enter")
        assert words(app) == TOO_SMALL
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert TITLE in shown(app)
        await press(pilot, "enter")
        assert "how far" in shown(app)


@pytest.mark.parametrize("size", [(30, 8), (20, 5)], ids=str)
async def test_behind_that_sentence_no_key_does_anything_but_leave(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "pagedown", "down", "end", "enter", "c", "j")
        assert words(app) == TOO_SMALL
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        await press(pilot, "enter")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await press(pilot, "enter", "2", "enter", "enter")
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert "1 of" in shown(app)
        assert store.sessions()[0].answered == 0


@pytest.mark.parametrize("size", [(36, 9), (40, 12)], ids=str)
async def test_the_smallest_terminal_that_will_do_does(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        assert "too small" not in shown(app)
        assert TITLE in shown(app)
        await press(pilot, "enter")
        assert "▸ 1" in shown(app)
