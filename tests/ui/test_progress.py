"""The progress screen: what it shows, at every size, however long the history takes to read."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from rich.color import ColorType
from textual.app import App
from textual.pilot import Pilot

from quiz.scores.figures import Figures
from quiz.scores.learner import FirstAnswer
from quiz.scores.store import Store
from quiz.ui.screens.help import HelpScreen
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.progress import ProgressScreen
from quiz.ui.screens.scores import ScoresScreen
from quiz.ui.themes import THEMES
from quiz.ui.widgets.line_list import LineList
from tests.play.ostmole import clock
from tests.scores.examples import answer, start
from tests.scores.simulation import fill, player, world
from tests.ui.driving import (
    NARROW,
    WIDE,
    app_of,
    colours_of,
    full_disk,
    keys,
    lines,
    press,
    screen,
    shown,
    until,
    words,
)

PLAYER = player(0)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW, (60, 20), (40, 12)], ids=str)
PARTS = ("Skills", "Over time", "Certainty", "Days of practice")


@pytest.fixture
def practised(store: Store) -> Store:
    """A score file with two months of one learner."""
    fill(
        store,
        world(3, learners=1, banks=30),
        sessions=40,
        seed=3,
        begin=clock() - timedelta(days=60),
        days=58,
    )
    return store


async def opened(pilot: Pilot[None], *names: str) -> None:
    """Open the screen from home, and wait until it says something."""
    await pilot.pause()
    await press(pilot, *(names or ("P",)))
    await until(pilot, lambda: "Reading the scores" not in shown(pilot.app))


def in_view(app: App[None]) -> list[str]:
    """The lines of the page that can be seen now."""
    room = app.screen.query_one(LineList).scrollable_content_region
    return [line[room.x : room.right].rstrip() for line in lines(app)[room.y : room.bottom]]


async def whole(pilot: Pilot[None]) -> list[str]:
    """Every line of the page, read by scrolling to its end."""
    view = pilot.app.screen.query_one(LineList)
    await press(pilot, "home")
    seen: dict[int, str] = {}
    while True:
        top = int(view.scroll_offset.y)
        seen |= {top + place: line for place, line in enumerate(in_view(pilot.app))}
        await press(pilot, "space")
        if int(view.scroll_offset.y) == top:
            return [seen[place] for place in sorted(seen)]


@SIZES
async def test_everything_can_be_read_at_every_size(
    banks: Path, practised: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert isinstance(app.screen, ProgressScreen)
        page = await whole(pilot)
        said = " ".join(" ".join(page).split())
        for title in PARTS:
            assert page.count(title) == 1
        for skill in ("Detail", "Source", "Statement", "Evidence", "Language"):
            assert skill in said
        assert "questions answered" in said
        assert "due for review" in said
        assert "in percent" in said
        assert "100%┤" in said
        assert "today" in said
        assert "Answers a day:" in said
        assert "…" not in said
        assert app.screen.query_one(LineList).max_scroll_x == 0


async def test_home_and_the_scores_lead_here_and_q_leads_back(banks: Path, practised: Store) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "P progress" in keys(app)
        await opened(pilot)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        await opened(pilot, "s", "P")
        assert isinstance(app.screen, ProgressScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ScoresScreen)


async def test_the_palette_and_the_help_of_home_know_the_way(banks: Path, practised: Store) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        (way,) = (one for one in app.get_system_commands(app.screen) if one.title == "Progress")
        await press(pilot, "question_mark")
        assert "See how your skills, certainty and practice stand" in words(app)
        await press(pilot, "q")
        await way.callback()
        await pilot.pause()
        assert isinstance(app.screen, ProgressScreen)


@SIZES
async def test_enter_opens_the_kinds_and_folds_them_again(
    banks: Path, practised: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert "enter kinds" in keys(app)
        assert not any("Claim or fact" in line for line in await whole(pilot))
        await press(pilot, "enter")
        assert "enter skills" in keys(app)
        assert any("Claim or fact" in line for line in await whole(pilot))
        await press(pilot, "enter")
        assert not any("Claim or fact" in line for line in await whole(pilot))


async def test_n_goes_from_part_to_part_and_around(banks: Path, practised: Store) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=(40, 12)) as pilot:
        await opened(pilot)
        seen = [in_view(app)[0]]
        for _ in PARTS:
            await press(pilot, "n")
            seen.append(in_view(app)[0])
        assert seen[1:] == list(PARTS)
        await press(pilot, "n")
        assert in_view(app)[0] == seen[0]
        await press(pilot, "N")
        assert in_view(app)[0] == PARTS[-1]
        await press(pilot, "N")
        assert in_view(app)[0] == PARTS[-2]


async def test_where_everything_is_on_screen_no_key_to_scroll_is_offered(banks: Path, store: Store) -> None:
    store.record(store.begin(start(3)), answer(0))
    app = app_of(banks, store)
    async with app.run_test(size=(120, 60)) as pilot:
        await opened(pilot)
        assert keys(app).split() == ["enter", "kinds", "q", "back", "?", "help"]
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "n next" in keys(app)


@SIZES
async def test_without_answers_it_says_so_and_what_to_do(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        assert "No answers yet. Press q, and at home enter: that plays the quiz that is marked." in words(app)
        assert keys(app).split() == ["q", "back", "?", "help"]
        await press(pilot, "enter", "n", "space", "down", "q")
        assert isinstance(app.screen, HomeScreen)


async def test_too_few_answers_are_called_that(banks: Path, store: Store) -> None:
    store.record(store.begin(start(3)), answer(0))
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert "not enough answers yet (1 of 10)" in words(app)


async def test_a_history_that_cannot_be_read_is_said_in_a_sentence(
    banks: Path, practised: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(practised, "first_answers", full_disk)
        await opened(pilot)
        assert "The disk is full." in words(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading the history waits for this."""
    ready = threading.Event()
    read = Figures.first_answers

    def wait(store: Figures, name: str) -> list[FirstAnswer]:
        assert ready.wait(20)
        return read(store, name)

    monkeypatch.setattr(Figures, "first_answers", wait)
    yield ready
    ready.set()


