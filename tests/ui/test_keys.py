"""The line of keys and the help are true: what they show has an effect, and what has an effect is in them."""

import dataclasses
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widget import Widget

from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.commands import Command, key_names
from quiz.ui.screens.help import HelpScreen
from tests.play.ostmole import QUESTIONS, write_bank
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    answer_all,
    app_of,
    app_playing,
    keys,
    lines,
    press,
    said,
    screen,
    shown,
)

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def home(pilot: Pilot[None]) -> None:
    await pilot.pause()


async def waiting(pilot: Pilot[None]) -> None:
    await asking(pilot)
    await answer(pilot)
    await press(pilot, "q")


async def asking(pilot: Pilot[None]) -> None:
    await press(pilot, "enter")


async def answered(pilot: Pilot[None]) -> None:
    await asking(pilot)
    await answer(pilot, wrongly=True)


async def reading(pilot: Pilot[None]) -> None:
    await asking(pilot)
    await press(pilot, "tab")


async def reading_on(pilot: Pilot[None]) -> None:
    await answered(pilot)
    await press(pilot, "tab", "space")


async def missed(pilot: Pilot[None]) -> None:
    await asking(pilot)
    await answer_all(pilot, wrongly=(0, 1))


async def perfect(pilot: Pilot[None]) -> None:
    await asking(pilot)
    await answer_all(pilot)


SHOWN = ("1–4", "enter", "tab", "space", *"cewmanrq?ois/pf")

STATES: dict[str, tuple[Steps, str]] = {
    "home": (home, "enter play o options i inspect s scores / find q quit ? help"),
    "waiting": (waiting, "enter play c continue o options i inspect s scores q quit ? help"),
    "asking": (asking, "1–4 choose enter answer tab text s skip q leave / find ? help"),
    "answered": (answered, "enter next tab text e evidence w reasons q leave / find ? help"),
    "reading": (reading, "1–4 choose enter question tab back space page q leave ? help"),
    "reading on": (reading_on, "enter next tab back e evidence space page q leave / find ? help"),
    "missed": (missed, "enter look at them m play the missed ones n next bank q home ? help"),
    "perfect": (perfect, "enter home n next bank a play again s scores r review all ? help"),
}


def app_for(banks: Path, store: Store) -> QuizApp:
    write_bank(banks, "pier", title="The pier that stayed")
    return app_of(banks, store, count=2)


def everything(app: QuizApp) -> object:
    """All a key could change."""
    scrolls = [widget.scroll_offset for widget in app.screen.query(Widget)]
    return list(app.screen_stack), lines(app), scrolls, app._exit


def key_to_press(command: Command) -> str:
    """One of its keys; of the options' keys that of an option that is not pointed at."""
    return "2" if command.action == "number(1)" else command.keys.split(",")[0]


@pytest.mark.parametrize("state", STATES)
async def test_the_line_of_keys_says_what_is_possible(banks: Path, store: Store, state: str) -> None:
    steps, expected = STATES[state]
    app = app_for(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await steps(pilot)
        assert keys(app).split() == expected.split()


@pytest.mark.parametrize(
    ("state", "place"),
    [
        (state, place)
        for state, (_, expected) in STATES.items()
        for place in range(sum(key in expected.split() for key in SHOWN))
    ],
)
async def test_every_command_in_the_line_has_an_effect(
    banks: Path, store: Store, state: str, place: int
) -> None:
    steps, _ = STATES[state]
    app = app_for(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await steps(pilot)
        command = [command for command in screen(app).commands_now() if command.shown][place]
        before = everything(app)
        await press(pilot, key_to_press(command))
        assert everything(app) != before, command


@pytest.mark.parametrize(
    ("state", "size"), [*((state, NARROW) for state in STATES), ("asking", WIDE), ("answered", WIDE)]
)
async def test_every_key_that_does_something_is_in_the_help(
    banks: Path, store: Store, state: str, size: tuple[int, int]
) -> None:
    steps, _ = STATES[state]
    app = app_for(banks, store)
    async with app.run_test(size=size) as pilot:
        await steps(pilot)
        now = screen(app)
        enabled = [
            key
            for binding in now.BINDINGS
            if isinstance(binding, Binding) and now.check_action(binding.action.partition("(")[0], ())
            if not binding.action.startswith(("choose", "number"))
            for key in binding.key.split(",")
        ]
        options = any(command.name == "number" for command in now.commands_now())
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        text = " ".join(shown(app).split())
        for key in enabled:
            assert f" {key_names(key)} " in text
        assert ("1–4 Point at an option by its number, or by its letter" in text) is options
        await press(pilot, "question_mark")
        assert screen(app) is now


@pytest.mark.parametrize("key", ["question_mark", "f1", "q", "escape", "enter"])
async def test_any_of_the_usual_keys_closes_the_help(banks: Path, store: Store, key: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        before = app.screen
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, key)
        assert app.screen is before


@pytest.mark.parametrize("size", [(36, 9), (40, 12), (60, 20)], ids=str)
async def test_in_a_narrow_line_help_is_always_left(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        for state in ("answer", "next"):
            assert lines(app)[-1].rstrip().endswith("? help")
            assert f"enter {state}" in lines(app)[-1]
            await press(pilot, "enter")


async def test_keys_of_another_state_do_nothing(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        before = everything(app)
        await press(pilot, "e", "n", "m")
        assert everything(app) == before
        await answer(pilot)
        before = everything(app)
        await press(pilot, "1", "b", "up", "j")
        assert everything(app) == before
    assert len(store.answers(1)) == 1


async def test_where_the_explanation_does_not_fit_it_can_be_paged(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "enter")
        assert "page" not in {command.name for command in screen(app).commands_now()}
        await answer(pilot)
        assert "page" in {command.name for command in screen(app).commands_now()}
        before = shown(app)
        await press(pilot, "space")
        assert shown(app) != before


async def test_with_one_bank_there_is_nothing_to_choose(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "choose" not in keys(app)
        assert "enter play" in keys(app)


async def test_evidence_is_offered_only_where_there_is_some(banks: Path, store: Store) -> None:
    bare = dataclasses.replace(QUESTIONS[0], evidence=[])
    write_bank(banks, questions=[bare])
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer(pilot)
        assert "evidence" not in keys(app)


@pytest.mark.parametrize("opening", ["question_mark", "ctrl+t", "o", "p", "x", "left"])
async def test_ctrl_c_leaves_from_wherever_one_is(banks: Path, store: Store, opening: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await asking(pilot)
        await press(pilot, opening, "ctrl+c")
    assert app.return_code == 130


@pytest.mark.parametrize("opening", ["o", "enter"])
async def test_ctrl_c_leaves_from_the_options_and_the_offer(banks: Path, store: Store, opening: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await waiting(pilot)
        await press(pilot, opening, "ctrl+c")
    assert app.return_code == 130


async def test_reasons_are_offered_only_where_some_can_be_hidden(banks: Path, store: Store) -> None:
    two = next(question for question in QUESTIONS if len(question.options) == 2)
    app = app_playing(store, banks, questions=[two])
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot, wrongly=True)
        assert "Not “" in shown(app)
        assert "w reasons" not in keys(app)


async def test_only_the_newest_notice_is_shown(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await asking(pilot)
        await press(pilot, "w", "e", "e")
        assert said(app) == "There is no evidence to show now."


async def test_a_notice_does_not_hide_an_error(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await asking(pilot)
        app.notify("The disk is full.", severity="error")
        await press(pilot, "e")
        assert "The disk is full." in said(app)
