"""Who says the words between quotation marks: each quotation and the clause that hands it over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.article.quotations import Quotation
from quiz.generate.facts import Abstention, Observation, Source, Span, Speech
from quiz.generate.witnesses.block_text import MASK, BlockText, sentence_edges
from quiz.generate.witnesses.cues import Cue, find_cues
from quiz.generate.witnesses.moments import MONTHS
from quiz.generate.witnesses.names import NAME
from quiz.generate.witnesses.words import known_outlets

LONGEST_CLAUSE = 200
"""Characters between a quotation and its verb; a longer clause than this is about something else."""

_AFTER_SPEAKER = re.compile(
    r"\s+(?:in|on|at|to|of|during|after|before|when|while|as|about|who|from|via|following|through|with|by|for)\b"
    r"|\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s+(?:today|yesterday|later|earlier)\b"
)
_ADJUNCT = re.compile(
    r"\s+(?:in|on|at|to|during|after|before|via|through|of|from|by|with|for|late|early|earlier|later|today|yesterday|this|last"
    r"|the|reporters|journalists|lawmakers|him|her|them|us|me|[A-Z]\w+)\b[^\x00.:;]{0,90}:?\s*"
)
_BORROWED = re.compile(
    r"\b(?:quoting|reading\s+(?:from|out|aloud)|reciting|paraphrasing|echoing|repeating|poem|lyrics|proverb)\b"
)
_SMALL_IN_TITLES = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "nor", "of", "on", "or"}
    | {"the", "to", "with"}
)
_INTRODUCES = re.compile(r"\s*(?:[,:—]|\bthat)?\s*")


@dataclass(slots=True)
class QuotedSpeech:
    """What was settled about a block's quotations.

    ``used`` are the starts of the verbs that handed over a quotation and introduce nothing else.
    """

    observations: list[Observation] = field(default_factory=list)
    abstentions: list[Abstention] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def quoted_speech(text: BlockText) -> QuotedSpeech:
    """Read every quotation of a block: handed over after it, before it, or continued."""
    found = QuotedSpeech()
    previous: Speech | None = None
    for index, quotation in enumerate(text.quotations):
        settled = (
            _handed_over_after(text, index, found)
            or _handed_over_before(text, index, found)
            or _continued(text, index, previous)
            or _signed(text, index)
        )
        previous = None
        if settled is None:
            if len(text.block.text[slice(*text.local(quotation))].split()) >= 4:
                span = Span(quotation.start, quotation.end)
                found.abstentions.append(
                    Abstention("quote", span, "who speaks is not settled by the words right beside it")
                )
            continue
        rule, previous = settled
        found.observations.append(Observation("rules", rule, previous))
    return found


def join_paragraphs(read: Sequence[tuple[BlockText, QuotedSpeech]]) -> None:
    """Give a quotation that runs over several paragraphs one speaker: whoever any part of it is handed to.

    Nothing is given where an open part looks as if its closing mark were missing: it ends in a clause
    like “, she said”.
    """
    chain: list[tuple[Quotation, QuotedSpeech]] = []
    for index, (text, found) in enumerate(read):
        runs_on = bool(text.quotations) and text.quotations[-1].runs_on
        if chain and text.quotations and text.quotations[0].start == text.block.start:
            chain.append((text.quotations[0], found))
            if len(text.quotations) == 1 and runs_on:
                continue
            _join(chain)
        chain = [(text.quotations[-1], found)] if runs_on and not _seems_closed(text) else []
        if chain and index + 1 < len(read) and read[index + 1][0].block.number != text.block.number + 1:
            chain = []


def _seems_closed(text: BlockText) -> bool:
    inside = text.block.text[text.quotations[-1].inner_start - text.block.start :]
    return any(re.search(r"[,?!]\s+(?:\S+\s+){0,4}$", inside[: cue.start]) for cue in find_cues(inside))


def _join(chain: Sequence[tuple[Quotation, QuotedSpeech]]) -> None:
    parts = [Span(quotation.inner_start, quotation.inner_end) for quotation, _ in chain]
    settled = [
        item.seen
        for _, found in chain
        for item in found.observations
        if isinstance(item.seen, Speech) and item.seen.content in parts
    ]
    if len({speech.source.name for speech in settled}) != 1:
        return
    speaker = settled[0]
    for part, (quotation, found) in zip(parts, chain, strict=True):
        if any(speech.content == part for speech in settled):
            continue
        statement = Span(min(speaker.statement.start, part.start), max(speaker.statement.end, quotation.end))
        speech = Speech(part, (part,), "direct", speaker.source, speaker.cue, statement)
        found.observations.append(Observation("rules", "quote.runs_on", speech))
        found.abstentions[:] = [item for item in found.abstentions if not item.span.overlaps(part)]


def _handed_over_after(text: BlockText, index: int, found: QuotedSpeech) -> tuple[str, Speech] | None:
    """Settle a quotation followed by its clause: “…,” Mara Lindqvist said, or said Mara Lindqvist."""
    quotation = text.quotations[index]
    end = text.local(quotation)[1]
    following = (
        text.local(text.quotations[index + 1])[0] if index + 1 < len(text.quotations) else len(text.masked)
    )
    clause_end = text.clause_end(end, following)
    inner = text.block.text[: quotation.inner_end - text.block.start].rstrip("’'\"” ")
    closing = inner[-1:]
    runs_on = closing == "," or text.masked[end : end + 1] == ","
    for cue in text.cues:
        if cue.start < end or not cue.quote:
            continue
        if cue.start >= clause_end or cue.start - end > LONGEST_CLAUSE:
            break
        verb_first = not text.masked[end : cue.start].strip(" ,\n\t")
        if not verb_first and not runs_on and closing.isalnum():
            return None  # “the “safe” bridge is shut, she said”: the marks hold a part of a sentence
        if not runs_on and not _closes_with(text, cue, clause_end, following, closing, verb_first):
            return None
        if cue.denied or _passes_on(text, cue, clause_end):
            return None
        source = _speaker_after(text, cue, clause_end) if verb_first else text.source(end, cue.start)
        if source is not None:
            found.used.add(cue.start)
            return "quote.after.verb" if verb_first else "quote.after.name", _speech(
                text, quotation, source, cue
            )
    return None


def _passes_on(text: BlockText, cue: Cue, clause_end: int) -> bool:
    """Whether the words are somebody else's after all: “…,” she said Brandt told her."""
    tail = text.masked[cue.end : clause_end]
    first_comma = cue.end + (tail.find(",") if "," in tail else len(tail))
    told_by_another = any(cue.end < other.start < first_comma for other in text.cues)
    return told_by_another or bool(_BORROWED.search(tail))


