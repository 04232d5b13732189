"""Articles in, banks and reports out: what `quiz generate` and `quiz inspect` do."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quiz.article import Article, ArticleError, read_article
from quiz.article.reading import LARGEST_BYTES, article_from_bytes
from quiz.bank.files import SaveError, read_bank_text, render_bank, save_bank
from quiz.bank.kinds import KINDS
from quiz.bank.library import ENDINGS
from quiz.cli.ink import coloured, may_colour
from quiz.cli.width import report_width
from quiz.errors import QuizError
from quiz.generate import report
from quiz.generate.agree import read_facts
from quiz.generate.build import Draft, bank_of, generate, identifier_of
from quiz.generate.kinds import kinds as known_kinds
from quiz.generate.report.layout import plain
from quiz.generate.witnesses import parser
from quiz.visible import visible


def read_any(name: str) -> Article:
    """Read an article from a file, or from standard input for “-”. Raises ArticleError."""
    if name == "-":
        return article_from_bytes(
            sys.stdin.buffer.read(LARGEST_BYTES + 1), "article.txt", label="standard input"
        )
    if Path(name).suffix in ENDINGS:
        raise ArticleError(f"{name} is a bank, not an article.")
    return read_article(Path(name))


def inspect_articles(names: Sequence[str], *, as_json: bool, brief: bool = False) -> int:
    """Print what was read in each article; the exit code is 1 if one could not be read.

    ``brief`` leaves the marked text out of the report.
    """
    readings = []
    code = 0
    if (lacking := parser.missing()) is not None:
        _say(lacking)
    for name in names:
        try:
            readings.append(read_facts(read_any(name)))
        except QuizError as error:
            _say_error(error)
            code = 1
    if readings and as_json:
        click.echo(report.as_json(readings))
    elif readings:
        width, ink = report_width(), coloured if may_colour() else plain
        pages = [report.inspect_text(reading, width, brief=brief, ink=ink) for reading in readings]
        click.echo(f"\n{'─' * min(width, report.WIDEST)}\n\n".join(pages), nl=False)
    return code


def generate_banks(
    names: Sequence[str], output: Path | None, *, count: int, kinds: Sequence[str], seed: int, force: bool
) -> int:
    """Make a bank from each article; one that fails is reported and the rest go on."""
    for kind in kinds:
        if kind not in known_kinds():
            made = "is written by people only" if kind in KINDS else "is no kind of question"
            raise click.UsageError(f"“{kind}” {made}; there are {', '.join(known_kinds())}.")
    if len(names) > 1 and (output is None or output.suffix in (".yaml", ".yml")):
        raise click.UsageError("For several articles, -o must name a folder.")
    code = 0
    if (missing := parser.missing()) is not None:
        _say(missing)
    for name in names:
        try:
            article = read_any(name)
            draft = generate(article, seed=seed, count=count, only=kinds)
            _say(f"{name}: {report.account(draft)}")
            for note in article.notes:
                _say(f"{name}: {note}")
            if not draft.questions:
                _say(f"quiz: {name}: there is nothing in it that can be asked beyond dispute.")
                code = 1
                continue
            if output is None:
                click.echo(_bank_text(draft, name, Path.cwd()), nl=False)
            else:
                _write(draft, name, _place(output, name, several=len(names) > 1), force)
        except QuizError as error:
            _say_error(error)
            code = 1
    return code


def _place(output: Path, name: str, *, several: bool) -> Path:
    if several or output.is_dir():
        output.mkdir(parents=True, exist_ok=True)
        return output / f"{_stem(name)}.yaml"
    return output


def _stem(name: str) -> str:
    return identifier_of(Path(name).stem if name != "-" else "article")


def _bank_text(draft: Draft, name: str, folder: Path) -> str:
    if name == "-":
        raise click.UsageError(
            "An article from standard input needs -o, so that bank and article can stand side by side."
        )
    file = os.path.relpath(Path(name).resolve(), folder.resolve()).replace(os.sep, "/")
    return render_bank(bank_of(draft, identifier=_stem(name), file=file))


def _write(draft: Draft, name: str, target: Path, force: bool) -> None:
    """Write the bank, and the article beside it when a bank there could not reach it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = target.parent.resolve()
    source = None if name == "-" else Path(name).resolve()
    if source is None or not source.is_relative_to(folder.parent):
        copy = folder / (source.name if source else f"{target.stem}.txt")
        _copy(draft.reading.article, copy)
        source = copy
    file = os.path.relpath(source, folder).replace(os.sep, "/")
    text = render_bank(bank_of(draft, identifier=identifier_of(target.stem), file=file))
    if target.exists():
        if read_bank_text(target) == text:
            _say(f"{target} is up to date.")
            return
        if not force:
            raise SaveError(f"{target} exists and is different; --force replaces it.")
    save_bank(target, text, replaces=None, overwrite=force)
    _say(f"Wrote {target}.")


def _copy(article: Article, copy: Path) -> None:
    if copy.exists():
        if read_article(copy).sha256 == article.sha256:
            return
        raise SaveError(f"{copy} exists and is another article; write the bank to another folder.")
    save_bank(copy, article.raw, replaces=None)
    _say(f"Copied the article to {copy}, where the bank can find it.")


def _say_error(error: QuizError) -> None:
    for line in error.lines():
        _say(f"quiz: {line}")


def _say(text: str) -> None:
    click.echo(visible(text), err=True)
