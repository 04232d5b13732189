"""The commands of people who write banks: begin, edit, check, look at, decide, move."""

from pathlib import Path

import click

from quiz.cli.at_hand import read_settings


@click.command()
@click.argument("target", required=False, metavar="[ARTICLE|BANK]")
@click.option("--title", metavar="TITLE", help="What the bank is called.  [default: the article's title]")
@click.option("--no-article", is_flag=True, help="The bank is about no article.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The bank to write, or a folder for it.",
)
@click.option(
    "--generate/--no-generate", default=True, help="Propose questions as drafts, or leave all of them to you."
)
@click.option(
    "--count", type=click.IntRange(1, 500), default=20, show_default=True, help="Propose at most so many."
)
@click.option("--question", "kind", metavar="KIND", help="Add a question of this kind to a BANK instead.")
@click.option("--type", "type_", metavar="TYPE", help="How that question is answered.")
@click.option("--allow-local", is_flag=True, help="Also fetch pages of this computer and its own network.")
def new(
    target: str | None,
    title: str | None,
    no_article: bool,
    output: Path | None,
    generate: bool,
    count: int,
    kind: str | None,
    type_: str | None,
    allow_local: bool,
) -> int:
    """Begin a bank, or add a question to one.

    Writes a bank with comments that explain it, and with questions about the ARTICLE that are drafts until
    you approve them. At a terminal, what you leave out is asked. Nothing is ever overwritten.

    With --question, a draft of that KIND is added at the end of a BANK for you to fill in, as by “quiz new
    --question speaker my-bank.yaml”. Types are choice, multiple, order, match, text and hottext.
    """
    if kind is not None:
        if target is None:
            raise click.UsageError("Name the bank to which the question is added.")
        if title is not None or no_article or output is not None:
            raise click.UsageError("--question adds to a bank that is there: leave the other options out.")
        from quiz.cli.authoring import add_question

        return add_question(kind, type_, target)
    if type_ is not None:
        raise click.UsageError("--type goes with --question KIND.")
    if no_article and target is not None:
        raise click.UsageError("Name an article, or say --no-article, not both.")
    from quiz.cli.authoring import new_bank
    from quiz.cli.authoring_asking import Wishes

    return new_bank(Wishes(target, no_article, title, output, generate, count, allow_local))


@click.command()
@click.argument("bank", metavar="BANK")
def edit(bank: str) -> int:
    """Edit a BANK in your editor, and check it when you save.

    Opens the editor of VISUAL or EDITOR, at the first problem if there is one. If what you saved has
    problems, you may edit again, keep it all the same, or restore what was before. You edit a copy: the bank
    is replaced at the end, in one step, and never over somebody else's change.
    """
    from quiz.cli.bank_meant import bank_meant
    from quiz.cli.editing import edit_bank

    return edit_bank(bank_meant(bank))


class _Banks(click.Group):
    """“quiz bank” with its commands, imported when one is run."""

    def list_commands(self, context: click.Context) -> list[str]:
        from quiz.cli.banks import COMMANDS

        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        from quiz.cli.banks import COMMANDS

        return COMMANDS.get(name)


@click.group(cls=_Banks)
def bank() -> None:
    """List banks, tell about one, rename, merge and split them."""


@click.command()
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


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> int:
    """List the rules of “quiz check”, or explain the one of this CODE or name."""
    from quiz.cli.checking import explain_rule, list_rules

    click.echo(explain_rule(code) if code is not None else list_rules())
    return 0


@click.command()
def schema() -> int:
    """Print the JSON Schema of banks, for editors that complete and check while you write."""
    from quiz.bank.schema import render_schema

    click.echo(render_schema(), nl=False)
    return 0


@click.command()
@click.argument("bank")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
def preview(bank: str, no_mouse: bool) -> int:
    """Show a BANK beside your editor, as players will see it.

    Every time the file is saved, the question that changed is on screen within half a second, with what
    “quiz check” finds and with the evidence in the article. A file that cannot be read keeps the last good
    view and says what is wrong.
    """
    from quiz.cli.proofing import preview_bank

    return preview_bank(bank, read_settings(), mouse=not no_mouse)


@click.command()
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

    return curate_bank(bank, read_settings(), mouse=not no_mouse)


COMMANDS: tuple[click.Command, ...] = (new, edit, bank, check, rule, schema, preview, curate)
"""What stands beside the other commands of ``quiz``."""
