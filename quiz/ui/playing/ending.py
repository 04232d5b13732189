"""What ends or interrupts a session on screen: the clock, pause, overview, handing in, leaving."""

from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.play.recorded import RecordedSession
from quiz.ui.playing.clock import PlayClock, left, warning
from quiz.ui.playing.standing import ending
from quiz.ui.screens.reading import ReadingScreen
from quiz.visible import one_line

if TYPE_CHECKING:
    from quiz.ui.screens.overview import Chosen

SAVED_EVERY = 15
"""Seconds after which used time is written down while a limit runs."""


class Ending(ReadingScreen):
    """The half of the play screen that deals with time and with coming to an end."""

    review: tuple[int, ...] = ()

    def __init__(self, recorded: RecordedSession) -> None:
        super().__init__()
        self.recorded = recorded
        self.session = recorded.session
        self.clock = PlayClock()
        self._seconds_before = self.remaining

    def show(self) -> None:
        """Paint the question on screen; the other half does."""
        raise NotImplementedError

    def stand(self) -> None:
        """Write the top line; the other half does."""
        raise NotImplementedError

    @property
    def position(self) -> int:
        """The place of the question on screen; the other half knows."""
        raise NotImplementedError

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Tell the player something in passing."""
        severity = "error" if error else "information"
        self.notify(one_line(sentence), severity=severity, markup=False, timeout=10 if error else 5)  # type: ignore[arg-type]

    # Time --------------------------------------------------------------------------------------

    @property
    def remaining(self) -> float | None:
        """Seconds left at this moment, or None without a limit."""
        left_then = self.recorded.remaining
        return None if left_then is None else max(0.0, left_then - self.clock.unsaved)

    def time_left(self) -> str:
        """The time left in words for the top line; nothing without a limit."""
        remaining = self.remaining
        return "" if remaining is None or self.review else left(remaining)

    def begin_clock(self) -> None:
        """Watch the time where it is limited."""
        if self.remaining is not None and not self.review:
            self.set_interval(1.0, self._tick)
            self.call_after_refresh(self._tick)

    def _tick(self) -> None:
        before, now = self._seconds_before, self.remaining
        if now is None or before is None or self.time_is_up():
            return
        self._seconds_before = now
        sentence = warning(before, now)
        if sentence:
            self.say(sentence)
        if self.clock.unsaved >= SAVED_EVERY:
            self.spend()
        if self.is_current:
            self.stand()

    def time_is_up(self) -> bool:
        """Hand in when no time is left; tells whether that was so."""
        if self.remaining != 0 or self.review:
            return False
        if self.session.state != "finished":
            self.spend()
            if self._finish():
                while self.app.screen is not self:
                    self.app.pop_screen()
                self.say("The time is up; what you had answered is handed in.")
                self.show_result()
        return True

    def spend(self) -> None:
        """Write down the time used; time that cannot be saved now is saved with the next."""
        try:
            self.recorded.spend(self.clock.take())
        except QuizError:
            return

    # Interruptions and ends ---------------------------------------------------------------------

    def action_pause(self) -> None:
        """Stop the clock and cover everything."""
        from quiz.ui.screens.pause import PauseScreen

        self.clock.stop()
        self.spend()
        session = self.session
        done = f"{len(session.answers)} of {len(session.asked)} answered."
        self.app.push_screen(PauseScreen(" ".join([done, self.time_left()])), lambda _: self.clock.go())

    def action_overview(self) -> None:
        """List all questions."""
        from quiz.ui.screens.overview import OverviewScreen

        def go(chosen: "Chosen") -> None:
            if chosen == "finish":
                self.action_finish()
            elif chosen is not None:
                self.session.go_to(chosen)
                self.show()

        self.app.push_screen(OverviewScreen(self.session, self.position), go)

    def action_finish(self) -> None:
        """Ask once, then hand in or give up."""
        from quiz.ui.screens.confirm import ConfirmScreen

        def end(sure: bool | None) -> None:
            if sure:
                self.spend()
                if self._finish():
                    self.show_result()

        self.app.push_screen(ConfirmScreen(*ending(self.session)), end)

    def _finish(self) -> bool:
        try:
            self.recorded.finish()
        except QuizError as error:
            self.say(f"{error} The session is not finished yet.", error=True)
            return False
        return True

    def show_result(self) -> None:
        """Put the result in the place of this screen."""
        from quiz.ui.screens.result import ResultScreen

        self.app.switch_screen(ResultScreen(self.recorded))

    def action_leave(self) -> None:
        """Go back; the session can be continued."""
        if not self.review:
            self.spend()
        self.app.pop_screen()
