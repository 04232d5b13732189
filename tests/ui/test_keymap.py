"""Keys can be given to other commands, and a key that does nothing now says why."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from quiz.config import SettingsError
from quiz.scores.store import Store
from quiz.ui.commands import Command, bindings
from quiz.ui.keymap import every_command, keymap_of
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.themes import THEMES
from quiz.ui.widgets.key_line import KeyLine
from tests.play.ostmole import write_bank
from tests.ui.driving import NARROW, app_of, keys, press, shown


class DoorScreen(QuizScreen):
    """A screen on which a door can be opened, and closed when it is open."""

    KEYS = (
        Command("open", "o", "o", "open", "Open the door", ("closed",)),
        Command("close", "c", "c", "close", "Close the door", ("open",), why_not="The door is closed."),
        Command("leave", "q", "q", "leave", "Go away", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)
    door = "closed"

    @property
    def state(self) -> str:
        return self.door

    def compose(self) -> ComposeResult:
        yield KeyLine()

    def on_mount(self) -> None:
        self.refresh_keys()

    def action_open(self) -> None:
        self.door = "open"
        self.refresh_keys()

    def action_close(self) -> None:
        self.door = "closed"
        self.refresh_keys()


class House(App[None]):
    def __init__(self, keymap: dict[str, str] | None = None) -> None:
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.theme = "quiz-dark"
        self.keymap = keymap or {}
        self.set_keymap(self.keymap)

    def on_mount(self) -> None:
        self.push_screen(DoorScreen())


def said(app: App[None]) -> list[str]:
    return [str(note.message) for note in app._notifications]


def line(app: App[None]) -> str:
    return app.screen.query_one(KeyLine).render().plain


async def test_a_key_that_does_nothing_now_says_why_and_changes_nothing() -> None:
    app = House()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("c")
        assert said(app) == ["The door is closed."]
        await pilot.press("o", "c")
        assert said(app) == ["The door is closed."]
        assert line(app).startswith("o open")


async def test_a_key_of_nobody_and_one_without_a_reason_say_nothing() -> None:
    app = House()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("x", "o", "o")
        assert said(app) == []


async def test_another_key_does_what_the_settings_say_and_the_old_one_no_longer() -> None:
    app = House(keymap_of({}) | {"open": "x", "close": "y,z"})
    async with app.run_test(size=NARROW) as pilot:
        assert line(app).startswith("x open")
        await pilot.press("o")
        assert line(app).startswith("x open")
        await pilot.press("z")
        assert said(app) == ["The door is closed."]
        await pilot.press("x")
        assert line(app).startswith("y z close")
        await pilot.press("y")
        assert line(app).startswith("x open")


async def test_the_keys_of_the_settings_stand_in_line_and_help(banks: Path, store: Store) -> None:
    write_bank(banks)
    app = app_of(banks, store, keymap=keymap_of({"play": "ctrl+n, P"}))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "Ctrl+N P play" in keys(app)
        await press(pilot, "question_mark")
        assert "Ctrl+N P" in shown(app)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("?", "question_mark"), ("f5, ctrl+x", "f5,ctrl+x"), (",", "comma"), (" F ", "F"), ("/", "slash")],
)
def test_keys_are_written_as_they_are_printed(written: str, meant: str) -> None:
    assert keymap_of({"help": written}) == {"help": meant}


def test_a_command_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(SettingsError, match=r"give a key to “fly”; the commands are .*help"):
        keymap_of({"fly": "f"})


def test_commands_of_one_name_have_the_same_keys_on_every_screen_or_other_names() -> None:
    named = [command for command in every_command() if command.identifier]
    assert {"help", "theme"} <= {command.identifier for command in named}
    assert all(command.help or command.label for command in named)


@pytest.mark.parametrize("cells", range(20, 80, 7))
async def test_what_is_kept_stays_in_the_line_at_any_width(cells: int) -> None:
    app = House()
    async with app.run_test(size=(max(cells, 36), 12)):
        assert line(app).endswith("? help")
        assert "q leave" in line(app)
