"""Captions: whom a picture, with the words under it, is credited to (“The old bridge. Image: Ida Oake.”)."""

import re

from quiz.article import Block
from quiz.generate.facts import Observation, Source, Span, Speech

LONGEST_CREDIT_WORDS = 8

_CREDIT = re.compile(
    r"(?P<content>\S.*?\S)\s+\(?(?P<cue>(?:Images?|Photos?|Photographs?|Pictures?|Illustration|Graphic|Video|Credit|Source)"
    r"(?:\s+credit|\s+courtesy)?\s*:)\s*(?P<source>[^\s:“”\"][^:“”\"\n]{1,70}?)[.)]*",
    re.DOTALL,
)


def credit_in(block: Block) -> Observation | None:
    """Read a paragraph that is a caption with its credit, or return None."""
    match = _CREDIT.fullmatch(block.text)
    if match is None or len(match["source"].split()) > LONGEST_CREDIT_WORDS:
        return None
    content, source, cue = (
        Span(block.start + match.start(group), block.start + match.end(group))
        for group in ("content", "source", "cue")
    )
    name = " ".join(match["source"].split())
    speech = Speech(
        content, (), "indirect", Source(source, name, "named"), cue, Span(content.start, source.end)
    )
    return Observation("rules", "credit", speech)
