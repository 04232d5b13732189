"""Driving the app in tests: start it, read what is on screen, answer."""

import functools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.color import ColorType
from textual.app import App
from textual.color import Color
from textual.pilot import Pilot

from quiz.bank.library import Library
from quiz.bank.model import Hottext, Match, Order, TextEntry
from quiz.play.asked import Asked
from quiz.play.entries import HottextEntry, MatchEntry, entry_for
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store, StoreError
from quiz.ui.app import QuizApp
from quiz.ui.screens.base import QuizScreen
from quiz.ui.screens.play import PlayScreen
from quiz.ui.widgets.article_view import BAR, ArticleView
from quiz.ui.widgets.key_line import KeyLine
from tests.play.ostmole import material
from tests.ui import works

NARROW, WIDE = (80, 24), (120, 40)


def app_of(folder: Path, store: Store, *, player: str = "ada", count: int = 10, **more: Any) -> QuizApp:
    """The app over the banks in a folder."""
    more = {"quiz_of": works.quiz_of, "report_of": works.report_of} | more
    return QuizApp(Library([folder], None), store, Wishes(player, count, seed=1), **more)


def app_playing(store: Store, folder: Path, **of: Any) -> QuizApp:
    """The app, begun with a session of the invented bank; leaving it comes out at ``folder``."""
    return app_of(folder, store, material=material(**of))


def lines(app: App[None]) -> list[str]:
    """Everything on screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def shown(app: App[None]) -> str:
    """Everything on screen."""
    return "\n".join(lines(app))


def colours_of(app: App[None]) -> set[ColorType]:
    """The sorts of colours that reach the terminal."""
    return {
        part.type
        for strip in app.screen._compositor.render_strips()
        for segment in functools.reduce(
            lambda segments, kept: kept.apply(segments, Color(0, 0, 0)),
            [kept for kept in app._filters if kept.enabled],
            list(strip),
        )
        for part in ((segment.style.color, segment.style.bgcolor) if segment.style else ())
        if part is not None
    }


def words(app: App[None]) -> str:
    """Everything on screen as one line of words, however it was folded; for one pane at a time."""
    return " ".join(shown(app).replace(BAR, " ").split())


def said(app: App[None]) -> str:
    """What the notices on screen say, however they are folded there."""
    return " ".join(str(note.message) for note in app._notifications)


def question_words(app: App[None]) -> str:
    """The words at the right of the rule, where question and article stand side by side."""
    return " ".join(" ".join(line.partition("│")[2] for line in lines(app)).split())


def keys(app: App[None]) -> str:
    """The line of keys."""
    return app.screen.query_one(KeyLine).render().plain


def screen(app: App[None]) -> QuizScreen:
    """The screen, which is one of ours."""
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def playing(app: QuizApp) -> PlayScreen:
    """The screen on which a session is played."""
    assert isinstance(app.screen, PlayScreen)
    return app.screen


def playing_now(app: QuizApp) -> bool:
    """Whether a session is on screen."""
    return isinstance(app.screen, PlayScreen)


def session(app: QuizApp) -> RecordedSession:
    """The session that is played."""
    return playing(app).recorded


def article(app: QuizApp) -> ArticleView:
    """The article on screen, or in hiding."""
    return playing(app).query_one(ArticleView)


def article_in_view(app: QuizApp) -> str:
    """The words of the article that can be read now."""
    view = article(app)
    rows = [view.render_line(y).text for y in range(view.size.height)]
    return " ".join("\n".join(rows).replace(BAR, " ").split())


async def press(pilot: Pilot[None], *names: str) -> None:
    """Press keys, and wait until everything is painted."""
    await pilot.press(*names)
    await pilot.pause()


async def until(pilot: Pilot[None], what: Callable[[], object], seconds: float = 20) -> None:
    """Wait for something that another process has to do first."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        await pilot.pause(0.02)
    await pilot.pause()


async def click(pilot: Pilot[None], text: str) -> None:
    """Click where a text begins on screen."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    x, y = next((line.index(text), y) for y, line in enumerate(lines(app)) if text in line)
    await pilot.click(offset=(x, y))
    await pilot.pause()


async def answer(pilot: Pilot[None], *, wrongly: bool = False) -> None:
    """Answer the question on screen, of whatever type, by keys."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    await press(pilot, *keys_for(session(app).session.current, wrongly=wrongly), "enter")


def keys_for(item: Asked, *, wrongly: bool = False) -> list[str]:
    """The keys that make the right response, or one that earns nothing, out of nothing."""
    match item.question:
        case Order():
            goal = [str(text) for text in item.key]
            return ordering(list(item.parts), goal[::-1] if wrongly else goal)
        case Match():
            entry = entry_for(item)
            assert isinstance(entry, MatchEntry)
            rights = [item.parts.index(right) for right in dict(item.key).values()]  # type: ignore[arg-type]
            return [str(place + 1) for place in (rights[1:] + rights[:1] if wrongly else rights)]
        case TextEntry():
            return typing("something else" if wrongly else str(item.key))
        case Hottext():
            entry = entry_for(item)
            assert isinstance(entry, HottextEntry)
            return _digits(entry.targets, item.key, wrongly)
        case _:
            key = item.key if isinstance(item.key, tuple) else (item.key,)
            return _digits(item.parts, key, wrongly)


def ordering(items: list[str], goal: list[str]) -> list[str]:
    """The keys that bring items, the first of which is pointed at, into another order."""
    names: list[str] = []
    at = 0
    for place, text in enumerate(goal):
        there = items.index(text)
        names += ["down"] * (there - at) if there >= at else ["up"] * (at - there)
        names.append(str(place + 1))
        items.insert(place, items.pop(there))
        at = place
    return names


def typing(text: str) -> list[str]:
    """The keys that type a text."""
    return ["space" if sign == " " else sign for sign in text]


def _digits(parts: tuple[str, ...], key: object, wrongly: bool) -> list[str]:
    assert isinstance(key, tuple)
    places = [place for place, text in enumerate(parts) if (text in key) is not wrongly]
    return [str(place + 1) for place in (places[:1] if wrongly else places)]


async def answer_all(pilot: Pilot[None], *, wrongly: tuple[int, ...] = ()) -> None:
    """Answer every question that is left, and go on to the result."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    while isinstance(app.screen, PlayScreen):
        await answer(pilot, wrongly=app.screen.session.position in wrongly)
        await press(pilot, "enter")


def full_disk(*_: Any) -> None:
    """Stands in for a method of the store when nothing can be saved."""
    raise StoreError("The disk is full.")
