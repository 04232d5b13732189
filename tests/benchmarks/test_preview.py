"""How long a save takes to be on screen beside the editor: ``pytest tests/benchmarks -m benchmark -s``."""

import asyncio
import dataclasses
import statistics
import time
from pathlib import Path

import pytest

from quiz.bank.files import load_bank, render_bank
from quiz.bank.model import Bank
from quiz.ui.proofs.proofing import Proofing
from tests.play.ostmole import QUESTIONS, write_bank
from tests.ui.driving import WIDE, shown
from tests.ui.proofs import here, previewing

pytestmark = pytest.mark.benchmark

COUNT = 300
ROUNDS = 12
AIM = 0.5
"""Seconds from the save to the question on screen, and to what was found in it."""


def write_large(folder: Path) -> tuple[Path, Bank]:
    """Write a bank of many questions."""
    questions = [
        dataclasses.replace(QUESTIONS[number % len(QUESTIONS)], id=f"question-{number}")
        for number in range(COUNT)
    ]
    path = write_bank(folder, questions=questions)
    return path, load_bank(path).bank


async def test_a_save_is_painted_within_half_a_second(tmp_path: Path) -> None:
    path, bank = write_large(tmp_path)
    app = previewing(path)
    painted: list[float] = []
    checked: list[float] = []
    async with app.run_test(size=WIDE) as pilot:
        for turn in range(ROUNDS):
            await pilot.pause(0.4 + turn * 0.017)  # the save falls anywhere between two looks
            mark = f"Saved {turn} times"
            place = turn * 23 % COUNT
            question = dataclasses.replace(bank.questions[place], prompt=f"{mark}?")
            bank = dataclasses.replace(
                bank, questions=[*bank.questions[:place], question, *bank.questions[place + 1 :]]
            )
            text = render_bank(bank)
            begun = time.perf_counter()
            path.write_text(text, encoding="utf-8")
            while mark not in here(app):  # looking at the whole screen all the time would slow it down
                await asyncio.sleep(0.005)
            while mark not in shown(app):
                await asyncio.sleep(0.005)
            painted.append(time.perf_counter() - begun)
            assert isinstance(app.screen, Proofing)
            while app.screen.proof is None or app.screen.proof.diagnostics is None:
                await asyncio.sleep(0.005)
            await asyncio.sleep(0.02)  # a frame
            checked.append(time.perf_counter() - begun)
    print(
        f"\nsave to painted, {COUNT} questions: median {statistics.median(painted):.2f} s, "
        f"longest {max(painted):.2f} s; to the findings: median {statistics.median(checked):.2f} s, "
        f"longest {max(checked):.2f} s"
    )
    assert statistics.median(painted) <= AIM
    assert statistics.median(checked) <= AIM
