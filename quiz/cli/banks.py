"""The commands under ``quiz bank``: looking at banks, renaming, merging and splitting them."""

from pathlib import Path
from typing import Literal

import click

_FOLDERS = click.Path(exists=True, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command(name="list")
@click.argument("folders", nargs=-1, type=_FOLDERS, metavar="[FOLDER]...")
@_JSON
def list_banks(folders: tuple[Path, ...], as_json: bool) -> int:
    """List the banks of the library, or of some FOLDERs."""
    from quiz.cli.bank_meant import banks_in
    from quiz.cli.banks_listed import banks_json, banks_table, nothing_listed
    from quiz.cli.shared_ids import shared_ids

    banks = banks_in(folders)
    if as_json:
        click.echo(banks_json(banks))
    elif banks:
        click.echo(banks_table(banks))
        for sentence in shared_ids((bank.id, str(bank.path)) for bank in banks):
            click.echo(sentence, err=True)
    else:
        click.echo(nothing_listed(folders), err=True)
    return 0


@click.command()
@click.argument("bank", metavar="BANK")
@_JSON
def info(bank: str, as_json: bool) -> int:
    """Tell what a BANK holds and what was played of it.

    BANK is a file, or the id of a bank in the library.
    """
    from quiz.cli.bank_meant import bank_meant
    from quiz.cli.banks_told import facts_json, facts_of, facts_text

    facts = facts_of(bank_meant(bank))
    click.echo(facts_json(facts) if as_json else facts_text(facts))
    return 0


@click.command()
@click.argument("bank", metavar="BANK")
@click.option("--id", "identifier", metavar="ID", help="Another id; results move along.")
@click.option("--title", metavar="TITLE", help="Another title.")
@click.option(
    "--file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="Another place for the file.",
)
def rename(bank: str, identifier: str | None, title: str | None, file: Path | None) -> int:
    """Give a BANK another id, title or file.

    Comments and layout stay. What was played of it on this computer moves to the new id, so that scores, due
    dates and “seen” go on; sessions keep the title they were played under. A history exported from
    another computer before still has the old id.
    """
    if identifier is None and title is None and file is None:
        raise click.UsageError("Say what changes: --id, --title or --file.")
    from quiz.cli.bank_meant import bank_meant
    from quiz.cli.banks_renamed import rename_bank

    return rename_bank(bank_meant(bank), identifier, title, file)


@click.command()
@click.argument("into", metavar="INTO")
@click.argument("banks", nargs=-1, required=True, metavar="BANK...")
@click.option("--remove", is_flag=True, help="Delete each BANK afterwards and take its results along.")
def merge(into: str, banks: tuple[str, ...], remove: bool) -> int:
    """Merge banks about one article into INTO.

    The questions of each BANK are added to the bank INTO, which is changed in place. All must be about the
    same article, or about none. Ids are kept; where a different question of INTO has
    the same id, the one that comes in gets the id of its bank behind its own. What INTO has word for word is
    not doubled, so that merging again changes nothing. Results stay with the banks that were played, unless
    --remove deletes these.
    """
    from quiz.cli.bank_meant import bank_meant
    from quiz.cli.banks_merged import merge_banks

    return merge_banks(bank_meant(into), [bank_meant(bank) for bank in banks], remove=remove)


@click.command()
@click.argument("bank", metavar="BANK")
@click.option(
    "--by",
    required=True,
    type=click.Choice(["kind", "skill", "status"]),
    help="What a new bank has in common.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where they go.  [default: beside it]",
)
def split(bank: str, by: Literal["kind", "skill", "status"], output: Path | None) -> int:
    """Make several banks of the questions of one, which stays as it is.

    Each is called after the BANK and what its questions have in common; questions keep their ids. Nothing is
    overwritten. Results stay with the BANK that was played: the new ones begin without.
    """
    from quiz.cli.bank_meant import bank_meant
    from quiz.cli.banks_split import split_bank

    return split_bank(bank_meant(bank), by, output)


COMMANDS: dict[str, click.Command] = {
    "list": list_banks,
    "info": info,
    "rename": rename,
    "merge": merge,
    "split": split,
}
"""What stands under ``quiz bank``, in the order of its help."""
