"""Reporting verbs in a text: where they stand, what they may introduce, whether they are denied."""

import re
from dataclasses import dataclass
from functools import cache

from quiz.generate.lexicons import any_of, lexicon
from quiz.generate.remembered import by_text


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb with its auxiliaries and adverbs; offsets into the text that was searched.

    ``start`` is where the verb group begins (“has also said”), ``verb_start`` the verb itself.
    ``needs_that`` marks verbs that introduce a statement only by “that”; ``phrase`` marks verbs whose
    complement is no statement of its own (“accused them of fraud”), ``opinion`` those of thinking.
    """

    start: int
    verb_start: int
    end: int
    quote: bool
    clause: bool
    needs_that: bool
    takes_object: bool
    phrase: bool
    opinion: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class _Verb:
    quote: bool
    clause: bool
    needs_that: bool
    takes_object: bool
    phrase: bool
    opinion: bool
    denies: bool


_AUXILIARY = (
    r"(?:has|have|had|did|also|later|then|further|previously|recently|repeatedly|once|now|only|merely|simply|still"
    r"|subsequently|initially|publicly|often|already|just|long|always|even|in turn"
    r"|himself|herself|themselves|went on to"
    r"|has since)"
)
_NOT_A_CUE_BEFORE = re.compile(
    r"\b(?:to|be|been|being|is|are|was|were|would|will|should|could|can|may|might|must|the|a|an|of|by|as|what|if|when|while"
    r"|let|cannot|can[’']t|won[’']t|wouldn[’']t|this|that|these|no|any|its|his|her|their)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:not|never|n[’']t|neither|declined to|refused to|nor|nobody|no one|didn[’']t|hasn[’']t|haven[’']t)"
    r"\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)


@cache
def _verbs() -> dict[str, _Verb]:
    verbs = {}
    for entry in lexicon("reporting_verbs").values():
        verb = _Verb(
            quote=entry["quote"] == "true",
            clause=entry["clause"] in ("true", "that"),
            needs_that=entry["clause"] == "that",
            takes_object=entry.get("object") == "true",
            phrase=entry.get("phrase") == "true",
            opinion=entry.get("opinion") == "true",
            denies=entry.get("denies") == "true",
        )
        verbs.update({form: verb for form in entry["forms"]})
    return verbs


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?P<verb>{any_of(_verbs())})(?![\w-])", re.IGNORECASE)


_GROUP = re.compile(rf"(?<![\w’'-])(?:{_AUXILIARY}\s+){{1,3}}$", re.IGNORECASE)
_LONGEST_GROUP = 60


@by_text
def find_cues(text: str) -> tuple[Cue, ...]:
    """Every reporting verb in ``text`` that has its own subject, in order."""
    cues = []
    for match in _pattern().finditer(text):
        verb = _verbs()[" ".join(match["verb"].lower().split())]
        group = _GROUP.search(text, max(0, match.start() - _LONGEST_GROUP), match.start())
        start = group.start() if group else match.start()
        before = text[max(0, start - 40) : start]
        directly = text[max(0, match.start() - 40) : match.start()]
        denied = verb.denies or bool(_DENIED_BEFORE.search(directly))
        if not denied and _NOT_A_CUE_BEFORE.search(before):
            continue
        cues.append(
            Cue(
                start,
                match.start(),
                match.end(),
                verb.quote,
                verb.clause,
                verb.needs_that,
                verb.takes_object,
                verb.phrase,
                verb.opinion,
                denied,
            )
        )
    return tuple(cues)
