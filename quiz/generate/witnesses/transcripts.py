"""Turns of a conversation printed as such: a name and a colon, then what that person says."""

import re
from collections import Counter
from collections.abc import Sequence

from quiz.article import Block
from quiz.generate.facts import Observation, Source, Span, Speech
from quiz.generate.witnesses.names import CAPITAL, NAME, find_titled_names, is_person_like

FEWEST_TURNS = 3
"""Fewer lines that begin with a name and a colon are no conversation."""

_TURN = re.compile(rf"(?P<who>Q|A|[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+[A-ZÀ-Þ]|{NAME}):\s+(?P<words>\S.*)", re.DOTALL)


def _spelled_out(label: str, blocks: Sequence[Block]) -> str:
    """Return the one full name whose surname a label in capitals gives, or the label as it stands."""
    if not label.isupper():
        return label
    surname = re.compile(rf"(?<![\w-])(?P<name>{CAPITAL}(?:\s+{CAPITAL})?\s+{label.title()})(?![\w-])")
    found = {
        " ".join(match["name"].split())
        for block in blocks
        for match in surname.finditer(block.text)
        if is_person_like(match["name"]) and not find_titled_names(match["name"])
    }
    return found.pop() if len(found) == 1 else label


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
        name = _spelled_out(match["who"], blocks) if named else match["who"].lower()
        source = Source(who, name, "named" if named else "unnamed")
        cue = Span(who.end, who.end + 1)
        speech = Speech(words, (words,), "direct", source, cue, Span(who.start, words.end))
        turns[block] = Observation("rules", "transcript", speech)
    return turns
