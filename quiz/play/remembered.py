"""What a player chose for a session the last time, kept for the next one."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final, get_args

from quiz.bank.kinds import KINDS, SKILLS
from quiz.errors import QuizError
from quiz.play.wishes import Mode, Only, Wishes
from quiz.writing import replace_file

MOST_QUESTIONS: Final = 1000
MOST_MINUTES: Final = 600
_FIELDS: Final = ("count", "kinds", "skills", "mode", "certainty", "closed_book", "minutes", "only")
_LARGEST_BYTES: Final = 100_000


class ChoiceError(QuizError):
    """What was chosen cannot be kept."""


def read_choice(path: Path, wishes: Wishes) -> Wishes:
    """Return ``wishes`` with what was chosen the last time; a missing or damaged file changes nothing."""
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(_LARGEST_BYTES))
    except (OSError, ValueError, RecursionError):
        return wishes
    return replace(wishes, **_checked(data)) if isinstance(data, dict) else wishes


def write_choice(path: Path, wishes: Wishes) -> None:
    """Keep what was chosen, in one step. Raises ChoiceError with one sentence."""
    chosen = {name: value for name, value in asdict(wishes).items() if name in _FIELDS}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, (json.dumps(chosen, indent=2) + "\n").encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ChoiceError(f"What you chose cannot be kept in {path}: {reason}.") from None


def _checked(data: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that can be used."""
    good: dict[str, Any] = {}
    for name, known in (("kinds", tuple(KINDS)), ("skills", SKILLS)):
        values = data.get(name)
        if isinstance(values, list):
            good[name] = tuple(value for value in known if value in values)
    if data.get("mode") in get_args(Mode):
        good["mode"] = data["mode"]
    if data.get("only") in get_args(Only):
        good["only"] = data["only"]
    for name in ("certainty", "closed_book"):
        if isinstance(data.get(name), bool):
            good[name] = data[name]
    if _within(data.get("count"), MOST_QUESTIONS):
        good["count"] = data["count"]
    if _within(data.get("minutes"), MOST_MINUTES):
        good["minutes"] = data["minutes"]
    return good


def _within(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most
