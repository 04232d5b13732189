"""`quiz bank merge`: several banks about one article become one, with their results if they go away."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from quiz import paths
from quiz.amounts import counted
from quiz.bank.authoring.keeping import put_back
from quiz.bank.authoring.merging import Merged, free_name, merged, same_article
from quiz.bank.files import BankFile, load_bank, parse_bank
from quiz.cli.at_hand import open_store
from quiz.cli.bank_meant import BankNotMeant
from quiz.cli.banks_renamed import move_results, remove_read
from quiz.cli.narrating import say


def merge_banks(into: Path, others: Sequence[Path], *, remove: bool) -> int:
    """Merge banks into the first one. It is written before any other is removed."""
    whole = load_bank(into)
    files = [load_bank(path) for path in others]
    _check([whole, *files])
    before = whole.text
    results: list[Merged] = []
    for file in files:
        result = merged(whole, file)
        whole = parse_bank(result.text, whole.label, path=into)
        results.append(result)
    if whole.text != before:
        put_back(into, whole.text, replaces=before)
    for file, result in zip(files, results, strict=True):
        _tell(file, result, into)
    for file, result in zip(files, results, strict=True):
        if remove:
            _remove(file, result, whole)
        elif _played(file.bank.id) and file.bank.id != whole.bank.id:
            say(f"Results stay with {file.label}; --remove deletes it and takes them along.")
    return 0


def _check(files: Sequence[BankFile]) -> None:
    """Raise an error for banks that cannot become one."""
    first = files[0]
    seen: set[str] = set()
    for file in files:
        place = os.path.realpath(file.label)
        if place in seen:
            raise click.UsageError(f"{file.label} is named twice.")
        seen.add(place)
        if not same_article(first.bank, file.bank):
            raise BankNotMeant(
                f"{first.label} and {file.label} are not about the same text; nothing was merged."
            )
        if file.bank.language != first.bank.language:
            raise BankNotMeant(
                f"{first.label} is in {first.bank.language} and {file.label} in {file.bank.language}; "
                "nothing was merged."
            )


def _tell(file: BankFile, result: Merged, into: Path) -> None:
    known = f", {result.known} were there already" if result.known else ""
    say(f"Took {counted(result.added, 'question')} of {file.label} into {into}{known}.")
    for old, new in result.renamed.items():
        say(f"  {old} is {new} there: {into} has another question called {old}.")
    if result.laid_out_anew:
        say(f"{into} was laid out anew, and its comments are gone: nothing could be added to it as it was.")


def _remove(file: BankFile, result: Merged, whole: BankFile) -> None:
    """Delete a bank whose questions are in another one, and put its results there."""
    delete = partial(remove_read, file)
    old, new = file.bank.id, whole.bank.id
    moved = 0
    if old == new:
        delete()
    else:
        moved = move_results(old, new, _ids(file, result, whole), delete)
    results = f"; {counted(moved, 'session')} moved to {new}" if moved else ""
    say(f"Removed {file.label}{results}.")


def _ids(file: BankFile, result: Merged, whole: BankFile) -> dict[str, str]:
    """Return the ids that change in the results: also of questions that were played and are gone by now."""
    ids = dict(result.renamed)
    if not paths.scores_file().exists():
        return ids
    with open_store() as store:
        taken = {question.id for question in whole.bank.questions} | store.asked_questions(whole.bank.id)
        gone = store.asked_questions(file.bank.id) - {question.id for question in file.bank.questions}
    known = dict.fromkeys(taken)
    for question in sorted(gone & taken):
        ids[question] = free_name(question, file.bank.id, known, None)
    return ids


def _played(bank: str) -> bool:
    if not paths.scores_file().exists():
        return False
    with open_store() as store:
        return store.bank_title(bank) is not None