async def test_keys_answer_while_a_long_history_is_read(
    banks: Path, practised: Store, slow: threading.Event
) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "P")
        assert "Reading the scores …" in words(app)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "q")
        slow.set()
        await until(pilot, lambda: "Skills" in shown(app))


async def test_whoever_does_not_wait_is_home_at_once(
    banks: Path, practised: Store, slow: threading.Event
) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "P", "q")
        assert isinstance(app.screen, HomeScreen)
        slow.set()
        await until(pilot, lambda: not app.workers._workers)
        assert isinstance(app.screen, HomeScreen)
        assert app._exception is None


async def test_another_size_draws_it_anew(banks: Path, practised: Store) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        for size in ((40, 12), (20, 5), (36, 9), NARROW, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert max(line.count("100%┤") for line in await whole(pilot)) == 3


async def test_without_colours_the_same_signs_are_there_and_no_colour_is(
    banks: Path, practised: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured = app_of(banks, practised, player=PLAYER)
    async with coloured.run_test(size=NARROW) as pilot:
        await opened(pilot)
        page = await whole(pilot)
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        assert await whole(pilot) == page
        assert colours_of(app) <= {ColorType.DEFAULT}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_signs_and_their_ground_differ_in_every_theme_by_more_than_colour(
    banks: Path, practised: Store, theme: str
) -> None:
    app = app_of(banks, practised, player=PLAYER, theme=theme)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press(pilot, "n")
        bars = [line for line in lines(app) if "●" in line]
        assert len(bars) == 5
        assert all("━" in line and "·" in line and "%" in line for line in bars)


async def test_what_is_due_stands_at_the_top(banks: Path, practised: Store) -> None:
    app = app_of(banks, practised, player=PLAYER)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        due = sum(practised.due(PLAYER, clock()).values())
        assert f"{due} due now" in lines(app)[0]
        assert screen(app).state == "skills"
