"""A course as the program holds it: an introduction, and banks in an order."""

from typing import NamedTuple

from quiz.bank.kinds import KINDS


class Course(NamedTuple):
    """One course.

    ``introduction`` is plain reading whose line ends count. ``banks`` are ids of banks, in the order in which
    they are played; of each the questions count whose kind or skill is listed.
    """

    id: str
    title: str
    introduction: str
    banks: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()

    def asks(self, kind: str) -> bool:
        """Whether the course plays questions of a kind; a kind nobody knows any more is none of its."""
        return kind in self.kinds or (kind in KINDS and KINDS[kind].skill in self.skills)

    @property
    def asked(self) -> tuple[str, ...]:
        """Every kind that the course plays."""
        return tuple(kind for kind in KINDS if self.asks(kind))
