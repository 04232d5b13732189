"""Where data, settings and banks live on this machine; ``QUIZ_HOME`` overrides all of it."""

import os
from pathlib import Path


def data_folder() -> Path:
    """The folder of the score file and of the user's own banks."""
    return _folder("data")


def config_folder() -> Path:
    """The folder of ``settings.toml``."""
    return _folder("config")


def cache_folder() -> Path:
    """The folder of what can be made again at any time."""
    return _folder("cache")


def scores_file() -> Path:
    """The one SQLite file that holds every session."""
    return data_folder() / "scores.db"


def choice_file() -> Path:
    """What was chosen for a session the last time."""
    return data_folder() / "last-choice.json"


def settings_file() -> Path:
    """The user's settings; it need not exist."""
    return config_folder() / "settings.toml"


def user_banks() -> Path:
    """The folder in which the user's own banks are found."""
    return data_folder() / "questions"


def packaged_banks() -> Path:
    """The folder of the banks that come with the program."""
    package = Path(__file__).parent
    installed = package / "library" / "questions"
    return installed if installed.is_dir() else package.parent / "questions"


def _folder(which: str) -> Path:
    home = os.environ.get("QUIZ_HOME")
    if home:
        return Path(home).expanduser().absolute() / ({"data": "", "config": "", "cache": "cache"}[which])
    import platformdirs  # here, because importing it costs a tenth of what `quiz scores` may take

    path = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
    }[which]
    return path("quiz", appauthor=False)
