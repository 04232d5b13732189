"""The desk for drafts: a person looks at each with all that speaks for and against it, and decides."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events

from quiz.bank.model import Question
from quiz.errors import QuizError
from quiz.ui.commands import Command, bindings
from quiz.ui.editing import edited
from quiz.ui.proofs.deciding import Decisions
from quiz.ui.proofs.keys import LOOKING
from quiz.ui.proofs.proofing import Proofing
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen
from quiz.ui.widgets.typed_line import TypedLine
from quiz.visible import one_line

SHOWN = ("proof",)


class CurateScreen(Proofing, QuizScreen):
    """Every decision is in the file before the next draft is on screen."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command("approve", "a", "a", "approve", "Approve it: it is played from now on", SHOWN, kept=True),
        Command(
            "reject",
            "r",
            "r",
            "reject",
            "Reject it, with a reason, so that it does not come back",
            SHOWN,
            kept=True,
        ),
        Command("edit", "e", "e", "edit", "Edit it in your editor", SHOWN),
        Command("undo", "u", "u", "undo", "Undo the last decision", why_not="There is nothing to undo."),
        *LOOKING,
        Command(
            "everything", "l", "l", "all", "Turn through all questions, or through the drafts only", SHOWN
        ),
        Command("keep", "enter", "enter", "reject", "Reject it for this reason", ("reason",)),
        Command("cancel", "escape", "esc", "back", "Reject nothing", ("reason",)),
        Command("leave", "q", "q", "leave", "Leave; everything is saved", ("proof", "nothing"), kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)

    def __init__(
        self, path: Path, codes: Collection[str], gates: Callable[[], Sequence[str]] | None = None
    ) -> None:
        super().__init__(path, codes)
        self.view = "right"
        self.desk = Decisions(path)
        self._gates = gates
        self._everything = False
        self._queue: tuple[str, ...] | None = None
        self._line: TypedLine | None = None

    # How it stands ---------------------------------------------------------------------------

    @property
    def state(self) -> str:
        """“reason” while that is typed, “proof” with a question on screen, else “nothing”."""
        return "reason" if self._line is not None else super().state

    @property
    def places(self) -> Sequence[int]:
        """The drafts and what was decided here; all questions where that is wished, or no draft was."""
        if self.bank is None or self._everything or not self._queue:
            return super().places
        return [place for place, one in enumerate(self.bank.questions) if one.id in self._queue]

    @property
    def drafts(self) -> list[int]:
        """What still waits, as places in the bank."""
        questions = self.bank.questions if self.bank is not None else ()
        return [place for place, one in enumerate(questions) if one.status == "draft"]

    def commands_now(self) -> list[Command]:
        """Only what has an effect; while a reason is typed, every letter is text."""
        commands = super().commands_now()
        if self.state == "reason":
            return [one for one in commands if one.name in ("keep", "cancel")]
        useless = set() if self.desk.decisions else {"undo"}
        if not self._queue:
            useless.add("everything")
        return [one for one in commands if one.name not in useless]

    def taken(self) -> None:
        """Begin with the first draft, and with what is drafted meanwhile."""
        if self.bank is not None:
            waiting = [self.bank.questions[place].id for place in self.drafts]
            if self._queue is None and waiting:
                self.index = self.drafts[0]
            self._queue = tuple(dict.fromkeys([*(self._queue or ()), *waiting]))
        super().taken()

    def standing(self) -> Sequence[str]:
        """How many still wait."""
        if self.bank is None:
            return ("",)
        places = list(self.places)
        where = f"{places.index(self.index) + 1}/{len(places)}" if self.index in places else "–"
        count = len(self.drafts)
        wait = "1 draft waits" if count == 1 else f"{count} drafts wait" if count else "no draft waits"
        return (f"{where} · {wait}", f"{where} · {count} left", where)

    def about(self, question: Question) -> str:
        """How a generated question came about, and what it passed."""
        made = question.derivation
        if made is None:
            return "A person wrote this question."
        gates = list(self._gates()) if self._gates is not None else []
        passed = f" As it was made it passed these gates: {', '.join(gates)}." if gates else ""
        return f"Read by {' and '.join(made.witnesses)}, by the rule {made.rule}.{passed}"

    # Deciding ----------------------------------------------------------------------------------

    def action_approve(self) -> None:
        """Approve the question."""
        self._decide("approved")

    def action_reject(self) -> None:
        """Ask for a reason."""
        self._line = TypedLine("Reason", hint="why it is rejected")
        self.mount(self._line, before="#too-small")
        self.refresh_keys()

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before the line has the keys."""
        if self._line is not None:
            if self.focused is None and event.character and event.is_printable:
                self._line.insert(event.character)
                event.stop()
            return
        super().on_key(event)

    def on_typed_line_entered(self, event: TypedLine.Entered) -> None:
        """Reject for the reason typed."""
        self._reject(event.value)

    def action_keep(self) -> None:
        """Reject for the reason typed so far."""
        if self._line is not None:
            self._reject(self._line.value)

    def action_cancel(self) -> None:
        """Reject nothing."""
        self._stop_typing()

    def _reject(self, reason: str) -> None:
        if self._line is None:
            return
        if not reason.strip():
            self.notify(
                "A few words say later why it is not asked; Esc rejects nothing.", markup=False, timeout=5
            )
            return
        self._stop_typing()
        self._decide("rejected", reason)

    def _stop_typing(self) -> None:
        if self._line is not None:
            self._line.remove()
            self._line = None
            self.set_focus(None)
        self.refresh_keys()

    def _decide(self, status: str, reason: str = "") -> None:
        if self.question is None or self.proof is None:
            return
        place = self.index
        if not self._written(lambda: self.desk.decide(place, status, reason)):
            return
        waiting = self.drafts
        if waiting:
            self.turn_to(next((one for one in waiting if one > place), waiting[0]))
        else:
            self.notify("No draft waits any more.", markup=False, timeout=4)

    def action_everything(self) -> None:
        """Turn through all questions, or through the drafts only."""
        self._everything = not self._everything
        if self.places and self.index not in self.places:
            self.index = self.places[0]
        self.show()
        turned = "all questions" if self._everything else "the drafts"
        self.notify(f"n and p turn through {turned} now.", markup=False, timeout=3)

    def action_undo(self) -> None:
        """Take the last decision back."""
        name = self.desk.last
        if self._written(self.desk.undo) and self.bank is not None:
            places = [place for place, one in enumerate(self.bank.questions) if one.id == name]
            self.turn_to(places[0] if places else self.index)

    def action_edit(self) -> None:
        """Open the question in the editor; what cannot be read is kept for the next time."""
        if self.question is None:
            return
        place = self.index
        try:
            text = self.desk.begin_edit(place)
            written = edited(self.app, text, f"{self.question.id}.yaml")
        except QuizError as error:
            self._say(error)
            return
        finally:
            self.refresh()
        self._written(lambda: self.desk.end_edit(place, written))

    def _written(self, save: Callable[[], None]) -> bool:
        """Save a decision and show the bank as it then is; what stands in the way is said."""
        try:
            save()
        except QuizError as error:
            self._say(error)
            return False
        finally:
            self.take_now()
        return True

    def _say(self, error: QuizError) -> None:
        self.notify(one_line(" ".join(error.lines())), severity="error", markup=False, timeout=10)
