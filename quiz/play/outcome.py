"""What there is to say about a finished session: what to look at again, how sure it was, how it compares."""

from dataclasses import dataclass
from typing import Literal

from quiz.play.session import Answer, Session
from quiz.scores.store import SessionSummary, Store

Standing = Literal["right", "sure but wrong", "not right", "partly right", "not answered"]

SURE = 3
"""The certainty at which a wrong answer teaches most, and is looked at first."""


@dataclass(frozen=True, slots=True)
class Level:
    """How many answers were given at a certainty (3 high, 2 medium, 1 low), and how many were right."""

    certainty: int
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class Before:
    """The finished sessions of the same player and bank before this one: the newest and the best."""

    last: SessionSummary
    best: SessionSummary


def standing(answer: Answer | None) -> Standing:
    """How a question of a finished session stands."""
    if answer is None:
        return "not answered"
    if answer.correct:
        return "right"
    if answer.partly:
        return "partly right"
    return "sure but wrong" if answer.certainty == SURE else "not right"


def to_look_at(session: Session) -> tuple[int, ...]:
    """The positions that are worth another look: sure but wrong first, then the others as they were asked."""
    standings = {place: standing(session.answers.get(place)) for place in range(len(session.asked))}
    worth = [place for place, how in standings.items() if how != "right"]
    return tuple(sorted(worth, key=lambda place: standings[place] != "sure but wrong"))


def calibration(session: Session) -> tuple[Level, ...]:
    """Answers and right answers for each certainty that was used, the surest first."""
    levels = []
    for certainty in (3, 2, 1):
        given = [answer for answer in session.answers.values() if answer.certainty == certainty]
        if given:
            levels.append(Level(certainty, len(given), sum(answer.correct for answer in given)))
    return tuple(levels)


def before(store: Store, number: int) -> Before | None:
    """What the player reached with this bank before; None the first time. Raises StoreError."""
    this = store.session(number).summary
    earlier = [
        summary
        for summary in store.sessions(this.player)
        if summary.bank == this.bank
        and summary.finished is not None
        and (summary.started, summary.id) < (this.started, this.id)
    ]
    if not earlier:
        return None
    return Before(earlier[0], max(earlier, key=lambda summary: (reached(summary), summary.asked)))


def milestone_passed(store: Store, number: int) -> int | None:
    """How many different questions the player has answered, if a session passed a round number of them.

    Each number belongs to one session only, so it is told once. Raises StoreError.
    """
    from quiz.scores.learner import milestone  # here, because playing begins without the figures

    return milestone(store.places_met(number))


def reached(summary: SessionSummary) -> float:
    """The share of the marks a session earned, from 0 to 1."""
    return summary.score / summary.max_score if summary.max_score else 0.0


def reviewable(session: Session) -> tuple[int, ...]:
    """The positions that may be looked at with their key: all when finished, else those answered.

    An exam that is not handed in has none.
    """
    if session.state == "finished":
        return tuple(range(len(session.asked)))
    return tuple(sorted(session.answers)) if session.mode == "practice" else ()
