"""A session and its store: what was answered is on disk, and a session can be gone on with."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from quiz.play.material import Material
from quiz.play.recorded import RecordedSession
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store, StoreError
from tests.play.every_type import EVERY_TYPE
from tests.play.ostmole import (
    ARTICLE,
    QUESTIONS,
    TITLE,
    begin,
    key_place,
    material,
    open_store,
    part,
    wrong_place,
)

WISHES = Wishes("ada", seed=1)


def fail(*_: Any) -> None:
    raise StoreError("The disk is full.")


def answer_all(recorded: RecordedSession, *, wrongly: tuple[int, ...] = ()) -> None:
    while recorded.session.state == "asking":
        wrong = recorded.session.position in wrongly
        recorded.answer(part(recorded, wrong_place(recorded) if wrong else key_place(recorded)))
        recorded.advance()


def test_an_answer_is_in_the_file_before_anybody_sees_what_it_was_worth(store: Store, tmp_path: Path) -> None:
    recorded = begin(store)
    answer = recorded.answer(part(recorded, key_place(recorded)), 2.25)
    with open_store(tmp_path) as elsewhere:
        (stored,) = elsewhere.answers(recorded.number)
    assert stored.response == answer.response
    assert (stored.correct, stored.score, stored.max_score, stored.seconds) == (True, 1.0, 1.0, 2.25)
    assert stored.question == recorded.session.current.question.id


def test_the_store_knows_what_is_asked_before_the_first_answer(store: Store) -> None:
    recorded = begin(store)
    stored = store.session(recorded.number)
    assert [asked.question for asked in stored.questions] == [
        item.question.id for item in recorded.session.asked
    ]
    assert [asked.order for asked in stored.questions] == [item.order for item in recorded.session.asked]
    assert (stored.summary.player, stored.summary.bank, stored.summary.title) == ("ada", "ostmole", TITLE)
    assert (stored.article, stored.article_name, stored.source) == (ARTICLE, "ostmole.txt", "ostmole.yaml")
    assert stored.seed == 1


def test_when_the_answer_cannot_be_saved_the_question_still_waits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = begin(store)
    with monkeypatch.context() as broken:
        broken.setattr(store, "record", fail)
        with pytest.raises(StoreError):
            recorded.answer(part(recorded, 0))
    assert (recorded.session.state, recorded.session.answers) == ("asking", {})
    assert store.answers(recorded.number) == ()
    recorded.answer(part(recorded, 1))
    assert len(store.answers(recorded.number)) == 1


def test_the_last_answer_finishes_the_session(store: Store) -> None:
    recorded = begin(store, count=2)
    recorded.answer(part(recorded, 0))
    assert store.sessions()[0].finished is None
    recorded.advance()
    recorded.answer(part(recorded, 0))
    assert store.sessions()[0].finished == "2026-11-12T14:02:00Z"
    recorded.advance()
    assert recorded.session.position == len(recorded.session.asked)


def test_an_answer_that_is_saved_counts_even_if_the_end_cannot_be_written_down(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = begin(store, count=1)
    with monkeypatch.context() as broken:
        broken.setattr(store, "finish", fail)
        recorded.answer(part(recorded, 0))
        assert recorded.session.state == "answered"
        with pytest.raises(StoreError):
            recorded.advance()
        assert recorded.session.state == "answered"
    recorded.advance()
    assert recorded.session.position == len(recorded.session.asked)
    assert store.sessions()[0].finished is not None


def test_nobody_goes_on_without_an_answer(store: Store) -> None:
    recorded = begin(store)
    with pytest.raises(ValueError):
        recorded.advance()


def test_going_on_brings_back_questions_options_answers_and_article(store: Store) -> None:
    recorded = begin(store)
    recorded.answer(part(recorded, key_place(recorded)), 1.5)
    recorded.advance()
    recorded.answer(part(recorded, wrong_place(recorded)), 3.0)
    again = RecordedSession.open(store, recorded.number)
    assert again.session.asked == recorded.session.asked
    assert again.session.answers == recorded.session.answers
    assert (again.session.state, again.session.position) == ("asking", 2)
    assert again.title == TITLE
    assert again.article is not None and recorded.article is not None
    assert again.article.blocks == recorded.article.blocks
    answer_all(again)
    assert store.sessions()[0].correct == len(QUESTIONS) - 1


def test_going_on_works_without_an_article(store: Store) -> None:
    recorded = begin(store, raw=None)
    again = RecordedSession.open(store, recorded.number)
    assert again.article is None
    assert [piece.place for piece in again.evidence(again.session.current)] == ["the article"]


@pytest.mark.parametrize("raw", [None, ARTICLE])
def test_the_outlet_that_only_the_bank_names_comes_back(store: Store, raw: str | None) -> None:
    named = material(raw=raw)._replace(outlet="Harbour Courier")
    recorded = RecordedSession.draw(store, named, Wishes("ada", seed=1))
    again = RecordedSession.open(store, recorded.number)
    assert again.material.outlet == "Harbour Courier"
    assert again.again((), Wishes("ada")).material.outlet == "Harbour Courier"


def test_a_session_that_does_not_exist_cannot_be_gone_on_with(store: Store) -> None:
    with pytest.raises(StoreError):
        RecordedSession.open(store, 7)


def test_evidence_has_its_words_and_its_place(store: Store) -> None:
    recorded = begin(store)
    places = {}
    for item in recorded.session.asked:
        for piece in recorded.evidence(item):
            assert ARTICLE[piece.start : piece.end] == piece.quote
            places[item.question.id] = piece.place
    assert places == {
        "speaker-1": "paragraph 2",
        "number-1": "paragraph 1",
        "role-1": "paragraph 11",
        "hedge-1": "paragraph 15",
        "outlet-1": "paragraph 8",
        "claim-1": "paragraph 10",
    }


def test_wishes_decide_what_is_asked(store: Store) -> None:
    recorded = RecordedSession.draw(store, material(), Wishes("ada", 2, skills=("source",), seed=3))
    assert {item.question.id for item in recorded.session.asked} == {"speaker-1", "outlet-1"}


def test_without_a_question_that_fits_nothing_begins(store: Store) -> None:
    with pytest.raises(NothingToPlay) as error:
        RecordedSession.draw(store, material(title="A\x1b[31m title"), Wishes("ada", kinds=("cloze",)))
    assert "no question that fits" in str(error.value)
    assert "\x1b" not in str(error.value)
    assert store.sessions() == []


def test_without_a_seed_sessions_differ_but_the_seed_is_kept(store: Store) -> None:
    drawn = [RecordedSession.draw(store, material(), Wishes("ada")) for _ in range(8)]
    assert len({tuple(item.question.id for item in one.session.asked) for one in drawn}) > 1
    for one in drawn:
        seed = store.session(one.number).seed
        repeated = RecordedSession.draw(store, material(), Wishes("ada", seed=seed))
        assert repeated.session.asked == one.session.asked


def test_the_missed_ones_are_played_again_and_only_they(store: Store) -> None:
    recorded = begin(store)
    answer_all(recorded, wrongly=(0, 3))
    missed = recorded.session.missed()
    again = recorded.again(missed, WISHES)
    assert again.number != recorded.number
    assert {item.question.id for item in again.session.asked} == {item.question.id for item in missed}
    assert (again.session.state, again.session.answers) == ("asking", {})
    assert again.article is recorded.article


def test_playing_again_draws_anew_from_the_whole_bank(store: Store) -> None:
    recorded = begin(store, count=2)
    answer_all(recorded)
    again = recorded.again((), Wishes("ada", 10, seed=1))
    assert len(again.session.asked) == len(QUESTIONS)
    assert len(store.sessions()) == 2


def test_a_bank_of_nothing_but_drafts_says_so_and_any_other_that_nothing_fits(store: Store) -> None:
    drafts = [dataclasses.replace(question, status="draft") for question in material().questions]
    with pytest.raises(NothingToPlay, match="nothing but drafts, which wait for a person's yes"):
        RecordedSession.draw(store, material(drafts), Wishes(player="ada"))
    with pytest.raises(NothingToPlay, match="no question that fits"):
        RecordedSession.draw(store, material(drafts), Wishes("ada", kinds=("cloze",)))


# Exams, flags, time, and what was missed ------------------------------------------------------------


def exam(store: Store, **wishes: Any) -> RecordedSession:
    return RecordedSession.draw(store, material(), Wishes("ada", seed=1, mode="exam", **wishes))


def test_an_exam_is_gone_on_with_as_it_was_left(store: Store) -> None:
    recorded = exam(store, certainty=True, closed_book=True, minutes=5)
    recorded.answer(part(recorded, key_place(recorded)), 2.0, certainty=3)
    recorded.answer(part(recorded, wrong_place(recorded)), 4.0, certainty=1)
    recorded.flag(True)
    recorded.advance()
    recorded.flag(True)
    recorded.flag(False)
    recorded.spend(61.5)
    again = RecordedSession.open(store, recorded.number)
    assert again.session.mode == "exam"
    assert again.session.answers == recorded.session.answers
    assert again.session.answers[0].certainty == 1
    assert again.session.flags == {0}
    assert again.rules == recorded.rules
    assert again.rules.certainty
    assert again.rules.closed_book
    assert again.remaining == pytest.approx(238.5)


def test_an_exam_is_over_when_it_is_handed_in_and_not_before(store: Store) -> None:
    recorded = exam(store, count=2)
    for _ in range(2):
        recorded.answer(part(recorded, key_place(recorded)))
        recorded.advance()
    assert store.sessions()[0].finished is None
    recorded.finish()
    assert store.sessions()[0].finished is not None
    assert RecordedSession.open(store, recorded.number).session.state == "finished"


def test_time_over_is_no_time_left_and_not_less(store: Store) -> None:
    recorded = exam(store, minutes=1)
    recorded.spend(100)
    assert recorded.remaining == 0
    assert begin(store).remaining is None


def test_a_session_given_up_counts_what_was_not_answered(store: Store) -> None:
    recorded = begin(store)
    recorded.answer(part(recorded, key_place(recorded)))
    recorded.finish()
    (summary,) = store.sessions()
    assert (summary.asked, summary.answered, summary.correct) == (6, 1, 1)
    assert summary.finished is not None


def test_only_what_was_missed_the_last_time_is_played_when_that_is_wished_for(store: Store) -> None:
    only_missed = Wishes("ada", only="missed")
    with pytest.raises(NothingToPlay):
        RecordedSession.draw(store, material(), only_missed)
    recorded = begin(store)
    missed = []
    for place in range(len(recorded.session.asked)):
        wrong = place in (1, 4)
        missed += [recorded.session.current.question.id] if wrong else []
        recorded.answer(part(recorded, wrong_place(recorded) if wrong else key_place(recorded)))
        recorded.advance()
    again = RecordedSession.draw(store, material(), only_missed)
    assert {item.question.id for item in again.session.asked} == set(missed)
    again.answer(part(again, key_place(again)))
    left = RecordedSession.draw(store, material(), only_missed)
    assert len(left.session.asked) == 1


def test_what_was_never_seen_comes_first(store: Store) -> None:
    first = RecordedSession.draw(store, material(), Wishes("ada", count=4))
    for _ in range(4):
        first.answer(part(first, 0))
        first.advance()
    second = RecordedSession.draw(store, material(), Wishes("ada", count=2))
    seen = {item.question.id for item in first.session.asked}
    assert not seen & {item.question.id for item in second.session.asked}
    other = RecordedSession.draw(store, material(), Wishes("ben", count=6))
    assert len(other.session.asked) == 6


@pytest.mark.parametrize("question", EVERY_TYPE, ids=lambda question: question.type)
def test_answers_to_questions_of_every_type_are_kept(question: AnyQuestion, store: Store) -> None:
    recorded = RecordedSession.draw(
        store, Material("ostmole", "Ostmole", [question], None, None, None), Wishes("ada")
    )
    answer = recorded.answer(recorded.session.current.key)
    assert answer.correct
    again = RecordedSession.open(store, recorded.number)
    assert again.session.answers == {0: answer}
    assert again.session.state == "finished"
    assert again.session.asked == recorded.session.asked
