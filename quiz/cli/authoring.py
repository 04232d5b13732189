"""`quiz new`: a bank that explains itself, and questions to be filled in at the end of one."""

import sys
from collections.abc import Collection
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import click

from quiz import paths
from quiz.amounts import counted
from quiz.bank.authoring.appending import append_questions
from quiz.bank.authoring.commenting import commented_bank
from quiz.bank.authoring.keeping import put_back
from quiz.bank.authoring.layout import questions_of
from quiz.bank.authoring.skeletons import TYPES, Skeleton, free_id, skeleton, taken_ids, written_skeleton
from quiz.bank.files import LARGEST_BYTES, SaveError, decode_bank, parse_bank, read_bank_text, save_bank
from quiz.bank.kinds import KINDS
from quiz.bank.model import ArticleReference, Bank
from quiz.bank.positions import Positions
from quiz.bank.yaml_values import read_values
from quiz.cli.articles import ReadArticle
from quiz.cli.authoring_asking import Wishes, asked
from quiz.cli.bank_meant import banks_in
from quiz.cli.narrating import say
from quiz.cli.placing import copy_article, make_folder, place_of
from quiz.cli.schema_beside import put_schema
from quiz.cli.width import PAGE
from quiz.visible import one_line, wrap

STDIN = "-"
FIRST_KIND = "main_point"
"""The question in a bank that begins without any: one that only people write."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A new bank, and how its questions came about."""

    bank: Bank
    proposed: int


def new_bank(wishes: Wishes) -> int:
    """Write a new bank; what is not said is asked at a terminal. Never overwrites anything."""
    plan = asked(wishes)
    make_folder(plan.path.parent)
    place = place_of(plan.read, plan.path, several=False) if plan.read is not None else None
    made = _made(plan.path, plan.title, plan.read, place.file if place else None, wishes)
    if plan.read is not None and place is not None and copy_article(plan.read.article, place, force=False):
        say(f"Copied the article to {place.copy}, where the bank can find it.")
    text = commented_bank(made.bank)
    parse_bank(text, str(plan.path))  # the file of its article, say, may have a name that no bank can hold
    save_bank(plan.path, text, replaces=None)
    put_schema(plan.path.parent, text)
    what = counted(made.proposed, "draft") if made.proposed else "one question to fill in"
    say(f"Wrote {plan.path} with {what}.")
    say(f"“quiz edit {plan.path}” opens it and checks it when you save; drafts are not played.")
    if plan.path.resolve().parent != (library := paths.user_banks()).resolve():
        say(f"“quiz play {plan.path}” plays what you approved; the library shows banks in {library}.")
    return 0


def add_question(kind: str, type_: str | None, name: str) -> int:
    """Add a draft of a kind and type at the end of a bank, and say what is to be filled in."""
    _check(kind, KINDS, "kind of question")
    if type_ is not None:
        _check(type_, TYPES, "type of question")
    path = None if name == STDIN else Path(name)
    text = read_bank_text(path) if path else decode_bank(sys.stdin.buffer.read(LARGEST_BYTES + 1), STDIN)
    values = read_values(text, name)
    about_article = bool(isinstance(values.value, dict) and values.value.get("article"))
    made = skeleton(kind, type_, taken_ids(questions_of(values)), about_article=about_article)
    added = append_questions(text, name, [written_skeleton(made, about_article=about_article)])
    if added is None:
        raise SaveError(f"{name} has no list of questions to which one could be added; see “quiz check”.")
    if path is None:
        click.echo(added, nl=False)
    else:
        put_back(path, added, replaces=text)
    _say_gaps(made, added, name, len(questions_of(values)))
    return 0


def _made(path: Path, title: str, read: ReadArticle | None, file: str | None, wishes: Wishes) -> _Made:
    """Make the bank: with the generator's questions as drafts, or with one to be filled in."""
    from quiz.generate.build import bank_of, generate, identifier_of

    identifier = _free_identifier(identifier_of(path.stem), path)
    if read is not None and file is not None and wishes.generate:
        from quiz.generate.witnesses import parser

        if (missing := parser.missing()) is not None:
            say(missing)
        for note in read.article.notes:
            say(note)
        if sys.stderr.isatty():
            say("Looking for what can be asked beyond dispute …")
        draft = generate(read.article, count=wishes.count)
        if draft.questions:
            bank = bank_of(draft, identifier=identifier, file=file)
            drafts = [replace(question, status="draft") for question in bank.questions]
            return _Made(replace(bank, title=title, questions=[*drafts]), len(drafts))
        say("Nothing in the article can be asked beyond dispute; the questions are yours to write.")
    article = None
    if read is not None and file is not None:
        article = ArticleReference(file=file, sha256=read.article.sha256, outlet=read.article.outlet)
    first = skeleton(FIRST_KIND, None, (), about_article=article is not None).question
    return _Made(Bank(id=identifier, title=title, article=article, questions=[first]), 0)


def _free_identifier(name: str, path: Path) -> str:
    """Return an id that no bank of the library and none beside the new one has: results hang on it."""
    taken = {bank.id for bank in (*banks_in(()), *banks_in((path.parent,)))}
    return name if name not in taken else free_id(f"{name}-", {f"{name}-1", *taken})


def _say_gaps(made: Skeleton, text: str, name: str, index: int) -> None:
    positions: Positions = read_values(text, name).positions
    shown = "the bank" if name == STDIN else name
    say(f"Added {made.question.id}, a draft, at the end of {shown}. Fill in:")
    for path, what in made.gaps:
        line = positions.key(("questions", index, *path)).line
        head = f"  line {line}  {path[0]}: "
        first, *rest = wrap(what, PAGE - len(head))
        for one in (head + first, *(" " * len(head) + more for more in rest)):
            say(one)


def _check(name: str, possible: Collection[str], what: str) -> None:
    if name not in possible:
        near = get_close_matches(name, list(possible), 1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        raise click.UsageError(f"“{one_line(name)}” is no {what}.{meant} There are {', '.join(possible)}.")
