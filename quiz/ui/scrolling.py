"""Reading a page of lines."""

from quiz.ui.screens.base import QuizScreen
from quiz.ui.widgets.line_list import LineList


class Scrolling(QuizScreen):
    """A screen whose lines scroll."""

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(LineList).move(step)

    def action_page(self, direction: int) -> None:
        """Scroll by pages."""
        view = self.query_one(LineList)
        view.move(direction * view.page)
