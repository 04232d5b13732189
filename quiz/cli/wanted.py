"""Names of kinds and skills as people type them, checked before anything is read."""

from collections.abc import Sequence

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
