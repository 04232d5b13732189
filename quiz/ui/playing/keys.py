"""The keys of the play screen, and which of them do something in a situation."""

from collections.abc import Iterable
from typing import NamedTuple

from quiz.ui.commands import Command
from quiz.ui.screens.base import HELP_COMMAND
from quiz.ui.screens.reading import READING
from quiz.ui.widgets.rows import LETTERS

MARKING = ("multiple", "hottext")
POINTING = ("choice", "multiple", "order", "match")
ASKING = (*POINTING, "hottext", "text")
ANY_ASKING = (*ASKING, "typing")
SHOWN = ("answered", "review")
MOST_KEYS = 9

KEYS = (
    Command(
        "begin",
        "enter",
        "enter",
        "I have read it",
        "Go to the questions; the text is then hidden",
        ("reading",),
    ),
    Command("number(1)", "1", "1–9", "choose", "", ASKING, why_not="There is nothing to choose now."),
    *(Command(f"number({n})", str(n), "", "", "", ASKING) for n in range(2, MOST_KEYS + 1)),
    Command("choose(0)", "a", "", "", "", ASKING),
    *(Command(f"choose({n})", letter, "", "", "", ASKING) for n, letter in enumerate(LETTERS) if n),
    Command(
        "act", "space", "space", "pick up", "Pick the item up, or put it down; arrows move it", ("order",)
    ),
    Command("submit", "enter", "enter", "answer", "Answer", ANY_ASKING),
    Command("act", "space", "space", "mark", "Mark what is pointed at, or take its mark away", MARKING),
    Command("next", "enter", "enter", "next", "Go on to the next question", SHOWN),
    Command("point(-1)", "up,k", "", "", "Point at the part above", (*POINTING, "hottext")),
    Command("point(1)", "down,j", "", "", "Point at the part below", (*POINTING, "hottext")),
    Command("step(-1)", "left", "", "", "Point at the part before", ("hottext",)),
    Command("step(1)", "right", "", "", "Point at the part after", ("hottext",)),
    Command("scroll(-1)", "up,k", "", "", "Scroll the question back", (*SHOWN, "reading")),
    Command("scroll(1)", "down,j", "", "", "Scroll the question on", (*SHOWN, "reading")),
    Command("move(-1)", "K,shift+up", "", "", "Move the item up", ("order",)),
    Command("move(1)", "J,shift+down", "", "", "Move the item down", ("order",)),
    Command("type", "t", "t", "type", "Type the answer", ("text",)),
    Command(
        "stop",
        "escape",
        "esc",
        "stop typing",
        "Leave the line; the keys then work as elsewhere",
        ("typing",),
    ),
    Command("flip", "tab", "tab", "text", "Turn to the text, and back", (*ANY_ASKING, *SHOWN)),
    Command(
        "evidence",
        "e",
        "e",
        "evidence",
        "Go to the evidence in the text",
        SHOWN,
        why_not="There is no evidence to show now.",
    ),
    Command(
        "reasons",
        "w",
        "w",
        "reasons",
        "Why the other options are not the answer: all reasons, or fewer",
        SHOWN,
        why_not="Reasons are shown after the answer, where the bank gives any.",
    ),
    Command(
        "page(1)",
        "space,pagedown",
        "space",
        "page",
        "Read on",
        ("choice", "match", "text", "reading", *SHOWN),
    ),
    Command("page(1)", "pagedown", "PgDn", "page", "Read on", ("multiple", "hottext", "order", "typing")),
    Command("page(-1)", "pageup,minus", "", "", "Page back", (*ASKING, *SHOWN, "reading")),
    Command("page(-1)", "pageup", "", "", "Page back", ("typing",)),
    Command(
        "skip",
        "s",
        "s",
        "skip",
        "Leave this question open; it comes back after the others",
        ASKING,
        why_not="There is nothing to skip here.",
    ),
    Command(
        "leave",
        "q",
        "q",
        "leave (kept)",
        "Leave; every answer is kept",
        (*ASKING, "answered", "reading"),
        kept=True,
    ),
    Command("leave", "q", "q", "back", "Go back", ("review",), kept=True),
    *READING,
    Command(
        "turn(1)",
        "right,right_square_bracket",
        "",
        "",
        "Turn to the next question",
        (*POINTING, "text", *SHOWN),
        why_not="This is the last question.",
    ),
    Command(
        "turn(-1)",
        "left,left_square_bracket",
        "",
        "",
        "Turn to the question before",
        (*POINTING, "text", *SHOWN),
        why_not="This is the first question.",
    ),
    Command(
        "turn(1)",
        "right_square_bracket",
        "",
        "",
        "Turn to the next question",
        ("hottext",),
        why_not="This is the last question.",
    ),
    Command(
        "turn(-1)",
        "left_square_bracket",
        "",
        "",
        "Turn to the question before",
        ("hottext",),
        why_not="This is the first question.",
    ),
    Command(
        "overview",
        "o",
        "o",
        "overview",
        "List all questions, and go to one",
        (*ASKING, "answered"),
        why_not="There is no overview of a single question, nor in a review.",
    ),
    Command(
        "flag",
        "f,F",
        "f",
        "flag",
        "Flag this question for another look, or take the flag away",
        ASKING,
        why_not="Only a question that waits for its answer can be flagged.",
    ),
    Command(
        "finish",
        "x",
        "x",
        "finish",
        "Finish; open questions count as not answered",
        (*ASKING, "answered"),
        why_not="There is nothing to finish here.",
    ),
    Command(
        "pause",
        "p",
        "p",
        "pause",
        "Pause: the clock stops, question and text are covered",
        (*ASKING, "answered", "reading"),
    ),
    Command("copy", "y", "y", "copy", "Copy the question, then also what explains it", (*ASKING, *SHOWN)),
    HELP_COMMAND,
)


