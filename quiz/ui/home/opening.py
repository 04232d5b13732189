"""What opens from home: the quiz that is marked, its article, drafts and options, and what the player did."""

from abc import abstractmethod

from quiz.bank.library import BankSummary, Library
from quiz.errors import QuizError
from quiz.play.wishes import Wishes
from quiz.scores.store import SessionSummary, Store
from quiz.ui.home.courses import Courses


class Opening(Courses):
    """A screen over a library from which all that opens."""

    def __init__(self, library: Library, store: Store, wishes: Wishes) -> None:
        super().__init__(library, store, wishes)
        self._waiting: SessionSummary | None = None

    @property
    @abstractmethod
    def marked(self) -> BankSummary | None:
        """The bank that is marked."""

    def action_play(self) -> None:
        """Play the marked bank, after offering to go on where it was left."""
        if (bank := self._usable()) is not None:
            self.app.play_bank(bank.path, bank.id)  # type: ignore[attr-defined]

    def action_options(self) -> None:
        """Choose how to play the marked bank."""
        if (bank := self._usable()) is not None:
            self.app.choose_options(bank.path)  # type: ignore[attr-defined]

    def action_inspect(self) -> None:
        """Show what is read in the marked bank's article."""
        bank = self._usable()
        if bank is not None and bank.article is not None:
            self.app.inspect_article(bank.title, bank.article)  # type: ignore[attr-defined]
        elif bank is not None:
            self.notify("This quiz is about no article.", markup=False, timeout=5)

    def action_curate(self) -> None:
        """Open the desk for the drafts of the marked bank."""
        if (bank := self._usable()) is not None:
            self.app.curate_bank(bank.path)  # type: ignore[attr-defined]

    def action_scores(self) -> None:
        """Show the sessions so far."""
        from quiz.ui.screens.scores import ScoresScreen

        self.app.push_screen(ScoresScreen(self._store, self._wishes.player))

    def action_progress(self) -> None:
        """Show how the player gets on."""
        from quiz.ui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._store, self._wishes.player))

    def action_go_on(self) -> None:
        """Go on with the session that waits."""
        if self._waiting is not None:
            self.app.resume(self._waiting.id)  # type: ignore[attr-defined]

    def action_review(self) -> None:
        """Go through the newest finished session again."""
        try:
            newest = self._store.newest_finished(self._wishes.player)
        except QuizError as error:
            self.say(str(error))
            return
        if newest is not None:
            self.app.review(newest)  # type: ignore[attr-defined]

    def _usable(self) -> BankSummary | None:
        """The marked bank, unless it cannot be used, which is said."""
        bank = self.marked
        if bank is not None and bank.problem:
            self.say(bank.problem)
            return None
        return bank
