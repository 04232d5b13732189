"""Which questions of a bank a player wants: narrowed by the wishes, those never seen first."""

from collections.abc import Mapping
from datetime import UTC, datetime

from quiz.play.asked import playable
from quiz.play.material import Material
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store
from quiz.visible import one_line


def fitting(
    store: Store, material: Material, wishes: Wishes, now: datetime | None = None
) -> list[AnyQuestion]:
    """The questions that fit the wishes, at least one. Raises NothingToPlay with the reason.

    ``now`` says what is due, with its time zone; without it that is this machine's time.
    """
    title = f"“{one_line(material.title)}”"
    found = playable(material.questions, wishes.kinds, wishes.skills)
    if not found:
        if playable(material.questions, wishes.kinds, wishes.skills, status="draft"):
            raise NothingToPlay(f"{title} has nothing but drafts, which wait for a person's yes.")
        raise NothingToPlay(f"{title} has no question that fits.")
    if wishes.only == "missed":
        history = store.history(wishes.player, material.bank)
        found = [item for item in found if item.id in history and not history[item.id].correct]
        if not found:
            raise NothingToPlay(f"You have missed no question of {title} the last time you saw it.")
    elif wishes.only == "due":
        found = _due(store, material, wishes, found, now or datetime.now(UTC))
        if not found:
            raise NothingToPlay(f"No question of {title} is due for review.")
    return found


def _due(
    store: Store, material: Material, wishes: Wishes, found: list[AnyQuestion], now: datetime
) -> list[AnyQuestion]:
    """The questions that are due, and of a skill that is due those never seen."""
    questions = store.due_questions(wishes.player, material.bank, now)
    skills = store.due_skills(wishes.player, now)
    seen = store.history(wishes.player, material.bank)
    return [item for item in found if item.id in questions or (item.skill in skills and item.id not in seen)]


def ranks(store: Store, material: Material, wishes: Wishes) -> Mapping[str, float]:
    """What was seen, by question id: missed ones before right ones, then what was seen longest ago."""
    history = store.history(wishes.player, material.bank)
    return {
        question: datetime.fromisoformat(seen.last).timestamp() - (seen.correct is False) * 1e12
        for question, seen in history.items()
    }
