"""From raw text to blocks, by layout alone: blank lines, bullets, line lengths, punctuation."""

import re
from collections import Counter
from collections.abc import Iterator

from quiz.article.model import Block, BlockKind

Span = tuple[int, int]

HARD_WRAP_COLUMNS = 110
"""Longer lines than this are whole paragraphs: text wrapped by hand or by mail stays below 100."""
LONGEST_HEADLINE_WORDS = 30
LONGEST_HEADING_WORDS = 14

_BULLET = re.compile(r"[ \t]*(?:[•‣◦▪●∙·*+-]|\d{1,2}[.)])[ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_MARKDOWN_TRAILER = re.compile(r"[ \t]+#+$")
_MARKDOWN_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_RULE_LINE = re.compile(r"[ \t]*(?:[-*_=~][ \t]*){3,}$")
_SENTENCE_END = re.compile(r"[.!…][\"”’'»)\]]*$|[?]['\"”’»)\]]+$")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_TURN = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,3}):\s+[A-Z“\"‘].*\?$")
"""A question with its asker in capitals before it: “VOSS: Will it hold?”; without one it is a heading."""

_BYLINE = re.compile(
    rf"""(?:
        (?:by|words\ by|written\ by|reported\ by|story\ by|from)\s+[A-Z][^.!?]{{2,80}}$
      | (?:reporting|additional\ reporting|editing|photographs?|photos?|writing)\s+by\s+\S.{{2,160}}$
      | (?:published|updated|posted|last\ updated|first\ published)\b.{{0,80}}$
      | (?:{_DAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}},?|\d{{1,2}}\s+{_MONTH},?)\s+\d{{4}}(?:\b.{{0,40}})?$
      | (?:©|\(c\)|copyright\b).{{0,120}}$
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def find_blocks(raw: str, start: int = 0, *, markdown: bool = False) -> tuple[Block, ...]:
    """Split ``raw`` from offset ``start`` on into blocks, in order and without overlap.

    Text is separated by blank lines; lines too long to have been wrapped by hand stand alone.
    ``markdown`` turns on ``#`` headings and ``>`` quotations.
    """
    pieces = list(_pieces(raw, start, markdown))
    counts: Counter[BlockKind] = Counter()
    blocks: list[Block] = []
    for index, (kind, (first, last)) in enumerate(pieces):
        text = raw[first:last]
        if kind is None:
            kind = _kind_of(text, is_first=not blocks, is_last=index + 1 == len(pieces))
        elif kind == "heading" and not blocks:
            kind = "headline"
        counts[kind] += 1
        blocks.append(Block(kind, first, last, text, counts[kind]))
    return tuple(blocks)


def _pieces(raw: str, start: int, markdown: bool) -> Iterator[tuple[BlockKind | None, Span]]:
    """Spans of text in order; the kind is given where a mark in the text declares it."""
    for chunk in _chunks(raw, start):
        for kind, (first, last) in _split_chunk(raw, chunk, markdown):
            if first < last:
                yield kind, (first, last)


def _chunks(raw: str, start: int) -> Iterator[list[Span]]:
    """Yield runs of lines between blank lines, each line as its span without its line ending."""
    chunk: list[Span] = []
    offset = start
    for line in raw[start:].splitlines(keepends=True):
        content = line.strip().strip("\ufeff\u200b")
        if content and not _RULE_LINE.match(line.rstrip()):
            chunk.append((offset, offset + len(line.rstrip())))
        elif chunk:
            yield chunk
            chunk = []
        offset += len(line)
    if chunk:
        yield chunk


def _split_chunk(raw: str, lines: list[Span], markdown: bool) -> Iterator[tuple[BlockKind | None, Span]]:
    wrapped = all(end - start <= HARD_WRAP_COLUMNS for start, end in lines)
    kind: BlockKind | None = None
    open_span: Span | None = None
    for start, end in lines:
        line = raw[start:end]
        heading = _MARKDOWN_HEADING.match(line) if markdown else None
        bullet = _BULLET.match(line)
        if heading or bullet or not wrapped or open_span is None:
            if open_span is not None:
                yield kind, _trim(raw, open_span)
            kind, open_span = None, (start, end)
            if heading:
                trailer = _MARKDOWN_TRAILER.search(line)
                close = start + trailer.start() if trailer else end
                yield "heading", _trim(raw, (start + heading.end(), close))
                open_span = None
            elif bullet:
                kind, open_span = "bullet", (start + bullet.end(), end)
            elif markdown and (quote := _MARKDOWN_QUOTE.match(line)) and quote.end() < len(line):
                open_span = (start + quote.end(), end)
        else:
            open_span = (open_span[0], end)
    if open_span is not None:
        yield kind, _trim(raw, open_span)


def _trim(raw: str, span: Span) -> Span:
    start, end = span
    while start < end and (raw[start].isspace() or raw[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (raw[end - 1].isspace() or raw[end - 1] in "\ufeff\u200b"):
        end -= 1
    return start, end


def _kind_of(text: str, *, is_first: bool, is_last: bool) -> BlockKind:
    words = len(text.split())
    if is_first and words <= LONGEST_HEADLINE_WORDS and not _SENTENCE_END.search(text) and not is_last:
        return "headline"
    if _BYLINE.match(text):
        return "byline"
    one_line = len(text.splitlines()) == 1
    if (
        one_line
        and words <= LONGEST_HEADING_WORDS
        and not is_last
        and not _SENTENCE_END.search(text)
        and not text.endswith((",", ";"))
        and text[0] not in "\"“‘'(—–"
        and not _TURN.match(text)
    ):
        return "heading"
    return "paragraph"
