"""What `quiz play` does in lines: find what is meant, play it, and leave in order however it ends."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quiz.bank.library import BankSummary, Library, default_cache_file, default_folders
from quiz.cli.at_hand import open_store
from quiz.cli.bank_meant import library_in
from quiz.cli.conversing import Hangup, ended_by_signals, say_nothing_more, standard_talk
from quiz.cli.course_in_lines import CourseInLines
from quiz.cli.playing import _open
from quiz.cli.sessions import SessionsInLines
from quiz.play.material import Material, material_of_bank
from quiz.play.plain import Left
from quiz.play.wishes import NothingToPlay, Wishes


def play_in_lines(target: Sequence[str], wishes: Wishes, course: str | None = None) -> int:
    """Play in numbered lines on standard input and output; exit code 0 also when left early.

    With ``course`` it is the next step of the course of that name.
    """
    try:
        with ended_by_signals():
            if course is not None:
                _play_course(course, target, wishes)
                return 0
            banks, material = _what_to_play(target, wishes)
            with open_store() as store:
                sessions = SessionsInLines(store, wishes, standard_talk(), banks)
                sessions.play(material)
    except Left:
        click.echo("Nothing was begun.")
    except KeyboardInterrupt:
        click.echo("\nStopped. Your answers are kept.")
        return 130
    except Hangup as hangup:
        if hangup.number == signal.SIGHUP:
            say_nothing_more()
        click.echo("\nStopped. Your answers are kept.")
        return 128 + hangup.number
    return 0


def _play_course(name: str, target: Sequence[str], wishes: Wishes) -> None:
    library = library_in(target)
    banks = library.summaries()
    with open_store() as store:
        lines = CourseInLines(store, wishes, standard_talk(), banks, library.shelf(banks), name)
        lines.play(None)


def _what_to_play(target: Sequence[str], wishes: Wishes) -> tuple[tuple[BankSummary, ...], Material | None]:
    """What is played in lines: one thing, or else the banks of which one is to be chosen.

    Raises NothingToPlay, and a usage error for several banks without a terminal to choose at.
    """
    if len(target) == 1 and not Path(target[0]).is_dir():
        return (), _open(target[0], wishes)
    folders = tuple(Path(name) for name in target) or default_folders()
    found = Library(folders, default_cache_file()).summaries()
    banks = tuple(bank for bank in found if bank.questions)
    if not banks:
        where = ", ".join(map(str, folders))
        if any(bank.drafts for bank in found):
            raise NothingToPlay(
                f"The banks in {where} hold nothing but drafts, which wait for a person's yes."
            )
        raise NothingToPlay(f"There is no bank in {where}.")
    if len(banks) == 1:
        return banks, material_of_bank(banks[0].path)
    if not sys.stdin.isatty():
        raise click.UsageError("Say which bank to play: there are several, and nobody to ask.")
    return banks, None
