"""A bank beside the editor it is written in."""

from collections.abc import Sequence
from typing import ClassVar

from quiz.ui.commands import Command, bindings
from quiz.ui.proofs.keys import LOOKING
from quiz.ui.proofs.proofing import Proofing
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen


class PreviewScreen(Proofing, QuizScreen):
    """Follows the file: every save is on screen within half a second, at the question that was changed."""

    KEYS: ClassVar[Sequence[Command]] = (
        *LOOKING,
        Command("flaw", "f", "f", "flaw", "Go to the next question in which something was found", ("proof",)),
        Command("leave", "q", "q", "leave", "Leave the preview", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def commands_now(self) -> list[Command]:
        """Without going to flaws where there are none."""
        flaws = bool(self._flawed())
        return [command for command in super().commands_now() if flaws or command.name != "flaw"]

    def action_flaw(self) -> None:
        """Show the next question in which something was found, round the end."""
        flawed = self._flawed()
        if flawed:
            self.turn_to(next((place for place in flawed if place > self.index), flawed[0]))

    def _flawed(self) -> list[int]:
        places = {self._place_of(one) for one in self.found}
        return sorted(place for place in places if place is not None)
