"""The commands. Each imports its own part only when it runs, so that all of them start at once."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import click

from quiz import __version__, paths
from quiz.cli import for_authors  # no more than options: what they do is imported when they run
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.config import Settings
    from quiz.scores.store import Store

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
MOST_JOBS = 256


def main() -> NoReturn:
    """Run the command line; never shows a traceback for bad input."""
    if sys.stdin is None:  # it was closed by whoever started this: there is nothing to read
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (for the whole run)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a sign that the terminal's encoding lacks is no reason to stop
    try:
        code = cli(standalone_mode=False, prog_name="quiz")
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except QuizError as error:
        from quiz.visible import visible

        for line in error.lines():
            click.echo(f"quiz: {visible(line)}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # nobody reads on: do not complain about it
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


class _Quiz(click.Group):
    """All commands; a word that is none gets the one that was probably meant."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if self.get_command(context, word) is None:
            from quiz.cli.scoring import COMMANDS

            if word in COMMANDS:
                context.fail(f"“{word}” stands under “scores”: quiz scores {word}")
            if Path(word).exists():
                context.fail(f"To play a bank or an article, write: quiz play {word}")
        return super().resolve_command(context, args)


@click.group(cls=_Quiz, context_settings=CONTEXT, invoke_without_command=True)
@click.version_option(__version__, message="quiz %(version)s")
@click.pass_context
def cli(context: click.Context) -> int | None:
    """Fair reading quizzes made from news articles.

    Without a command, opens the library.
    """
    if context.invoked_subcommand is None:
        code: int | None = context.invoke(play)
        return code
    return None


