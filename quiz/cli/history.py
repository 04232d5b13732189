"""What ``quiz scores`` prints: the history, or one session of it."""

from datetime import UTC, datetime
from typing import Final

import click

from quiz.cli.at_hand import open_store
from quiz.cli.strangers import tell_of_strangers
from quiz.cli.width import report_width, table_width

NEWEST: Final = 100
"""How many sessions the table shows unless all are wanted."""


def print_history(*, as_json: bool, as_csv: bool, player: str | None, everything: bool) -> None:
    """Print the sessions, newest first."""
    _one_of(as_json, as_csv)
    all_of_them = everything or as_json or as_csv
    with open_store() as store:
        if player is not None:
            tell_of_strangers(store, player)
        summaries = store.sessions(player, -1 if all_of_them else NEWEST + 1)
    if as_json or as_csv:
        from quiz.scores import data

        _print(data.sessions_json(summaries) if as_json else data.sessions_csv(summaries))
        return
    from quiz.scores import report

    shown = summaries if all_of_them else summaries[:NEWEST]
    _print(report.sessions_table(shown, table_width(), datetime.now(UTC).astimezone()))
    if len(shown) < len(summaries):
        from quiz.visible import wrap

        said = f"These are the newest {NEWEST}; “quiz scores --all” shows every session."
        click.echo("\n".join(wrap(said, report_width())), err=True)


def print_session(session: int, *, as_json: bool, as_csv: bool) -> None:
    """Print one session with every answer. Raises ``NoSuchSession``."""
    _one_of(as_json, as_csv)
    with open_store() as store:
        stored = store.session(session)
    if as_json or as_csv:
        from quiz.scores import data

        _print(data.session_json(stored) if as_json else data.session_csv(stored))
        return
    from quiz.scores import report

    _print(report.session_report(stored, report_width()))


def _one_of(as_json: bool, as_csv: bool) -> None:
    if as_json and as_csv:
        raise click.UsageError("Choose --json or --csv, not both.")


def _print(text: str) -> None:
    click.echo(text.rstrip("\n"))
