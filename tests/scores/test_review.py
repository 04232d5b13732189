"""A review begins with what teaches most."""

from pathlib import Path

from quiz.scores.review import review_first
from quiz.scores.store import Store

from .examples import Clock, answer, start


def test_sure_but_wrong_comes_first_and_sure_and_right_last(tmp_path: Path) -> None:
    given = [
        answer(0)._replace(certainty=3),
        answer(1, correct=False)._replace(certainty=1),
        answer(2, correct=False)._replace(certainty=3),
        answer(3, correct=False, score=0.5)._replace(certainty=3),
        answer(5)._replace(certainty=1),
        answer(6, correct=False)._replace(certainty=None),
        answer(7, correct=False)._replace(certainty=3),
    ]
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        session = store.begin(start(8))
        for one in given:
            store.record(session, one)
        assert review_first(store.session(session)) == [2, 7, 1, 6, 3, 4, 5, 0]
