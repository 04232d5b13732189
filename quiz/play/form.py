"""The choices of a session as a form: rows one above the other, each with values, and what is asked then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from quiz.bank.kinds import KINDS, SKILLS
from quiz.play.asked import playable
from quiz.play.material import Material
from quiz.play.remembered import MOST_MINUTES, MOST_QUESTIONS
from quiz.play.wanted import fitting
from quiz.play.wishes import NothingToPlay, Wishes
from quiz.scores.store import Store

MINUTES_STEP: Final = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the form.

    ``label`` says what is chosen. ``values`` are offered side by side, ``current`` is the place of the one
    chosen; a row of numbers has one value and ``steps``, a row to be ticked has ``ticked``. A row without
    values is a heading.
    """

    name: str
    label: str
    values: tuple[str, ...] = ()
    current: int = 0
    steps: bool = False
    ticked: bool | None = None


ROWS: Final[Mapping[str, tuple[str, tuple[str, ...], tuple[object, ...]]]] = {
    "mode": ("Mode", ("practice", "exam"), ("practice", "exam")),
    "only": ("Which", ("all", "missed", "due"), ("all", "missed", "due")),
    "certainty": ("How sure", ("do not ask", "ask"), (False, True)),
    "closed_book": ("Article", ("in view", "hidden"), (False, True)),
}
"""Name, label, values as they read, values as they are."""


class Form:
    """The choices for a session of one bank; ``wishes`` is what was chosen so far."""

    def __init__(self, store: Store, material: Material, wishes: Wishes) -> None:
        """Take what is played and what the form begins with."""
        self._store = store
        self._material = material
        self.wishes = wishes
        self._typed: tuple[str, str] = ("", "")
        questions = playable(material.questions)
        self.total = len(questions)
        self._skills: Mapping[str, int] = {
            name: sum(one.skill == name for one in questions) for name in SKILLS
        }
        self._kinds: Mapping[str, int] = {name: sum(one.kind == name for one in questions) for name in KINDS}

    def rows(self) -> list[Row]:
        """The form as it stands."""
        wishes = self.wishes
        rows = [self._choice("mode"), Row("count", "Questions", (str(wishes.count),), steps=True)]
        rows += [self._choice(name) for name in ("only", "certainty", "closed_book")]
        if wishes.mode == "exam":
            limit = "no limit" if wishes.minutes is None else f"{wishes.minutes} minutes"
            rows.append(Row("minutes", "Time", (limit,), steps=True))
        rows.append(Row("", "Only these skills (none ticked: all)"))
        rows += self._ticks("skills", self._skills)
        rows.append(Row("", "Only these kinds (none ticked: all)"))
        rows += self._ticks("kinds", self._kinds)
        return rows

    def fit(self) -> int:
        """How many questions fit, however many are asked for. Raises StoreError."""
        try:
            return len(fitting(self._store, self._material, self.wishes))
        except NothingToPlay:
            return 0

    def turn(self, row: Row, step: int) -> None:
        """Choose the next or the previous value of a row, round the ends; tick, or take the tick away."""
        if row.steps:
            self._step(row.name, step)
        elif row.ticked is not None:
            self._tick(row.name)
        elif row.values:
            self.choose(row, (row.current + step) % len(row.values))

    def choose(self, row: Row, place: int) -> None:
        """Choose a value of a row by its place."""
        _, _, values = ROWS[row.name]
        self.wishes = _with(self.wishes, row.name, values[place])

    def type(self, row: Row, digit: str) -> None:
        """Take a digit for a number: the digits of one row after each other make it up."""
        if not row.steps:
            return
        before = self._typed[1] if self._typed[0] == row.name else ""
        most = MOST_QUESTIONS if row.name == "count" else MOST_MINUTES
        number = before + digit
        if not 1 <= int(number) <= most:
            number = digit
        self._typed = (row.name, number)
        if int(number):
            self.wishes = _with(self.wishes, row.name, int(number))

    def left(self) -> None:
        """Another row is pointed at: the next digit begins a new number."""
        self._typed = ("", "")

    def _choice(self, name: str) -> Row:
        label, texts, values = ROWS[name]
        chosen = getattr(self.wishes, name)
        return Row(name, label, texts, values.index(chosen) if chosen in values else 0)

    def _ticks(self, name: str, counts: Mapping[str, int]) -> list[Row]:
        chosen: tuple[str, ...] = getattr(self.wishes, name)
        return [
            Row(f"{name}:{value}", value.replace("_", " "), (str(count),), ticked=value in chosen)
            for value, count in counts.items()
            if count or value in chosen
        ]

    def _tick(self, name: str) -> None:
        group, _, value = name.partition(":")
        chosen: tuple[str, ...] = getattr(self.wishes, group)
        known = SKILLS if group == "skills" else tuple(KINDS)
        ticked = set(chosen) ^ {value}
        self.wishes = _with(self.wishes, group, tuple(one for one in known if one in ticked))

    def _step(self, name: str, step: int) -> None:
        if name == "count":
            count = max(1, min(self.wishes.count + step, MOST_QUESTIONS))
            self.wishes = replace(self.wishes, count=count)
            return
        minutes = (self.wishes.minutes or 0) + step * MINUTES_STEP
        self.wishes = replace(self.wishes, minutes=None if minutes <= 0 else min(minutes, MOST_MINUTES))


def _with(wishes: Wishes, name: str, value: Any) -> Wishes:
    changed: dict[str, Any] = {name: value}
    return replace(wishes, **changed)
