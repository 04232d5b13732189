"""Shares and their intervals drawn with characters, and written with digits."""

from typing import Final

from quiz.scores.statistics.interval import ENOUGH, Estimate

SCALE: Final = ("0", "50", "100%")
NOT_ENOUGH: Final = "not enough answers yet"


def bar(estimate: Estimate, cells: int) -> str:
    """Return a scale from 0 to 100 % in ``cells`` characters: ``●`` is the value, ``━`` its interval."""
    last = cells - 1
    low, value, high = (round(share * last) for share in (estimate.low, estimate.value, estimate.high))
    return "".join("●" if at == value else "━" if low <= at <= high else "·" for at in range(cells))


def scale(cells: int) -> str:
    """Return the line that belongs above bars of so many cells."""
    left, middle, right = SCALE
    half = (cells - 1) // 2
    line = left + " " * (half - len(left) - len(middle) // 2 + 1) + middle
    return line + " " * max(1, cells - len(line) - len(right)) + right


def percent(share: float) -> str:
    """Return a share in whole percent; only all of it is 100, and only nothing is 0."""
    if share <= 0:
        return "0%"
    if share >= 1:
        return "100%"
    return f"{min(99, max(1, round(100 * share)))}%"


def between(estimate: Estimate) -> str:
    """Return the ends of a share's interval in percent: ``48–75%``."""
    return f"{percent(estimate.low)[:-1]}–{percent(estimate.high)}"


def number(value: float, digits: int = 2) -> str:
    """Return a number with a real minus sign, and no sign before 0."""
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def signed(estimate: Estimate) -> str:
    """Return a correlation, or another number that may be below 0, with its interval."""
    return f"{number(estimate.value)} ({number(estimate.low)} to {number(estimate.high)})"


def missing(n: float) -> str:
    """Return why a figure is not shown."""
    return f"{NOT_ENOUGH} ({n:g} of {ENOUGH})"


def seconds(value: float | None) -> str:
    """Return a time as people say it: ``8 s``, ``1 min 40 s``."""
    if value is None:
        return ""
    whole = max(1, round(value))
    minutes, rest = divmod(whole, 60)
    return f"{rest} s" if not minutes else f"{minutes} min" + (f" {rest} s" if rest else "")
