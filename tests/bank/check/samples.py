"""The banks of the folder ``banks``: broken ones say in their first line which rule must find what where."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

BANKS = Path(__file__).parent / "banks"
ARTICLE = BANKS / "harbour.txt"
_EXPECTED = re.compile(r"# ([A-Z]\d{3}) at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Broken:
    """A bank with one flaw, and what is to be said of it."""

    path: Path
    code: str
    line: int
    column: int


def read(path: Path) -> str:
    """The text of a bank with its line ends as they are."""
    return path.read_bytes().decode("utf-8")


def broken_banks() -> list[Broken]:
    found = []
    for path in sorted((BANKS / "broken").glob("*.yaml")):
        expected = _EXPECTED.match(read(path))
        assert expected, f"{path} does not say what is to be found in it"
        found.append(Broken(path, expected[1], int(expected[2]), int(expected[3])))
    return found


def clean_banks() -> list[Path]:
    return sorted((BANKS / "clean").glob("*.yaml"))


PLAIN = read(BANKS / "clean" / "plain.yaml")
CLEAN = {path.stem: read(path) for path in clean_banks()}
BROKEN = {one.path.stem: read(one.path) for one in broken_banks()}


def write_article(folder: Path) -> None:
    """Put the article where a bank in ``folder`` looks for it."""
    shutil.copy(ARTICLE, folder.parent / ARTICLE.name)
