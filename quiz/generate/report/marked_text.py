"""The marked text on the page: numbered paragraphs of a readable measure, sources noted beside or below."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from quiz.article import Block
from quiz.generate.facts import Reading
from quiz.generate.report.layout import Ink, flow, short_label
from quiz.generate.report.marks import SIGNS, Mark, Piece, Role, marks_by_block, marks_of, pieces_of
from quiz.generate.report.speakers import naming_of, source_name
from quiz.visible import one_line, visible, wrap
from quiz.visible import width as cells

MEASURE = 72
"""Cells in a line of the article: what a reader takes in without losing the line."""

_GUTTER = 5
_NARROWEST_MARGIN = 26
_GAP = 3
_ORDER = list(SIGNS)
_FORMS = {"direct": "direct", "indirect": "reported", "mixed": "partly quoted"}
_SORTS = {
    "unsure": "named or described",
    "described": "not named",
    "unnamed": "not identified",
    "pronoun": "not resolved",
}


def marked_text(reading: Reading, width: int, ink: Ink) -> Iterator[str]:
    """Write the article with its marks; notes stand in the margin where there is room, else below."""
    notes = dict(enumerate(_notes(reading), start=1))
    yield ink("The text, marked", "label")
    yield from _legend({mark.role for mark in marks_of(reading)}, width, ink)
    gutter = max(_GUTTER, 1 + max(cells(_number(block)) for block in reading.article.blocks))
    before = None
    for block, marks in marks_by_block(reading):
        if not block.kind == before == "bullet":
            yield ""
        before = block.kind
        inside = [
            f"{mark.number} {notes[mark.number]}"
            for mark in marks
            if mark.number and block.start <= mark.span.start
        ]
        for label, line in _block(block, marks, inside, width - gutter, ink):
            yield ink(label, "quiet") + " " * (gutter - cells(label)) + line


def _legend(roles: Collection[Role], width: int, ink: Ink) -> Iterator[str]:
    signs = [
        f"{'1' if role == 'words' else ''}{opening}…{closing} {meaning}"
        for role, (opening, closing, meaning) in SIGNS.items()
        if role in roles
    ]
    if signs:
        yield from (f"  {ink(line, 'quiet')}" for line in flow(signs, min(width, MEASURE + _GUTTER) - 2))


def _notes(reading: Reading) -> Iterator[str]:
    """Say of each attribution whose words they are and in what form: “Mara Lindqvist: direct”."""
    settled = set(reading.attributions)
    for fact in reading.every_attribution:
        naming = naming_of(fact)
        sort = f" ({_SORTS[naming]})" if naming in _SORTS else ""
        said = [_FORMS[fact.speech.form]]
        if fact.speech.denied:
            said.append("denied")
        if fact not in settled:
            said.append("open")
        yield one_line(f"{source_name(fact, reading)}{sort}: {', '.join(said)}")


def _number(block: Block) -> str:
    return short_label(block) if block.kind in ("paragraph", "bullet") else ""


def _block(
    block: Block, marks: Sequence[Mark], notes: Sequence[str], width: int, ink: Ink
) -> Iterator[tuple[str, str]]:
    """Return the lines of a block in ``width`` cells, each with what stands in the gutter before it."""
    measure = min(MEASURE, width)
    margin = width - measure - _GAP
    ground = {"headline": "title", "heading": "label", "byline": "quiet"}.get(block.kind, "text")
    text = list(_folded(list(pieces_of(block, marks)), measure, ground, ink))
    beside: list[str] = []
    if margin >= _NARROWEST_MARGIN:
        beside = [line for note in notes for line in _hanging(note, margin)]
    for index in range(max(len(text), len(beside))):
        line, used = text[index] if index < len(text) else ("", 0)
        note = " " * (measure - used + _GAP) + ink(beside[index], "quiet") if index < len(beside) else ""
        yield _number(block) if index == 0 else "", line + note
    if notes and not beside:
        yield from (("", "  " + ink(line, "quiet")) for line in flow(notes, measure - 2))


def _hanging(note: str, width: int) -> Iterator[str]:
    number, _, text = note.partition(" ")
    for index, line in enumerate(wrap(text, width - len(number) - 1)):
        yield f"{number if index == 0 else ' ' * len(number)} {line}"


def _folded(pieces: Sequence[Piece], measure: int, ground: str, ink: Ink) -> Iterator[tuple[str, int]]:
    """Fold the pieces to lines; each comes with its cells, because colour hides them."""
    marked: list[tuple[str, str]] = []
    for piece in pieces:
        role = max(piece.roles, key=_ORDER.index, default=ground)
        marked += [(letter, "sign" if piece.is_sign else role) for letter in visible(piece.text)]
    position = 0
    for line in wrap("".join(letter for letter, _ in marked), measure):
        inked: list[tuple[str, str]] = []
        for letter in line:
            # Folding only takes characters away and makes every space the same one.
            while position < len(marked) and not _same(marked[position][0], letter):
                position += 1
            inked.append((letter, marked[position][1] if position < len(marked) else ground))
            position += 1
        runs = groupby(inked, key=lambda pair: pair[1])
        yield "".join(ink("".join(letter for letter, _ in run), role) for role, run in runs), cells(line)


def _same(one: str, other: str) -> bool:
    return one == other or (one.isspace() and other == " ")
