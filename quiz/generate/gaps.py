"""Passages that can be quoted whole with one word or figure left out, and how the gap is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quiz.article import Block
from quiz.generate.candidates import count_words
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gates import slanting
from quiz.generate.lexicons import lexicon
from quiz.generate.quotes import quoted_sentences
from quiz.generate.sentences import Sentence
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.names import has_full_name, not_names

GAP = "___"
FEWEST_WORDS = 8
MOST_WORDS = 45
LONG = 28
"""Words from which on a passage makes a question harder."""

FEWEST_FOR_PRONOUN = 14
"""Words that a passage needs to be clear in spite of a pronoun: shorter ones seldom say whom it means."""

_LEANS = re.compile(
    r"(?:[“\"‘'(\[]|\w+:|(?:he|she|it|they|his|her|its|their|such|both|but|and|so|yet|also|however|instead"
    r"|meanwhile|still|then|there|another|others?|the (?:same|other|former|latter)|for (?:example|instance)"
    r"|in addition|one of them|if not|(?:\w+\s+){0,3}(?:this|that|these|those)"
    r"|(?:[A-Z]\w+\s[^,]{1,40},\s+)+(?:he|she|it|they|his|her|its|their))\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?|[Yy]ou|[Yy]our)\b")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|it|them|they)\b")
_NAME = re.compile(r"(?<![\w’'-])[A-Z]\w+")
_CAPTION = re.compile(
    r"\b(?:image|photo|photograph|picture|video|illustration|credit|courtesy|file)s?\s*:", re.IGNORECASE
)
_OPENERS = r"(?:(?:In|On|At) (?:the|a)|After|Before|When|While|But|It|He|She|They|This|The)"
_RUN_TOGETHER = re.compile(rf"\b[\w’]+[a-z]\s+{_OPENERS}\s(?=[a-z])")
_DATELINE = re.compile(r"[A-Z][\w.,’'()/ ]{1,60}?\s*(?:--|[—–]|\s-)\s")
_STRAY_MARK = re.compile(r"[“”\"«»„]|''")
_MARKS = re.compile(r"[\[\]|]|\(\(")
_ENDING = re.compile(r"[.!][”\"’')]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article, or one of a quotation without its marks.

    ``refusal`` says why it cannot be put before a reader by itself, if it cannot.
    """

    span: Span
    text: str
    quoted: bool
    refusal: str | None

    @property
    def long(self) -> bool:
        """Whether it takes some reading."""
        return count_words(self.text) > LONG

    def before(self, span: Span) -> str:
        """Return what stands in the passage before a stretch of the article."""
        return self.text[: span.start - self.span.start]

    def after(self, span: Span) -> str:
        """Return what stands in the passage after a stretch of the article."""
        return self.text[span.end - self.span.start :]


@lru_cache(maxsize=2)
def passages(reading: Reading) -> list[Passage]:
    """Return every sentence of the paragraphs, and every sentence that somebody is quoted with."""
    found = [
        Passage(Span(sentence.start, sentence.end), sentence.text, False, _unquotable(sentence, reading))
        for sentence in reading.sentences
        if sentence.block.kind == "paragraph"
    ]
    for fact in reading.attributions:
        if fact.speech.form != "direct" or fact.speech.denied:
            continue
        for piece in quoted_sentences(fact, reading):
            text = reading.text(piece.span)
            found.append(
                Passage(piece.span, text, True, _unfit(text, reading) or _in_a_case(piece.span, reading))
            )
    return found


def passage_at(span: Span, within: Sequence[Passage]) -> Passage | None:
    """Return the narrowest passage that holds a stretch of the article."""
    holding = [passage for passage in within if passage.span.covers(span)]
    return min(holding, key=lambda passage: passage.span.end - passage.span.start, default=None)


def with_gap(passage: Passage, span: Span) -> str:
    """Return the passage between quotation marks, its spaces folded, a gap in the place of a stretch."""
    folded = " ".join(f"{passage.before(span)}{GAP}{passage.after(span)}".split())
    return f"“{folded}”"


def giveaway(passage: Passage, span: Span) -> str:
    """Return the key with the words right beside it: whoever reads these in another prompt has the answer."""
    key = passage.text[span.start - passage.span.start : span.end - passage.span.start]
    after = passage.after(span)
    glued = re.match(r"\S*", after)
    words = [*passage.before(span).split()[-2:], key + (glued.group() if glued else "")]
    if not (glued and glued.group()):
        words += after.split()[:1]
    return re.sub(r"[.,;:]+$", "", " ".join(words))


