"""The commands under ``quiz scores``: skills, practice, questions of a bank, copies, moving, forgetting."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.at_hand import open_store, player_name
from quiz.cli.width import report_width
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.scores.store import Store

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
CSV = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
PLAYER = click.option("--player", metavar="NAME", help="Whose.  [default: your login name]")
TARGET = click.Path(path_type=Path, allow_dash=True)


class ScoresError(QuizError):
    """What was asked for is not there; the message is one sentence."""


@click.command()
@JSON
@CSV
@PLAYER
def skills(as_json: bool, as_csv: bool, player: str | None) -> None:
    """Show what you can do, skill by skill, and how sure that is.

    Only the first answer to each question counts: one known by heart says nothing about reading.
    """
    _one_of(as_json, as_csv)
    from quiz.scores.learner import standings, sureness
    from quiz.scores.statistics.discernment import discernment

    name = player_name(player)
    with open_store() as store:
        _tell(store, name)
        answers = store.first_answers(name)
        sides = {kind: discernment(called) for kind, called in store.two_way_answers(name).items()}
    found, sure = standings(answers), sureness(answers)
    if as_json or as_csv:
        from quiz.scores import figures_data

        _print(
            figures_data.skills_csv(found) if as_csv else figures_data.skills_json(name, found, sure, sides)
        )
        return
    from quiz.scores.text.skills import skills_report

    _print(skills_report(name, found, sure, sides, report_width()))


@click.command()
@JSON
@CSV
@PLAYER
def calendar(as_json: bool, as_csv: bool, player: str | None) -> None:
    """Show the days on which you practised."""
    _one_of(as_json, as_csv)
    from quiz.scores.learner import practice

    name, now = player_name(player), datetime.now(UTC)
    with open_store() as store:
        _tell(store, name)
        found = practice(store.practice_times(name), now)
    if as_json or as_csv:
        from quiz.scores import figures_data

        _print(figures_data.practice_csv(found) if as_csv else figures_data.practice_json(name, found))
        return
    from quiz.scores.text.practice import calendar

    _print(calendar(found, now.astimezone().date(), report_width()))


@click.command()
@click.argument("bank", metavar="BANK")
@JSON
@CSV
def items(bank: str, as_json: bool, as_csv: bool) -> int:
    """Show how the questions of a BANK work: its id, or its file.

    Every player's first answer to a question counts. Exit code 0, or 1 if nobody has played the bank.
    """
    _one_of(as_json, as_csv)
    from quiz.scores.author import bank_items

    with open_store() as store:
        bank, title = _played_bank(store, bank)
        attempts, snapshots = store.first_attempts(bank)
    found = bank_items(bank, attempts, snapshots)
    if as_json or as_csv:
        from quiz.scores import figures_data

        _print(figures_data.items_csv(found) if as_csv else figures_data.items_json(found))
        return 0
    from quiz.scores.text.items import items_report

    _print(items_report(found, title, report_width()))
    return 0


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The page to write.",
)
@PLAYER
def report(output: Path, player: str | None) -> int:
    """Write your history and skills as a page to read or print.

    The page is one file that needs nothing else, neither scripts nor a network.
    """
    from quiz.scores.page.whole import report_page

    name = player_name(player)
    with open_store() as store:
        _tell(store, name)
        text = report_page(store, name, datetime.now(UTC).astimezone())
    _write(output, [text])
    click.echo(f"Wrote {output}.", err=True)
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
def backup(file: Path) -> None:
    """Copy the whole score file to FILE, also while you play.

    “quiz scores import” reads such a copy.
    """
    with open_store() as store:
        store.backup(file.absolute())
    click.echo(f"Copied the scores to {file}.", err=True)


@click.command()
@click.argument("file", type=TARGET, metavar="FILE", default="-")
@click.option("--player", metavar="NAME", help="Only this player's sessions.  [default: everybody's]")
def export(file: Path, player: str | None) -> None:
    """Write the history to FILE or standard output.

    It is lines of JSON that “quiz scores import” reads.
    """
    with open_store() as store:
        lines = (f"{line}\n" for line in store.export(player))
        if str(file) == "-":
            for line in lines:
                click.echo(line, nl=False)
            return
        _write(file, lines)
    click.echo(f"Wrote {file}.", err=True)


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, type=TARGET, metavar="FILE...")
@click.option("--player", metavar="NAME", help="Put sessions that are new under this name.")
def take_in(files: tuple[Path, ...], player: str | None) -> None:
    """Take in histories from elsewhere.

    A FILE is from “quiz scores export” or a copy of a score file; “-” is standard input. What is known
    already is not doubled, so it does no harm to take in a file twice, or an older one after a newer one.
    A file is taken in whole or not at all.
    """
    from quiz.scores.backup import is_database, lines_of_copy

    with open_store() as store:
        for file in files:
            try:
                if str(file) == "-":
                    merged = store.merge(sys.stdin, player)
                elif is_database(file):
                    merged = store.merge(lines_of_copy(file), player)
                else:
                    with file.open(encoding="utf-8") as lines:
                        merged = store.merge(lines, player)
            except OSError as error:
                raise ScoresError(f"{file} cannot be read: {error.strerror}.") from error
            except UnicodeDecodeError as error:
                raise ScoresError(f"{file} is not UTF-8 text.") from error
            said = f"{_count(merged.new)} new, {merged.grown} grown, {merged.known} known already"
            click.echo(f"{file}: {said}.", err=True)


@click.command()
@click.argument("sessions", nargs=-1, type=click.IntRange(1), metavar="[SESSION]...")
@click.option("--player", metavar="NAME", help="The sessions of this player.")
@click.option("--bank", metavar="ID", help="The sessions with this bank.")
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), help="The sessions begun before this day.")
@click.option("--all", "everything", is_flag=True, help="All sessions of everybody.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(
    sessions: tuple[int, ...],
    player: str | None,
    bank: str | None,
    before: datetime | None,
    everything: bool,
    yes: bool,
) -> int:
    """Delete sessions for good, with every answer in them.

    Several conditions together choose the sessions that fit all of them.
    """
    if everything == bool(sessions or player is not None or bank is not None or before):
        raise click.UsageError("Say which sessions: numbers, --player, --bank, --before, or --all alone.")
    from quiz.scores.forgetting import chosen

    start = before.astimezone() if before else None
    with open_store() as store:
        numbers = chosen(store.sessions(), sessions=sessions, player=player, bank=bank, before=start)
        if not numbers:
            raise ScoresError("No session fits that.")
        if not yes:
            click.confirm(f"Delete {_count(len(numbers))} for good?", abort=True, err=True)
        store.forget(numbers)
    click.echo(f"Deleted {_count(len(numbers))}.", err=True)
    return 0


COMMANDS: dict[str, click.Command] = {
    "skills": skills,
    "items": items,
    "calendar": calendar,
    "report": report,
    "backup": backup,
    "export": export,
    "import": take_in,
    "forget": forget,
}
"""What stands under ``quiz scores``, in the order of its help."""


def _tell(store: "Store", player: str) -> None:
    from quiz.cli.strangers import tell_of_strangers

    tell_of_strangers(store, player)


def _one_of(as_json: bool, as_csv: bool) -> None:
    if as_json and as_csv:
        raise click.UsageError("Choose --json or --csv, not both.")


def _print(text: str) -> None:
    click.echo(text.rstrip("\n"))


def _played_bank(store: "Store", bank: str) -> tuple[str, str]:
    """The id and the title of a bank that was played, from its id or its file."""
    title = store.bank_title(bank)
    path = Path(bank)
    if title is None and path.is_file():
        from quiz.bank.files import load_bank

        bank = load_bank(path).bank.id
        title = store.bank_title(bank)
    if title is None:
        raise ScoresError(f"Nobody has played a bank called “{bank}”.")
    return bank, title


def _count(sessions: int) -> str:
    return "1 session" if sessions == 1 else f"{sessions} sessions"


def _write(path: Path, parts: Iterable[str]) -> None:
    """Write a file whole: whoever reads it meanwhile sees the old one or the new one."""
    from quiz.writing import replace_file

    try:
        replace_file(path, "".join(parts).encode("utf-8"))
    except OSError as error:
        raise ScoresError(f"{path} cannot be written: {error.strerror}.") from error
