"""Sessions to test with, and a clock that is set by hand."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from quiz.scores.store import AnswerRecord, AskedQuestion, Mode, SessionStart

ARTICLE = "The bridge that moved\n\n“It will not move again,” Lindqvist said.\n"


class Clock:
    """Says the same time until it is told that time has passed."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 12, 14, 2, 0, 987654, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


def asked(number: int, skill: str = "source", prompt: str = "Who said it?") -> AskedQuestion:
    snapshot = {
        "id": f"speaker-{number}",
        "type": "choice",
        "kind": "speaker",
        "prompt": prompt,
        "options": [{"text": "Mara Lindqvist", "correct": True}, {"text": "Tomas Brandt", "correct": False}],
    }
    return AskedQuestion(f"speaker-{number}", "speaker", skill, json.dumps(snapshot), (1, 0))


def start(
    count: int = 3,
    *,
    player: str = "ada",
    bank: str = "harbour-bridge",
    title: str = "The bridge that moved",
    mode: Mode = "practice",
    article: str | None = ARTICLE,
    seed: int = 7,
    questions: Sequence[AskedQuestion] | None = None,
) -> SessionStart:
    return SessionStart(
        player=player,
        bank=bank,
        title=title,
        source="banks/harbour-bridge.yaml",
        mode=mode,
        seed=seed,
        article=article,
        article_name="harbour-bridge.md" if article else None,
        questions=tuple(questions if questions is not None else (asked(n) for n in range(count))),
    )


def answer(
    position: int, *, correct: bool = True, response: Any = "Mara Lindqvist", score: float | None = None
) -> AnswerRecord:
    points = float(correct) if score is None else score
    return AnswerRecord(position, response, correct, points, 1.0, 3, 4.5)
