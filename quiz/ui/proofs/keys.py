"""What can be done wherever a bank is looked at."""

from quiz.ui.commands import Command

LOOKING = (
    Command("turn(1)", "n,right,right_square_bracket", "n", "next", "Go to the next question", ("proof",)),
    Command(
        "turn(-1)", "p,left,left_square_bracket", "p", "previous", "Go to the question before", ("proof",)
    ),
    Command(
        "answers",
        "v",
        "v",
        "answers",
        "See it not answered, answered right, answered wrong",
        ("proof",),
    ),
    Command("finding(1)", "down,j", "↑↓", "findings", "Mark the next finding"),
    Command("finding(-1)", "up,k", "", "", "Mark the finding above"),
    Command("go", "enter", "enter", "its question", "Go to the question of the marked finding", ("proof",)),
    Command("pane", "tab", "tab", "text", "Turn to the article, to the findings, and back"),
    Command("page(1)", "space,pagedown", "", "", "Read on by a page"),
    Command("page(-1)", "pageup,minus", "", "", "Go back up by a page"),
)
