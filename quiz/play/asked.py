"""Which questions a session asks, in which order, and how each is shuffled."""

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from quiz.bank.figures import by_size
from quiz.bank.model import Choice, Match, Multiple, Option, Order, TextEntry
from quiz.play.responses import AnyQuestion, Response, key_of

TYPES = get_args(AnyQuestion)


class Asked(NamedTuple):
    """A question with the order in which its parts are shown, as indexes into the bank's order.

    The parts are the options of a choice, the items of an order, the right sides of a match; a text
    and a passage have none, and their order is empty.
    """

    question: AnyQuestion
    order: tuple[int, ...] = ()

    @property
    def options(self) -> tuple[Option, ...]:
        """The options of ``choice`` and ``multiple`` as the player sees them, else none."""
        if isinstance(self.question, Choice | Multiple):
            return tuple(self.question.options[index] for index in self.order)
        return ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The texts that are shown in the shuffled order: options, items, or right sides."""
        texts = _parts(self.question)
        return tuple(texts[index] for index in self.order)

    @property
    def key(self) -> Response:
        """The response that earns all marks."""
        return key_of(self.question)


def _parts(question: AnyQuestion) -> list[str]:
    if isinstance(question, Choice | Multiple | Order):
        return [option.text for option in question.options]
    if isinstance(question, Match):
        return [pair.right for pair in question.pairs]
    return []


def playable(
    questions: Iterable[Any],
    kinds: Collection[str] = (),
    skills: Collection[str] = (),
    *,
    status: Literal["approved", "draft"] = "approved",
) -> list[AnyQuestion]:
    """The approved questions, narrowed to some kinds or skills if any are given.

    With ``status`` “draft” it is those that could be played if a person had approved them.
    """
    return [
        question
        for question in questions
        if isinstance(question, TYPES)
        and question.status == status
        and (not kinds or question.kind in kinds)
        and (not skills or question.skill in skills)
    ]


def draw(
    questions: Sequence[AnyQuestion],
    *,
    seed: int,
    count: int | None = None,
    ranks: Mapping[str, float] | None = None,
) -> tuple[Asked, ...]:
    """Choose up to ``count`` questions and shuffle them and their options.

    The same questions, seed, count and ranks give the same session on every machine. ``ranks`` by
    question id says what is wanted first, the smallest; a question without a rank comes before all.
    """
    rng = random.Random(f"quiz:{seed}")
    shuffled = rng.sample(list(questions), len(questions))
    if ranks is not None:
        wanted = sorted(shuffled, key=lambda question: ranks.get(question.id, float("-inf")))[:count]
        shuffled = [question for question in shuffled if question in wanted]
    return tuple(Asked(question, _shuffle(question, rng)) for question in shuffled[:count])


def _shuffle(question: AnyQuestion, rng: random.Random) -> tuple[int, ...]:
    """A random order, but figures go up: a reader runs along them.

    Items to be put in order never stand right from the start, if there are three.
    """
    if isinstance(question, TextEntry):
        return ()
    if isinstance(question, Choice | Multiple) and (rising := by_size(_parts(question))) is not None:
        return rising
    places = range(len(_parts(question)))
    order = tuple(rng.sample(places, len(places)))
    while isinstance(question, Order) and len(order) > 2 and order == tuple(places):
        order = tuple(rng.sample(places, len(places)))
    return order
