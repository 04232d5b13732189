"""A world in which the truth is known: learners of known ability answer questions of known difficulty.

Seeded, so that it gives the same score file every time. Run as a program it writes a large one:
``python -m tests.scores.simulation scores.db --answers 1000000``.
"""

import argparse
import json
import math
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from quiz.bank.kinds import KINDS
from quiz.scores import progress
from quiz.scores.database import transaction
from quiz.scores.records import text_hash
from quiz.scores.store import Store

BEGIN: Final = datetime(2024, 1, 1, 8, tzinfo=UTC)
DAYS: Final = 700
PER_BANK: Final = 20
PER_SESSION: Final = 10
OPTIONS: Final = ("Key", "Near", "Far", "Odd")
_KINDS: Final = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class World:
    """What is true: how able learners are and how hard questions, on one scale (Rasch's, in logits).

    The chance of a right answer is ``1 / (1 + exp(difficulty - ability))``; ``abilities`` are by learner,
    ``difficulties`` by bank and place.
    """

    abilities: tuple[float, ...]
    difficulties: tuple[tuple[float, ...], ...]

    def chance(self, learner: int, bank: int, place: int) -> float:
        """Return the chance that a learner answers a question rightly."""
        return 1 / (1 + math.exp(self.difficulties[bank][place] - self.abilities[learner]))


def world(seed: int, *, learners: int, banks: int, per_bank: int = PER_BANK) -> World:
    """Return learners and questions drawn at random from normal distributions with a deviation of 1."""
    rng = random.Random(f"world:{seed}")
    return World(
        tuple(rng.gauss(0.3, 1) for _ in range(learners)),
        tuple(tuple(rng.gauss(0, 1) for _ in range(per_bank)) for _ in range(banks)),
    )


def player(learner: int) -> str:
    """Return the name of a learner."""
    return f"learner-{learner:04}"


def bank_id(bank: int) -> str:
    """Return the id of a bank."""
    return f"bank-{bank:05}"


def question_id(bank: int, place: int) -> str:
    """Return the id of a question, which names its kind."""
    return f"{_KINDS[(bank + place) % len(_KINDS)].replace('_', '-')}-{bank:05}-{place:02}"


def fill(
    store: Store, truth: World, *, sessions: int, seed: int, begin: datetime = BEGIN, days: int = DAYS
) -> int:
    """Let learners play sessions of up to ten questions, over some ``days``; return how many answers.

    Learners and banks take turns in a random order; who comes back to a bank meets the questions not met
    before. Certainty follows the chance of being right, with some noise.
    """
    rng = random.Random(f"play:{seed}")
    learners, banks = len(truth.abilities), len(truth.difficulties)
    met: dict[tuple[int, int], int] = {}
    answers = 0
    with transaction(store._connection, write=True) as connection:
        snapshots = {}
        for bank in range(banks):
            for place in range(len(truth.difficulties[bank])):
                question = question_id(bank, place)
                text = json.dumps(
                    {
                        "id": question,
                        "type": "choice",
                        "kind": _KINDS[(bank + place) % len(_KINDS)],
                        "prompt": f"What does article {bank} say in paragraph {place + 1}?",
                        "options": [{"text": text, "correct": text == "Key"} for text in OPTIONS],
                    }
                )
                snapshots[bank, place] = text_hash(text)
                connection.execute("INSERT INTO snapshot VALUES (?, ?)", (snapshots[bank, place], text))
        connection.execute("DROP TRIGGER asked_counted")
        connection.execute("DROP TRIGGER answer_insert")
        at = begin
        for number in range(1, sessions + 1):
            at += timedelta(seconds=rng.randrange(1, 2 * days * 86_400 // max(1, sessions)))
            learner, bank = rng.randrange(learners), rng.randrange(banks)
            size = len(truth.difficulties[bank])
            first = met.get((learner, bank), 0)
            met[learner, bank] = first + PER_SESSION
            places = [(first + step) % size for step in range(min(PER_SESSION, size))]
            right = []
            asked, given = [], []
            for position, place in enumerate(places):
                chance = truth.chance(learner, bank, place)
                correct = rng.random() < chance
                right.append(correct)
                certainty = 1 + sum(chance + rng.gauss(0, 0.1) > limit for limit in (2 / 3, 0.8))
                response = "Key" if correct else rng.choices(OPTIONS[1:], (5, 3, 1))[0]
                kind = _KINDS[(bank + place) % len(_KINDS)]
                recorded = at + timedelta(seconds=20 * position)
                asked.append(
                    (
                        number,
                        position,
                        question_id(bank, place),
                        kind,
                        KINDS[kind].skill,
                        snapshots[bank, place],
                        "[0, 1, 2, 3]",
                    )
                )
                given.append(
                    (
                        number,
                        position,
                        json.dumps(response),
                        correct,
                        float(correct),
                        1.0,
                        certainty,
                        round(rng.lognormvariate(2.5, 0.8), 3),
                        progress.instant(recorded),
                    )
                )
            end = progress.instant(at + timedelta(seconds=20 * len(places)))
            connection.execute(
                "INSERT INTO session (id, uid, player, bank, title, mode, seed, started, finished, certainty,"
                " asked, answered, correct, score, max_score)"
                " VALUES (?, ?, ?, ?, ?, 'practice', '1', ?, ?, 1, ?, ?, ?, ?, ?)",
                (
                    number,
                    f"{seed:08x}{number:024x}",
                    player(learner),
                    bank_id(bank),
                    f"The article number {bank}",
                    progress.instant(at),
                    end,
                    len(places),
                    len(places),
                    sum(right),
                    float(sum(right)),
                    float(len(places)),
                ),
            )
            connection.executemany("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?)", asked)
            connection.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", given)
            answers += len(places)
        for statement in _triggers():
            connection.execute(statement)
        progress.rebuild_all(connection)
    return answers


def _triggers() -> list[str]:
    from quiz.scores.migrations import MIGRATIONS

    return [
        statement
        for step in MIGRATIONS
        for statement in step
        if isinstance(statement, str)
        and statement.startswith(("CREATE TRIGGER asked_counted", "CREATE TRIGGER answer_insert"))
    ]


def main() -> None:
    """Write a score file with as many answers as wanted."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=50_000)
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    truth = world(wanted.seed, learners=wanted.learners, banks=wanted.questions // PER_BANK)
    with Store.open(wanted.path) as store:
        answers = fill(store, truth, sessions=wanted.answers // PER_SESSION, seed=wanted.seed)
    print(f"{answers} answers in {wanted.path}")


if __name__ == "__main__":
    main()
