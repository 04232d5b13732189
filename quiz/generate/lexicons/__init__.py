"""The word lists the rules rest on, kept as YAML so that each entry can say why it is there."""

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # every scalar stays text: “No” and “On” are words here


@cache
def lexicon(name: str) -> Any:
    """Return the parsed content of ``lexicons/<name>.yaml``."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest that fits; a space is any run of space.

    Words with a common beginning share it in the pattern, so that hundreds of them cost about as much as a
    few: at each place only those are tried that begin with the letter that stands there.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _branches(below)
        for letter, below in sorted(node.items())
        if letter
    ]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")
