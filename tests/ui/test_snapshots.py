"""How every screen looks; a picture each, to be looked at when one of them changes.

``pytest tests/ui/test_snapshots.py --snapshot-update`` takes them anew.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.scores.store import Store
from tests.play.ostmole import QUESTIONS, begin, key_place, part, write_bank
from tests.ui.driving import NARROW, WIDE, answer, answer_all, app_of, app_playing, press

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

at_both_sizes = pytest.mark.parametrize("size", [NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


async def at_once(pilot: Pilot[None]) -> None:
    await pilot.pause()


async def after_an_answer(pilot: Pilot[None]) -> None:
    await press(pilot, "space", "down")
    await answer(pilot, wrongly=True)


async def after_the_last_question(pilot: Pilot[None]) -> None:
    await answer_all(pilot, wrongly=(1, 4))


async def with_help(pilot: Pilot[None]) -> None:
    await press(pilot, "question_mark")


async def with_an_offer(pilot: Pilot[None]) -> None:
    await press(pilot, "down", "down", "enter")


def fill(banks: Path, store: Store) -> None:
    """More banks, a broken one, a finished session and one that waits."""
    write_bank(banks, "ferries", questions=QUESTIONS[:4], title="Ferries sail twice as often until Easter")
    write_bank(banks, "night-buses", questions=QUESTIONS[:2], title="Council keeps the night buses", raw=None)
    (banks / "paint.yaml").write_text("questions: a matter of paint\n", encoding="utf-8")
    for answers in (6, 1):
        recorded = begin(store)
        for _ in range(answers):
            recorded.answer(part(recorded, key_place(recorded)))
            recorded.advance()


@at_both_sizes
def test_asking(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_playing(store, banks)
    assert snap_compare(app, terminal_size=size, run_before=at_once)


@at_both_sizes
def test_answered(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_playing(store, banks)
    assert snap_compare(app, terminal_size=size, run_before=after_an_answer)


@at_both_sizes
def test_home(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    fill(banks, store)
    app = app_of(banks, store)
    assert snap_compare(app, terminal_size=size, run_before=at_once)


@at_both_sizes
def test_result(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_playing(store, banks)
    assert snap_compare(app, terminal_size=size, run_before=after_the_last_question)


@at_both_sizes
def test_help(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_playing(store, banks)
    assert snap_compare(app, terminal_size=size, run_before=with_help)


@at_both_sizes
def test_offer(banks: Path, store: Store, snap_compare: Compare, size: tuple[int, int]) -> None:
    fill(banks, store)
    app = app_of(banks, store)
    assert snap_compare(app, terminal_size=size, run_before=with_an_offer)
