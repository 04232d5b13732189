"""Nothing typed, pasted or clicked while playing raises, loses an answer, or spoils the screen."""

import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from quiz.bank.library import Library
from quiz.bank.model import Hottext, Match, Multiple, Option, Order, Pair, Target, TextEntry
from quiz.bank.model import Item as OrderItem
from quiz.play.recorded import RecordedSession
from quiz.play.responses import from_json
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.play import PlayScreen
from quiz.ui.screens.result import ResultScreen
from tests.play.ostmole import EVERY_TYPE, FORBIDDEN, HOSTILE, material
from tests.ui.driving import NARROW, WIDE, answer, press, session

KEYS = [
    *"abcdefgh123456789sfFoxpwetyjkKJ -?[]",
    *("enter", "enter", "enter", "space", "tab", "shift+tab", "escape", "backspace", "delete"),
    *("up", "down", "left", "right", "shift+up", "shift+down", "pageup", "pagedown", "home", "end"),
    *("f1", "ctrl+a", "ctrl+k", "ctrl+x", "ctrl+v", "é", "漢"),
]
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12), (20, 5), (100, 10), (36, 9)]
PASTED = [*(text[:600] for text in HOSTILE.values()), "", "\n", "forty minutes\nand more", "40 minutes"]
RULES: list[dict[str, object]] = [
    {},
    {"certainty": True},
    {"mode": "exam"},
    {"mode": "exam", "certainty": True, "closed_book": True, "minutes": 5},
    {"closed_book": True},
]
STEPS = 100


async def anything(pilot: Pilot[None], rng: random.Random) -> str:
    """Do one thing a person could do; returns what it was."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    chance = rng.random()
    if chance < 0.75:
        name: str = rng.choice(KEYS)
        await pilot.press({"[": "left_square_bracket", "]": "right_square_bracket"}.get(name, name))
        return name
    if chance < 0.82:
        text = rng.choice(PASTED)
        (app.screen.focused or app.screen).post_message(events.Paste(text))
        await pilot.pause()
        return f"paste {text[:20]!r}"
    if chance < 0.95:
        x, y = rng.randrange(app.size.width), rng.randrange(app.size.height)
        await pilot.click(offset=(x, y))
        return f"click {x} {y}"
    size = rng.choice(SIZES)
    await pilot.resize_terminal(*size)
    return f"resize {size}"


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: " ".join(rules) or "practice")
async def test_a_random_walk_keeps_every_law_of_a_session(
    banks: Path, store: Store, rules: dict[str, object]
) -> None:
    rng = random.Random(f"walk {rules}")
    wishes = Wishes("ada", seed=1, **rules)  # type: ignore[arg-type]
    app = QuizApp(Library([banks], None), store, wishes, material=material(questions=EVERY_TYPE))
    answered: set[int] = set()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        recorded = session(app)
        for _ in range(STEPS):
            done = await anything(pilot, rng)
            await pilot.pause()
            stored = store.session(recorded.number)
            saved = {place: from_json(one.response) for place, one in stored.answers.items()}
            assert saved == {place: one.response for place, one in recorded.session.answers.items()}, done
            assert answered <= set(saved), done
            assert set(stored.flags) == recorded.session.flags, done
            for strip in app.screen._compositor.render_strips():
                assert strip.cell_length == app.size.width, done
                assert not set(strip.text) & set(FORBIDDEN), done
            answered = set(saved)
            if any(isinstance(one, PlayScreen) for one in app.screen_stack):
                continue
            assert stored.summary.finished is not None
            app.screen.dismiss()
            recorded = RecordedSession.draw(store, material(questions=EVERY_TYPE), wishes)
            app.push_screen(PlayScreen(recorded))
            await pilot.pause()
            answered = set()


def hostile(text: str) -> list[object]:
    """A question of each other type made of a text that looks like anything but text."""
    common = {"prompt": f"Which? {text}", "explanation": f"Because {text}", "kind": "speaker"}
    return [
        Multiple(
            type="multiple",
            id="hostile-1",
            options=[Option(text=f"a {text}", correct=True), Option(text=f"b {text}", why=text or "-")],
            **common,  # type: ignore[arg-type]
        ),
        Order(
            type="order",
            id="hostile-2",
            options=[OrderItem(text=f"{name} {text}") for name in "abc"],
            **common,  # type: ignore[arg-type]
        ),
        Match(
            type="match",
            id="hostile-3",
            pairs=[Pair(left=f"{name} {text}", right=f"{text} {name}") for name in "ab"],
            **common,  # type: ignore[arg-type]
        ),
        TextEntry(type="text", id="hostile-4", accept=[f"a {text}"], **common),  # type: ignore[arg-type]
        Hottext(
            type="hottext",
            id="hostile-5",
            passage=f"before {text} after “alpha”, beta",
            targets=[Target(text=f"before {text}", correct=True), Target(text="alpha", why=text or "-")],
            **common,  # type: ignore[arg-type]
        ),
    ]


@pytest.mark.parametrize(
    ("name", "size"), [*((name, WIDE) for name in HOSTILE), ("stacked marks", (40, 12)), ("a style", NARROW)]
)
async def test_every_type_shows_whatever_a_bank_says_as_text(
    banks: Path, store: Store, name: str, size: tuple[int, int]
) -> None:
    begun = RecordedSession.draw(
        store,
        material(questions=hostile(HOSTILE[name])),  # type: ignore[arg-type]
        Wishes("ada", seed=1),
    )
    app = QuizApp(Library([banks], None), store, Wishes("ada"))
    async with app.run_test(size=size) as pilot:
        app.push_screen(PlayScreen(begun))
        await pilot.pause()
        for _ in range(5):
            check(app)
            if begun.session.current.question.type == "text":
                await press(pilot, "x", "enter")
            else:
                await answer(pilot)
            check(app)
            await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ResultScreen)


def check(app: QuizApp) -> None:
    for strip in app.screen._compositor.render_strips():
        assert not set(strip.text) & set(FORBIDDEN)
        assert strip.cell_length == app.size.width
        assert not any(segment.style and segment.style.link for segment in strip)
