"""The palette finds what can be done now, and nothing else."""

from pathlib import Path

from quiz.scores.store import Store
from tests.play.ostmole import write_bank
from tests.ui.driving import NARROW, app_of, press, screen


async def test_the_palette_has_the_commands_of_the_help(banks: Path, store: Store) -> None:
    write_bank(banks)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        found = {command.help for command in app.get_system_commands(app.screen)}
        able = {command.help for command in screen(app).commands_now() if command.help and command.label}
        assert able <= found
        assert {"Choose the colours", "Leave quiz; every answer is kept"} <= found
        assert "Go to the evidence in the text" not in found


async def test_a_command_of_the_palette_does_what_its_key_does(banks: Path, store: Store) -> None:
    write_bank(banks)
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        playing = app.screen
        (leave,) = (one for one in app.get_system_commands(app.screen) if one.title.startswith("Leave"))
        await leave.callback()
        await pilot.pause()
        assert app.screen is not playing