class Situation(NamedTuple):
    """What decides which keys do something.

    ``parts`` is how many can be chosen by a key, ``covered`` whether the text stands over the question,
    ``back`` and ``on`` whether there is a question before and after this one, ``others`` how many other
    questions are open.
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
    wide: bool = True
    tiny: bool = False
    last: bool = False
    flagged: bool = False


def fitting(commands: Iterable[Command], now: Situation) -> list[Command]:
    """The commands that have an effect, worded for the situation."""
    kept = [_worded(command, now) for command in commands if _useful(command, now)]
    if now.state in SHOWN and not now.wide and not now.covered:  # an explanation too long comes first
        kept.sort(
            key=lambda command: 0 if command.name == "next" else 1 if command.action == "page(1)" else 2
        )
    return kept


def _useful(command: Command, now: Situation) -> bool:
    if command.name in ("choose", "number"):
        return _chooses(command, now)
    if command.name == "flip":
        return now.flips or now.state in ("text", "typing")
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
                "1–3",
                "answer, how sure",
                "Answer, and say how sure you are: 1 low, 2 medium, 3 high",
            )
        case "number(1)":
            shown, label = f"1–{min(now.parts, MOST_KEYS)}", _choosing(now.state)
            if now.state == "order" and now.tiny:  # the line has no room; the help still names them all
                shown, keys = "", ",".join(str(n + 1) for n in range(min(now.parts, MOST_KEYS)))
            said = f"{_CHOOSING[now.state]} by its number, or by its letter"
        case "choose(0)" if now.certainty:
            shown, label, said = f"a–{last}", _choosing(now.state), f"{_CHOOSING[now.state]} by its letter"
        case "submit" if now.covered:
            label = "question"
        case "submit" if now.certainty and now.state != "typing":
            shown = ""
        case "next" if now.last:
            label = "done" if now.state == "review" else "result"
        case "leave" if not now.wide and now.state != "review":  # there is no room for more
            label = "leave"
        case "flip" if not now.flips:
            shown, said = "", "Leave the line in which the answer is typed, or go back to it"
        case "flip" if now.reading:
            label = "back"
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