@cli.command()
@click.argument("target", nargs=-1, metavar="[BANK|ARTICLE|FOLDER]...")
@click.option(
    "--count", type=click.IntRange(1, 1000), default=10, show_default=True, help="At most so many questions."
)
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only questions of this kind; may be repeated."
)
@click.option(
    "--skill", "skills", multiple=True, metavar="SKILL", help="Only questions of this skill; may be repeated."
)
@click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    help="The same seed asks the same questions in the same order.",
)
@click.option(
    "--mode",
    type=click.Choice(["practice", "exam"]),
    help="Explain each answer at once, or all of them after handing in.  [default: practice]",
)
@click.option("--minutes", type=click.IntRange(1, 600), help="The time an exam may take.")
@click.option("--certainty", is_flag=True, help="Say with each answer how sure you are, 1 to 3.")
@click.option("--closed-book", is_flag=True, help="Read the article first; it is hidden while you answer.")
@click.option("--missed", is_flag=True, help="Only questions that you missed the last time.")
@click.option("--due", is_flag=True, help="Only questions and skills that are due for review.")
@click.option("--player", metavar="NAME", help="Keep the scores under this name.  [default: your login name]")
@click.option("--plain", is_flag=True, help="Play in numbered lines instead of a full screen.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def play(
    target: tuple[str, ...] = (),
    count: int = 10,
    kinds: tuple[str, ...] = (),
    skills: tuple[str, ...] = (),
    seed: int | None = None,
    mode: Literal["practice", "exam"] | None = None,
    minutes: int | None = None,
    certainty: bool = False,
    closed_book: bool = False,
    missed: bool = False,
    due: bool = False,
    player: str | None = None,
    plain: bool = False,
    no_mouse: bool = False,
) -> int:
    """Open the library, or go straight into a session.

    Give a bank to play it, an article to have a quiz made from it, a folder to see the banks in
    it. “-” reads an article from standard input.
    """
    from quiz.cli.wanted import check_names, check_session
    from quiz.play.wishes import Wishes

    check_names(kinds, skills)
    check_session(mode, minutes=minutes, seed=seed, missed=missed, due=due)
    settings = _settings()
    wishes = Wishes(
        _player(player, settings),
        count,
        kinds,
        skills,
        seed,
        mode=mode or "practice",
        certainty=certainty,
        closed_book=closed_book,
        minutes=minutes,
        only="missed" if missed else "due" if due else "all",
    )
    dumb = os.environ.get("TERM") in ("dumb", "unknown") or not sys.stdout.isatty()
    if plain or dumb or (not sys.stdin.isatty() and target != ("-",)):
        from quiz.cli.in_lines import play_in_lines

        return play_in_lines(target, wishes)
    from quiz.cli.playing import play_on_screen

    return play_on_screen(target, wishes, settings, mouse=not no_mouse)


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """Read a number of processes; 0 and “auto” are as many as there are processors."""
    if value.lower() in ("auto", "0"):
        from quiz.cli.making import processors

        return processors()
    if not (value.isascii() and value.isdecimal() and int(value) <= MOST_JOBS):
        raise click.BadParameter(f"“{value}” is neither “auto” nor a number from 0 to {MOST_JOBS}.")
    return int(value)


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The bank to write; a folder for several articles.",
)
@click.option(
    "--count", type=click.IntRange(1, 500), default=20, show_default=True, help="At most so many questions."
)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; may be repeated.")
@click.option("--skill", "skills", multiple=True, metavar="SKILL", help="Only this skill; may be repeated.")
@click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    default=0,
    show_default=True,
    help="Another seed, another choice.",
)
@click.option(
    "--jobs",
    callback=_jobs,
    default="1",
    show_default=True,
    metavar="N",
    help="Read so many articles at once; “auto” for as many as there are processors.",
)
@click.option(
    "--force", is_flag=True, help="Make every bank again; what people decided and wrote in it is kept."
)
@click.option("-v", "--verbose", is_flag=True, help="Say of each of several articles what was left alone.")
@click.option("--allow-local", is_flag=True, help="Also fetch pages of this computer and its own network.")
def generate(
    articles: tuple[str, ...],
    output: Path | None,
    count: int,
    kinds: tuple[str, ...],
    skills: tuple[str, ...],
    seed: int,
    jobs: int,
    force: bool,
    verbose: bool,
    allow_local: bool,
) -> int:
    """Make a bank from each article.

    An ARTICLE is a file of text, Markdown or HTML, a folder of them, a pattern such as “news/*.md”, the
    http(s) address of a page, or “-” for standard input. HTML and addresses need the extra “web”.

    Without -o the bank of one article goes to standard output. What was made, and what was left alone and
    why, is said on standard error. A bank that is up to date is not made again, so that a long run can be
    stopped with Ctrl+C and goes on with the same command.
    """
    from quiz.cli.generating import Wishes, generate_banks

    wishes = Wishes(count, kinds, skills, seed, force, jobs, verbose, allow_local)
    return generate_banks(articles, output, wishes)


@cli.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--json", "as_json", is_flag=True, help="Print data instead of a report.")
@click.option("--brief", is_flag=True, help="Leave the marked text out of the report.")
@click.option("--allow-local", is_flag=True, help="Also fetch pages of this computer and its own network.")
def inspect(articles: tuple[str, ...], as_json: bool, brief: bool, allow_local: bool) -> int:
    """Report what an article says about its sources: who speaks, in what words, named or not.

    An ARTICLE is what it is for “quiz generate”.
    """
    from quiz.cli.inspecting import inspect_articles

    return inspect_articles(articles, as_json=as_json, brief=brief, allow_local=allow_local)


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


@cli.group(cls=_Scores, invoke_without_command=True, subcommand_metavar="[SESSION|COMMAND]")
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


