"""A response while it is being made: what is pointed at, chosen, moved, paired or typed so far.

Every entry has parts that can be pointed at, one of them ``current``. Places count from 0 in the order
shown. ``response`` gives what would be answered now, or None while that is nothing; ``restore`` starts from
an earlier response.
"""

from abc import ABC, abstractmethod

from quiz.bank.model import Choice, Hottext, Match, Multiple, Order, TextEntry
from quiz.play.asked import Asked
from quiz.play.responses import Response, pairs_of

LONGEST_TEXT = 500
"""Characters that can be typed; nobody's answer is longer."""


class Entry(ABC):
    """What all entries share: parts, and one of them pointed at."""

    missing = "Choose an answer first."
    """What to say when there is nothing to answer yet."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.current = 0

    @property
    def count(self) -> int:
        """How many parts can be pointed at."""
        return len(self.asked.parts)

    def point(self, step: int) -> None:
        """Point at the next or the previous part, round the ends."""
        if self.count:
            self.current = (self.current + step) % self.count

    def point_at(self, place: int) -> bool:
        """Point at a part; tells whether there is one."""
        if not 0 <= place < self.count:
            return False
        self.current = place
        return True

    @abstractmethod
    def response(self) -> Response | None:
        """What would be answered now, or None while that is nothing."""

    @abstractmethod
    def restore(self, response: Response) -> None:
        """Start from an earlier response to the same question."""


class ChoiceEntry(Entry):
    """One option: the one pointed at."""

    def response(self) -> Response | None:
        """The text of the option pointed at."""
        return self.asked.parts[self.current]

    def restore(self, response: Response) -> None:
        """Point at the option that was chosen."""
        self.current = self.asked.parts.index(str(response))


class Marking(Entry):
    """Any number of parts: what is marked stays marked while another part is pointed at."""

    missing = "Mark at least one first."

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.marked: set[int] = set()

    def toggle(self, place: int | None = None) -> None:
        """Mark a part, the current one unless another is named, or take its mark away."""
        if place is None or self.point_at(place):
            self.marked ^= {self.current}

    def _texts(self) -> tuple[str, ...]:
        return self.asked.parts

    def response(self) -> Response | None:
        """The texts of what is marked."""
        texts = self._texts()
        return tuple(texts[place] for place in sorted(self.marked)) or None

    def restore(self, response: Response) -> None:
        """Mark what was marked."""
        texts = self._texts()
        self.marked = {texts.index(str(text)) for text in response}


class MultipleEntry(Marking):
    """Every option that is right."""


class HottextEntry(Marking):
    """Parts of a passage, in the order in which the passage has them."""

    missing = "Mark at least one part of the passage first."

    def __init__(self, asked: Asked, question: Hottext) -> None:
        super().__init__(asked)
        self._targets = tuple(
            target.text for target in sorted(question.targets, key=lambda part: question.span(part)[0])
        )

    @property
    def count(self) -> int:
        """How many parts can be marked."""
        return len(self._targets)

    @property
    def targets(self) -> tuple[str, ...]:
        """The parts that can be marked, as they follow each other in the passage."""
        return self._targets

    def _texts(self) -> tuple[str, ...]:
        return self._targets


class OrderEntry(Entry):
    """Items that are moved up and down."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.items = list(asked.parts)

    def move(self, step: int) -> None:
        """Move the current item by one place; at an end it stays."""
        place = self.current + step
        if 0 <= place < self.count:
            self.items[self.current], self.items[place] = self.items[place], self.items[self.current]
            self.current = place

    def move_to(self, place: int) -> None:
        """Move the current item to a place; the items between make room."""
        if 0 <= place < self.count:
            self.items.insert(place, self.items.pop(self.current))
            self.current = place

    def response(self) -> Response | None:
        """The items in their present order."""
        return tuple(self.items)

    def restore(self, response: Response) -> None:
        """Put the items as they were."""
        self.items = [str(text) for text in response]


class MatchEntry(Entry):
    """Left sides, each of which gets a right side; a right side belongs to one left side only."""

    missing = "Pair at least one first."

    def __init__(self, asked: Asked, question: Match) -> None:
        super().__init__(asked)
        self.lefts = tuple(pair.left for pair in question.pairs)
        self.partners: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many left sides there are; as many as right sides."""
        return len(self.lefts)

    def pair(self, right: int) -> None:
        """Give the current left side the right side shown at a place, then point at the next one without.

        A partner that belonged to another left side leaves it; the present partner is let go.
        """
        if not 0 <= right < self.count:
            return
        if self.partners.get(self.current) == right:
            del self.partners[self.current]
            return
        self.partners = {left: place for left, place in self.partners.items() if place != right}
        self.partners[self.current] = right
        without = [left for left in range(self.count) if left not in self.partners]
        self.current = next((left for left in without if left > self.current), (without or [self.current])[0])

    def partner(self, left: int) -> str | None:
        """The text of the right side a left side has, if any."""
        place = self.partners.get(left)
        return None if place is None else self.asked.parts[place]

    @property
    def complete(self) -> bool:
        """Whether every left side has its partner."""
        return len(self.partners) == self.count

    def response(self) -> Response | None:
        """The pairs so far."""
        return (
            tuple(
                (self.lefts[left], self.asked.parts[right]) for left, right in sorted(self.partners.items())
            )
            or None
        )

    def restore(self, response: Response) -> None:
        """Pair what was paired."""
        self.partners = {
            self.lefts.index(left): self.asked.parts.index(right) for left, right in pairs_of(response)
        }


class TypedEntry(Entry):
    """What is typed."""

    missing = "Type an answer first."

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.text = ""

    def type(self, text: str) -> None:
        """Take the text as it now stands, at most ``LONGEST_TEXT`` characters of it."""
        self.text = text[:LONGEST_TEXT]

    def response(self) -> Response | None:
        """The text, if it is more than space."""
        return self.text if self.text.strip() else None

    def restore(self, response: Response) -> None:
        """Take the earlier text."""
        self.text = str(response)


def entry_for(asked: Asked, response: Response | None = None) -> Entry:
    """The entry of a question, from the beginning or from an earlier response."""
    entry: Entry
    match asked.question:
        case Choice():
            entry = ChoiceEntry(asked)
        case Multiple():
            entry = MultipleEntry(asked)
        case Order():
            entry = OrderEntry(asked)
        case Match() as question:
            entry = MatchEntry(asked, question)
        case TextEntry():
            entry = TypedEntry(asked)
        case Hottext() as question:
            entry = HottextEntry(asked, question)
    if response is not None:
        entry.restore(response)
    return entry
