"""Banks with one flaw each are found out at its place; good banks, however odd, are left in peace."""

import json
from pathlib import Path

import pytest

from quiz.bank.check import check_text, every_rule, select_rules
from quiz.bank.check.rule import FileRule
from quiz.bank.library import find_banks, looks_like_bank
from tests.bank.check.laws import check_laws
from tests.bank.check.players import checked_after_play
from tests.bank.check.samples import BANKS, Broken, broken_banks, clean_banks, read

DEFAULT = select_rules()
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("broken", broken_banks(), ids=lambda broken: broken.path.stem)
def test_a_flaw_is_found_where_it_is_and_nothing_else(broken: Broken, tmp_path: Path) -> None:
    checked = checked_after_play(broken, tmp_path)
    found = [(one.code, one.line, one.column) for one in checked.diagnostics]
    assert found == [(broken.code, broken.line, broken.column)], [one.message for one in checked.diagnostics]


@pytest.mark.parametrize("path", clean_banks(), ids=lambda path: path.stem)
def test_a_good_bank_is_left_in_peace(path: Path) -> None:
    checked = check_text(read(path), "bank.yaml", path=path, codes=DEFAULT)
    assert [(one.code, one.line, one.message) for one in checked.diagnostics] == []


@pytest.mark.parametrize("path", sorted(BANKS.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_the_laws_hold_for_every_bank(path: Path) -> None:
    check_laws(read(path), path)


def test_there_are_enough_of_both() -> None:
    assert len(broken_banks()) >= 100
    assert len(clean_banks()) >= 25


def test_every_default_rule_is_shown_by_a_broken_bank() -> None:
    shown = {broken.code for broken in broken_banks()}
    out_of_reach = {"F019"}  # what pydantic could say beyond every case that is known
    assert {rule.code for rule in every_rule() if rule.default} - shown == out_of_reach


def test_no_two_rules_share_a_code_or_a_name() -> None:
    rules = every_rule()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: type[FileRule]) -> None:
    assert rule.what().endswith((".", "?”"))
    assert rule.why.endswith(".")
    assert rule.source
    assert rule.example.startswith("Bad:   ") and "\nGood:  " in rule.example


def test_the_banks_that_come_with_the_program_are_clean_at_the_strictest() -> None:
    paths = [path for path in find_banks([ROOT / "questions"]) if looks_like_bank(read(path))]
    assert len(paths) > 1
    for path in paths:
        checked = check_text(read(path), path.name, path=path, codes=DEFAULT)
        assert [(one.code, one.line, one.message) for one in checked.diagnostics] == []


def test_one_bad_question_hides_nothing_of_the_others() -> None:
    path = BANKS / "broken" / "unknown-kind.yaml"
    text = read(path).replace("explanation: Paragraph 3 gives these words to", "explanation: Here admitted")
    checked = check_text(text, "bank.yaml", path=path, codes=DEFAULT)
    assert sorted(one.code for one in checked.diagnostics) == ["F013", "N001"]


def test_words_are_marked_where_the_quiz_says_them_not_where_it_quotes_them() -> None:
    path = BANKS / "clean" / "plain.yaml"
    prompt = "'Who said “nothing is not sold”, and does not say why? “It will not move again”'"
    text = read(path).replace(
        "'According to the article, who said this? “It will not move again before the winter”'", prompt
    )
    (one,) = [
        one for one in check_text(text, "b.yaml", path=path, codes=DEFAULT).diagnostics if one.code == "P003"
    ]
    line = text.split("\n")[one.line - 1]
    assert line[: one.column - 1].endswith("and does ")
    assert line[one.column - 1 : one.end_column - 1] == "not"


@pytest.mark.parametrize("name", ["four-byte-characters", "right-to-left"])
def test_columns_count_characters_whatever_their_width(name: str) -> None:
    path = BANKS / "clean" / f"{name}.yaml"
    text = read(path).replace("Paragraph 3 gives these words to", "🌉 גשר claimed")
    (one,) = check_text(text, "b.yaml", path=path, codes=DEFAULT).diagnostics
    assert text.split("\n")[one.line - 1][one.column - 1 : one.end_column - 1] == "claimed"


def test_json_of_every_diagnostic_has_the_same_fields(tmp_path: Path) -> None:
    from quiz.bank.check.formats import render
    from tests.bank.check.laws import plain

    checked = [checked_after_play(one, tmp_path) for one in broken_banks()]
    fields = ["code", "level", "file", "line", "column", "end_line", "end_column", "message", "help"]
    rows = json.loads(render("json", checked, plain))
    assert len(rows) == len(checked)
    assert all(list(row) == fields for row in rows)


def test_what_a_clause_denies_does_not_turn_the_question_round() -> None:
    path = BANKS / "clean" / "plain.yaml"
    asked = "According to the article, by how many centimetres did the bridge move?"
    text = read(path).replace(asked, "Who says in the article that the bridge won't move, and did not?")
    found = [one.code for one in check_text(text, "b.yaml", path=path, codes=DEFAULT).diagnostics]
    assert "P003" not in found and "P004" not in found


@pytest.mark.parametrize("old", ["  sha256: ", "sha256: "])
def test_an_author_is_told_the_hash_that_is_missing(old: str) -> None:
    path = BANKS / "clean" / "plain.yaml"
    text = read(path)
    digest = text.split("sha256: ")[1][:64]
    broken = text.replace(f"  sha256: {digest}\n", "" if old.startswith(" ") else "  sha256: later\n")
    (one,) = check_text(broken, "b.yaml", path=path, codes=DEFAULT).diagnostics
    assert one.help == f"the article has: sha256: {digest}"
