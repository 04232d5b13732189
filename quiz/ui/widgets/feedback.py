"""What there is to learn after an answer: the evidence, the explanation, the reasons, the lesson."""

from collections.abc import Sequence

from textual.content import Content

from quiz.bank.kinds import KINDS
from quiz.bank.model import Choice, Hottext, Multiple
from quiz.play.asked import Asked
from quiz.play.recorded import Evidence
from quiz.play.responses import Response
from quiz.play.session import Answer
from quiz.play.telling import CERTAINTIES, in_words, tally, verdict
from quiz.ui import text
from quiz.visible import one_line, visible

MUCH = 300
"""Characters of reasons above which only those for what was chosen are shown at first."""


def reasons(item: Asked, response: Response | None) -> list[tuple[str, str]]:
    """Each wrong option with the reason why it is none; what the player chose comes first."""
    parts: Sequence[tuple[str, bool, str | None]] = ()
    match item.question:
        case Choice() | Multiple():
            parts = [(option.text, option.correct, option.why) for option in item.options]
        case Hottext() as question:
            parts = [(part.text, part.correct, part.why) for part in question.targets]
    found = [(name, why) for name, correct, why in parts if not correct and why]
    return sorted(found, key=lambda reason: not chosen(reason[0], response))


def chosen(part: str, response: Response | None) -> bool:
    """Whether a part is, or is among, what was answered."""
    return part == response if isinstance(response, str) else part in (response or ())


def foldable(item: Asked, response: Response | None) -> bool:
    """Whether there are reasons that can be hidden: those for what was not chosen."""
    return any(not chosen(name, response) for name, _ in reasons(item, response))


def few(item: Asked) -> bool:
    """Whether the reasons are so short that all of them are shown at first."""
    return sum(len(name) + len(why) for name, why in reasons(item, None)) <= MUCH


def feedback(
    item: Asked, answer: Answer | None, evidence: Sequence[Evidence] = (), *, everything: bool | None = None
) -> Content:
    """All there is to say beside what it was worth; ``evidence`` where it is out of sight.

    ``everything`` shows every reason or only those for what was chosen; None decides by their length.
    """
    response = answer.response if answer else None
    parts: list[Content] = []
    for piece in evidence:
        parts.append(
            Content.assemble(
                text.line(_place(piece), "$quiet"), " ", text.line(piece.quote, "underline on $evidence")
            )
        )
    parts.append(text.block(item.question.explanation))
    parts += _reasons(item, response, everything)
    parts.append(text.line(KINDS[item.question.kind].lesson, "italic $accent"))
    return Content("\n\n").join(parts)


def _place(piece: Evidence) -> str:
    return f"{piece.place[:1].upper()}{piece.place[1:]}:"


def told(item: Asked, answer: Answer | None) -> str:
    """The verdict in words; a choice without certainty has it at its options already."""
    if answer is None:
        return "Not answered."
    if isinstance(item.question, Choice) and answer.certainty is None:
        return ""
    sentences = [f"{verdict(item, answer)}."]
    counted = tally(item, answer)
    if counted:
        sentences.append(f"{counted}.")
    if answer.certainty is not None:
        sentences.append(f"How sure you were: {CERTAINTIES[answer.certainty]}.")
    return " ".join(sentences)


def _reasons(item: Asked, response: Response | None, everything: bool | None) -> list[Content]:
    found = reasons(item, response)
    if everything is None:
        everything = few(item)
    shown = [reason for reason in found if everything or chosen(reason[0], response)]
    lines = [
        Content.assemble(("Not ", "bold"), "“", text.line(name.strip("“”")), "”: ", text.line(why))
        for name, why in shown
    ]
    hidden = len(found) - len(shown)
    if hidden:
        lines.append(Content.assemble(("w", "bold"), f" shows why {_others(hidden, len(shown))}"))
    return [Content("\n").join(lines)] if lines else []


def _others(hidden: int, shown: int) -> str:
    if hidden == 1:
        return "another option is not the answer." if shown else "one option is not the answer."
    return f"{hidden} {'other ' if shown else ''}options are not the answer."


def as_text(item: Asked, answer: Answer | None, evidence: Sequence[Evidence], *, explained: bool) -> str:
    """A question as plain text to be copied; ``explained`` adds answer, key, evidence and explanation."""
    parts = [visible(item.question.prompt), *(f"- {one_line(part)}" for part in item.parts)]
    if isinstance(item.question, Hottext):
        parts.append(visible(item.question.passage))
    if explained:
        if answer is not None:
            parts.append(f"You: {one_line(in_words(item.question, answer.response))}")
        parts.append(f"Answer: {one_line(in_words(item.question, item.key))}")
        parts += [
            f"{piece.place[:1].upper()}{piece.place[1:]}: {one_line(piece.quote)}" for piece in evidence
        ]
        parts.append(visible(item.question.explanation))
    return "\n".join(parts)
