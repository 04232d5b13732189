"""What does the body say of its headline: the same, or less, because a source says it or it is left open."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.article import Block
from quiz.generate.candidates import NO_STATEMENT, NO_VERDICT, Candidate, Offer, Proposal, passed_on, whole
from quiz.generate.facts import Abstention, Attribution, HedgeWord, Reading, Span
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import find, restates, shown
from quiz.generate.solve.voices import hands_to_nobody
from quiz.generate.voice import barred, may_be_a_sources, reports_a_case
from quiz.generate.witnesses.cues import find_cues

FEWEST_CONTENT_WORDS = 4
FAR = 0.5
"""With this share or more, another sentence might state it as well, and the question is not asked."""

STEM_LETTERS = 5
"""Words that begin alike count as one: “leak” and “leaking”, “Canada” and “Canadian”."""

ENOUGH_TO_MISS_ONE = 7
"""Content words of a headline of which a sentence may leave out one and still speak of the same thing."""

STEMS = (
    "The headline reads {words}. What does the text under it say of that?",
    "What does the text of the article say about its headline, {words}?",
)
SAME = "It says the same in its own voice"
SOURCE = "It gives it as a source's statement"
OPEN = "It marks it as not settled"
ABSENT = "It does not come back to it"

_ASKS_OR_MARKS = re.compile(r"[?:;“”\"‘«»|]|(?<!\w)['’]|\s[-–—]\s")
_MODIFIES = re.compile(
    r"\b(?:to|may|might|could|can|will|would|should|must|if|not|no|never|without|plans?|planned|set|vows?|seeks?|urges?"
    r"|wants?|says?|all|every|most|many|some|few|only|nearly|almost)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:not|no|never|nobody|none|without|failed|almost|nearly|partly|\w+n[’']t)\b|\?", re.I
)
"""Words that make a sentence say something else than the headline in the same words."""

_FIGURE = re.compile(
    r"\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleve|twelv|dozen|hundr|thous|milli|billi"
)
_SMALL = re.compile(
    r"an?|the|and|or|but|of|in|on|at|by|for|from|with|into|onto|over|under|after|before|amid|as|than|up|off|out|down"
    r"|is|are|was|were|be|been|being|has|have|had|it|its|his|her|their|this|that",
    re.IGNORECASE,
)


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """At most one question: on a plain headline of one statement that the body repeats in its words."""
    headline = next((block for block in reading.article.blocks if block.kind == "headline"), None)
    if headline is None:
        return
    span = Span(headline.start, headline.end)
    if reason := _not_plain(headline, reading):
        yield Abstention("headline_body", span, reason)
        return
    body = _compare(headline, reading)
    if isinstance(body, str):
        yield Abstention("headline_body", span, body)
    else:
        yield _question(headline, body, reading, rng)


@dataclass(frozen=True, slots=True)
class _Match:
    """The sentence that speaks of the headline, and what makes it say less, if anything does."""

    sentence: Sentence
    fact: Attribution | None
    hedge: HedgeWord | None


def _not_plain(headline: Block, reading: Reading) -> str | None:
    text = headline.text
    if _ASKS_OR_MARKS.search(text) or "," in text:
        return "the headline asks, quotes, or holds more than one statement"
    if _MODIFIES.search(text) or find_cues(text) or barred("carries_source").search(text):
        return "the headline is no plain statement"
    span = Span(headline.start, headline.end)
    if any(hedge.span.overlaps(span) for hedge in reading.hedges):
        return "the headline leaves it unsettled itself"
    if len(_content(text)) < FEWEST_CONTENT_WORDS:
        return "the headline has too few words to be found again"
    return None


def _content(text: str) -> list[str]:
    """The beginnings of the words that carry the statement, and its figures, in their order."""
    words = re.findall(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:-[^\W\d_]+)*", re.sub(r"[’']s?\b", "", text))
    return [_stem(word.casefold()) for word in words if not _SMALL.fullmatch(word)]


def _stem(word: str) -> str:
    bare = re.sub(r"(?<=\w{3})(?:ing|ed|es|s)$", "", word)
    return re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", bare)[:STEM_LETTERS]


def _repeats(text: str, wanted: list[str]) -> bool:
    """Whether a text has the headline's content words in their order, all its figures among them."""
    content = _content(text)
    rest = iter(content)
    missing = [stem for stem in wanted if stem not in content]
    if any(_FIGURE.fullmatch(stem) for stem in missing):
        return False
    if len(missing) > (len(wanted) >= ENOUGH_TO_MISS_ONE):
        return False
    return all(stem in rest for stem in wanted if stem not in missing)


