"""What there is to say about a finished session: what to look at again, how sure it was, how it compares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from quiz.play.session import Answer, Session
from quiz.scores.store import SessionSummary, Store

Standing = Literal["right", "sure but wrong", "not right", "partly right", "not answered"]

_GROUPS: Final[dict[Standing, str]] = {
    "sure but wrong": "where you were sure but wrong",
    "not right": "what was not right",
    "partly right": "what was partly right",
    "not answered": "what you did not answer",
    "right": "what was right",
}
"""How questions are called that stand like this, in the order of a review."""
_ORDER: Final = tuple(_GROUPS)

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
    earlier = store.earlier(number)
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
    """The positions that may be looked at with their key, what teaches most first.

    They are all when the session is finished, else those answered; an exam that is not handed in has none.

    Sure but wrong comes first (an error held for true is corrected best when it surprises: Butterfield and
    Metcalfe, Errors committed with high confidence are hypercorrected, JEP: LMC 27 (2001)), then other wrong
    answers from the surest to the least sure, then what earned part of its marks, what was not answered, and
    right answers from the least sure on. Among equals the order of the session stays.
    """
    if session.state == "finished":
        places: Iterable[int] = range(len(session.asked))
    else:
        places = sorted(session.answers) if session.mode == "practice" else ()

    def rank(place: int) -> tuple[int, int]:
        answer = session.answers.get(place)
        how = _ORDER.index(standing(answer))
        certainty = (answer.certainty or 0) if answer else 0
        return how, certainty if how == len(_ORDER) - 1 else -certainty

    return tuple(sorted(places, key=rank))


def order_told(session: Session, places: Sequence[int]) -> str:
    """In which order questions are gone through, in a sentence.

    Nothing where it is that of the session, or is not that of `reviewable`.
    """
    if list(places) == sorted(places) or tuple(places) != reviewable(session):
        return ""
    found = {standing(session.answers.get(place)) for place in places}
    groups = [_GROUPS[how] for how in _ORDER if how in found]
    if len(groups) == 1:
        return f"What you were {'least' if found == {'right'} else 'most'} sure of comes first."
    last = ", what was right last" if "right" in found else ""
    return f"{groups[0].capitalize()} comes first{last}."
