"""What can be had from an article without a bank: a quiz, and the report of what was read in it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.play.wishes import NothingToPlay, Wishes

if TYPE_CHECKING:  # readers and makers are imported when something is read or made
    from quiz.article import Article
    from quiz.play.material import Material

Tell = Callable[[str], None]


def quiz_of(source: "str | Article", wishes: Wishes, tell: Tell = lambda stage: None) -> "Material":
    """Make a quiz from an article, which is named as on the command line or read already.

    ``tell`` hears what is done next. Raises ArticleError, and NothingToPlay with the reason.
    """
    article = _read(source, tell)
    from quiz.generate.build import DEFAULT_COUNT, bank_of, generate, identifier_of
    from quiz.generate.kinds import kinds, kinds_wanted
    from quiz.play.material import Material

    made = [kind for kind in wishes.kinds if kind in kinds()]
    if wishes.kinds and not made:
        raise NothingToPlay("Questions of that kind are written by people only.")
    try:
        only = kinds_wanted(made, wishes.skills)
    except LookupError:
        raise NothingToPlay("None of the kinds you name reports under that skill.") from None
    name = source if isinstance(source, str) else None
    tell("Looking for what can be asked beyond dispute")
    draft = generate(article, count=max(DEFAULT_COUNT, wishes.count), only=only)
    if not draft.questions:
        raise NothingToPlay(
            f"{name or 'the article'}: there is nothing in it that can be asked beyond dispute."
        )
    file = Path(name).name if name else "article.txt"
    stem = identifier_of(Path(name).stem if name else article.title)
    return Material.of(bank_of(draft, identifier=stem, file=file), article, name)


def report_of(source: "str | Article", tell: Tell = lambda stage: None) -> Callable[[int], str]:
    """Read an article; the answer writes the report at a width in cells. Raises ArticleError."""
    article = _read(source, tell)
    from quiz.generate import report
    from quiz.generate.agree import read_facts

    tell("Looking for who says what")
    reading = read_facts(article)
    return lambda width: report.inspect_text(reading, width)


def _read(source: "str | Article", tell: Tell) -> "Article":
    if isinstance(source, str):
        tell("Reading the article")
        from quiz.cli.articles import read_any

        source = read_any(source)
    tell("Loading the parser")
    from quiz.generate.witnesses import parser

    if parser.installed_model() is not None:
        import_module("spacy")  # now, because this takes longer than everything else
    return source


def gates() -> tuple[str, ...]:
    """What every generated question has passed, by name."""
    from quiz.generate.gates import GATES

    return tuple(gate.__name__.strip("_").replace("_", " ") for gate in GATES)
