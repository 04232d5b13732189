"""Family B, bank: whether what one question shows before it is answered answers another one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Asked, Subject, fold
from quiz.bank.check.words import STOP
from quiz.bank.model import Choice, Hottext, Match, Multiple, Order, TextEntry
from quiz.bank.positions import Path

_GAP: Final = "___"
_NEAR: Final = 8
"""Words on each side of a gap that tell what it is about."""
_FEWEST: Final = 3
_FEWEST_OF_PAIR: Final = 2
"""Words, beside the answer, that a text must share with a question to be about the same thing."""
_SHARE: Final = 0.6
_MOST: Final = 50
"""Texts with the rarest word of an answer that are looked at: a bank of thousands stays quick to check."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text that a question shows before it is answered: its prompt, an option, its passage."""

    place: int
    path: Path
    what: str
    folded: str

    @property
    def words(self) -> frozenset[str]:
        """Its words but for those that stand in every question."""
        return _content(self.folded)


@dataclass(frozen=True, slots=True)
class _Clue:
    """What would answer a question, if another one showed it.

    ``row`` are folded words side by side, ``answer`` the part of them that is the key. At least ``fewest`` of
    the words ``beside`` must stand in the same text, and none of the answers ``without``.
    """

    row: str
    answer: str
    beside: frozenset[str] = frozenset()
    fewest: float = 0
    without: tuple[str, ...] = ()

    def shown_in(self, shown: _Shown) -> bool:
        """Whether a text answers the question."""
        text = f" {shown.folded} "
        return (
            f" {self.row} " in text
            and len(self.beside & shown.words) >= self.fewest
            and not any(f" {other} " in text for other in self.without)
        )


class GivesAway(BankRule):
    """What one question shows holds the answer to another."""

    code, name, level = "B002", "gives-away", "warning"
    why = "Whoever remembers the one need not read for the other."
    example = (
        "Bad:   “Lindqvist moved the bridge.” When?  /  Who moved the bridge? Lindqvist\nGood:  one of them"
    )
    source = "Haladyna, Downing and Rodriguez 2002: items are independent of each other."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Look for answers in prompts, options and passages that are about the same words."""
        every = [shown for asked in subject.questions for shown in _shown(asked)]
        by_word: defaultdict[str, list[_Shown]] = defaultdict(list)
        for shown in every:
            for word in set(shown.folded.split()):
                by_word[word].append(shown)
        for asked in subject.questions:
            told: set[int] = set()
            for clue in _clues(asked):
                rarest = min(clue.row.split(), key=lambda word: len(by_word.get(word, ())))
                for shown in by_word.get(rarest, ())[:_MOST]:
                    if shown.place == asked.index or shown.place in told or not clue.shown_in(shown):
                        continue
                    told.add(shown.place)
                    line = subject.positions.at(asked.at("prompt")).line
                    message = f"this {shown.what} holds the answer to the question on line {line}"
                    help_text = "leave one of them out, or ask it in other words"
                    yield Finding(shown.path, message, help_text, part=clue.answer)


def _shown(asked: Asked) -> Iterator[_Shown]:
    question = asked.question
    yield _Shown(asked.index, asked.at("prompt"), "prompt", fold(question.prompt))
    match question:
        case Choice() | Multiple():
            for at, folded in enumerate(asked.folded):
                yield _Shown(asked.index, asked.at("options", at, "text"), "option", folded)
        case Order():
            for at, item in enumerate(question.options):
                yield _Shown(asked.index, asked.at("options", at, "text"), "item", fold(item.text))
        case Match():
            for at, pair in enumerate(question.pairs):
                for side, text in (("left", pair.left), ("right", pair.right)):
                    yield _Shown(asked.index, asked.at("pairs", at, side), "part", fold(text))
        case Hottext():
            yield _Shown(asked.index, asked.at("passage"), "passage", fold(question.passage))
        case TextEntry():
            pass


def _clues(asked: Asked) -> Iterator[_Clue]:
    question = asked.question
    match question:
        case Choice() if asked.key is not None:
            wrong = tuple(asked.folded[place] for place in asked.wrong)
            yield from _answered_by(asked.texts[asked.key], question.prompt, question.kind, wrong)
        case TextEntry():
            yield from _answered_by(question.accept[0], question.prompt, question.kind, ())
        case Match():
            for pair in question.pairs:
                beside = _content(fold(pair.right)) - _content(fold(pair.left))
                if beside and _content(fold(pair.left)):
                    fewest = min(len(beside), max(_FEWEST_OF_PAIR, _SHARE * len(beside)))
                    yield _Clue(fold(pair.left), pair.left, beside, fewest)
        case _:
            pass


def _answered_by(key: str, prompt: str, kind: str, wrong: tuple[str, ...]) -> Iterator[_Clue]:
    """What answers a question with one key: the key beside words of the prompt, or a name by itself."""
    folded = fold(key)
    if not folded:
        return
    before, gap, after = prompt.partition(_GAP)
    if gap:
        ahead, behind = fold(before.rpartition("“")[2]).split(), fold(after).split()
        if len(ahead) > 1:
            yield _Clue(" ".join([*ahead[-2:], folded]), key)
        if len(behind) > 1:
            yield _Clue(" ".join([folded, *behind[:2]]), key)
        near = _content(" ".join([*ahead[-_NEAR:], *behind[:_NEAR]])) - _content(folded)
        yield _Clue(folded, key, near, max(_FEWEST, _SHARE * len(near)))
    elif kind in ("outlet_named", "acronym"):
        yield _Clue(folded, key, without=wrong)
    else:
        bag = _content(fold(prompt))
        if _content(folded) and not _content(folded) & bag:
            yield _Clue(folded, key, bag, max(_FEWEST, _SHARE * len(bag)))


def _content(folded: str) -> frozenset[str]:
    return frozenset(folded.split()) - STOP
