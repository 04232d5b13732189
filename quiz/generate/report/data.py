"""What was read in an article, as plain data for programs."""

import json
from collections.abc import Sequence
from typing import Any

from quiz.generate.facts import Attribution, Reading, Span


def as_json(readings: Sequence[Reading]) -> str:
    """One JSON object for one article, a list for several."""
    data = [inspect_json(reading) for reading in readings]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2)


def inspect_json(reading: Reading) -> dict[str, Any]:
    """Return the reading as plain data; offsets count code points of the raw text.

    Wherever ``start``, ``end`` and ``text`` stand together, ``text == raw[start:end]``.
    """
    article = reading.article
    settled = set(reading.attributions)
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
        "attributions": [
            {**_attribution(fact, reading), "settled": fact in settled} for fact in reading.every_attribution
        ],
        "outlets": [
            {"name": outlet.name, "mentions": [[span.start, span.end] for span in outlet.mentions]}
            for outlet in reading.outlets
        ],
        "hedges": [
            {**_span(hedge.span, reading), "strict": hedge.strict, "quoted": hedge.quoted}
            for hedge in reading.hedges
        ],
        "abstained": [
            {"rule": item.rule, "start": item.span.start, "end": item.span.end, "reason": item.reason}
            for item in reading.abstentions
        ],
        "witnesses": dict(reading.versions),
    }


def _attribution(fact: Attribution, reading: Reading) -> dict[str, Any]:
    source = fact.speech.source
    return {
        **_span(fact.speech.content, reading),
        "form": fact.speech.form,
        "source": {
            **_span(source.span, reading),
            "name": fact.speaker.name if fact.speaker else source.name,
            "named": source.named,
        },
        "cue": _span(fact.speech.cue, reading),
        "denied": fact.speech.denied,
        "rule": fact.rule,
        "witnesses": list(fact.witnesses),
    }


def _span(span: Span, reading: Reading) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": reading.text(span)}
