"""The questions of a bank and how they work, as text for whoever writes them."""

from collections.abc import Iterator
from typing import Final

from quiz import visible
from quiz.scores.author import BankItems, Item
from quiz.scores.statistics.items import FEWEST, ROUGH, works
from quiz.scores.text.bars import between, number, percent, signed

_NARROWEST: Final = 20


def items_report(found: BankItems, title: str, width: int) -> str:
    """Return the bank's figures and each question's, those with something to look at first."""
    width = max(width, _NARROWEST)
    lines = visible.wrap(title, width)
    lines += visible.wrap(summary(found), width)
    lines += visible.wrap(
        f"First attempts only. Under {FEWEST} of them nothing is said, under {ROUGH} it is rough; "
        "in brackets the interval at 95%. The rest score is the mean mark, on the other questions, of those "
        "who chose an option.",
        width,
    )
    for item in sorted(found.items, key=lambda item: (not item.flags, not item.enough)):
        lines += ["", *_item(item, width)]
    return "\n".join(visible.clip(line.rstrip(), width) for line in lines)


def summary(found: BankItems) -> str:
    """Return the figures of the bank as a whole in a sentence."""
    parts = []
    if found.reliability is None:
        parts.append("Cronbach's alpha cannot be told from these answers")
    else:
        one = found.reliability
        parts.append(
            f"Cronbach's alpha {number(one.alpha)} of {one.players} players; standard error "
            f"{number(one.error, 1)} of {one.questions} marks"
        )
    if found.guess is not None:
        parts.append(f"blind guessing earns {percent(found.guess)}")
    return "; ".join(parts) + "."


def _item(item: Item, width: int) -> Iterator[str]:
    yield from visible.wrap(f"{item.question} ({item.kind})", width)
    yield from _indented(item.prompt, "  ", width)
    if not item.enough:
        yield from _indented(f"not enough answers yet ({item.n} of {FEWEST})", "  ", width)
        return
    rough = ", rough" if item.rough else ""
    parts = [f"n {item.n}{rough}", f"facility {percent(item.facility.value)} ({between(item.facility)})"]
    if item.discrimination is not None:
        parts.append(f"discrimination {signed(item.discrimination)}")
    if item.efficiency is not None:
        parts.append(f"efficiency {number(100 * item.efficiency, 0)}%")
    if item.revised:
        parts.append(f"revised: {item.revised} answers are to an earlier wording")
    yield from _indented("; ".join(parts), "  ", width)
    key = next((option for option in item.options if option.key), None)
    for option in item.options:
        does = works(option, key) if key else None
        rest = "" if option.rest is None else f", rest score {percent(option.rest)}"
        said = {True: ", works", False: ", does not work", None: ""}[does]
        name = "key  " if option.key else "wrong"
        share = f"{percent(option.share.value)} ({between(option.share)})"
        yield from _indented(f"{name} “{option.text}” {share}{rest}{said}", "    ", width)
    for flag in item.flags:
        yield from _indented(f"! {flag}", "  ", width)


def _indented(text: str, margin: str, width: int) -> list[str]:
    return [margin + line for line in visible.wrap(text, width - len(margin))]
