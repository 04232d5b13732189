"""The sentences about one question: as it is asked, as it is explained, and the reasons of its parts."""

from collections.abc import Iterator, Sequence

from quiz.bank.kinds import KINDS
from quiz.bank.model import Choice, Hottext, Match, Multiple, Option, Order, Target, TextEntry
from quiz.play.asked import Asked
from quiz.play.plain.lines import LETTERS, targets
from quiz.play.recorded import Evidence
from quiz.play.responses import AnyQuestion, Response, pairs_of
from quiz.play.session import Answer
from quiz.play.telling import CERTAINTIES, verdict
from quiz.visible import one_line, visible


def asking(asked: Asked, *, letters: bool = False) -> Iterator[str]:
    """The question and what belongs to it; with ``letters`` the options of a choice carry these."""
    question = asked.question
    yield visible(question.prompt)
    match question:
        case Choice() | Multiple() | Order():
            lettered = letters and isinstance(question, Choice)
            for place, text in enumerate(asked.parts):
                yield f"{LETTERS[place] if lettered else place + 1}. {one_line(text)}"
        case Match():
            yield "Find for each letter its number."
            for place, pair in enumerate(question.pairs):
                yield f"{LETTERS[place]}. {one_line(pair.left)}"
            for place, text in enumerate(asked.parts):
                yield f"{place + 1}. {one_line(text)}"
        case Hottext():
            yield f"The passage: {one_line(question.passage)}"
            yield "Its parts that can be marked:"
            for place, text in enumerate(targets(asked)):
                first = ", where it stands first" if question.passage.count(text) > 1 else ""
                yield f"{place + 1}. {one_line(text)}{first}"
        case TextEntry():
            pass


def spoken(response: Response, question: AnyQuestion) -> str:
    """A response in words that need no signs: parts in a row, an order with “then”."""
    match question:
        case Match():
            return "; ".join(f"{one_line(left)}: {one_line(right)}" for left, right in pairs_of(response))
        case Order():
            return "; then ".join(one_line(str(text)).removesuffix(".") for text in response) + "."
        case Multiple() | Hottext():
            return "; ".join(one_line(str(text)) for text in response)
    return one_line(str(response))


def explaining(asked: Asked, answer: Answer, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Everything that is told after an answer: what it was, the key, the evidence, and why."""
    question = asked.question
    said = verdict(asked, answer)
    yield f"{said}." if answer.correct else f"{said}. {key_told(asked)}"
    yield from teaching(asked, evidence)
    for part in _wrong_parts(asked, answer.response):
        yield f"Not “{one_line(part.text).strip('“”')}”: {one_line(part.why or '')}"
    yield KINDS[question.kind].lesson


def teaching(asked: Asked, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The evidence and the explanation."""
    for piece in evidence:
        yield f"{piece.place[0].upper()}{piece.place[1:]}: {one_line(piece.quote)}"
    yield visible(asked.question.explanation)


def key_told(asked: Asked) -> str:
    """The right answer, and whose it is."""
    return f"{_whose(asked.question)}: {spoken(asked.key, asked.question)}"


def reasons(asked: Asked, *, letters: bool = False) -> Iterator[str]:
    """What there is to say about every part: that it is right, or why it is not."""
    question = asked.question
    match question:
        case Choice() | Multiple():
            lettered = letters and isinstance(question, Choice)
            for place, option in enumerate(asked.options):
                yield f"{LETTERS[place] if lettered else place + 1}. {_reason(option)}"
        case Hottext():
            by_text = {target.text: target for target in question.targets}
            for place, text in enumerate(targets(asked)):
                yield f"{place + 1}. {_reason(by_text[text])}"
        case TextEntry():
            accepted = [f"“{one_line(text)}”" for text in question.accept]
            yield f"Accepted: {' or '.join(accepted)}."
        case Order() | Match():
            yield key_told(asked)
    yield visible(question.explanation)


def certainty_told(certainty: int | None) -> str:
    """How sure an answer was, as a sentence of its own, or nothing."""
    return f" Your certainty: {CERTAINTIES[certainty]}." if certainty else ""


def _whose(question: AnyQuestion) -> str:
    return "The article's answer" if question.evidence else "The right answer"


def _wrong_parts(asked: Asked, response: Response) -> list[Option] | list[Target]:
    """Wrong parts with a reason: all of a few options, of a passage only those that were marked."""
    question = asked.question
    if isinstance(question, Hottext):
        return [part for part in question.targets if not part.correct and part.why and part.text in response]
    return [option for option in asked.options if not option.correct and option.why]


def _reason(part: Option | Target) -> str:
    text = one_line(part.text)
    if part.correct:
        return f"{text}: right.{f' {one_line(part.why)}' if part.why else ''}"
    return f"{text}: not right. {one_line(part.why) if part.why else 'No reason is given.'}"
