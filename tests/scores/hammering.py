"""Programs that answer at once while they are killed, and the count of what became of their answers.

Run as a program: ``python -m tests.scores.hammering scores.db --seconds 60``.
"""

import argparse
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]

# Each program says “session position” after the store has returned from saving that answer, and not before.
PLAYER: Final = """
import random, sys
from pathlib import Path
from tests.scores.examples import answer, asked, start
from quiz.scores.store import Store
rng = random.Random(sys.argv[2])
with Store.open(Path(sys.argv[1])) as store:
    while True:
        mode = rng.choice(("practice", "exam"))
        session = store.begin(start(10, player=sys.argv[2][:1], mode=mode, bank=f"bank-{rng.randrange(3)}"))
        uid = store.session(session).uid
        for position in range(10):
            store.record(session, answer(position, correct=rng.random() < 0.6))
            print(uid, position, flush=True)
        if rng.random() < 0.7:
            store.finish(session)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said to be saved, what of it is missing, how often a program was killed, and the check."""

    acknowledged: int
    missing: int
    kills: int
    integrity: str
    duplicates: int
    complaints: str


def hammer(path: Path, seconds: float, *, every: float = 1.0, seed: int = 1) -> Outcome:
    """Let two programs answer at once, killing one with SIGKILL ``every`` so many seconds."""
    rng = random.Random(seed)
    logs: list[Path] = []

    def begin(slot: int) -> subprocess.Popen[bytes]:
        log = path.with_name(f"said-{len(logs)}.txt")
        logs.append(log)
        with log.open("wb") as out, log.with_suffix(".err").open("wb") as errors:
            return subprocess.Popen(
                [sys.executable, "-c", PLAYER, str(path), f"{slot}-{len(logs)}-{seed}"],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=out,
                stderr=errors,
            )

    running = [begin(slot) for slot in range(2)]
    end, kills = time.monotonic() + seconds, 0
    try:
        while time.monotonic() < end:
            time.sleep(every * rng.uniform(0.5, 1.5))
            slot = rng.randrange(2)
            running[slot].send_signal(signal.SIGKILL)
            running[slot].wait()
            kills += 1
            running[slot] = begin(slot)
    finally:
        for process in running:
            process.send_signal(signal.SIGKILL)
            process.wait()
    said = set()
    for log in logs:
        # A last line without its end was cut off by the kill.
        whole = log.read_text().rpartition("\n")[0]
        said |= {tuple(line.split()) for line in whole.splitlines()}
    complaints = "".join(log.with_suffix(".err").read_text() for log in logs)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        saved = {
            (uid, str(position))
            for uid, position in connection.execute(
                "SELECT s.uid, a.position FROM answer AS a JOIN session AS s ON s.id = a.session"
            )
        }
        (integrity,) = connection.execute("PRAGMA integrity_check").fetchone()
        (duplicates,) = connection.execute("SELECT count(*) - count(DISTINCT uid) FROM session").fetchone()
    return Outcome(len(said), len(said - saved), kills, integrity, duplicates, complaints)


def main() -> None:
    """Hammer on a score file and tell what became of the answers."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    wanted = parser.parse_args()
    print(hammer(wanted.path, wanted.seconds))


if __name__ == "__main__":
    main()
