"""What the parts of a question look like as rows, before and after the answer."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from quiz.bank.model import Choice, Match, Multiple, Order, TextEntry
from quiz.play.asked import Asked
from quiz.play.entries import ChoiceEntry, Entry, MatchEntry, MultipleEntry, OrderEntry
from quiz.play.responses import Response, pairs_of
from quiz.play.session import Answer

Tone = Literal["", "right", "wrong", "quiet"]

POINTER = "▸"
RIGHT, WRONG, MISSED, NEARLY = "✓", "✗", "○", "≈"
LETTERS = "abcdefgh"


class Row(NamedTuple):
    """One row: a sign, the key that chooses it, a text, and a word about it.

    ``place`` is the part a click on it means, counted from 0, or None; ``right`` says that it is a right
    side of a match. ``gap`` leaves a line free above.
    """

    text: str
    sign: str = " "
    label: str = ""
    box: str = ""
    word: str = ""
    tone: Tone = ""
    current: bool = False
    place: int | None = None
    right: bool = False
    gap: bool = False


def label(place: int, *, letters: bool) -> str:
    """The key that chooses a part: its number, or its letter where numbers say how sure one is."""
    return LETTERS[place] if letters else str(place + 1)


def waiting(entry: Entry, *, letters: bool = False, picked: bool = False) -> tuple[Row, ...]:
    """The rows of a question that waits for its answer; ``picked`` while an item is being moved."""
    match entry:
        case ChoiceEntry():
            return _listed(entry, entry.asked.parts, letters)
        case MultipleEntry():
            boxes = ["[x]" if place in entry.marked else "[ ]" for place in range(entry.count)]
            return _listed(entry, entry.asked.parts, letters, boxes)
        case OrderEntry():
            rows = _listed(entry, entry.items, letters)
            if not picked:
                return rows
            held = rows[entry.current]
            moved = Row(held.text, "↕", held.label, word="moving", current=True, place=held.place)
            return (*rows[: entry.current], moved, *rows[entry.current + 1 :])
        case MatchEntry():
            return _pairing(entry, letters)
    return ()


def _listed(entry: Entry, texts: Sequence[str], letters: bool, boxes: Sequence[str] = ()) -> tuple[Row, ...]:
    return tuple(
        Row(
            text,
            POINTER if place == entry.current else " ",
            label(place, letters=letters),
            boxes[place] if boxes else "",
            current=place == entry.current,
            place=place,
        )
        for place, text in enumerate(texts)
    )


def _pairing(entry: MatchEntry, letters: bool) -> tuple[Row, ...]:
    rows = []
    for place, left in enumerate(entry.lefts):
        partner = entry.partners.get(place)
        to = "…" if partner is None else f"{label(partner, letters=letters)} {entry.asked.parts[partner]}"
        now = place == entry.current
        rows.append(Row(f"{left} → {to}", POINTER if now else " ", current=now, place=place))
    taken = set(entry.partners.values())
    for place, text in enumerate(entry.asked.parts):
        used = place in taken
        rows.append(
            Row(
                text,
                " ",
                label(place, letters=letters),
                word="paired" if used else "",
                tone="quiet" if used else "",
                place=place,
                right=True,
                gap=place == 0,
            )
        )
    return tuple(rows)


def answered(item: Asked, answer: Answer | None, *, letters: bool = False) -> tuple[Row, ...]:
    """The rows of a question after its answer, or with its key alone where there is none."""
    response = answer.response if answer else None
    match item.question:
        case Choice():
            return _chosen(item, answer, letters)
        case Multiple():
            return _marked(item, response, letters)
        case Order():
            return _ordered(item, response)
        case Match() as question:
            return _paired(question, response)
        case TextEntry() as question:
            return _typed(question, answer)
    return ()


def _chosen(item: Asked, answer: Answer | None, letters: bool) -> tuple[Row, ...]:
    key = "the article's answer" if item.question.evidence else "the right answer"
    rows = []
    for place, option in enumerate(item.options):
        sign, word, tone = " ", "", ""
        if answer is not None and option.text == answer.response:
            sign, word, tone = (
                (RIGHT, "right", "right") if option.correct else (WRONG, "your answer", "wrong")
            )
        elif option.correct:
            sign, word, tone = RIGHT, key, "right"
        rows.append(_row(option.text, sign, label(place, letters=letters), "", word, tone))
    return tuple(rows)


def _marked(item: Asked, response: Response | None, letters: bool) -> tuple[Row, ...]:
    rows = []
    for place, option in enumerate(item.options):
        chosen = response is not None and option.text in response
        sign, word, tone = " ", "", ""
        if chosen:
            sign, word, tone = (RIGHT, "right", "right") if option.correct else (WRONG, "not right", "wrong")
        elif option.correct:
            sign, word, tone = (MISSED, "right, not marked", "right")
        box = "[x]" if chosen else "[ ]"
        rows.append(_row(option.text, sign, label(place, letters=letters), box, word, tone))
    return tuple(rows)


def _ordered(item: Asked, response: Response | None) -> tuple[Row, ...]:
    yours = list(response or ())
    rows = []
    for place, text in enumerate(item.key):
        was = yours.index(text) if text in yours else None
        if was is None:
            sign, word, tone = " ", "", ""
        elif was == place:
            sign, word, tone = RIGHT, "", "right"
        else:
            sign, word, tone = WRONG, f"you: {was + 1}", "wrong"
        rows.append(_row(str(text), sign, str(place + 1), "", word, tone))
    return tuple(rows)


def _paired(question: Match, response: Response | None) -> tuple[Row, ...]:
    yours = dict(pairs_of(response)) if response is not None else {}
    rows = []
    for pair in question.pairs:
        mine = yours.get(pair.left)
        text = f"{pair.left} → {pair.right}"
        if mine == pair.right:
            rows.append(_row(text, RIGHT, "", "", "right", "right"))
        elif mine is None:
            rows.append(_row(text, MISSED, "", "", "not paired" if yours else "", ""))
        else:
            rows.append(_row(text, WRONG, "", "", f"you: {mine}", "wrong"))
    return tuple(rows)


def _typed(question: TextEntry, answer: Answer | None) -> tuple[Row, ...]:
    rows = []
    if answer is not None:
        sign, word, tone = WRONG, "your answer", "wrong"
        if answer.correct:
            sign, word, tone = RIGHT, "right", "right"
        elif answer.partly:
            sign, word, tone = NEARLY, "nearly", "quiet"
        rows.append(_row(str(answer.response), sign, "", "", word, tone))
    for place, wording in enumerate(question.accept):
        if answer is None or wording != answer.response:
            rows.append(_row(wording, RIGHT, "", "", "accepted" if place else "the answer", "right"))
    return tuple(rows)


def _row(text: str, sign: str, key: str, box: str, word: str, tone: str) -> Row:
    tones: dict[str, Tone] = {"right": "right", "wrong": "wrong", "quiet": "quiet"}
    return Row(text, sign, key, box, word, tones.get(tone, ""))
