"""To whom, or by which way, was this said? The listener or the channel stands right beside the verb."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quiz.generate.absent import absent_options, absent_outlets, group_of, near_in_rank
from quiz.generate.candidates import NO_VERDICT, Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Attribution, Outlet, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find, has_words, restating, sentences_at, shown
from quiz.generate.statements import as_statement, settled_statement, shown_words
from quiz.generate.witnesses.cues import find_cues

DISTRACTORS = 2
NEAREST = 4
"""Comparable names, about as well known, among which the seed chooses."""
FITTING = 3
"""The lexicon has the listeners first that stand beside each other in most news."""
WIDEST_GAP = 3
"""Characters between the verb or its subject and the channel: a comma and a space, no other word."""

OUTLET_STEMS = (
    "To which news organisation, according to the article, was this said? {statement}",
    "Which news organisation does the article say was told this? {statement}",
)
LISTENER_STEMS = (
    "To whom, according to the article, was this said? {statement}",
    "Who does the article say was told this? {statement}",
)
CHANNEL_STEMS = (
    "How, according to the article, was this statement made? {statement}",
    "By what means, according to the article, was this said or written? {statement}",
)
_TELL = re.compile(r"\b(?:tell|tells|told|telling)$", re.IGNORECASE)
_AT_A_NAME = re.compile(r"(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the listener or channel stands, with the wrong options and their reasons."""

    span: Span
    stems: tuple[str, str]
    wrong: tuple[Offer, ...]


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every statement beside which the article says who was told it, or by which way."""
    for fact in reading.attributions:
        if fact.rule == "quote.continued" or not settled_statement(fact, reading):
            continue
        way = _listener(fact, reading, rng) or _channel(fact, reading, rng)
        if way is None:
            continue
        shown = shown_words(fact, reading, alone=False)
        if shown is None or "[" in reading.text(shown) or len(way.wrong) < DISTRACTORS:
            reason = "too few others to choose from" if shown else "the statement cannot be shown on its own"
            yield Abstention("told_whom", way.span, reason)
            continue
        key = reading.words(way.span)
        evidence = _evidence(fact, way.span)
        yield Candidate(
            kind="told_whom",
            prompt=rng.choice(way.stems).format(statement=as_statement(reading.text(shown))),
            offers=(Offer(key[0].upper() + key[1:], correct=True), *way.wrong),
            explanation=f"{_capital(reading.place(way.span.start))} has it beside the verb: "
            f"“{_beside(fact, way.span, reading)}”. {NO_VERDICT}",
            evidence=(evidence,),
            asks_about=shown,
            rule=f"{fact.rule}.{'channel' if way.stems is CHANNEL_STEMS else 'listener'}",
            witnesses=fact.witnesses,
        )


def _listener(fact: Attribution, reading: Reading, rng: random.Random) -> _Way | None:
    """Find a news organisation or a listener of the lexicon right after “told”."""
    cue = fact.speech.cue
    if not _TELL.search(reading.text(cue)):
        return None
    rest = reading.article.raw[cue.end :]
    start = cue.end + len(rest) - len(rest.lstrip())
    for outlet in reading.outlets:
        for mention in outlet.mentions:
            lead = reading.text(Span(start, mention.start)) if start <= mention.start else "-"
            if _AT_A_NAME.fullmatch(lead) and not _goes_on(mention.end, reading):
                return _Way(mention, OUTLET_STEMS, _other_outlets(outlet, fact, reading, rng))
    match = _listeners().match(reading.article.raw, start)
    if match is None or _goes_on(match.end(), reading):
        return None
    groups = lexicon("passing_on")["listeners"]
    own = group_of(groups, match["noun"]) or ()
    collective = match.group().lower().startswith("the ")
    offered = _form_of(own, match["noun"], collective)
    others = [[offered(group), *group] for group in groups if group != own]
    spare = absent_options(others, match["noun"], reading)[:FITTING]
    chosen = rng.sample(spare, min(DISTRACTORS, len(spare)))
    wrong = [Offer(_capital(word), why=f"The article mentions no {_bare(word)}.") for word in chosen]
    return _Way(Span(match.start(), match.end()), LISTENER_STEMS, tuple(wrong))


def _form_of(own: Sequence[str], noun: str, collective: bool) -> Callable[[Sequence[str]], str]:
    """How the others are offered: “reporters”, “the reporters” or “the press”, whichever the key is like."""
    if not collective:
        return lambda group: group[0]
    if noun == own[0]:
        return lambda group: f"the {group[0]}"
    return lambda group: group[1]


def _goes_on(end: int, reading: Reading) -> bool:
    """Whether the listener is a longer phrase than was read: “told reporters and lawmakers”."""
    return bool(re.match(r"[’']|\s+(?:and|or|of|for|from|who|[A-Z])\b|-", reading.article.raw[end : end + 8]))


def _other_outlets(
    outlet: Outlet, fact: Attribution, reading: Reading, rng: random.Random
) -> tuple[Offer, ...]:
    """Outlets the article names elsewhere, then comparable ones that it does not name at all."""
    sentence = reading.sentence_at(fact.speech.cue.start)
    here = Span(sentence.start, sentence.end) if sentence else fact.speech.statement
    elsewhere = [
        (reading.words(other.mentions[0]), reading.places(other.mentions))
        for other in reading.outlets
        if other != outlet and not any(mention.overlaps(here) for mention in other.mentions)
    ]
    offers = [
        Offer(name, why=f"Named in {places}, not beside these words.") for name, places in elsewhere[:1]
    ]
    spare = near_in_rank(absent_outlets(outlet.name, reading), outlet.name, NEAREST)
    chosen = rng.sample(spare, min(DISTRACTORS - len(offers), len(spare)))
    return (*offers, *(Offer(name, why=f"The article nowhere names {name}.") for name in chosen))


@cache
def _listeners() -> re.Pattern[str]:
    words = {word.removeprefix("the ") for group in lexicon("passing_on")["listeners"] for word in group}
    nouns = "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:the\s+)?(?P<noun>{nouns})(?![\w-])")


def _channel(fact: Attribution, reading: Reading, rng: random.Random) -> _Way | None:
    """Find the one phrase in the sentence, outside the words, that tells how they were made known."""
    sentence = reading.sentence_at(fact.speech.cue.start)
    if sentence is None or len(find_cues(_outside(sentence.start, sentence.end, fact, reading))) > 1:
        return None
    found: list[tuple[Span, list[str]]] = []
    for group in lexicon("passing_on")["channels"]:
        for match in _phrase(group[0].split()[0], group[1]).finditer(
            reading.article.raw, sentence.start, sentence.end
        ):
            found.append((Span(match.start(), match.end()), group))
    if len(found) != 1:
        return None
    span, own = found[0]
    cue, source = fact.speech.cue, fact.speech.source.span
    gap = min(abs(span.start - cue.end), abs(span.start - source.end), abs(span.end - source.start))
    taken = span.overlaps(fact.speech.content) or any(mark.overlaps(span) for mark in reading.quotations)
    if taken or gap > WIDEST_GAP:
        return None
    groups = [group for group in lexicon("passing_on")["channels"] if group != own]
    spare = absent_options(groups, reading.words(span), reading)
    rng.shuffle(spare)
    preposition = reading.words(span).split()[0].casefold()
    chosen = sorted(spare, key=lambda name: not name.casefold().startswith(f"{preposition} "))[:DISTRACTORS]
    wrong = tuple(Offer(name, why=_no_such(name.split()[-1])) for name in chosen)
    return _Way(span, CHANNEL_STEMS, wrong)


def _no_such(noun: str) -> str:
    return (
        f"The article does not mention {noun}." if noun[0].isupper() else f"The article mentions no {noun}."
    )


@cache
def _phrase(preposition: str, noun: str) -> re.Pattern[str]:
    owner = r"(?:(?:an?|his|her|their|its|the)\s+(?:[\w-]+\s+){0,2}?)?"
    return re.compile(rf"(?<!\w){preposition}\s+{owner}{noun}(?![\w-])", re.IGNORECASE)


def _outside(start: int, end: int, fact: Attribution, reading: Reading) -> str:
    """Return a sentence with the attributed words and everything between marks blanked."""
    text = list(reading.text(Span(start, end)))
    for span in (fact.speech.content, *reading.quotations):
        for index in range(max(span.start, start), min(span.end, end)):
            text[index - start] = " "
    return "".join(text)


def _evidence(fact: Attribution, span: Span) -> Span:
    statement = fact.speech.statement
    return Span(min(statement.start, span.start), max(statement.end, span.end))


def _beside(fact: Attribution, span: Span, reading: Reading) -> str:
    source, cue = fact.speech.source.span, fact.speech.cue
    return reading.words(Span(min(source.start, cue.start, span.start), max(source.end, cue.end, span.end)))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _bare(word: str) -> str:
    return word.removeprefix("the ")


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """All on offer that stands in the paragraph of the words, or with much the same words elsewhere."""
    words = shown(candidate.prompt)
    own = {sentence.block for sentence in sentences_at(find(words, reading), reading)}
    texts = [*(block.text for block in own), *(other.text for other in restating(words, reading))]
    return frozenset(
        text for text in candidate.texts if any(has_words(_least(text), where) for where in texts)
    )


def _least(option: str) -> str:
    """What of an option is enough to mean it: a name without its article, the noun of anything else."""
    name = option.removeprefix("The ")
    return name if any(word[0].isupper() for word in name.split()[1:]) else name.split()[-1]
