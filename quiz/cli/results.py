"""What players on this machine answered, for `quiz check`: looked up in the score file, if there is one."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from quiz import paths
from quiz.bank.check.played import Played, Results, nobody_played
from quiz.errors import QuizError
from quiz.visible import one_line

if TYPE_CHECKING:  # where nobody played, nothing that keeps scores is imported
    from quiz.scores.figures import Figures


@contextlib.contextmanager
def results_at_hand() -> Iterator[Results]:
    """Give the results kept on this machine; a score file that cannot be read is said once, on stderr."""
    figures = None
    if paths.scores_file().is_file():
        from quiz.scores.figures import Figures

        try:
            figures = Figures.look(paths.scores_file())
        except QuizError as error:
            _left_out(error)
    if figures is None:
        yield nobody_played
        return
    with figures:
        yield _Kept(figures)


class _Kept:
    """The results of every bank, read when one is asked for."""

    def __init__(self, figures: "Figures") -> None:
        self._figures = figures
        self._readable = True

    def __call__(self, bank: str) -> Mapping[str, Played]:
        """Find the questions of a bank whose answers give reason to look at them."""
        if not self._readable:
            return {}
        try:
            attempts, snapshots = self._figures.first_attempts(bank)
        except QuizError as error:
            self._readable = False
            _left_out(error)
            return {}
        if not attempts:
            return {}
        from quiz.scores.flagged import flagged

        return flagged(bank, attempts, snapshots)


def _left_out(error: QuizError) -> None:
    click.echo(f"quiz: The answers of players are left out. {one_line(str(error))}", err=True)
