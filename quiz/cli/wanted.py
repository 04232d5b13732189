"""What people ask of a session or a bank, checked before anything is read."""

from collections.abc import Sequence
from pathlib import Path

import click

from quiz.bank.kinds import KINDS, SKILLS


def check_names(kinds: Sequence[str], skills: Sequence[str]) -> None:
    """Raise a usage error for a kind or skill that does not exist, with the ones that do."""
    for kind in kinds:
        if kind not in KINDS:
            raise click.UsageError(f"“{kind}” is no kind of question; there are {', '.join(KINDS)}.")
    for skill in skills:
        if skill not in SKILLS:
            raise click.UsageError(f"“{skill}” is no skill; there are {', '.join(SKILLS)}.")


def check_session(
    mode: str | None, *, minutes: int | None, seed: int | None, missed: bool, due: bool
) -> None:
    """Raise a usage error for options that contradict each other."""
    if minutes is not None and mode != "exam":
        raise click.UsageError("Only an exam has a time: add “--mode exam” to “--minutes”.")
    if missed and due:
        raise click.UsageError("“--missed” and “--due” each choose the questions: choose one.")
    if (missed or due) and seed is not None:
        option = "--missed" if missed else "--due"
        raise click.UsageError(
            f"“--seed” asks the same questions whatever you answered before, “{option}” does not: choose one."
        )


def check_course(course: str | None, target: Sequence[str], *, chosen: bool) -> None:
    """Raise a usage error for a course together with what is no library, or with other chosen questions."""
    if course is None:
        return
    if chosen:
        raise click.UsageError(
            "A course chooses the questions itself: “--course” goes with none of “--kind”, “--skill”,"
            " “--missed” and “--due”."
        )
    for name in target:
        if not Path(name).is_dir():
            raise click.UsageError(f"“--course” looks in folders of banks; “{name}” is none.")
