"""What `quiz play` does before anything is on screen: find what is meant, open it, choose lines or screen."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from quiz.bank.library import (
    ENDINGS,
    Library,
    cache_file_of,
    default_cache_file,
    default_folders,
    default_opened_folder,
    find_banks,
)
from quiz.cli.at_hand import open_store, uncollected
from quiz.play.wishes import NothingToPlay, Wishes

if TYPE_CHECKING:  # reading banks is imported when one is opened: the library must be on screen first
    from quiz.article import Article
    from quiz.config import Settings
    from quiz.play.material import Material


def play_on_screen(
    target: Sequence[str], wishes: Wishes, settings: "Settings", *, mouse: bool, course: str | None = None
) -> int:
    """Play in the full-screen app; with ``course`` the next step of the course of that name."""
    with uncollected():
        from quiz.cli.from_articles import gates, quiz_of, report_of
        from quiz.ui.app import QuizApp
        from quiz.ui.keymap import keymap_of

        keymap = keymap_of(settings.keys)
        meant = _meant(target)
    library = Library(meant.folders, meant.cache)
    with open_store() as store:
        shelf, progress = None, None
        if course is not None:
            from quiz.play.steps import progress_in

            shelf = library.shelf(library.summaries())
            progress = progress_in(store, wishes.player, shelf, course)
        app = QuizApp(
            library,
            store,
            wishes,
            theme=settings.theme,
            material=meant.material,
            article=meant.article,
            may_go_on=not wishes.particular,
            keymap=keymap,
            motion=settings.motion,
            quiz_of=quiz_of,
            report_of=report_of,
            gates=gates,
            opened=default_opened_folder(),
            shelf=shelf,
            course=progress,
        )
        app.run(mouse=mouse and settings.mouse)
    if app.failure is not None:
        raise NothingToPlay(app.failure)
    if app.return_code:
        click.echo("Stopped. Your answers are kept.", err=True)
    return app.return_code or 0


class _Meant(NamedTuple):
    """What the command line names: a bank, an article, or the folders of a library and their cache."""

    folders: tuple[Path, ...]
    cache: Path
    material: "Material | None" = None
    article: "str | Article | None" = None


def _meant(target: Sequence[str]) -> _Meant:
    """Open what is named. Raises NothingToPlay, and BankError or ArticleError of one bank or article."""
    if not target or (len(target) == 1 and not Path(target[0]).is_dir()):
        named = _Meant(default_folders(), default_cache_file())
        return _one_meant(target[0], named) if target else named
    folders = tuple(Path(name) for name in target)
    for folder in folders:
        if not folder.exists():
            raise NothingToPlay(f"{folder} does not exist.")
        if not folder.is_dir() and folder.suffix not in ENDINGS:
            raise NothingToPlay(f"{folder} is an article; it can only be played alone.")
    return _Meant(folders, cache_file_of(folders))


def _one_meant(name: str, named: _Meant) -> _Meant:
    if (bank := _bank_meant(name)) is not None:
        from quiz.play.material import material_of_bank

        return named._replace(material=material_of_bank(bank, default_opened_folder()))
    from quiz.cli.articles import PAGES, is_address, read_any

    article = _article_meant(name)
    if isinstance(article, str) and not is_address(article) and Path(article).suffix not in PAGES:
        read_any(article)  # what is wrong with it is said before there is a screen
    return named._replace(article=article)


def _open(name: str, wishes: Wishes) -> "Material":
    """Open a bank by path or by its id in the library, or make one from an article."""
    from quiz.play.material import material_of_bank

    if (bank := _bank_meant(name)) is not None:
        return material_of_bank(bank)
    from quiz.cli.from_articles import quiz_of

    return quiz_of(_article_meant(name), wishes)


def _bank_meant(name: str) -> Path | None:
    """The file of the bank that is named by its path or by its id in the library; None for an article."""
    path = Path(name)
    if name != "-" and path.suffix in ENDINGS:
        return path
    if name != "-" and not path.exists() and os.sep not in name:
        for bank in find_banks(default_folders()):
            if bank.stem == name:
                return bank
    return None


def _article_meant(name: str) -> "str | Article":
    """An article as it is named; one from standard input is read, for that is there only once."""
    if name != "-":
        return name
    from quiz.cli.articles import read_any

    article = read_any(name)
    _take_back_terminal()
    return article


def _take_back_terminal() -> None:
    """After an article came from standard input, let answers come from the terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise NothingToPlay(
            "the article came from standard input, and there is no terminal to answer at."
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)
