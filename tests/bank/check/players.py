"""Players who read the article of the banks well or badly, and what the linter hears of their answers."""

import random
from collections.abc import Mapping
from pathlib import Path

from quiz.bank.check import Checked, check_text, select_rules
from quiz.bank.check.played import Played
from quiz.bank.files import parse_bank
from quiz.bank.kept import question_json
from quiz.bank.model import Choice
from quiz.scores.flagged import flagged
from quiz.scores.store import AnswerRecord, AskedQuestion, SessionStart, Store
from tests.bank.check.samples import Broken, read
from tests.scores.examples import Clock

SAID: Mapping[str, str] = {
    "speaker-1": "Mara Lindqvist",
    "number-1": "14",
    "stated-1": "It says who",
}
"""What the article really says, by question."""
PLAYERS = 60


def play(path: Path, text: str, players: int = PLAYERS, *, days: int = 0) -> None:
    """Let players go through a bank; every other one reads well. The bank's own keys mark them.

    ``days`` later than the earliest players.
    """
    clock = Clock()
    clock.wait(days=days)
    bank = parse_bank(text, "bank.yaml").bank
    questions = [one for one in bank.questions if isinstance(one, Choice)]
    asked = tuple(AskedQuestion(one.id, one.kind, one.skill, question_json(one)) for one in questions)
    rng = random.Random("players")
    with Store.open(path, clock) as store:
        for number in range(players):
            session = store.begin(
                SessionStart(f"player-{number}", bank.id, bank.title, None, "practice", 1, None, None, asked)
            )
            for position, question in enumerate(questions):
                others = [option.text for option in question.options if option.text != SAID[question.id]]
                reads = rng.random() < (0.95 if number % 2 else 0.2)
                response = SAID[question.id] if reads else rng.choice(others)
                right = any(option.correct for option in question.options if option.text == response)
                store.record(session, AnswerRecord(position, response, right, float(right), 1.0, None, 10.0))


def heard(path: Path, bank: str) -> Mapping[str, Played]:
    """What the answers in a score file say of a bank."""
    with Store.open(path) as store:
        return flagged(bank, *store.first_attempts(bank))


def checked_after_play(broken: Broken, folder: Path) -> Checked:
    """Check a bank; a flaw that only answers show is looked for once there are some."""
    text = read(broken.path)
    if broken.code == "B005":
        play(folder / "scores.db", text)
    return check_text(
        text,
        str(broken.path),
        path=broken.path,
        codes=select_rules(),
        results=lambda bank: heard(folder / "scores.db", bank) if broken.code == "B005" else {},
    )
