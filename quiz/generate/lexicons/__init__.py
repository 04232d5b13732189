"""The word lists the rules rest on, kept as YAML so that each entry can say why it is there."""

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
