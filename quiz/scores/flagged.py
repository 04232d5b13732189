"""What the first answers say of a bank's questions as they are worded now, for the linter."""

from collections.abc import Sequence

from quiz.bank.check.played import Played, Wording, wording_of
from quiz.scores.author import FirstAttempt, Item, bank_items
from quiz.scores.snapshot import read_snapshot
from quiz.scores.text.bars import between, percent, signed


def flagged(bank: str, given: Sequence[FirstAttempt], snapshots: dict[str, str]) -> dict[str, Played]:
    """Return the questions whose answers give reason to look at them, by their ids.

    Takes what ``Figures.first_attempts`` gives. Only answers to the newest wording of a question count.
    """
    wordings = {digest: wording_of(read_snapshot(text)) for digest, text in snapshots.items()}
    newest: dict[str, Wording] = {one.question: wordings[one.snapshot] for one in given}
    counting = [one for one in given if wordings[one.snapshot] == newest[one.question]]
    return {
        item.question: Played(newest[item.question], item.flags, figures(item))
        for item in bank_items(bank, counting, snapshots).items
        if item.flags
    }


def figures(item: Item) -> str:
    """Return the figures of a question that has enough answers, with their intervals."""
    rough = ", rough" if item.rough else ""
    said = f"n {item.n}{rough}: {percent(item.facility.value)} right, at 95% {between(item.facility)}"
    if item.discrimination is not None:
        said += f"; discrimination {signed(item.discrimination)}"
    return said
