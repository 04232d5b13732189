"""Choosing a bank in lines: a numbered list, words that narrow it, and what may be typed."""

from collections.abc import Sequence
from typing import Final

from quiz.amounts import counted
from quiz.bank.finding import Finder
from quiz.bank.library import BankSummary
from quiz.play.plain.talk import Left, Talk
from quiz.visible import one_line

PAGE: Final = 20
"""Banks that are named at once."""

HELP: Final = """Type the number of a bank to play it.
Any word lists the banks whose title, outlet or skills have it; a number keeps its meaning.
“find 2024” does the same for a word that is a number.
“more” names the next ones, “all” begins again with every bank.
“quit” leaves."""


def choose_bank(banks: Sequence[BankSummary], talk: Talk) -> BankSummary:
    """Let a person choose one of the banks. Raises Left for “quit” and at the end."""
    numbered = list(enumerate(banks, start=1))
    finder = Finder(banks)
    shown = numbered
    named = _name(shown, 0, talk)
    while True:
        said = one_line(talk.line())
        folded = said.casefold()
        if said.isascii() and said.isdigit() and len(said) < 9:
            if 1 <= int(said) <= len(banks):
                return banks[int(said) - 1]
            talk.write(f"There are banks 1 to {len(banks)}.")
        elif folded in {"q", "quit", "exit"}:
            raise Left(ended=False)
        elif folded in {"", "help", "?"}:
            for line in HELP.splitlines():
                talk.write(line)
        elif folded == "more":
            if named < len(shown):
                named = _name(shown, named, talk)
            else:
                talk.write("There are no more. “all” begins again.")
        elif folded == "all":
            shown = numbered
            named = _name(shown, 0, talk)
        else:
            found = set(finder.find(said.removeprefix("find ")))
            if found:
                shown = [(number, bank) for number, bank in numbered if bank in found]
                named = _name(shown, 0, talk)
            else:
                talk.write(f"No bank has “{said}”. Type another word, a number, or “help”.")


def _name(shown: Sequence[tuple[int, BankSummary]], start: int, talk: Talk) -> int:
    """Name the next banks and what may be typed; how many have been named then."""
    end = min(start + PAGE, len(shown))
    if start == 0 and len(shown) > PAGE:
        talk.write(f"{counted(len(shown), 'bank')}. The first {PAGE}:")
    for number, bank in shown[start:end]:
        outlet = f", {one_line(bank.outlet)}" if bank.outlet else ""
        talk.write(f"{number}. {one_line(bank.title)}{outlet}, {counted(bank.questions, 'question')}")
    more = f"“more” for the next of {len(shown) - end}, " if end < len(shown) else ""
    talk.write(f"Which one? Type its number, a word to find others, {more}or “help”.")
    return end
