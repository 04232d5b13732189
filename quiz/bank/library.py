"""Which banks there are, and what the home screen says of each; remembered, because reading them takes long.

Nothing here imports the readers of YAML and banks unless a file is new or has changed.
"""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zlib import crc32

from quiz import __version__
from quiz.bank.remembering import keep, recall, stamp_of
from quiz.paths import cache_folder, packaged_banks, user_banks
from quiz.visible import clip, one_line

if TYPE_CHECKING:  # courses are looked for when home is painted
    from quiz.bank.shelf import Shelf

ENDINGS: Final = (".yaml", ".yml")
COURSES_FILE: Final = "courses.yaml"

_FORMAT: Final = f"3 {__version__}"
_LONGEST_BEGINNING: Final = 200
_NOTHING: Final = type(None)
_SHAPES: Final = frozenset(
    (str, str, outlet, int, int, int, list, problem, str, str)
    for outlet in (str, _NOTHING)
    for problem in (str, _NOTHING)
)
"""The types of a remembered summary."""
_BANK: Final = re.compile(r"^(?:questions|'questions'|\"questions\")[ \t]*:", re.MULTILINE)


class BankSummary(NamedTuple):
    """What a list of banks shows.

    ``questions`` counts the approved questions, ``skills`` counts them by skill, in the order in which
    skills are shown, and ``kinds`` holds the kind of each. ``article`` is the path of the article, None
    without one, ``words`` its length and ``beginning`` the first words of its first paragraph. ``problem``
    is one sentence for a bank that cannot be used; its other fields are then empty and its title is its
    file's name.
    """

    path: Path
    id: str
    title: str
    outlet: str | None = None
    words: int = 0
    questions: int = 0
    drafts: int = 0
    skills: tuple[tuple[str, int], ...] = ()
    problem: str | None = None
    article: str | None = None
    beginning: str = ""
    kinds: tuple[str, ...] = ()


def default_folders() -> tuple[Path, ...]:
    """Return the folders of the banks that come with the program and of the user's own."""
    return (packaged_banks(), user_banks())


def default_cache_file() -> Path:
    """Return the file in which the summaries of the default folders are remembered."""
    return cache_folder() / "library.json"


def default_opened_folder() -> Path:
    """Return the folder in which banks that were opened are remembered."""
    return cache_folder() / "opened"


def cache_file_of(folders: Sequence[Path]) -> Path:
    """Return the file for other folders: a look at them must not push out what the library remembers."""
    names = "\n".join(f"{folder}\n{os.path.abspath(folder)}" for folder in folders)
    return cache_folder() / f"library-{crc32(os.fsencode(names)):08x}.json"


def find_banks(folders: Iterable[Path]) -> list[Path]:
    """List the YAML files in ``folders`` and below, sorted within each folder given.

    Hidden files and folders are left out, a folder that is reached twice through links counts once, and
    what cannot be read is skipped. A file among ``folders`` is taken whatever its name.
    """
    return [Path(path) for path in _found(folders)]


def looks_like_bank(text: str) -> bool:
    """Whether a YAML file is meant as a bank: a line of it begins with the key ``questions:``.

    This is all that is asked, so that a bank whose other keys are wrong is shown with its problem, and a
    YAML file that is about something else is not taken for a broken bank.
    """
    return _BANK.search(text) is not None


class Library:
    """The banks in some folders, with a file that remembers their summaries."""

    def __init__(self, folders: Sequence[Path], cache_file: Path | None) -> None:
        """Take the folders to look in; without a cache file every bank is read each time."""
        self._folders = tuple(folders)
        self._cache_file = cache_file

    @property
    def remembers(self) -> bool:
        """Whether there is a file to remember in."""
        return self._cache_file is not None

    def remembered(self) -> tuple[BankSummary, ...] | None:
        """What `summaries` said the last time, without a look at the banks; None if nobody remembers.

        It is what can be shown at once, while `summaries` finds out what has changed.
        """
        entries = self._remembered()
        if not entries:
            return None
        restored = [_restored(path, entry) for path, entry in entries.items()]
        return tuple(found[0] for found in restored if found is not None and found[0] is not None)

    @property
    def may_have_courses(self) -> bool:
        """Whether there is a file of courses in one of the folders, which costs a look and no reading."""
        return any(os.path.isfile(os.path.join(folder, COURSES_FILE)) for folder in self._folders)

    def shelf(self, banks: Sequence[BankSummary]) -> "Shelf":
        """The courses beside ``banks``, which are this library's; never raises for a broken file."""
        from quiz.bank.shelf import shelf_of

        return shelf_of(self._folders, banks, self._cache_file)

    def summaries(self) -> tuple[BankSummary, ...]:
        """Summarise every bank; only those are read that are new or changed, or whose article did.

        YAML files that are not banks (`looks_like_bank`) are left out. Never raises for bad files.
        """
        remembered = self._remembered()
        entries: dict[str, Any] = {}
        summaries: list[BankSummary] = []
        for path in _found(self._folders):
            entry = remembered.get(path)
            current = _restored(path, entry) if _unchanged(path, entry) else None
            if current is None:
                stamp = stamp_of(path)  # taken before reading: a change meanwhile is read again next time
                summary = _summarise(Path(path))
                entry = _entry(summary, stamp)
            else:
                (summary,) = current
            entries[path] = entry
            if summary is not None:
                summaries.append(summary)
        if entries != remembered:
            self._remember(entries)
        return tuple(summaries)

    def _remembered(self) -> dict[str, Any]:
        if self._cache_file is None:
            return {}
        data = recall(self._cache_file)
        banks = data.get("banks") if data.get("format") == _FORMAT else None
        return banks if isinstance(banks, dict) else {}

    def _remember(self, entries: dict[str, Any]) -> None:
        if self._cache_file is not None:
            keep(self._cache_file, {"format": _FORMAT, "banks": entries})


