"""How long an article takes to read."""

from typing import Final

WORDS_PER_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults: the mean over 190 studies (Brysbaert 2019,
Journal of Memory and Language 109, 104047). A figure for planning a coffee, never a yardstick."""


def reading_minutes(words: int) -> int:
    """Whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))


def reading_time(words: int) -> str:
    """The time in words: “about 3 minutes”."""
    minutes = reading_minutes(words)
    return "about a minute" if minutes == 1 else f"about {minutes} minutes"