def _unquotable(sentence: Sentence, reading: Reading) -> str | None:
    """Why a sentence of the article cannot be quoted by itself."""
    text = " ".join(sentence.text.split())
    span = Span(sentence.start, sentence.end)
    if not _ENDING.search(text):
        return "it is a fragment, or has quotation marks in it"
    if _CAPTION.search(sentence.block.text) or _RUN_TOGETHER.search(text):
        return "it is a caption, or two sentences run together"
    if sentence.opens_block and _DATELINE.match(text):
        return "it begins with a dateline"
    if any(_may_be_quoted(item, span, sentence.block, reading) for item in reading.abstentions):
        return "a quotation mark of its paragraph has no partner"
    inside = [quotation for quotation in reading.quotations if quotation.overlaps(span)]
    if not all(span.covers(quotation) for quotation in inside):
        return "it is part of a quotation"
    own = list(sentence.text)
    for quotation in inside:
        own[quotation.start - span.start : quotation.end - span.start] = " " * (
            quotation.end - quotation.start
        )
    outside = "".join(own)
    if _FIRST_PERSON.search(outside):
        return "it is in somebody's own voice"
    if not _verb().search(outside):
        return "it is no whole sentence"
    if _STRAY_MARK.search(outside):
        return "it has marks in it that are no quotation's"
    return _unfit(sentence.text, reading) or _in_a_case(span, reading)


def _unfit(raw: str, reading: Reading) -> str | None:
    """Why a passage, of the article or of a speaker, cannot stand alone before a reader."""
    text = " ".join(raw.split())
    if not FEWEST_WORDS <= count_words(text) <= MOST_WORDS:
        return f"it has fewer than {FEWEST_WORDS} words or more than {MOST_WORDS}"
    if not text[0].isupper() or "?" in text or _MARKS.search(text) or GAP in text:
        return "it is a fragment or a question, or has marks in it"
    if _LEANS.match(text) or _pronoun_hangs(text):
        return "it leans on what stands before it"
    if reading.article.raw.count(raw) > 1:
        return "it stands in the article twice"
    if slanting().search(text) or _loaded().search(text):
        return "it has a word in it that one side would call loaded"
    if _unsettled().search(text):
        return "it denies something, sets a condition or leaves something open"
    if _accuses().search(text):
        return "it tells of a charge or a crime"
    return None


def _may_be_quoted(item: Abstention, span: Span, block: Block, reading: Reading) -> bool:
    """Whether a mark without a partner may put a stretch of a block into a quotation."""
    if item.rule != "quotation.marks" or not block.start <= item.span.start < block.end:
        return False
    opens = re.match(r"[“\"‘']\w", reading.article.raw[item.span.start :])
    return not opens or item.span.start < span.end


def _pronoun_hangs(text: str) -> bool:
    """Whether a pronoun may mean somebody or something that the passage does not name before it."""
    pronoun = _PRONOUN.search(text)
    if pronoun is None:
        return False
    if pronoun.group() not in ("he", "she", "him", "her", "his", "hers"):
        return count_words(text) < FEWEST_FOR_PRONOUN
    return all(name in not_names() for name in _NAME.findall(text[: pronoun.start()]))


def _in_a_case(span: Span, reading: Reading) -> str | None:
    """Whether a passage names somebody in an article that opens with a charge, an arrest or a trial."""
    if not reports_a_case(reading):
        return None
    mentions: Iterator[Span] = (mention for person in reading.people for mention in person.mentions)
    if has_full_name(reading.text(span)) or any(mention.overlaps(span) for mention in mentions):
        return "it names somebody in an article about a charge or a crime"
    return None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('gaps')['verbs'])}|[a-z]{{2,}}ed|[a-z]{{3,}}s)\b")


@cache
def _loaded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon('gaps')['loaded']))})", re.IGNORECASE)


@cache
def _unsettled() -> re.Pattern[str]:
    words = [*lexicon("gaps")["unsettled"], *lexicon("hedges")["strict"]]
    # Within a sentence “May” is the month.
    return re.compile(rf"\b(?!(?<=[\w,]\s)May\b)(?i:{'|'.join(words)})\b|(?i:n[’']t)\b")


@cache
def _accuses() -> re.Pattern[str]:
    stems = "|".join(map(re.escape, lexicon("own_voice")["accuses"]["stems"]))
    return re.compile(rf"\b(?:{stems})\w*", re.IGNORECASE)
