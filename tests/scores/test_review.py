"""A review begins with what teaches most."""

from dataclasses import replace
from pathlib import Path

from quiz.scores.review import review_first
from quiz.scores.store import Store

from .examples import Clock, answer, start


def test_sure_but_wrong_comes_first_and_sure_and_right_last(tmp_path: Path) -> None:
    given = [
        replace(answer(0), certainty=3),
        replace(answer(1, correct=False), certainty=1),
        replace(answer(2, correct=False), certainty=3),
        replace(answer(3, correct=False, score=0.5), certainty=3),
        replace(answer(5), certainty=1),
        replace(answer(6, correct=False), certainty=None),
        replace(answer(7, correct=False), certainty=3),
    ]
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        session = store.begin(start(8))
        for one in given:
            store.record(session, one)
        assert review_first(store.session(session)) == [2, 7, 1, 6, 3, 4, 5, 0]
