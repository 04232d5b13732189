"""The line at home that tells of the courses, and the bank of the very first session."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widgets import Static

from quiz.bank.library import BankSummary, Library
from quiz.errors import QuizError
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.home import greeting
from quiz.ui.screens.base import QuizScreen
from quiz.visible import one_line

if TYPE_CHECKING:  # courses are looked for when the library is painted
    from quiz.bank.shelf import Shelf
    from quiz.play.steps import Progress


class Courses(QuizScreen):
    """A screen over a library that has such a line."""

    def __init__(self, library: Library, store: Store, wishes: Wishes) -> None:
        super().__init__()
        self._library = library
        self._store = store
        self._wishes = wishes
        self._banks: tuple[BankSummary, ...] | None = None
        self._shelf: Shelf | None = None
        self._progress: Sequence[Progress] = ()

    @property
    def first(self) -> BankSummary | None:
        """The bank of the very first session."""
        from quiz.bank.shelf import first_bank

        banks = self._banks or ()
        if self._shelf is None:
            self._shelf = self._library.shelf(banks)
        return first_bank(banks, self._shelf)

    @property
    def may_have_courses(self) -> bool:
        """Whether there are courses, or something wrong with them; at first, whether there may be."""
        if self._shelf is None:
            return self._library.may_have_courses
        return bool(self._shelf.courses or self._shelf.problems)

    def follow_courses(self) -> None:
        """Find out how far the player is in each course; nobody waits for it."""
        from quiz.play.steps import progress_of

        if not self._banks or not self.may_have_courses:
            return
        if self._shelf is None:
            self._shelf = self._library.shelf(self._banks)
        self.app.shelf = self._shelf  # type: ignore[attr-defined]
        try:
            self._progress = progress_of(self._store, self._wishes.player, self._shelf)
        except QuizError as error:
            self.say(str(error))
        self.offer_courses()

    def offer_courses(self) -> None:
        """Write the line, and show it where there is something to say and nothing is typed."""
        line = self.query_one("#course-line", Static)
        line.set_class(self.may_have_courses and self.state not in ("finding", "opening"), "-shown")
        problems = self._shelf.problems if self._shelf is not None else ()
        line.update(greeting.courses(self._progress, problems, self.app.size.width))

    def say(self, sentence: str) -> None:
        """Tell what went wrong."""
        self.notify(one_line(sentence), severity="error", markup=False, timeout=10)

    def action_courses(self) -> None:
        """Show the courses."""
        self.follow_courses()
        self.app.open_courses()  # type: ignore[attr-defined]

    def action_taste(self) -> None:
        """Begin with three easy questions."""
        if (bank := self.first) is not None:
            self.app.taste(bank.path)  # type: ignore[attr-defined]
