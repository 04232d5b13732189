"""How every screen looks; a picture each, to be looked at when one of them changes.

``pytest tests/ui/test_snapshots.py --snapshot-update`` takes them anew.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.bank.library import Library
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from tests.play.ostmole import (
    EVERY_TYPE,
    QUESTIONS,
    begin,
    clock,
    key_place,
    material,
    part,
    write_bank,
    write_courses,
)
from tests.scores import simulation
from tests.ui.driving import answer, answer_all, press

Compare = Callable[..., bool]
Steps = Callable[[Pilot[None]], Awaitable[None]]

LOOKS = {
    "120x40": ((120, 40), {}),
    "80x24-no-color": ((80, 24), {"NO_COLOR": "1"}),
    "40x12": ((40, 12), {}),
}
PLAYER = "ada"


async def progressing(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await press(pilot, "P")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def then(first: Steps, *keys: str) -> Steps:
    async def steps(pilot: Pilot[None]) -> None:
        await first(pilot)
        await press(pilot, *keys)

    return steps


def pressing(*keys: str) -> Steps:
    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await press(pilot, *keys)

    return steps


async def answered(pilot: Pilot[None]) -> None:
    await press(pilot, "space", "down")
    await answer(pilot, wrongly=True)


async def finished(pilot: Pilot[None]) -> None:
    await answer_all(pilot, wrongly=(1, 4))


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


AT_HOME: dict[str, tuple[bool, Steps]] = {
    "home": (True, pressing()),
    "first-time": (False, pressing()),
    "finding": (True, pressing("slash", "f", "e", "r")),
    "options": (True, pressing("down", "down", "o")),
    "offer": (True, pressing("down", "down", "enter")),
    "scores": (True, pressing("s")),
    "review": (True, pressing("r")),
    "colours": (True, pressing("ctrl+t")),
    "help-at-home": (True, pressing("question_mark")),
}
COURSES: dict[str, Steps] = {
    "home-with-courses": pressing(),
    "courses": pressing("t"),
    "course": pressing("t", "enter"),
    "course-steps": pressing("t", "down", "enter", "tab"),
    "course-goes-on": pressing("t", "enter", "enter", *["1", "enter", "enter"] * 2),
}
PLAYING: dict[str, tuple[Wishes, Steps]] = {
    "asking": (Wishes(PLAYER, seed=1), pressing()),
    "answered": (Wishes(PLAYER, seed=1), answered),
    "result": (Wishes(PLAYER, seed=1), finished),
    "help": (Wishes(PLAYER, seed=1), pressing("question_mark")),
    "article": (Wishes(PLAYER, seed=1), pressing("tab", "slash", "b", "o", "a", "r", "d", "enter")),
    "certainty": (Wishes(PLAYER, seed=1, certainty=True), pressing("b", "enter")),
    "closed-book": (Wishes(PLAYER, seed=1, closed_book=True), pressing()),
    "exam-overview": (Wishes(PLAYER, seed=1, mode="exam"), pressing("enter", "F", "o")),
    "handing-in": (Wishes(PLAYER, seed=1, mode="exam"), pressing("enter", "x")),
    "pause": (Wishes(PLAYER, seed=1), pressing("p")),
}

PROGRESS: dict[str, tuple[bool, Steps]] = {
    "progress": (True, progressing),
    "kinds": (True, then(progressing, "enter", "n")),
    "trends": (True, then(progressing, "n", "n")),
    "certainty-and-practice": (True, then(progressing, "end")),
    "help": (True, then(progressing, "question_mark")),
    "nothing-yet": (False, progressing),
}

look = pytest.mark.parametrize("look", LOOKS)


def in_look(monkeypatch: pytest.MonkeyPatch, look: str) -> tuple[int, int]:
    size, environment = LOOKS[look]
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return size


@look
@pytest.mark.parametrize("state", AT_HOME)
def test_at_home(
    banks: Path, store: Store, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, look: str, state: str
) -> None:
    size = in_look(monkeypatch, look)
    filled, steps = AT_HOME[state]
    if filled:
        fill(banks, store)
    app = QuizApp(Library([banks], None), store, Wishes(PLAYER))
    assert snap_compare(app, terminal_size=size, run_before=steps)


@look
@pytest.mark.parametrize("state", COURSES)
def test_courses(
    banks: Path, store: Store, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, look: str, state: str
) -> None:
    size = in_look(monkeypatch, look)
    write_courses(banks)
    begin(store, count=1).finish()
    app = QuizApp(Library([banks], None), store, Wishes(PLAYER, seed=1))
    assert snap_compare(app, terminal_size=size, run_before=COURSES[state])


@look
@pytest.mark.parametrize("state", PLAYING)
def test_playing(
    banks: Path, store: Store, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, look: str, state: str
) -> None:
    size = in_look(monkeypatch, look)
    wishes, steps = PLAYING[state]
    app = QuizApp(Library([banks], None), store, wishes, material=material())
    assert snap_compare(app, terminal_size=size, run_before=steps)


@look
@pytest.mark.parametrize("state", PROGRESS)
def test_progress(
    banks: Path, store: Store, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, look: str, state: str
) -> None:
    size = in_look(monkeypatch, look)
    practised, steps = PROGRESS[state]
    if practised:
        truth = simulation.world(3, learners=1, banks=30)
        begin = clock() - timedelta(days=60)
        simulation.fill(store, truth, sessions=40, seed=3, begin=begin, days=58)
    app = QuizApp(Library([banks], None), store, Wishes(simulation.player(0)))
    assert snap_compare(app, terminal_size=size, run_before=steps)


@look
@pytest.mark.parametrize("explained", [False, True], ids=["asked", "explained"])
@pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
def test_every_type(
    banks: Path,
    store: Store,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
    look: str,
    question: object,
    explained: bool,
) -> None:
    size = in_look(monkeypatch, look)
    app = QuizApp(
        Library([banks], None),
        store,
        Wishes(PLAYER, seed=1),
        material=material([question]),  # type: ignore[list-item]
    )

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        if explained:
            await answer(pilot, wrongly=True)

    assert snap_compare(app, terminal_size=size, run_before=steps)