def _compare(headline: Block, reading: Reading) -> _Match | str:
    wanted = list(dict.fromkeys(_content(headline.text)))
    sentences = [sentence for sentence in reading.sentences if sentence.block.kind == "paragraph"]
    near = [s for s in sentences if _repeats(s.text, wanted) and not _CHANGES.search(s.text)]
    if not near:
        return "no sentence repeats the headline's words"
    for sentence in near:
        if set(wanted) <= set(_content(sentence.text)) and _plainly_own(sentence, reading):
            if reports_a_case(reading):
                return "the article reports a case; its sentences may pass on one side's account"
            return _Match(sentence, None, None)
    if any(len({*wanted} & {*_content(s.text)}) / len(wanted) >= FAR for s in sentences if s not in near):
        return "another sentence may speak of it as well"
    less = [_says_less(sentence, wanted, reading) for sentence in near]
    if len(less) == 1 and less[0] is not None:
        return less[0]
    return "whether the body says the same or less is not certain"


def _plainly_own(sentence: Sentence, reading: Reading) -> bool:
    return may_be_a_sources(sentence, reading) is None and not barred("commits").search(sentence.text)


def _says_less(sentence: Sentence, wanted: list[str], reading: Reading) -> _Match | None:
    inside = Span(sentence.start, sentence.end)
    facts = [fact for fact in reading.every_attribution if fact.speech.statement.overlaps(inside)]
    hedges = [hedge for hedge in reading.hedges if hedge.span.overlaps(inside)]
    if len(facts) == 1 and not hedges:
        fact = facts[0]
        settled = fact in reading.attributions and not fact.speech.denied and fact.rule not in NO_STATEMENT
        said = _repeats(reading.text(fact.speech.content), wanted)
        if settled and said and not passed_on(fact, reading):
            return _Match(sentence, fact, None)
    if not facts and len(hedges) == 1 and hedges[0].strict and not hedges[0].quoted:
        cued = find_cues(sentence.text) or any(span.overlaps(inside) for span in reading.quotations)
        return None if cued else _Match(sentence, None, hedges[0])
    return None


def _question(headline: Block, match: _Match, reading: Reading, rng: random.Random) -> Candidate:
    place = reading.place(match.sentence.start)
    words = whole(headline.text)
    if match.fact is not None:
        clause = Span(
            min(match.fact.speech.source.span.start, match.fact.speech.cue.start),
            max(match.fact.speech.source.span.end, match.fact.speech.cue.end),
        )
        key, deciding = SOURCE, reading.words(clause)
        how = f"The text says less than the headline: in {place}, “{deciding}” hands it to a source."
        reasons = {
            SAME: f"“{deciding}” hands it to a source.",
            OPEN: "No word there leaves it unsettled.",
        }
    elif match.hedge is not None:
        key, deciding = OPEN, reading.words(match.hedge.span)
        how = f"The text says less than the headline: in {place}, “{deciding}” leaves it unsettled."
        reasons = {SAME: f"“{deciding}” leaves it unsettled.", SOURCE: "No source stands with it."}
    else:
        key = SAME
        how = f"{place[0].upper()}{place[1:]} repeats the headline's words and hands them to nobody."
        reasons = {SOURCE: "No source stands with it there.", OPEN: "No word there leaves it unsettled."}
    reasons[ABSENT] = f"It does, in {place}."
    return Candidate(
        kind="headline_body",
        prompt=rng.choice(STEMS).format(words=words),
        offers=tuple(
            Offer(option, correct=option == key, why=None if option == key else reasons[option])
            for option in (SAME, SOURCE, OPEN, ABSENT)
        ),
        explanation=f"{how} {NO_VERDICT}",
        evidence=(Span(match.sentence.start, match.sentence.end),),
        asks_about=Span(headline.start, headline.end),
        rule=match.fact.rule if match.fact else f"headline.{'same' if key == SAME else 'hedged'}",
        witnesses=(*(match.fact.witnesses if match.fact else ("rules",)), "document"),
        key_in_evidence=False,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """What each sentence of the body that has most of the headline's words makes of it."""
    right = set()
    for sentence in reading.sentences:
        inside = Span(sentence.start, sentence.end)
        if sentence.block.kind == "headline" or not restates(sentence.text, shown(candidate.prompt)):
            continue
        if not hands_to_nobody([inside], reading):
            right.add(SOURCE)
        elif any(hedge.span.overlaps(inside) for hedge in reading.hedges):
            right.add(OPEN)
        else:
            right.add(SAME)
    return frozenset(right or {ABSENT} if find(shown(candidate.prompt), reading) else ())
