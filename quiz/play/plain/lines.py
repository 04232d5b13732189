"""An answer as one line: how each type is written, what a line answers, and how an answer would be typed.

A line may end in “@1”, “@2” or “@3”, or begin with it: how sure the answer is. A typed answer that begins
with “=” is everything after that sign, just as it stands, so that any word can be answered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quiz.amounts import together
from quiz.bank.model import Choice, Hottext, Match, Multiple, Order, TextEntry
from quiz.play.asked import Asked
from quiz.play.entries import LONGEST_TEXT, HottextEntry
from quiz.play.plain.commands import command_in
from quiz.play.responses import Response, pairs_of
from quiz.visible import one_line

LETTERS: Final = "abcdefgh"
"""Names of options and of left sides; no question has more."""

VERBATIM: Final = "="
NOBODY: Final = "-"

_SURE_AFTER: Final = re.compile(r"(.*?)\s*@\s*(\S+)")
_SURE_AFTER_TEXT: Final = re.compile(r"(.*\S)\s+@([123])")
_SURE_BEFORE: Final = re.compile(r"@([123])\s+(.*)")
_BETWEEN: Final = re.compile(r"[\s,;]+")
_JOINED: Final = re.compile(r"(?<=[a-z\d])\s*(?:->|→|=|:|-(?=[a-z\d]))\s*(?=[a-z\d])")
_PAIR_PARTS: Final = re.compile(r"[a-z]|\d+|-")


class NotAnAnswer(ValueError):  # noqa: N818 (it reads as the sentence it is)
    """The line answers nothing; the message says what would."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a line answers; ``certainty`` is 1 low, 2 medium, 3 high, or None where the line does not say."""

    response: Response
    certainty: int | None = None


def targets(asked: Asked) -> tuple[str, ...]:
    """The parts of a passage in the order in which they are numbered; empty for other types."""
    question = asked.question
    return HottextEntry(asked, question).targets if isinstance(question, Hottext) else ()


def answer_in(line: str, asked: Asked, *, certainty: bool = False) -> Given:
    """Read a line as an answer, with how sure it is if the session asks for that. Raises NotAnAnswer."""
    line = one_line(line)
    if isinstance(asked.question, TextEntry):
        return _typed(line, certainty=certainty)
    found = _SURE_AFTER.fullmatch(line)
    before = _SURE_BEFORE.fullmatch(line)
    sure = None
    if (found or before) and not certainty:
        raise NotAnAnswer("This session does not ask how sure you are. Please leave the “@” out.")
    if before:
        sure, line = int(before[1]), before[2]
    elif found:
        if found[2] not in {"1", "2", "3"}:
            raise NotAnAnswer("After “@” comes how sure you are: 1 low, 2 medium, 3 high.")
        sure, line = int(found[2]), found[1]
    return Given(_response(line.casefold(), asked), sure)


def line_of(asked: Asked, given: Given, *, letters: bool = False) -> str:
    """The line that `answer_in` reads as this answer; with ``letters`` a choice is named by its letter."""
    sure = f" @{given.certainty}" if given.certainty else ""
    response, parts = given.response, asked.parts
    match asked.question:
        case Choice():
            place = parts.index(str(response))
            return f"{LETTERS[place] if letters else place + 1}{sure}"
        case Multiple() | Order():
            return " ".join(str(parts.index(str(text)) + 1) for text in response) + sure
        case Hottext():
            places = sorted(targets(asked).index(str(text)) for text in response)
            return " ".join(str(place + 1) for place in places) + sure
        case Match() as question:
            partners = dict(pairs_of(response))
            return " ".join(_pair_in_line(asked, question, partners)) + sure
        case TextEntry():
            text = str(response)
            plain = not (
                text.startswith((VERBATIM, "@"))
                or _SURE_AFTER_TEXT.fullmatch(text)
                or command_in(text, typed=True)
            )
            if plain:
                return text + sure
            return f"{sure} {VERBATIM}{text}".lstrip()


def how_to(asked: Asked, *, certainty: bool = False) -> str:
    """What may be typed for an answer, in a few words that end a sentence begun with “type”."""
    parts = len(asked.parts)
    match asked.question:
        case Choice():
            way = f"a letter from a to {LETTERS[parts - 1]}" if certainty else f"a number from 1 to {parts}"
            if parts == 2:
                way = "a or b" if certainty else "1 or 2"
            return f"{way} and how sure you are, such as “b @2”" if certainty else way
        case Multiple():
            way, example = "every number that is right", "1 2" if parts == 2 else "1 3"
        case Order():
            way = "the numbers in the right order"
            example = " ".join(str(number) for number in (parts, *range(1, parts)))
        case Match():
            way = "letters with their numbers"
            example = " ".join(f"{LETTERS[place]}{(place + 1) % parts + 1}" for place in range(parts))
        case Hottext():
            way, example = "the numbers of the parts you mark", "1 2"
        case TextEntry():
            return (
                "the answer in words, and “@” with 1, 2 or 3 for how sure you are"
                if certainty
                else ("the answer in words")
            )
    if certainty:
        return f"{way}, and how sure you are, such as “{example} @2”"
    return f"{way}, such as “{example}”"


