"""What is said of a course after a session."""

from quiz.amounts import counted
from quiz.play.onward import Onward
from quiz.play.steps import told_right
from quiz.visible import one_line


def going_on(onward: Onward) -> str:
    """Where a course leads, in a sentence or two."""
    said = []
    if onward.done is not None and onward.done.next is None:
        said.append(f"“{one_line(onward.done.course.title)}” is finished: {told_right(onward.done)}.")
    following = onward.next
    if following is None or following.next is None:
        return " ".join([*said, "There is no course left to play."])
    title = f"“{one_line(following.course.title)}”"
    step = following.next
    if onward.same:
        said.append(
            f"Next, with n: step {step.number} of {title}, {step.title}, {counted(step.left, 'question')}."
        )
    else:
        said += [] if onward.done is not None else ["That is how it works."]
        said.append(f"Next, with n: the course {title}, in {counted(len(following.playable), 'step')}.")
    return " ".join(said)
