"""What each command does. It returns whether the player is somewhere else now, so that it is told anew."""

from collections.abc import Callable
from typing import Final

from quiz.amounts import counted, time_left
from quiz.play.plain import reading
from quiz.play.plain.commands import Command, help_lines
from quiz.play.plain.lines import how_to, more_about
from quiz.play.plain.standing import Standing
from quiz.play.plain.talk import Left
from quiz.play.plain.words import reasons
from quiz.visible import one_line

YES_OR_NO: Final = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}


class Doing:
    """Carries out commands where the player stands."""

    def __init__(self, here: Standing) -> None:
        self.here = here
        self.session = here.session
        self._write = here.write
        self._commands: dict[str, Callable[[str], bool]] = {
            "text": self._text,
            "find": self._find,
            "again": self._again,
            "why": self._why,
            "skip": self._skip,
            "flag": self._flag,
            "unflag": self._unflag,
            "back": self._back,
            "next": self.next,
            "go": self.go,
            "list": self._list,
            "time": self._time,
            "pause": self._pause,
            "finish": self._finish,
            "help": self._help,
            "quit": self._quit,
        }

    def command(self, command: Command, argument: str) -> bool:
        """Do it, or say why it cannot be done."""
        if reason := command.why_not(self.here.situation):
            self._write(reason)
            return False
        return self._commands[command.name](argument)

    def go(self, wanted: str) -> bool:
        """Turn to the question with a number."""
        position = self._numbered(wanted)
        if position is None:
            return False
        self.session.go_to(position)
        self.here.looking = True
        return True

    def _text(self, wanted: str) -> bool:
        if self.here.recorded.article is not None:
            reading.read_aloud(self.here.recorded.article, wanted, self._write)
        return False

    def _find(self, wanted: str) -> bool:
        if self.here.recorded.article is not None:
            reading.find(self.here.recorded.article, wanted, self._write)
        return False

    def _again(self, _: str) -> bool:
        return True

    def _why(self, wanted: str) -> bool:
        session = self.session
        position = session.position if session.state == "answered" else self.here.told
        if wanted:
            position = self._numbered(wanted)
        elif position is None:
            position = max(session.answers)
        if position is None:
            return False
        if position not in session.answers:
            self._write(f"Question {position + 1} has no answer yet; its reasons are told after one.")
            return False
        self._write(f"Question {position + 1}. {one_line(session.asked[position].question.prompt)}")
        for line in reasons(session.asked[position], letters=self.here.certainty):
            self._write(line)
        return False

    def _skip(self, _: str) -> bool:
        if self.session.skip():
            return True
        if self.session.mode == "exam" and not self.session.open:
            self.here.looking = False
            return True
        self._write("There is no other open question.")
        return False

    def _flag(self, _: str) -> bool:
        self.here.recorded.flag(True)
        self._write(f"Question {self.session.position + 1} is flagged.")
        return False

    def _unflag(self, _: str) -> bool:
        self.here.recorded.flag(False)
        self._write(f"Question {self.session.position + 1} is no longer flagged.")
        return False

    def _back(self, _: str) -> bool:
        if self.session.position == 0:
            self._write("This is the first question.")
            return False
        self.session.go_to(self.session.position - 1)
        return True

    def next(self, _: str) -> bool:
        """Go on."""
        session = self.session
        if self.here.place == "reading":
            self.here.reading = False
        elif self.here.place == "answered":
            self.here.recorded.advance()
        elif self.here.place == "overview":
            self._write("Type the number of a question, or “hand in”.")
            return False
        elif session.mode == "exam" and not session.open:
            self.here.looking = False
        elif session.position + 1 == len(session.asked):
            self._write("This is the last question; “skip” turns to the next open one.")
            return False
        else:
            session.go_to(session.position + 1)
        return True

    def _numbered(self, wanted: str) -> int | None:
        """The position of the question with a number; None, and which there are, if there is none."""
        total = len(self.session.asked)
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 5 and 1 <= int(wanted) <= total:
            return int(wanted) - 1
        hand_in = ", or “hand in”" if self.here.place == "overview" else ""
        self._write(f"Please type the number of a question, from 1 to {total}{hand_in}.")
        return None

    def _list(self, _: str) -> bool:
        self.here.list_questions()
        return False

    def _time(self, _: str) -> bool:
        self._write(f"{time_left(self.here.clock.remaining or 0).capitalize()} left.")
        return False

    def _pause(self, _: str) -> bool:
        self.here.clock.write_down()
        more = "Press Enter to go on, or type “quit” to leave; every answer is kept."
        try:
            self.here.talk.choose(
                "Paused; the clock stands still. Press Enter to go on.",
                {"": "on", "go on": "on", "on": "on", "pause": "on", "next": "on"},
                more=more,
            )
        finally:
            self.here.clock.leave_out()
        self._write("You go on.")
        return True

    def _finish(self, _: str) -> bool:
        session = self.session
        exam = session.mode == "exam"
        if self.here.talk.person:
            what = "Hand in" if exam else "Finish"
            said = self.here.choose(
                f"{self._still_open()}{what} now? Type yes or no.",
                YES_OR_NO,
                more=f"“yes” ends the {'exam' if exam else 'session'}, “no” goes back to it, “quit” leaves "
                "and keeps every answer for later.",
            )
            if said == "no":
                return True
        self.here.recorded.finish()
        return True

    def _still_open(self) -> str:
        count, flags = len(self.session.open), len(self.session.flags)
        told = ""
        if count == 1:
            told = "1 question is open and counts as not answered. "
        elif count:
            told = f"{count:,} questions are open and count as not answered. "
        if flags:
            told += f"{counted(flags, 'question')} {'is' if flags == 1 else 'are'} flagged. "
        return told

    def _help(self, _: str) -> bool:
        now = self.here.situation
        match now.place:
            case "question":
                item = self.session.current
                self._write(f"Type {how_to(item, certainty=self.here.certainty)}.")
                for line in more_about(item, certainty=self.here.certainty):
                    self._write(line)
            case "answered":
                self._write("This question is answered. Press Enter to go on.")
            case "overview":
                self._write("Type the number of a question to look at it again, or “hand in”.")
            case "reading":
                self._write("Press Enter when you are ready for the questions.")
        for line in help_lines(now):
            self._write(line)
        return False

    def _quit(self, _: str) -> bool:
        raise Left(ended=False)
