"""Keys for reading an article on any screen that has one: find words, go to a paragraph, walk the finds."""

from collections.abc import Iterable, Sequence

from textual import on

from quiz.ui.commands import Command
from quiz.ui.screens.base import QuizScreen
from quiz.ui.widgets.article_pane import ArticlePane

HIDDEN = "There is no text to look into now."

READING: Sequence[Command] = (
    Command(
        "find",
        "slash",
        "/",
        "find",
        "Find words in the text, or a paragraph by its number",
        why_not=HIDDEN,
    ),
    Command("paragraph", "g,G", "", "", "Go to a paragraph by its number", why_not=HIDDEN),
    Command(
        "hit(1)",
        "n",
        "n",
        "next find",
        "Turn to the next place that was found",
        why_not="Nothing was looked for yet; / finds words in the text.",
        id="next_find",
    ),
    Command("hit(-1)", "N", "", "", "Turn to the place found before", id="find_before"),
    Command("end_find", "escape", "esc", "end finding", "Take the marks of what was found away"),
)
"""To be listed among a screen's ``KEYS``."""

TYPING: Sequence[Command] = (
    Command("enter", "enter", "enter", "read there", "Stay where that was found"),
    Command("cancel", "escape", "esc", "back", "Go back to where you were"),
)
"""What the field itself does while somebody types in it; every other sign is text."""


class ReadingScreen(QuizScreen):
    """A screen with an `ArticlePane`, and what the `READING` commands do there."""

    @property
    def may_read(self) -> bool:
        """Whether the article may be looked at now; a screen says where it may not."""
        return True

    def bring_article(self) -> None:
        """Bring the article into view, where something else can stand over it."""

    def reading_without_effect(self) -> set[str]:
        """The names of `READING` commands that do nothing now, to be left out of ``commands_now``."""
        pane = self._pane
        if pane is None or not self.may_read:
            return {command.name for command in READING}
        useless = set()
        if not pane.finding:
            useless.add("end_find")
        if not pane.hits:
            useless.add("hit")
        return useless

    @property
    def typing_words(self) -> bool:
        """Whether somebody types what to look for, so that the screen's letters and digits are text."""
        return self._pane is not None and self._pane.finding == "typing"

    def commands_while_typing(self, commands: Iterable[Command]) -> list[Command]:
        """What can be done then: what the field does, paging, and the help by the key that is no sign."""
        paging = [command._replace(shown="") for command in commands if command.name == "page"]
        helping = [command._replace(shown="F1") for command in commands if command.name == "help"]
        return [*TYPING, *paging, *helping]

    @property
    def _pane(self) -> ArticlePane | None:
        found = self.query(ArticlePane)
        return found.first() if found and found.first().view.paragraphs else None

    async def action_find(self) -> None:
        """Open the line to type words in."""
        if self._pane is not None:
            self.bring_article()
            await self._pane.open_find()

    async def action_paragraph(self) -> None:
        """Open the line to type a paragraph's number in."""
        if self._pane is not None:
            self.bring_article()
            await self._pane.open_find("paragraph")

    def action_hit(self, step: int) -> None:
        """Turn to another place that was found."""
        if self._pane is not None:
            self.bring_article()
            self._pane.next_hit(step)

    def action_end_find(self) -> None:
        """Take the marks away."""
        if self._pane is not None:
            self._pane.close_find()

    def finding_changed(self) -> None:
        """Make everything true for another state of finding."""
        self.refresh_keys()

    @on(ArticlePane.Changed)
    def _finding_changed(self) -> None:
        self.finding_changed()
