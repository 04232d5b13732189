"""Turns of a conversation printed as such: a name and a colon, then what that person says."""

import re
from collections import Counter
from collections.abc import Sequence

from quiz.article import Block
from quiz.generate.facts import Observation, Source, Span, Speech
from quiz.generate.witnesses.names import NAME

FEWEST_TURNS = 3
"""Fewer lines that begin with a name and a colon are no conversation."""

_TURN = re.compile(rf"(?P<who>Q|A|[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+[A-ZÀ-Þ]|{NAME}):\s+(?P<words>\S.*)", re.DOTALL)


def turns_in(blocks: Sequence[Block]) -> dict[Block, Observation]:
    """Find the turns of an article that holds at least three, by two speakers or more.

    A turn may look like a heading when it is short, so every kind of block is searched.
    """
    found = {block: match for block in blocks if (match := _TURN.fullmatch(block.text))}
    speakers = Counter(match["who"] for match in found.values())
    if sum(speakers.values()) < FEWEST_TURNS or len(speakers) < 2 or max(speakers.values()) < 2:
        return {}
    turns = {}
    for block, match in found.items():
        who, words = (
            Span(block.start + match.start(group), block.start + match.end(group))
            for group in ("who", "words")
        )
        named = len(match["who"]) > 1
        source = Source(who, match["who"] if named else match["who"].lower(), "named" if named else "unnamed")
        cue = Span(who.end, who.end + 1)
        speech = Speech(words, (words,), "direct", source, cue, Span(who.start, words.end))
        turns[block] = Observation("rules", "transcript", speech)
    return turns
