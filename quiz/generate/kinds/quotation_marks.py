"""Which of these words does the article put in quotation marks? A short quoted phrase among plain ones."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gates import slanting
from quiz.generate.lexicons import lexicon
from quiz.generate.solve.found import find
from quiz.generate.witnesses.cues import find_cues

FEWEST_WORDS = 1
MOST_WORDS = 4
FEWEST_DISTRACTORS = 2
MOST_DISTRACTORS = 3
STEMS = (
    "Which of these words does the article put in quotation marks?",
    "Which of these stands between quotation marks in the article?",
)
NO_SIDE = "The marks do not tell whether the words are right."

_WORD = re.compile(r"[a-z][a-z-]*[a-z]")
_DETERMINER = r"(?:a|an|the|its|their|his|her|this)"
_BEFORE = re.compile(rf"\b(?:{_DETERMINER}|of|any|some)\s+$", re.IGNORECASE)
_WORDS_AFTER = "of|in|on|at|for|from|and|or|that|which|who|was|were|is|are|has|have|had|when|will"
_AFTER = rf"(?:[,.;:]|\s*$|\s+(?:{_WORDS_AFTER})\b)"
_NO_NOUN_PHRASE = re.compile(r"\w+[^s]s\s.*|.*(?:ed|ing|ly)$")
"""A verb or an adverb where an adjective and a noun are wanted: “taxes requested”, “stands full”."""
_BEFORE_A_NOUN = frozenset({"a", "an", "the", "more", "most", "very"})
_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ive|ous|ic|ary|ful|less|able|ible|ern|ed|ing|est)|new|old|full|large|small|long|short|main|high|low"
    r"|first|second|third|last|next|late|early|whole|entire|recent|single|former|current"
)
_NOUN_ENDING = re.compile(r"\w{2,}(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|hood|ure)s?")
_CALLS = re.compile(
    r"\b(?:call|dub|label|brand|describ|accus|denounc|slam|blast|mock|dismiss|prais|hail|criticis|criticiz|condemn|term)"
    r"\w*\b[^.]*$",
    re.IGNORECASE,
)
_SINGLE_MARK = re.compile(r"(?<!\w)['‘]\w")


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every short phrase in marks that has plain phrases of its form beside it."""
    asked: set[str] = set()
    for mark in reading.quotations:
        phrase = _bare(reading.words(mark))
        words = phrase.split()
        if not FEWEST_WORDS <= len(words) <= MOST_WORDS or phrase in asked:
            continue
        asked.add(phrase)
        problem = _problem(phrase, mark, reading)
        if problem:
            yield Abstention("quotation_marks", mark, problem)
            continue
        plain = _plain_phrases(words, reading)
        alike = sorted(plain, key=lambda other: abs(len(other) - len(phrase)))[: MOST_DISTRACTORS * 2]
        wrong = _apart(rng.sample(alike, len(alike)), phrase)
        if len(wrong) < FEWEST_DISTRACTORS:
            yield Abstention("quotation_marks", mark, "too few plain phrases of the same form")
            continue
        yield _question(phrase, mark, wrong, reading, rng)


def _apart(phrases: list[str], key: str) -> list[str]:
    """Return phrases that share no word with the key nor with each other: a pair would point to the rest."""
    chosen: list[str] = []
    used = set(key.split())
    for phrase in phrases:
        if not used & set(phrase.split()) and len(chosen) < MOST_DISTRACTORS:
            chosen.append(phrase)
            used |= set(phrase.split())
    return chosen


def _bare(text: str) -> str:
    """Return what stands between marks without them, without stops, and without “a more” in front."""
    words = re.sub(r"^\W+|\W+$", "", text).split()
    while len(words) > 1 and words[0] in _BEFORE_A_NOUN:
        words.pop(0)
    return " ".join(words)


