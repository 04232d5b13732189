"""Sentences out of quotations: pieces that can be asked about on their own."""

import re
from dataclasses import dataclass

from quiz.generate.alone import is_fragment, says_little
from quiz.generate.candidates import FEWEST_QUOTED_WORDS, count_words
from quiz.generate.facts import Attribution, Reading, Span
from quiz.generate.remembered import by_reading
from quiz.generate.sentences import split_plain

MOST_WORDS = 40
"""Longer than the 60 words a quotation may have would fit, but a prompt must be read at one glance."""


_PASSES_ON = re.compile(
    r"\baccording to\b|\b(?:is|was|are|were|been)\s+(?:alleged|asserted|claimed|reported|rumou?red|said"
    r"|told)\b"
    r"|\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-ZÀ-Þ][\w’'-]+)\s+(?:(?:also|once|then|only|had|has|have)\s+)*"
    r"(?:said|says|say|told|tells|wrote|writes|claims|claimed)\b"
    r"|[‘'“\"][^‘’'“”\"]*[,.?!][’'”\"]"
)
"""What somebody else said, inside what is said: “He said that …”, “they told me, ‘You may go.’”."""


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """One sentence between quotation marks; ``text`` has its spaces folded and no end stop or comma."""

    span: Span
    text: str
    words: int


@by_reading
def quoted_sentences(fact: Attribution, reading: Reading) -> list[QuotedSentence]:
    """Return the sentences of a direct quotation that can be asked about: neither too short nor too long.

    A sentence that the writer shortened with “[…]” is not quite what was said, and one that stands a
    second time in the article identifies nobody: both are left out.
    """
    sentences = []
    for part in fact.speech.quoted:
        inner = reading.text(part)
        for start, end in split_plain(inner):
            raw = re.sub(r",(?=[’'”\"]*$)", "", inner[start:end].rstrip(" ,;:—–-"))
            text = " ".join(raw.rstrip(".").split())
            words = count_words(text)
            if re.search(r"\[\s*(?:\.\.\.|…)\s*\]", raw):
                continue
            if not FEWEST_QUOTED_WORDS <= words <= MOST_WORDS or reading.article.raw.count(raw) > 1:
                continue
            begin = part.start + start
            sentences.append(QuotedSentence(Span(begin, begin + len(raw)), text, words))
    return sentences


@by_reading
def telling_sentences(fact: Attribution, reading: Reading) -> list[QuotedSentence]:
    """Return those of them that say something by themselves.

    Left out are a piece of a sentence, one that hands words on to somebody else, one with a translator's or
    editor's marks, and one that could have been said of anything.
    """
    return [
        sentence
        for sentence in quoted_sentences(fact, reading)
        if not (re.search(r"\[|\(\(", sentence.text) or _PASSES_ON.search(sentence.text))
        and not (is_fragment(sentence.text) or says_little(sentence.text))
        and not any(
            part.start == sentence.span.start and _leads_on(part, fact, reading)
            for part in fact.speech.quoted
        )
    ]


def _leads_on(part: Span, fact: Attribution, reading: Reading) -> bool:
    """Whether a quotation begins inside a sentence of the article, so that words before it may govern it.

    “…,” he said, “and …”; If it rains, she said, “there is …”. Where the source opens the sentence, or “that”
    stands before the marks, a whole clause may follow.
    """
    if not reading.article.raw[part.start].islower():
        return False
    before = reading.article.raw[max(0, part.start - 12) : part.start].rstrip("“\"‘'«» \n")
    sentence, source = reading.sentence_at(part.start), fact.speech.source.span
    opens = sentence is not None and not re.search(
        r"\w", reading.text(Span(sentence.start, min(source.start, fact.speech.cue.start)))
    )
    first = part == fact.speech.quoted[0] and source.start < part.start
    return not (re.search(r"\bthat$", before) or (opens and first))
