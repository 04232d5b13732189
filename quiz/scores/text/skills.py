"""Skills as bars with their intervals, how certainty fitted, and the two-way kinds, as text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quiz import visible
from quiz.scores.learner import TWO_WAY, Standing, Sureness
from quiz.scores.statistics.certainty import FITTING
from quiz.scores.statistics.discernment import Discernment
from quiz.scores.statistics.interval import ENOUGH
from quiz.scores.text.bars import bar, between, missing, number, percent, scale, seconds

NOTHING: Final = "No answers yet. Play a quiz, and what it says about your skills will be here."
LEVELS: Final = {1: "low", 2: "medium", 3: "high"}

_NARROWEST: Final = 20
_ONE_LINE_FROM: Final = 72
_SHORTEST_BAR: Final = 11
_LONGEST_BAR: Final = 41


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
    lines += ["", *_bars(standings, width)]
    lines += ["", *few] if (few := visible.wrap(few_in_words(standings), width)) else []
    pauses = sum(standing.pauses for standing in standings)
    notes = ["“Lately” weighs the newest answers most."]
    if pauses:
        count = "one answer" if pauses == 1 else f"{pauses} answers"
        notes.append(f"Times are medians; {count} of more than 5 minutes, a pause, left out.")
    else:
        notes.append("Times are medians.")
    lines += ["", *visible.wrap(" ".join(notes), width)]
    if sure:
        lines += ["", *_sureness(sure, width)]
    for kind, found in sides.items():
        lines += ["", *_sides(kind, found, width)]
    return "\n".join(visible.clip(line.rstrip(), width) for line in lines)


def few_in_words(standings: Sequence[Standing]) -> str:
    """Return the kinds that are not shown yet, with how many answers they have; nothing if there are none."""
    few = [kind for skill in standings for kind in skill.kinds if not kind.right.enough]
    if not few:
        return ""
    listed = ", ".join(f"{kind.name} {kind.right.n:g}" for kind in few)
    return f"Kinds are shown from {ENOUGH} answers on; so far: {listed}."


def _bars(standings: Sequence[Standing], width: int) -> Iterator[str]:
    shown = [
        (indent + visible.one_line(standing.name), standing)
        for skill in standings
        for indent, standing in (("", skill), *(("  ", kind) for kind in skill.kinds if kind.right.enough))
    ]
    if width < _ONE_LINE_FROM:
        for name, standing in shown:
            yield name
            yield from ("    " + line for line in _stacked(standing, width - 4))
        return
    margin = min(max(visible.width(name) for name, _ in shown), 24)
    figures = [_figures(standing) for _, standing in shown]
    room = max(len(line) for line in figures)
    cells = max(_SHORTEST_BAR, min(_LONGEST_BAR, width - margin - 4 - room))
    if any(standing.right.enough for _, standing in shown):
        yield " " * (margin + 2) + scale(cells)
    for (name, standing), line in zip(shown, figures, strict=True):
        label = visible.pad(visible.clip(name, margin), margin)
        drawn = bar(standing.right, cells) if standing.right.enough else " " * cells
        yield f"{label}  {drawn}  {line}" if standing.right.enough else f"{label}  {line}"


def _figures(standing: Standing) -> str:
    if not standing.right.enough:
        return missing(standing.right.n)
    right = standing.right
    parts = (
        f"{percent(right.value):>4} ({between(right)})",
        f"of {right.n:g}",
        f"lately {percent(standing.now.value)}",
        seconds(standing.median),
    )
    return f"{parts[0]:<15} {parts[1]:<8} {parts[2]:<11} {parts[3]}"


def _stacked(standing: Standing, width: int) -> list[str]:
    if not standing.right.enough:
        return [missing(standing.right.n)]
    cells = max(_SHORTEST_BAR, min(_LONGEST_BAR, width - 10))
    return [f"0 {bar(standing.right, cells)} 100%", *visible.wrap(_figures(standing), width)]


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


def _sides(kind: str, found: Discernment, width: int) -> Iterator[str]:
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
