"""How a session stands, in the words of the top line and of the overview."""

from collections.abc import Sequence

from quiz.bank.kinds import SKILLS
from quiz.play.session import Session
from quiz.visible import one_line, pad, width

MOST_DOTS = 20
LONGEST_SKILL = max(map(len, SKILLS))
MANY_WORDS = 3
"""Words alike at the beginning of two prompts from which they hide what is asked."""

FLAG = "⚑"


def standings(session: Session, position: int, extra: str = "") -> tuple[str, ...]:
    """What stands in the top line while playing, longest first; ``extra`` (time left) stays longest."""
    total = len(session.asked)
    place = position + 1
    count = f"{place} of {total}"
    exam = session.mode == "exam"
    marks = f"{len(session.open)} open" if exam else marked(session)
    skill = session.asked[position].question.skill.capitalize()
    flagged = f"{FLAG} flagged" if position in session.flags else ""
    rows = [
        *([[count, dots(session), flagged, marks, extra, skill]] if total <= MOST_DOTS else []),
        [count, flagged, marks, extra, skill],
        [count, flagged[:1], marks, extra],
        [f"{place}/{total}", flagged[:1], extra],
    ]
    return tuple("   ".join(part for part in row if part) for row in rows)


def marked(session: Session) -> str:
    """How many answers were right and not right, and how many partly, where there are any."""
    partly = sum(answer.partly for answer in session.answers.values())
    wrong = len(session.answers) - session.correct - partly
    return "   ".join([f"✓ {session.correct}", *([f"≈ {partly}"] if partly else []), f"✗ {wrong}"])


def dots(session: Session) -> str:
    """A sign for each question: ● answered, ○ open, ⚑ flagged."""
    return "".join(
        FLAG if place in session.flags else "●" if place in session.answers else "○"
        for place in range(len(session.asked))
    )


def reviewed(session: Session, place: int, count: int, position: int) -> tuple[str, ...]:
    """What stands in the top line while a finished session is looked at."""
    skill = session.asked[position].question.skill.capitalize()
    where = f"{place + 1} of {count}"
    asked = f"question {position + 1} of {len(session.asked)}"
    return (
        f"review {where}   {asked}   {skill}",
        f"review {where}   {asked}",
        f"review {where}",
        f"{place + 1}/{count}",
    )


def listed(session: Session, *, roomy: bool) -> list[str]:
    """The questions in the overview: number, how each stands in a sign and a word, what tells it apart.

    Where it is ``roomy`` the skill stands in a column of its own.
    """
    states = [_state(session, place) for place in range(len(session.asked))]
    cells = max(width(state) for state in states) if roomy else 0
    rows = []
    for place, asks in enumerate(told_apart([item.question.prompt for item in session.asked])):
        skill = f"{session.asked[place].question.skill:<{LONGEST_SKILL}}  " if roomy else ""
        flag = f"{FLAG} flagged  " if place in session.flags else ""
        rows.append(f"{place + 1:>3}  {pad(states[place], cells)}  {skill}{flag}{asks}")
    return rows


def told_apart(prompts: Sequence[str]) -> list[str]:
    """Prompts without the first words that they share with another one, where these are several."""
    words = [one_line(prompt).split() for prompt in prompts]
    told = []
    for mine in words:
        shared = max((_shared(mine, other) for other in words if other != mine), default=0)
        told.append(_without(mine, shared) if MANY_WORDS <= shared < len(mine) else " ".join(mine))
    return told


def _without(words: Sequence[str], count: int) -> str:
    """A prompt without its first words; a quotation that began in them is still one."""
    left_out = " ".join(words[:count])
    quoted = left_out.count("“") > left_out.count("”")
    return " ".join(["“…" if quoted else "…", *words[count:]])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two prompts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _state(session: Session, position: int) -> str:
    answer = session.answers.get(position)
    if answer is None:
        state = "○ open"
    elif session.mode == "exam":
        state = "● answered"
    elif answer.correct:
        state = "✓ right"
    elif answer.partly:
        state = "≈ partly right"
    else:
        state = "✗ not right"
    return state


def ending(session: Session) -> tuple[str, str]:
    """What to ask before a session is handed in or given up, and what follows from it."""
    exam = session.mode == "exam"
    left = len(session.open)
    flagged = len(session.flags)
    about = []
    if left:
        about.append(f"{_questions(left)} open and will count as not answered.")
    if exam and flagged:
        about.append(f"{_questions(flagged)} flagged.")
    if exam:
        about.append("After that nothing can be changed.")
    return ("Hand in?" if exam else "Finish here?"), " ".join(about) or "Every question is answered."


def _questions(count: int) -> str:
    return "One question is" if count == 1 else f"{count} questions are"
