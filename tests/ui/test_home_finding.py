"""Finding banks at home: by typing, among many, and while they are still being looked through."""

import json
import time
from pathlib import Path

import pytest
from textual import events

from quiz.bank.library import Library
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.help import HelpScreen
from quiz.ui.screens.home import HomeScreen
from quiz.ui.widgets.line_list import LineList
from tests.play.ostmole import HOSTILE, TITLE, begin, write_bank
from tests.ui.driving import NARROW, WIDE, app_of, keys, lines, press, screen, session, shown, until, words
from tests.ui.test_hostile import assert_plain


def fill(banks: Path) -> None:
    for name in ("pier", "quay"):
        write_bank(banks, name, title=f"The {name} that stayed")


def rows(app: QuizApp) -> list[str]:
    """The titles in the list."""
    return [line[4:40].strip() for line in lines(app) if line[2:4] in ("▸ ", "  ") and "388" in line]


async def test_typing_narrows_the_list_and_enter_takes_what_was_found(banks: Path, store: Store) -> None:
    fill(banks)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"stayed")
        assert rows(app) == ["The pier that stayed", "The quay that stayed"]
        assert "2 of 3" in shown(app)
        await press(pilot, *" QUAY")
        assert rows(app) == ["The quay that stayed"]
        await press(pilot, "enter")
        assert "Find stayed QUAY 1 of 3" in words(app)
        await press(pilot, "enter")
        assert session(app).title == "The quay that stayed"


async def test_escape_shows_all_banks_again_and_what_was_marked_stays_marked(
    banks: Path, store: Store
) -> None:
    fill(banks)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"stayed", "down", "escape")
        assert len(rows(app)) == 3
        assert any(line.startswith("  ▸ The quay that stayed") for line in lines(app))
        await press(pilot, "slash", *"pier", "enter", "escape")
        assert len(rows(app)) == 3


async def test_nothing_found_is_a_sentence(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"zeppelin")
        assert "No bank has that in its title, its outlet or its skills." in words(app)
        assert TITLE not in shown(app)
        await press(pilot, "enter", "enter", "o", "i")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "escape")
        assert TITLE in shown(app)


async def test_letters_are_typed_and_not_taken_for_commands(banks: Path, store: Store) -> None:
    fill(banks)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", *"qosicpjk?/")
        assert isinstance(app.screen, HomeScreen)
        assert "qosicpjk?/" in shown(app)
        assert keys(app).endswith("F1 help")
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_whatever_is_pasted_into_the_line_is_text(banks: Path, store: Store, text: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        for key in ("slash", "p"):
            await press(pilot, key)
            assert app.focused is not None
            app.focused.post_message(events.Paste(text))
            await pilot.pause()
            assert_plain(app)
            await press(pilot, "enter")
            assert_plain(app)
            await press(pilot, "escape")


@pytest.mark.parametrize("size", [(36, 9), (40, 12), (60, 20)], ids=str)
async def test_finding_works_in_small_terminals(banks: Path, store: Store, size: tuple[int, int]) -> None:
    fill(banks)
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash", *"quay")
        assert "The quay that stayed" in shown(app)
        assert "pier" not in shown(app)
        await press(pilot, "enter", "enter")
        assert session(app).title == "The quay that stayed"


async def test_pages_and_edges_are_a_key_away_in_a_long_list(tmp_path: Path, store: Store) -> None:
    app = app_with_many(tmp_path, store, 300)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "300 banks" in shown(app))
        places = []
        for key in ("pagedown", "pageup", "end", "down", "home", "up"):
            await press(pilot, key)
            places.append(app.screen.query_one(LineList).marked)
            assert "▸" in shown(app)
        page = places[0]
        assert page is not None
        assert 5 < page < 24
        assert places[1:] == [0, 299, 299, 0, 0]