@cli.command()
@click.argument("banks", nargs=-1, required=True, metavar="BANK...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--select", multiple=True, metavar="CODES", help="Only these rules: P003, or P for all prompt rules."
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out.")
@click.option("--strict", is_flag=True, help="Warnings and hints count as findings, too.")
@click.option("--fix", is_flag=True, help="Mend in place what is safe to mend.")
@click.option("--statistics", is_flag=True, help="Print how often each rule found something instead.")
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever was found.")
def check(
    banks: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    fix: bool,
    statistics: bool,
    exit_zero: bool,
) -> int:
    """Check banks for what breaks them and for flaws in writing questions.

    A BANK is a file, a folder of them, a pattern such as “banks/*.yaml”, or “-” for standard input. Errors
    break a bank; warnings and hints count only with --strict. “quiz rule CODE” explains a rule; the comment
    “# quiz: ignore[CODE] reason” silences it in one line. A file quiz-check.toml in the bank's folder or
    above, or else the table [check] of settings.toml, may hold select, ignore and strict.

    Ends with 0 if nothing was found, 1 if something was, 2 after wrong usage.
    """
    from quiz.cli.checking import Wishes, check_banks

    return check_banks(banks, Wishes(form, select, ignore, strict, fix, statistics, exit_zero))


@cli.command()
@click.argument("code", required=False)
def rule(code: str | None) -> int:
    """List the rules of “quiz check”, or explain the one of this CODE or name."""
    from quiz.cli.checking import explain_rule, list_rules

    click.echo(explain_rule(code) if code is not None else list_rules())
    return 0


@cli.command()
def schema() -> int:
    """Print the JSON Schema of banks, for editors that complete and check while you write."""
    from quiz.bank.schema import render_schema

    click.echo(render_schema(), nl=False)
    return 0


@cli.command()
@click.argument("session", type=click.IntRange(1), required=False)
@click.option("--player", metavar="NAME", help="Whose newest session.  [default: your login name]")
@click.option("--plain", is_flag=True, help="Print it in lines instead of a full screen.")
def review(session: int | None, player: str | None, plain: bool) -> int:
    """Go through a past session with its evidence, question by question.

    Without the number of a SESSION it is your newest finished one; “quiz scores” lists them all.
    """
    from quiz.cli.reviewing import review as review_session

    settings = _settings()
    dumb = os.environ.get("TERM") in ("dumb", "unknown") or not sys.stdout.isatty()
    in_lines = plain or dumb or not sys.stdin.isatty()
    return review_session(session, _player(player, settings), settings, plain=in_lines)


@cli.command()
@click.argument("bank")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def preview(bank: str, no_mouse: bool) -> int:
    """Show a BANK beside your editor, as players will see it.

    Every time the file is saved, the question that changed is on screen within half a second, with what
    “quiz check” finds and with the evidence in the article. A file that cannot be read keeps the last good
    view and says what is wrong.
    """
    from quiz.cli.proofing import preview_bank

    return preview_bank(bank, _settings(), mouse=not no_mouse)


@cli.command()
@click.argument("bank")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def curate(bank: str, no_mouse: bool) -> int:
    """Decide about the drafts of a BANK: approve, reject, edit.

    Each draft is shown with its key, its evidence in the article, how it came about and what “quiz check”
    finds.
    Every decision is saved at once and can be undone. A rejected question stays in the bank with your reason,
    so that making the bank again does not bring it back.
    """
    from quiz.cli.proofing import curate_bank

    return curate_bank(bank, _settings(), mouse=not no_mouse)


@cli.command(name="paths")
def show_paths() -> int:
    """Show where everything is."""
    rows = [
        ("scores", paths.scores_file()),
        ("settings", paths.settings_file()),
        ("your banks", paths.user_banks()),
        ("banks that came with quiz", paths.packaged_banks()),
        ("cache", paths.cache_folder()),
    ]
    for name, path in rows:
        click.echo(f"{name:<26} {path}")
    return 0


def _settings() -> "Settings":
    from quiz.config import read_settings

    return read_settings(paths.settings_file())


def _player(name: str | None, settings: "Settings") -> str:
    from quiz.config import login_name

    return " ".join((name or "").split()) or settings.player or login_name()


def _open_store() -> "Store":
    from quiz.scores.store import Store

    store = Store.open(paths.scores_file(), retention=_settings().retention)
    if store.notice:
        click.echo(f"quiz: {store.notice}", err=True)
    return store


for command in for_authors.COMMANDS:
    cli.add_command(command)
