"""Mending a bank's file in place: only what a diagnostic's edits name, everything else as it was."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath

from quiz.bank.check.diagnostic import Diagnostic, Edit
from quiz.bank.check.linting import Checked, check_text
from quiz.bank.check.played import Results, nobody_played

_MOST_ROUNDS = 12
"""One edit can make room for the next, as evidence for the hash; there are fewer kinds of edits."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after mending, what is still to be said of it, and how many findings were mended."""

    checked: Checked
    mended: int


def fix_text(
    text: str,
    label: str,
    *,
    path: FilePath | None,
    codes: Collection[str],
    results: Results = nobody_played,
) -> Fixed:
    """Mend what is safe to mend, until nothing is left; mending the result again changes nothing.

    A round whose result would be worse, a file that is no longer YAML or more flaws of the format than
    before, is not made.
    """
    checked = check_text(text, label, path=path, codes=codes, results=results)
    mended = 0
    for _ in range(_MOST_ROUNDS):
        chosen = list(_chosen(checked.diagnostics))
        if not chosen:
            break
        changed = apply_edits(checked.text, (edit for one in chosen for edit in one.edits))
        after = check_text(changed, label, path=path, codes=codes, results=results)
        if changed == checked.text or after.readable < checked.readable or _errors(after) > _errors(checked):
            break
        checked, mended = after, mended + len(chosen)
    return Fixed(checked, mended)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with edits made that do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _chosen(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Take diagnostics in the order of the file, none whose edits touch one taken before."""
    taken: list[tuple[int, int]] = []
    for one in diagnostics:
        spans = [(edit.start, edit.end) for edit in one.edits]
        if spans and not any(
            start < theirs[1] and theirs[0] < end for start, end in spans for theirs in taken
        ):
            taken += spans
            yield one


def _errors(checked: Checked) -> int:
    return sum(one.code.startswith("F") and one.level == "error" for one in checked.diagnostics)
