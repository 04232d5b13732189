"""The result of a session: what it says, and where it leads."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from quiz.bank.library import Library
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.app import QuizApp
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.play import PlayScreen
from quiz.ui.screens.result import ResultScreen
from quiz.ui.widgets.celebration import SIGN, Celebration
from tests.play.ostmole import (
    EVERY_TYPE,
    MATCH,
    MULTIPLE,
    QUESTIONS,
    key_place,
    material,
    write_bank,
    wrong_place,
)
from tests.scores.examples import Clock, start
from tests.scores.examples import answer as recorded_answer
from tests.ui.driving import (
    NARROW,
    WIDE,
    answer,
    app_of,
    app_playing,
    full_disk,
    keys,
    lines,
    press,
    shown,
    words,
)

SIZES = [(40, 12), NARROW, WIDE]
everywhere = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

Play = Callable[[RecordedSession], None]


def begun(store: Store, **wishes: object) -> RecordedSession:
    return RecordedSession.draw(store, material(), replace(Wishes("ada", seed=1), **wishes))  # type: ignore[arg-type]


def give(recorded: RecordedSession, right: bool, certainty: int | None = None) -> None:
    place = (key_place if right else wrong_place)(recorded)
    recorded.answer(recorded.session.current.parts[place], 1.0, certainty)
    if recorded.session.open or recorded.session.mode == "practice":
        recorded.advance()


def played(store: Store, marks: str, **wishes: object) -> RecordedSession:
    """A finished session: “+” for a right answer, “-” for a wrong one, what is left is open."""
    recorded = begun(store, **wishes)
    for sign in marks:
        give(recorded, sign == "+")
    if recorded.session.open or recorded.session.mode == "exam":
        recorded.finish()
    return recorded


def to_bottom(app: QuizApp) -> str:
    """Everything on the result, however far down."""
    screen = app.screen
    assert isinstance(screen, ResultScreen)
    return " ".join(str(part.content) for part in screen.query("#result Static").results(Static)).replace(
        "\n", " "
    )


def shows(folder: Path, store: Store, recorded: RecordedSession) -> tuple[QuizApp, ResultScreen]:
    return app_of(folder, store), ResultScreen(recorded)


@everywhere
async def test_score_and_list_can_be_read_at_every_size(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app, screen = shows(banks, store, played(store, "+--+++"))
    async with app.run_test(size=size) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "4 of 6 2 to look at again." in words(app)
        seen = words(app)
        for _ in range(12):
            await press(pilot, "space")
            seen += words(app)
        for place in (1, 2):
            item = screen.session.asked[place]
            assert f"✗ {place + 1} not right {item.question.prompt[:12]}" in seen
            assert str(item.key) in seen


async def test_part_marks_are_counted_in_points(banks: Path, store: Store) -> None:
    recorded = RecordedSession.draw(store, material(questions=(MULTIPLE, MATCH)), Wishes("ada", seed=1))
    for item in recorded.session.asked:
        if item.question is MULTIPLE or item.question.id == MULTIPLE.id:
            recorded.answer(("Mara Lindqvist", "Tomas Brandt"))
        else:
            recorded.answer(item.key)
        recorded.advance()
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        text = words(app)
        assert "1 of 2 One to look at again." in text
        assert "1.67 of 2 points, part marks counted." in text
        assert "partly right, 67 %" in text
        assert "≈" in text


async def test_without_part_marks_points_say_nothing_new_and_are_left_out(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "+-----"))
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "points" not in words(app)


async def test_what_was_left_open_is_called_not_answered(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "++"))
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        text = to_bottom(app)
        assert "2 of 6" in text
        assert text.count("not answered") == 4
        assert "– 6" in text


async def test_a_skill_with_few_answers_says_so_and_one_with_enough_does_not(
    banks: Path, store: Store
) -> None:
    app, screen = shows(banks, store, played(store, "++++++"))
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "Detail ●● 2 of 2" in words(app)
        assert "Not enough answers yet to say more about a skill." in words(app)
    numbers = [replace(QUESTIONS[1], id=f"number-{count}") for count in range(5)]
    recorded = RecordedSession.draw(store, material(questions=(*numbers, QUESTIONS[0])), Wishes("bo", seed=1))
    while recorded.session.state == "asking":
        give(recorded, True)
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        (detail,) = [line for line in lines(app) if "Detail" in line]
        (source,) = [line for line in lines(app) if "Source" in line]
        assert "not enough" not in detail
        assert "not enough answers yet to say more" in source


async def test_certainty_is_told_level_by_level_and_sure_but_wrong_comes_first(
    banks: Path, store: Store
) -> None:
    recorded = begun(store, certainty=True)
    for right, certainty in ((True, 3), (False, 1), (True, 2), (False, 3), (False, 2), (True, 3)):
        give(recorded, right, certainty)
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=(120, 60)) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        text = words(app)
        assert (
            "How sure you were high 3 answers, 2 right medium 2 answers, 1 right low 1 answer, 0 right"
            in text
        )
        places = [text.index(sign) for sign in ("✗ 4 sure but wrong", "✗ 2 not right", "✗ 5 not right")]
        assert places == sorted(places)
        assert text.count("sure but wrong") == 1


async def test_without_certainty_nothing_is_said_of_it(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "+-++++"))
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "sure" not in words(app)


async def test_the_score_is_compared_with_last_time_and_the_best_so_far(banks: Path, tmp_path: Path) -> None:
    moments = iter(datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=count) for count in range(1000))
    with Store.open(tmp_path / "moving.db", lambda: next(moments)) as store:
        results = []
        for marks in ("++++--", "++----", "+++---", "+++++-"):
            app, screen = shows(banks, store, played(store, marks))
            async with app.run_test(size=WIDE) as pilot:
                await app.push_screen(screen)
                await pilot.pause()
                results.append(words(app))
        played(store, "------", player="bo")
    assert "Last time" not in results[0] and "est so far" not in results[0]
    assert "Last time 4 of 6. Best so far 4 of 6." in results[1]
    assert "Last time 2 of 6. Best so far 4 of 6." in results[2]
    assert "Last time 3 of 6. Your best so far." in results[3]


async def test_an_exam_that_ended_by_time_says_so(banks: Path, store: Store) -> None:
    recorded = begun(store, mode="exam", minutes=1)
    give(recorded, True)
    recorded.spend(60)
    recorded.finish()
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=NARROW) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "The time was up; 5 questions were still open." in words(app)
    in_time = begun(store, mode="exam", minutes=1)
    in_time.finish()
    app, screen = shows(banks, store, in_time)
    async with app.run_test(size=NARROW) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "time was up" not in words(app)


# Where it leads ----------------------------------------------------------------------------------------


@everywhere
async def test_enter_looks_at_the_list_question_by_question_and_comes_back(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    app, screen = shows(banks, store, played(store, "+-+-++"))
    async with app.run_test(size=size) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "enter look at them" in keys(app)
        await press(pilot, "enter")
        for place in (1, 3):
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.position == place
            assert f"{(1, 3).index(place) + 1}/2" in words(app) or "review" in words(app)
            await press(pilot, "enter")
        assert app.screen is screen
        await press(pilot, "r")
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.position == 0
        await press(pilot, "q")
        assert app.screen is screen
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)
    assert len(store.sessions()) == 1


async def test_n_opens_the_next_bank_that_has_something_unseen(banks: Path, store: Store) -> None:
    write_bank(banks, "pier", questions=QUESTIONS[:2], title="The pier that stayed")
    write_bank(banks, "quay", questions=QUESTIONS[:1], title="The quay at night")
    pier = material(questions=QUESTIONS[:2])._replace(bank="pier")
    seen = RecordedSession.draw(store, pier, Wishes("ada", seed=1))
    while seen.session.state == "asking":
        give(seen, True)
    app, screen = shows(banks, store, played(store, "++++++"))
    async with app.run_test(size=NARROW) as pilot:
        await app.push_screen(screen)
        await press(pilot, "n")
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.recorded.title == "The quay at night"
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_with_no_unseen_question_anywhere_n_says_so(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "++++++"))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await app.push_screen(screen)
        await press(pilot, "n")
        assert app.screen is screen
        assert "There is no other bank here with a question new to you." in words(app)


async def test_a_history_that_cannot_be_read_leaves_the_result_standing(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = played(store, "+-++++")
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        monkeypatch.setattr(store, "sessions", full_disk)
        await app.push_screen(screen)
        await pilot.pause()
        assert "5 of 6" in words(app)


@everywhere
async def test_a_round_number_of_questions_is_told_once_and_quietly(
    banks: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    clock = Clock()
    with Store.open(tmp_path / "scores.db", clock) as store:
        earlier = store.begin(start(6))
        for position in range(6):
            store.record(earlier, recorded_answer(position))
        clock.wait(minutes=1)
        app, screen = shows(banks, store, played(store, "++-+++"))
        async with app.run_test(size=size) as pilot:
            await app.push_screen(screen)
            await pilot.pause()
            assert "You have now answered 10 different questions." in to_bottom(app)
            assert not app._notifications
            app.pop_screen()
            clock.wait(minutes=1)
            await app.push_screen(ResultScreen(played(store, "++++++")))
            await pilot.pause()
            assert "different questions" not in to_bottom(app)


async def test_a_round_number_that_cannot_be_looked_up_leaves_the_result_standing(
    banks: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, screen = shows(banks, store, played(store, "+-++++"))
    async with app.run_test(size=NARROW) as pilot:
        monkeypatch.setattr(store, "places_met", full_disk)
        await app.push_screen(screen)
        await pilot.pause()
        assert "5 of 6" in words(app)


# A full score ---------------------------------------------------------------------------------------------


@everywhere
@pytest.mark.parametrize("motion", ["none", "full"])
async def test_a_full_score_is_celebrated_with_one_row_drawn_once_or_at_once(
    banks: Path, store: Store, size: tuple[int, int], motion: str
) -> None:
    app, screen = shows(banks, store, played(store, "++++++"))
    app.animation_level = motion  # type: ignore[assignment]
    async with app.run_test(size=size) as pilot:
        await app.push_screen(screen)
        row = screen.query_one(Celebration)
        if motion == "full":
            assert row.drawn < 6
            await pilot.pause(0.8)
        await pilot.pause()
        assert row.drawn == 6
        assert " ".join([SIGN] * 6) in shown(app)
        assert "Every answer as the article has it." in words(app)
        before = shown(app)
        await pilot.pause(0.2)
        assert shown(app) == before
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_less_than_a_full_score_is_not_celebrated(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "+++++-"))
    async with app.run_test(size=NARROW) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert SIGN not in shown(app)


async def test_every_type_of_question_stands_in_the_list_in_words(banks: Path, store: Store) -> None:
    recorded = RecordedSession.draw(store, material(questions=EVERY_TYPE), Wishes("ada", seed=1))
    recorded.finish()
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        text = to_bottom(app)
        for key in (
            "Mara Lindqvist → chief engineer",
            "1. The bridge shifted.",
            "forty minutes",
            "Lindqvist said; reportedly",
        ):
            assert key in text


# Flags and other banks ------------------------------------------------------------------------------


@everywhere
async def test_a_flag_is_kept_to_the_result_and_to_the_review_in_sign_and_word(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    recorded = begun(store)
    recorded.flag(True)
    give(recorded, True)
    recorded.flag(True)
    give(recorded, False)
    recorded.finish()
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(screen)
        text = to_bottom(app)
        assert "not right   ⚑ flagged" in text and "right   ⚑ flagged" in text
        assert text.count("⚑ flagged") == 2
        await press(pilot, "f")
        assert isinstance(app.screen, PlayScreen) and app.screen.review == (0, 1)
        assert "⚑ Flagged for another look." in shown(app)


async def test_what_was_flagged_is_looked_at_again_after_a_full_score_too(banks: Path, store: Store) -> None:
    recorded = begun(store, count=2)
    give(recorded, True)
    recorded.flag(True)
    give(recorded, True)
    app, screen = shows(banks, store, recorded)
    async with app.run_test(size=NARROW) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        assert "enter look at them" in keys(app) and "f flagged" in keys(app) and "missed" not in keys(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen) and app.screen.review == (1,)


async def test_without_a_flag_f_says_why_it_does_nothing(banks: Path, store: Store) -> None:
    app, screen = shows(banks, store, played(store, "+-"))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await app.push_screen(screen)
        await press(pilot, "f")
        assert app.screen is screen and "f flagged" not in keys(app)
        assert "No question was flagged." in words(app)


async def test_an_answered_question_can_still_be_flagged_in_practice(banks: Path, store: Store) -> None:
    app = app_playing(store, banks)
    async with app.run_test(size=NARROW) as pilot:
        await answer(pilot)
        before = lines(app)
        await press(pilot, "f")
        assert "⚑ Flagged for another look." in shown(app)
        assert store.session(1).flags == {0}
        await press(pilot, "f")
        assert lines(app) == before


async def test_with_a_single_bank_no_next_one_is_offered(banks: Path, store: Store, tmp_path: Path) -> None:
    library = Library([banks], tmp_path / "library.json")
    app = QuizApp(library, store, Wishes("ada", seed=1))
    screen = ResultScreen(played(store, "+-"))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await pilot.pause()
        await app.push_screen(screen)
        await pilot.pause()
        assert "next bank" not in keys(app)
        await press(pilot, "n")
        assert "There is no other bank here." in words(app)
    write_bank(banks, "quay", questions=QUESTIONS[:1], title="The quay at night")
    library.summaries()
    app = QuizApp(library, store, Wishes("ada", seed=1))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await app.push_screen(ResultScreen(played(store, "+-")))
        await pilot.pause()
        assert "n next bank" in keys(app)
