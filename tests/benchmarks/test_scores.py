"""A million answers over 50,000 questions: ``pytest tests/benchmarks/test_scores.py -m benchmark -s``.

Once with two hundred learners, once with a single one, whose history is then as long as any can be.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.scores.store import Store
from tests.scores.examples import answer, start
from tests.scores.hammering import hammer
from tests.scores.simulation import PER_BANK, PER_SESSION, fill, world

pytestmark = pytest.mark.benchmark

ROOT = Path(__file__).parent.parent.parent
ANSWERS = 1_000_000
QUESTIONS = 50_000
SECONDS = 1.0
MEGABYTES = 150

# Prints the most memory the process ever had, in kilobytes, after running what it is given. Not getrusage():
# that counts what the process was before it began to run Python.
MEASURED = """
import re, sys
code = sys.argv.pop(1)
try:
    exec(code)
finally:
    sys.stdout.flush()
    print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1], file=sys.stderr)
"""
COMMAND = "from quiz.cli import main; sys.argv[0] = 'quiz'; main()"
HOME = """
from datetime import UTC, datetime
from pathlib import Path
from quiz.scores.store import Store
with Store.open(Path(sys.argv[1])) as store:
    player = sys.argv[2]
    now = datetime(2026, 1, 1, tzinfo=UTC)
    print(len(store.bank_scores(player)), store.resumable(player), sum(store.due(player, now).values()))
    print(store.due_skills(player, now), len(store.due_questions(player, 'bank-00007', now)))
"""

PROGRESS = """
from datetime import UTC, datetime
from pathlib import Path
from quiz.scores.gathering import gather
from quiz.scores.store import Store
from quiz.scores.text.progress import progress_parts
with Store.open(Path(sys.argv[1])) as store:
    learner = gather(store, sys.argv[2], datetime(2026, 1, 1, tzinfo=UTC))
    print(len(progress_parts(learner, 115)))
"""
IN_THE_APP = {"home": HOME, "progress": PROGRESS}


@pytest.fixture(scope="module", params=[200, 1], ids=["200 learners", "1 learner"])
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("million")
    truth = world(1, learners=request.param, banks=QUESTIONS // PER_BANK)
    with Store.open(folder / "scores.db") as store:
        fill(store, truth, sessions=ANSWERS // PER_SESSION, seed=1)
    yield folder
    (folder / "scores.db").unlink()


@pytest.mark.parametrize(
    "what",
    [
        *("scores", "scores skills", "scores calendar", "scores items bank-00007", "scores report"),
        *IN_THE_APP,
    ],
)
def test_a_million_answers_are_told_within_a_second(home: Path, what: str) -> None:
    player = "learner-0000"
    arguments = [COMMAND, *what.split(), "--player", player]
    if what in IN_THE_APP:
        arguments = [IN_THE_APP[what], str(home / "scores.db"), player]
    elif "items" in what:
        arguments = arguments[:-2]
    elif "report" in what:
        arguments += ["-o", str(home / "report.html")]
    times = []
    memory = 0
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *arguments],
            env={**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        times.append(time.perf_counter() - started)
        memory = max(memory, int(done.stderr.split()[-1]) // 1024)
    print(f"\n{what}: {min(times):.2f} s (aim {SECONDS:g}), {memory} MB (aim {MEGABYTES})")


def test_saving_an_answer(tmp_path: Path) -> None:
    with Store.open(tmp_path / "scores.db") as store:
        times = []
        for number in range(40):
            session = store.begin(start(10, bank=f"bank-{number % 4}"))
            for position in range(10):
                started = time.perf_counter()
                store.record(session, answer(position))
                times.append(time.perf_counter() - started)
            store.finish(session)
        times.sort()
    print(f"\nsaving an answer: median {1000 * times[200]:.1f} ms, 95 % below {1000 * times[380]:.1f} ms")


def test_a_minute_of_answering_while_being_killed(tmp_path: Path) -> None:
    outcome = hammer(tmp_path / "scores.db", 60)
    print(f"\n{outcome}")
    assert (outcome.missing, outcome.integrity, outcome.duplicates) == (0, "ok", 0)
