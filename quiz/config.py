"""settings.toml as frozen Settings; what is missing has its default."""

import getpass
from dataclasses import dataclass
from pathlib import Path

from quiz.errors import QuizError


class SettingsError(QuizError):
    """The settings cannot be used; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set: the theme's name, and the name scores are kept under."""

    theme: str = "quiz-dark"
    player: str = ""


THEMES = ("quiz-dark", "quiz-light")


def read_settings(path: Path) -> Settings:
    """Read the settings; a missing file means defaults. Raises SettingsError with one clear sentence."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not UTF-8 text.") from None
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    import tomllib  # here, because most people have no settings

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from None
    for key, value in data.items():
        if key == "check":  # read by `quiz check`, which alone knows its rules
            continue
        if key not in {"theme", "player"}:
            raise SettingsError(f"{path}: there is no setting “{key}”; there are “theme” and “player”.")
        if not isinstance(value, str) or not value.strip():
            raise SettingsError(f"{path}: “{key}” must be text in quotation marks.")
    if data.get("theme", THEMES[0]) not in THEMES:
        raise SettingsError(f"{path}: there is no theme “{data['theme']}”; there are {' and '.join(THEMES)}.")
    return Settings(**{key: value for key, value in data.items() if key != "check"})


def login_name() -> str:
    """The name scores are kept under when nobody says another one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "player"
