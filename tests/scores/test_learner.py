"""What is said of a learner and of questions follows from first answers, and only from those that count."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.author import FirstAttempt, bank_items
from quiz.scores.learner import (
    TWO_WAY,
    FirstAnswer,
    median_time,
    milestone,
    practice,
    standings,
    sureness,
    two_way,
)
from quiz.scores.store import AskedQuestion, Store

from .examples import Clock, answer, asked, start


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", clock) as store:
        yield store


def first(
    kind: str = "speaker",
    skill: str = "source",
    *,
    share: float = 1.0,
    seconds: float = 8.0,
    sure: int | None = None,
) -> FirstAnswer:
    return FirstAnswer(kind, skill, "2026-11-12T14:02:00Z", share, share == 1, sure, seconds)


def test_only_the_first_answer_to_a_question_counts(store: Store, clock: Clock) -> None:
    for correct in (False, True, True):
        store.record(store.begin(start(1)), answer(0, correct=correct))
        clock.wait(days=1)
    (only,) = store.first_answers("ada")
    assert (only.correct, only.recorded, only.seconds) == (False, "2026-11-12T14:02:00Z", 4.5)
    assert store.first_answers("bo") == []


def test_an_exam_counts_once_it_is_handed_in(store: Store) -> None:
    session = store.begin(start(1, mode="exam"))
    store.record(session, answer(0))
    assert store.first_answers("ada") == []
    assert store.first_attempts("harbour-bridge") == ([], {})
    store.finish(session)
    assert len(store.first_answers("ada")) == 1


def test_first_answers_come_oldest_first_across_banks(store: Store, clock: Clock) -> None:
    for bank in ("b", "a", "c"):
        store.record(store.begin(start(1, bank=bank)), answer(0, score=0.5, correct=False))
        clock.wait(hours=1)
    times = [one.recorded for one in store.first_answers("ada")]
    assert times == sorted(times)
    assert [one.share for one in store.first_answers("ada")] == [0.5] * 3


def test_skills_and_kinds_stand_in_their_usual_order() -> None:
    answers = [first("cloze", "detail"), first(), first("quotation"), first("mystery", "other")]
    found = standings(answers)
    assert [one.name for one in found] == ["detail", "source", "other"]
    assert [kind.name for kind in found[1].kinds] == ["speaker", "quotation"]
    assert (found[1].right.n, found[1].right.value) == (2, 1)


def test_a_skill_needs_ten_answers() -> None:
    assert [standings([first()] * n)[0].right.enough for n in (9, 10)] == [False, True]


def test_part_marks_count_in_the_trend_and_not_as_right() -> None:
    (found,) = standings([first(share=0.5)] * 12)
    assert found.right.value == 0
    assert found.now.value == pytest.approx(0.5)


def test_times_are_medians_and_pauses_are_counted_apart() -> None:
    assert median_time([1, 2, 30, 4000]) == (2, 1)
    assert median_time([1, 2]) == (1.5, 0)
    assert median_time([4000.0]) == (None, 1)
    assert median_time([]) == (None, 0)


def test_certainty_is_told_only_where_it_was_asked_for() -> None:
    assert sureness([first(), first(share=0)]) is None
    found = sureness([first(sure=3), first(sure=3, share=0), first()])
    assert found is not None
    assert (found.answers, found.mean) == (2, -1.5)


def snapshot(*options: tuple[str, bool]) -> str:
    return json.dumps({"type": "choice", "options": [{"text": t, "correct": c} for t, c in options]})


CLAIM = ("As a statement by a source it names", "As a statement by a source it does not name")
VOICE = "In the article's own voice"


@pytest.mark.parametrize(
    ("key", "response", "sides"),
    [
        (VOICE, VOICE, (False, False)),
        (VOICE, CLAIM[0], (False, True)),
        (CLAIM[0], VOICE, (True, False)),
        (CLAIM[0], CLAIM[1], (True, True)),
        (CLAIM[0], "something else", None),
        (CLAIM[0], ["x"], None),
    ],
)
def test_statements_have_two_sides(key: str, response: Any, sides: tuple[bool, bool] | None) -> None:
    options = [(text, text == key) for text in (*CLAIM, VOICE)]
    assert two_way("claim_or_fact", snapshot(*options), response) == sides


def test_questions_without_the_sides_of_their_kind_are_left_out() -> None:
    assert two_way("claim_or_fact", snapshot(("yes", True), ("no", False)), "yes") is None
    assert two_way("speaker", snapshot((VOICE, True), ("no", False)), "no") is None
    for broken in ("", "[]", '{"options": 3}', '{"options": ["x"]}', snapshot((VOICE, False))):
        assert two_way("claim_or_fact", broken, VOICE) is None


def test_the_sides_are_those_the_generator_writes() -> None:
    from quiz.generate.kinds import checkable, claim_or_fact

    assert TWO_WAY["claim_or_fact"][0] == claim_or_fact.OWN_VOICE
    assert TWO_WAY["checkable"][0] == checkable.VALUES


def test_two_way_answers_are_read_from_the_store(store: Store) -> None:
    text = snapshot((CLAIM[0], True), (VOICE, False))
    session = store.begin(start(questions=[AskedQuestion("q", "claim_or_fact", "statement", text), asked(1)]))
    store.record(session, answer(0, correct=False, response=VOICE))
    store.record(session, answer(1))
    assert store.two_way_answers("ada") == {"claim_or_fact": [(True, False)]}


NOW = datetime(2026, 11, 12, 20, tzinfo=UTC)


def days(*back: int) -> list[tuple[str, int]]:
    return [((NOW - timedelta(days=n)).strftime("%Y-%m-%dT%H:%MZ"), 10) for n in back]


def test_a_run_goes_on_until_a_whole_day_is_missed() -> None:
    for back, run, longest in [
        ((), 0, 0),
        ((0,), 1, 1),
        ((1, 2, 3), 3, 3),
        ((2, 3), 0, 2),
        ((0, 1, 3, 4, 5), 2, 3),
    ]:
        found = practice(days(*back), NOW, UTC)
        assert (found.run, found.longest) == (run, longest)


def test_days_are_local_also_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    # Summer time ends on 25 October 2026 at 3 o'clock: 22:30 UTC is half past midnight before, 23:30 after.
    times = [
        ("2026-10-23T22:30Z", 1),
        ("2026-10-24T22:30Z", 1),
        ("2026-10-25T22:30Z", 1),
        ("2026-10-25T23:30Z", 1),
    ]
    found = practice(times, datetime(2026, 10, 26, 9, tzinfo=UTC), zone)
    assert found.days == {date(2026, 10, 24): 1, date(2026, 10, 25): 2, date(2026, 10, 26): 1}
    assert found.run == 3


@given(st.sets(st.integers(0, 60)))
def test_the_run_is_never_longer_than_the_longest(back: set[int]) -> None:
    found = practice(days(*back), NOW, UTC)
    assert found.run <= found.longest <= len(found.days) == len(back)


def test_practice_times_come_from_the_sessions_of_the_player(store: Store, clock: Clock) -> None:
    store.record(store.begin(start(3)), answer(0))
    store.begin(start(3, player="bo"))
    clock.wait(days=1)
    store.begin(start(3))
    assert store.practice_times("ada") == [("2026-11-12T14:02Z", 1), ("2026-11-13T14:02Z", 0)]
    assert practice(store.practice_times("ada"), clock(), UTC).days == {date(2026, 11, 12): 1}


def test_a_milestone_is_told_when_it_is_passed() -> None:
    spans = (range(8, 10), range(9, 11), range(11, 12), range(5, 61), range(0))
    assert [milestone(places) for places in spans] == [None, 10, None, 50, None]


def attempts(
    question: str, responses: str, shares: Sequence[float] | None = None, snap: str = "s"
) -> list[FirstAttempt]:
    """One attempt a player; K is the key, other letters are wrong options."""
    return [
        FirstAttempt(
            f"p{n}",
            question,
            "speaker",
            float(r == "K") if shares is None else shares[n],
            r,
            f"{snap}-{question}",
        )
        for n, r in enumerate(responses)
    ]


def item(responses: str, strong: str, letters: str = "KABC") -> Any:
    """The figures of a question; ``strong`` has a + for every player who is right on four other questions."""
    options = [{"text": letter, "correct": letter == "K"} for letter in letters]
    snapshots = {
        f"s-{q}": json.dumps({"type": "choice", "prompt": "Who?", "options": options}) for q in ("q", *"1234")
    }
    others = [one for q in "1234" for one in attempts(q, "".join("K" if s == "+" else "A" for s in strong))]
    found = bank_items("bank", [*attempts("q", responses), *others], snapshots)
    return next(one for one in found.items if one.question == "q")


def test_nothing_is_said_of_a_question_under_ten_attempts() -> None:
    few = item("K" * 9, "+" * 9)
    assert (few.n, few.enough, few.flags) == (9, False, ())


def test_a_question_that_strong_players_miss_is_flagged() -> None:
    flags = item("A" * 20 + "K" * 20, "+" * 20 + "-" * 20).flags
    assert flags[0] == "strong players miss it: check the key"
    assert "strong players choose “A”: check that it is wrong" in flags


def test_a_question_that_works_has_no_flag() -> None:
    assert item("K" * 20 + "AABBCC" * 3, "+" * 20 + "-" * 18).flags == ()


def test_options_nobody_chooses_are_named() -> None:
    flags = item("K" * 60 + "A" * 40, "+" * 60 + "-" * 40).flags
    assert flags == ("nobody chooses “B”", "nobody chooses “C”")


def test_a_wrong_option_most_choose_points_at_the_key() -> None:
    flags = item("A" * 30 + "K" * 10, "+-" * 20).flags
    assert "more players choose “A” than the key: check the key" in flags


def test_a_question_below_guessing_or_too_easy_is_told() -> None:
    assert any("blind guessing" in flag for flag in item("A" * 40 + "BC", "+-" * 21).flags)
    assert any("nearly everybody" in flag for flag in item("K" * 100, "+-" * 50, "KA").flags)


def test_answers_to_an_earlier_wording_are_counted_apart() -> None:
    old, new = attempts("q", "KKK", snap="old"), attempts("q", "KKKKK", snap="new")
    given = [
        *old,
        *(FirstAttempt(f"x{n}", "q", "speaker", 1.0, "K", one.snapshot) for n, one in enumerate(new)),
    ]
    (found,) = bank_items("bank", given, {}).items
    assert (found.n, found.revised, found.prompt) == (8, 3, "q")


def test_first_attempts_of_all_players_are_read_from_the_store(store: Store, clock: Clock) -> None:
    for player in ("ada", "bo"):
        session = store.begin(start(2, player=player))
        store.record(session, answer(0, correct=player == "ada", response="Tomas Brandt"))
        clock.wait(minutes=1)
    store.record(store.begin(start(1)), answer(0))
    given, snapshots = store.first_attempts("harbour-bridge")
    assert [(one.player, one.question, one.share) for one in given] == [
        ("ada", "speaker-0", 1.0),
        ("bo", "speaker-0", 0.0),
    ]
    assert json.loads(snapshots[given[0].snapshot])["prompt"] == "Who said it?"
    assert store.bank_title("harbour-bridge") == "The bridge that moved"
    assert store.bank_title("another") is None
    assert store.players() == ["ada", "bo"]
