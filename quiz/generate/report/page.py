"""The report for people: who speaks, who does not, in whose voice, what is open; then the marked text."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quiz.amounts import counted
from quiz.generate.candidates import label_of
from quiz.generate.facts import Reading, Span
from quiz.generate.report.layout import STACKED_BELOW, Ink, entry, flow, plain, short_places
from quiz.generate.report.marked_text import marked_text
from quiz.generate.report.speakers import Naming, Speaker, never_quoted, speakers
from quiz.generate.report.statements import count_voices
from quiz.visible import one_line, pad, wrap
from quiz.visible import width as cells

WIDEST = 110
"""A report does not spread over more columns than this: the eye must find its way back."""

_LONGEST_NAME = 38
_SHORTEST_PLACES = 7
_SORTS: dict[Naming, tuple[str, str]] = {
    "named": ("named", "named"),
    "unsure": ("named or described, not settled", "named or described, not settled"),
    "described": ("described, not named", "described, not named"),
    "unnamed": ("not identified", "not identified"),
    "pronoun": ("pronoun, not resolved", "pronouns, not resolved"),
}


def inspect_text(reading: Reading, width: int, *, brief: bool = False, ink: Ink = plain) -> str:
    """Write the report in at most ``width`` cells a line; ``brief`` leaves the marked text out."""
    width = min(width, WIDEST)
    lines = [*_title(reading, width, ink), ""]
    lines += _who_speaks(reading, width, ink)
    lines += ["", *_entries(reading, width, ink)]
    if not brief:
        lines += ["", "", *marked_text(reading, width, ink)]
    lines += ["", *_foot(reading, width, ink)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _title(reading: Reading, width: int, ink: Ink) -> list[str]:
    article = reading.article
    title = one_line(article.title)
    paragraphs = sum(block.kind == "paragraph" for block in article.blocks)
    facts = [article.outlet or "", counted(article.words, "word"), counted(paragraphs, "paragraph")]
    about = " · ".join(one_line(fact) for fact in facts if fact)
    if cells(title) + 3 + cells(about) <= width:
        return [ink(title, "title") + " " * (width - cells(title) - cells(about)) + ink(about, "quiet")]
    return [
        *(ink(line, "title") for line in wrap(title, width)),
        *(ink(line, "quiet") for line in wrap(about, width)),
    ]


def _who_speaks(reading: Reading, width: int, ink: Ink) -> list[str]:
    everybody = speakers(reading)
    if not everybody:
        return wrap("No words are credited to a source beyond doubt.", width)
    table = _stacked if width < STACKED_BELOW else _columns
    lines = list(table(everybody, reading, width, ink))
    if any(speaker.open for speaker in everybody):
        note = "open: seen by one witness only, or they differ; no question rests on it"
        lines += ["", *(ink(f"  {line}", "quiet") for line in wrap(note, width - 2))]
    return lines


def _groups(everybody: Sequence[Speaker]) -> Iterator[tuple[str, list[Speaker]]]:
    for naming, (one, several) in _SORTS.items():
        group = [speaker for speaker in everybody if speaker.naming == naming]
        if group:
            yield f"{len(group)} {one if len(group) == 1 else several}", group


def _label(speaker: Speaker) -> str:
    return one_line(f"{speaker.name}, {speaker.office}" if speaker.office else speaker.name)


def _columns(everybody: Sequence[Speaker], reading: Reading, width: int, ink: Ink) -> Iterator[str]:
    some_open = any(speaker.open for speaker in everybody)
    heads = ["direct", "reported", *(["open"] if some_open else []), "words quoted"]
    longest = max(cells(_label(speaker)) for speaker in everybody)
    taken = 4 + sum(2 + len(head) for head in heads) + 3 + _SHORTEST_PLACES
    room = min(max(24, longest), _LONGEST_NAME, width - taken)
    yield ink(pad("Who speaks", room + 4) + "".join(f"  {head}" for head in heads), "label")
    for sort, group in _groups(everybody):
        yield ink(f"  {sort}", "quiet")
        for speaker in group:
            numbers = [speaker.direct, speaker.reported, speaker.quoted_words]
            if some_open:
                numbers.insert(2, len(speaker.open))
            counts = "".join(
                f"  {number or '–':>{len(head)}}" for number, head in zip(numbers, heads, strict=True)
            )
            names = wrap(_label(speaker), room)
            places = flow(
                short_places(speaker.contents, reading), width - room - cells(counts) - 7, between=""
            )
            for name, place in zip_longest(names, places, fillvalue=""):
                yield f"    {ink(pad(name, room), 'source')}{counts}   {place}"
                counts = " " * cells(counts)  # they stand beside the first line only


def _stacked(everybody: Sequence[Speaker], reading: Reading, width: int, ink: Ink) -> Iterator[str]:
    yield ink("Who speaks", "label")
    for sort, group in _groups(everybody):
        yield ink(f"  {sort}", "quiet")
        for speaker in group:
            yield from (f"  {ink(line, 'source')}" for line in wrap(_label(speaker), width - 2))
            numbers = {
                "direct": speaker.direct,
                "reported": speaker.reported,
                "open": len(speaker.open),
            }
            facts = [f"{number} {word}" for word, number in numbers.items() if number]
            if speaker.quoted_words:
                facts.append(f"{counted(speaker.quoted_words, 'word')} quoted")
            facts.append(" ".join(short_places(speaker.contents, reading)))
            yield from (f"    {line}" for line in flow(facts, width - 4))


def _entries(reading: Reading, width: int, ink: Ink) -> Iterator[str]:
    for label, items, listed in (
        ("Discussed, never quoted", _silent(reading), False),
        ("Outlets named", _outlets(reading), False),
        ("Sentences", _sentences(reading), False),
        ("Not settled", _hedges(reading), False),
        ("Abbreviations", _short_forms(reading), True),
        ("Left open", _left_open(reading), True),
    ):
        if items:
            yield from entry(label, items, width, ink, listed=listed)


def _silent(reading: Reading) -> list[str]:
    silence = never_quoted(reading)
    if silence.people and silence.doubts:
        places = short_places(silence.doubts, reading)
        return [f"cannot be told: who speaks is open in {' '.join(places)}"]
    return [
        f"{one_line(label_of(person, reading) or person.name)} ×{len(person.mentions)}"
        for person in silence.people
    ]


def _outlets(reading: Reading) -> list[str]:
    own = reading.article.outlet
    return [
        f"{one_line(outlet.name)}{' (its own)' if outlet.name == own else ''} {_at(outlet.mentions, reading)}"
        for outlet in reading.outlets
    ] or ["none of the well-known ones"]


def _sentences(reading: Reading) -> list[str]:
    voices = count_voices(reading)
    return [
        f"{voices['named']} credited to a named source",
        f"{voices['unnamed']} to an unnamed one",
        f"{voices['own']} in the article’s own voice",
        f"{voices['not counted']} not counted",
    ]


def _hedges(reading: Reading) -> list[str]:
    return [
        f"“{one_line(reading.text(hedge.span))}” {_at([hedge.span], reading)}"
        for hedge in reading.hedges
        if hedge.strict and not hedge.quoted
    ] or ["no word such as “reportedly”"]


def _short_forms(reading: Reading) -> list[str]:
    grouped: dict[tuple[str, str], list[Span]] = {}
    for form in reading.short_forms:
        names = one_line(reading.text(form.short)), one_line(reading.text(form.long))
        grouped.setdefault(names, []).append(form.short)
    return [f"{short} = {long} {_at(spans, reading)}" for (short, long), spans in grouped.items()]


def _left_open(reading: Reading) -> list[str]:
    grouped: dict[str, list[Span]] = {}
    for item in reading.abstentions:
        reason = item.reason.replace(f" in {reading.place(item.span.start)}", "")
        grouped.setdefault(one_line(reason), []).append(item.span)
    return [f"{reason} {_at(spans, reading)}" for reason, spans in grouped.items()]


def _at(spans: Sequence[Span], reading: Reading) -> str:
    return " ".join(short_places(spans, reading))


def _foot(reading: Reading, width: int, ink: Ink) -> list[str]:
    witnesses = "; ".join(f"{name} {version}" for name, version in reading.versions.items())
    said = f"Read by {one_line(witnesses)}. These are counts of what the text says, not a grade."
    return [ink(line, "quiet") for line in wrap(said, width)]
