"""A score file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.store import Store
from tests.play.ostmole import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty score file in which it is always the same moment."""
    with open_store(tmp_path) as opened:
        yield opened
