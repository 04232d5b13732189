"""The JSON Schema and the models agree on hundreds of banks, good and bad, and on every shipped one."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from quiz.bank.files import BankError, parse_bank
from quiz.bank.kinds import KINDS
from quiz.bank.library import find_banks, looks_like_bank
from quiz.bank.schema import bank_schema

ROOT = Path(__file__).parents[2]
VALIDATOR: Any = jsonschema.Draft7Validator(bank_schema())

JUNK: tuple[Any, ...] = (
    None,
    True,
    3,
    -1,
    2.5,
    "",
    "  ",
    "x",
    [],
    {},
    ["x"],
    {"text": "x"},
    [{"text": "x"}, {}],
    10**6,
)


def question(rng: random.Random, number: int) -> dict[str, Any]:
    """A question of a random type in which everything is as it must be."""
    kind = rng.choice(list(KINDS))
    made: dict[str, Any] = {"id": f"q-{number}", "kind": kind, "prompt": "Who?", "explanation": "So it is."}
    options = [{"text": f"option {n}", "why": "No."} for n in range(rng.randint(2, 6))]
    match rng.choice(["choice", "multiple", "order", "match", "text", "hottext"]):
        case "choice":
            rng.choice(options)["correct"] = True  # type: ignore[assignment]
            made |= {"type": "choice", "options": options}
        case "multiple":
            for option in rng.sample(options, rng.randint(1, len(options))):
                option["correct"] = True  # type: ignore[assignment]
            made |= {"type": "multiple", "options": options}
        case "order":
            made |= {"type": "order", "options": [{"text": option["text"]} for option in options]}
        case "match":
            pairs = [{"left": f"left {n}", "right": f"right {n}"} for n in range(rng.randint(2, 8))]
            made |= {"type": "match", "pairs": pairs}
        case "text":
            made |= {"type": "text", "accept": [f"answer {n}" for n in range(rng.randint(1, 20))]}
        case _:
            targets: list[dict[str, Any]] = [{"text": word} for word in "the rain may fall".split()]  # noqa: SIM905
            rng.choice(targets)["correct"] = True
            made |= {"type": "hottext", "passage": "So the rain may fall.", "targets": targets}
    if rng.random() < 0.5:
        made["evidence"] = [{"quote": "words", "occurrence": rng.randint(1, 9)}]
    if rng.random() < 0.5:
        made |= {
            "difficulty": rng.randint(1, 5),
            "status": rng.choice(["approved", "draft"]),
            "tags": ["a", "b"],
        }
    if rng.random() < 0.3:
        made["derivation"] = {"rule": "r", "witnesses": ["rules", "parser"]}
    return made


def good_bank(rng: random.Random) -> dict[str, Any]:
    bank: dict[str, Any] = {"version": 1, "id": "some-bank", "title": "A bank", "language": "en"}
    if rng.random() < 0.5:
        bank["article"] = {"file": "../a.md", "sha256": "0f" * 32, "outlet": rng.choice([None, "The Pier"])}
    if rng.random() < 0.3:
        bank |= {"license": "CC0-1.0", "witnesses": {"rules": "3"}}
    return {**bank, "questions": [question(rng, number) for number in range(rng.randint(1, 4))]}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of everything inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [deeper for key, below in inner for deeper in places(below, (*path, key))]


def damaged(bank: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The bank with one thing removed, added, renamed or replaced."""
    bank = copy.deepcopy(bank)
    *way, last = rng.choice(places(bank))
    around: Any = bank
    for step in way:
        around = around[step]
    match rng.choice(["drop", "junk", "junk", "junk", "rename", "add"]):
        case "drop":
            del around[last]
        case "rename" if isinstance(around, dict):
            around[f"{last}s"] = around.pop(last)
        case "add" if isinstance(around, dict):
            around[rng.choice(["accept", "options", "pairs", "page", "correct"])] = rng.choice(JUNK)
        case _:
            around[last] = copy.deepcopy(rng.choice(JUNK))
    return bank


def fits_models(bank: Any) -> list[str]:
    """What the models say against a bank."""
    try:
        parse_bank(yaml.safe_dump(bank, allow_unicode=True, sort_keys=False), "b.yaml")
    except BankError as error:
        return [problem.message for problem in error.problems]
    return []


BEYOND = (
    "exactly one option",
    "read “",
    "taken by the question",
    "is not in the passage",
    "may go up one",
    "path relative",
)
"""What reading a bank checks and no JSON Schema can."""


@pytest.mark.parametrize("seed", range(150))
def test_a_good_bank_fits_both(seed: int) -> None:
    bank = good_bank(random.Random(seed))
    assert fits_models(bank) == []
    assert list(VALIDATOR.iter_errors(bank)) == []


@pytest.mark.parametrize("seed", range(400))
def test_a_damaged_bank_fits_both_or_neither(seed: int) -> None:
    rng = random.Random(seed)
    bank = damaged(good_bank(rng), rng)
    said = fits_models(bank)
    if said and all(any(words in message for words in BEYOND) for message in said):
        return
    assert VALIDATOR.is_valid(json.loads(json.dumps(bank))) is not bool(said), said


def test_the_damage_is_of_both_sorts() -> None:
    verdicts = [bool(fits_models(damaged(good_bank(rng), rng))) for rng in map(random.Random, range(400))]
    assert 200 < sum(verdicts) < 395


@pytest.mark.parametrize(
    "path",
    [path for path in find_banks([ROOT / "questions"]) if looks_like_bank(path.read_text(encoding="utf-8"))],
    ids=lambda path: path.stem,
)
def test_a_shipped_bank_fits_the_schema(path: Path) -> None:
    VALIDATOR.validate(yaml.safe_load(path.read_text(encoding="utf-8")))
