"""How long people wait, as ratios within one interleaved run: ``pytest tests/benchmarks -m benchmark -s``."""

import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.paths import packaged_banks
from tests.benchmarks.terminal import environment
from tests.play.ostmole import write_bank

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parent.parent.parent
RUNS = 15
QUIZ = [sys.executable, "-m", "quiz"]
BARE_APP = (
    "from textual.app import App\nfrom textual.widgets import Static\n"
    "class Bare(App):\n    def compose(self):\n        yield Static('READY')\nBare().run()\n"
)


def finished(command: list[str], home: Path) -> float:
    """Seconds until a command has ended."""
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment(home), cwd=home)
    return time.perf_counter() - started


def painted(command: list[str], home: Path, sight: bytes) -> float:
    """Seconds until a program in a terminal of 80 x 24 has written something; the program is then ended."""
    started = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(home)
        os.execvpe(command[0], command, environment(home))
    seen = b""
    while sight not in seen:
        if time.perf_counter() - started > 20:
            raise TimeoutError(seen[-2000:])
        if select.select([terminal], [], [], 0.05)[0]:
            seen += os.read(terminal, 65536)
    took = time.perf_counter() - started
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return took


def compare(what: str, limit: float, ours: Callable[[], float], base: Callable[[], float]) -> None:
    pairs = [(ours(), base()) for _ in range(RUNS + 1)][1:]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    times = f"{mine * 1000:.0f} ms, {mine / theirs:.2f} x the base of {theirs * 1000:.0f} ms"
    print(f"\n{what}: {times} (aim {limit} x)")


@pytest.mark.parametrize("command", ["--help", "scores"])
def test_commands_beside_an_empty_python(command: str, tmp_path: Path) -> None:
    compare(
        f"quiz {command}",
        6.0,
        lambda: finished([*QUIZ, command], tmp_path),
        lambda: finished([sys.executable, "-c", "pass"], tmp_path),
    )


def test_home_beside_a_bare_textual_app(tmp_path: Path) -> None:
    compare(
        "home painted",
        1.4,
        lambda: painted([*QUIZ, "play"], tmp_path, b"Press enter"),
        lambda: painted([sys.executable, "-c", BARE_APP], tmp_path, b"READY"),
    )


def test_home_of_2000_banks_beside_a_bare_textual_app(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    text = write_bank(folder, "bank-0000", title="Bank 0000").read_text(encoding="utf-8")
    article = (folder / "bank-0000.txt").read_text(encoding="utf-8")
    for number in range(1, 2000):
        name = f"bank-{number:04}"
        changed = text.replace("bank-0000", name).replace("Bank 0000", f"Bank {number:04}")
        (folder / f"{name}.yaml").write_text(changed, encoding="utf-8")
        (folder / f"{name}.txt").write_text(article, encoding="utf-8")
    library = Library((packaged_banks(), folder), tmp_path / "cache" / "library.json")
    assert len(library.summaries()) >= 2000
    compare(
        "home of 2,000 banks painted",
        1.7,
        lambda: painted([*QUIZ, "play", "--seed", "1"], tmp_path, b"2,0"),
        lambda: painted([sys.executable, "-c", BARE_APP], tmp_path, b"READY"),
    )


def test_first_question_beside_a_bare_textual_app(tmp_path: Path) -> None:
    bank = str(ROOT / "questions" / "who-inside-ice-is-leaking.yaml")
    compare(
        "first question painted",
        1.6,
        lambda: painted([*QUIZ, "play", bank, "--player", str(time.time())], tmp_path, b"1 of 10"),
        lambda: painted([sys.executable, "-c", BARE_APP], tmp_path, b"READY"),
    )
