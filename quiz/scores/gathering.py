"""Everything that is known of a learner, read from the score file in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from quiz.scores.figures import Figures
from quiz.scores.learner import (
    Practice,
    Standing,
    Sureness,
    median_time,
    practice,
    standings,
    sureness,
    trend_by_day,
)
from quiz.scores.statistics.discernment import Discernment, discernment
from quiz.scores.statistics.interval import Estimate

NAMED: Final = 3
"""How many of the banks with most questions due are named."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is worth asking again now: questions, in so many banks, the fullest by title; and the skills.

    ``following`` is when the next question will be, None if none will.
    """

    questions: int
    banks: int
    fullest: tuple[tuple[str, int], ...]
    skills: tuple[str, ...]
    following: datetime | None


@dataclass(frozen=True, slots=True)
class Learner:
    """What is known of a player at a moment: ``now`` and all days are in the zone they were asked for in.

    ``met`` counts the questions answered, each once; ``median`` is the seconds an answer takes, over those
    without a pause, and ``pauses`` how many had one. ``trends`` are by skill, as `trend_by_day` has them.
    """

    now: datetime
    met: int
    median: float | None
    pauses: int
    standings: tuple[Standing, ...]
    trends: Mapping[str, tuple[tuple[date, Estimate], ...]]
    sure: Sureness | None
    sides: Mapping[str, Discernment]
    practice: Practice
    due: Due


def gather(store: Figures, player: str, now: datetime, zone: tzinfo | None = None) -> Learner:
    """Read what is known of a player at ``now``; ``zone`` is that of all days, this machine's without one.

    Raises ``StoreError``.
    """
    answers = store.first_answers(player)
    found = tuple(standings(answers))
    median, pauses = median_time(answer.seconds for answer in answers)
    return Learner(
        now.astimezone(zone),
        len(answers),
        median,
        pauses,
        found,
        {
            skill.name: trend_by_day([answer for answer in answers if answer.skill == skill.name], zone)
            for skill in found
        },
        sureness(answers),
        {kind: discernment(called) for kind, called in store.two_way_answers(player).items()},
        practice(store.practice_times(player), now, zone),
        _due(store, player, now, [skill.name for skill in found]),
    )


def _due(store: Figures, player: str, now: datetime, skills: list[str]) -> Due:
    waiting = store.due(player, now)
    fullest = sorted(waiting, key=lambda bank: (-waiting[bank], bank))[:NAMED]
    again = store.due_skills(player, now)
    return Due(
        sum(waiting.values()),
        len(waiting),
        tuple((store.bank_title(bank) or bank, waiting[bank]) for bank in fullest),
        tuple(skill for skill in skills if skill in again),
        store.next_due(player, now),
    )
