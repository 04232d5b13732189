"""Passages that can be quoted whole with one word or figure left out, and how the gap is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quiz.article import Block
from quiz.generate.candidates import count_words
from quiz.generate.facts import Abstention, Reading, Span
from quiz.generate.gates import slanting
from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.openings import MAY_BE_DATELINE, after_dateline
from quiz.generate.quotes import quoted_sentences
from quiz.generate.sentences import Sentence
from quiz.generate.voice import reports_a_case
from quiz.generate.witnesses.names import has_full_name, not_names

GAP = "___"
FEWEST_WORDS = 7
MOST_WORDS, MOST_WORDS_OF_TWO = 45, 55
LONG = 28
"""Words from which on a passage makes a question harder."""

FEWEST_BESIDE, FEWEST_OF_CLAUSE = 2, 7
"""Words of a clause before what is asked for, and in all, with which it can be understood."""

FEWEST_FOR_PRONOUN = 14
"""Words that a passage needs to be clear in spite of a pronoun: shorter ones seldom say whom it means."""

_LEANS = re.compile(
    r"(?:[“\"‘'(\[]|\w+:|(?:he|she|it|they|his|her|its|their|such|both|but|and|so|yet|also|however|instead"
    r"|meanwhile|still|then|there|another|others?|the (?:same|other|former|latter)|for (?:example|instance)"
    r"|in addition|(?:\w+\s+){1,3}of them|if not|(?:\w+\s+){0,3}(?:this|these|those)"
    r"|(?:(?:\w+\s+){0,2}(?:of|in|at|on|for|by|with|from|to|after|before|and|during|since|until)\s+)?that"
    r"|(?:[A-Z]\w*\s[^,]{1,40},\s+)+(?:he|she|it|they|his|her|its|their))\b)",
    re.IGNORECASE,
)
_SUCH = re.compile(r"\bsuch\s+(?!as\b)", re.IGNORECASE)
"""“Such policies” are those of the sentence before."""

_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]urs?|[Yy]ou|[Yy]our)\b")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|it|them|they)\b")
_NAME = re.compile(r"(?<![\w’'-])[A-Z]\w+")
_CAPTION = re.compile(
    r"\b(?:image|photo|photograph|picture|video|illustration|credit|courtesy|file)s?\s*:", re.IGNORECASE
)
_OPENERS = r"(?:After|Before|When|While|But|It|He|She|They|This|The)"
_RUN_TOGETHER = re.compile(
    rf" (?:(?<=\w )(?:In|On|At) (?:the|a) (?=\w)|(?<=[a-z] ){_OPENERS} (?=[a-z]))"  # spaces are folded
)
_STRAY_MARK = re.compile(r"[“”\"«»„]|''")
_MARKS = re.compile(r"[\[\]|]|\(\(")
_DOUBLE_MARK = re.compile(r"[“”\"]|''")
_CLOSING = re.compile(r"\S(?:[”\"]|'')(?=[\s.,;:)]|$)")
_OPENING = re.compile(r"(?:^|(?<=\s)|\s)(?:[“\"]|'')\w")
_SENTENCE_BETWEEN = re.compile(r"[.!?]\s+[A-Z]")
"""A mark that plainly closes and one that plainly opens; the first begins with the character before it."""
_PAUSE = re.compile(r"[,;:](?:[”\"’)]*)\s+|(?<!\d)\s[-–—]\s|[.?!](?:[”\"’)]*)\s+(?=[A-Z])")
"""Where a clause may end; not within “4,000” or “6:30”."""
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "’"})
_ENDING = re.compile(r"[.!][”\"’')]*$")

_SETTLED = re.compile(r"\bnot only\b|\bso (?:that )?[\w’]+ could\b")
"""Words of denial and of what is possible in phrases that deny and leave open nothing."""

_LEANING = "it leans on what stands before it"
_SHORT = f"it has fewer than {FEWEST_WORDS} words"
_CURED_BY_LEAD = frozenset({_LEANING, _SHORT})
_STRANDED = re.compile(r"[^A-Z]")
"""A second sentence that does not begin as one was cut in the wrong place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article, or one of a quotation without its marks.

    ``refusal`` says why it cannot be put before a reader by itself, if it cannot. ``led_in`` is how many
    characters of it are the sentence before, quoted to tell whom or what this one speaks of.
    """

    span: Span
    text: str
    quoted: bool
    refusal: str | None
    led_in: int = 0

    @property
    def asked(self) -> Span:
        """The stretch out of which something may be left out."""
        return Span(self.span.start + self.led_in, self.span.end)

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
    found = []
    for sentence in reading.sentences:
        if sentence.block.kind == "paragraph":
            behind = after_dateline(sentence.text) if sentence.opens_block else 0
            span = Span(sentence.start + behind, sentence.end)
            refusal = _unquotable(span, sentence, reading)
            found.append(Passage(span, sentence.text[behind:], False, refusal))
    for fact in reading.attributions:
        if fact.speech.form != "direct" or fact.speech.denied:
            continue
        for piece in quoted_sentences(fact, reading):
            text = reading.text(piece.span)
            found.append(
                Passage(piece.span, text, True, _unfit(text, reading) or _in_a_case(piece.span, reading))
            )
    return found


@lru_cache(maxsize=2)
def led_in_passages(reading: Reading) -> list[Passage]:
    """Return the passages; one that leans on the sentence before comes with it where that stands alone."""
    found: list[Passage] = []
    for passage in passages(reading):
        before = found[-1] if found else None
        if passage.refusal in _CURED_BY_LEAD and before is not None:
            found.append(_led_in(before, passage, reading) or passage)
        else:
            found.append(passage)
    return found


def _led_in(before: Passage, passage: Passage, reading: Reading) -> Passage | None:
    """Put the sentence before in front of one that leans on it; None if the two cannot be quoted together."""
    between = reading.article.raw[before.span.end : passage.span.start]
    if before.refusal or before.quoted != passage.quoted or between.strip() or "\n\n" in between:
        return None
    span = Span(before.span.start, passage.span.end)
    text = reading.text(span)
    if _unfit(text, reading, MOST_WORDS_OF_TWO) or _in_a_case(span, reading) or _STRANDED.match(passage.text):
        return None
    return Passage(span, text, passage.quoted, None, passage.span.start - before.span.start)


def passage_at(span: Span, within: Sequence[Passage]) -> Passage | None:
    """Return the narrowest passage out of which a stretch of the article may be left out."""
    holding = [
        passage
        for passage in within
        if passage.span.start + passage.led_in <= span.start and span.end <= passage.span.end
    ]
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


def clause(passage: Passage, span: Span) -> str:
    """Return the part of the passage, from comma to comma, that shows what is said of a word or figure.

    Marks of quotation in it are single ones, as it will stand between double ones.
    """
    text, start, end = passage.text, span.start - passage.span.start, span.end - passage.span.start
    lefts = [0, *(stop.end() for stop in _PAUSE.finditer(text, 0, start))]
    rights = [*(stop.start() for stop in _PAUSE.finditer(text, end)), len(text)]
    left = next((at for at in reversed(lefts) if count_words(text[at:start]) >= FEWEST_BESIDE), 0)
    right = next((at for at in rights if count_words(text[left:at]) >= FEWEST_OF_CLAUSE), len(text))
    inner = re.sub(r"[“\"](?=\w)", "‘", text[left:right]).translate(_SINGLE)
    return " ".join(inner.split()).rstrip(".,;:")


def _unquotable(span: Span, sentence: Sentence, reading: Reading) -> str | None:
    """Why a sentence of the article, without its dateline, cannot be quoted by itself."""
    text = reading.words(span)
    if not _ENDING.search(text):
        return "it is a fragment, or has quotation marks in it"
    if (":" in sentence.block.text and _CAPTION.search(sentence.block.text)) or _RUN_TOGETHER.search(text):
        return "it is a caption, or two sentences run together"
    if sentence.opens_block and MAY_BE_DATELINE.match(text):
        return "it begins with a dateline"
    if any(_may_be_quoted(item, span, sentence.block) for item in reading.abstentions):
        return "a quotation mark of its paragraph has no partner"
    inside = [quotation for quotation in reading.quotations if quotation.overlaps(span)]
    if not all(span.covers(quotation) for quotation in inside):
        return "it is part of a quotation"
    own = list(reading.text(span))
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
    return _unfit(reading.text(span), reading) or _in_a_case(span, reading)


def _unfit(raw: str, reading: Reading, most: int = MOST_WORDS) -> str | None:
    """Why a passage of at most so many words, the article's or a speaker's, cannot stand before a reader."""
    text = " ".join(raw.split())
    if count_words(text) < FEWEST_WORDS:
        return _SHORT
    if count_words(text) > most:
        return f"it has more than {most} words"
    if not text[0].isupper() or "?" in text or _MARKS.search(text) or GAP in text:
        return "it is a fragment or a question, or has marks in it"
    if _LEANS.match(text) or _pronoun_hangs(text) or _such_hangs(text):
        return _LEANING
    if reading.article.raw.count(raw) > 1:
        return "it stands in the article twice"
    if _slants(text) or _loaded().search(text):
        return "it has a word in it that one side would call loaded"
    if _unsettled().search(_SETTLED.sub("", text)):
        return "it denies something, sets a condition or leaves something open"
    if _accuses().search(text):
        return "it tells of a charge or a crime"
    return None


def _may_be_quoted(item: Abstention, span: Span, block: Block) -> bool:
    """Whether a mark without a partner may put a stretch of a block into a quotation.

    It does not where the nearest mark before the stretch plainly closes, or there is none, and the nearest
    one after it plainly opens, or there is none: two marks would have to be missing. Nor does a closing mark
    reach back over a whole sentence of the article to one before it.
    """
    if item.rule != "quotation.marks" or not block.start <= item.span.start < block.end:
        return False
    start, end = span.start - block.start, span.end - block.start
    marks = [mark.start() for mark in _DOUBLE_MARK.finditer(block.text)] or [item.span.start - block.start]
    before = max((mark for mark in marks if mark < start), default=None)
    after = min((mark for mark in marks if mark >= start), default=None)
    closed = before is None or _CLOSING.match(block.text, before - 1)
    opens = after is None or (after >= end and _OPENING.match(block.text, max(0, after - 1)))
    far = before is None and after is not None and _SENTENCE_BETWEEN.search(block.text, end, after)
    return not (closed and (opens or far))


def _pronoun_hangs(text: str) -> bool:
    """Whether a pronoun may mean somebody or something that the passage does not name before it."""
    pronoun = _PRONOUN.search(text)
    if pronoun is None:
        return False
    if pronoun.group() not in ("he", "she", "him", "her", "his", "hers"):
        return count_words(text) < FEWEST_FOR_PRONOUN
    return all(name in not_names() for name in _NAME.findall(text[: pronoun.start()]))


def _such_hangs(text: str) -> bool:
    """Whether “such” points to something that no sentence of the passage before it can have named."""
    such = _SUCH.search(text)
    return such is not None and _SENTENCE_BETWEEN.search(text, 0, such.start()) is None


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
    return re.compile(rf"\b(?:{any_of(lexicon('gaps')['verbs'])}|[a-z]{{2,}}ed|[a-z]{{3,}}s)\b")


def _slants(text: str) -> bool:
    """Whether a word of a passage slants, verbs aside with which the article hands words to a source."""
    reporting = {form for entry in lexicon("reporting_verbs").values() for form in entry["forms"]}
    return any(hit.group().lower() not in reporting for hit in slanting().finditer(text))


@cache
def _loaded() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('gaps')['loaded'])}", re.IGNORECASE)


@cache
def _unsettled() -> re.Pattern[str]:
    words = [*lexicon("gaps")["unsettled"], *lexicon("hedges")["strict"]]
    # Within a sentence “May” is the month.
    return re.compile(rf"\b(?!(?<=[\w,]\s)May\b)(?i:{any_of(words)})\b|(?i:n[’']t)\b")


@cache
def _accuses() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('own_voice')['accuses']['stems'])}", re.IGNORECASE)
