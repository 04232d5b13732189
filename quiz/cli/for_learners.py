"""The commands of people who look at how they do: ``quiz scores``, ``quiz review`` and ``quiz courses``."""

import sys

import click

from quiz.cli.at_hand import in_lines_only, player_name, read_settings


class _Scores(click.Group):
    """“quiz scores” alone, with the number of a session, or with a command, imported when it is run."""

    def list_commands(self, context: click.Context) -> list[str]:
        from quiz.cli.scoring import COMMANDS

        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        from quiz.cli.scoring import COMMANDS

        return COMMANDS.get(name)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0].isascii() and args[0].isdecimal():
            return "session", _session, args
        return super().resolve_command(context, args)


@click.group(cls=_Scores, invoke_without_command=True, subcommand_metavar="[SESSION|COMMAND]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--player", metavar="NAME", help="Only this player's sessions.")
@click.option("--all", "everything", is_flag=True, help="All sessions, not the newest 100 only.")
@click.pass_context
def scores(context: click.Context, as_json: bool, as_csv: bool, player: str | None, everything: bool) -> None:
    """Show the history, or one SESSION of it with every answer.

    JSON and CSV always hold all sessions.
    """
    if context.invoked_subcommand is None:
        from quiz.cli.history import print_history

        print_history(as_json=as_json, as_csv=as_csv, player=player, everything=everything)


@click.command()
@click.argument("session", type=click.IntRange(1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.pass_context
def _session(context: click.Context, session: int, as_json: bool, as_csv: bool) -> None:
    """Show one session with every answer."""
    from quiz.cli.history import print_session

    before = context.parent.params if context.parent else {}  # options may stand on either side of the number
    print_session(session, as_json=as_json or before["as_json"], as_csv=as_csv or before["as_csv"])


@click.command()
@click.argument("session", type=click.IntRange(1), required=False)
@click.option("--player", metavar="NAME", help="Whose newest session.  [default: your login name]")
@click.option("--plain", is_flag=True, help="Print it in lines instead of a full screen.")
def review(session: int | None, player: str | None, plain: bool) -> int:
    """Go through a past session with its evidence, question by question.

    Without the number of a SESSION it is your newest finished one; “quiz scores” lists them all.
    """
    from quiz.cli.reviewing import review as review_session

    settings = read_settings()
    in_lines = plain or in_lines_only() or not sys.stdin.isatty()
    return review_session(session, player_name(player, settings), settings, plain=in_lines)


@click.command()
@click.argument("folders", nargs=-1, metavar="[FOLDER]...", type=click.Path(exists=True, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--player", metavar="NAME", help="Whose progress.  [default: your login name]")
def courses(folders: tuple[str, ...], as_json: bool, player: str | None) -> int:
    """List the courses, with how far you are in each.

    A course leads through some banks in an order and asks only what it is about. A step is played once each
    of its questions has been answered, in whatever session. “quiz play --course NAME” plays the next step.
    Courses are found in the file “courses.yaml” beside the banks of the library, or of each FOLDER.
    """
    from quiz.cli.courses import print_courses

    return print_courses(folders, player_name(player, read_settings()), as_json=as_json)


COMMANDS: tuple[click.Command, ...] = (scores, review, courses)
