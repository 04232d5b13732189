"""What stands in for the making of quizzes and reports: quick, slow, in vain, or killed in the middle."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

from quiz.play.material import Material
from quiz.play.wishes import NothingToPlay, Wishes
from tests.play.ostmole import HOSTILE, material

Tell = Callable[[str], None]


def quiz_of(source: Any, wishes: Wishes, tell: Tell) -> Material:
    tell("Reading the article")
    return material()


def endless(source: Any, wishes: Wishes, tell: Tell) -> Material:
    tell("Reading [/] \x1b[31m the article")
    print("this must not reach the screen")
    time.sleep(600)
    return material()


def in_vain(source: Any, wishes: Wishes, tell: Tell) -> Material:
    raise NothingToPlay(f"{source}: there is nothing in it that can be asked beyond dispute.")


def killed(source: Any, wishes: Wishes, tell: Tell) -> Material:
    os.kill(os.getpid(), signal.SIGKILL)
    return material()


def report_of(source: Any, tell: Tell) -> Callable[[int], str]:
    tell("Reading the article")
    return lambda width: f"Report at {width}\n\n" + "\n".join([*HOSTILE.values(), *map(str, range(99))])


def endless_report(source: Any, tell: Tell) -> Callable[[int], str]:
    time.sleep(600)
    return str
