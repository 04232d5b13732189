"""The app: which screen when, and what they share."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from quiz.bank.library import ENDINGS, Library
from quiz.errors import QuizError
from quiz.paths import choice_file
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.courses.opening import CoursesApp
from quiz.visible import one_line

if TYPE_CHECKING:  # reading banks is imported when one is opened: the library must be on screen first
    from quiz.article import Article
    from quiz.bank.shelf import Shelf
    from quiz.play.asked import Asked
    from quiz.play.material import Material
    from quiz.play.recorded import RecordedSession
    from quiz.play.steps import Progress


class Doorstep(Screen[object]):
    """Opens the library as soon as nobody stands on it any more: what was asked for comes before it."""

    def on_screen_resume(self) -> None:
        """Look, once everything that is about to open is open, whether anything is."""
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        app = self.app
        if app.screen is self and isinstance(app, QuizApp) and app.failure is None:
            app.open_library()


class QuizApp(CoursesApp):
    """Home at the bottom, a session over it.

    ``material`` is played at once when it is given; leaving it comes out at the library. Unless
    ``may_go_on``, a session that was left in the middle is not offered when its bank is opened. ``review``
    is a past session to look at, and which of its questions; leaving that comes out at the library, too.
    ``course`` is opened at once, its next step already begun where it has one.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        wishes: Wishes,
        *,
        theme: str = "quiz-dark",
        material: "Material | None" = None,
        may_go_on: bool = True,
        keymap: Mapping[str, str] | None = None,
        motion: bool = True,
        article: "str | Article | None" = None,
        quiz_of: "Callable[..., Material] | None" = None,
        report_of: Callable[..., Callable[[int], str]] | None = None,
        gates: Callable[[], Sequence[str]] | None = None,
        opened: Path | None = None,
        review: "tuple[RecordedSession, Sequence[int]] | None" = None,
        shelf: "Shelf | None" = None,
        course: "Progress | None" = None,
    ) -> None:
        super().__init__(theme=theme, keymap=keymap, motion=motion)
        self.library = library
        self.store = store
        self.wishes = wishes
        self._material = material
        self._may_go_on = may_go_on
        self._chosen = wishes
        self._article = article
        self._quiz_of = quiz_of
        self._report_of = report_of
        self._gates = gates
        self._opened = opened
        self.failure: str | None = None
        self._review = review
        self._shelf = shelf
        self._course = course

    def get_default_screen(self) -> Screen[object]:
        """What lies below all others: a doorstep, from which the library opens."""
        return Doorstep(id="_default")

    def on_mount(self) -> None:
        """Open what the command line asked for; without it, or once that is left, the library opens."""
        super().on_mount()
        if self._material is not None:
            self._offer(self._material)
        elif self._article is not None:
            self._make(self._article, self._fail)
        elif self._review is not None:
            from quiz.ui.screens.play import PlayScreen

            self.push_screen(PlayScreen(*self._review))
        elif self._course is not None:
            self.open_course(self._course.course)
            if self._course.next is not None:
                self.play_step(self._course.course, self._course.next)
        else:
            self.open_library()

    def open_library(self) -> None:
        """Show the library."""
        from quiz.ui.screens.home import HomeScreen

        self.push_screen(HomeScreen(self.library, self.store, self.wishes))

    def play_bank(self, path: Path, bank: str, wishes: Wishes | None = None) -> None:
        """Open a bank and play it; what is wrong with it is said and changes nothing.

        With ``wishes`` a session of that sort begins, whatever was left in the middle.
        """
        from quiz.play.material import material_of_bank

        try:
            material = material_of_bank(path, self._opened)
        except QuizError as error:
            self._say(error)
            return
        if wishes is None:
            self._offer(material)
        else:
            self._begin(material, wishes)

    def taste(self, path: Path) -> None:
        """Play the very first session, of a few easy questions."""
        from quiz.play.material import material_of_bank
        from quiz.play.taste import begin_taste

        try:
            self._show(begin_taste(self.store, material_of_bank(path, self._opened), self.wishes))
        except QuizError as error:
            self._say(error)

    def choose_options(self, path: Path) -> None:
        """Open a bank, ask how it is to be played, and play it so."""
        from quiz.play.form import Form
        from quiz.play.material import material_of_bank
        from quiz.play.remembered import read_choice, write_choice
        from quiz.ui.screens.options import OptionsScreen

        try:
            material = material_of_bank(path, self._opened)
        except QuizError as error:
            self._say(error)
            return
        wishes = self.wishes
        if wishes == Wishes(wishes.player):  # nothing was asked for on the command line
            wishes = read_choice(choice_file(), wishes)

        def play(chosen: Wishes | None) -> None:
            if chosen is None:
                return
            try:
                write_choice(choice_file(), chosen)
            except QuizError as error:
                self._say(error)
            self._begin(material, chosen)

        self.push_screen(OptionsScreen(material.title, Form(self.store, material, wishes)), play)

    def play_file(self, name: str) -> None:
        """Open a bank by its path, or make a quiz from the article of that name."""
        if Path(name).suffix in ENDINGS:
            self.play_bank(Path(name), "")
        else:
            self._make(name, self._say_sentence)

    def _make(self, article: "str | Article", failed: Callable[[str], None]) -> None:
        """Have a quiz made from an article, and play it."""
        if self._quiz_of is None:
            failed("Articles cannot be read here.")
            return
        from quiz.ui.apart import Apart
        from quiz.ui.screens.making import MakingScreen

        title = Path(article).name if isinstance(article, str) else article.title
        begin = partial(Apart, self._quiz_of, article, self.wishes)
        self.push_screen(MakingScreen(title, begin, self._offer, failed))

    def inspect_article(self, title: str, article: str) -> None:
        """Show what is read in an article: who says what, named or not."""
        if self._report_of is None:
            self._say_sentence("Articles cannot be read here.")
            return
        from quiz.ui.apart import Apart
        from quiz.ui.screens.inspecting import InspectScreen

        begin = partial(Apart, self._report_of, article)
        self.push_screen(InspectScreen(title, begin, self._say_sentence))

    def curate_bank(self, path: Path) -> None:
        """Open the desk on which a bank's drafts are decided about."""
        from quiz.ui.proofs.configured import codes_for
        from quiz.ui.screens.curate import CurateScreen

        try:
            self.push_screen(CurateScreen(path, codes_for(path), self._gates))
        except QuizError as error:
            self._say(error)

    def _fail(self, sentence: str) -> None:
        """End the program for which the command line named the article."""
        self.failure = sentence
        self.exit(return_code=1)

    def _offer(self, material: "Material", wishes: Wishes | None = None) -> None:
        """Begin, or ask first when a session of this bank was left in the middle."""
        try:
            waiting = self.store.resumable(self.wishes.player, material.bank)
        except QuizError as error:
            self._say(error)
            return
        if waiting is None or not self._may_go_on:
            self._begin(material, wishes)
            return
        from quiz.ui.screens.offer import OfferScreen

        def decide(go_on: bool | None) -> None:
            if go_on:
                self.resume(waiting.id)
            elif go_on is False:
                self._begin(material, wishes)

        self.push_screen(OfferScreen(waiting), decide)

    def resume(self, number: int) -> None:
        """Go on with a stored session."""
        from quiz.play.recorded import RecordedSession

        try:
            self._show(RecordedSession.open(self.store, number))
        except (QuizError, ValueError) as error:
            self._say(error)

    def review(self, number: int) -> None:
        """Go through a stored session again, with everything that explains it."""
        from quiz.play.outcome import reviewable
        from quiz.play.recorded import RecordedSession
        from quiz.ui.screens.play import PlayScreen

        try:
            recorded = RecordedSession.open(self.store, number)
        except (QuizError, ValueError) as error:
            self._say(error)
            return
        if positions := reviewable(recorded.session):
            self.push_screen(PlayScreen(recorded, positions))
        else:
            waits = "not handed in yet" if recorded.session.mode == "exam" else "not answered anywhere yet"
            self.notify(f"Session {number} is {waits}, so there is nothing to review.", markup=False)

    def play_again(self, recorded: "RecordedSession", asked: "Sequence[Asked]" = ()) -> None:
        """Play some questions of a session once more, or its bank from the start."""
        try:
            again = recorded.again(asked, self._chosen)
        except QuizError as error:
            self._say(error)
            return
        self.pop_screen()
        self._show(again)

    def _begin(self, material: "Material", wishes: Wishes | None = None) -> None:
        from quiz.play.recorded import RecordedSession

        try:
            self._show(RecordedSession.draw(self.store, material, wishes or self.wishes))
            self._chosen = wishes or self.wishes
        except QuizError as error:
            self._say(error)

    def _show(self, recorded: "RecordedSession") -> None:
        from quiz.ui.screens.play import PlayScreen

        self.push_screen(PlayScreen(recorded))

    def _say(self, error: Exception) -> None:
        self._say_sentence(str(error))

    def _say_sentence(self, sentence: str) -> None:
        self.notify(one_line(sentence), severity="error", markup=False, timeout=10)
