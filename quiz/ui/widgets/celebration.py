"""A row of signs for a full score: drawn once, and at once where motion is not wanted."""

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

SIGN = "✦"
MOST_SIGNS = 20
SECONDS_EACH = 0.06


class Celebration(Static):
    """Draws one sign after the other, then rests; it repeats nothing and blinks nothing."""

    DEFAULT_CSS = """
    Celebration { height: 1; color: $accent; }
    """

    def __init__(self, signs: int) -> None:
        super().__init__(markup=False)
        self._signs = min(MOST_SIGNS, max(1, signs))
        self._drawn = 0
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Begin to draw, or show the whole row where animations are off."""
        if self.app.animation_level == "none":
            self._draw(self._signs)
        else:
            self._draw(1)
            self._timer = self.set_interval(SECONDS_EACH, self._one_more)

    @property
    def drawn(self) -> int:
        """How many signs can be seen."""
        return self._drawn

    def _one_more(self) -> None:
        self._draw(self._drawn + 1)

    def _draw(self, signs: int) -> None:
        self._drawn = min(signs, self._signs)
        self.update(Content(" ".join([SIGN] * self._drawn)))
        if self._drawn == self._signs and self._timer is not None:
            self._timer.stop()