def _found(folders: Iterable[Path]) -> list[str]:
    found: dict[str, None] = {}
    entered: set[tuple[int, int]] = set()
    for folder in folders:
        if folder.is_file():
            found[str(folder)] = None
        else:
            files = sorted(_yaml_files(str(folder), entered), key=lambda path: path.split(os.sep))
            found.update(dict.fromkeys(files))
    return list(found)


def _yaml_files(folder: str, entered: set[tuple[int, int]]) -> Iterator[str]:
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            status = os.stat(current)
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except (OSError, ValueError):
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            with contextlib.suppress(OSError):
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.lower().endswith(ENDINGS) and entry.is_file():
                    yield entry.path


def _summarise(path: Path) -> BankSummary | None:
    """Read a bank and, for its length, its article; None if the file is not a bank."""
    from quiz.article import ArticleError, read_article  # the readers are slow to import
    from quiz.bank.files import BankError, article_path, parse_bank, read_bank_text

    place: str | None = None
    words, beginning = 0, ""
    try:
        text = read_bank_text(path)
        if not looks_like_bank(text):
            return None
        file = parse_bank(text, str(path), path=path)
        if (article_file := article_path(file)) is not None:
            place = str(article_file)
            article = read_article(article_file)
            words = article.words
            paragraphs = (block.text for block in article.blocks if block.kind == "paragraph")
            beginning = clip(one_line(next(paragraphs, "")), _LONGEST_BEGINNING)
    except (BankError, ArticleError) as error:
        return BankSummary(path, "", path.stem, problem=str(error), article=place)
    bank = file.bank
    approved = [question for question in bank.questions if question.status == "approved"]
    return BankSummary(
        path=path,
        id=bank.id,
        title=bank.title,
        outlet=bank.article.outlet if bank.article else None,
        words=words,
        questions=len(approved),
        drafts=sum(question.status == "draft" for question in bank.questions),
        skills=_by_skill([question.skill for question in approved]),
        article=place,
        beginning=beginning,
        kinds=tuple(question.kind for question in approved),
    )


def _by_skill(skills: list[Any]) -> tuple[tuple[str, int], ...]:
    from quiz.bank.kinds import SKILLS

    return tuple((skill, skills.count(skill)) for skill in SKILLS if skill in skills)


def _entry(summary: BankSummary | None, stamp: list[int] | None) -> dict[str, Any]:
    entry: dict[str, Any] = {"stamp": stamp}
    if summary is not None:
        if summary.article is not None:  # its words are in the summary
            entry |= {"article": summary.article, "article_stamp": stamp_of(summary.article)}
        entry["summary"] = [
            *(summary.id, summary.title, summary.outlet, summary.words, summary.questions, summary.drafts),
            [list(pair) for pair in summary.skills],
            summary.problem,
            summary.beginning,
            " ".join(summary.kinds),
        ]
    return entry


def _unchanged(path: str, entry: object) -> bool:
    """Whether the files are still those that an entry was made from."""
    if not isinstance(entry, dict) or entry.get("stamp") is None or entry["stamp"] != stamp_of(path):
        return False
    article = entry.get("article")
    return article is None or (isinstance(article, str) and entry.get("article_stamp") == stamp_of(article))


def _restored(path: str, entry: object) -> tuple[BankSummary | None] | None:
    """Read a remembered summary, None for a file that is no bank; None instead if it is damaged."""
    if not isinstance(entry, dict):
        return None
    values, article = entry.get("summary"), entry.get("article")
    if values is None and article is None:
        return (None,)
    # Plain tests rather than a pattern: this runs for each of some thousand banks before anything is painted.
    if not isinstance(values, list) or tuple(map(type, values)) not in _SHAPES:
        return None
    if not (article is None or isinstance(article, str)):
        return None
    name, title, outlet, words, questions, drafts, pairs, problem, beginning, kinds = values
    try:
        skills = tuple([(str(skill), int(count)) for skill, count in pairs])
    except (TypeError, ValueError):
        return None
    return (
        BankSummary(
            *(Path(path), name, title, outlet, words, questions, drafts, skills, problem, article, beginning),
            kinds=tuple(kinds.split()),
        ),
    )
