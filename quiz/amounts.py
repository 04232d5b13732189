"""Numbers and times in words."""

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where that is due: “1 question”, “2,000 questions”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def time_left(seconds: float) -> str:
    """A remaining time, in minutes from two on and else in seconds, such as “4 minutes”.

    It is rounded down, so that nobody counts on time there is not.
    """
    if seconds >= 120:
        return counted(int(seconds // 60), "minute")
    return counted(int(seconds), "second")


def together(words: Sequence[str]) -> str:
    """Words, at least one, as they are said one after the other: “2”, “2 and 3”, “2, 3 and 4”."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last
