"""The same session in lines: for screen readers, pipes, and terminals that cannot do more."""

from quiz.play.plain.loop import play_plain
from quiz.play.plain.talk import Left, Read, Talk, Write

__all__ = ["Left", "Read", "Talk", "Write", "play_plain"]
