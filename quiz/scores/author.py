"""What the answers say about the questions of a bank, for whoever writes them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from quiz.scores.snapshot import prompt_of, read_snapshot
from quiz.scores.statistics.interval import Estimate
from quiz.scores.statistics.items import (
    FEWEST,
    ROUGH,
    OptionCount,
    attempts,
    discrimination,
    efficiency,
    facility,
    options,
    works,
)
from quiz.scores.statistics.reliability import Reliability, guess_mark, reliability


@dataclass(frozen=True, slots=True)
class FirstAttempt:
    """A player's first answer to a question of a bank; ``share`` is its mark from 0 to 1.

    ``response`` is what JSON made of it, ``snapshot`` the hash of the question as it was asked.
    """

    player: str
    question: str
    kind: str
    share: float
    response: Any
    snapshot: str


@dataclass(frozen=True, slots=True)
class Item:
    """How one question works; what is None cannot be known from these answers.

    ``n`` counts first attempts, ``revised`` how many of them were at an earlier wording. ``flags`` say in
    words what an author should look at.
    """

    question: str
    kind: str
    prompt: str
    n: int
    revised: int
    facility: Estimate
    discrimination: Estimate | None
    efficiency: float | None
    guess: float | None
    options: tuple[OptionCount, ...]
    flags: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough attempts to say anything."""
        return self.n >= FEWEST

    @property
    def rough(self) -> bool:
        """Whether what is said is rough."""
        return self.n < ROUGH


@dataclass(frozen=True, slots=True)
class BankItems:
    """How the questions of a bank work, alone and together; ``guess`` is what guessing earns, 0 to 1."""

    bank: str
    items: tuple[Item, ...]
    reliability: Reliability | None
    guess: float | None


def bank_items(bank: str, given: Sequence[FirstAttempt], snapshots: dict[str, str]) -> BankItems:
    """Return the figures of a bank's questions from all first attempts at them.

    ``snapshots`` has the questions as JSON by their hash; the last one given of a question is its newest
    wording. Options and responses are compared by their texts.
    """
    players: dict[str, dict[str, float]] = {}
    by_question: dict[str, list[FirstAttempt]] = {}
    for one in given:
        players.setdefault(one.player, {})[one.question] = one.share
        by_question.setdefault(one.question, []).append(one)
    rested = attempts(players.values())
    totals = {player: (sum(marks.values()), len(marks)) for player, marks in players.items()}
    items = []
    for question, mine in by_question.items():
        newest = mine[-1].snapshot
        asked = read_snapshot(snapshots.get(newest, ""))
        of = rested.get(question)
        table = _options(asked, mine, totals)
        chance = facility([one.share for one in mine])
        item = Item(
            question=question,
            kind=mine[-1].kind,
            prompt=prompt_of(asked) or question,
            n=len(mine),
            revised=sum(one.snapshot != newest for one in mine),
            facility=chance,
            discrimination=discrimination(of) if of else None,
            efficiency=efficiency(of) if of else None,
            guess=guess_mark(asked),
            options=table,
            flags=(),
        )
        items.append(_flagged(item))
    guesses = [item.guess for item in items if item.guess is not None]
    together = sum(guesses) / len(guesses) if guesses else None
    enough = len(players) >= FEWEST
    return BankItems(bank, tuple(items), reliability(players.values()) if enough else None, together)


def _options(
    asked: dict[str, Any], mine: Sequence[FirstAttempt], totals: dict[str, tuple[float, int]]
) -> tuple[OptionCount, ...]:
    """The table of options of a question with one right option; of every other nothing."""
    if asked.get("type") != "choice" or not isinstance(asked.get("options"), list):
        return ()
    offered = [
        (str(option.get("text")), option.get("correct") is True)
        for option in asked["options"]
        if isinstance(option, dict)
    ]
    chosen = []
    for one in mine:
        total, count = totals[one.player]
        rest = (total - one.share) / (count - 1) if count > 1 else None
        chosen.append((str(one.response), rest))
    return tuple(options(offered, chosen))


def _flagged(item: Item) -> Item:
    """The item with what an author should look at, in words, the most urgent first."""
    if not item.enough:
        return item
    flags = []
    if item.discrimination is not None and item.discrimination.high < 0:
        flags.append("strong players miss it: check the key")
    key = next((option for option in item.options if option.key), None)
    for option in item.options:
        if key is None or option.key or option.rest is None:
            continue
        if option.share.low > key.share.high:
            flags.append(f"more players choose “{option.text}” than the key: check the key")
        elif key.rest is not None and option.share.low >= 0.05 and option.rest > key.rest + 0.1:
            flags.append(f"strong players choose “{option.text}”: check that it is wrong")
    if item.guess is not None and item.facility.high < item.guess:
        flags.append("blind guessing would do better: check the key and the wording")
    if item.facility.low > 0.95:
        flags.append("nearly everybody gets it right: it tells nobody apart")
    for option in item.options:
        if key is not None and works(option, key) is False and option.share.high < 0.05:
            said = "nobody chooses" if option.share.value == 0 else "hardly anybody chooses"
            flags.append(f"{said} “{option.text}”")
    return replace(item, flags=tuple(flags))
