"""settings.toml as frozen Settings; what is missing has its default."""

import getpass
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from quiz.errors import QuizError


class SettingsError(QuizError):
    """The settings cannot be used; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    ``theme`` is the theme's name and ``player`` the name scores are kept under. ``mouse`` tells whether
    the mouse is listened to, ``motion`` whether anything may move by itself. ``keys`` are other keys for
    commands, by the command's name. ``retention`` is the chance of still knowing an answer at which a
    question comes back for review.
    """

    theme: str = "quiz-dark"
    player: str = ""
    mouse: bool = True
    motion: bool = True
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    retention: float = 0.9


THEMES: Final = ("quiz-dark", "quiz-light", "quiz-blue-orange", "quiz-contrast", "quiz-ansi")

_NAMES: Final = ("theme", "player", "mouse", "motion", "keys", "check", "retention")


def read_settings(path: Path) -> Settings:
    """Read the settings; a missing file means defaults. Raises SettingsError with one clear sentence."""
    text = _text(path)
    if text is None:
        return Settings()
    import tomllib  # here, because most people have no settings

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from None
    for key, value in data.items():
        _check(path, key, value)
    keys = data.pop("keys", {})
    data.pop("check", None)
    return Settings(**data, keys=MappingProxyType(keys))


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not UTF-8 text.") from None
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def _check(path: Path, key: str, value: Any) -> None:
    match key:
        case "theme" | "player":
            if not isinstance(value, str) or not value.strip():
                raise SettingsError(f"{path}: “{key}” must be text in quotation marks.")
            if key == "theme" and value not in THEMES:
                raise SettingsError(f"{path}: there is no theme “{value}”; there are {_listed(THEMES)}.")
        case "mouse" | "motion":
            if not isinstance(value, bool):
                raise SettingsError(f"{path}: “{key}” must be true or false.")
        case "retention":
            # Below, questions come back when most are forgotten; above, nearly every day.
            if isinstance(value, bool) or not isinstance(value, float | int) or not 0.7 <= value <= 0.97:
                raise SettingsError(f"{path}: “retention” must be a number from 0.7 to 0.97.")
        case "keys":
            if not isinstance(value, dict):
                raise SettingsError(f"{path}: “keys” must be a table: a line [keys], and under it the keys.")
            for name, pressed in value.items():
                if not isinstance(pressed, str) or not pressed.strip():
                    raise SettingsError(
                        f'{path}: the key of “{name}” must be text in quotation marks, such as "f".'
                    )
        case "check":  # read by `quiz check`, which alone knows its rules
            pass
        case _:
            quoted = [f"“{name}”" for name in _NAMES]
            raise SettingsError(f"{path}: there is no setting “{key}”; there are {_listed(quoted)}.")


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


_THEME_LINE: Final = re.compile(r"""^theme[ \t]*=.*$""", re.MULTILINE)
_TABLE: Final = re.compile(r"^[ \t]*\[", re.MULTILINE)


def keep_theme(path: Path, theme: str) -> None:
    """Write the theme into the settings and leave all else as it stands. Raises SettingsError."""
    from quiz.writing import replace_file

    text = _text(path) or ""
    table = _TABLE.search(text)
    head, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = f'theme = "{theme}"'
    if not _THEME_LINE.search(head):
        head = f"{line}\n{head}"
    changed = _THEME_LINE.sub(line, head, count=1) + rest
    import tomllib

    try:
        kept = tomllib.loads(changed).get("theme")
    except tomllib.TOMLDecodeError:
        kept = None
    if kept != theme:
        raise SettingsError(f"{path} is not as expected and was left alone; its line should be: {line}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, changed.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"{path} cannot be written: {reason}. The colours hold until you leave."
        ) from None


def login_name() -> str:
    """The name scores are kept under when nobody says another one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "player"
