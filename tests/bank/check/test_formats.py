"""The five ways in which diagnostics are written."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from quiz.bank.check import Checked, Diagnostic, check_text, every_rule, select_rules
from quiz.bank.check.formats import render
from quiz.bank.check.formats.as_sarif import uri_of
from quiz.visible import width
from tests.bank.check.laws import plain
from tests.bank.check.players import checked_after_play
from tests.bank.check.samples import BANKS, BROKEN, PLAIN, broken_banks

DEFAULT = select_rules()


def checked(text: str, label: str = "bank.yaml") -> Checked:
    return check_text(text, label, path=BANKS / "broken" / "any.yaml", codes=DEFAULT)


def written(form: str, text: str, label: str = "bank.yaml") -> str:
    return render(form, [checked(text, label)], plain)


def one(**changes: Any) -> Checked:
    values: dict[str, Any] = {
        **{"code": "P003", "level": "warning", "file": "a.yaml", "line": 1, "column": 1, "end_line": 1},
        **{"end_column": 2, "message": "it is so", "help": "mend it"},
        **changes,
    }
    return Checked(values["file"], "text\n", (Diagnostic(**values),), 1, True)


def test_text_shows_the_line_the_words_the_reason_and_the_help() -> None:
    assert written("text", BROKEN["slanting-verb"]) == (
        "bank.yaml:21:56: N001 warning: the quiz says “admitted” in its own voice\n"
        "   |\n"
        "21 |     explanation: Paragraph 3 tells what Mara Lindqvist admitted.\n"
        "   |                                                        ^^^^^^^^\n"
        "   = why: The verb tells the player whom to believe before the words are read.\n"
        "   = help: write said, told, wrote or according to; or quote the article's word"
    )


def test_text_says_why_a_rule_matters_once() -> None:
    text = BROKEN["slanting-verb"].replace("Paragraph 4 quotes him", "He claimed, and quotes him")
    assert written("text", text).count("= why:") == 1
    assert written("text", text).count("= help:") == 2


def test_text_says_what_can_be_mended() -> None:
    assert 'put it in quotes: "no" (--fix does it)' in written("text", BROKEN["unquoted-no"])


@pytest.mark.parametrize("before", ["", "ж", "漢字 ", "🌉", "e\u0301", "\t"])
def test_the_mark_stands_under_the_words_whatever_stands_before(before: str) -> None:
    text = PLAIN.replace("explanation: Paragraph 3 gives", f"explanation: P {before} claimed gives")
    _, _, line, mark, *_ = written("text", text).split("\n")
    start = line.index("claimed")
    assert width(line[:start]) == mark.index("^")
    assert mark.count("^") == len("claimed")


def test_a_long_line_is_cut_around_the_words() -> None:
    text = PLAIN.replace(
        "explanation: Paragraph 3 gives", f"explanation: {'so ' * 200}claimed {'so ' * 200}gives"
    )
    _, _, line, mark, *_ = written("text", text).split("\n")
    assert width(line) < 115
    assert line[mark.index("^") : mark.rindex("^") + 1] == "claimed"
    assert line.startswith("21 | …") or line.startswith("20 | …")
    assert line.endswith("…")


def test_nothing_that_steers_a_terminal_comes_out() -> None:
    text = PLAIN.replace("The bridge of", "\u202eThe bridge\x9b31m of").replace(
        "why: Paragraph 4", 'why: "\\e[31m claimed'
    )
    text = text.replace("him about the cost.", 'him about the cost."')
    for form in ("text", "concise", "github"):
        for character in ("\x1b", "\u202e", "\x9b"):
            assert character not in written(form, text)
            assert character not in written(form, text, "bad\x1b[31m\u202e\x9b.yaml")


def test_concise_is_one_line_each() -> None:
    assert (
        written("concise", BROKEN["plain-negative"]) == "bank.yaml:27:53: P003 “not” turns the question round"
    )


def test_json_has_exactly_the_promised_fields() -> None:
    assert json.loads(written("json", BROKEN["plain-negative"])) == [
        {
            "code": "P003",
            "level": "warning",
            "file": "bank.yaml",
            "line": 27,
            "column": 53,
            "end_line": 27,
            "end_column": 56,
            "message": "“not” turns the question round",
            "help": "ask what is, or write NOT",
        }
    ]
    assert json.loads(render("json", [], plain)) == []


def test_json_of_a_file_whose_name_is_no_text_is_json() -> None:
    assert json.loads(render("json", [one(file="b\udcff.yaml")], plain))[0]["file"] == "b\udcff.yaml"
    render("json", [one(file="b\udcff.yaml")], plain).encode("utf-8")


def test_github_escapes_what_its_commands_are_made_of() -> None:
    command = render(
        "github", [one(file="50%,a:b.yaml", message="100% ::error::\r\nof it", help=None)], plain
    )
    assert command == (
        "::warning file=50%25%2Ca%3Ab.yaml,line=1,endLine=1,col=1,endColumn=1,title=quiz (P003)"
        "::100%25 ::error::%0Aof it"
    )
    assert render("github", [one(level="info")], plain).startswith("::notice ")
    assert render("github", [one(level="error")], plain).startswith("::error ")
    assert ",col=" not in render("github", [one(end_line=3)], plain)


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("questions/a.yaml", "questions/a.yaml"),
        ("my bank #1.yaml", "my%20bank%20%231.yaml"),
        ("bücher/50%.yaml", "b%C3%BCcher/50%25.yaml"),
        ("c:d.yaml", "./c%3Ad.yaml"),
        ("-", "stdin"),
        ("/home/a b.yaml", "file:///home/a%20b.yaml"),
        ("b\udcff.yaml", "b%FF.yaml"),
    ],
)
def test_sarif_names_files_by_uris(file: str, uri: str) -> None:
    assert uri_of(file) in (uri, uri.removeprefix("./"))
    assert re.fullmatch(r"(?:file://)?[A-Za-z0-9/~._%-]*", uri_of(file))


# What SARIF 2.1.0 (OASIS standard, appendix of sections 3.13 to 3.58) requires of the parts we write.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
URI = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "minLength": 1}}}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "artifacts": {
                        "type": "array",
                        "uniqueItems": True,
                        "items": {
                            "type": "object",
                            "properties": {"location": URI},
                            "additionalProperties": False,
                        },
                    },
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                                "help": TEXT,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {
                                                        "level": LEVEL,
                                                        "enabled": {"type": "boolean"},
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": TEXT,
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation", "region"],
                                                "additionalProperties": False,
                                                "properties": {
                                                    "artifactLocation": URI,
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine"],
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": POSITIVE,
                                                            "startColumn": POSITIVE,
                                                            "endLine": POSITIVE,
                                                            "endColumn": POSITIVE,
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif_fulfils_what_the_standard_requires(tmp_path: Path) -> None:
    import jsonschema  # type: ignore[import-untyped]

    found = [checked_after_play(one, tmp_path) for one in broken_banks()]
    log = json.loads(render("sarif", found, plain))
    jsonschema.Draft7Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in every_rule()]
    assert len(run["results"]) == len(found)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])
    jsonschema.Draft7Validator(SARIF).validate(json.loads(render("sarif", [], plain)))


def test_every_format_takes_a_run_without_findings(tmp_path: Path) -> None:
    for form in ("text", "concise", "github"):
        assert render(form, [checked(PLAIN)], plain) == ""
