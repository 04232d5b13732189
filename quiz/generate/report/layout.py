"""How a report sits on its page: labelled entries, lists that flow, places in short, colour or none."""

from collections.abc import Callable, Iterable, Sequence

from quiz.article import Block
from quiz.generate.facts import Reading, Span
from quiz.visible import pad, wrap
from quiz.visible import width as cells

Ink = Callable[[str, str], str]
"""Gives a piece of a finished line the colour of its role; ``plain`` gives none."""

LABEL = 25
"""Cells of the column of labels, its gap included."""

STACKED_BELOW = 72
"""In fewer columns a label stands on a line of its own, above what it is about."""

_MARKS = {"paragraph": "¶", "bullet": "•"}


def plain(text: str, role: str) -> str:
    """Return the text as it is."""
    return text


def entry(label: str, items: Sequence[str], width: int, ink: Ink, *, listed: bool = False) -> list[str]:
    """Set a label and, beside or below it, its items: one after another, or ``listed`` one below another."""
    room = width - (2 if width < STACKED_BELOW else LABEL)
    lines = [line for item in items for line in hanging(item, room)] if listed else flow(items, room)
    if width < STACKED_BELOW:
        return [ink(label, "label"), *(f"  {line}" for line in lines)]
    first, *rest = lines
    return [ink(pad(label, LABEL), "label") + first, *(" " * LABEL + line for line in rest)]


def flow(items: Iterable[str], width: int, between: str = " ·") -> list[str]:
    """Set items one after another, breaking lines between them and inside one only if it is too long."""
    lines: list[str] = []
    for item in items:
        if lines and cells(lines[-1]) + cells(between) + 1 + cells(item) <= width:
            lines[-1] += f"{between} {item}"
            continue
        if lines and cells(lines[-1]) + cells(between) <= width:
            lines[-1] += between
        lines += wrap(item, width)
    return lines or [""]


def hanging(text: str, width: int, indent: int = 2) -> list[str]:
    """Fold a text so that every line after the first is indented."""
    first, *rest = wrap(text, width) or [""]
    return [first, *(" " * indent + line for line in wrap(" ".join(rest), width - indent))]


def short_place(offset: int, reading: Reading) -> str:
    """Where an offset lies, in the fewest signs: “¶4”, “•2”, “headline”."""
    block = reading.article.block_at(offset)
    return short_label(block) if block else "article"


def short_label(block: Block) -> str:
    """How a block is named in the fewest signs."""
    sign = _MARKS.get(block.kind)
    return f"{sign}{block.number}" if sign else block.label.removeprefix("the ")


def short_places(spans: Iterable[Span], reading: Reading) -> list[str]:
    """Where some spans lie, each place once, in the order of the text; “¶4–6” for three or more in a row."""
    places = list(dict.fromkeys(short_place(span.start, reading) for span in sorted(spans)))
    runs: list[list[str]] = []
    for place in places:
        if runs and _follows(runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [
        place for run in runs for place in ([f"{run[0]}–{run[-1].lstrip('¶•')}"] if len(run) > 2 else run)
    ]


def _follows(earlier: str, later: str) -> bool:
    numbered = earlier[0] == later[0] and earlier[0] in _MARKS.values()
    return numbered and int(later[1:]) == int(earlier[1:]) + 1
