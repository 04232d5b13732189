"""What was read in an article, as a report for people and as data for programs."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from quiz.generate.build import Draft
from quiz.generate.candidates import label_of
from quiz.generate.facts import Abstention, Attribution, Reading, Span
from quiz.generate.witnesses.sources import PRONOUNS
from quiz.visible import clip, one_line, pad

NAMED_AS = {"named": "", "described": "described, not named", "unnamed": "not identified"}


def inspect_json(reading: Reading) -> dict[str, Any]:
    """Return the reading as plain data; offsets count code points of the raw text."""
    article = reading.article
    return {
        "sha256": article.sha256,
        "title": article.title,
        "blocks": [
            {
                "kind": block.kind,
                "number": block.number,
                "start": block.start,
                "end": block.end,
                "text": block.text,
            }
            for block in article.blocks
        ],
        "attributions": [_attribution_json(fact, reading) for fact in reading.every_attribution],
        "outlets": [
            {"name": outlet.name, "mentions": [[span.start, span.end] for span in outlet.mentions]}
            for outlet in reading.outlets
        ],
        "hedges": [
            {**_span_json(hedge.span, reading), "strict": hedge.strict, "quoted": hedge.quoted}
            for hedge in reading.hedges
        ],
        "abstained": [
            {"rule": item.rule, "start": item.span.start, "end": item.span.end, "reason": item.reason}
            for item in reading.abstentions
        ],
        "witnesses": dict(reading.versions),
    }


def _attribution_json(fact: Attribution, reading: Reading) -> dict[str, Any]:
    source = fact.speech.source
    return {
        **_span_json(fact.speech.content, reading),
        "form": fact.speech.form,
        "source": {
            **_span_json(source.span, reading),
            "name": fact.speaker.name if fact.speaker else source.name,
            "named": source.named,
        },
        "cue": _span_json(fact.speech.cue, reading),
        "denied": fact.speech.denied,
        "rule": fact.rule,
        "witnesses": list(fact.witnesses),
    }


def _span_json(span: Span, reading: Reading) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": reading.text(span)}


def inspect_text(reading: Reading, width: int) -> str:
    """Write a report on paper: who speaks and in what words, outlets, hedges, what was not settled."""
    article = reading.article
    paragraphs = sum(block.kind == "paragraph" for block in article.blocks)
    facts = [article.outlet, _number(article.words, "word"), _number(paragraphs, "paragraph")]
    lines = [one_line(article.title), " · ".join(one_line(fact) for fact in facts if fact), ""]
    lines += _speakers(reading, width)
    lines += _words(reading, width)
    lines += ["", *_never_quoted(reading)]
    lines += _outlets(reading)
    lines += _unsettled(reading)
    if reading.abstentions:
        lines += ["", "Left open"]
        lines += [f"  {where_of(item, reading)}: {one_line(item.reason)}" for item in reading.abstentions]
    return "\n".join(clip(line.rstrip(), width) for line in lines) + "\n"


def _who(fact: Attribution) -> str:
    return fact.speaker.name if fact.speaker else fact.speech.source.name


def _speakers(reading: Reading, width: int) -> list[str]:
    if not reading.every_attribution:
        return ["Nobody is quoted, and no statement is handed to a source."]
    rows: dict[str, list[Attribution]] = {}
    for fact in reading.every_attribution:
        rows.setdefault(one_line(_who(fact)), []).append(fact)
    room = max(16, min(44, width - 44))
    lines = [f"{pad('Who speaks', room)}  direct  reported"]
    for who, facts in rows.items():
        direct = sum(fact.speech.form == "direct" for fact in facts)
        sort = NAMED_AS[facts[0].speech.source.named]
        places = _short_places([fact.speech.content for fact in facts], reading)
        counts = f"{direct or '–':>6}  {len(facts) - direct or '–':>8}"
        lines.append(f"{pad(clip(who, room), room)}  {counts}   {places}{'   ' + sort if sort else ''}")
    return lines


def _short_places(spans: Iterable[Span], reading: Reading) -> str:
    labels = dict.fromkeys(reading.place(span.start) for span in spans)
    return " ".join(label.replace("paragraph ", "¶") for label in labels)


def _never_quoted(reading: Reading) -> list[str]:
    if any(fact.speech.source.name in PRONOUNS for fact in reading.every_attribution) or any(
        item.rule == "quote" for item in reading.abstentions
    ):
        return []  # one of them may be who speaks there
    heard = {fact.speaker for fact in reading.every_attribution}
    silent = [person for person in reading.people if person not in heard]
    names = [
        f"{one_line(label_of(person, reading) or person.name)} ×{len(person.mentions)}" for person in silent
    ]
    return ["Named, no words   " + " · ".join(names)] if names else []


def _words(reading: Reading, width: int) -> list[str]:
    lines = []
    for fact in reading.every_attribution:
        clause = Span(
            min(fact.speech.source.span.start, fact.speech.cue.start),
            max(fact.speech.source.span.end, fact.speech.cue.end),
        )
        words = one_line(reading.text(fact.speech.content))
        marked = f"“{words}”" if fact.speech.form == "direct" else words
        said = " (denied)" if fact.speech.denied else ""
        lines += ["", f"{reading.place(fact.speech.content.start)}: {one_line(reading.text(clause))}{said}"]
        lines += _folded(marked, width)
    return lines


def _folded(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, max(20, width - 4), initial_indent="    ", subsequent_indent="    ")


def _outlets(reading: Reading) -> list[str]:
    if not reading.outlets:
        return ["Outlets named     none of the list of well-known ones"]
    own = reading.article.outlet
    named = []
    for outlet in reading.outlets:
        note = " (its own)" if outlet.name == own else ""
        named.append(f"{one_line(outlet.name)}{note} ({reading.places(outlet.mentions)})")
    return ["Outlets named     " + " · ".join(named)]


def _unsettled(reading: Reading) -> list[str]:
    hedges = [hedge for hedge in reading.hedges if hedge.strict and not hedge.quoted]
    if not hedges:
        return ["Words of doubt    none of the strict list"]
    words = [f"“{reading.words(hedge.span)}” ({reading.place(hedge.span.start)})" for hedge in hedges]
    return ["Words of doubt    " + " · ".join(words)]


def where_of(item: Abstention, reading: Reading) -> str:
    """Name the place of an abstention as a reader names it."""
    return reading.place(item.span.start)


def account(draft: Draft) -> str:
    """Tell what was made and what was left alone, kind by kind, to whoever asked for a bank."""
    kinds = Counter(question.kind for question in draft.questions)
    made = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
    count = len(draft.questions)
    lines = [
        f"{_number(count, 'question')} of {_number(len(kinds), 'kind')}: {made}." if count else "No question."
    ]
    if draft.spare:
        lines.append(
            f"{draft.spare} more held, but repeat what another one asks, or would go over the count."
        )
    if draft.abstentions:
        lines.append("Left alone:")
        lines += _grouped(draft.abstentions, draft.reading)
    return "\n".join(lines)


def _grouped(abstentions: Iterable[Abstention], reading: Reading) -> list[str]:
    grouped: dict[tuple[str, str], list[Span]] = {}
    for item in abstentions:
        grouped.setdefault((item.rule, item.reason), []).append(item.span)
    return [
        f"  {rule}: {one_line(reason)} ({_where(spans, reading)})"
        for (rule, reason), spans in sorted(grouped.items())
    ]


def _where(spans: list[Span], reading: Reading) -> str:
    blocks = reading.article.blocks
    if any(span.start <= blocks[0].start and span.end >= blocks[-1].end for span in spans):
        return "the whole article"
    return reading.places(sorted(spans))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def as_json(readings: list[Reading]) -> str:
    """One JSON object for one article, a list for several."""
    data = [inspect_json(reading) for reading in readings]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2)
