"""Deciding about a question changes its status in the text, and nothing else."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.replacing import cut_question
from quiz.bank.files import SaveError, load_bank, open_bank, parse_bank
from quiz.bank.library import Library
from quiz.bank.model import Status
from quiz.play.asked import playable
from tests.bank.samples import BANK, EVERY_TYPE

COMMENTED = """\
# Our first bank.
version: 1
id: harbour-bridge
title: 'The bridge that moved'   # as printed
questions:
  # Ask Mara before changing this.
  - id: speaker-1
    type: choice
    kind: speaker
    prompt: >-
      Who
      said it?
    explanation: Paragraph 4 says so.
    status:   draft      # waits for somebody
    options:
      - {text: Mara Lindqvist, correct: true}
      - text: Tomas Brandt
  - {id: speaker-2, type: choice, kind: speaker, prompt: Who?, explanation: So.,
     options: [{text: A, correct: true}, {text: B}]}  # short
# The end.
"""
JSON = """{"version": 1, "id": "a", "title": "A", "questions": [{"id": "speaker-1", "type": "choice",
 "kind": "speaker", "prompt": "Who?", "explanation": "So.", "status": "draft", "options":
 [{"text": "A", "correct": true}, {"text": "B"}]}]}"""


def test_only_the_status_changes() -> None:
    changed = decided(COMMENTED, "bank.yaml", 0, "approved")
    assert changed == COMMENTED.replace("status:   draft  ", "status:   approved  ")


def test_a_rejected_question_keeps_the_reason_on_a_line_of_its_own() -> None:
    changed = decided(COMMENTED, "bank.yaml", 0, "rejected", "Two readings: “his” is either.")
    added = set(changed.splitlines()) - set(COMMENTED.splitlines())
    assert added == {
        "    status:   rejected      # waits for somebody",
        "    reason: 'Two readings: “his” is either.'",
    }
    assert parse_bank(changed, "").bank.questions[0].reason == "Two readings: “his” is either."


def test_approving_takes_an_earlier_reason_away() -> None:
    rejected = decided(COMMENTED, "bank.yaml", 0, "rejected", "Unclear.")
    assert decided(rejected, "bank.yaml", 0, "draft") == COMMENTED


def test_a_status_that_was_left_out_is_written_below_the_id() -> None:
    changed = decided(BANK, "bank.yaml", 0, "rejected", "Unclear.")
    assert "  - id: speaker-1\n    status: rejected\n    reason: Unclear.\n    type: choice" in changed


def test_a_question_between_braces_stays_between_them() -> None:
    changed = decided(COMMENTED, "bank.yaml", 1, "rejected", "Dull.")
    assert '{id: speaker-2, status: rejected, reason: "Dull.", type: choice' in changed
    assert changed.endswith("  # short\n# The end.\n")
    assert decided(changed, "bank.yaml", 1, "approved") == COMMENTED.replace(
        "{id: speaker-2,", "{id: speaker-2, status: approved,"
    )


def test_json_stays_json() -> None:
    changed = decided(JSON, "bank.json", 0, "rejected", 'He said "no".')
    assert '"status": "rejected", "reason": "He said \\"no\\".", "options"' in changed


def test_line_ends_stay_what_they_are() -> None:
    changed = decided(COMMENTED.replace("\n", "\r\n"), "bank.yaml", 0, "rejected", "Unclear.")
    assert changed.count("\n") == changed.count("\r\n") == COMMENTED.count("\n") + 1


@given(
    index=st.integers(0, 5),
    status=st.sampled_from(["approved", "draft", "rejected"]),
    reason=st.text(max_size=60),
    second=st.sampled_from(["approved", "draft", "rejected"]),
)
def test_every_question_but_one_stays_whatever_is_decided(
    index: int, status: Status, reason: str, second: Status
) -> None:
    before = parse_bank(EVERY_TYPE, "").bank
    once = decided(EVERY_TYPE, "bank.yaml", index, status, reason)
    after = parse_bank(decided(once, "bank.yaml", index, second, "Because."), "").bank
    because = "Because." if second == "rejected" else None
    expected = replace(before.questions[index], status=second, reason=because)
    assert after.questions == [*before.questions[:index], expected, *before.questions[index + 1 :]]


def test_rejected_questions_are_neither_played_nor_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(decided(EVERY_TYPE, "bank.yaml", 0, "rejected", "Unclear."), encoding="utf-8")
    (summary,) = Library([tmp_path], None).summaries()
    assert (summary.questions, summary.drafts) == (5, 0)
    assert "speaker-1" not in [question.id for question in playable(open_bank(path).bank.questions)]


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
def test_a_question_that_is_cut_out_and_put_back_unchanged_changes_nothing(end_of_line: str) -> None:
    text = (EVERY_TYPE + "# The end.\n").replace("\n", end_of_line)
    for index in range(6):
        cut = cut_question(text, "bank.yaml", index)
        assert cut.written.startswith("- id: ")
        assert cut.put_back(cut.written) == text


def test_a_question_is_cut_out_with_the_comment_above_it() -> None:
    cut = cut_question(COMMENTED, "bank.yaml", 0)
    assert cut.written.startswith("# Ask Mara before changing this.\n- id: speaker-1\n  type: choice\n")
    assert cut.put_back(cut.written.replace("draft", "approved")) == COMMENTED.replace("draft", "approved")


def test_a_question_without_lines_of_its_own_cannot_be_cut_out() -> None:
    with pytest.raises(SaveError, match="edit the whole bank"):
        cut_question(JSON, "bank.json", 0)


def test_a_program_killed_while_it_saves_decisions_leaves_the_old_or_the_new_bank(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(EVERY_TYPE, encoding="utf-8")
    work = f"""
from pathlib import Path
from quiz.bank.authoring.deciding import decided
from quiz.bank.authoring.keeping import put_back
path = Path({str(path)!r})
text = path.read_text(encoding="utf-8")
print("begun", flush=True)
for turn in range(100_000):
    new = decided(text, "bank.yaml", turn % 6, ("rejected", "draft")[turn // 6 % 2], "Unclear.")
    put_back(path, new, replaces=text)
    text = new
"""
    for wait in (0.05, 0.11, 0.17):
        with subprocess.Popen([sys.executable, "-c", work], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(wait)
            os.kill(process.pid, signal.SIGKILL)
        assert [question.id for question in load_bank(path).bank.questions] == [
            question.id for question in parse_bank(EVERY_TYPE, "").bank.questions
        ]
