"""Adding questions to the text of a bank."""

import pytest

from quiz.bank.authoring.appending import append_questions
from quiz.bank.files import parse_bank
from quiz.bank.problems import BankError
from tests.bank.authoring.laws import only_inserted
from tests.bank.check.samples import BROKEN, CLEAN, PLAIN

NEW = """\
# For later.
- id: new-1
  type: text
  kind: number
  prompt: How many?
  # Both are right.
  accept:
    - two
    - a pair
  explanation: |
    Two lines

    with one between.
"""
OTHER = NEW.replace("new-1", "new-2")


@pytest.mark.parametrize("name", CLEAN)
def test_a_question_is_added_at_the_end_and_all_else_stays_as_it_was(name: str) -> None:
    before = CLEAN[name].removeprefix("\ufeff")
    after = append_questions(before, name, [NEW])
    assert after is not None
    assert only_inserted(before, after)
    old, new = parse_bank(before, name).bank, parse_bank(after, name).bank
    assert new.questions[:-1] == old.questions
    assert new.questions[-1].id == "new-1"
    assert new.questions[-1].explanation == "Two lines\n\nwith one between.\n"


def test_several_are_added_in_order_with_their_comments() -> None:
    after = append_questions(PLAIN, "x", [NEW, OTHER])
    assert after is not None
    assert [one.id for one in parse_bank(after, "x").bank.questions][-2:] == ["new-1", "new-2"]
    assert after.count("  # For later.\n  - id: new-") == 2
    assert after.count("\n    # Both are right.\n    accept:") == 2


def test_the_new_lines_stand_as_far_in_and_end_as_those_of_the_bank() -> None:
    flat = "version: 1\r\nid: a\r\ntitle: A\r\nquestions:\r\n- id: one\r\n  type: text\r\n  kind: number\r\n"
    flat += "  prompt: How many?\r\n  accept: [two]\r\n  explanation: So it says.\r\nlicense: MIT\r\n"
    after = append_questions(flat, "x", [NEW])
    assert after is not None
    assert "\r\n- id: new-1\r\n  type: text\r\n" in after
    assert after.endswith("license: MIT\r\n")
    assert "\n" not in after.replace("\r\n", "")
    assert len(parse_bank(after, "x").bank.questions) == 2


@pytest.mark.parametrize(
    "head",
    [
        "questions:\n",
        "questions: []\n",
        "questions: [ ] # none yet\n",
        "questions: # none yet\n",
        "questions: null\n",
        "",
        "license: MIT",
        "questions: []\nlicense: MIT\n",
        "questions:\n# none yet\nlicense: MIT\n",
    ],
)
def test_the_first_question_of_a_bank_is_added_whatever_stands_there(head: str) -> None:
    after = append_questions(f"version: 1\nid: a\ntitle: A\n{head}", "x", [NEW])
    assert after is not None
    bank = parse_bank(after, "x").bank
    assert [one.id for one in bank.questions] == ["new-1"]
    assert bank.license == ("MIT" if "MIT" in head else None)
    assert ("# none yet" in after) is ("# none yet" in head)


def test_a_bank_whose_questions_have_flaws_is_added_to() -> None:
    before = BROKEN["unknown-kind"]
    after = append_questions(before, "x", [NEW])
    assert after is not None
    assert only_inserted(before, after)
    with pytest.raises(BankError) as error:
        parse_bank(after, "x")
    assert [problem.message for problem in error.value.problems] == [
        "unknown kind “nubmer”; did you mean “number”?"
    ]


@pytest.mark.parametrize("name", ["not-yaml-open-quote", "alias", "repeated-key", "tag"])
def test_what_is_not_plain_yaml_must_be_mended_first(name: str) -> None:
    with pytest.raises(BankError):
        append_questions(BROKEN[name], "x", [NEW])


@pytest.mark.parametrize("name", ["every-type", "comments-everywhere", "flow-style", "json", "block-literal"])
def test_half_a_bank_is_added_to_or_refused_and_never_spoilt(name: str) -> None:
    whole = CLEAN[name]
    for end in range(0, len(whole), 7):
        half = whole[:end]
        try:
            after = append_questions(half, name, [NEW])
        except BankError:
            continue
        assert after is None or (only_inserted(half, after) or "questions:" not in half), half


@pytest.mark.parametrize("text", ["- a\n", "questions: 3\n", "questions: {}\n", "just words\n", "{}"])
def test_to_what_is_no_bank_nothing_is_added(text: str) -> None:
    assert append_questions(text, "x", [NEW]) is None
