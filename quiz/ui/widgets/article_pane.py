"""The article with a line below it: how far the reader is, or what is looked for in the text."""

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.amounts import counted
from quiz.article import Article
from quiz.article.finding import Finder, Span, paragraph_meant
from quiz.ui.widgets.article_view import ArticleView, Progress
from quiz.ui.widgets.find_line import Asks, FindLine

Finding = Literal["", "typing", "found"]

ROOM_FOR_HINTS = 56
"""Columns from which the line below the article also says which keys walk the finds."""


class ArticlePane(Vertical):
    """An `ArticleView` that can be searched.

    A screen calls `open_find`, `next_hit` and `close_find`, and hears `Changed` when ``finding`` does.
    While somebody types, the keys belong to the line below the article.
    """

    DEFAULT_CSS = """
    ArticlePane > ArticleView { height: 1fr; }
    ArticlePane > .reading-line { height: 1; padding: 0 1 0 5; color: $quiet; }
    """

    class Changed(Message):
        """Another state of ``finding``, so that other keys do something."""

    def __init__(self, article: Article | None, outlet: str | None = None) -> None:
        super().__init__(id="article-pane")
        self._article = article
        self._outlet = outlet
        self._finder: Finder | None = None
        self._finding: Finding = ""
        self._hits: tuple[Span, ...] = ()
        self._hit: int | None = None
        self._asks: Asks = "words"
        self._came_from = 0

    def compose(self) -> ComposeResult:
        """The article and how far the reader is; the line to type in comes when it is wanted."""
        yield ArticleView(self._article, self._outlet)
        yield Static(classes="reading-line", markup=False)

    @property
    def view(self) -> ArticleView:
        """The article itself."""
        return self.query_one(ArticleView)

    @property
    def finding(self) -> Finding:
        """Whether somebody types what to look for, looks at what was found, or neither."""
        return self._finding

    @property
    def hits(self) -> int:
        """How many places were found."""
        return len(self._hits)

    def show(self, article: Article | None, outlet: str | None = None) -> None:
        """Show another article, from its beginning."""
        self.close_find()
        self._article, self._outlet, self._finder = article, outlet, None
        self.view.show(article, outlet)

    # What a screen asks for --------------------------------------------------------------------

    async def open_find(self, asks: Asks = "words") -> None:
        """Open the line to type in; on return the keys go there."""
        if self._article is None:
            return
        if not self.query(FindLine):
            await self.mount(FindLine())
        if not self._finding:
            self._came_from = self.view.place
        self._asks = asks
        self._hits, self._hit = (), None
        self.view.show_hits(())
        self.view.point_at(None)
        self._become("typing")
        self.query_one(FindLine).ask(asks)
        self._tell()

    def next_hit(self, step: int) -> None:
        """Turn to the next place found, or with -1 to the one before, round the ends."""
        if not self._hits:
            return
        if self._hit is None:
            after = self._hit_from(self.view.place)
            self._hit = after if step > 0 else (after - 1) % len(self._hits)
        else:
            self._hit = (self._hit + step) % len(self._hits)
        self.view.show_hits(self._hits, self._hit)
        self.view.stay()
        self._tell()

    def close_find(self) -> None:
        """Take the line and the marks away; the text stays where it is."""
        if not self._finding:
            return
        self._hits, self._hit = (), None
        self.view.show_hits(())
        self.query_one(FindLine).rest()
        self._become("")

    # What is typed -------------------------------------------------------------------------------

    @on(FindLine.Typed)
    def _typed(self, event: FindLine.Typed) -> None:
        event.stop()
        if self._finding == "typing":
            self._look_for(event.text)

    @on(FindLine.Entered)
    def _entered(self, event: FindLine.Entered) -> None:
        event.stop()
        if self._finding != "typing":
            return
        text = self.query_one(FindLine).text
        self._look_for(text)  # the last keys may still be on their way
        number = self._paragraph(text)
        if self._hits:
            self.view.stay()
            self.query_one(FindLine).rest()
            self._become("found")
            self._tell()
        elif number is not None or not text.strip():
            self.view.stay()
            self.close_find()

    @on(FindLine.Cancelled)
    def _cancelled(self, event: FindLine.Cancelled) -> None:
        event.stop()
        self.view.point_at(None)
        self.view.return_to(self._came_from)
        self.close_find()

    def _look_for(self, text: str) -> None:
        if self._finder is None and self._article is not None:
            self._finder = Finder(self._article)
        number = self._paragraph(text)
        words = text if self._asks == "words" else ""
        self._hits = self._finder.find(words) if self._finder is not None else ()
        self._hit = self._hit_from(self._came_from) if self._hits and number is None else None
        self.view.show_hits(self._hits, self._hit)
        if number is not None:
            self.view.go_to_paragraph(number)
        else:
            self.view.point_at(None)
            if not self._hits:
                self.view.return_to(self._came_from)
        self._tell()

    def _paragraph(self, text: str) -> int | None:
        """The paragraph that is meant, if the article has it."""
        number = paragraph_meant(text)
        return number if number is not None and 1 <= number <= self.view.paragraphs else None

    def _hit_from(self, place: int) -> int:
        """The first place found from an offset on; after the last one the first again."""
        return next((index for index, (start, _) in enumerate(self._hits) if start >= place), 0)

    # What is shown -----------------------------------------------------------------------------

    def _become(self, finding: Finding) -> None:
        self._finding = finding
        self.query_one(".reading-line").display = not finding
        self.query_one(FindLine).display = bool(finding)
        self.post_message(self.Changed())

    def _tell(self) -> None:
        line = self.query_one(FindLine)
        number = self._paragraph(line.text)
        last = self.view.paragraphs
        if self._asks == "paragraph":
            line.tell(f"of {last}" if number is not None or not line.text else f"there are 1 to {last}")
            return
        count = counted(len(self._hits), "hit")
        if self._hit is not None:
            walking = self._finding == "found" and self.size.width >= ROOM_FOR_HINTS
            line.tell(f"{'n next   esc end   ' * walking}{self._hit + 1} of {len(self._hits)}")
        elif number is not None:
            line.tell(f"¶ {number} · {count}" if self._hits else f"¶ {number}")
        else:
            line.tell("not in the text" if line.text.strip() else f"words, or ¶ 1 to {last}")

    @on(ArticleView.Moved)
    def _moved(self, event: ArticleView.Moved) -> None:
        event.stop()
        self.query_one(".reading-line", Static).update(Content(_in_words(self.view.progress)))


def _in_words(progress: Progress | None) -> str:
    """“¶ 3–6 of 12 · 40 %”: what is in view, and how far that is through the text."""
    if progress is None:
        return ""
    share = f"{progress.percent} %"
    if not progress.last:
        return share
    seen = f"{progress.first}–{progress.last}" if progress.first < progress.last else f"{progress.last}"
    return f"¶ {seen} of {progress.paragraphs} · {share}"
