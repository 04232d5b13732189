"""Articles in, reports out: what `quiz inspect` does."""

from collections.abc import Sequence

import click

from quiz.cli.articles import find_articles, read_found
from quiz.cli.ink import coloured, may_colour
from quiz.cli.narrating import say, say_error
from quiz.cli.width import report_width
from quiz.errors import QuizError
from quiz.generate import report
from quiz.generate.agree import read_facts
from quiz.generate.report.layout import plain
from quiz.generate.witnesses import parser


def inspect_articles(
    names: Sequence[str], *, as_json: bool, brief: bool = False, allow_local: bool = False
) -> int:
    """Print what was read in each article; the exit code is 1 if one could not be read.

    ``brief`` leaves the marked text out of the report.
    """
    readings = []
    code = 0
    if (lacking := parser.missing()) is not None:
        say(lacking)
    for found in find_articles(names)[0]:
        try:
            readings.append(read_facts(read_found(found, allow_local=allow_local).article))
        except QuizError as error:
            say_error(error)
            code = 1
    if readings and as_json:
        click.echo(report.as_json(readings))
    elif readings:
        width, ink = report_width(), coloured if may_colour() else plain
        pages = [report.inspect_text(reading, width, brief=brief, ink=ink) for reading in readings]
        click.echo(f"\n{'─' * min(width, report.WIDEST)}\n\n".join(pages), nl=False)
    return code
