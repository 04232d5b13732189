"""What `quiz check` found, as a list with the marked finding written out below it."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.bank.check.diagnostic import Diagnostic, Level
from quiz.ui import text
from quiz.ui.widgets.line_list import LineList
from quiz.visible import clip, one_line

SIGNS: dict[Level, tuple[str, str]] = {
    "error": ("✗", "bold $error"),
    "warning": ("!", "bold $warning"),
    "info": ("·", "$quiet"),
}


class Findings(Vertical):
    """Shows findings; its screen moves the mark."""

    DEFAULT_CSS = """
    Findings { height: auto; max-height: 50%; border-top: solid $rule; padding: 0 1; }
    Findings > #findings-sum { height: 1; color: $quiet; }
    Findings > LineList { height: auto; max-height: 5; }
    Findings > #finding { height: auto; max-height: 8; }
    """

    class Chosen(Message):
        """A finding was clicked."""

    def __init__(self) -> None:
        super().__init__(id="findings")
        self._found: Sequence[Diagnostic] = ()
        self._here: frozenset[int] = frozenset()
        self._about = ""

    def compose(self) -> ComposeResult:
        """The numbers, the list, the marked one."""
        yield Static(id="findings-sum", markup=False)
        yield LineList(id="findings-list")
        yield Static(id="finding", markup=False)

    @property
    def marked(self) -> Diagnostic | None:
        """The finding that is marked."""
        place = self._list.marked
        return self._found[place] if place is not None and place < len(self._found) else None

    def show(
        self, found: Sequence[Diagnostic] | None, here: Sequence[int], about: str = "", *, anew: bool = True
    ) -> None:
        """Show findings, None while they are not known; ``here`` are the places of those of this question.

        ``about`` is what else there is to say of the question. Unless ``anew``, what is marked stays so.
        """
        marked = (here[0] if here else None) if anew else self._list.marked
        self._found, self._here = found or (), frozenset(here)
        if found is None:
            summary = "checking …"
        elif not found:
            summary = "quiz check finds nothing."
        else:
            summary = f"{_number(len(here))} here, {len(found)} in the bank"
        self.query_one("#findings-sum", Static).update(Content(summary))
        self._list.show(len(self._found), self._row, marked)
        self._list.styles.height = min(5, len(self._found))
        self._about = about
        self._describe()

    def move(self, step: int) -> None:
        """Mark another finding; the first or the last where none is."""
        if self._list.marked is None and self._found:
            self.mark(0 if step > 0 else len(self._found) - 1)
        else:
            self._list.move(step)
            self._describe()

    def mark(self, place: int) -> None:
        """Mark a finding by its place."""
        self._list.show(len(self._found), self._row, place)
        self._describe()

    @property
    def page(self) -> int:
        """The findings that are in view at once."""
        return self._list.page

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _row(self, place: int, cells: int) -> Content:
        found = self._found[place]
        sign, style = SIGNS[found.level]
        pointer = "▸" if place == self._list.marked else " "
        here = "•" if place in self._here else " "
        words = f" {found.code} {found.level}, line {found.line}: {one_line(found.message)}"
        return Content.assemble(pointer, here, (sign, style), clip(words, max(1, cells - 3)))

    def _describe(self) -> None:
        parts = []
        if (found := self.marked) is not None:
            place = f"{found.line}:{found.column} {found.code}: {ended(found.message)}"
            help_text = f" {found.help[:1].upper()}{ended(found.help[1:])}" if found.help else ""
            parts.append(text.line(place + help_text))
        if self._about:
            parts.append(text.line(self._about, "$quiet"))
        self.query_one("#finding", Static).update(Content("\n").join(parts))

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        event.stop()
        self.mark(event.index)
        self.post_message(self.Chosen())


def _number(count: int) -> str:
    return f"{count} finding" if count == 1 else f"{count} findings"


def ended(words: str) -> str:
    """A clause with what ends a sentence, unless it has that."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
