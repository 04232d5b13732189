"""The witness of the whole text: quotations that no clause hands over, read from what stands around them.

What it finds is reported and keeps questions from being asked; it never owns a key.
"""

import re
from collections.abc import Sequence

from quiz.article import Article, Block
from quiz.article.quotations import Quotation, quotations_of
from quiz.generate.facts import Observation, Source, Span, Speech
from quiz.generate.witnesses.block_text import BlockText
from quiz.generate.witnesses.names import find_titled_names, is_title_case

FEWEST_WORDS = 4
"""A shorter stretch between marks may be a term or a title and needs nobody who says it."""


NO_SPEAKERS = frozenset({"credit", "parser.nested", "reference"})
"""Rules whose sources do not go on speaking outside what they are named for."""

_TITLING = re.compile(r"\b(?:titled|entitled|called|named|headlined|dubbed|nicknamed|captioned)[\s,:]+$")


def observe(article: Article, observations: Sequence[Observation]) -> list[Observation]:
    """Give quotations without a source to whoever speaks around them, if that is one source only."""
    speeches = [
        item.seen for item in observations if isinstance(item.seen, Speech) and item.rule not in NO_SPEAKERS
    ]
    paragraphs = [
        (block, marks.likely)
        for block, marks in zip(article.blocks, quotations_of(article.blocks), strict=True)
        if block.kind == "paragraph"
    ]
    found: list[Observation] = []
    for index, (block, quotations) in enumerate(paragraphs):
        before = paragraphs[index - 1] if index else None
        for quotation in quotations:
            inner = Span(quotation.inner_start, quotation.inner_end)
            said = article.raw[inner.start : inner.end]
            before_it = article.raw[block.start : quotation.start]
            if len(said.split()) < FEWEST_WORDS or is_title_case(said) or _TITLING.search(before_it):
                continue
            if any(speech.content.overlaps(inner) for speech in speeches):
                continue
            handed = _handed_over(block, quotations, quotation, before, speeches)
            if handed is not None:
                source, cue = handed
                statement = Span(min(inner.start, source.span.start), max(inner.end, source.span.end))
                speech = Speech(inner, (inner,), "direct", source, cue, statement)
                speeches.append(speech)
                found.append(Observation("document", "document.carried", speech))
    return found


def _handed_over(
    block: Block,
    quotations: tuple[Quotation, ...],
    quotation: Quotation,
    before: tuple[Block, tuple[Quotation, ...]] | None,
    speeches: Sequence[Speech],
) -> tuple[Source, Span] | None:
    """The source around a quotation and its verb: in the paragraph first, then in the one before."""
    here = BlockText.of(block, quotations)
    start = quotation.start - block.start
    opening = _last_subject(here, start)
    if opening is not None:
        return opening
    marked = Span(quotation.start, quotation.end)
    own = [
        speech
        for speech in speeches
        if block.start <= speech.statement.start < block.end and not marked.covers(speech.source.span)
    ]
    if own:
        names = {speech.source.name for speech in own}
        return (own[-1].source, own[-1].cue) if len(names) == 1 else None
    if (named := _one_name(here, start)) is not None:
        return named
    if before is None or here.masked.strip("\x00 \n\t.,"):
        return None
    earlier = BlockText.of(*before)
    last = [s for s in speeches if before[0].start <= s.statement.start < before[0].end]
    if last:
        final = max(last, key=lambda speech: speech.statement.end)
        return final.source, final.cue
    return _last_subject(earlier, len(earlier.masked)) or _one_name(earlier, len(earlier.masked))


def _last_subject(text: BlockText, end: int) -> tuple[Source, Span] | None:
    """The subject of the last verb of saying that stands before ``end`` and has nothing else to hand over."""
    for cue in reversed(text.cues):
        if cue.end <= end and cue.quote and not cue.denied:
            subject = text.subject(cue, 0)
            if subject is not None and not text.masked[cue.end : end].strip(" .:,\n\x00"):
                return subject[0], text.raw_span(cue.start, cue.end)
    return None


def _one_name(text: BlockText, end: int) -> tuple[Source, Span] | None:
    """The one person with a title who is named before ``end``."""
    names = {text.masked[n.name_start : n.name_end]: n for n in find_titled_names(text.masked[:end])}
    if len(names) != 1:
        return None
    ((name, titled),) = names.items()
    span = text.raw_span(titled.name_start, titled.name_end)
    return Source(span, " ".join(name.split()), "named"), span