def _closes_with(
    text: BlockText, cue: Cue, clause_end: int, following: int, closing: str, verb_first: bool
) -> bool:
    """Whether the clause after “…!” or “….” hands over that quotation, and not the one that follows."""
    introduces_next = following < len(text.masked) and text.masked[:following].rstrip().endswith((",", ":"))
    if introduces_next and clause_end >= following:
        return False
    if closing in ".…":
        return verb_first and text.masked[cue.verb_start].islower()
    tail = text.masked[cue.end : clause_end]
    return verb_first or (len(tail.split()) <= 6 and not re.match(r"\s+that\b", tail))


def _speaker_after(text: BlockText, cue: Cue, clause_end: int) -> Source | None:
    """Find the longest noun phrase that begins right after the verb."""
    region = text.masked[cue.end : clause_end]
    edges = [match.start() for match in _AFTER_SPEAKER.finditer(region)]
    edges += [match.start() for match in re.finditer(",", region)]
    for edge in sorted({len(region), *edges}, reverse=True):
        source = text.source(cue.end, cue.end + edge)
        if source is not None:
            return source
    return None


def _handed_over_before(text: BlockText, index: int, found: QuotedSpeech) -> tuple[str, Speech] | None:
    """Settle a quotation led into by its clause, as in “Mara Lindqvist said:”."""
    quotation = text.quotations[index]
    start = text.local(quotation)[0]
    floor = text.local(text.quotations[index - 1])[1] if index else 0
    for cue in reversed(text.cues):
        if cue.end > start or not cue.quote:
            continue
        gap = text.masked[cue.end : start]
        if cue.start < floor or cue.start in found.used or not _introduces(gap):
            return None
        if not gap.strip() and _is_title(text.block.text[slice(*text.local(quotation))]):
            return None
        subject = text.subject(cue, floor)
        if subject is None:
            return None
        source, subordinate = subject
        begin = source.span.start - text.block.start
        if _nested(text, cue, begin, floor) or _BORROWED.search(gap):
            span = Span(quotation.start, quotation.end)
            found.abstentions.append(
                Abstention("quote.before", span, "the words may be somebody else's again")
            )
            return None
        if cue.denied or subordinate:
            span = Span(quotation.start, quotation.end)
            found.abstentions.append(
                Abstention("quote.before", span, "the saying is denied or stands under a condition")
            )
            return None
        found.used.add(cue.start)
        return "quote.before", _speech(text, quotation, source, cue)
    return None


