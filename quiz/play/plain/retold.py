"""A past session in lines: each question as it was asked, the answer, the key, the reasons, the evidence."""

from collections.abc import Iterator, Sequence

from quiz.bank.kinds import KINDS
from quiz.play.outcome import order_told
from quiz.play.plain.words import asking, certainty_told, explaining, key_told, spoken, teaching
from quiz.play.recorded import RecordedSession
from quiz.visible import one_line

_ENDS = (".", "!", "?", ".”", "!”", "?”")


def retold(recorded: RecordedSession, positions: Sequence[int]) -> Iterator[str]:
    """The questions at these positions, a blank line before each; what their order is, if it is another."""
    session = recorded.session
    title = one_line(recorded.title)
    right = f"{session.correct} of {len(session.asked)} right"
    yield f"{title}{_stop(title)} Session {recorded.number}, {session.mode}, {right}."
    if order := order_told(session, positions):
        yield order
    for position in positions:
        yield ""
        yield from _question(recorded, position)


def _question(recorded: RecordedSession, position: int) -> Iterator[str]:
    session = recorded.session
    item = session.asked[position]
    answer = session.answers.get(position)
    flagged = ", flagged" if position in session.flags else ""
    yield f"Question {position + 1} of {len(session.asked)}{flagged}. {item.question.skill.capitalize()}."
    yield from asking(item)
    if answer is None:
        yield f"Not answered. {key_told(item)}"
        yield from teaching(item, recorded.evidence(item))
        yield KINDS[item.question.kind].lesson
        return
    given = spoken(answer.response, item.question)
    yield f"Your answer: {given}{_stop(given)}{certainty_told(answer.certainty)}"
    yield from explaining(item, answer, recorded.evidence(item))


def _stop(sentence: str) -> str:
    return "" if sentence.endswith(_ENDS) else "."
