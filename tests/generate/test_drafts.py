"""Kinds that need a person's yes: written as drafts, on top of what is played, never in its place."""

import pytest

from quiz.bank.kinds import KINDS
from quiz.generate import report
from quiz.generate.build import generate
from tests.generate.articles import article

CAUSE = "The bridge at gate {} was closed to trams because the railing had rusted through."
ORDER = "The station at gate {} was closed after a tram hit the northern gate."
DRAFTS = (
    CAUSE.format("four"),
    ORDER.format("six"),
    CAUSE.format("seven"),
    "The town paid four million crowns for the railing in 1998.",
)
PLAYED = (
    "“It moved three centimetres in one night,” Mara Lindqvist said.",
    "“The railing was never part of the contract,” said Tomas Brandt.",
    "Ada Quill said: “Nobody has measured the bridge since May.”",
    "The Guardian sent a photographer and Reuters sent a drone to the harbour.",
)

WANTED = ("speaker", "quotation", "outlet_named", "cause_stated", "checkable")
"""Kinds that do not ask about the same sentences, so that none of them crowds out another."""


def test_the_grade_of_the_kind_decides_what_waits() -> None:
    made = generate(article(*PLAYED, *DRAFTS), only=WANTED)
    assert {KINDS[item.kind].grade for item in made.playable} == {"A"}
    assert {KINDS[item.kind].grade for item in made.waiting} == {"B"}
    assert made.questions == (*made.playable, *made.waiting)


@pytest.mark.parametrize("count", [1, 2, 3, 20])
def test_drafts_come_on_top_and_are_a_third_of_the_count_at_most(count: int) -> None:
    with_drafts = generate(article(*PLAYED, *DRAFTS), count=count, only=WANTED)
    graded = [name for name in WANTED if KINDS[name].grade == "A"]
    without = generate(article(*PLAYED, *DRAFTS), count=count, only=graded)
    assert with_drafts.playable == without.playable
    assert 0 < len(with_drafts.waiting) <= -(-count // 3)


def test_where_only_such_kinds_are_wanted_the_count_is_theirs() -> None:
    made = generate(article(*PLAYED, *DRAFTS), count=3, only=["cause_stated", "checkable"])
    assert len(made.waiting) == 3
    assert made.playable == ()


def test_no_question_at_all_is_wanted() -> None:
    assert generate(article(*PLAYED, *DRAFTS), count=0).questions == ()


def test_the_account_counts_them_apart() -> None:
    made = generate(article(*PLAYED, *DRAFTS), only=WANTED)
    first, second = report.account(made).splitlines()[:2]
    assert first.startswith(f"{len(made.playable)} questions of ")
    assert "cause_stated" not in first
    assert second.startswith(f"{len(made.waiting)} drafts wait for a person's yes: cause_stated ")
    one = generate(article(DRAFTS[0]), only=["cause_stated"])
    assert "nothing in it is played yet; 1 draft waits for a person's yes: cause_stated 1." in report.account(
        one
    )


def test_a_draft_does_not_show_who_speaks_where_a_question_asks_for_it() -> None:
    said = "“The bridge moved because the northern pillar had sunk,” said Tomas Brandt."
    made = generate(article(PLAYED[0], said, PLAYED[2]), only=["speaker", "cause_stated"])
    asked = [item for item in made.playable if item.kind == "speaker" and "pillar had sunk" in item.prompt]
    shown = [item for item in made.waiting if "Tomas Brandt" in item.prompt]
    assert len(asked) == 1
    assert shown == []
