"""Where a bank's evidence stands in its article."""

import re

from quiz.bank.model import Bank, Evidence
from quiz.bank.positions import Positions
from quiz.bank.problems import Problem, shown

_FOLDS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " "})


def find_evidence(raw: str, evidence: Evidence) -> tuple[int, int] | None:
    """Start and end, in code points of ``raw``, of the occurrence that is meant; None if it is not there.

    Every offset at which the quote begins counts as an occurrence, also where two overlap.
    """
    start = -1
    for _ in range(evidence.occurrence):
        start = raw.find(evidence.quote, start + 1)
        if start < 0:
            return None
    return start, start + len(evidence.quote)


def occurrence_at(raw: str, quote: str, start: int) -> int:
    """Which occurrence of ``quote`` begins at offset ``start``: the number that `find_evidence` takes.

    Raises ValueError if the quote does not begin there.
    """
    if not quote or not raw.startswith(quote, start):
        raise ValueError("the quote does not begin at this offset")
    count, found = 0, -1
    while found < start:
        found = raw.find(quote, found + 1)
        count += 1
    return count


def evidence_problems(raw: str, bank: Bank, positions: Positions, label: str) -> list[Problem]:
    """Return a problem for each piece of evidence that is not in the article word for word.

    Rejected questions are left out: nobody will ever read them.
    """
    problems: list[Problem] = []
    for number, question in enumerate(bank.questions):
        if question.status == "rejected":
            continue
        for index, evidence in enumerate(question.evidence):
            if find_evidence(raw, evidence) is not None:
                continue
            key = "occurrence" if evidence.quote in raw else "quote"
            at = positions.at(("questions", number, "evidence", index, key))
            problems.append(Problem(label, at.line, at.column, *_what_is_wrong(raw, evidence)))
    return problems


def _what_is_wrong(raw: str, evidence: Evidence) -> tuple[str, str | None]:
    quote = evidence.quote
    if quote in raw:
        last = occurrence_at(raw, quote, raw.rfind(quote))
        times = "once" if last == 1 else f"{last} times"
        return f"there is no occurrence {evidence.occurrence}: the article has this quote {times}", None
    message = f"the evidence “{shown(quote)}” is not in the article word for word"
    words = [re.escape(word) for word in quote.translate(_FOLDS).split()]
    near = re.search(r"\s+".join(words), raw.translate(_FOLDS), re.IGNORECASE) if words else None
    if near:
        return message, f"copy it from the article, which has: {shown(raw[near.start() : near.end()])}"
    return message, "copy the quote from the article"
