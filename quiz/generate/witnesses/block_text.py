"""One block made ready for patterns: its quotations masked, its reporting verbs found, its clauses parsed."""

import re
from dataclasses import dataclass
from functools import cache

from quiz.article import Block
from quiz.article.quotations import Quotation
from quiz.generate.facts import Source, Span
from quiz.generate.lexicons import lexicon
from quiz.generate.openings import DATELINE
from quiz.generate.witnesses.cues import Cue, find_cues
from quiz.generate.witnesses.sources import parse_source

MASK = "\x00"
"""Stands for every character of a quotation, so that no pattern reads what is quoted."""

_SENTENCE_EDGE = re.compile(r"[.!?…]\s+(?=[A-Z\x00])")
_CLAUSE_EDGE = re.compile(
    r"(?:,|;|:|—|–)\s+|\b(?:and|but|while|as|although|though|because|since|which|that|whom|whose)\s+",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|after|before|until|unless|whether|once)\s+[^,]*$", re.IGNORECASE
)
_SUBORDINATE_START = re.compile(
    r"\s*(?:if|when|whenever|whether|after|before|until|till|unless|once|lest|had|should|suppose|supposing|provided"
    r"(?:\s+that)?)\s+",
    re.IGNORECASE,
)
_BEFORE_A_NOUN = re.compile(r"(?:after|before|until|till|once|provided)", re.IGNORECASE)

_SHARED_SUBJECT = re.compile(r"\b(?:and|but|or|then|nor)\s*$")
_JOINED = re.compile(r"(?:\s*,)?\s+(?:and|or|nor)\s+$")
_AMONG_OTHERS = re.compile(r"\b(?:such\s+as|including|as\s+well\s+as)\s+$")
_STOP = re.compile(r"[.!?;](?=\s|$)|\x00")


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block, its quotations, the text with them masked, and the reporting verbs outside them.

    Offsets of ``masked`` and ``cues`` count from the start of the block.
    """

    block: Block
    quotations: tuple[Quotation, ...]
    masked: str
    cues: tuple[Cue, ...]

    @classmethod
    def of(cls, block: Block, quotations: tuple[Quotation, ...]) -> "BlockText":
        """Prepare a block."""
        masked = list(block.text)
        if dateline := DATELINE.match(block.text):
            masked[: dateline.end()] = " " * dateline.end()
        for quotation in quotations:
            start, end = quotation.start - block.start, quotation.end - block.start
            masked[start:end] = MASK * (end - start)
        text = "".join(masked)
        return cls(block, quotations, text, tuple(find_cues(text)))

    def raw_span(self, start: int, end: int) -> Span:
        """Return a stretch of the block as a span of the raw text."""
        return Span(self.block.start + start, self.block.start + end)

    def local(self, quotation: Quotation) -> tuple[int, int]:
        """Where a quotation stands in the block, marks included."""
        return quotation.start - self.block.start, quotation.end - self.block.start

    def source(self, start: int, end: int) -> Source | None:
        """Read a stretch of the block as a source."""
        return parse_source(self.masked, start, end, self.block.start)

    def subject(self, cue: Cue, floor: int) -> tuple[Source, bool] | None:
        """Find the subject of a verb, looked for between ``floor`` and the verb.

        The longest noun phrase that ends at the verb and begins at a clause's edge is taken. The
        flag tells whether it stands under “if”, “when”, “after” and the like. Two sources joined by
        “and” are none: nobody can tell whose words they are.
        """
        edges = sentence_edges(self.masked, floor, cue.start)
        begin = max([floor, *edges])
        if _SHARED_SUBJECT.search(self.masked, begin, cue.start):
            return None
        starts = [begin, *(match.end() for match in _CLAUSE_EDGE.finditer(self.masked, begin, cue.start))]
        lead = _SUBORDINATE_START.match(self.masked, begin, cue.start)
        if lead:
            starts.append(lead.end())
        for start in starts:
            if MASK in self.masked[start : cue.start]:
                continue
            source = self.source(start, cue.start)
            if source is not None:
                before = self.masked[begin : source.span.start - self.block.start]
                joined = _JOINED.search(before)
                stop = begin + joined.start() if joined else begin
                if any(self.source(other, stop) for other in starts if other < stop):
                    return None
                if _AMONG_OTHERS.search(before):
                    return None
                framed = lead is not None and self._goes_on(lead, start, source, cue)
                return source, framed or bool(_SUBORDINATE.search(before))
        return None

    def _goes_on(self, lead: re.Match[str], start: int, source: Source, cue: Cue) -> bool:
        """Whether a source stands within the clause that “if” opens: “If its chairman, Tomas Brandt, says …”.

        A noun phrase before its comma is then the same person; “After the vote, Brandt said” is not such.
        """
        if start <= lead.end():
            return start == lead.end()
        if self.source(lead.end(), start) is None:
            return False
        after = self.masked[source.span.end - self.block.start : cue.start].lstrip()
        return after.startswith(",") or not _BEFORE_A_NOUN.fullmatch(lead.group().strip())

    def clause_end(self, start: int, stop: int) -> int:
        """Where the clause that runs from ``start`` ends: at a full stop, a semicolon or a quotation."""
        for match in _STOP.finditer(self.masked, start, stop):
            if match.group() != "." or not _ends_short_form(self.masked, match.end()):
                return match.start()
        return stop


def sentence_edges(text: str, start: int, end: int) -> list[int]:
    """Where sentences begin in a stretch of text, not counting its own beginning; “U.S.” ends none."""
    return [
        match.end()
        for match in _SENTENCE_EDGE.finditer(text, start, end)
        if match.group()[0] != "." or not _ends_short_form(text, match.start() + 1)
    ]


def _ends_short_form(text: str, end: int) -> bool:
    word = text[:end].rsplit(None, 1)[-1]
    return word in _abbreviations() or re.fullmatch(r"(?:[A-Z]\.)+", word) is not None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("abbreviations")["before names"])
