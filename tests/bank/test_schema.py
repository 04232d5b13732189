"""The JSON Schema for editors says what the models say, as far as a schema can."""

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from quiz.bank.files import BankError, parse_bank
from quiz.bank.schema import bank_schema, render_schema
from tests.bank.samples import BANK, EVERY_TYPE
from tests.bank.test_rendering import SAMPLE

COMMITTED = Path(__file__).parents[2] / "questions" / "bank.schema.json"


def fits_schema(text: str) -> bool:
    validator: Any = jsonschema.Draft7Validator(bank_schema())
    return bool(validator.is_valid(yaml.safe_load(text)))


def fits_models(text: str) -> bool:
    try:
        parse_bank(text, "b.yaml")
    except BankError:
        return False
    return True


def test_the_committed_schema_is_the_one_the_models_make() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == render_schema()


def test_it_is_a_draft_7_schema() -> None:
    jsonschema.Draft7Validator.check_schema(bank_schema())
    text = render_schema()
    assert "$defs" not in text
    assert "discriminator" not in text


def test_every_part_is_described_and_closed() -> None:
    schema = bank_schema()
    for part in (schema, *schema["definitions"].values()):
        assert part["title"]
        assert part["description"]
        assert part["additionalProperties"] is False
        for name, value in part["properties"].items():
            assert name == "type" or value["description"], name


@pytest.mark.parametrize("text", [BANK, EVERY_TYPE, SAMPLE, BANK + "    difficulty: null\n"])
def test_good_banks_fit_both(text: str) -> None:
    assert fits_models(text)
    assert fits_schema(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 2"),
        ("version: 1\n", ""),
        ("id: harbour-bridge", "id: Harbour Bridge"),
        ("id: harbour-bridge", "id: 12"),
        ("title: The bridge that moved", "title: ''"),
        ("title: The bridge that moved", "title: '  '"),
        ("title: The bridge that moved", "title: no"),
        ("title: The", "colour: red\ntitle: The"),
        ("title: The", "language: English\ntitle: The"),
        ("type: choice", "type: chioce"),
        ("    type: choice\n", ""),
        ("kind: speaker", "kind: talker"),
        ("prompt: Who", "promt: Who"),
        ("    explanation: Paragraph 4 says so.\n", ""),
        ("correct: true", "correct: maybe"),
        ("correct: true", "correct: false"),
        ("      - text: Tomas Brandt\n", ""),
        ("- text: Tomas Brandt", "- Tomas Brandt"),
        ("    options:", "    difficulty: 6\n    options:"),
        ("    options:", "    status: done\n    options:"),
        ("    options:", "    tags: x\n    options:"),
        ("    options:", "    accept: [x]\n    options:"),
        ("    options:", "    evidence: [{quote: x, occurrence: 0}]\n    options:"),
        ("    options:", "    derivation: {rule: x, witnesses: []}\n    options:"),
        ("title: The", "article: {file: x, sha256: z}\ntitle: The"),
    ],
)
def test_bad_banks_fit_neither(old: str, new: str) -> None:
    assert old in BANK
    text = BANK.replace(old, new, 1)
    assert not fits_models(text)
    assert not fits_schema(text)
