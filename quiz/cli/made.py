"""Remembers which bank was made of what, so that it need not be made again to know that it is up to date."""

import contextlib
import hashlib
import json
import os
import platform
from functools import cache
from pathlib import Path

from quiz import paths
from quiz.cli.making import Order
from quiz.generate.witnesses import parser

NOTHING = "nothing"
"""Remembered in place of a bank's hash for an article that nothing can be asked about."""


class Record:
    """A file of lines, each the hash of all that decides a bank, and the hash of the bank that was made.

    It may be deleted at any time, lines of it may be lost: then banks are made again and compared.
    """

    def __init__(self, file: Path) -> None:
        """Read what is remembered; a file that cannot be read remembers nothing."""
        self._file = file
        self._made: dict[str, str] = {}
        with contextlib.suppress(OSError):
            for line in file.read_text("ascii", "replace").splitlines():
                ingredients, _, result = line.partition(" ")
                self._made[ingredients] = result

    def made_of(self, ingredients: str) -> str | None:
        """The hash of the bank that was made of this, NOTHING if nothing was asked, or None if unknown."""
        return self._made.get(ingredients)

    def remember(self, ingredients: str, result: str) -> None:
        """Keep what was made; where that is impossible, it is made again next time."""
        if self._made.get(ingredients) == result:
            return
        self._made[ingredients] = result
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # One short write to the end of the file: two runs at once do not tear each other's lines.
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
            try:
                os.write(descriptor, f"{ingredients} {result}\n".encode("ascii"))
            finally:
                os.close(descriptor)


def record_file() -> Path:
    """The file in which it is remembered for this user."""
    return paths.cache_folder() / "made.txt"


def digest(text: str) -> str:
    """Hash a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def ingredients(order: Order) -> str:
    """Hash all that decides a bank; the versions of everything that reads and asks are part of it."""
    article = order.article
    parts = [_programme(), article.sha256, article.title, order.identifier, order.file]
    options = [order.seed, order.count, sorted(set(order.kinds))]
    return digest(json.dumps([*parts, *options]))


@cache
def _programme() -> str:
    """Hash the parts of the program that make a bank: a rule that reads differently is another program.

    Of the parser and of Python the versions are enough.
    """
    package = Path(__file__).parent.parent
    hashed = hashlib.sha256(f"{parser.version()} {platform.python_version()}".encode())
    for part in ("article", "bank", "generate"):
        for path in sorted((package / part).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                hashed.update(hashlib.sha256(path.read_bytes()).digest())
    return hashed.hexdigest()
