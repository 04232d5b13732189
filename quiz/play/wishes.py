"""What a player wants of a session, said before anything is opened."""

from dataclasses import dataclass
from typing import Literal

from quiz.errors import QuizError

Mode = Literal["practice", "exam"]
Only = Literal["all", "missed", "due"]


class NothingToPlay(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """There is no bank, or no question in it that fits."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who plays, and what a session should be like.

    ``count`` is how many questions at most, ``kinds`` and ``skills`` which ones (all if empty), ``only``
    whether just those missed the last time or those due for review. With a ``seed`` the history does not
    matter: the same seed asks the same questions. ``certainty`` asks how sure each answer is,
    ``closed_book`` hides the article while answering, ``minutes`` is the time an exam may take.
    """

    player: str
    count: int = 10
    kinds: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    seed: int | None = None
    mode: Mode = "practice"
    certainty: bool = False
    closed_book: bool = False
    minutes: int | None = None
    only: Only = "all"

    @property
    def particular(self) -> bool:
        """Whether a certain session is wanted, so that going on with another one is not."""
        return self.seed is not None or bool(self.kinds or self.skills) or self.only != "all"
