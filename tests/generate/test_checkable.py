"""What could prove or disprove a statement: only the extreme cases are asked about."""

import pytest

from quiz.generate.kinds.checkable import EVIDENCE, LATER, VALUES
from tests.generate.articles import candidates, key, question, questions, wrong


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The council closed the bridge to lorries on Monday.", EVIDENCE),
        ("The town paid four million crowns for the railing in 1998.", EVIDENCE),
        ("“The harbour sold eleven boats in 2019,” Ada Quill said.", EVIDENCE),
        ("The new bridge will open to lorries on Friday.", LATER),
        ("“Leaving the northern gate open is unacceptable,” said Ada Quill.", VALUES),
        ("“Taking the railing from the children was an outrage,” Mara Lindqvist said.", VALUES),
        ("“The old bridge at night is beautiful,” said Tomas Brandt.", VALUES),
    ],
)
def test_an_extreme_case_has_its_answer(text: str, answer: str) -> None:
    found = question("checkable", text)
    assert key(found) == answer
    assert {key(found), *wrong(found)} == {EVIDENCE, LATER, VALUES}
    assert "does not judge whether the statement is right" in found.explanation


@pytest.mark.parametrize(
    "text",
    [
        "“The railing cost four million crowns and is ugly,” Ada Quill said.",
        "The council wasted four million crowns on a disgraceful railing in 1998.",
        "The council closed the bridge because two trams had met on it.",
        "The railing is supposed to cost four million crowns.",
        "The new bridge will be the pride of the town.",
        "The new bridge may open to lorries on Friday.",
        "“We will open the bridge to lorries on Friday,” Ada Quill said.",
        "“The old bridge was not beautiful at all,” said Tomas Brandt.",
        "The council closed the old bridge to lorries.",
        "Six boats hit the harbour wall and two boats landed at the gate.",
        "Almost two hundred boats entered the harbour on Monday.",
    ],
)
def test_a_mixed_vague_or_open_statement_is_left_alone(text: str) -> None:
    assert questions("checkable", text) == []


def test_each_source_has_one_statement_of_a_kind_on_show_at_most() -> None:
    found = candidates(
        "checkable",
        "“Leaving the northern gate open is unacceptable,” said Ada Quill.",
        "“Closing the southern gate at night is shameful,” said Ada Quill.",
        "“The old bridge at night is beautiful,” said Tomas Brandt.",
    )
    shown = [item.prompt for item in found]
    assert sum("gate" in prompt for prompt in shown) == 1
    assert sum("beautiful" in prompt for prompt in shown) == 1