def more_about(asked: Asked, *, certainty: bool = False) -> Iterator[str]:
    """What else can be said of how an answer is typed, a sentence a line; for help."""
    match asked.question:
        case Choice() | Multiple() | Order():
            yield "A letter does what a number does: a is 1, b is 2."
        case Match():
            yield "“2a 1b” does the same as “a2 b1”; “a-” leaves a without a number."
        case TextEntry():
            yield "“=” takes what follows it as the answer, as it stands: “=skip” answers skip."
        case Hottext():
            pass
    if certainty:
        yield "After “@” 1 is low, 2 medium and 3 high certainty."


def _response(line: str, asked: Asked) -> Response:
    parts = asked.parts
    match asked.question:
        case Choice():
            place = _place(line, len(parts))
            if place is None:
                last = LETTERS[len(parts) - 1]
                raise NotAnAnswer(
                    f"Please type a number from 1 to {len(parts)} or a letter from a to {last}."
                )
            return parts[place]
        case Multiple():
            return tuple(parts[place] for place in _places(line, len(parts)))
        case Hottext():
            texts = targets(asked)
            return tuple(texts[place] for place in _places(line, len(texts), letters=False))
        case Order():
            places = _places(line, len(parts), example="3 1 2")
            missing = [str(place + 1) for place in range(len(parts)) if place not in places]
            if missing:
                raise NotAnAnswer(
                    f"Please type every number from 1 to {len(parts)} once; {together(missing)}"
                    f" {'is' if len(missing) == 1 else 'are'} missing."
                )
            return tuple(parts[place] for place in places)
        case Match() as question:
            return _pairs(line, asked, question)
        case TextEntry():
            raise NotAnAnswer("Please type the answer in words.")


def _typed(line: str, *, certainty: bool) -> Given:
    sure = None
    if certainty and (found := _SURE_BEFORE.fullmatch(line)):
        sure, line = int(found[1]), found[2]
    if line.startswith(VERBATIM):
        line = line[len(VERBATIM) :].strip()
    elif certainty and sure is None and (found := _SURE_AFTER_TEXT.fullmatch(line)):
        sure, line = int(found[2]), found[1]
    if not line:
        raise NotAnAnswer("Please type the answer in words.")
    if len(line) > LONGEST_TEXT:
        raise NotAnAnswer(f"Please type an answer of at most {LONGEST_TEXT} characters.")
    return Given(line, sure)


def _place(word: str, count: int, *, letters: bool = True) -> int | None:
    """The place, from 0, that a number or a letter names; None if there is no such place."""
    word = word.removesuffix(".").removesuffix(")")
    if word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= count:
        return int(word) - 1
    if letters and len(word) == 1 and word in LETTERS[:count]:
        return LETTERS.index(word)
    return None


def _places(line: str, count: int, *, letters: bool = True, example: str = "1 3") -> Sequence[int]:
    places: list[int] = []
    for word in _BETWEEN.split(line.strip(" ,;")):
        place = _place(word, count, letters=letters)
        if place is None:
            wanted = f"Please type numbers from 1 to {count} with spaces between them, such as “{example}”."
            if count == 2:
                wanted = "Please type 1, 2, or both with a space between them."
            raise NotAnAnswer(wanted)
        if place in places:
            raise NotAnAnswer(f"You named {place + 1} twice. Please type each number once.")
        places.append(place)
    return places


def _pairs(line: str, asked: Asked, question: Match) -> Response:
    count = len(question.pairs)
    example = " ".join(f"{LETTERS[place]}{(place + 1) % count + 1}" for place in range(count))
    wanted = NotAnAnswer(
        f"Please type each letter from a to {LETTERS[count - 1]} with its number from 1 to {count}, "
        f"such as “{example}”."
    )
    joined = _JOINED.sub("", line)
    names = _PAIR_PARTS.findall(joined)
    if "".join(names) != re.sub(r"[\s,;]", "", joined) or len(names) % 2 or not names:
        raise wanted
    partners: dict[int, int | None] = {}
    for one, other in zip(names[::2], names[1::2], strict=True):
        letter, number = (one, other) if one.isalpha() else (other, one)
        left = _place(letter, count) if letter.isalpha() else None
        right = None if number == NOBODY else _place(number, count, letters=False)
        if left is None or (right is None and number != NOBODY):
            raise wanted
        if left in partners:
            raise NotAnAnswer(f"You named {letter} twice. Please type each letter once.")
        if right is not None and right in partners.values():
            raise NotAnAnswer(f"You named {right + 1} twice. Please type each number once.")
        partners[left] = right
    missing = [LETTERS[left] for left in range(count) if left not in partners]
    if missing:
        raise NotAnAnswer(
            f"{together(missing)} {'has' if len(missing) == 1 else 'have'} no number yet. "
            f"Please type all pairs on one line; “{missing[0]}-” leaves {missing[0]} without one."
        )
    chosen = tuple(
        (question.pairs[left].left, asked.parts[right])
        for left, right in sorted(partners.items())
        if right is not None
    )
    if not chosen:
        raise NotAnAnswer("Please pair at least one letter with a number.")
    return chosen


def _pair_in_line(asked: Asked, question: Match, partners: dict[str, str]) -> list[str]:
    return [
        f"{LETTERS[place]}{asked.parts.index(partners[pair.left]) + 1 if pair.left in partners else NOBODY}"
        for place, pair in enumerate(question.pairs)
    ]
