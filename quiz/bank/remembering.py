"""What can be made again at any time, kept in files of JSON: only slower without it, never wrong with it."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.writing import replace_file


def stamp_of(path: str | Path) -> list[int] | None:
    """What tells that a file has changed: when it was written, and its size; None if it is not there."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return [status.st_mtime_ns, status.st_size]


def recall(place: Path) -> dict[str, Any]:
    """What was kept in a file, or nothing if that cannot be read."""
    try:
        data = json.loads(place.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def keep(place: Path, data: Mapping[str, Any]) -> None:
    """Write a file anew in one step; where that is impossible, nothing is kept."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, json.dumps(data, separators=(",", ":")).encode("ascii"))
