"""How hard a question is, from 1 to 5, by what can be seen in it and in the article."""

from quiz.generate.candidates import Candidate
from quiz.generate.facts import Reading, Span
from quiz.generate.gaps import GAP
from quiz.generate.solve.found import content_of, find, has_words, shown

QUOTED = 0.5
"""A prompt with this share of the evidence's content words, or quoting it, leads to the place."""

CROWDED = 2
"""Wrong options that stand in the paragraphs of the evidence and have to be told apart there."""


def difficulty(candidate: Candidate, reading: Reading) -> int:
    """Return 1 for a question whose answer can be pointed at, and one more for each of these, up to 5.

    * The evidence is more than one sentence: it has to be put together.
    * Two or more wrong options stand in the same paragraph as the evidence, so that finding the place is
      not enough.
    * The key's own words do not stand in the evidence: a surname, an office or a pronoun leads to it, or
      what the article does there has to be named.
    * The prompt neither quotes the evidence nor shares half of its words: the place has to be found.

    The more steps lie between a question and its answer, the harder it is; no player's answers went into it.
    """
    steps = (
        _sentences(candidate, reading) > 1,
        _competitors(candidate, reading) >= CROWDED,
        not any(has_words(candidate.key, reading.text(span)) for span in candidate.evidence),
        not _leads_there(candidate, reading),
    )
    return 1 + sum(steps)


def _sentences(candidate: Candidate, reading: Reading) -> int:
    return sum(
        any(span.overlaps(Span(sentence.start, sentence.end)) for span in candidate.evidence)
        for sentence in reading.sentences
    )


def _competitors(candidate: Candidate, reading: Reading) -> int:
    """How many wrong options stand in a paragraph of the evidence."""
    blocks = [reading.article.block_at(span.start) for span in candidate.evidence]
    texts = {block.text for block in blocks if block is not None}
    wrong = [offer.text for offer in candidate.offers if not offer.correct]
    return sum(any(has_words(option, text) for text in texts) for option in wrong)


def _leads_there(candidate: Candidate, reading: Reading) -> bool:
    if any(place.overlaps(span) for place in _quoted(candidate, reading) for span in candidate.evidence):
        return True
    evidence = content_of(" ".join(reading.text(span) for span in candidate.evidence))
    return len(evidence & content_of(candidate.prompt)) >= QUOTED * len(evidence)


def _quoted(candidate: Candidate, reading: Reading) -> list[Span]:
    """Where the words that the prompt quotes stand, those before a gap and those behind it."""
    return [place for part in shown(candidate.prompt).split(GAP) for place in find(part, reading)]
