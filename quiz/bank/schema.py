"""The JSON Schema of the bank format, for editors: draft 7, which all of them understand."""

import json
from typing import Any

from quiz.bank.shape import Bank

_SOME_KEY = {"contains": {"properties": {"correct": {"const": True}}, "required": ["correct"]}}


def bank_schema() -> dict[str, Any]:
    """Make the schema from the models: what a schema can express of the format, no more.

    It cannot say that ids are unique, that exactly one option is correct or that targets stand in
    their passage; reading the bank checks those.
    """
    schema = _draft_7(Bank.model_json_schema())
    definitions = schema.pop("definitions")
    definitions.update(_by_type(definitions))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A quiz bank, version 1",
        "description": schema.pop("description"),
        **{key: value for key, value in schema.items() if key != "title"},
        "definitions": dict(sorted(definitions.items())),
    }


def render_schema() -> str:
    """Write the schema as it is committed beside the banks."""
    return json.dumps(bank_schema(), ensure_ascii=False, indent=2) + "\n"


def _by_type(definitions: dict[str, Any]) -> dict[str, Any]:
    """Complete the question models with what their validators ask for and pydantic cannot see."""
    for name, key in (("Choice", "options"), ("Multiple", "options"), ("Hottext", "targets")):
        definitions[name]["properties"][key] |= _SOME_KEY
    return definitions


def _draft_7(node: Any, *, names: bool = False) -> Any:
    """Rewrite pydantic's draft 2020-12; ``names`` says that the keys of ``node`` are names, not keywords."""
    if isinstance(node, list):
        return [_draft_7(item) for item in node]
    if not isinstance(node, dict):
        return node
    rewritten: dict[str, Any] = {}
    for key, value in node.items():
        if names:
            rewritten[key] = _draft_7(value)
        elif key == "$defs":
            rewritten["definitions"] = _draft_7(value, names=True)
        elif key == "properties":
            rewritten[key] = _draft_7(value, names=True)
            for part in rewritten[key].values():  # pydantic's titles only repeat the key
                part.pop("title", None)
        elif key == "$ref":
            rewritten[key] = value.replace("#/$defs/", "#/definitions/")
        elif key in ("default", "const", "enum"):
            rewritten[key] = value
        elif key != "discriminator":
            rewritten[key] = _draft_7(value)
    if names:
        return rewritten
    if rewritten.get("type") == "string" and rewritten.get("minLength") == 1 and "pattern" not in rewritten:
        rewritten["pattern"] = r"\S"  # the models refuse blank text
    if "$ref" in rewritten and len(rewritten) > 1:  # in draft 7 a $ref hides what stands beside it
        rewritten["allOf"] = [{"$ref": rewritten.pop("$ref")}]
    return rewritten
