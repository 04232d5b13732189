"""How far somebody is in a course, and where it leads after a session."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.bank.shelf import Shelf
from quiz.play.material import material_of_bank
from quiz.play.onward import Onward, next_in_course
from quiz.play.recorded import RecordedSession
from quiz.play.steps import (
    NoSuchCourse,
    Progress,
    next_step,
    progress_in,
    progress_of,
    told_right,
    wishes_for,
)
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store
from tests.play.ostmole import COURSES, clock, key_place, part, write_bank, write_courses, wrong_place

ADA = Wishes("ada")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    write_bank(tmp_path / "banks")
    write_courses(tmp_path / "banks")
    return shelf_in(tmp_path / "banks")


def shelf_in(folder: Path) -> Shelf:
    library = Library([folder], None)
    return library.shelf(library.summaries())


def courses(store: Store, shelf: Shelf, player: str = "ada") -> tuple[Progress, ...]:
    return progress_of(store, player, shelf)


def play(store: Store, shelf: Shelf, bank: str, wishes: Wishes, marks: str = "++++++++") -> RecordedSession:
    """A session of a bank: “+” for a right answer, “-” for a wrong one, until there is nothing to answer."""
    summary = shelf.bank(bank)
    assert summary is not None
    recorded = RecordedSession.draw(store, material_of_bank(summary.path), wishes)
    for sign in marks:
        if recorded.session.open:
            recorded.answer(part(recorded, (key_place if sign == "+" else wrong_place)(recorded)))
            recorded.advance()
    return recorded


def play_step(store: Store, shelf: Shelf, name: str = "who-says-so", marks: str = "++") -> RecordedSession:
    progress = progress_in(store, "ada", shelf, name)
    step, bank = next_step(progress)
    return play(store, shelf, bank.id, wishes_for(step, progress.course, ADA), marks)


def test_nobody_has_begun_a_course_at_first(store: Store, shelf: Shelf) -> None:
    first, second = courses(store, shelf)
    assert [step.questions for step in first.steps] == [2, 2]
    assert not first.begun
    assert not first.finished
    assert (first.next, first.played) == (first.steps[0], 0)
    assert [step.questions for step in second.steps] == [2, 0]


def test_a_step_asks_only_what_its_course_is_about(store: Store, shelf: Shelf) -> None:
    recorded = play_step(store, shelf)
    assert {item.question.kind for item in recorded.session.asked} == {"speaker", "outlet_named"}


def test_a_step_is_played_once_each_question_was_answered(store: Store, shelf: Shelf) -> None:
    play_step(store, shelf, marks="+-")
    first, second = courses(store, shelf)
    assert (first.played, first.answered, first.right) == (1, 2, 1)
    assert told_right(first) == "1 of 2 right"
    assert first.next == first.steps[1]
    assert not second.begun
    play_step(store, shelf)
    assert courses(store, shelf)[0].finished


def test_it_does_not_matter_in_which_session_a_question_was_answered(store: Store, shelf: Shelf) -> None:
    play(store, shelf, "ostmole", ADA)
    first, second = courses(store, shelf)
    assert (first.played, second.played) == (1, 1)


def test_half_a_step_goes_on_with_what_was_not_answered(store: Store, shelf: Shelf) -> None:
    begun = play_step(store, shelf, marks="+")
    (first, _) = courses(store, shelf)
    assert (first.steps[0].answered, first.steps[0].left, first.steps[0].played) == (1, 1, False)
    rest = play_step(store, shelf, marks="")
    answered = begun.session.asked[0].question.id
    assert [item.question.id for item in rest.session.asked] == [
        item.question.id for item in begun.session.asked if item.question.id != answered
    ]


def test_a_step_that_was_played_is_played_again_as_a_whole(store: Store, shelf: Shelf) -> None:
    play_step(store, shelf)
    (first, _) = courses(store, shelf)
    assert wishes_for(first.steps[0], first.course, ADA).count == 2


def test_with_a_seed_the_history_does_not_matter(store: Store, shelf: Shelf) -> None:
    play_step(store, shelf, marks="+")
    (first, _) = courses(store, shelf)
    assert wishes_for(first.steps[0], first.course, replace(ADA, seed=1)).count == 2


def test_what_is_right_is_what_was_right_the_last_time(tmp_path: Path, shelf: Shelf) -> None:
    moments = (clock() + timedelta(seconds=passed) for passed in count())
    store = Store.open(tmp_path / "as-time-goes-by.db", lambda: next(moments))
    play_step(store, shelf, marks="--")
    (first, _) = courses(store, shelf)
    play(store, shelf, "ostmole", wishes_for(first.steps[0], first.course, ADA), "++")
    assert courses(store, shelf)[0].steps[0].right == 2
    store.close()


def test_an_exam_counts_once_it_is_handed_in(store: Store, shelf: Shelf) -> None:
    (first, _) = courses(store, shelf)
    exam = replace(wishes_for(first.steps[0], first.course, ADA), mode="exam")
    recorded = play(store, shelf, "ostmole", exam)
    assert not courses(store, shelf)[0].begun
    recorded.finish()
    assert courses(store, shelf)[0].played == 1


def test_the_progress_of_one_player_is_not_that_of_another(store: Store, shelf: Shelf) -> None:
    play_step(store, shelf)
    assert not courses(store, shelf, "grace")[0].begun


def test_a_bank_that_is_missing_is_said_and_the_course_is_finished_without_it(
    store: Store, shelf: Shelf
) -> None:
    play_step(store, shelf, "how-sure")
    second = courses(store, shelf)[1]
    assert second.steps[1].trouble == "The bank “lost-at-sea” is not in this library."
    assert second.finished
    with pytest.raises(
        NothingToPlay, match=r"You have played every step of “How sure is it\?”: 2 of 2 right\."
    ):
        next_step(second)


def test_a_bank_that_is_broken_or_asks_nothing_fitting_is_said(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "banks"
    write_courses(folder, COURSES.replace("hedge, claim_or_fact", "main_point"))
    (folder / "ostmole.yaml").write_text("questions: 3\n", encoding="utf-8")
    first, second = courses(store, shelf_in(folder))
    assert "ostmole.yaml:1:" in first.steps[0].trouble
    assert first.next == first.steps[1]
    with pytest.raises(NothingToPlay, match=r"No step of “How sure is it\?” can be played\."):
        next_step(second)
    write_bank(folder)
    second = courses(store, shelf_in(folder))[1]
    assert second.steps[0].trouble == "“The bridge that moved” has no question for this course."
    assert not second.finished


def test_a_course_that_is_not_there_is_told_which_are(store: Store, shelf: Shelf) -> None:
    with pytest.raises(NoSuchCourse) as error:
        progress_in(store, "ada", shelf, "who\n knows")
    assert str(error.value) == "There is no course “who knows” here; there are who-says-so, how-sure."


# Where it leads ------------------------------------------------------------------------------------


def after(store: Store, shelf: Shelf, recorded: RecordedSession) -> Onward | None:
    return next_in_course(store, "ada", shelf, recorded.material.bank, recorded.session)


def test_a_step_leads_to_the_next_step_of_its_course(store: Store, shelf: Shelf) -> None:
    onward = after(store, shelf, play_step(store, shelf))
    assert onward is not None
    assert onward.same
    assert onward.next is not None
    assert onward.next.next == onward.next.steps[1]


def test_the_last_step_leads_to_the_next_course_and_the_last_course_to_none(
    store: Store, shelf: Shelf
) -> None:
    play_step(store, shelf)
    onward = after(store, shelf, play_step(store, shelf))
    assert onward is not None
    assert onward.done is not None
    assert onward.next is not None
    assert (onward.done.finished, onward.next.course.id, onward.same) == (True, "how-sure", False)
    last = after(store, shelf, play_step(store, shelf, "how-sure"))
    assert last is not None
    assert last.next is None


def test_the_very_first_session_leads_to_the_first_course_and_no_later_one_does(
    store: Store, shelf: Shelf
) -> None:
    onward = after(store, shelf, play(store, shelf, "pier", replace(ADA, kinds=("number",))))
    assert onward is not None
    assert onward.done is None
    assert onward.next is not None
    assert onward.next.course.id == "who-says-so"
    assert after(store, shelf, play(store, shelf, "pier", replace(ADA, kinds=("role",)))) is None


def test_without_courses_a_session_leads_nowhere(store: Store, shelf: Shelf) -> None:
    assert after(store, Shelf(), play_step(store, shelf)) is None
