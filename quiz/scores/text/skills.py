"""Skills as bars with their intervals, how certainty fitted, and the two-way kinds, as text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from quiz import visible
from quiz.scores.learner import TWO_WAY, Standing, Sureness
from quiz.scores.statistics.certainty import FITTING, Level
from quiz.scores.statistics.discernment import Discernment
from quiz.scores.statistics.interval import ENOUGH
from quiz.scores.text.bars import Barred, bar_table, between, missing, number, percent, seconds

NOTHING: Final = "No answers yet. Play a quiz, and what it says about your skills will be here."
LEVELS: Final = {1: "low", 2: "medium", 3: "high"}

LATELY: Final = "“Lately” weighs the newest answers most."

_NARROWEST: Final = 20


def skills_report(
    player: str,
    standings: Sequence[Standing],
    sure: Sureness | None,
    sides: Mapping[str, Discernment],
    width: int,
) -> str:
    """Return what is known of a player's skills, at most ``width`` cells wide."""
    if not standings:
        return NOTHING
    width = max(width, _NARROWEST)
    about = (
        "share right of questions met for the first time, with the interval that holds it in 95 of 100 cases"
    )
    lines = visible.wrap(f"Skills of {player}: {about}", width)
    lines += ["", *skill_bars(standings, width)]
    lines += ["", *few] if (few := visible.wrap(few_in_words(standings), width)) else []
    notes = [LATELY, pauses_in_words(sum(standing.pauses for standing in standings))]
    lines += ["", *visible.wrap(" ".join(notes), width)]
    if sure:
        lines += ["", *_sureness(sure, width)]
    for kind, found in sides.items():
        lines += ["", *sides_lines(kind, found, width)]
    return "\n".join(visible.clip(line.rstrip(), width) for line in lines)


def few_in_words(standings: Sequence[Standing], named: Callable[[str], str] = str) -> str:
    """Return the kinds that are not shown yet, with how many answers they have; nothing if there are none.

    ``named`` makes of the name of a kind what is shown.
    """
    few = [kind for skill in standings for kind in skill.kinds if not kind.right.enough]
    if not few:
        return ""
    listed = ", ".join(f"{named(kind.name)} {kind.right.n:g}" for kind in few)
    return f"Kinds are shown from {ENOUGH} answers on; so far: {listed}."


def pauses_in_words(pauses: int) -> str:
    """Return how many answers are left out of the times; nothing if none is."""
    if not pauses:
        return ""
    count = "one answer" if pauses == 1 else f"{pauses} answers"
    return f"Times are medians; {count} of more than 5 minutes, a pause, left out."


def skill_bars(
    standings: Sequence[Standing],
    width: int,
    *,
    kinds: bool = True,
    named: Callable[[str], str] = str,
) -> list[str]:
    """Return the lines of the bars: skills and, unless ``kinds`` is false, their kinds with enough answers.

    ``named`` makes of the name of a skill or kind what is shown.
    """
    return bar_table(
        [
            Barred(
                indent + visible.one_line(named(standing.name)),
                standing.right,
                (f"lately {percent(standing.now.value)}", seconds(standing.median)),
            )
            for skill in standings
            for indent, standing in (
                ("", skill),
                *(("  ", kind) for kind in (skill.kinds if kinds else ()) if kind.right.enough),
            )
        ],
        width,
    )


def level_bars(levels: Sequence[Level], width: int) -> list[str]:
    """Return the lines of the bars of certainties; ``░`` is where one pays."""
    return bar_table(
        [
            Barred(
                f"{level.certainty} {LEVELS[level.certainty]}",
                level.right,
                (level.verdict or "",),
                FITTING[level.certainty],
            )
            for level in levels
        ],
        width,
    )


def _sureness(sure: Sureness, width: int) -> Iterator[str]:
    said = f"Certainty: {sure.answers} answers, mean mark {number(sure.mean)} (from −6 to 3)"
    yield from visible.wrap(said, width)
    for level in sure.levels:
        low, high = FITTING[level.certainty]
        fits = f"it pays at {percent(low)[:-1]} to {percent(high)}"
        if not level.right.enough:
            what = missing(level.right.n)
        else:
            what = f"{percent(level.right.value)} right of {level.right.n:g} ({between(level.right)}), {fits}"
            if level.verdict:
                what += f": {level.verdict}"
        yield from _indented(f"{level.certainty} {LEVELS[level.certainty]}: {what}", width)


def sides_lines(kind: str, found: Discernment, width: int) -> Iterator[str]:
    """Give the lines about the two sides of a kind."""
    _, first, second = TWO_WAY[kind]
    yield from visible.wrap(f"Telling {first} from {second}", width)
    yield from _indented(discernment_in_words(kind, found), width)


def discernment_in_words(kind: str, found: Discernment) -> str:
    """Return how well two sides of a kind are told apart and whether one is called too often."""
    _, first, second = TWO_WAY[kind]
    if not found.enough:
        return f"not enough answers yet ({found.first} and {found.second} of 5 each, 10 together)"
    d = found.sensitivity
    told = "not told apart so far" if d.low <= 0 else "told apart" if d.value < 1.5 else "told apart well"
    leaning = "no leaning to either"
    if found.bias.low > 0:
        leaning = f"called {first} too often"
    elif found.bias.high < 0:
        leaning = f"called {second} too often"
    return (
        f"{told}: d' {number(d.value, 1)} ({number(d.low, 1)} to {number(d.high, 1)}; 0 is guessing, "
        f"3 nearly perfect); {leaning}"
    )


def _indented(text: str, width: int) -> list[str]:
    first, *rest = visible.wrap(text, width - 4)
    return [f"  {first}", *(f"    {line}" for line in rest)]
