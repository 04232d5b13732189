"""What the answers say about a learner: each skill and kind, how sure, how quick, and when practised."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final

from quiz.bank.kinds import KINDS, SKILLS
from quiz.scores.snapshot import read_snapshot
from quiz.scores.statistics.certainty import Level, calibration, mean_mark
from quiz.scores.statistics.interval import ENOUGH, Estimate, wilson
from quiz.scores.statistics.trend import standing, trend_by

PAUSE: Final = 300.0
"""Seconds after which an answer is taken to have had a pause in it, and is left out of times."""

MILESTONES: Final = (10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
"""Numbers of different questions that are worth a word, once, when they are reached."""

# A two-way kind: the option that stands for one side; every other option stands for the other side. The texts
# are those the generator writes; a question without that option is left out.
TWO_WAY: Final[Mapping[str, tuple[str, str, str]]] = {
    "claim_or_fact": ("In the article's own voice", "a source's statement", "the article's own voice"),
    "checkable": ("Nothing, it says what somebody values", "something to check", "a value judgement"),
}
"""For each kind: the option of the second side, and both sides in words, first side first."""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """A player's first answer to a question; ``share`` is its mark from 0 to 1, ``seconds`` the time it took.

    ``recorded`` is ISO 8601 UTC.
    """

    kind: str
    skill: str
    recorded: str
    share: float
    correct: bool
    certainty: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How a player does in a skill or a kind, on questions met for the first time.

    ``right`` is the share of right answers over all time, ``now`` the mean mark in which the newest answers
    weigh most, ``median`` the seconds an answer takes, over the answers without a pause; ``pauses`` are those
    left out.
    """

    name: str
    right: Estimate
    now: Estimate
    median: float | None
    pauses: int
    kinds: tuple["Standing", ...] = ()


@dataclass(frozen=True, slots=True)
class Sureness:
    """How certainty and being right went together: the mean mark from -6 to 3, and each level."""

    answers: int
    mean: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """When practice happened: answers given by day, the days in a row until now, and the longest such run.

    A run goes on until a whole day has passed without practice: today is not missed before it is over.
    """

    days: Mapping[date, int]
    run: int
    longest: int


def standings(answers: Sequence[FirstAnswer]) -> list[Standing]:
    """Return the standing in each skill that was asked about, with its kinds, in the usual order."""
    found = []
    for skill in _ordered({answer.skill for answer in answers}, SKILLS):
        mine = [answer for answer in answers if answer.skill == skill]
        kinds = tuple(
            _standing(kind, [answer for answer in mine if answer.kind == kind])
            for kind in _ordered({answer.kind for answer in mine}, KINDS)
        )
        found.append(_standing(skill, mine, kinds))
    return found


def sureness(answers: Iterable[FirstAnswer]) -> Sureness | None:
    """Return how certainty fits being right; None if nobody ever asked how sure the player was."""
    sure = [(answer.certainty, answer.correct) for answer in answers if answer.certainty in (1, 2, 3)]
    known = [(certainty, correct) for certainty, correct in sure if certainty is not None]
    mean = mean_mark(known)
    return None if mean is None else Sureness(len(known), mean, tuple(calibration(known)))


def two_way(kind: str, snapshot: str, response: Any) -> tuple[bool, bool] | None:
    """Return whether a statement was of the first side of its kind, and whether the player called it so.

    None for a kind without two sides, and for a question whose options are not those of the kind.
    """
    if kind not in TWO_WAY:
        return None
    second = TWO_WAY[kind][0]
    options = read_snapshot(snapshot).get("options")
    if not isinstance(options, list) or not all(isinstance(option, dict) for option in options):
        return None
    texts = [option.get("text") for option in options]
    key = next((option.get("text") for option in options if option.get("correct") is True), None)
    if second not in texts or key is None or response not in texts:
        return None
    return key != second, response != second


def trend_by_day(
    answers: Sequence[FirstAnswer], zone: tzinfo | None = None
) -> tuple[tuple[date, Estimate], ...]:
    """Return the weighted share of marks at the end of each day with answers, once there are enough of them.

    Days are those of ``zone``, or of this machine; ``answers`` are of one skill or kind, oldest first.
    """
    marks = ((datetime.fromisoformat(one.recorded).astimezone(zone).date(), one.share) for one in answers)
    return tuple((day, point.estimate) for day, point in trend_by(marks) if point.answers >= ENOUGH)


def practice(times: Iterable[tuple[str, int]], now: datetime, zone: tzinfo | None = None) -> Practice:
    """Return when practice happened from (time, answers given), times ISO 8601 UTC or a start of it.

    Days are those of ``zone``, or of this machine, also across the changes of daylight saving.
    """
    days: dict[date, int] = {}
    for time, count in times:
        if count:
            day = datetime.fromisoformat(time).astimezone(zone).date()
            days[day] = days.get(day, 0) + count
    longest = length = 0
    today = now.astimezone(zone).date()
    run = 0
    before = date.min
    for day in sorted(days):
        length = length + 1 if before == day - timedelta(days=1) else 1
        before = day
        longest = max(longest, length)
        if day in (today, today - timedelta(days=1)):
            run = length
    return Practice(days, run, longest)


def milestone(places: Collection[int]) -> int | None:
    """Return the greatest milestone among the places, from 1, that questions have in the order first met."""
    return max((number for number in MILESTONES if number in places), default=None)


def median_time(seconds: Iterable[float]) -> tuple[float | None, int]:
    """Return the median of the times without a pause, and how many had one."""
    times = sorted(seconds)
    quick = [time for time in times if time <= PAUSE]
    if not quick:
        return None, len(times)
    middle = len(quick) // 2
    median = quick[middle] if len(quick) % 2 else (quick[middle - 1] + quick[middle]) / 2
    return median, len(times) - len(quick)


def _standing(name: str, answers: Sequence[FirstAnswer], kinds: tuple[Standing, ...] = ()) -> Standing:
    median, pauses = median_time(answer.seconds for answer in answers)
    right = wilson(sum(answer.correct for answer in answers), len(answers))
    now = standing(answer.share for answer in answers)
    assert now is not None  # there is an answer in every skill and kind that is named
    return Standing(name, right, now, median, pauses, kinds)


def _ordered(names: set[str], usual: Iterable[str]) -> list[str]:
    """The names in their usual order, those that have none at the end."""
    known = [name for name in usual if name in names]
    return known + sorted(names - set(known))
