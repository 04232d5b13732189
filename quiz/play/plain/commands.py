"""The words that can be typed instead of an answer: what each does, and when it can be used."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

Place = Literal["question", "answered", "overview", "reading"]
"""Where a player is: at a question that takes an answer, at one that has its last one, at the list of all
questions of an exam that has no open one, or at the article before a closed book."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which commands can be used.

    ``closed`` tells that the article may not be looked at now, ``answers`` whether there is an answer whose
    reasons may be told, ``flagged`` whether the question is.
    """

    place: Place
    exam: bool = False
    article: bool = True
    closed: bool = False
    answers: bool = False
    flagged: bool = False
    limit: bool = False


WhyNot = Callable[[Situation], str | None]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its words (the first is the one that help names), its help, and why it cannot be used.

    ``argument`` is what may follow: nothing (“”), a number, or words. ``short`` is a letter that does the
    same where words are not an answer. With a ``mode`` it is named in the help of that mode only.
    """

    name: str
    words: tuple[str, ...]
    says: str
    why_not: WhyNot
    argument: Literal["", "number", "words"] = ""
    short: str = ""
    mode: Literal["", "practice", "exam"] = ""


def _always(_: Situation) -> str | None:
    return None


def _reading(now: Situation) -> str | None:
    if not now.article:
        return "This quiz has no article."
    if now.closed and now.exam:
        return "The article is closed until you hand in."
    return "The article is closed while you answer." if now.closed else None


def _at_a_question(now: Situation) -> str | None:
    match now.place:
        case "overview":
            return "You are at the list of questions. Type the number of a question to turn to it first."
        case "reading":
            return "The questions come after the article. Press Enter for the first one."
    return None


def _open(now: Situation) -> str | None:
    if now.place == "answered":
        return "This question is answered already. “next” goes on."
    return _at_a_question(now)


def _turning(now: Situation) -> str | None:
    return _at_a_question(now) if now.place == "reading" else None


def _why(now: Situation) -> str | None:
    if now.exam:
        return "In an exam the reasons are told after you hand in."
    return None if now.answers else "The reasons are told after an answer."


def _flag(now: Situation) -> str | None:
    if now.flagged and now.place in ("question", "answered"):
        return "This question is flagged already; “unflag” takes the flag away."
    return _at_a_question(now)


def _unflag(now: Situation) -> str | None:
    if not now.flagged and now.place in ("question", "answered"):
        return "This question has no flag; “flag” gives it one."
    return _at_a_question(now)


def _limited(now: Situation) -> str | None:
    return None if now.limit else "There is no time limit."


COMMANDS: Final = (
    Command(
        "text", ("text",), "“text” reads the article, “text 4” its paragraph 4.", _reading, argument="number"
    ),
    Command("find", ("find",), "“find bridge” finds a word in the article.", _reading, argument="words"),
    Command("again", ("again", "repeat"), "“again” repeats the question.", _at_a_question, short="r"),
    Command(
        "why",
        ("why", "reasons"),
        "“why” tells the reasons of every option of the last answered question, “why 2” those of question 2.",
        _why,
        argument="number",
        short="w",
    ),
    Command(
        "skip",
        ("skip",),
        "“skip” leaves the question open; it comes back after the others.",
        _open,
        short="s",
    ),
    Command("flag", ("flag",), "“flag” marks the question for another look.", _flag),
    Command("unflag", ("unflag",), "“unflag” takes the flag away.", _unflag),
    Command("back", ("back", "previous"), "“back” turns to the question before.", _at_a_question),
    Command("next", ("next",), "“next” turns to the question after.", _turning, short="n"),
    Command("go", ("go",), "“go 3” turns to question 3.", _turning, argument="number"),
    Command("list", ("list", "overview"), "“list” names all questions and their state.", _turning, short="o"),
    Command("time", ("time",), "“time” tells how much time is left.", _limited),
    Command("pause", ("pause",), "“pause” stops the clock until you go on.", _always, short="p"),
    Command(
        "finish",
        ("finish",),
        "“finish” ends the session; open questions count as not answered.",
        _turning,
        short="x",
        mode="practice",
    ),
    Command(
        "finish",
        ("hand in", "handin"),
        "“hand in” ends the exam; open questions count as not answered.",
        _turning,
        mode="exam",
    ),
    Command("help", ("help", "?"), "“help” says this.", _always),
    Command(
        "quit",
        ("quit", "exit"),
        "“quit” leaves; every answer is kept, and you can go on later.",
        _always,
        short="q",
    ),
)
"""Every command, in the order in which help tells them."""

_BY_WORD: Final = {word: command for command in COMMANDS for word in command.words}
_BY_LETTER: Final = {command.short: command for command in COMMANDS if command.short}
_NUMBER: Final = re.compile(r"[0-9]{1,4}")


def command_in(line: str, *, typed: bool = False) -> tuple[Command, str] | None:
    """The command in a line with its argument (“” for none), or None if the line holds none.

    Where an answer is ``typed`` in words, only whole commands count: no single letters, and after “text”
    nothing but a number.
    """
    said = " ".join(line.casefold().split())
    if not typed and said in _BY_LETTER:
        return _BY_LETTER[said], ""
    if said in _BY_WORD:
        return _BY_WORD[said], ""
    word, _, argument = said.partition(" ")
    command = _BY_WORD.get(word)
    if command is None or not argument or not command.argument:
        return None
    if typed and command.argument != "words" and not _NUMBER.fullmatch(argument):
        return None
    return command, argument


def help_lines(now: Situation) -> list[str]:
    """A sentence for each command that can be used now."""
    other = "practice" if now.exam else "exam"
    return [command.says for command in COMMANDS if command.why_not(now) is None and command.mode != other]
