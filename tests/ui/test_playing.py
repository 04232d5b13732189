"""Playing a session on the screen, at every size a terminal has."""

import re
from pathlib import Path

import pytest
from textual.widgets import Static

from quiz.scores.store import Store
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.offer import OfferScreen
from quiz.ui.screens.play import PlayScreen
from quiz.ui.screens.result import ResultScreen
from quiz.ui.widgets.question_view import QuestionView
from tests.play.ostmole import QUESTIONS, TITLE, key_place, write_bank, wrong_place
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    answer_all,
    app_of,
    app_playing,
    article,
    article_in_view,
    click,
    full_disk,
    keys,
    lines,
    playing,
    playing_now,
    press,
    session,
    shown,
    words,
)

SIZES = [(40, 12), (60, 20), NARROW, WIDE]


def pointed(text: str) -> str:
    """The line of the option pointed at."""
    (line,) = [line for line in text.split("\n") if "▸" in line]
    return line


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_whole_session_is_played_by_keyboard_alone(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_of(banks, store, count=4)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        asked = session(app).session.asked
        for place, item in enumerate(asked):
            assert len(store.answers(1)) == place
            assert item.question.prompt.split()[0] in shown(app)
            await answer(pilot, wrongly=place == 2)
            assert len(store.answers(1)) == place + 1
            await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
        assert "3 of 4" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert "3/4" in shown(app)
    (summary,) = store.sessions()
    assert (summary.answered, summary.correct, summary.player) == (4, 3, "ada")
    assert summary.finished is not None


# Choosing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "place"),
    [
        ((), 0),
        (("3",), 2),
        (("c",), 2),
        (("down",), 1),
        (("j", "j"), 2),
        (("down", "j", "up"), 1),
        (("k",), -1),
        (("up", "k"), -2),
        (("3", "9"), 2),
        (("2", "f"), 1),
    ],
    ids=str,
)
async def test_options_are_chosen_by_number_letter_and_arrows(
    banks: Path, store: Store, names: tuple[str, ...], place: int
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        if names:
            await press(pilot, *names)
        options = session(app).session.current.options
        assert options[place].text in pointed(shown(app))
        await press(pilot, "enter")
    assert [given.response for given in store.answers(1)] == [options[place].text]


async def test_the_mouse_points_and_enter_answers(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await click(pilot, f"3  {session(app).session.current.options[2].text}")
        assert session(app).session.current.options[2].text in pointed(shown(app))
        assert store.answers(1) == ()
        await press(pilot, "enter")
        given = session(app).session.answers[0].response
        await click(pilot, "1  ")
        assert "▸" not in shown(app)
    assert [one.response for one in store.answers(1)] == [given]


# Before and after the answer -----------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_gives_the_answer_away_before_it_is_given(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size):
        assert "▌" not in shown(app)
        assert "Paragraph 1 has" not in words(app)
        assert "✓ 0" in shown(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_right_answer_has_a_sign_and_a_word(banks: Path, store: Store, size: tuple[int, int]) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        place = key_place(session(app))
        await answer(pilot)
        assert f"✓ {place + 1}  eleven centimetres (right)" in shown(app)
        assert "✗ 0" in shown(app)
        assert "▸" not in shown(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_wrong_answer_has_a_sign_and_a_word_and_so_has_the_key(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        wrong, key = wrong_place(session(app)), key_place(session(app))
        text = session(app).session.current.options[wrong].text
        await answer(pilot, wrongly=True)
        assert f"✗ {wrong + 1}  {text} (your answer)" in shown(app)
        assert f"✓ {key + 1}  eleven centimetres (the" in shown(app)
        assert "✗ 1" in lines(app)[0]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_answer_is_explained_and_every_wrong_option_too(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await answer(pilot)
        said = app.screen.query_one("#feedback", Static).content
        assert "Paragraph 1 has the number right after the verb." in str(said)
        for text, why in (("forty minutes", "longer the road"), ("two ferries", "what repairs might cost")):
            assert f"Not “{text}”: " in str(said)
            assert why in str(said)
        assert "A number means something only with its unit and its subject." in str(said)
        if size[1] >= 20:
            assert "Paragraph 1 has" in shown(app)


async def test_beside_the_question_the_evidence_is_marked_and_in_view_at_once(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[1:4])
    async with app.run_test(size=WIDE) as pilot:
        for item in session(app).session.asked:
            quote = item.question.evidence[0].quote
            await answer(pilot)
            assert quote in article_in_view(app)
            assert "▌" in shown(app)
            await press(pilot, "enter")
            if isinstance(app.screen, PlayScreen):
                assert "▌" not in shown(app)


@pytest.mark.parametrize(
    ("size", "key"), [((40, 12), "e"), ((60, 20), "tab"), (NARROW, "e"), (NARROW, "tab")]
)
async def test_where_only_one_fits_the_evidence_is_one_key_away(
    banks: Path, store: Store, size: tuple[int, int], key: str
) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[1:4])
    async with app.run_test(size=size) as pilot:
        for item in session(app).session.asked:
            quote = item.question.evidence[0].quote
            await answer(pilot)
            assert "▌" not in shown(app)
            await press(pilot, key)
            await pilot.pause()
            assert "▌" in shown(app)
            assert " ".join(quote.split()[:3]) in words(app)
            await press(pilot, "enter")


async def test_the_evidence_is_quoted_where_the_article_is_out_of_sight(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
        assert "Paragraph 1: shifted eleven centimetres in one night" in words(app)


async def test_e_comes_back_to_the_evidence_after_reading_on(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot)
        await press(pilot, "space", "space", "space")
        assert "shifted eleven" not in article_in_view(app)
        await press(pilot, "e")
        assert "shifted eleven centimetres in one night" in article_in_view(app)


async def test_the_next_question_takes_the_place_of_the_last(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        before = app.screen
        widgets = list(app.screen.query("*"))
        await answer(pilot)
        await press(pilot, "enter")
        assert app.screen is before
        assert list(app.screen.query("*")) == widgets
        assert "2 of 6" in shown(app)
        assert "who said" in words(app)
        assert "how far" not in words(app)
        assert "right after the verb" not in words(app)


async def test_a_question_with_fewer_options_shows_no_more(banks: Path, store: Store) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[1:3])
    async with app.run_test(size=NARROW) as pilot:
        counts = set()
        for _ in range(2):
            options = session(app).session.current.options
            rows = [line for line in lines(app) if re.match(r"  [ ▸] \d  ", line)]
            assert len(rows) == len(options)
            counts.add(len(rows))
            assert f"1–{len(rows)} choose" in keys(app)
            await answer(pilot)
            await press(pilot, "enter")
        assert counts == {2, 4}


async def test_an_article_nobody_turned_to_opens_at_its_beginning_for_the_next_question(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks, questions=(QUESTIONS[3], QUESTIONS[2]))
    async with app.run_test(size=(60, 20)) as pilot:
        await answer(pilot)
        await press(pilot, "enter", "tab")
        await pilot.pause()
        assert lines(app)[2].split() == ["The", "bridge", "that", "moved"]


# Turning to the text -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(40, 12), (60, 20), NARROW, (99, 30)], ids=str)
async def test_below_a_hundred_columns_tab_turns_to_the_text_and_back(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        assert "how far" in shown(app)
        assert "By Ines Falk" not in shown(app)
        await press(pilot, "tab")
        assert "By Ines Falk" in shown(app)
        assert "how far" not in shown(app)
        await press(pilot, "tab")
        assert "how far" in shown(app)
        assert "By Ines Falk" not in shown(app)


@pytest.mark.parametrize("size", [(100, 30), WIDE], ids=str)
async def test_from_a_hundred_columns_both_are_there_and_tab_does_nothing(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = shown(app)
        assert "how far" in before and "By Ines Falk" in before
        await press(pilot, "tab")
        assert shown(app) == before
        assert "tab" not in keys(app)


async def test_nobody_answers_a_question_that_the_text_stands_over(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab")
        assert "enter question" in keys(app)
        await press(pilot, "enter")
        assert playing(app).session.answers == {}
        assert "enter answer" in keys(app)
        await press(pilot, "enter")
        assert len(playing(app).session.answers) == 1


async def test_pointing_at_an_option_turns_back_to_the_question(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "tab", "2")
        assert "how far" in shown(app)
        assert session(app).session.current.options[1].text in pointed(shown(app))


async def test_space_reads_on_and_page_up_goes_back(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "tab")
        top = lines(app)[1:]
        await press(pilot, "space")
        assert lines(app)[1:] != top
        await press(pilot, "pageup")
        assert lines(app)[1:] == top


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_without_an_article_the_question_has_the_room_and_nothing_leads_to_a_text(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks, raw=None)
    async with app.run_test(size=size) as pilot:
        assert app.screen.query_one(QuestionView).region.width == size[0]
        await press(pilot, "tab")
        assert "how far" in shown(app)
        await answer(pilot)
        await press(pilot, "e")
        assert "right after the verb" in words(app)
        assert "shifted eleven centimetres" in words(app)
        assert "evidence" not in keys(app) and "text" not in keys(app)


# Leaving and going on ------------------------------------------------------------------------------


async def test_leaving_keeps_the_answers_and_home_offers_to_go_on(banks: Path, store: Store) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer(pilot)
        await press(pilot, "enter")
        second = session(app).session.current
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
        assert f"Continue  {TITLE} — 1 of 6 answered" in words(app).replace("Continue ", "Continue  ")
        await press(pilot, "c")
        assert session(app).session.current == second
        assert session(app).number == 1
    assert len(store.answers(1)) == 1


async def test_the_line_over_the_list_goes_on_at_a_click_and_fits_a_long_title(
    banks: Path, store: Store
) -> None:
    write_bank(banks, title="A bridge that moved in the night, and what the morning after it showed")
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await press(pilot, "q")
        waiting = lines(app)[2]
        assert waiting.startswith("   Continue  ") and waiting.rstrip().endswith("answered   c")
        await click(pilot, "Continue")
        assert playing_now(app)


async def test_a_session_left_in_another_run_is_offered(banks: Path, store: Store) -> None:
    first = app_of(banks, store)
    async with first.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer(pilot)
    second = app_of(banks, store)
    async with second.run_test(size=NARROW) as pilot:
        assert "1 of 6 answered" in shown(second)
        await press(pilot, "enter")
        assert isinstance(second.screen, OfferScreen)
        assert "You stopped with 1 of 6 answered; 1 right so far." in words(second)


@pytest.mark.parametrize("key", ["enter", "y", "c", "n", "q", "escape"])
async def test_the_offer_goes_on_begins_anew_or_does_neither(banks: Path, store: Store, key: str) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer(pilot)
        await press(pilot, "q", "enter")
        assert isinstance(app.screen, OfferScreen)
        await press(pilot, key)
        if key in ("q", "escape"):
            assert isinstance(app.screen, HomeScreen)
        else:
            assert playing(app).session.position == (0 if key == "n" else 1)
            assert session(app).number == (2 if key == "n" else 1)
    assert len(store.sessions()) == (2 if key == "n" else 1)


async def test_the_missed_ones_are_played_once_more_and_only_they(banks: Path, store: Store) -> None:
    app = app_of(banks, store, count=4)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        asked = [item.question.id for item in session(app).session.asked]
        await answer_all(pilot, wrongly=(1, 3))
        assert isinstance(app.screen, ResultScreen)
        assert "2 of 4" in shown(app)
        await press(pilot, "m")
        again = session(app).session
        assert {item.question.id for item in again.asked} == {asked[1], asked[3]}
        await answer_all(pilot)
        assert "2 of 2" in shown(app)
        assert "Every answer as the article has it." in shown(app)
        before = shown(app)
        await press(pilot, "m")
        assert shown(app) == before
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_a_quiz_can_be_played_again_from_its_result(banks: Path, store: Store) -> None:
    app = app_of(banks, store, count=2)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        await answer_all(pilot)
        await press(pilot, "a")
        assert playing(app).session.position == 0
        assert session(app).number == 2
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_the_result_shows_each_missed_question_with_both_answers(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        wrong = session(app).session.current.options[wrong_place(session(app))].text
        await answer_all(pilot, wrongly=(0,))
        text = words(app)
        assert "5 of 6 One to look at again." in text
        assert "✗ 1 not right According to the article, how far did the bridge shift?" in text
        assert f"you {wrong} article eleven centimetres" in text
        assert "paragraph 1: shifted eleven centimetres in one night" in text
        for count in ("Detail ●○ 1 of 2", "Source ●● 2 of 2", "Statement ●● 2 of 2"):
            assert count in text


# Another size --------------------------------------------------------------------------------------


async def test_another_size_keeps_the_option_that_is_pointed_at(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3")
        text = session(app).session.current.options[2].text
        for width, height in (*SIZES, (20, 5), WIDE, NARROW):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            if (width, height) != (20, 5):
                assert text in pointed(shown(app))
        await press(pilot, "enter")
    assert [given.response for given in store.answers(1)] == [text]


async def test_another_size_keeps_the_place_in_the_article(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "space")
        first = article_in_view(app).split()[:3]
        await pilot.resize_terminal(110, 30)
        await pilot.pause()
        assert " ".join(first) in " ".join(article_in_view(app).split()[:30])
        await pilot.resize_terminal(*NARROW)
        await press(pilot, "tab")
        assert " ".join(first) in " ".join(article_in_view(app).split()[:40])


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_another_size_keeps_answer_explanation_and_evidence(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[3:4])
    async with app.run_test(size=WIDE) as pilot:
        await answer(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert "(right)" in shown(app)
        if size == WIDE:
            assert "bridge reportedly moved once before" in article_in_view(app)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "(right)" in shown(app)
        assert "“Reportedly” hands the statement" in shown(app)
        assert "bridge reportedly moved once before" in article_in_view(app)


async def test_evidence_found_in_one_pane_is_in_view_when_the_terminal_grows(
    banks: Path, store: Store
) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[3:4])
    async with app.run_test(size=(60, 20)) as pilot:
        await answer(pilot)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "bridge reportedly moved once before" in article_in_view(app)
        assert article(app).region.height > 0


async def test_home_and_result_survive_every_size(banks: Path, store: Store) -> None:
    app = app_of(banks, store, count=2)
    async with app.run_test(size=WIDE) as pilot:
        for size in (*SIZES, (20, 5), (1, 1), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert TITLE in shown(app)
        await press(pilot, "enter")
        await answer_all(pilot, wrongly=(0,))
        for size in (*SIZES, (20, 5), (1, 1), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "1 of 2" in shown(app)


# When nothing can be saved -------------------------------------------------------------------------


async def test_an_answer_that_cannot_be_saved_says_so_and_the_question_waits(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(store, "record", full_disk)
            await answer(pilot)
            assert "The disk is full. Your answer is not saved; enter tries again." in words(app)
            assert playing(app).state == "choice"
            assert "(right)" not in shown(app)
            assert "enter answer" in keys(app)
        await press(pilot, "enter")
        assert "(right)" in shown(app)
    assert len(store.answers(1)) == 1


async def test_an_end_that_cannot_be_saved_says_so_and_enter_tries_again(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_playing(store, banks, questions=QUESTIONS[:1])
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(store, "finish", full_disk)
            await answer(pilot)
            assert "(right)" in shown(app)
            await press(pilot, "enter")
            assert "The disk is full." in words(app)
            assert playing(app).state == "answered"
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultScreen)
    assert store.sessions()[0].finished is not None


async def test_a_session_that_cannot_begin_says_so_and_home_stays(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_of(banks, store)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        monkeypatch.setattr(store, "begin", full_disk)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert "The disk is full." in words(app)
