"""What is said when a session is over: how much was right, by skill, and what to look at again."""

from collections.abc import Iterator
from typing import Final

from quiz.amounts import counted, together
from quiz.errors import QuizError
from quiz.play.plain.words import (
    certainty_told,
    explaining,
    key_told,
    spoken,
    teaching,
)
from quiz.play.recorded import RecordedSession
from quiz.play.session import Session
from quiz.play.telling import CERTAINTIES, milestone_told
from quiz.visible import one_line

FEWEST_FOR_A_WORD: Final = 5
"""Answers to a skill below which a share says next to nothing."""


def summing_up(recorded: RecordedSession) -> Iterator[str]:
    """The result. After an exam every question is explained, in practice those missed are named."""
    session = recorded.session
    yield f"Result: {session.correct} of {len(session.asked)} right.{_marks(session)}"
    if session.open:
        verb = "was" if len(session.open) == 1 else "were"
        yield f"{counted(len(session.open), 'question')} {verb} not answered."
    few = False
    for count in session.by_skill():
        yield f"{count.skill.capitalize()}: {count.correct} of {count.asked}."
        few = few or count.asked < FEWEST_FOR_A_WORD
    if few:
        yield "With so few answers a skill's share says little yet."
    if recorded.rules.certainty:
        yield from _calibration(session)
    if session.flags:
        places = together([str(place + 1) for place in sorted(session.flags)])
        yield f"You flagged question{'' if len(session.flags) == 1 else 's'} {places}."
    if session.mode == "exam":
        for position in range(len(session.asked)):
            yield ""
            yield from _explained(recorded, position)
        return
    missed = [place for place, item in enumerate(session.asked) if item in session.missed()]
    if missed:
        yield "To look at again:"
    for position in missed:
        yield from _missed(recorded, position)


def milestone(recorded: RecordedSession) -> Iterator[str]:
    """That the session passed a round number of questions, if it did."""
    from quiz.play.outcome import milestone_passed  # here, because the first question comes before

    try:
        passed = milestone_passed(recorded.store, recorded.number)
    except QuizError:  # the result itself needs no history
        return
    if passed is not None:
        yield milestone_told(passed)


def _marks(session: Session) -> str:
    """The marks, where parts of some were earned."""
    if not any(answer.partly for answer in session.answers.values()):
        return ""
    return f" With what was partly right: {session.score:.2f} of {len(session.asked)} marks."


def _calibration(session: Session) -> Iterator[str]:
    for level, word in CERTAINTIES.items():
        answers = [answer for answer in session.answers.values() if answer.certainty == level]
        if answers:
            right = sum(answer.correct for answer in answers)
            yield f"With {word} certainty: {right} of {len(answers)} right."


def _missed(recorded: RecordedSession, position: int) -> Iterator[str]:
    item = recorded.session.asked[position]
    answer = recorded.session.answers.get(position)
    flagged = ", flagged" if position in recorded.session.flags else ""
    yield f"Question {position + 1}{flagged}. {one_line(item.question.prompt)}"
    given = spoken(answer.response, item.question) if answer else "not answered"
    yield f"You: {given}{_stop(given)}{certainty_told(answer.certainty if answer else None)}"
    yield key_told(item)
    for piece in recorded.evidence(item):
        yield f"{piece.place[0].upper()}{piece.place[1:]}: {one_line(piece.quote)}"


def _explained(recorded: RecordedSession, position: int) -> Iterator[str]:
    item = recorded.session.asked[position]
    answer = recorded.session.answers.get(position)
    flagged = ", flagged" if position in recorded.session.flags else ""
    yield f"Question {position + 1}{flagged}. {one_line(item.question.prompt)}"
    if answer is None:
        yield f"Not answered. {key_told(item)}"
        yield from teaching(item, recorded.evidence(item))
        return
    given = spoken(answer.response, item.question)
    yield f"You: {given}{_stop(given)}{certainty_told(answer.certainty)}"
    yield from explaining(item, answer, recorded.evidence(item))


def _stop(sentence: str) -> str:
    return "" if sentence.endswith((".", "!", "?", ".”", "!”", "?”")) else "."
