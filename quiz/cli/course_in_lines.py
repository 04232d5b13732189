"""A course in lines: its introduction, then one step after another."""

from collections.abc import Sequence

from quiz.amounts import counted
from quiz.bank.library import BankSummary
from quiz.bank.shelf import Shelf
from quiz.cli.sessions import SessionsInLines
from quiz.play.material import material_of_bank
from quiz.play.plain import Talk
from quiz.play.recorded import RecordedSession
from quiz.play.steps import next_step, progress_in, told_right, wishes_for
from quiz.play.wishes import Wishes
from quiz.scores.store import Store
from quiz.visible import one_line, visible


class CourseInLines(SessionsInLines):
    """Plays the next step of a course, and at a terminal the ones after it."""

    def __init__(
        self,
        store: Store,
        wishes: Wishes,
        talk: Talk,
        banks: Sequence[BankSummary],
        shelf: Shelf,
        name: str,
    ) -> None:
        super().__init__(store, wishes, talk, banks)
        self._shelf = shelf
        self._name = name

    def _first(self) -> RecordedSession:
        """Begin the next step, after the introduction where it is the first. Raises NothingToPlay."""
        progress = progress_in(self._store, self._wishes.player, self._shelf, self._name)
        course = progress.course
        step, bank = next_step(progress)
        if not progress.begun:
            self._talk.write(f"{one_line(course.title)}")
            self._talk.write("")
            for line in visible(course.introduction).splitlines():
                self._talk.write(line)
            self._talk.write("")
        for other in progress.steps[: step.number - 1]:
            if other.trouble:
                self._talk.write(f"Step {other.number} is left out. {other.trouble}")
        self._talk.write(
            f"Step {step.number} of {len(progress.steps)} of “{one_line(course.title)}”,"
            f" {counted(step.left, 'question')}."
        )
        return self._begin(material_of_bank(bank.path), wishes_for(step, course, self._wishes))

    def _onward(self) -> tuple[str, str] | None:
        """The next step; when there is none, the course is summed up."""
        progress = progress_in(self._store, self._wishes.player, self._shelf, self._name)
        if progress.next is not None:
            return "next", f"plays step {progress.next.number}, {progress.next.title}"
        self._talk.write(f"“{one_line(progress.course.title)}” is finished: {told_right(progress)}.")
        return None
