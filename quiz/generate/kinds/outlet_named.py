"""Which of these news organisations does the article name? The whole text is searched for every name."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Outlet, Reading, Span
from quiz.generate.lexicons import lexicon

DISTRACTORS = 2


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for the first outlet named, and one for an outlet not named when two others are."""
    own = reading.article.outlet
    named = [outlet for outlet in reading.outlets if outlet.name != own and _in_body(outlet, reading)]
    if not named:
        yield Abstention("outlet_named", _whole(reading), "no news organisation of the list is named")
        return
    key = named[0]
    absent = _absent_peers(key, reading)
    if len(absent) < DISTRACTORS:
        yield Abstention("outlet_named", key.mentions[0], f"too few comparable organisations for {key.name}")
        return
    yield _named(key, rng.sample(absent, DISTRACTORS), reading)
    if len(named) >= 2:
        yield _not_named(rng.choice(absent), named[:2], reading)


def _in_body(outlet: Outlet, reading: Reading) -> bool:
    block = reading.article.block_at(outlet.mentions[0].start)
    return block is not None and block.kind == "paragraph"


def _whole(reading: Reading) -> Span:
    blocks = reading.article.blocks
    return Span(blocks[0].start, blocks[-1].end)


def _absent_peers(key: Outlet, reading: Reading) -> list[str]:
    """Outlets of the same country and medium that the article names nowhere, under no name."""
    for group in lexicon("outlets").values():
        names = [entry["name"] for entry in group]
        if key.name in names:
            return [
                entry["name"]
                for entry in group
                if entry["name"] != key.name
                and entry.get("word") != "true"
                and not _mentioned(
                    [entry["name"], *entry.get("aliases", []), *entry.get("words", [])], reading
                )
                and not _akin(entry["name"], reading)
            ]
    return []


def _mentioned(names: list[str], reading: Reading) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", reading.article.raw, re.IGNORECASE) for name in names
    )


def _akin(name: str, reading: Reading) -> bool:
    """Whether one that the article names begins with the same word, as two arms of one house do."""
    return any(_first_word(name) == _first_word(outlet.name) for outlet in reading.outlets)


def _first_word(name: str) -> str:
    return name.removeprefix("The ").split()[0].casefold()


def _named(key: Outlet, absent: list[str], reading: Reading) -> Candidate:
    mention = key.mentions[0]
    name = _as_written(key, reading)
    return Candidate(
        kind="outlet_named",
        prompt="Which of these news organisations does the article name?",
        offers=(Offer(name, correct=True), *(Offer(other, why=_not_there(other)) for other in absent)),
        explanation=f"The article names {name} in {reading.places(key.mentions)}. The others, and the short "
        "names they are known by, stand nowhere in it.",
        evidence=(_around(mention, reading),),
        asks_about=mention,
        difficulty=2,
        rule="outlet.name",
        witnesses=("rules", "document"),
    )


def _not_named(absent: str, named: list[Outlet], reading: Reading) -> Candidate:
    spans = tuple(dict.fromkeys(_around(outlet.mentions[0], reading) for outlet in named))
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
        explanation=f"The article names {places}. {_not_there(absent)}",
        evidence=spans,
        asks_about=named[1].mentions[0],
        difficulty=2,
        rule="outlet.absent",
        witnesses=("rules", "document"),
        key_in_evidence=False,
    )


def _as_written(outlet: Outlet, reading: Reading) -> str:
    """Return the name under which the article has the organisation where it first names it."""
    return reading.words(outlet.mentions[0])


def _not_there(name: str) -> str:
    return f"{name} stands nowhere in the article, nor does any short name for it."


def _around(mention: Span, reading: Reading) -> Span:
    sentence = reading.sentence_at(mention.start)
    return Span(sentence.start, sentence.end) if sentence else mention
