"""Whatever is typed, pasted, clicked or resized, on any screen: nothing raises, and the laws hold."""

import asyncio
import random
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from quiz.bank.library import Library
from quiz.play.material import material_of_bank
from quiz.play.session import Answer, Session
from quiz.play.steps import progress_in
from quiz.play.wishes import Mode, Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.keymap import every_command
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.progress import ProgressScreen
from quiz.ui.screens.scores import ScoresScreen
from tests.play.ostmole import EVERY_TYPE, HOSTILE, QUESTIONS, clock, write_bank, write_courses
from tests.scores.simulation import fill, player, world

EVENTS = 150
SIZES = [(120, 40), (100, 30), (80, 24), (60, 20), (40, 12), (36, 9), (20, 5), (200, 60)]
LEAVING = {"q", "ctrl+q", "ctrl+c"}
TYPED = [*"abcdefghij 123456789 ?!/[]@=.,-", "space", "tab", "shift+tab", "enter", "escape", "backspace"]
MOVED = ["up", "down", "left", "right", "shift+up", "shift+down", "home", "end", "pageup", "pagedown", "f1"]
PASTED = ["Mara Lindqvist", "", "x" * 5_000, "one\ntwo\n", *HOSTILE.values()]


def known(recorded: object) -> Session | None:
    session = getattr(recorded, "session", None)
    return session if isinstance(session, Session) else None


class Laws:
    """What must hold after every step, for every session that was ever on screen."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: dict[int, Mapping[int, Answer]] = {}

    @property
    def watched(self) -> int:
        """How many sessions were looked at."""
        return len(self._before)

    def check(self, app: QuizApp) -> None:
        recorded = getattr(app.screen, "recorded", None)
        session = known(recorded)
        if recorded is None or session is None:
            return
        number = recorded.number
        stored = self._store.session(number)
        assert set(stored.answers) == set(session.answers)
        for place, answer in session.answers.items():
            kept = stored.answers[place]
            assert (kept.correct, kept.score, kept.certainty) == (
                answer.correct,
                answer.score,
                answer.certainty,
            )
            assert 0 <= answer.score <= answer.max_score
        assert stored.flags == session.flags
        assert (stored.summary.finished is not None) or session.state != "finished"
        before = self._before.get(number, {})
        assert set(before) <= set(session.answers), "an answer was lost"
        if session.mode == "practice":
            assert all(session.answers[place] == answer for place, answer in before.items())
        self._before[number] = dict(session.answers)


async def step(pilot: Pilot[None], dice: random.Random, keys: list[str]) -> str:
    """One thing a person, a cat or a terminal could do; says what it was."""
    app = pilot.app
    match dice.choices(["key", "type", "click", "resize", "paste"], [60, 15, 15, 6, 4])[0]:
        case "key":
            key = str(dice.choice(keys))
            await pilot.press(key)
            return key
        case "type":
            key = str(dice.choice([*TYPED, *MOVED]))
            await pilot.press(key)
            return key
        case "click":
            place = (dice.randrange(app.size.width), dice.randrange(app.size.height))
            await pilot.click(offset=place)
            return f"click {place}"
        case "resize":
            size = dice.choice(SIZES)
            await pilot.resize_terminal(*size)
            return f"resize {size}"
        case _:
            text = dice.choice(PASTED)
            app.post_message(events.Paste(text))
            return f"paste {text[:20]!r}"


async def walk(
    app: QuizApp, laws: Laws, dice: random.Random, keys: list[str], seen: set[str] | None = None
) -> list[str]:
    """Do things at random and check the laws after each; what was done, and in ``seen`` on which screens."""
    done: list[str] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(EVENTS):
            if len(app.screen_stack) > 2 and dice.random() < 0.02:
                await pilot.press("q")
                done.append("q")
            done.append(await step(pilot, dice, keys))
            if dice.random() < 0.3:
                await asyncio.sleep(0)
            await pilot.pause()
            assert app._exception is None, done[-20:]
            if app._exit:
                break
            try:
                laws.check(app)
            except AssertionError as error:
                raise AssertionError(f"after {done[-20:]}") from error
            if seen is not None:
                seen.add(type(app.screen).__name__)
    return done


@pytest.mark.parametrize(
    ("seed", "mode", "certainty"),
    [(1, "practice", False), (2, "exam", False), (3, "practice", True), (4, "exam", True)],
)
async def test_a_walk_at_random_breaks_nothing(
    banks: Path, store: Store, seed: int, mode: Mode, certainty: bool
) -> None:
    bank = write_bank(banks, "every-type", questions=[*EVERY_TYPE, *QUESTIONS[1:]], title="Every type")
    write_courses(banks)
    dice = random.Random(seed)
    keys = sorted({key for command in every_command() for key in command.keys.split(",")} - LEAVING)
    wishes = Wishes("ada", mode=mode, certainty=certainty, closed_book=seed == 3)
    keys += [*"123ab", "enter", "enter", "space"] * 6  # so that something is answered on the way
    app = QuizApp(Library([banks], None), store, wishes, material=material_of_bank(bank))
    laws = Laws(store)
    done = await walk(app, laws, dice, keys)
    assert len(done) > EVENTS // 4, f"the walk ended early: {done[-5:]}"
    assert laws.watched, "no session was on screen"


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_walk_over_the_scores_breaks_nothing(banks: Path, store: Store, seed: int) -> None:
    begin = clock() - timedelta(days=60)
    fill(store, world(seed, learners=1, banks=10), sessions=20, seed=seed, begin=begin, days=58)
    dice = random.Random(seed)
    likely: dict[type[object], list[str]] = {
        HomeScreen: ["s", "s", "P"],
        ScoresScreen: ["P", "down", "end", "question_mark", "q"],
        ProgressScreen: ["enter", "n", "N", "space", "down", "end", "q", "q"],
    }
    keys = sorted({key for command in every_command() for key in command.keys.split(",")} - LEAVING)
    app = QuizApp(Library([banks], None), store, Wishes(player(0)))
    done, seen = list[str](), dict.fromkeys(likely, 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(EVENTS):
            here = type(app.screen)
            if here in seen:
                seen[here] += 1
            done.append(await step(pilot, dice, [*keys, *(likely.get(here, ["escape", "q"]) * 40)]))
            await pilot.pause()
            assert app._exception is None, done[-20:]
            if app._exit:
                break
    assert len(done) > EVENTS // 4, f"the walk ended early: {done[-5:]}"
    assert min(seen.values()), seen


@pytest.mark.parametrize("seed", [5, 6])
async def test_a_walk_through_the_courses_breaks_nothing(banks: Path, store: Store, seed: int) -> None:
    write_courses(banks)
    dice = random.Random(seed)
    keys = [*"tn12", "enter", "enter", "enter", "tab", "up", "down", "space", "home", "end"]
    library = Library([banks], None)
    shelf = library.shelf(library.summaries())
    course = progress_in(store, "ada", shelf, "who-says-so")
    app = QuizApp(library, store, Wishes("ada"), shelf=shelf, course=course)
    seen: set[str] = set()
    done = await walk(app, Laws(store), dice, keys, seen)
    assert len(done) > EVENTS // 4, f"the walk ended early: {done[-5:]}"
    assert {"CourseScreen", "PlayScreen"} <= seen
