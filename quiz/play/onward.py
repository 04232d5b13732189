"""What to play after a session: another bank in which something is still unseen."""

from collections.abc import Sequence

from quiz.bank.library import BankSummary
from quiz.scores.store import Store


def next_bank(store: Store, player: str, banks: Sequence[BankSummary], after: str) -> BankSummary | None:
    """The first bank after the one with the id ``after``, round the end, that has a question never answered.

    Raises StoreError.
    """
    ids = [bank.id for bank in banks]
    start = ids.index(after) + 1 if after in ids else 0
    for bank in others([*banks[start:], *banks[:start]], after):
        if len(store.history(player, bank.id)) < bank.questions:
            return bank
    return None


def others(banks: Sequence[BankSummary], after: str) -> list[BankSummary]:
    """The banks that can be played, without the one with the id ``after``."""
    return [bank for bank in banks if bank.problem is None and bank.id != after and bank.questions > 0]
