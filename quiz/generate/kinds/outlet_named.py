"""Which of these news organisations does the article name? The whole text is searched for every name."""

import random
import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.absent import absent_outlets, near_in_rank
from quiz.generate.candidates import Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Outlet, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find

DISTRACTORS = 2
NEAREST = 4
"""Comparable names, about as well known, among which the seed chooses."""
MOST_KEYS = 3
"""Questions with one outlet as the key; more of them would count mentions instead of reading."""
STEMS = (
    "Which of these news organisations does the article name?",
    "One of these news organisations is named in the article. Which one?",
)
NO_PRAISE = "To name a newsroom says nothing about its work, for better or worse."
"""Said in every explanation; the evidence is the name alone, not what the article tells of it."""

_LIST = re.compile(r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?", re.IGNORECASE)
"""What stands between two names of a list."""


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for each of the first outlets named, and one for an outlet that is not."""
    own = reading.article.outlet
    named = [outlet for outlet in reading.outlets if outlet.name != own and _in_body(outlet, reading)]
    if not named:
        yield Abstention("outlet_named", _whole(reading), "no news organisation of the list is named")
        return
    comparable = {outlet.name: absent_outlets(outlet.name, reading) for outlet in named}
    asked = [outlet for outlet in named if len(comparable[outlet.name]) >= DISTRACTORS][:MOST_KEYS]
    if not asked:
        reason = f"too few comparable organisations for {named[0].name}"
        yield Abstention("outlet_named", named[0].mentions[0], reason)
        return
    for key in asked:
        yield _named(
            key,
            rng.sample(near_in_rank(comparable[key.name], key.name, NEAREST), DISTRACTORS),
            reading,
            rng,
        )
    if len(asked) >= 2:
        yield _not_named(
            rng.choice(near_in_rank(comparable[asked[0].name], asked[0].name, NEAREST)), asked[:2], reading
        )


def _in_body(outlet: Outlet, reading: Reading) -> bool:
    block = reading.article.block_at(outlet.mentions[0].start)
    return block is not None and block.kind == "paragraph"


def _whole(reading: Reading) -> Span:
    blocks = reading.article.blocks
    return Span(blocks[0].start, blocks[-1].end)


def _named(key: Outlet, absent: list[str], reading: Reading, rng: random.Random) -> Candidate:
    mention = key.mentions[0]
    name = _as_written(key, reading)
    return Candidate(
        kind="outlet_named",
        prompt=rng.choice(STEMS),
        offers=(Offer(name, correct=True), *(Offer(other, why=_not_there(other)) for other in absent)),
        explanation=f"The article names {name} in {reading.places(key.mentions)}. The others, and the short "
        f"names they are known by, stand nowhere in it. {NO_PRAISE}",
        evidence=(_in_a_row(mention, reading),),
        asks_about=mention,
        giveaway=name,
        rule="outlet.name",
        witnesses=("rules", "document"),
    )


def _not_named(absent: str, named: list[Outlet], reading: Reading) -> Candidate:
    spans = tuple(dict.fromkeys(_in_a_row(outlet.mentions[0], reading) for outlet in named))
    places = "; ".join(
        f"{_as_written(outlet, reading)} in {reading.places(outlet.mentions)}" for outlet in named
    )
    return Candidate(
        kind="outlet_named",
        prompt="The article names two of these three news organisations. Which one does it NOT name?",
        offers=(
            Offer(absent, correct=True),
            *(
                Offer(_as_written(outlet, reading), why=f"Named in {reading.places(outlet.mentions)}.")
                for outlet in named
            ),
        ),
        explanation=f"The article names {places}. {_not_there(absent)} {NO_PRAISE}",
        evidence=spans,
        asks_about=named[1].mentions[0],
        rule="outlet.absent",
        witnesses=("rules", "document"),
        key_in_evidence=False,
    )


def _as_written(outlet: Outlet, reading: Reading) -> str:
    """Return the name under which the article has the organisation where it first names it."""
    return reading.words(outlet.mentions[0])


def _not_there(name: str) -> str:
    return f"{name} stands nowhere in the article, nor does any short name for it."


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every organisation on offer that stands in the article under any name, or none, as the prompt asks."""
    found = {text for text in candidate.texts if any(_stands(name, reading) for name in _names(text))}
    return frozenset(set(candidate.texts) - found if "NOT" in candidate.prompt else found)


def _in_a_row(mention: Span, reading: Reading) -> Span:
    """Return the names that stand in one list with a mention, itself among them: “NBC News and CBS News”."""
    row = mention
    for other in sorted(place for outlet in reading.outlets for place in outlet.mentions):
        if other.start > row.end and _LIST.fullmatch(reading.text(Span(row.end, other.start))):
            row = Span(row.start, other.end)
        elif other.end < row.start and _LIST.fullmatch(reading.text(Span(other.end, row.start))):
            row = Span(other.start, row.end)
    return row


def _stands(name: str, reading: Reading) -> bool:
    """Whether a name stands where a reader sees it: what the front matter declares is out of sight."""
    return any(reading.article.block_at(span.start) for span in find(name, reading))


@cache
def _names(text: str) -> set[str]:
    """Everything an organisation is called, the short names included that are also words."""
    names = {text, text.removeprefix("The ")}
    for group in lexicon("outlets").values():
        for entry in group:
            called = {entry["name"], *entry.get("aliases", ()), *entry.get("words", ())}
            if names & called:
                names |= called
    return names
