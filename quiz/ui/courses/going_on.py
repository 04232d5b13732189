"""Where a course goes on after a session, for the result: the next step or course, and how it is called."""

from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.play.onward import next_in_course
from quiz.play.recorded import RecordedSession
from quiz.ui.commands import Command
from quiz.ui.screens.base import QuizScreen

if TYPE_CHECKING:
    from quiz.bank.course import Course
    from quiz.play.onward import Onward
    from quiz.ui.app import QuizApp


class GoingOn(QuizScreen):
    """A screen after a session; ``onward`` is known once `find_onward` was called."""

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__()
        self.recorded = recorded
        self.session = recorded.session
        self.onward: Onward | None = None

    @property
    def quiz_app(self) -> "QuizApp":
        """The app, which is one of ours."""
        from quiz.ui.app import QuizApp

        assert isinstance(self.app, QuizApp)
        return self.app

    @property
    def next_course(self) -> "Course | None":
        """The course that goes on from here."""
        following = self.onward.next if self.onward is not None else None
        return following.course if following is not None else None

    def find_onward(self) -> None:
        """Find out whether a course goes on; the result itself needs none."""
        shelf, bank = self.quiz_app.shelf, self.recorded.material.bank
        if shelf is None:
            return
        try:
            player = self.quiz_app.wishes.player
            self.onward = next_in_course(self.recorded.store, player, shelf, bank, self.session)
        except QuizError:
            return

    def worded(self, command: Command) -> Command:
        """A command as it is called here: where it leads to differs."""
        from quiz.ui.screens.course import CourseScreen

        if command.name == "onward" and self.onward is not None and not self.onward.same:
            label = "next course" if self.onward.done else "first course"
            return command._replace(label=label, help=f"Open the {label}")
        if command.name == "home" and isinstance(self.app.screen_stack[-2], CourseScreen):
            return command._replace(label="course", help="Back to the course")
        return command

    def action_onward(self) -> None:
        """Go on in the course, or open the one that comes next."""
        if self.next_course is not None:
            self.quiz_app.go_on(self.next_course)