def app_with_many(tmp_path: Path, store: Store, count: int) -> QuizApp:
    """The app over a library that remembers so many banks."""
    folder = tmp_path / "many"
    first = write_bank(folder, "bank-0000", title="Bank 0000", raw=None)
    text = first.read_text(encoding="utf-8")
    for number in range(1, count):
        name = f"bank-{number:04}"
        changed = text.replace("bank-0000", name).replace("Bank 0000", f"Bank {number:04}")
        (folder / f"{name}.yaml").write_text(changed, encoding="utf-8")
    library = Library([folder], tmp_path / "cache.json")
    return QuizApp(library, store, Wishes("ada", seed=1))


async def test_banks_never_seen_before_are_looked_through_behind_the_screen(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_with_many(tmp_path, store, 3)
    look = app.library.summaries
    waiting = True

    def slowly() -> object:
        while waiting:
            time.sleep(0.01)
        return look()

    monkeypatch.setattr(app.library, "summaries", slowly)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter", "slash", "o", "j")
        assert "Looking through the banks" in shown(app)
        assert screen(app).state == "looking"
        waiting = False
        await until(pilot, lambda: "Bank 0002" in shown(app))
        await press(pilot, "enter")
        assert session(app).title == "Bank 0000"


async def test_what_is_remembered_is_on_screen_first_and_a_change_is_seen(
    tmp_path: Path, store: Store
) -> None:
    app = app_with_many(tmp_path, store, 3)
    app.library.summaries()
    write_bank(tmp_path / "many", "new", title="A new one", raw=None)
    (tmp_path / "many" / "bank-0001.yaml").unlink()
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "A new one" in shown(app))
        assert "Bank 0001" not in shown(app)
        assert "3 banks" in lines(app)[0]


async def test_a_bank_made_during_a_session_is_there_afterwards(tmp_path: Path, store: Store) -> None:
    app = app_with_many(tmp_path, store, 2)
    app.library.summaries()
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "Bank 0001" in shown(app))
        await press(pilot, "enter")
        write_bank(tmp_path / "many", "new", title="A new one", raw=None)
        await press(pilot, "q")
        await until(pilot, lambda: "A new one" in shown(app))


async def test_a_damaged_memory_is_no_obstacle(tmp_path: Path, store: Store) -> None:
    app = app_with_many(tmp_path, store, 2)
    app.library.summaries()
    cache = tmp_path / "cache.json"
    data = json.loads(cache.read_bytes())
    data["banks"] = {key: [3] for key in data["banks"]}
    cache.write_text(json.dumps(data), encoding="utf-8")
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: "Bank 0001" in shown(app))


async def test_the_first_time_three_questions_on_the_shortest_article_are_a_key_away(
    banks: Path, store: Store
) -> None:
    write_bank(banks, "wire", title="A longer piece", raw="Longer.\n\n" + "The harbour is quiet. " * 300)
    app = QuizApp(Library([banks], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW) as pilot:
        assert f"Press enter to try three questions on “{TITLE}”." in words(app)
        assert "A longer piece" not in shown(app)
        await press(pilot, "enter")
        assert session(app).title == TITLE
        assert len(session(app).session.asked) == 3


async def test_the_library_is_a_key_away_too(banks: Path, store: Store) -> None:
    app = QuizApp(Library([banks], None), store, Wishes("ada"))
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l")
        assert rows(app) == [TITLE]
        await press(pilot, "enter")
        assert len(session(app).session.asked) == 6


async def test_columns_go_where_there_is_no_room_for_them(banks: Path, store: Store) -> None:
    recorded = begin(store, count=1)
    recorded.answer(recorded.session.current.key)
    seen = {}
    for size in (WIDE, NARROW, (60, 20), (40, 12)):
        app = app_of(banks, store)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            head = next((line for line in lines(app) if "Title" in line), "")
            seen[size[0]] = head.split()
            assert any("1/1" in line for line in lines(app))
    assert seen == {
        120: ["Title", "Outlet", "Words", "Questions", "Last", "Best"],
        80: ["Title", "Words", "Questions", "Last", "Best"],
        60: ["Title", "Questions", "Last", "Best"],
        40: [],
    }
