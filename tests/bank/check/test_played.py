"""What players answered becomes a finding, as long as the question is still the one they answered."""

import json
from pathlib import Path

import pytest

from quiz.bank.check import check_text, select_rules
from quiz.bank.check.formats import render
from quiz.bank.check.linting import Checked
from tests.bank.check.laws import plain
from tests.bank.check.players import heard, play
from tests.bank.check.samples import BANKS, BROKEN, PLAIN

WRONG_KEY = BROKEN["strong-players-miss-it"]
PROMPT = "Does the article say in so many words who opened the bridge in 1998?"


def check(text: str, scores: Path) -> Checked:
    return check_text(
        text,
        "bank.yaml",
        path=BANKS / "broken" / "any.yaml",
        codes=select_rules(),
        results=lambda bank: heard(scores, bank),
    )


def codes(text: str, scores: Path) -> list[str]:
    return [one.code for one in check(text, scores).diagnostics]


def without_header(text: str) -> str:
    return text.partition("\n")[2]


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    path = tmp_path / "scores.db"
    play(path, WRONG_KEY)
    return path


def test_a_wrong_key_is_told_with_the_figures_behind_it(scores: Path) -> None:
    (one,) = check(WRONG_KEY, scores).diagnostics
    assert (one.code, one.level) == ("B005", "warning")
    assert one.message.startswith("strong players miss it: check the key; more players choose “It says who”")
    for figure in ("(n 60, rough: ", "% right, at 95% ", "; discrimination −0."):
        assert figure in one.message


def test_every_format_has_the_figures(scores: Path) -> None:
    checked = [check(WRONG_KEY, scores)]
    (one,) = checked[0].diagnostics
    for form in ("text", "concise", "github"):
        assert "n 60, rough" in render(form, checked, plain)
    assert json.loads(render("json", checked, plain))[0]["message"] == one.message
    (result,) = json.loads(render("sarif", checked, plain))["runs"][0]["results"]
    assert result["ruleId"] == "B005" and one.message in result["message"]["text"]


def test_a_bank_whose_keys_are_right_is_left_in_peace_by_the_same_players(tmp_path: Path) -> None:
    play(tmp_path / "scores.db", PLAIN)
    assert codes(PLAIN, tmp_path / "scores.db") == []


def test_nothing_is_said_before_ten_players_answered(tmp_path: Path) -> None:
    play(tmp_path / "scores.db", WRONG_KEY, 9)
    assert codes(WRONG_KEY, tmp_path / "scores.db") == []


def test_without_results_nothing_is_said() -> None:
    found = check_text(WRONG_KEY, "b.yaml", path=BANKS / "broken" / "any.yaml", codes=select_rules())
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PROMPT, "Does the article say outright who opened the bridge in 1998?"),
        ("- text: It keeps it open", "- text: It leaves that"),
        ("        correct: true\n      - text: It keeps", "      - text: It keeps"),  # the key is mended
    ],
    ids=["prompt", "option", "key"],
)
def test_another_wording_was_answered_by_nobody_yet(scores: Path, old: str, new: str) -> None:
    assert WRONG_KEY.count(old) == 1
    changed = WRONG_KEY.replace(old, new)
    if "correct: true" in old:
        changed = changed.replace("- text: It says who\n", "- text: It says who\n        correct: true\n")
    assert "B005" not in codes(changed, scores)


def test_another_explanation_leaves_the_answers_what_they_were(scores: Path) -> None:
    changed = WRONG_KEY.replace("where the opening is told", "where one can read of the opening")
    assert changed != WRONG_KEY
    assert codes(changed, scores) == ["B005"]


def test_only_answers_to_the_newest_wording_count(scores: Path) -> None:
    changed = WRONG_KEY.replace(PROMPT, "Does the article say outright who opened the bridge in 1998?")
    later = scores.with_name("later.db")
    play(later, WRONG_KEY)
    assert heard(later, "ostmole-bridge").keys() == {"stated-1"}
    play(later, changed, 65, days=1)  # the first sixty have answered it before: five are new
    assert heard(later, "ostmole-bridge") == {}


def test_a_comment_silences_it_and_is_no_offence_where_nobody_played(scores: Path) -> None:
    comment = "    # quiz: ignore[B005] the class had not read the last paragraph\n    prompt: "
    silenced = WRONG_KEY.replace(f"    prompt: {PROMPT}", f"{comment}{PROMPT}")
    assert silenced != WRONG_KEY
    assert codes(silenced, scores) == []
    assert codes(silenced, scores.with_name("nothing.db")) == []
