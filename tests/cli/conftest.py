"""Runs the command line as a user does: another process, an empty home, no terminal."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "who-inside-ice-is-leaking.txt"
SEED_BANK = ROOT / "questions" / "who-inside-ice-is-leaking.yaml"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    home = tmp_path / "home"

    def quiz(
        *arguments: str | Path, say: str = "", cwd: Path = ROOT, **more: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")},
            "QUIZ_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            **more,
        }
        return subprocess.run(
            [sys.executable, "-m", "quiz", *map(str, arguments)],
            input=say,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env=environment,
            timeout=60,
        )

    return quiz
