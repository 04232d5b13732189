"""Choosing rules on the command line, in the settings and beside the banks."""

from pathlib import Path

import pytest

from quiz.bank.check import UnknownRuleError, every_rule, find_rule, select_rules
from quiz.bank.check.configuration import FILE, ConfigurationError, Wanted, configuration_for

DEFAULT = frozenset(rule.code for rule in every_rule() if rule.default)
EVERY = frozenset(rule.code for rule in every_rule())


def family(letter: str) -> frozenset[str]:
    return frozenset(code for code in EVERY if code.startswith(letter))


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), DEFAULT),
        (("P",), (), family("P")),
        (("P", "O008"), (), family("P") | {"O008"}),
        (("P",), ("P003",), family("P") - {"P003"}),
        (("P003",), ("P",), {"P003"}),
        (("P",), ("P",), set()),
        (("p00",), (), family("P")),
        (("T",), (), family("T")),
        (("ALL",), (), EVERY),
        (("plain-negative",), (), {"P003"}),
        ((), ("P", "F"), DEFAULT - family("P") - family("F")),
        ((), ("all",), set()),
    ],
)
def test_the_longer_beginning_wins(
    select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]
) -> None:
    assert select_rules(select, ignore) == expected


@pytest.mark.parametrize("code", ["Z", "P999", "", "plain negative", "P0033"])
def test_what_no_rule_is_called_is_refused(code: str) -> None:
    with pytest.raises(UnknownRuleError, match="There is no rule"):
        select_rules((code,))


def test_a_rule_is_found_by_its_code_or_name_in_any_case() -> None:
    assert find_rule("p003") is find_rule("Plain-Negative") is find_rule("P003")
    with pytest.raises(UnknownRuleError, match="did you mean plain-negative"):
        find_rule("plane-negative")


def test_the_nearest_file_wins_over_those_above_and_over_the_settings(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('theme = "quiz-dark"\n[check]\nselect = ["N"]\nstrict = true\n', encoding="utf-8")
    near = tmp_path / "course" / "week"
    near.mkdir(parents=True)
    codes = configuration_for(near, Wanted(), settings)
    assert (codes.codes, codes.strict) == (family("N"), True)
    other = tmp_path / "other" / "week"
    other.mkdir(parents=True)
    (tmp_path / "other" / FILE).write_text('select = ["X"]', encoding="utf-8")
    codes = configuration_for(other, Wanted(), settings)
    assert (codes.codes, codes.strict) == (family("X"), False)
    (other / FILE).write_text('ignore = ["P", "O"]\nstrict = true', encoding="utf-8")
    third = other / "third"
    third.mkdir()
    codes = configuration_for(third, Wanted(), settings)
    assert (codes.codes, codes.strict) == (DEFAULT - family("P") - family("O"), True)


def test_the_command_line_wins_key_by_key(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('select = ["P"]\nignore = ["P001"]\nstrict = true', encoding="utf-8")
    codes = configuration_for(tmp_path, Wanted(select=("P", "X")), tmp_path / "none.toml")
    assert (codes.codes, codes.strict) == ((family("P") | family("X")) - {"P001"}, True)
    codes = configuration_for(tmp_path, Wanted(ignore=("P002",)), tmp_path / "none.toml")
    assert codes.codes == family("P") - {"P002"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("select = P", "is not valid TOML"),
        ('selct = ["P"]', "there is no key “selct”; did you mean “select”?"),
        ("colour = 1", "there is no key “colour”; there are “select”, “ignore” and “strict”."),
        ('select = "P"', "“select” must be a list of codes"),
        ("ignore = [1]", "“ignore” must be a list of codes"),
        ('strict = "yes"', "“strict” must be true or false"),
        ('ignore = ["P999"]', "There is no rule “P999”"),
    ],
)
def test_a_wrong_file_is_said_in_one_sentence(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        configuration_for(tmp_path, Wanted(), tmp_path / "none.toml")
    assert message in str(caught.value)
    assert str(tmp_path / FILE) in str(caught.value)


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match="is not UTF-8 text"):
        configuration_for(tmp_path, Wanted(), tmp_path / "none.toml")


def test_a_table_that_is_none_is_said(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("check = 3", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="“check” must be a table"):
        configuration_for(tmp_path / "sub", Wanted(), settings)
