"""Looking at a past session on the screen."""

from pathlib import Path

import pytest

from quiz.play.outcome import reviewable
from quiz.play.recorded import RecordedSession
from quiz.scores.store import Store
from quiz.ui.screens.home import HomeScreen
from quiz.ui.screens.play import PlayScreen
from tests.play.ostmole import begin, key_place, wrong_place
from tests.ui.driving import NARROW, WIDE, app_of, article_in_view, press, said, shown, words


def finished(store: Store) -> RecordedSession:
    recorded = begin(store, count=3)
    while recorded.session.state == "asking":
        place = (wrong_place if recorded.session.position == 1 else key_place)(recorded)
        recorded.answer(recorded.session.current.parts[place])
        recorded.advance()
    return RecordedSession.open(store, recorded.number)


@pytest.mark.parametrize("size", [(40, 12), NARROW, WIDE], ids=str)
async def test_a_past_session_is_walked_through_and_comes_out_at_the_library(
    banks: Path, store: Store, size: tuple[int, int]
) -> None:
    recorded = finished(store)
    app = app_of(banks, store, review=(recorded, reviewable(recorded.session)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "What was not right comes first, what was right last." in said(app)
        for count, place in enumerate((1, 0, 2), start=1):
            assert isinstance(app.screen, PlayScreen)
            assert app.screen.position == place
            assert f"review {count} of 3" in shown(app).partition("\n")[0]
            if size == WIDE:
                assert f"question {place + 1} of 3" in shown(app).partition("\n")[0]
            item = recorded.session.asked[place]
            if size == WIDE:
                assert item.question.evidence[0].quote in article_in_view(app)
            else:
                assert item.question.prompt[:20] in words(app)
            await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
    assert len(store.sessions()) == 1
