"""quiz turns a news article into a fair reading quiz and runs it in a terminal."""

__version__ = "0.3.0"
