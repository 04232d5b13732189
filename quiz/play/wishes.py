"""What a player wants of a session, said before anything is opened."""

from dataclasses import dataclass

from quiz.errors import QuizError


class NothingToPlay(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """There is no bank, or no question in it that fits."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who plays, how many questions at most, of which kinds and skills (all if empty), and a seed."""

    player: str
    count: int = 10
    kinds: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    seed: int | None = None

    @property
    def particular(self) -> bool:
        """Whether a certain session is wanted, so that going on with another one is not."""
        return self.seed is not None or bool(self.kinds or self.skills)
