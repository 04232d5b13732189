"""How places and values of a bank are called in messages."""

from quiz.bank.positions import Path
from quiz.bank.problems import shown
from quiz.bank.yaml_values import Misread, YamlValues


def name(path: Path) -> str:
    """How a value is called: “prompt”, item 2 of “tags”, question 3."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, str):
        return f"“{shown(last)}”"
    return (
        f"question {last + 1}"
        if path[0] == "questions" and len(path) == 2
        else f"item {last + 1} of {name(path[:-1])}"
    )


def written(values: YamlValues, path: Path) -> str:
    """A value as it stands in the file, or nothing if it does not."""
    return shown(values.positions.written(path)) if path in values.positions.values else ""


def kind_of(value: object) -> str:
    """What YAML took a value for."""
    if isinstance(value, Misread):
        return value.what
    if value is None:
        return "null"
    return "bool" if isinstance(value, bool) else "int"


def slug_help(path: Path, value: str) -> str | None:
    """An id that could stand where a text was written that is none."""
    if path[-1] != "id":
        return None
    slug = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in value.lower()).split())
    return f"for instance: {slug[:60].rstrip('-')}" if slug else None


def listed(words: list[str], conjunction: str) -> str:
    """Words in quotation marks, one after the other."""
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {conjunction} {quoted[-1]}"


def items(count: int) -> str:
    """A number of items."""
    return {0: "none", 1: "1 item"}.get(count, f"{count:,} items")
