"""A word about a player without sessions where others have some: the name may be misspelt or left out."""

from typing import Final

import click

from quiz.scores.store import Store
from quiz.visible import one_line

MOST_NAMES: Final = 8
"""How many of the players there are get named."""


def tell_of_strangers(store: Store, player: str) -> None:
    """Say on standard error that nothing is kept for ``player``, and for whom there is something."""
    players = store.players()
    if not players or player in players:
        return
    named = [f"“{one_line(name)}”" for name in players[:MOST_NAMES]]
    if len(players) > MOST_NAMES:
        named.append(f"{len(players) - MOST_NAMES} more")
    listed = " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
    message = f"quiz: No sessions are kept for “{one_line(player)}”; there are some for {listed}."
    click.echo(message, err=True)
