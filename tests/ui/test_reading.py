"""Reading the article: what stands over and under it, finding words, and never losing the place."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.article import article_from_text
from quiz.play.material import Material
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.widgets.article_pane import ArticlePane
from tests.play.ostmole import ARTICLE, QUESTIONS, bank, material
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    app_of,
    app_playing,
    article,
    article_in_view,
    keys,
    lines,
    playing,
    press,
    session,
    shown,
)

SIZES = [(40, 12), NARROW, WIDE]
everywhere = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
UNTITLED = """\
---
title: The bridge that moved
outlet: Ostmole Courier
---

The bridge moved in the night. Nobody saw.

It is shut.
"""


def pane(app: QuizApp) -> ArticlePane:
    return playing(app).query_one(ArticlePane)


def below(app: QuizApp) -> str:
    """The line below the article."""
    return lines(app)[-2].partition("│")[0].strip()


async def read(pilot: Pilot[None], size: tuple[int, int]) -> None:
    """Turn to the text where it is not in view."""
    if size[0] < 100:
        await press(pilot, "tab")


# The article as an article -------------------------------------------------------------------------


@everywhere
async def test_under_the_headline_stand_outlet_length_and_reading_time(
    tmp_path: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(tmp_path, store, material=material()._replace(outlet="Ostmole Courier"))
    async with app.run_test(size=size) as pilot:
        await read(pilot, size)
        text = article_in_view(app)
        assert text.startswith(
            "The bridge that moved Ostmole Courier · 388 words, about 2 minutes By Ines Falk 1 The swing"
        )


async def test_a_title_that_only_the_front_matter_has_stands_over_the_text(
    tmp_path: Path, store: Store
) -> None:
    read_from = article_from_text(UNTITLED, "bridge.md")
    app = app_of(tmp_path, store, material=Material.of(bank(QUESTIONS[:1]), read_from, None))
    async with app.run_test(size=WIDE):
        assert article_in_view(app).startswith(
            "The bridge that moved Ostmole Courier · 11 words, about a minute 1 The bridge moved"
        )


@pytest.mark.parametrize("width", [100, 120, 200, 300])
async def test_no_line_of_the_article_is_wider_than_the_reading_width(
    banks: Path, store: Store, width: int
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=(width, 60)):
        view = article(app)
        rows = [view.render_line(y).text.rstrip() for y in range(view.size.height)]
        assert max(len(row) - 5 for row in rows) <= 72


@everywhere
async def test_below_the_article_stands_how_far_the_reader_is(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await read(pilot, size)
        assert below(app).startswith("¶ 1")
        assert " of 16 · " in below(app)
        for _ in range(40):
            await press(pilot, "pagedown")
        assert below(app).endswith("16 of 16 · 100 %")
        for _ in range(40):
            await press(pilot, "pageup")
        assert below(app).startswith("¶ 1")
        assert "100 %" not in below(app)


# Finding words ---------------------------------------------------------------------------------------


@everywhere
async def test_what_is_found_is_counted_and_in_view_while_it_is_typed(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash", *"BRANDT")
        assert below(app).split() == ["Find", "BRANDT", "1", "of", "3"]
        assert "Tomas Brandt, who runs the ferry" in article_in_view(app)
        assert playing(app).session.answers == {}
        await press(pilot, "enter")
        for count, quote in (
            ("2 of 3", "Brandt said. He did not"),
            ("3 of 3", "said he would"),
            ("1 of 3", "heard"),
        ):
            await press(pilot, "n")
            assert below(app).endswith(count)
            assert quote in article_in_view(app)
        await press(pilot, "N")
        assert below(app).endswith("3 of 3")
        await press(pilot, "escape")
        assert below(app).startswith("¶ ")
        assert "said he would" in article_in_view(app)


async def test_hits_are_underlined_and_the_one_looked_at_stands_out(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=(120, 90)) as pilot:
        await press(pilot, "slash", *"brandt", "enter")
        view = article(app)
        segments = [segment for y in range(view.size.height) for segment in view.render_line(y)]
        looks = [
            (bool(segment.style and segment.style.underline), bool(segment.style and segment.style.reverse))
            for segment in segments
            if segment.text == "Brandt"
        ]
        assert looks == [(True, True), (True, False), (True, False)]
        await press(pilot, "escape")
        segments = [segment for y in range(view.size.height) for segment in view.render_line(y)]
        assert not any(segment.style and segment.style.underline for segment in segments)


async def test_words_that_are_not_there_are_said_and_the_text_comes_back(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        before = article_in_view(app)
        await press(pilot, "slash", *"lamps")
        assert article_in_view(app) != before
        await press(pilot, *"post")
        assert below(app).endswith("not in the text")
        assert article_in_view(app) == before
        await press(pilot, "enter")
        assert pane(app).finding == "typing"
        await press(pilot, "escape")
        assert pane(app).finding == ""


@everywhere
async def test_escape_while_typing_comes_back_to_where_the_reader_was(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await read(pilot, size)
        await press(pilot, "pagedown")
        before = article_in_view(app)
        await press(pilot, "slash", *"lamps")
        assert "lamps stay lit" in article_in_view(app)
        await press(pilot, "escape")
        assert article_in_view(app) == before
        assert below(app).startswith("¶ ")


async def test_while_words_are_typed_letters_and_digits_answer_nothing(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "slash", "q", "question_mark", "2", "space", "f", "e")
        assert below(app).startswith("Find q?2 fe")
        assert keys(app).split() == ["enter", "read", "there", "esc", "back", "F1", "help"]
        assert playing(app).session.answers == {}
        await press(pilot, *["backspace"] * 6)
        assert pane(app).finding == "typing"
        await press(pilot, "backspace")
        assert pane(app).finding == ""


async def test_finding_is_in_the_line_of_keys_and_its_walking_only_when_there_is_something(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "/ find" in keys(app)
        assert "next find" not in keys(app)
        before = shown(app)
        await press(pilot, "n", "N", "escape")
        assert shown(app) == before
        await press(pilot, "slash", *"board", "enter")
        assert "n next find" in keys(app) and "esc end finding" in keys(app)


async def test_without_an_article_there_is_nothing_to_find(banks: Path, store: Store) -> None:
    app = app_playing(store, banks, raw=None)
    async with app.run_test(size=WIDE) as pilot:
        before = shown(app)
        await press(pilot, "slash", "g")
        assert shown(app) == before
        assert "find" not in keys(app)


# A paragraph by its number ------------------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize("first", ["g", "slash"])
async def test_a_paragraph_is_turned_to_by_its_number(
    banks: Path, store: Store, size: tuple[int, int], first: str
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await press(pilot, first, "1", "1", "enter")
        assert pane(app).finding == ""
        (row,) = [line for line in lines(app) if line.startswith("▸11")]
        assert "The board puts the cost" in row
        assert " of 16 · " in below(app)
        assert playing(app).session.answers == {}


async def test_a_number_that_no_paragraph_has_is_said(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        before = article_in_view(app)
        await press(pilot, "g", "9", "9", "enter")
        assert below(app) == "Go to ¶ 99".ljust(len(below(app)) - 17) + "there are 1 to 16"
        assert article_in_view(app) == before
        await press(pilot, "x", "escape")
        assert article_in_view(app) == before


async def test_a_number_that_the_text_has_too_is_found_as_well(banks: Path, store: Store) -> None:
    raw = ARTICLE.replace("ten past five", "10 past 5")
    app = app_playing(store, banks, raw=raw)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "1", "0")
        assert below(app).endswith("¶ 10 · 1 hit")
        await press(pilot, "enter", "n")
        assert below(app).endswith("1 of 1")
        assert "at 10 past 5" in article_in_view(app)


# Never losing the place ---------------------------------------------------------------------------------


async def test_after_the_evidence_the_next_question_finds_the_text_where_it_was(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "space")
        before = article_in_view(app)
        for _ in session(app).session.asked[:-1]:
            await answer(pilot)
            quote = session(app).session.current.question.evidence[0].quote
            assert quote in article_in_view(app)
            await press(pilot, "enter")
            assert article_in_view(app) == before


async def test_who_reads_on_from_the_evidence_stays_there(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot)
        await press(pilot, "space")
        before = article_in_view(app)
        await press(pilot, "enter")
        assert article_in_view(app) == before


async def test_any_number_of_sizes_and_flips_keep_the_line_at_the_upper_edge(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "g", "9", "enter")
        before = lines(app)
        for size in ((40, 12), (77, 20), (104, 33), (20, 5), (150, 12), (61, 24), (43, 15)) * 3:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await press(pilot, "tab")
            await press(pilot, "tab")
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert lines(app) == before


async def test_a_place_in_hiding_is_kept_through_questions(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab", "space")
        before = article_in_view(app)
        await press(pilot, "tab")
        for _ in range(3):
            await answer(pilot)
            await press(pilot, "e")
            await press(pilot, "enter")
        await press(pilot, "tab")
        await pilot.pause()
        assert article_in_view(app) == before


async def test_the_article_is_text_in_the_line_to_type_in_too(banks: Path, store: Store) -> None:
    app = app_playing(store, banks, raw=ARTICLE.replace("eleven", "[/] [bold red]eleven"))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"[/] [bold")
        assert "1 of 1" in below(app)
        assert "[/] [bold red]eleven" in article_in_view(app)
