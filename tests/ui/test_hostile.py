"""Whatever a bank, an article or a player says, on every screen it is text and no more."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from quiz.bank.model import Choice
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store, StoreError
from quiz.ui.screens.help import HelpScreen
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.offer import OfferScreen
from quiz.ui.screens.result import ResultScreen
from tests.play.ostmole import FORBIDDEN, HOSTILE, begin, material, option, question, write_bank
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    app_of,
    app_playing,
    lines,
    press,
    session,
    shown,
    until,
    words,
)

PADDING = "Nobody else spoke on that day. " * 40
"""A file with too large a share of control characters is no text, and refused."""

ALL = " ".join(HOSTILE.values())


def hostile_question(text: str) -> Choice:
    return question(
        "speaker-1",
        "speaker",
        f"Who? {text}",
        option(f"board {text}"),
        option(f"ferry {text}", f"not there: {text}"),
        quote=text.strip(),
        says=f"It says so: {text}",
    )


def hostile_article(text: str) -> str:
    return f"Headline {text}\n\nThe board said so: {text}\n\n- bullet {text}\n\n{PADDING}\n"


def assert_plain(app: App[None]) -> None:
    """Nothing on screen steers a terminal or turns characters around, and every line has its width."""
    for strip in app.screen._compositor.render_strips():
        assert not set(strip.text) & set(FORBIDDEN)
        assert strip.cell_length == app.size.width
        assert not any(segment.style and segment.style.link for segment in strip)
        assert not any(segment.style and "@click" in segment.style.meta for segment in strip)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        *(pytest.param(text, WIDE, id=name) for name, text in HOSTILE.items()),
        *(pytest.param(ALL, size, id=f"all of it {size}") for size in ((40, 12), NARROW)),
    ],
)
async def test_every_screen_shows_it_as_text(
    tmp_path: Path, store: Store, text: str, size: tuple[int, int]
) -> None:
    asked = hostile_question(text)
    folder = tmp_path / "banks"
    write_bank(folder, questions=[asked], title=f"Title {text}", raw=hostile_article(text))
    app = app_of(folder, store, player=f"Ada {text}")
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "down")
        assert "cannot be opened" not in shown(app)
        assert_plain(app)  # home
        await press(pilot, "enter")
        assert_plain(app)  # asking
        await press(pilot, "tab")
        assert_plain(app)  # the article
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert_plain(app)
        await press(pilot, "q", "q", "enter")
        assert isinstance(app.screen, OfferScreen)
        assert_plain(app)
        await press(pilot, "enter")
        await answer(pilot, wrongly=True)
        assert_plain(app)  # answered
        await press(pilot, "e")
        assert_plain(app)  # the evidence
        await press(pilot, "space", "enter")
        assert isinstance(app.screen, ResultScreen)
        assert_plain(app)
        await press(pilot, "m")
        assert session(app).number == 2
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert "Continue" in shown(app)
        assert_plain(app)
        await press(pilot, "P")
        await until(pilot, lambda: "answered" in words(app))
        assert_plain(app)  # progress
    assert len(store.sessions(f"Ada {text}")) == 2


@pytest.mark.parametrize(
    "text", ["so [sic] it was", "[/] and [/bold]", "[bold red]x[/bold red]", "$error %s {x} \\["]
)
async def test_brackets_are_on_screen_as_they_were_written(tmp_path: Path, store: Store, text: str) -> None:
    app = app_playing(
        store,
        tmp_path,
        questions=[hostile_question(text)],
        title=f"Title {text}",
        raw=hostile_article(text),
    )
    async with app.run_test(size=WIDE) as pilot:
        assert f"Title {text}" in lines(app)[0]
        assert f"Who? {text}" in shown(app)
        assert f"Headline {text}" in shown(app)
        for place in ("board", "ferry", "The board said so:", "bullet"):
            assert f"{place} {text}" in shown(app)
        await answer(pilot, wrongly=True)
        assert f"ferry {text} (your answer)" in shown(app)
        assert f"board {text} (the article's answer)" in shown(app)
        assert f"It says so: {text}" in shown(app)
        said = str(app.screen.query_one("#feedback", Static).content)
        assert f"“ferry {text}”: not there: {text}" in said
        await press(pilot, "enter")
        assert f"Who? {text}" in shown(app)
        assert f"you ferry {text}" in words(app)
        assert f"article board {text}" in words(app)


@pytest.mark.parametrize("text", ["[sic]", "[/]", "[bold red]x"])
async def test_home_and_the_offer_show_brackets_as_they_were_written(
    tmp_path: Path, store: Store, text: str
) -> None:
    folder = tmp_path / "banks"
    write_bank(folder, title=f"Title {text}")
    begin(store, title=f"Title {text}")
    app = app_of(folder, store)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert sum(f"Title {text}" in line for line in lines(app)) == 3  # continue, the row, below the list
        await press(pilot, "enter")
        assert isinstance(app.screen, OfferScreen)
        assert sum(f"Title {text}" in line for line in lines(app)) >= 1


@pytest.mark.parametrize(
    "text", ["[sic]", "[/]", "[bold red]x", "\x1b[31mred", "\u202edlrow\u202c", "two\nlines"]
)
async def test_notifications_are_text_as_well(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def fail(*_: object) -> None:
        raise StoreError(f"The disk {text} is full.")

    async def check(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert_plain(app)
        assert "The disk" in words(app)
        if text.isascii() and text.isprintable():
            assert f"The disk {text} is full." in words(app)

    app = app_of(tmp_path, store, material=material())
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(store, "record", fail)
            await answer(pilot)
            await check(pilot)
    monkeypatch.setattr(store, "bank_scores", fail)
    app = app_of(tmp_path, store)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await check(pilot)


@pytest.mark.parametrize("text", ["[sic]", "[bold red]x", "\x1b[31mred", "\u202edlrow\u202c", "two\nlines"])
async def test_the_name_of_a_file_is_text_as_well(tmp_path: Path, store: Store, text: str) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / f"a {text}.yaml").write_text("questions: 1\n", encoding="utf-8")
    app = app_of(folder, store)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "cannot be opened" in shown(app)
        assert_plain(app)
        app.play_bank(folder / f"a {text}.yaml", "")
        await pilot.pause()
        assert_plain(app)


async def test_a_snapshot_that_cannot_be_read_is_said_and_home_stays(tmp_path: Path, store: Store) -> None:
    RecordedSession.draw(store, material(), Wishes("ada", seed=1))
    store._connection.execute('UPDATE snapshot SET json = \'{"type": "[/]"}\'')
    app = app_of(tmp_path, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "c")
        assert isinstance(app.screen, HomeScreen)
        assert_plain(app)
