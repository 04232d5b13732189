"""In which order to go through a session again: what teaches most comes first."""

from quiz.scores.records import StoredSession


def review_first(stored: StoredSession) -> list[int]:
    """Return the positions of a session's questions, those to look at first first.

    Sure but wrong comes first (an error held for true is corrected best when it surprises: Butterfield and
    Metcalfe, Errors committed with high confidence are hypercorrected, JEP: LMC 27 (2001)), then other wrong
    answers from the surest to the least sure, then what earned part of its marks, what was not answered, and
    right answers from the least sure on. Among equals the order of the session stays.
    """

    def rank(position: int) -> tuple[int, int]:
        answer = stored.answers.get(position)
        if answer is None:
            return 2, 0
        certainty = answer.certainty or 0
        if answer.correct:
            return 3, certainty
        return (0, -certainty) if answer.score <= 0 else (1, -certainty)

    return sorted(range(len(stored.questions)), key=rank)
