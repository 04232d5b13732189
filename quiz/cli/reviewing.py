"""What `quiz review` does: find a past session and go through it, in lines or on the screen."""

from typing import TYPE_CHECKING

import click

from quiz.bank.library import Library, default_cache_file, default_folders, default_opened_folder
from quiz.cli.at_hand import open_store, uncollected
from quiz.cli.strangers import tell_of_strangers
from quiz.errors import QuizError
from quiz.play.outcome import reviewable
from quiz.play.recorded import RecordedSession
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.visible import visible

if TYPE_CHECKING:
    from quiz.config import Settings


class NotReviewable(QuizError):  # noqa: N818 (it reads as the sentence it is)
    """A session has nothing that may be looked at."""


NOTHING_YET = "There is no finished session to review yet. Play a quiz, and you can look at it again here."


def review(session: int | None, player: str, settings: "Settings", *, plain: bool) -> int:
    """Go through a session, or without a number through the player's newest finished one.

    Raises StoreError if there is no such session, NotReviewable if it has nothing to show yet.
    """
    with open_store() as store:
        number = store.newest_finished(player) if session is None else session
        if number is None:
            tell_of_strangers(store, player)
            click.echo(NOTHING_YET)
            return 0
        recorded, positions = _opened(store, number)
        if plain:
            from quiz.play.plain.retold import retold

            for line in retold(recorded, positions):
                click.echo(visible(line))
            return 0
        with uncollected():
            from quiz.cli.from_articles import quiz_of, report_of
            from quiz.ui.app import QuizApp
            from quiz.ui.keymap import keymap_of

        library = Library(default_folders(), default_cache_file())
        app = QuizApp(
            library,
            store,
            Wishes(player),
            theme=settings.theme,
            keymap=keymap_of(settings.keys),
            motion=settings.motion,
            review=(recorded, positions),
            quiz_of=quiz_of,
            report_of=report_of,
            opened=default_opened_folder(),
        )
        app.run(mouse=settings.mouse)
        return app.return_code or 0


def _opened(store: Store, number: int) -> tuple[RecordedSession, tuple[int, ...]]:
    try:
        recorded = RecordedSession.open(store, number)
    except ValueError:
        raise NotReviewable(
            f"The questions of session {number} are kept in a form that this version of quiz cannot read."
        ) from None
    positions = reviewable(recorded.session)
    if positions:
        return recorded, positions
    if recorded.session.mode == "exam":
        raise NotReviewable(
            f"Session {number} is an exam that is not handed in yet; after that it can be reviewed."
        )
    raise NotReviewable(f"No question of session {number} is answered yet.")
