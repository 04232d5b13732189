"""Reading a bank: what is refused, where, and in which words."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quiz.bank.files import BankError, load_bank, parse_bank
from tests.bank.samples import BANK, EVERY_TYPE, HEAD, QUESTION


def problems(text: str) -> list[str]:
    try:
        parse_bank(text, "b.yaml")
    except BankError as error:
        return [str(problem) for problem in error.problems]
    return []


def helps(text: str) -> list[str | None]:
    with pytest.raises(BankError) as caught:
        parse_bank(text, "b.yaml")
    return [problem.help for problem in caught.value.problems]


def with_prompt(written: str) -> str:
    return BANK.replace("Who said it?", written)


def test_a_bank_of_every_type_is_read() -> None:
    types = [question.type for question in parse_bank(EVERY_TYPE, "b.yaml").bank.questions]
    assert types == ["choice", "multiple", "order", "match", "text", "hottext"]


@pytest.mark.parametrize("prefix", ["", "\ufeff", "# a comment\n", "---\n", "%YAML 1.1\n---\n"])
def test_what_may_stand_before_a_bank_changes_nothing(prefix: str) -> None:
    assert parse_bank(prefix + BANK, "b.yaml").bank == parse_bank(BANK, "b.yaml").bank


def test_windows_line_endings_are_read_and_kept() -> None:
    text = with_prompt("no").replace("\n", "\r\n")
    assert problems(text)[0].startswith("b.yaml:8:13: ")
    assert parse_bank(BANK.replace("\n", "\r\n"), "b.yaml").text.count("\r\n") == BANK.count("\n")


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        ("no", "a yes or no"),
        ("on", "a yes or no"),
        ("Yes", "a yes or no"),
        ("true", "a yes or no"),
        ("2026-01-02", "a date"),
        ("2026-01-02 10:00:00", "a date"),
        ("1.10", "a number"),
        ("12", "a number"),
        ("012", "a number"),
        ("0x1F", "a number"),
        ("10:30", "a number"),
        (".inf", "a number"),
        ("9" * 50, "a number"),
        ("null", "nothing"),
        ("~", "nothing"),
    ],
)
def test_unquoted_words_that_yaml_misreads_are_explained(written: str, reads: str) -> None:
    text = with_prompt(written)
    assert problems(text) == [f"b.yaml:8:13: “prompt” must be text, but YAML reads {written} as {reads}"]
    assert helps(text) == [f'put it in quotes: "{written}"']
    assert parse_bank(with_prompt(f'"{written}"'), "b.yaml").bank.questions[0].prompt == written


MISTAKES = [
    ("", "1:1: the file is empty"),
    ("# only this\n", "1:1: the file is empty"),
    ("- a\n", "1:1: the file must be keys with values, not a list"),
    ("words\n", "1:1: the file must be keys with values, not “words”"),
    (HEAD, "4:11: “questions” is empty"),
    (HEAD.replace(":\n", ": {}\n"), "4:12: “questions” must be a list, not keys with values"),
    (HEAD.replace(":\n", ": []\n"), "4:12: “questions” needs at least 1 item and has none"),
    (BANK.replace("version: 1\n", ""), "1:1: “version” is missing"),
    (BANK.replace("version: 1", "version: 2"), "1:10: “version” must be 1, not 2"),
    (BANK.replace("version: 1", "version: true"), "1:10: “version” must be 1, not true"),
    (BANK.replace("version: 1", "version: '1'"), "1:10: “version” must be 1, not '1'"),
    (BANK.replace("title", "titel"), "3:1: unknown key “titel”; did you mean “title”?"),
    (BANK.replace("options:", "answers:"), "10:5: unknown key “answers”; did you mean “options”?"),
    (BANK.replace("prompt:", "question:"), "8:5: unknown key “question”; did you mean “prompt”?"),
    (BANK.replace("prompt", "promt"), "8:5: unknown key “promt”; did you mean “prompt”?"),
    (BANK.replace("correct: true", "corect: true"), "12:9: unknown key “corect”; did you mean “correct”?"),
    (BANK + "    zzz: 1\n", "14:5: unknown key “zzz”"),
    (BANK + "    1: 1\n", "14:5: unknown key “1”"),
    (BANK + "    accept: [a]\n", "14:5: a question of type “choice” has no “accept”"),
    (BANK.replace("    type: choice\n", ""), "5:5: “type” is missing"),
    (BANK.replace("type: choice", "typ: choice"), "6:5: unknown key “typ”; did you mean “type”?"),
    (BANK.replace("type: choice", "type:"), "6:10: “type” is empty"),
    (BANK.replace("type: choice", "type: [choice]"), "6:11: “type” must be text, not a list"),
    (BANK.replace("type: choice", "type: chioce"), "6:11: unknown type “chioce”; did you mean “choice”?"),
    (BANK.replace("type: choice", "type: essay"), "6:11: unknown type “essay”"),
    (BANK.replace("kind: speaker", "kind: spekaer"), "7:11: unknown kind “spekaer”; did you mean “speaker”?"),
    (BANK.replace("    prompt: Who said it?\n", ""), "5:5: “prompt” is missing"),
    (with_prompt(""), "8:12: “prompt” is empty"),
    (with_prompt("''"), "8:13: “prompt” must not be empty"),
    (with_prompt("'  '"), "8:13: “prompt” must not be blank"),
    (with_prompt("[a, b]"), "8:13: “prompt” must be text, not a list"),
    (with_prompt("{a: b}"), "8:13: “prompt” must be text, not keys with values"),
    (with_prompt("x" * 20_001), "8:13: “prompt” is too long: 20,001 characters, the limit is 20,000"),
    (
        BANK.replace("id: speaker-1", "id: My Speaker"),
        "5:9: “id” may have small letters, digits and single hyphens between them only: “My Speaker”",
    ),
    (BANK + QUESTION, "14:9: the id “speaker-1” is taken by the question on line 5"),
    (BANK + "    difficulty: 9\n", "14:17: “difficulty” must be at most 5, not 9"),
    (BANK + "    difficulty: 0\n", "14:17: “difficulty” must be at least 1, not 0"),
    (BANK + "    difficulty: 2.5\n", "14:17: “difficulty” must be a whole number, not “2.5”"),
    (BANK + "    difficulty: '2'\n", "14:17: “difficulty” must be a whole number, not text"),
    (
        BANK + "    status: aproved\n",
        "14:13: “status” must be “approved”, “draft” or “rejected”, not “aproved”; did you mean “approved”?",
    ),
    (BANK + "    tags: bridge\n", "14:11: “tags” must be a list, not “bridge”"),
    (BANK + '    tags: "bridge"\n', '14:11: “tags” must be a list, not "bridge"'),
    (BANK + "    tags: [a, no]\n", "14:15: item 2 of “tags” must be text, but YAML reads no as a yes or no"),
    (BANK + "    derivation: x\n", "14:17: “derivation” must be keys with values, not “x”"),
    (BANK + "    evidence: [{quote: x, occurrence: 0}]\n", "14:39: “occurrence” must be at least 1, not 0"),
    (BANK.replace("correct: true", "correct: 'yes'"), "12:18: “correct” must be true or false, not text"),
    (BANK.replace("correct: true", "correct: false"), "11:7: exactly one option must be correct, not none"),
    (BANK.replace("Tomas Brandt", "mara  lindqvist"), "13:15: two options read “mara  lindqvist”"),
    (
        BANK.replace("      - text: Tomas Brandt\n", ""),
        "11:7: “options” needs at least 2 items and has 1 item",
    ),
    (
        BANK + "      - text: x\n" * 5,
        "11:7: “options” may have 6 items at most and has 7 items",
    ),
    (
        BANK.replace("- text: Tomas Brandt", "- Tomas Brandt"),
        "13:9: item 2 of “options” must be keys with values, not “Tomas Brandt”",
    ),
    (HEAD + "  - 3\n", "5:5: question 1 must be keys with values, not “3”"),
    (
        BANK.replace("id: h", "language: English\nid: h"),
        "2:11: “language” must be a language tag such as “en” or “pt-BR”: “English”",
    ),
    (
        "article: {file: x.md, sha256: abc}\n" + BANK,
        "1:31: “sha256” must be 64 hexadecimal digits in small letters: “abc”",
    ),
    (
        "article: {file: a/../x.md, sha256: " + "a" * 64 + "}\n" + BANK,
        "1:17: “file” may go up one folder at most, at its beginning",
    ),
    (
        "article: {file: /etc/passwd, sha256: " + "a" * 64 + "}\n" + BANK,
        "1:17: “file” must be a path relative to the bank, with forward slashes",
    ),
    (EVERY_TYPE.replace("left: Brandt", "left: lindqvist"), "38:16: two left sides read “lindqvist”"),
    (EVERY_TYPE.replace("It may rain", "It rains"), "52:15: the target “may” is not in the passage"),
    (EVERY_TYPE.replace("may\n        correct: true", "may"), "52:7: at least one target must be correct"),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[expected for _, expected in MISTAKES])
def test_a_mistake_is_named_at_its_place(text: str, expected: str) -> None:
    assert problems(text) == [f"b.yaml:{expected}"]


NOT_YAML = [
    (with_prompt("Who: when?"), "8:16: there is a “:” that YAML takes for the end of a key"),
    (with_prompt('"Yes", she said'), "8:18: text goes on after its closing quotation mark"),
    (with_prompt('"Yes, she said'), "8:13: the quotation mark that opens here is never closed"),
    (with_prompt("'Yes, she said"), "8:13: the quotation mark that opens here is never closed"),
    (with_prompt("@you"), "8:13: text cannot begin with “@” without quotes"),
    (with_prompt("%you"), "8:13: text cannot begin with “%” without quotes"),
    (with_prompt("`you`"), "8:13: text cannot begin with “`” without quotes"),
    (with_prompt("**you**"), "8:13: text cannot begin with “*” without quotes"),
    (with_prompt("[sic] he said"), "8:13: text cannot begin with “[” without quotes"),
    (with_prompt("{x} he said"), "8:13: text cannot begin with “{” without quotes"),
    (with_prompt('"a\\q"'), "8:15: the backslash begins an escape that YAML does not know"),
    (with_prompt('"\\ud800"'), "8:16: the escape stands for no character"),
    (with_prompt('"\\xZZ"'), "8:16: the escape lacks hexadecimal digits"),
    (BANK.replace("    prompt", "\tprompt"), "8:1: YAML does not allow tabs as indentation"),
    (BANK.replace("    prompt", "  \tprompt"), "8:3: YAML does not allow tabs as indentation"),
    (BANK.replace("    prompt", "   prompt"), "8:4: the indentation of this line fits nothing above it"),
    (BANK.replace("    prompt:", "    prompt"), "8:5: this line should be “key: value” and has no “: ”"),
    (BANK + "---\na: 1\n", "14:1: a second YAML document begins here; a bank is one document"),
    (
        BANK.replace("    prompt", "    ? [a]\n    : b\n    prompt"),
        "8:7: a key must be text, not a list or keys of its own",
    ),
    (with_prompt("a\x1b[31m"), "8:14: U+001B, an escape character, cannot stand in a YAML file"),
    (with_prompt("a\0"), "8:14: U+0000, a null character, cannot stand in a YAML file"),
    (with_prompt("a\x07"), "8:14: U+0007, a control character, cannot stand in a YAML file"),
    (with_prompt("a\ud800"), "8:14: U+D800, half of a surrogate pair, cannot stand in a YAML file"),
]


@pytest.mark.parametrize(("text", "expected"), NOT_YAML, ids=[expected for _, expected in NOT_YAML])
def test_what_is_not_yaml_is_said_in_plain_words(text: str, expected: str) -> None:
    assert problems(text) == [f"b.yaml:{expected}"]


REFUSED = [
    (with_prompt("*you"), "8:13: “*you” repeats another part of the file, which a bank may not do"),
    (with_prompt("!you"), "8:13: “!” begins a YAML tag, which a bank may not have"),
    (with_prompt("!!str you"), "8:13: “!” begins a YAML tag, which a bank may not have"),
    (
        with_prompt("!!python/object/apply:os.system [x]"),
        "8:13: “!” begins a YAML tag, which a bank may not have",
    ),
    (
        BANK.replace("type: choice", "type: *x"),
        "6:11: “*x” repeats another part of the file, which a bank may not do",
    ),
    (BANK + "    <<: {a: b}\n", "14:5: “<<” merges keys, which a bank may not do"),
    (BANK + "    *a : b\n", "14:5: “*a” repeats another part of the file, which a bank may not do"),
    (
        BANK + "    prompt: Again\n",
        "14:5: the key “prompt” is here for the second time; the first is on line 8",
    ),
    (BANK + "id: again\n", "14:1: the key “id” is here for the second time; the first is on line 2"),
    (
        BANK + "id: {a: [b, {c: d}]}\n",
        "14:1: the key “id” is here for the second time; the first is on line 2",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[expected for _, expected in REFUSED])
def test_yaml_that_a_bank_has_no_use_for_is_refused_and_reported_once(text: str, expected: str) -> None:
    assert problems(text) == [f"b.yaml:{expected}"]


def test_an_anchor_that_nobody_uses_is_harmless() -> None:
    assert parse_bank(with_prompt("&a Who?"), "b.yaml").bank.questions[0].prompt == "Who?"


def test_every_problem_is_reported_in_the_order_of_the_file() -> None:
    text = BANK.replace("title: The bridge that moved", "title: no").replace("promt", "prompt")
    text = text.replace("kind: speaker", "kind: talker").replace("Tomas Brandt", "*b") + "    tags: x\n"
    with pytest.raises(BankError) as caught:
        parse_bank(text, "b.yaml")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        (3, 8),
        (7, 11),
        (13, 15),
        (14, 11),
    ]
    assert str(caught.value) == (
        "b.yaml:3:8: “title” must be text, but YAML reads no as a yes or no (and 3 more problems)"
    )


def test_help_says_what_is_possible() -> None:
    assert helps(BANK.replace("type: choice", "type: chioce")) == [
        "possible are “choice”, “multiple”, “order”, “match”, “text” and “hottext”"
    ]
    assert helps(BANK.replace("id: speaker-1", "id: My Speaker")) == ["for instance: my-speaker"]
    assert helps(BANK.replace("text: Tomas", "Tomas")) == ["write: text: Tomas Brandt"]
    assert helps(with_prompt("@you know")) == ['put it in quotes: "@you know"']


HOSTILE = {
    "brackets": "[" * 100_000,
    "closed brackets": "[" * 100_000 + "]" * 100_000,
    "items": "- " * 100_000,
    "braces": "{a: " * 100_000,
    "question marks": "? " * 100_000,
    "steps": "\n".join(" " * depth + "a:" for depth in range(2_000)),
    "aliases": "a: &a [x, x]\nb: [" + "*a, " * 90_000 + "]\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_nesting_and_aliases_cost_nothing(text: str) -> None:
    begun = time.perf_counter()
    assert problems(text)
    assert time.perf_counter() - begun < 2


def test_a_file_with_endless_problems_is_not_read_to_its_end() -> None:
    with pytest.raises(BankError) as caught:
        parse_bank("a: 1\n" * 100_000, "b.yaml")
    assert len(caught.value.problems) == 200


def test_messages_show_no_control_characters_from_the_file() -> None:
    (message,) = problems(BANK + '    "\\e[2Jzzz\\n": 1\n')
    assert message == "b.yaml:14:5: unknown key “[2Jzzz”"


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        parse_bank(text, "b.yaml")
    except BankError as error:
        lines = text.count("\n") + text.count("\r") + 1
        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in error.problems)


@settings(deadline=None)
@given(
    st.integers(0, len(EVERY_TYPE)), st.integers(0, 12), st.text("ab:-[]{}\"'*&!|>%@`#\t\n ?,\\", max_size=6)
)
def test_a_damaged_bank_is_read_or_refused(at: int, drop: int, insert: str) -> None:
    problems(EVERY_TYPE[:at] + insert + EVERY_TYPE[at + drop :])


@settings(deadline=None)
@given(st.text("ab01:-.~_+en= \"'#\n", max_size=12))
def test_plain_text_is_read_as_yaml_itself_reads_it(written: str) -> None:
    assume(written.strip() != "=")  # which PyYAML itself cannot construct
    text = with_prompt(written)
    try:
        prompt = parse_bank(text, "b.yaml").bank.questions[0].prompt
    except BankError:
        return
    assert yaml.safe_load(text)["questions"][0]["prompt"] == prompt


def test_positions_point_at_values_and_keys() -> None:
    file = parse_bank(BANK, "b.yaml")
    path = ("questions", 0, "options", 1, "text")
    value, key = file.positions.at(path), file.positions.key(path)
    assert file.text[value.start : value.end] == "Tomas Brandt"
    assert file.text[key.start : key.end] == "text"
    assert (value.line, value.column, value.end_line, value.end_column) == (13, 15, 13, 27)
    options = file.positions.at(("questions", 0, "options"))
    assert (options.line, options.column, options.end_line, options.end_column) == (11, 7, 13, 27)


def test_the_position_of_what_a_file_leaves_out_is_that_of_what_is_around_it() -> None:
    file = parse_bank(BANK, "b.yaml")
    assert file.positions.at(("questions", 0, "difficulty")) == file.positions.at(("questions", 0))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("odd", ["\u2028", "\x85", "😀", "“é”"])
def test_columns_and_lines_are_those_of_an_editor_whatever_stands_before(newline: str, odd: str) -> None:
    text = BANK.replace("The bridge that moved", f"'a {odd} b'").replace("Tomas Brandt", "no")
    assert problems(text.replace("\n", newline))[0].startswith("b.yaml:13:15: ")


def test_the_span_of_block_text_ends_with_its_last_character() -> None:
    file = parse_bank(with_prompt("|\n      Who?\n      Why?\n\n\n"), "b.yaml")
    assert file.positions.written(("questions", 0, "prompt")) == "|\n      Who?\n      Why?"


def test_a_missing_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    with pytest.raises(BankError, match="^" + str(path) + ":1:1: the file does not exist$"):
        load_bank(path)


def test_a_directory_is_not_a_bank(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="this is a directory, not a bank"):
        load_bank(tmp_path)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: caf\xe9\n", "2:7: the byte 0xE9 here is not UTF-8"),
        (b"\xef\xbb\xbfa: \xff", "1:4: the byte 0xFF here is not UTF-8"),
        (BANK.encode("utf-16"), "1:1: the file is UTF-16; a bank must be UTF-8"),
        (b"#" * (8 * 1024 * 1024 + 1), "1:1: the file is too large for a bank: the limit is 8 MB"),
    ],
)
def test_a_file_that_is_not_utf8_or_too_large_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(data)
    with pytest.raises(BankError) as caught:
        load_bank(path)
    assert str(caught.value) == f"{path}:{expected}"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BANK.encode())
    file = load_bank(path)
    assert (file.path, file.text) == (path, BANK)
