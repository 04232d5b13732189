"""What can be done at home, in the states the home screen has."""

from collections.abc import Sequence

from quiz.ui.commands import Command
from quiz.ui.screens.base import HELP_COMMAND

LIST = ("banks", "waiting")
TYPING = ("finding", "opening")
RESTING = ("first", "looking", "empty", *LIST)
MOVING = (*LIST, "finding")

TYPED_HELP = HELP_COMMAND._replace(keys="f1", shown="F1")
"""The help while a question mark is a letter."""

KEYS: Sequence[Command] = (
    Command("play", "enter", "enter", "play", "Play the quiz that is marked", LIST),
    Command("taste", "enter", "enter", "play", "Play three easy questions, to see what this is", ("first",)),
    Command("take", "enter", "enter", "take", "Back to the list, with what was found", ("finding",)),
    Command("take", "enter", "enter", "open", "Make a quiz from the article, or open the bank", ("opening",)),
    Command("go_on", "c", "c", "continue", "Go on with the session you left", ("waiting",)),
    Command("options", "o", "o", "options", "Choose how to play the quiz that is marked", LIST),
    Command(
        "courses",
        "t",
        "t",
        "courses",
        "Choose a course: an ordered path through the quizzes",
        (*LIST, "first"),
        why_not="There is no course beside these banks.",
    ),
    Command(
        "inspect",
        "i",
        "i",
        "inspect",
        "See who says what in the article of the quiz that is marked",
        LIST,
    ),
    Command(
        "curate",
        "d",
        "d",
        "drafts",
        "Decide about the drafts of the quiz that is marked",
        LIST,
        why_not="No draft waits in the quiz that is marked.",
    ),
    Command("scores", "s", "s", "scores", "Look at the sessions so far", RESTING),
    Command(
        "review",
        "r",
        "r",
        "review",
        "Go through your newest session again, question by question",
        RESTING,
        why_not="There is no finished session to review yet.",
    ),
    Command("find", "slash", "/", "find", "Find banks by title, outlet or skill", LIST),
    Command("library", "l", "l", "library", "Choose from all the banks", ("first",)),
    Command("open", "p", "p", "open", "Play an article or a bank from a file", RESTING),
    Command("progress", "P", "P", "progress", "See how your skills, certainty and practice stand", RESTING),
    Command("move(1)", "down,j", "↑↓", "choose", "Mark the next quiz", LIST),
    Command("move(1)", "down", "↑↓", "choose", "Mark the next quiz", ("finding",)),
    Command("move(-1)", "up,k", "", "", "Mark the quiz above", MOVING),
    Command("page(1)", "pagedown", "", "", "Mark a quiz a page below", MOVING),
    Command("page(-1)", "pageup", "", "", "Mark a quiz a page above", MOVING),
    Command("edge(-1)", "home,g", "", "", "Mark the first quiz", LIST),
    Command("edge(1)", "end,G", "", "", "Mark the last quiz", LIST),
    Command("all", "escape", "esc", "all", "Show all banks again", ("finding",)),
    Command("all", "escape", "", "", "Show all banks again", LIST),
    Command("all", "escape", "esc", "back", "Open nothing", ("opening",)),
    Command("quit", "q", "q", "quit", "Leave quiz", RESTING, kept=True),
    HELP_COMMAND,
)


def without_effect(
    *, found: int, banks: bool, finished: bool, drafts: bool, narrowed: bool, courses: bool
) -> set[str]:
    """The names of the commands that would do nothing.

    ``found`` is how many banks are listed, ``banks`` whether there are any, ``finished`` whether a session
    is, ``drafts`` whether the marked bank has some, ``narrowed`` whether there is more than is listed,
    ``courses`` whether there may be a course, or something to say about why there is none.
    """
    needed = {"play": 1, "options": 1, "inspect": 1, "move": 2, "page": 2, "edge": 2}
    useless = {name for name, count in needed.items() if found < count}
    possible = {"find": banks, "review": finished, "curate": drafts, "all": narrowed, "courses": courses}
    return useless | {name for name, able in possible.items() if not able}
