"""The commands. Each imports its own part only when it runs, so that all of them start at once."""

import io
import os
import sys
from pathlib import Path
from typing import Literal, NoReturn

import click

from quiz import __version__, paths
from quiz.cli import for_authors, for_learners  # no more than options: what they do is imported when run
from quiz.cli.at_hand import in_lines_only, player_name, read_settings
from quiz.errors import QuizError

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
        from quiz.cli.narrating import say_error

        say_error(error)
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
@click.option("--course", metavar="NAME", help="Play the next step of a course; “quiz courses” lists them.")
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
    course: str | None = None,
    player: str | None = None,
    plain: bool = False,
    no_mouse: bool = False,
) -> int:
    """Open the library, or go straight into a session.

    Give a bank to play it, an article to have a quiz made from it, a folder to see the banks in
    it. “-” reads an article from standard input.
    """
    from quiz.cli.wanted import check_course, check_names, check_session
    from quiz.play.wishes import Wishes

    check_names(kinds, skills)
    check_session(mode, minutes=minutes, seed=seed, missed=missed, due=due)
    check_course(course, target, chosen=bool(kinds or skills or missed or due))
    settings = read_settings()
    wishes = Wishes(
        player_name(player, settings),
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
    if plain or in_lines_only() or (not sys.stdin.isatty() and target != ("-",)):
        from quiz.cli.in_lines import play_in_lines

        return play_in_lines(target, wishes, course)
    from quiz.cli.playing import play_on_screen

    return play_on_screen(target, wishes, settings, mouse=not no_mouse, course=course)


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


for command in (*for_authors.COMMANDS, *for_learners.COMMANDS):
    cli.add_command(command)
