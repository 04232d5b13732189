"""Which word shows that the article leaves something unsettled? The sentence has just one such word."""

import random
import re
from collections.abc import Iterator

from quiz.generate.candidates import NO_VERDICT, Candidate, Offer, Proposal
from quiz.generate.facts import Abstention, HedgeWord, Reading, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.sentences import Sentence
from quiz.generate.solve.found import has_words, shown
from quiz.generate.witnesses.cues import find_cues

DISTRACTORS = 3
STEM = "Which word shows that the article leaves something in this sentence unsettled?"
MOST_SENTENCE_WORDS = 45
_WORD = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")


def propose(reading: Reading, rng: random.Random) -> Iterator[Proposal]:
    """One question for every sentence of the body with a single strict hedge outside quotation marks."""
    for hedge in reading.hedges:
        if not hedge.strict:
            continue
        sentence = reading.sentence_at(hedge.span.start)
        if sentence is None or sentence.block.kind != "paragraph":
            continue
        inside = [h for h in reading.hedges if sentence.start <= h.span.start < sentence.end]
        if hedge.quoted:
            yield Abstention("hedge", hedge.span, "the word stands inside a quotation: it is the speaker's")
        elif any(other.strict for other in inside if other != hedge):
            yield Abstention("hedge", hedge.span, "the sentence has a second word of this kind")
        elif any(span.start < sentence.end and sentence.start < span.end for span in reading.quotations):
            yield Abstention("hedge", hedge.span, "the sentence holds a quotation")
        elif _may_be_the_source_s(hedge, sentence, reading):
            yield Abstention("hedge", hedge.span, "the word may be the source's and not the writer's")
        elif len(sentence.text.split()) > MOST_SENTENCE_WORDS:
            yield Abstention("hedge", hedge.span, "the sentence is too long to be asked about")
        else:
            yield _question(hedge, sentence, inside, reading, rng)


def _may_be_the_source_s(hedge: HedgeWord, sentence: Sentence, reading: Reading) -> bool:
    """Whether the word stands in what somebody says, or behind a verb of saying.

    After “accused them of” it is the writer's own all the same: an accusation is no statement.
    """
    before = reading.text(Span(sentence.start, hedge.span.start))
    return any(not cue.phrase for cue in find_cues(before)) or any(
        fact.rule != "phrase" and fact.speech.content.overlaps(hedge.span)
        for fact in reading.every_attribution
    )


def _question(
    hedge: HedgeWord, sentence: Sentence, inside: list[HedgeWord], reading: Reading, rng: random.Random
) -> Proposal:
    word = reading.text(hedge.span).lower()
    others = _plain_words(sentence, inside)
    if len(others) < DISTRACTORS:
        return Abstention("hedge", hedge.span, "too few other words to choose from")
    picked = sorted(rng.sample(others, DISTRACTORS), key=sentence.text.index)
    meaning = lexicon("hedges")["strict"][word]
    place = reading.place(sentence.start)
    return Candidate(
        kind="hedge",
        prompt=f"{STEM} {_as_quoted(sentence)}",
        offers=(
            Offer(word, correct=True),
            *(
                Offer(other, why=f"“{other}” is part of what is stated; it does not say how sure that is.")
                for other in picked
            ),
        ),
        explanation=f"In {place}, “{word}” tells you that {meaning}. {NO_VERDICT}",
        evidence=(Span(sentence.start, sentence.end),),
        asks_about=hedge.span,
        rule="hedge.strict",
        witnesses=("rules",),
        key_in_prompt=True,
    )


def _plain_words(sentence: Sentence, inside: list[HedgeWord]) -> list[str]:
    """Content words that stand once and that no reader could take for a mark of doubt.

    Words of attribution are left out as well: “accused” also tells that something is not settled.
    """
    barred = {hedge.span.start - sentence.start for hedge in inside}
    for cue in find_cues(sentence.text):
        barred |= {cue.start, cue.verb_start}
    words = []
    for match in _WORD.finditer(sentence.text):
        word = match.group()
        doubtful = any(word.startswith(stem) for stem in lexicon("own_voice")["carries_source"]["stems"])
        modal = word in lexicon("own_voice")["commits"]["words"] or word in lexicon("hedges")["broad"]
        judging = word in lexicon("own_voice")["judges"]["words"]
        if (
            match.start() in barred
            or doubtful
            or modal
            or judging
            or word in lexicon("hedges")["never_offered"]
            or word.endswith("ly")
        ):
            continue
        words.append(word)
    return [word for word in dict.fromkeys(words) if len(re.findall(rf"\b{word}\b", sentence.text)) == 1]


def _as_quoted(sentence: Sentence) -> str:
    return f"“{' '.join(sentence.text.split())}”"


def answers(candidate: Candidate, reading: Reading) -> frozenset[str]:
    """Every word on offer that the lexicons know to leave something open, or to hand it to a source."""
    own_voice, hedges = lexicon("own_voice"), lexicon("hedges")
    doubtful = {*hedges["strict"], *hedges["broad"], *own_voice["commits"]["words"]}
    return frozenset(
        text
        for text in candidate.texts
        if has_words(text, shown(candidate.prompt))
        and (text in doubtful or any(text.startswith(stem) for stem in own_voice["carries_source"]["stems"]))
    )
