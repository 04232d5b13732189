"""One course: what it is about, and its steps; enter plays the next one."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.amounts import counted
from quiz.bank.course import Course
from quiz.bank.shelf import Shelf
from quiz.errors import QuizError
from quiz.play.steps import Progress, Step, progress_of, told_right
from quiz.scores.store import Store
from quiz.ui.commands import Command, bindings
from quiz.ui.courses import rows
from quiz.ui.courses.introduction import introduction
from quiz.ui.screens.base import HELP_COMMAND, QuizScreen, too_small
from quiz.ui.widgets.key_line import KeyLine
from quiz.ui.widgets.line_list import LineList
from quiz.ui.widgets.top_line import TopLine
from quiz.visible import one_line

STEPS = ("steps", "both")
READING = ("introduction",)


class CourseScreen(QuizScreen):
    """Shows introduction and steps, side by side or one of the two."""

    KEYS: ClassVar[Sequence[Command]] = (
        Command(
            "play", "enter", "enter", "play", "Play the step that is marked; at first it is the next one"
        ),
        Command("flip", "tab", "tab", "steps", "Turn to the steps", READING, kept=True),
        Command("flip", "tab", "tab", "introduction", "Turn to the introduction", ("steps",), kept=True),
        Command("move(1)", "down,j", "↑↓", "choose", "Mark the next step", STEPS),
        Command("move(-1)", "up,k", "", "", "Mark the step above", STEPS),
        Command("scroll(1)", "down,j", "↑↓", "read on", "Read on", READING),
        Command("scroll(-1)", "up,k", "", "", "Go back up", READING),
        Command("page(1)", "space,pagedown", "", "", "Read on by a page", ("introduction", "both")),
        Command("page(-1)", "pageup,minus", "", "", "Go back up by a page", ("introduction", "both")),
        Command("leave", "q,escape", "q", "back", "Back to where you were", kept=True),
        HELP_COMMAND,
    )
    BINDINGS = bindings(KEYS)
    # Here and not with the others, so that it is read when there is something to show.
    DEFAULT_CSS = """
    CourseScreen {
        #course { height: 1fr; padding-top: 1; }
        #introduction {
            width: 66%; max-width: 80; padding: 0 1 0 3;
            scrollbar-size-vertical: 1; scrollbar-gutter: stable; border-right: solid $rule;
        }
        #path { width: 1fr; padding: 0 1 0 2; }
        #steps { max-height: 100%; scrollbar-gutter: stable; }
        #step { height: auto; padding: 1 1 0 2; }
        &.-narrow #introduction, &.-tiny #introduction {
            display: none; width: 1fr; max-width: 100%; border-right: none;
        }
        &.-introduction #introduction { display: block; }
        &.-introduction #path { display: none; }
        &.-tiny #course { padding-top: 0; }
        &.-tiny #path { padding: 0 1 0 0; }
        &.-tiny #step { padding: 0 0 0 2; }
        &.-tiny #introduction { padding: 0 0 0 1; }
    }
    """

    def __init__(self, course: Course, shelf: Shelf, store: Store, player: str) -> None:
        super().__init__()
        self.course = course
        self._shelf = shelf._replace(courses=(course,))
        self._store = store
        self._player = player
        self._progress = Progress(course, ())
        self._reading = True
        self._opened = False

    @property
    def state(self) -> str:
        """“both” side by side, else “introduction” or “steps”."""
        if self.wide:
            return "both"
        return "introduction" if self._reading else "steps"

    def compose(self) -> ComposeResult:
        """What to read at the left, the steps at the right."""
        yield TopLine()
        with Horizontal(id="course"):
            with VerticalScroll(id="introduction"):
                yield Static(id="introduction-text")
            with Vertical(id="path"):
                yield LineList(id="steps")
                yield Static(id="step")
        yield too_small()
        yield KeyLine()

    def on_mount(self) -> None:
        """Leave the keys to the screen."""
        self.query_one("#introduction").can_focus = False

    def on_screen_resume(self) -> None:
        """Show how far one is now, the next step marked; whoever has begun comes to the steps."""
        self._read()
        if self._opened or self._progress.begun:
            self._reading = False
        self._opened = True
        upcoming = self._progress.next
        self._fill(upcoming.number - 1 if upcoming is not None else 0)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange and fold everything anew."""
        super().on_resize(event)
        self._fill(self.query_one(LineList).marked or 0)

    def _read(self) -> None:
        try:
            (self._progress,) = progress_of(self._store, self._player, self._shelf)
        except QuizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False, timeout=10)

    # What is shown -----------------------------------------------------------------------------

    def _fill(self, marked: int) -> None:
        progress = self._progress
        self.query_one(TopLine).show(
            self.course.title, rows.how_far(progress), rows.how_far_shortly(progress)
        )
        steps = self.query_one(LineList)
        steps.styles.height = max(1, len(progress.steps))
        steps.show(len(progress.steps), self._row, marked)
        self._arrange()
        self._describe()

    def _arrange(self) -> None:
        self.set_class(self.state == "introduction", "-introduction")
        self.refresh_keys()
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        if not self.is_attached:  # another course took its place meanwhile
            return
        pane = self.query_one("#introduction", VerticalScroll)
        last = "" if self.wide else self._going_on()
        cells = pane.scrollable_content_region.width
        self.query_one("#introduction-text", Static).update(
            introduction(self.course.introduction, cells, last)
        )

    def _going_on(self) -> str:
        upcoming = self._progress.next
        if upcoming is None:
            return ""
        count = counted(upcoming.left, "question")
        return f"Enter plays step {upcoming.number}: {upcoming.title}, {count}."

    def _describe(self) -> None:
        step = self._marked
        parts = [rows.about(step)] if step is not None else []
        if self._progress.finished:
            parts.append(Content(f"Every step is played: {told_right(self._progress)}."))
        self.query_one("#step", Static).update(Content("\n\n").join(parts))

    def _row(self, place: int, cells: int) -> Content:
        step = self._progress.steps[place]
        marked = place == self.query_one(LineList).marked
        return rows.step(step, cells, marked=marked, upcoming=step == self._progress.next)

    @property
    def _marked(self) -> Step | None:
        place = self.query_one(LineList).marked
        return self._progress.steps[place] if place is not None and self._progress.steps else None

    # What keys do --------------------------------------------------------------------------------

    def action_play(self) -> None:
        """Play the marked step, or say why it cannot be played."""
        step = self._marked
        if step is None:
            return
        if step.trouble or step.bank is None:
            self.notify(one_line(step.trouble), severity="error", markup=False, timeout=10)
            return
        self.app.play_step(self.course, step)  # type: ignore[attr-defined]

    def action_go_on(self) -> None:
        """Play the next step, as it is now."""
        self._read()
        if (upcoming := self._progress.next) is not None:
            self.app.play_step(self.course, upcoming)  # type: ignore[attr-defined]

    def action_flip(self) -> None:
        """Turn from the introduction to the steps, or back."""
        self._reading = not self._reading
        self._arrange()

    def action_move(self, step: int) -> None:
        """Mark another step."""
        self.query_one(LineList).move(step)
        self._describe()

    def action_scroll(self, direction: int) -> None:
        """Read on, or go back up."""
        self.query_one("#introduction").scroll_relative(y=direction, animate=False)

    def action_page(self, direction: int) -> None:
        """Read on by a page, or go back."""
        pane = self.query_one("#introduction")
        pane.scroll_relative(y=direction * max(1, pane.size.height - 1), animate=False)

    @on(LineList.Clicked)
    def _clicked(self, event: LineList.Clicked) -> None:
        self.query_one(LineList).mark(event.index)
        self._describe()
        self.action_play()
