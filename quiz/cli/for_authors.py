"""The commands of people who write banks: ``quiz new``, ``quiz edit`` and ``quiz bank``."""

from pathlib import Path

import click


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


COMMANDS: tuple[click.Command, ...] = (new, edit, bank)
"""What stands beside the other commands of ``quiz``."""
