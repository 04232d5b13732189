"""What the result says of a session in words: by skill, beside the score, compared with before."""

from collections.abc import Sequence

from textual.content import Content

from quiz.play.outcome import Before, reached
from quiz.play.session import SkillCount
from quiz.scores.report import points
from quiz.scores.store import SessionSummary

FEWEST_FOR_A_WORD = 5
"""Answers to a skill below which a share says next to nothing."""

TOO_FEW = "not enough answers yet to say more"
MOST_DOTS = 12


def skills(counts: Sequence[SkillCount]) -> list[Content]:
    """A row for each skill; where every one has too few answers, one sentence says so for all."""
    few = [count for count in counts if count.answered < FEWEST_FOR_A_WORD]
    rows = []
    for count in counts:
        dots = "●" * count.correct + "○" * (count.asked - count.correct)
        dots = dots if count.asked <= MOST_DOTS else ""
        note = f"   {TOO_FEW}" if count in few and len(few) < len(counts) else ""
        rows.append(
            Content.assemble(
                f"{count.skill.capitalize():<10} ",
                (f"{dots:<8}", "$accent"),
                f" {count.correct} of {count.asked}",
                (note, "$quiet"),
            )
        )
    if len(few) == len(counts):
        rows.append(Content.assemble((f"{TOO_FEW[0].upper()}{TOO_FEW[1:]} about a skill.", "$quiet")))
    return rows


def comparison(earlier: Before, now: float) -> str:
    """How a share of the marks, from 0 to 1, compares with the sessions before."""
    best = "Your best so far." if now > reached(earlier.best) else f"Best so far {_of(earlier.best)}."
    return f"Last time {_of(earlier.last)}. {best}"


def _of(summary: SessionSummary) -> str:
    return f"{points(summary.score)} of {summary.asked}"


def time_up(still_open: int) -> str:
    """That the time ended the session, and what it left open."""
    if not still_open:
        return "The time was up."
    verb = "question was" if still_open == 1 else "questions were"
    return f"The time was up; {still_open} {verb} still open."


def remark(again: int) -> str:
    """What stands beside the score."""
    if not again:
        return "Every answer as the article has it."
    return f"{again} to look at again." if again > 1 else "One to look at again."
