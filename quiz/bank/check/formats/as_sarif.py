"""SARIF 2.1.0, which code scanners and editors read."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from quiz import __version__
from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.formats import Paint, diagnostics_of
from quiz.bank.check.linting import Checked
from quiz.bank.check.registry import every_rule
from quiz.bank.check.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(checked: Sequence[Checked], paint: Paint) -> str:
    """Write one run with its rules and results."""
    places = {rule.code: place for place, rule in enumerate(every_rule())}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "quiz check",
                        "version": __version__,
                        "rules": [_rule(rule) for rule in every_rule()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "artifacts": [
                    {"location": {"uri": uri}} for uri in dict.fromkeys(uri_of(one.file) for one in checked)
                ],
                "results": [_result(one, places[one.code]) for one in diagnostics_of(checked)],
            }
        ],
    }
    return json.dumps(log, indent=2)


def uri_of(file: str) -> str:
    """Return a file's name as a URI reference: relative where the name is, with every other sign escaped."""
    if file == "-":
        return "stdin"
    if os.path.isabs(file):
        return Path(file).as_uri()
    name = quote(os.fsencode(file.replace(os.sep, "/")), safe="/~-._")
    return name if ":" not in name.partition("/")[0] else f"./{name}"


def _rule(rule: type[Rule]) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what()},
        "fullDescription": {"text": f"{rule.what()} {rule.why}"},
        "help": {"text": f"{rule.example}\n\n{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.level], "enabled": rule.default},
    }


def _result(one: Diagnostic, place: int) -> dict[str, Any]:
    return {
        "ruleId": one.code,
        "ruleIndex": place,
        "level": _LEVELS[one.level],
        "message": {"text": one.message if one.help is None else f"{one.message}; {one.help}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri_of(one.file)},
                    "region": {
                        "startLine": one.line,
                        "startColumn": one.column,
                        "endLine": one.end_line,
                        "endColumn": one.end_column,
                    },
                }
            }
        ],
    }