def _is_title(marked: str) -> bool:
    """Whether words between marks are a work’s name: every word that counts begins with a capital."""
    words = [word.strip("“”‘’«»\"'(),.:;!?") for word in marked.split()]
    telling = [word for word in words if word and word not in _SMALL_IN_TITLES]
    return len(telling) > 1 and not any(word[0].islower() for word in telling)


def _nested(text: BlockText, cue: Cue, subject: int, floor: int) -> bool:
    """Whether the clause is itself what somebody says: “Brandt recalled that Lindqvist said: …”."""
    earlier = [other for other in text.cues if floor <= other.start and other.end <= subject < cue.start]
    return bool(earlier) and not re.search(r"[,.;:!?\x00]", text.masked[earlier[-1].end : subject])


def _introduces(gap: str) -> bool:
    """Whether what stands between a verb and a quotation leads from one to the other."""
    if sentence_edges(gap, 0, len(gap)):
        return False
    if _INTRODUCES.fullmatch(gap):
        return True
    return bool(_ADJUNCT.fullmatch(gap) and re.search(r"[,:]\s*$|\bthat\s*$", gap))


def _continued(text: BlockText, index: int, previous: Speech | None) -> tuple[str, Speech] | None:
    """“…,” she said. “…”: the second part is hers as well when only her clause stands between."""
    if previous is None or not index:
        return None
    quotation = text.quotations[index]
    gap_start, gap_end = text.local(text.quotations[index - 1])[1], text.local(quotation)[0]
    gap = text.masked[gap_start:gap_end]
    clause_between = previous.cue.start - text.block.start >= gap_start
    cues = [cue for cue in text.cues if gap_start <= cue.start < gap_end]
    if clause_between:
        stops = len(sentence_edges(gap + MASK, 0, len(gap) + 1))
        same = len(cues) == 1 and (
            (stops == 1 and gap.rstrip().endswith(".")) or (stops == 0 and gap.rstrip().endswith(","))
        )
    else:
        same = not gap.strip() and not _has_its_own_clause(text, quotation)
    if not same:
        return None
    content = Span(quotation.inner_start, quotation.inner_end)
    statement = Span(min(previous.statement.start, content.start), quotation.end)
    return "quote.continued", Speech(content, (content,), "direct", previous.source, previous.cue, statement)


def _has_its_own_clause(text: BlockText, quotation: Quotation) -> bool:
    """Whether words of saying follow on a quotation: “…,” another said."""
    end = text.local(quotation)[1]
    clause = text.clause_end(end, len(text.masked))
    return any(end <= cue.start < clause for cue in text.cues)


_DATED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:1[5-9]|20)\d\d\b")
_SIGNATURE = re.compile(
    rf"\s*[-–—]+\s*(?P<who>{NAME}|[A-Z][\w.]+\.(?:com|org|net|ca|co\.uk))(?:,[^\x00.!?]{{2,80}})?\.?\s*"
)


def _names_where_printed(signature: re.Match[str]) -> bool:
    """Whether a signature is a newspaper’s or ends in a date: then the quotation is the title of a report."""
    who = " ".join(signature["who"].split())
    return who in known_outlets() or f"The {who}" in known_outlets() or bool(_DATED.search(signature.group()))


def _signed(text: BlockText, index: int) -> tuple[str, Speech] | None:
    """“…” — Mara Lindqvist: a quotation that stands alone, signed with a dash and a name.

    In a list of sources it is the title of a report, credited to the newspaper: rule “reference”.
    """
    quotation = text.quotations[index]
    end = text.local(quotation)[1]
    match = _SIGNATURE.fullmatch(text.masked, end)
    if match is None or len(text.quotations) > 1:
        return None
    who = text.raw_span(match.start("who"), match.end("who"))
    source = Source(who, " ".join(match["who"].split()), "named")
    dash = text.raw_span(end, match.start("who"))
    content = Span(quotation.inner_start, quotation.inner_end)
    rule = "reference" if _names_where_printed(match) else "quote.signed"
    return rule, Speech(content, (content,), "direct", source, dash, Span(quotation.start, who.end))


def _speech(text: BlockText, quotation: Quotation, source: Source, cue: Cue) -> Speech:
    content = Span(quotation.inner_start, quotation.inner_end)
    cue_span = text.raw_span(cue.start, cue.end)
    statement = Span(
        min(quotation.start, source.span.start, cue_span.start),
        max(quotation.end, source.span.end, cue_span.end),
    )
    return Speech(content, (content,), "direct", source, cue_span, statement)
