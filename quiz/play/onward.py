"""What to play after a session: the next step of a course, or another bank in which something is unseen."""

from collections.abc import Sequence
from typing import NamedTuple

from quiz.bank.library import BankSummary
from quiz.bank.shelf import Shelf
from quiz.play.session import Session
from quiz.play.steps import Progress, course_of, progress_of
from quiz.scores.store import Store


class Onward(NamedTuple):
    """Where a course leads after a session.

    ``done`` is the course that the session was a step of, None when it belonged to none; ``next`` is the
    course that goes on: the same one, or the next one that has something to play; None when all are played.
    """

    done: Progress | None
    next: Progress | None

    @property
    def same(self) -> bool:
        """Whether the course of the session goes on."""
        return self.done is not None and self.next is not None and self.done.course == self.next.course


def next_in_course(store: Store, player: str, shelf: Shelf, bank: str, session: Session) -> Onward | None:
    """Where a course leads after a session of a bank, None where none does. Raises StoreError.

    After a step it is its course, or, once that is finished, the next one. After the very first session,
    whatever it was, it is the first course.
    """
    course = course_of(shelf, bank, {item.question.kind for item in session.asked})
    first = sum(score.sessions for score in store.bank_scores(player).values()) <= 1
    if not shelf.courses or (course is None and not first):
        return None
    progress = progress_of(store, player, shelf)
    here = next((place for place, one in enumerate(progress) if one.course is course), None)
    start = here or 0
    following = [one for one in (*progress[start:], *progress[:start]) if one.next is not None]
    done = progress[here] if here is not None else None
    onward = Onward(done, following[0] if following else None)
    return onward if onward.done or onward.next else None


def next_bank(store: Store, player: str, banks: Sequence[BankSummary], after: str) -> BankSummary | None:
    """The first bank after the one with the id ``after``, round the end, that has a question never answered.

    Raises StoreError.
    """
    ids = [bank.id for bank in banks]
    start = ids.index(after) + 1 if after in ids else 0
    for bank in others([*banks[start:], *banks[:start]], after):
        if len(store.history(player, bank.id)) < bank.questions:
            return bank
    return None


def others(banks: Sequence[BankSummary], after: str) -> list[BankSummary]:
    """The banks that can be played, without the one with the id ``after``."""
    return [bank for bank in banks if bank.problem is None and bank.id != after and bank.questions > 0]
