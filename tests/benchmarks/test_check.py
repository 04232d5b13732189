"""How fast banks are checked beside what parsing alone takes: ``pytest tests/benchmarks -m benchmark -s``."""

import hashlib
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.bank.check import check_text, select_rules
from quiz.bank.check.finding_files import meant_banks
from quiz.bank.files import render_bank
from quiz.bank.model import ArticleReference, Bank, Choice, Evidence, Option

pytestmark = pytest.mark.benchmark

BANKS = 50
QUESTIONS = 200
ROUNDS = 3
AIM = 4.0
_SYLLABLES = "ba ke lo mi nu pa re so ti vu ga de fi jo ku la me ni po ra".split()  # noqa: SIM905
KINDS = ("speaker", "number", "claim_or_fact", "cloze", "role", "main_point", "when_where", "name")


def write_banks(folder: Path) -> int:
    """Write banks of different questions about articles of 600 words; return how many questions."""
    rng = random.Random("quiz")
    (folder / "articles").mkdir(parents=True)
    (folder / "banks").mkdir()

    def name() -> str:
        return "".join(rng.choice(_SYLLABLES) for _ in range(3))

    for number in range(BANKS):
        sentences = [" ".join([name().title(), *(name() for _ in range(11))]) + "." for _ in range(50)]
        text = "A headline\n\n" + "\n\n".join(sentences) + "\n"
        (folder / "articles" / f"{number}.txt").write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        questions: list[Any] = []
        for index in range(QUESTIONS):
            sentence = rng.choice(sentences)
            key = " ".join(sentence.split()[3:5])
            texts = [key, f"{name()} {name()}", f"{name()} {name()}", f"{name()} {name()}"]
            questions.append(
                Choice(
                    id=f"q-{index}",
                    type="choice",
                    kind=KINDS[index % len(KINDS)],
                    prompt=f"What does the article say of {name()} and {name()} {index}? “{sentence[:-1]}”",
                    options=[
                        Option(text=one, correct=one == key, why=None if one == key else f"It is {name()}.")
                        for one in texts
                    ],
                    explanation=f"In paragraph 2 it says {name()} and {name()}, in its own voice.",
                    evidence=[Evidence(quote=sentence)],
                )
            )
        reference = ArticleReference(file=f"../articles/{number}.txt", sha256=digest)
        bank = Bank(version=1, id=f"bank-{number}", title=name(), article=reference, questions=[*questions])
        (folder / "banks" / f"{number}.yaml").write_text(render_bank(bank), encoding="utf-8")
    return BANKS * QUESTIONS


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_how_fast_ten_thousand_questions_are_checked(tmp_path: Path) -> None:
    count = write_banks(tmp_path)
    paths = sorted((tmp_path / "banks").iterdir())
    codes = select_rules()

    def parse() -> None:
        for path in paths:
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    def check() -> None:
        for meant in meant_banks([str(tmp_path / "banks")]):
            check_text(meant.text, meant.name, path=meant.path, codes=codes)

    pairs = [(seconds(parse), seconds(check)) for _ in range(ROUNDS)]
    base, ours = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"\n{count} questions: PyYAML's C loader {base:.2f} s, quiz check {ours:.2f} s")
    print(f"quiz check is {ours / base:.2f} x the C loader (aim {AIM} x)")
