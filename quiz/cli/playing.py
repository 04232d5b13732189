"""What `quiz play` does before anything is on screen: find what is meant, open it, choose lines or screen."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.bank.library import ENDINGS, Library, default_cache_file, default_folders, find_banks
from quiz.cli import _open_store
from quiz.play.wishes import NothingToPlay, Wishes

if TYPE_CHECKING:  # reading banks is imported when one is opened: the library must be on screen first
    from quiz.config import Settings
    from quiz.play.material import Material


def play_on_screen(target: Sequence[str], wishes: Wishes, settings: "Settings", *, mouse: bool) -> int:
    """Play in the full-screen app."""
    from quiz.ui.app import QuizApp
    from quiz.ui.keymap import keymap_of

    keymap = keymap_of(settings.keys)
    material, folders = None, default_folders()
    if len(target) == 1 and not Path(target[0]).is_dir():
        material = _open(target[0], wishes)
    elif target:
        folders = tuple(Path(name) for name in target)
        for folder in folders:
            if not folder.exists():
                raise NothingToPlay(f"{folder} does not exist.")
            if not folder.is_dir() and folder.suffix not in ENDINGS:
                raise NothingToPlay(f"{folder} is an article; it can only be played alone.")
    with _open_store() as store:
        app = QuizApp(
            Library(folders, default_cache_file()),
            store,
            wishes,
            theme=settings.theme,
            material=material,
            may_go_on=not wishes.particular,
            keymap=keymap,
            motion=settings.motion,
        )
        app.run(mouse=mouse and settings.mouse)
    if app.return_code:
        click.echo("Stopped. Your answers are kept.", err=True)
    return app.return_code or 0


def _open(name: str, wishes: Wishes) -> "Material":
    """Open a bank by path or by its id in the library, or make one from an article."""
    from quiz.play.material import material_of_bank

    path = Path(name)
    if name != "-" and path.suffix in ENDINGS:
        return material_of_bank(path)
    if name != "-" and not path.exists() and os.sep not in name:
        for bank in find_banks(default_folders()):
            if bank.stem == name:
                return material_of_bank(bank)
    return _from_article(name, wishes)


def _from_article(name: str, wishes: Wishes) -> "Material":
    from quiz.cli.articles import read_any
    from quiz.generate.build import DEFAULT_COUNT, bank_of, generate, identifier_of
    from quiz.generate.kinds import kinds, kinds_wanted
    from quiz.play.material import Material

    article = read_any(name)
    if name == "-":
        _take_back_terminal()
    made = [kind for kind in wishes.kinds if kind in kinds()]
    if wishes.kinds and not made:
        raise NothingToPlay("Questions of that kind are written by people only.")
    try:
        only = kinds_wanted(made, wishes.skills)
    except LookupError:
        raise NothingToPlay("None of the kinds you name reports under that skill.") from None
    draft = generate(article, count=max(DEFAULT_COUNT, wishes.count), only=only)
    if not draft.questions:
        raise NothingToPlay(f"{name}: there is nothing in it that can be asked beyond dispute.")
    file = "article.txt" if name == "-" else Path(name).name
    stem = identifier_of(article.title if name == "-" else Path(name).stem)
    return Material.of(bank_of(draft, identifier=stem, file=file), article, None if name == "-" else name)


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
