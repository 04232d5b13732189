"""Statements handed to a source without marks around all of them: “X said that …”, “according to X”."""

import re
from collections.abc import Iterator
from functools import cache

from quiz.generate.facts import Form, Observation, Source, Span, Speech
from quiz.generate.lexicons import lexicon
from quiz.generate.sentences import Sentence
from quiz.generate.witnesses.block_text import MASK, BlockText
from quiz.generate.witnesses.cues import Cue

FEWEST_WORDS = 3
"""A shorter stretch after a verb is an object or an adverb, not a statement."""

_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_LISTENER = (
    r"(?:(?:the|a|this)\s+)?(?:reporters|journalists|lawmakers|investigators|officials|police|press|court|jury|jurors|judge"
    r"|committee|panel|hearing|inquiry|crowd|rally|newspaper|meeting|BBC)\b"
)
_OBJECT = re.compile(
    rf"\s+(?:{_LISTENER}|(?:him|her|them|us|me)\b"
    r"|(?:the\s+)?[A-Z][\w.’'-]*(?:\s+(?:of\s+)?[A-Z][\w.’'-]*){0,5})(?:\s+(?:in|on|at|during|after)\s+[^,\x00]{2,50}?)?(?=\s|,)"
)
_THAT = re.compile(
    r"(?:[\s,]+(?:in|on|at|during|after|late|early|earlier|yesterday|today|last|this|[A-Z]\w+day)\b(?:\s+(?!(?:he|she|they|it|we|I|who|and|but)\b)[^\s,.;\x00]+){0,8}?)?[\s,]+that,?\s+"
)
_NO_CLAUSE = re.compile(
    r"(?:in|on|at|to|for|of|from|with|by|during|after|before|about|as|and|or|but|so|against|over|into|until|via|through"
    r"|late|early|earlier|later|yesterday|today|again|too|more|much|little|nothing|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r";|,\s+(?:but|while|whereas|although|though|adding|and\s+added|and\s+(?:he|she|they)\s+\w+ed)\b"
)
_AND_THEN = re.compile(r",\s+(?:and|but|while|whereas|although|though|as)\s+")
_FINAL_TAIL = re.compile(
    rf"(?:\s+(?:in|on|at|to|during|after|late|early|earlier|later|yesterday|today|[A-Z]\w+day|{_LISTENER})\b[^\x00]{{0,160}}|,\s[^\x00]{{2,120}})?[.]?\s*"
)


def reported_speech(text: BlockText, sentences: list[Sentence], used: set[int]) -> Iterator[Observation]:
    """Read the statements of a block; verbs in ``used`` have handed over a quotation already."""
    for sentence in sentences:
        start, end = sentence.start - text.block.start, sentence.end - text.block.start
        start += len(text.masked[start:end]) - len(text.masked[start:end].lstrip())
        yield from _according_to(text, start, end)
        for cue in text.cues:
            if not (start <= cue.start and cue.end <= end) or not cue.clause or cue.start in used:
                continue
            observation = _statement_first(text, cue, start, end) or _subject_first(text, cue, start, end)
            if observation is not None:
                yield observation


def _according_to(text: BlockText, start: int, end: int) -> Iterator[Observation]:
    for match in _ACCORDING.finditer(text.masked, start, end):
        stop = text.clause_end(match.end(), end)
        commas = [comma.start() for comma in re.finditer(r",(?=\s)", text.masked[match.end() : stop])]
        opens = not text.masked[start : match.start()].strip()
        edges = [match.end() + comma for comma in commas[:3]] + ([] if opens else [stop])
        for edge in sorted(edges, reverse=True):
            source = text.source(match.end(), edge)
            if source is None:
                continue
            cue = text.raw_span(match.start(), match.end() - 1)
            if opens:
                content = (_skip(text, edge), _drop_stop(text, end))
            else:
                content = (start, len(text.masked[: match.start()].rstrip(" ,\n\t")))
            rule = "according.first" if opens else "according.last"
            observation = _observe(text, rule, content, source, cue, False)
            if observation is not None:
                yield observation
            break


