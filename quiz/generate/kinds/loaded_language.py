"""Which wording judges as well as reports? The sentence is the article's own and has just one such word."""

import random
import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.candidates import Candidate, Offer, Proposal, count_words, whole
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import has_words, shown
from quiz.generate.voice import may_be_a_sources

DISTRACTORS = 2
MOST_DISTRACTORS = 3
FEWEST_WORDS = 8
MOST_WORDS = 45
STEMS = (
    "Which wording adds a judgement to what this sentence reports? {words}",
    "Which wording in this sentence judges as well as reports? {words}",
)
NOBODY_WRONG = "The quiz asks what the word adds; it does not judge whether the judgement is right."
_CLASSES = ("adjectives", "nouns", "verbs")


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every sentence of the article's own with a single word of the lexicon."""
    for sentence in reading.sentences:
        if sentence.block.kind != "paragraph":
            continue
        found = [
            (group, match)
            for group in _CLASSES
            for match in _pattern(group).finditer(sentence.text)
            if match.group().islower()
        ]
        if found:
            yield _ask(found, sentence, reading, rng)


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){any_of(lexicon('evaluative')[group])}(?![\w’'-])", re.IGNORECASE)


def _ask(
    found: list[tuple[str, re.Match[str]]], sentence: Sentence, reading: Reading, rng: random.Random
) -> Proposal:
    group, match = found[0]
    span = Span(sentence.start + match.start(), sentence.start + match.end())
    if len(found) > 1:
        return Abstention("loaded_language", span, "the sentence has a second word that judges")
    if hit := _pattern("arguable").search(sentence.text):
        return Abstention("loaded_language", span, f"“{hit.group()}” may be felt to judge as well")
    if not FEWEST_WORDS <= count_words(sentence.text) <= MOST_WORDS:
        return Abstention("loaded_language", span, "the sentence is too short or too long to be asked about")
    if reason := may_be_a_sources(sentence, reading):
        return Abstention("loaded_language", span, reason)
    plain = _plain_words(group, sentence)
    if len(plain) < DISTRACTORS:
        return Abstention("loaded_language", span, "too few plain words of its class to choose from")
    return _question(group, span, sentence, plain, reading, rng)


def _plain_words(group: str, sentence: Sentence) -> list[str]:
    """Words of the class on which no reader could rest a judgement, each once in the sentence."""
    words = re.findall(r"(?<![\w’'-])[a-z][a-z-]+(?![\w’'-])", sentence.text)
    offered = lexicon("evaluative")["offered"][group]
    return [word for word in dict.fromkeys(words) if word in offered and words.count(word) == 1]


def _question(
    group: str, span: Span, sentence: Sentence, plain: list[str], reading: Reading, rng: random.Random
) -> Candidate:
    word = reading.words(span)
    entry = lexicon("evaluative")[group][word]
    picked = rng.sample(plain, min(MOST_DISTRACTORS, len(plain)))
    place = reading.place(span.start)
    plainer = (
        f"A plainer wording would be “{entry['plain']}”."
        if entry["plain"]
        else "The report needs no such word."
    )
    return Candidate(
        kind="loaded_language",
        prompt=rng.choice(STEMS).format(words=whole(sentence.text)),
        offers=(
            Offer(word, correct=True),
            *(
                Offer(other, why=f"“{other}” reports; taken alone it neither praises nor blames.")
                for other in sorted(picked, key=sentence.text.index)
            ),
        ),
        explanation=f"In {place}, “{word}” adds {entry['why']}. {plainer} {NOBODY_WRONG}",
        evidence=(Span(sentence.start, sentence.end),),
        asks_about=span,
        rule="evaluative.strict",
        witnesses=("rules",),
        key_in_prompt=True,
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every word on offer that any list of the lexicon has among the judging ones."""
    return frozenset(
        text
        for text in candidate.texts
        if has_words(text, shown(candidate.prompt))
        and any(_pattern(group).search(text) for group in (*_CLASSES, "arguable", "values"))
    )
