"""A score file and a folder of banks for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.store import Store
from tests.play.ostmole import open_store, write_bank


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a developer's terminal asks of Textual is not asked here, and nobody's own files are touched."""
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty score file in which it is always the same moment."""
    with open_store(tmp_path) as opened:
        yield opened


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A folder with the bank about Ostmole."""
    folder = tmp_path / "banks"
    write_bank(folder)
    return folder
