"""The very first session: a few easy questions, each with its evidence in one place of the text."""

from collections.abc import Sequence
from typing import Final

from quiz.bank.model import Choice
from quiz.play.asked import draw, playable
from quiz.play.material import Material
from quiz.play.recorded import RecordedSession
from quiz.play.responses import AnyQuestion
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store
from quiz.visible import one_line

TASTE: Final = 3
"""Questions of the very first session."""

UNRATED: Final = 3
"""What a question counts as that nobody has given a difficulty: the middle of 1 to 5."""


def easiest(questions: Sequence[AnyQuestion], count: int) -> list[AnyQuestion]:
    """The easiest questions, the easiest first: no kind twice as long as there is another one as easy.

    Easy is what has one right option, one piece of evidence and a low difficulty; what stands first in the
    bank decides between equals.
    """
    waiting = sorted(questions, key=_ease)
    chosen: list[AnyQuestion] = []
    while waiting and len(chosen) < count:
        as_easy = [question for question in waiting if _ease(question) == _ease(waiting[0])]
        kinds = {question.kind for question in chosen}
        new = next((question for question in as_easy if question.kind not in kinds), as_easy[0])
        chosen.append(new)
        waiting.remove(new)
    return chosen


def begin_taste(store: Store, material: Material, wishes: Wishes) -> RecordedSession:
    """Begin the first session; it is the same for everybody. Raises NothingToPlay and StoreError."""
    questions = easiest(playable(material.questions), TASTE)
    if not questions:
        raise NothingToPlay(f"“{one_line(material.title)}” has no question to play.")
    seed = 0
    order = [question.id for question in questions]
    asked = sorted(draw(questions, seed=seed), key=lambda item: order.index(item.question.id))
    return RecordedSession.begin(store, material, asked, wishes, seed=seed)


def _ease(question: AnyQuestion) -> tuple[bool, bool, int]:
    """The smaller, the easier."""
    return (
        not isinstance(question, Choice),
        len(question.evidence) != 1,
        question.difficulty or UNRATED,
    )