def _statement_first(text: BlockText, cue: Cue, start: int, end: int) -> Observation | None:
    """Read “The bridge will stay shut, the board said.” as a statement."""
    comma = text.masked.rfind(",", start, cue.start)
    if comma < 0 or not _FINAL_TAIL.fullmatch(text.masked, cue.end, end):
        return None
    tail_said = text.masked[cue.end : end].strip()
    for edge in [match.start() for match in re.finditer(r",(?=\s)", text.masked[start : cue.start])]:
        source = text.source(start + edge + 1, cue.start)
        if source is None or (cue.takes_object and not tail_said):
            continue
        if (
            MASK in text.masked[start + edge : cue.start]
            or len(text.masked[start : start + edge].split()) < 4
        ):
            return None
        if _NO_CLAUSE.match(text.masked[start : start + edge].lstrip()):
            return None
        return _observe(
            text,
            "opinion" if cue.opinion else "clause.last",
            (start, start + edge),
            source,
            text.raw_span(cue.start, cue.end),
            cue.denied,
        )
    return None


def _subject_first(text: BlockText, cue: Cue, start: int, end: int) -> Observation | None:
    """Read “The board said that the bridge will stay shut.” as a statement."""
    subject = text.subject(cue, start)
    if subject is None:
        return None
    source, subordinate = subject
    content_start = _content_start(text, cue, end)
    if subordinate or content_start is None:
        return None
    content_end = _drop_stop(text, end)
    turn = _TURN.search(text.masked, content_start, content_end)
    if turn:
        content_end = turn.start()
    content_end = _before_another_source(text, content_start, content_end)
    rule = "phrase" if cue.phrase else "opinion" if cue.opinion else "clause.first"
    cue_span = text.raw_span(cue.start, cue.end)
    return _observe(text, rule, (content_start, content_end), source, cue_span, cue.denied)


def _before_another_source(text: BlockText, start: int, end: int) -> int:
    """Where a statement ends when the sentence goes on with somebody else's: “…, and its chairman said …”."""
    others = [cue.start for cue in text.cues] + [m.start() for m in _judging().finditer(text.masked)]
    for other in sorted(others):
        if start < other < end:
            edges = [match.start() for match in _AND_THEN.finditer(text.masked, start, other)]
            if edges:
                return edges[-1]
    return end


@cache
def _judging() -> re.Pattern[str]:
    forms = (form for forms in lexicon("attributing")["judges"] for form in forms)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def _content_start(text: BlockText, cue: Cue, end: int) -> int | None:
    """Where the statement after a verb begins, past the person addressed and past “that”."""
    position = cue.end
    if cue.takes_object:
        addressed = _OBJECT.match(text.masked, position, end)
        if addressed is None:
            return None
        position = addressed.end()
    if that := _THAT.match(text.masked, position, end):
        return that.end()
    if cue.needs_that or text.masked[position : position + 1] in {",", ":"}:
        return None
    position = _skip(text, position)
    return None if _NO_CLAUSE.match(text.masked, position) else position


def _observe(
    text: BlockText, rule: str, content: tuple[int, int], source: Source, cue: Span, denied: bool
) -> Observation | None:
    start, end = content
    if end <= start or len(text.block.text[start:end].split()) < FEWEST_WORDS:
        return None
    span = text.raw_span(start, end)
    quoted = tuple(
        Span(quotation.inner_start, quotation.inner_end)
        for quotation in text.quotations
        if span.start <= quotation.start and quotation.end <= span.end
    )
    form: Form = "mixed" if quoted else "indirect"
    statement = Span(min(span.start, source.span.start, cue.start), max(span.end, source.span.end, cue.end))
    return Observation("rules", rule, Speech(span, quoted, form, source, cue, statement, denied))


def _skip(text: BlockText, position: int) -> int:
    while position < len(text.masked) and text.masked[position] in " ,\n\t\r":
        position += 1
    return position


def _drop_stop(text: BlockText, end: int) -> int:
    return len(text.block.text[:end].rstrip(" .\n\t\r"))