def _problem(phrase: str, mark: Span, reading: Reading) -> str | None:
    """Why the phrase does not stand out by its marks alone, if so."""
    words = phrase.split()
    sentence = reading.sentence_at(mark.start)
    calls = sentence and _CALLS.search(reading.text(Span(sentence.start, mark.start)))
    if sentence is None or (calls and not _NOUN_ENDING.fullmatch(words[-1] if words else "")):
        return "it is somebody's name for another, and stands out among plain words"
    if "((" in sentence.text:
        return "a translator's marks stand in the sentence"
    if not all(_WORD.fullmatch(word) for word in words) or _is_function(words[0]) or _is_function(words[-1]):
        return "it is a name, a title, a number or a piece of a sentence"
    before, after = reading.article.raw[max(0, mark.start - 20) : mark.start], _rest(mark, reading)
    stopped = reading.words(mark).rstrip("\"”'’»")[-1:] in {".", ","}
    noun = bool(_BEFORE.search(before)) and (stopped or re.match(_AFTER, after) is not None)
    if words[0].endswith("ly") or not (noun or len(words) > 1):
        return "it is not used as a noun phrase"
    if _barred(phrase):
        return "it judges as well as names"
    outside = [span for span in _places(phrase, reading) if not mark.covers(span)]
    return "it stands without marks as well" if outside else None


def _rest(mark: Span, reading: Reading) -> str:
    block = reading.article.block_at(mark.start)
    return reading.text(Span(mark.end, block.end)) if block else ""


def _plain_phrases(like: list[str], reading: Reading) -> list[str]:
    """Noun phrases of as many words that never stand inside quotation marks, in the order of the text.

    One word by itself is taken in the same number, a plural beside a plural.
    """
    phrase_of = rf"{_WORD.pattern}(?:\s+{_WORD.pattern}){{{len(like) - 1}}}"
    pattern = re.compile(rf"\b{_DETERMINER}\s+(?=(?P<phrase>{phrase_of})(?={_AFTER}))")
    found: dict[str, None] = {}
    for block in reading.article.blocks:
        if block.kind != "paragraph" or _SINGLE_MARK.search(block.text):
            continue
        for match in pattern.finditer(block.text):
            phrase = " ".join(match["phrase"].split())
            parts = phrase.split()
            if any(_is_function(part) or len(part) < 3 for part in parts):
                continue
            if _NO_NOUN_PHRASE.fullmatch(phrase) or find_cues(phrase):
                continue
            if not ((len(parts) == 2 and _ADJECTIVE.fullmatch(parts[0])) or _is_noun(parts[-1], reading)):
                continue
            if len(like) == 1 and parts[-1].endswith("s") != like[-1].endswith("s"):
                continue
            spans = _places(phrase, reading)
            if _barred(phrase) or any(mark.overlaps(span) for mark in reading.quotations for span in spans):
                continue
            found[phrase] = None
    return list(found)


def _is_noun(word: str, reading: Reading) -> bool:
    """Whether a word ends like a noun, or follows an article or the like somewhere in the text."""
    if _NOUN_ENDING.fullmatch(word):
        return True
    used = rf"\b(?:{_DETERMINER}|these|those|no|one|two|three|of)\s+{re.escape(word)}(?![\w-])"
    return re.search(used, reading.article.raw, re.IGNORECASE) is not None


def _places(phrase: str, reading: Reading) -> list[Span]:
    spelled = r"\s+".join(map(re.escape, phrase.split()))
    matches = re.finditer(rf"(?<![\w-]){spelled}(?![\w-])", reading.article.raw, re.IGNORECASE)
    return [Span(match.start(), match.end()) for match in matches]


def _is_function(word: str) -> bool:
    return word.lower() in lexicon("passing_on")["function_words"]


def _barred(phrase: str) -> bool:
    judging = {word.casefold() for word in lexicon("own_voice")["judges"]["words"]}
    return bool(slanting().search(phrase)) or any(word in judging for word in phrase.split())


def _question(phrase: str, mark: Span, wrong: list[str], reading: Reading, rng: random.Random) -> Candidate:
    place = reading.place(mark.start)
    return Candidate(
        kind="quotation_marks",
        prompt=rng.choice(STEMS),
        offers=(
            Offer(phrase, correct=True),
            *(
                Offer(other, why=f"It stands in {reading.places(places[:1])}, never between marks.")
                for other, places in ((other, _places(other, reading)) for other in wrong)
            ),
        ),
        explanation=f"In {place} the article writes {reading.words(mark)}. {NO_SIDE}",
        evidence=(mark,),
        asks_about=mark,
        rule="marks.phrase",
        witnesses=("rules", "document"),
    )


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every phrase on offer that stands between marks of any form, anywhere in the article."""
    raw = reading.article.raw
    return frozenset(
        text
        for text in candidate.texts
        for place in find(text, reading)
        if any(mark.overlaps(place) for mark in reading.quotations)
        or raw[place.start - 1 : place.start] in set("'‘\"“”")
        or raw[place.end : place.end + 1] in set('’"“”')
    )
