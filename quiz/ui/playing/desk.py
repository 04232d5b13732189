"""The responses being made in a session: one entry a question, kept while others are looked at."""

from quiz.play.entries import (
    ChoiceEntry,
    Entry,
    HottextEntry,
    Marking,
    MatchEntry,
    OrderEntry,
    entry_for,
)
from quiz.play.session import Session

HOW: dict[type[Entry], str] = {
    HottextEntry: "Arrows point, space marks the words.",
    Marking: "Mark every right one, with space.",
    OrderEntry: "Space picks an item up and puts it down; arrows move it.",
    MatchEntry: "Give each its partner by its number.",
}
"""How a question is answered that is not answered as most are; short, for it always stands in view."""

BY_LETTERS: dict[type[Entry], str] = {
    ChoiceEntry: "A letter chooses; 1, 2 or 3 answers.",
    MatchEntry: "Give each its partner by its letter.",
}
"""The same where numbers say how sure one is."""

SURE = "How sure are you? 1 low, 2 medium, 3 high"


class Desk:
    """What keys and mouse do to the question on screen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._entries: dict[int, Entry] = {}
        self._told: tuple[int, object] | None = None
        self.picked = False

    def entry(self, position: int) -> Entry:
        """The response to a question as it stands: being made, or given earlier."""
        if position not in self._entries:
            given = self._session.answers.get(position)
            self._entries[position] = entry_for(
                self._session.asked[position], given.response if given else None
            )
        return self._entries[position]

    def point(self, position: int, step: int) -> None:
        """Point at the part above or below; an item that is picked up moves."""
        entry = self.entry(position)
        if self.picked and isinstance(entry, OrderEntry):
            entry.move(step)
        else:
            entry.point(step)

    def move(self, position: int, step: int) -> None:
        """Move the item pointed at by one place."""
        entry = self.entry(position)
        if isinstance(entry, OrderEntry):
            entry.move(step)

    def choose(self, position: int, place: int) -> None:
        """What the key of a part does: point, mark, move there, or pair."""
        match self.entry(position):
            case OrderEntry() as entry:
                entry.move_to(place)
                self.picked = False
            case MatchEntry() as entry:
                entry.pair(place)
            case Marking() as entry:
                entry.toggle(place)
            case entry:
                entry.point_at(place)

    def act(self, position: int) -> None:
        """What space does: mark, or pick up and put down."""
        match self.entry(position):
            case Marking() as entry:
                entry.toggle()
            case OrderEntry():
                self.picked = not self.picked

    def click(self, position: int, place: int, *, right: bool = False) -> None:
        """What a click on a part does; ``right`` on a right side of a match."""
        match self.entry(position):
            case OrderEntry() as entry if self.picked:
                entry.move_to(place)
                self.picked = False
            case OrderEntry() as entry:
                self.picked = entry.point_at(place)
            case MatchEntry() as entry if right:
                entry.pair(place)
            case Marking() as entry:
                entry.toggle(place)
            case entry:
                entry.point_at(place)

    def hindrance(self, position: int) -> str:
        """Why the question cannot be answered yet; incomplete pairs are told once and then taken."""
        entry = self.entry(position)
        response = entry.response()
        if response is None:
            return entry.missing
        if isinstance(entry, MatchEntry) and not entry.complete and self._told != (position, response):
            self._told = (position, response)
            open_ = entry.count - len(entry.partners)
            who = "One is" if open_ == 1 else f"{open_} are"
            return f"{who} without a partner. The same key again answers as it stands."
        return ""

    def how(self, position: int, *, letters: bool) -> str:
        """One line on how the question is answered, where it needs saying; ``letters`` where they choose."""
        entry = self.entry(position)
        said = {**HOW, **BY_LETTERS} if letters else HOW
        return next((text for kind, text in said.items() if isinstance(entry, kind)), "")

    def sure(self, *, typing: bool) -> str:
        """One line on saying how sure one is; while one is typing, a digit belongs to the answer."""
        return "Enter, then say how sure you are." if typing else f"{SURE}: that answers."
