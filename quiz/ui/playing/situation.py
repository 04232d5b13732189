"""Which keys of the play screen do something in a situation, and how they are called there."""

from collections.abc import Iterable
from typing import NamedTuple

from quiz.ui.commands import Command
from quiz.ui.playing.keys import MOST_KEYS, SHOWN
from quiz.ui.widgets.rows import LETTERS


class Situation(NamedTuple):
    """What decides which keys do something.

    ``parts`` is how many can be chosen by a key, ``covered`` whether the text stands over the question,
    ``back`` and ``on`` whether there is a question before and after this one, ``others`` how many other
    questions are open, ``columns`` how wide the terminal is.
    """

    state: str
    parts: int = 0
    certainty: bool = False
    exam: bool = False
    covered: bool = False
    flips: bool = False
    reading: bool = False
    pages: bool = False
    evidence: bool = False
    reasons: bool = False
    back: bool = False
    on: bool = False
    others: int = 0
    picked: bool = False
    columns: int = 120
    last: bool = False
    flagged: bool = False

    @property
    def wide(self) -> bool:
        """Whether the text stands beside the question."""
        return self.columns >= 100

    @property
    def small(self) -> bool:
        """Whether the line of keys has room for what cannot be seen elsewhere, and for no more."""
        return self.columns < 80

    @property
    def tiny(self) -> bool:
        """Whether it has room for two keys beside leaving and help."""
        return self.columns < 60


def fitting(commands: Iterable[Command], now: Situation) -> list[Command]:
    """The commands that have an effect, worded for the situation."""
    kept = [_worded(command, now) for command in commands if _useful(command, now)]
    if now.state in SHOWN and not now.wide and not now.covered:  # an explanation too long comes first
        kept.sort(
            key=lambda command: 0 if command.name == "next" else 1 if command.action == "page(1)" else 2
        )
    elif now.exam:  # where everything can be changed, going about comes before reading on
        kept.sort(key=lambda command: 0 if command.name in _MAKING else 1 if command.name in _ABOUT else 2)
    return kept


_MAKING = ("begin", "choose", "number", "act", "submit", "type", "stop", "flip")
_ABOUT = ("overview", "flag")


def _useful(command: Command, now: Situation) -> bool:
    if command.name in ("choose", "number"):
        return _chooses(command, now)
    if command.name == "flip":
        return now.flips or now.state in ("text", "typing")
    if command.name in ("find", "paragraph", "hit") and now.state == "typing":
        return False  # their keys are text then
    useful = {
        "type": not now.covered,
        "evidence": now.evidence,
        "reasons": now.reasons and not now.covered,
        "page": now.pages,
        "skip": now.others > 0 and not now.covered,
        "turn": now.on if command.action == "turn(1)" else now.back,
        "act": not now.covered,
        "overview": now.back or now.on,
    }
    return useful.get(command.name, True)


def _chooses(command: Command, now: Situation) -> bool:
    place = int(command.action.partition("(")[2].rstrip(")"))
    if command.name == "choose":
        return place < now.parts
    return place <= (3 if now.certainty else now.parts)


def _worded(command: Command, now: Situation) -> Command:
    shown, label, said, keys = command.shown, command.label, command.help, command.keys
    last = "abcdefgh"[min(now.parts, len(LETTERS)) - 1] if now.parts else ""
    match command.action:
        case "number(1)" if now.certainty:
            shown, label, said = (
                "" if now.small and now.covered else "1–3",
                "how sure" if now.small else "answer, how sure",
                "Answer, and say how sure you are: 1 low, 2 medium, 3 high",
            )
        case "number(1)":
            shown, label = f"1–{min(now.parts, MOST_KEYS)}", _choosing(now.state)
            if _unsaid(now):  # the parts wear their numbers, and the help still names them all
                shown, keys = "", ",".join(str(n + 1) for n in range(min(now.parts, MOST_KEYS)))
            said = f"{_CHOOSING[now.state]} by its number, or by its letter"
        case "choose(0)" if now.certainty:
            shown, label, said = f"a–{last}", _choosing(now.state), f"{_CHOOSING[now.state]} by its letter"
            if _unsaid(now):
                shown, keys = "", ",".join(LETTERS[: now.parts])
        case "begin" if now.tiny:
            label = "begin"
        case "submit" if now.covered:
            shown, label = "" if now.tiny else shown, "question"
        case "submit" if now.certainty and now.state != "typing":
            shown = ""
        case "next" if now.last:
            label = "done" if now.state == "review" else "score" if now.tiny else "result"
        case "page(1)" if now.state in SHOWN and not now.covered:
            label = "more"
        case "stop" if now.tiny:
            label = "out"
        case "leave" if not now.wide and now.state != "review":  # there is no room for more
            label = "leave"
        case "flip" if not now.flips:
            shown, said = "", "Leave the line in which the answer is typed, or go back to it"
        case "flip" if now.reading:
            label = "back"
        case "act" if now.tiny or (now.small and now.state != "order"):  # it stands below the prompt
            shown = ""
        case "act" if now.picked:
            label = "put down"
        case "finish" if now.exam:
            label, said = "hand in", "Hand in; after that nothing can be changed"
        case "flag":
            shown, keys = ("f", "f,F") if now.parts < 6 else ("F", "F")
            label = "take flag away" if now.flagged else "flag"
        case "paragraph" if now.parts > LETTERS.index("g"):
            keys = "G"
        case "help" if now.state == "typing":
            shown, keys = "F1", "f1"
    return command._replace(shown=shown, label=label, help=said, keys=keys)


def _unsaid(now: Situation) -> bool:
    """Whether the line of keys has no room to say how parts are chosen."""
    return now.tiny or (now.small and (now.covered or now.state == "order"))


_CHOOSING = {
    "choice": "Point at an option",
    "multiple": "Mark an option",
    "order": "Move the item to a place",
    "match": "Give the one pointed at its partner",
    "hottext": "Mark a part, counted from the first,",
    "text": "",
}


def _choosing(state: str) -> str:
    return {"multiple": "mark", "order": "place", "match": "pair", "hottext": "mark"}.get(state, "choose")
