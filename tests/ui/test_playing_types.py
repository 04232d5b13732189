"""Each type of question is answered by keyboard and by mouse, and explained with signs and words."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.play.responses import AnyQuestion, Response, from_json, pairs_of
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.result import ResultScreen
from tests.play.ostmole import EVERY_TYPE, HOTTEXT, MATCH, MULTIPLE, ORDER, TYPED
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    answer_all,
    app_playing,
    article_in_view,
    click,
    keys,
    playing,
    press,
    question_words,
    session,
    shown,
    typing,
    words,
)

SIZES = [(40, 12), (60, 20), NARROW, WIDE]
BY_TYPE = pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def asking(store: Store, banks: Path, question: AnyQuestion) -> QuizApp:
    return app_playing(store, banks, questions=[question])


def given(store: Store) -> Response:
    (one,) = store.answers(1)
    return from_json(one.response)


async def read_on(pilot: Pilot[None]) -> str:
    """All that can be read of the question, paged to its end."""
    app = pilot.app
    assert isinstance(app, QuizApp)
    pages = [shown(app)]
    for _ in range(30):
        await press(pilot, "down")
        if shown(app) == pages[-1]:
            break
        pages.append(shown(app))
    return "\n".join(pages)


# Every type, every size ----------------------------------------------------------------------------


@BY_SIZE
async def test_a_session_of_all_types_is_played_by_keyboard_alone(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks, questions=EVERY_TYPE)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        widgets = list(app.screen.query("*"))
        for place in range(6):
            assert len(store.answers(1)) == place
            await answer(pilot)
            assert len(store.answers(1)) == place + 1
            assert list(app.screen.query("*")) == widgets
            await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
    assert all(one.correct for one in store.answers(1))


@BY_TYPE
@BY_SIZE
async def test_what_can_be_pointed_at_is_always_in_view(
    banks: Path, store: Store, size: tuple[int, int], question: AnyQuestion
) -> None:
    if question is TYPED:
        return
    app = asking(store, banks, question)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in range(6):
            assert "▸" in shown(app)
            await press(pilot, "down")
        for _ in range(6):
            await press(pilot, "up")
            assert "▸" in shown(app)


@BY_TYPE
async def test_nothing_gives_the_answer_away_before_it_is_given(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    app = asking(store, banks, question)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for sign in ("✗", "(right", "missed", "accepted", question.explanation.split(":")[0][:30]):
            assert sign not in shown(app).replace("✗ 0", "")


@BY_TYPE
@BY_SIZE
async def test_a_wrong_answer_is_told_in_words_with_explanation_and_lesson(
    banks: Path, store: Store, size: tuple[int, int], question: AnyQuestion
) -> None:
    app = asking(store, banks, question)
    async with app.run_test(size=size) as pilot:
        await answer(pilot, wrongly=True)
        text = " ".join((await read_on(pilot)).split())
        assert "✗" in text
        assert question.explanation.split()[0] in text
        if question.type != "choice":
            assert "Not what the article says." in text
        assert f"enter {'score' if size[0] < 60 else 'result'}" in keys(app)


@BY_TYPE
async def test_the_evidence_is_lit_and_in_view_beside_the_answer(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    app = asking(store, banks, question)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot)
        assert question.evidence[0].quote in article_in_view(app)
        assert "▌" in shown(app)


@BY_TYPE
async def test_enter_without_a_response_says_what_is_missing(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    if question.type in ("choice", "order"):
        return
    app = asking(store, banks, question)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await press(pilot, "enter")
        assert " first." in words(app)
        assert store.answers(1) == ()


@BY_TYPE
async def test_another_size_keeps_the_response_being_made(
    banks: Path, store: Store, question: AnyQuestion
) -> None:
    app = asking(store, banks, question)
    async with app.run_test(size=WIDE) as pilot:
        await answer_without_enter(pilot)
        for size in (*SIZES, (20, 5), (1, 1), WIDE, (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await press(pilot, "enter")
    assert [one.correct for one in store.answers(1)] == [True]


async def answer_without_enter(pilot: Pilot[None]) -> None:
    from tests.ui.driving import keys_for

    app = pilot.app
    assert isinstance(app, QuizApp)
    await press(pilot, *keys_for(session(app).session.current))


# Multiple ------------------------------------------------------------------------------------------


async def test_options_are_marked_by_space_number_letter_and_click(banks: Path, store: Store) -> None:
    app = asking(store, banks, MULTIPLE)
    async with app.run_test(size=WIDE) as pilot:
        texts = session(app).session.current.parts
        await press(pilot, "space", "2", "c")
        await click(pilot, f"4  [ ]  {texts[3]}")
        assert shown(app).count("[x]") == 4
        await press(pilot, "b", "space", "space")
        await click(pilot, f"4  [x]  {texts[3]}")
        await press(pilot, "enter")
    assert set(given(store)) == {texts[0], texts[2]}


async def test_marks_right_wrong_and_missed_are_told_apart_in_words(banks: Path, store: Store) -> None:
    app = asking(store, banks, MULTIPLE)
    async with app.run_test(size=WIDE) as pilot:
        parts = session(app).session.current.parts
        for text in ("Mara Lindqvist", "Tomas Brandt", "the town council"):
            await press(pilot, str(parts.index(text) + 1))
        await press(pilot, "enter")
        text = question_words(app)
        assert "[x] Mara Lindqvist (right)" in text
        assert "[x] the town council (not right)" in text
        assert "[ ] the shops on the quay (right, not marked)" in text
        assert "Partly right: 33 % of the mark. 2 of 3 right ones marked, 1 that is not." in text
    assert store.answers(1)[0].score == pytest.approx(1 / 3)


# Order ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "names",
    [("space", "down", "down", "space"), ("J", "J"), ("shift+down", "shift+down"), ("3",), ("c",)],
    ids=" ".join,
)
async def test_an_item_is_moved_by_picking_it_up_at_once_or_to_a_place(
    banks: Path, store: Store, names: tuple[str, ...]
) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=NARROW) as pilot:
        first, second, third, fourth = session(app).session.current.parts
        await press(pilot, *names)
        assert f"▸ 3  {first}" in shown(app)
        await press(pilot, "enter")
    assert given(store) == (second, third, first, fourth)


async def test_an_item_picked_up_says_so_and_space_puts_it_down(banks: Path, store: Store) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "space")
        assert "(moving)" in shown(app) and "space put down" in keys(app)
        await press(pilot, "space")
        assert "(moving)" not in shown(app) and "space pick up" in keys(app)


@BY_SIZE
async def test_an_item_sent_to_its_place_by_number_is_put_down(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=size) as pilot:
        first = session(app).session.current.parts[0]
        await press(pilot, "space", "3")
        assert f"▸ 3  {first}".split(" of ")[0] in shown(app)
        told = "Space picks an item up" in shown(app) if size == (40, 12) else "space pick up" in keys(app)
        assert "(moving)" not in shown(app) and told


async def test_the_help_names_every_key_that_places_an_item_where_the_line_has_no_room(
    banks: Path, store: Store
) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "question_mark")
        assert "1 2 3 4 Move the item to a" in words(app)


async def test_the_mouse_picks_an_item_up_and_puts_it_elsewhere(banks: Path, store: Store) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=WIDE) as pilot:
        first, second, third, fourth = session(app).session.current.parts
        await click(pilot, f"4  {fourth}")
        assert f"↕ 4  {fourth} (moving)" in shown(app)
        await click(pilot, f"1  {first}")
        assert f"▸ 1  {fourth}" in shown(app)
        await press(pilot, "enter")
    assert given(store) == (fourth, first, second, third)


async def test_the_right_order_stands_beside_the_players(banks: Path, store: Store) -> None:
    app = asking(store, banks, ORDER)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot, wrongly=True)
        text = question_words(app)
        assert "✗ 1 The bridge shifted. (you: 4)" in text
        assert "✗ 4 The council meets. (you: 1)" in text
        assert "0 of 3 neighbours" in text


# Match ---------------------------------------------------------------------------------------------


async def test_pairs_are_made_by_number_letter_and_arrows(banks: Path, store: Store) -> None:
    app = asking(store, banks, MATCH)
    async with app.run_test(size=NARROW) as pilot:
        parts = session(app).session.current.parts
        await press(pilot, "down", "1")
        assert f"Tomas Brandt → 1 {parts[0]}" in words(app)
        assert f"{parts[0]} (paired)" in words(app)
        await press(pilot, "b", "3", "enter")
    assert dict(pairs_of(given(store))) == {
        "Tomas Brandt": parts[0],
        "Olav Renning": parts[1],
        "Mara Lindqvist": parts[2],
    }


async def test_a_pair_is_made_by_clicking_left_then_right(banks: Path, store: Store) -> None:
    app = asking(store, banks, MATCH)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        parts = session(app).session.current.parts
        await click(pilot, "Olav Renning →")
        await click(pilot, f"2  {parts[1]}")
        assert f"Olav Renning → 2 {parts[1]}" in words(app)
        await press(pilot, "enter")
        assert "2 are without a partner." in words(app)
        assert store.answers(1) == ()
        await press(pilot, "enter")
    assert dict(pairs_of(given(store))) == {"Olav Renning": parts[1]}


async def test_each_left_side_is_shown_with_its_right_partner_and_the_players(
    banks: Path, store: Store
) -> None:
    app = asking(store, banks, MATCH)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot, wrongly=True)
        text = question_words(app)
        assert "✗ Mara Lindqvist → chief engineer (you: who runs the ferry)" in text
        assert "0 of 3 pairs" in text


# Text ----------------------------------------------------------------------------------------------


async def test_every_printable_key_is_text_while_an_answer_is_typed(banks: Path, store: Store) -> None:
    app = asking(store, banks, TYPED)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *typing("sq fox? 1w"))
        assert "sq fox? 1w" in shown(app)
        assert len(app.screen_stack) == 2
        assert "F1 help" in keys(app)
        await press(pilot, "enter")
    assert given(store) == "sq fox? 1w"


@pytest.mark.parametrize("key", ["escape", "tab"])
async def test_the_line_is_left_and_come_back_to(banks: Path, store: Store, key: str) -> None:
    app = asking(store, banks, TYPED)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *typing("forty"), key)
        assert "t type" in keys(app)
        await press(pilot, "f")
        assert "⚑" in shown(app)
        await press(pilot, "t", *typing(" minutes"), "enter")
    assert given(store) == "forty minutes"


async def test_tab_turns_from_the_line_to_the_text_and_back(banks: Path, store: Store) -> None:
    app = asking(store, banks, TYPED)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, *typing("for"), "tab")
        assert "By Ines Falk" in shown(app)
        await press(pilot, "space", "pagedown", "tab", *typing("ty minutes"), "enter")
    assert given(store) == "forty minutes"


async def test_a_near_miss_is_told_from_a_wrong_answer_and_every_wording_is_shown(
    banks: Path, store: Store
) -> None:
    app = asking(store, banks, TYPED)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *typing("fourty minutes"), "enter")
        text = question_words(app)
        assert "≈ fourty minutes (nearly)" in text
        assert "✓ forty minutes (the answer)" in text
        assert "✓ 40 minutes (accepted)" in text
        assert "Nearly, for 50 % of the mark: look at the spelling." in text
        assert "✓ 0   ≈ 1   ✗ 0" in shown(app)
    assert store.answers(1)[0].score == 0.5


# Hottext -------------------------------------------------------------------------------------------


async def test_parts_of_a_passage_are_marked_by_arrows_space_digits_and_click(
    banks: Path, store: Store
) -> None:
    app = asking(store, banks, HOTTEXT)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "▸Lindqvist said◂ that the bridge [reportedly] moved [once] before" in question_words(app)
        await press(pilot, "space", "right", "down", "left")
        assert "[x Lindqvist said]" in question_words(app) and "▸reportedly◂" in question_words(app)
        await press(pilot, "3")
        await click(pilot, "nobody")
        await click(pilot, "once")
        await press(pilot, "enter")
    assert given(store) == ("Lindqvist said", "nobody")


async def test_the_passage_tells_hits_misses_and_wrong_marks_by_signs_and_words(
    banks: Path, store: Store
) -> None:
    app = asking(store, banks, HOTTEXT)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "1", "4", "enter")
        text = question_words(app)
        assert "[✓ Lindqvist said] that the bridge [○ reportedly – missed] moved [once] before" in text
        assert "[✗ nobody – not right]" in text
        assert "Not “nobody”: It says who measured." in text


async def test_a_session_of_all_types_answered_wrongly_is_all_to_look_at_again(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks, questions=EVERY_TYPE)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert playing(app).session.asked
        await answer_all(pilot, wrongly=tuple(range(6)))
        assert isinstance(app.screen, ResultScreen)
        assert "0 of 6" in shown(app)
    assert [one.score for one in store.answers(1)] == [0.0] * 6
