"""What the app does with courses: which there are, opening one, playing a step, going on from a result."""

from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.library import Library
from quiz.errors import QuizError
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.ui.terminal_app import TerminalApp

if TYPE_CHECKING:  # nobody has asked for a course yet
    from quiz.bank.course import Course
    from quiz.bank.shelf import Shelf
    from quiz.play.material import Material
    from quiz.play.steps import Step


class CoursesApp(TerminalApp):
    """An app over a library that may have courses; it knows how sessions begin and errors are told."""

    library: Library
    store: Store
    wishes: Wishes
    _shelf: "Shelf | None" = None
    _opened: Path | None = None

    @property
    def shelf(self) -> "Shelf | None":
        """The courses of the library, None as long as nobody knows its banks."""
        if self._shelf is None and (banks := self.library.remembered()):
            self._shelf = self.library.shelf(banks)
        return self._shelf

    @shelf.setter
    def shelf(self, shelf: "Shelf | None") -> None:
        self._shelf = shelf

    def _offer(self, material: "Material", wishes: Wishes | None = None) -> None:
        raise NotImplementedError

    def _say(self, error: Exception) -> None:
        raise NotImplementedError

    def open_courses(self) -> None:
        """Show the courses of the library."""
        from quiz.ui.screens.courses import CoursesScreen

        if self.shelf is not None:
            self.push_screen(CoursesScreen(self.shelf, self.store, self.wishes.player))

    def open_course(self, course: "Course") -> None:
        """Show a course with its steps, in the place of another course if one is on screen."""
        from quiz.ui.screens.course import CourseScreen

        if self.shelf is None:
            return
        screen = CourseScreen(course, self.shelf, self.store, self.wishes.player)
        if isinstance(self.screen, CourseScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def play_step(self, course: "Course", step: "Step") -> None:
        """Open the bank of a step and play what the course plays of it."""
        from quiz.play.material import material_of_bank
        from quiz.play.steps import wishes_for

        if step.bank is None:
            return
        try:
            material = material_of_bank(step.bank.path, self._opened)
        except QuizError as error:
            self._say(error)
            return
        self._offer(material, wishes_for(step, course, self.wishes))

    def go_on(self, course: "Course") -> None:
        """Leave the result for a course: to its next step for those who are in it, else to its beginning."""
        from quiz.ui.screens.course import CourseScreen

        self.pop_screen()
        if isinstance(self.screen, CourseScreen) and self.screen.course.id == course.id:
            self.screen.action_go_on()
        else:
            self.open_course(course)
