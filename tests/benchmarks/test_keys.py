"""Memory and the time from a key to the screen: ``pytest tests/benchmarks/test_keys.py -m benchmark -s``."""

import statistics
import sys
from pathlib import Path

import pytest

from tests.benchmarks.terminal import ROOT, terminal

pytestmark = pytest.mark.benchmark

PRESSES = 40
QUIZ = [sys.executable, "-m", "quiz"]
SEED_BANK = str(ROOT / "questions" / "who-inside-ice-is-leaking.yaml")
BARE_LIST = [
    sys.executable,
    "-c",
    "from textual.app import App\nfrom textual.widgets import OptionList\n"
    "class Bare(App):\n"
    "    def compose(self):\n        yield OptionList('READY', *(f'row {n}' for n in range(15)))\n"
    "Bare().run()\n",
]


def test_memory_of_a_session_played_to_its_end(tmp_path: Path) -> None:
    with terminal([*QUIZ, "play", SEED_BANK], tmp_path) as shown:
        shown.seen("1 of 10")
        for _ in range(20):
            shown.settle(0.1)
            shown.press("\r")
        print(f"\npeak memory: {shown.peak_megabytes():.0f} MB (aim 60)")


def test_keys_beside_the_cursor_of_a_bare_textual_app(tmp_path: Path) -> None:
    with (
        terminal(BARE_LIST, tmp_path) as bare,
        terminal([*QUIZ, "play", SEED_BANK, "--count", "10"], tmp_path) as ours,
    ):
        bare.seen("READY")
        ours.seen("1 of 10")
        bare.settle()
        ours.settle()
        base, moved, answered, next_one = [], [], [], []
        for number in range(PRESSES):
            base.append(bare.press("\x1b[B" if number % 2 else "\x1b[A"))
            bare.settle(0.05)
            moved.append(ours.press("j"))
            ours.settle(0.05)
            if number % 4 == 3:
                answered.append(ours.press("\r"))
                ours.settle(0.1)
                if len(answered) == 10:
                    break
                next_one.append(ours.press("\r"))
                ours.settle(0.1)
        bottom = statistics.median(base)
        print(f"\ncursor of a bare app: {bottom * 1000:.1f} ms")
        for what, limit, times in (
            ("move to another option", 1.5, moved),
            ("answer, explained", 3, answered),
            ("next question in place", 3, next_one),
        ):
            took = statistics.median(times)
            print(f"{what}: {took * 1000:.1f} ms, {took / bottom:.2f} x (aim {limit} x)")
