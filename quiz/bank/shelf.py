"""The courses of a library: what the files of courses beside its banks say, and the banks they lead through.

A file is read again only when it has changed; as long as it has not, no reader of YAML is imported.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from quiz import __version__
from quiz.bank.course import Course
from quiz.bank.kinds import KINDS
from quiz.bank.library import COURSES_FILE, BankSummary
from quiz.bank.remembering import keep, recall, stamp_of

_FORMAT: Final = f"1 {__version__}"
_TEXTS: Final = ("id", "title", "introduction")
_LISTS: Final = ("banks", "kinds", "skills")


class Shelf(NamedTuple):
    """The courses in their order, and the banks by id.

    ``problems`` has one sentence, with file and line, for each file of courses that cannot be used. A bank
    that cannot be opened is found by the name of its file.
    """

    courses: tuple[Course, ...] = ()
    problems: tuple[str, ...] = ()
    banks: Mapping[str, BankSummary] | None = None

    def bank(self, name: str) -> BankSummary | None:
        """The bank of that id, or None if the library does not have it."""
        return (self.banks or {}).get(name)

    def called(self, name: str) -> Course | None:
        """The course with that id or title, or None."""
        wanted = name.casefold().strip()
        same = [course for course in self.courses if wanted in (course.id, course.title.casefold())]
        return same[0] if same else None


def shelf_of(folders: Sequence[Path], banks: Sequence[BankSummary], library_cache: Path | None) -> Shelf:
    """Find the courses in ``folders`` and beside ``banks``; one of the same id takes the place of an earlier.

    What was read is remembered beside ``library_cache``, if there is one.
    """
    place = library_cache.with_name(f"courses-of-{library_cache.name}") if library_cache else None
    remembered = _remembered(place)
    entries: dict[str, Any] = {}
    courses: dict[str, Course] = {}
    problems: list[str] = []
    for path in _files(folders, banks):
        stamp = stamp_of(path)
        found = _restored(remembered.get(path), stamp)
        if found is None:
            found = _read(path)
        entries[path] = _entry(found, stamp)
        if isinstance(found, str):
            problems.append(found)
        else:
            courses |= {course.id: course for course in found}
    if place is not None and entries != remembered:
        keep(place, {"format": _FORMAT, "files": entries})
    by_id: dict[str, BankSummary] = {}
    for bank in sorted(banks, key=lambda bank: bank.problem is not None):
        by_id.setdefault(bank.id or bank.path.stem, bank)
    return Shelf(tuple(courses.values()), tuple(problems), by_id)


def first_bank(banks: Sequence[BankSummary], shelf: Shelf) -> BankSummary | None:
    """The bank to begin with: the first one of the first course, or else that of the shortest article.

    Whoever writes a course puts first what is a pleasure to begin with. None if no bank has an article.
    """
    fitting = [bank for bank in banks if bank.questions and bank.words]
    for course in shelf.courses:
        for name in course.banks:
            if (bank := shelf.bank(name)) in fitting:
                return bank
    return min(fitting, key=lambda bank: bank.words, default=None)


def _files(folders: Sequence[Path], banks: Sequence[BankSummary]) -> Iterator[str]:
    """The files of courses there are: in the folders themselves, then beside the banks found in them."""
    beside = [*map(str, folders), *(os.path.dirname(bank.path) for bank in banks)]
    for folder in dict.fromkeys(beside):
        path = os.path.join(folder, COURSES_FILE)
        if os.path.isfile(path):
            yield path


def _read(path: str) -> tuple[Course, ...] | str:
    """The courses of a file, or what is wrong with it."""
    from quiz.bank.courses import CoursesError, load_courses  # the reader of YAML is slow to import

    try:
        return load_courses(Path(path))
    except CoursesError as error:
        return str(error)


def _remembered(place: Path | None) -> dict[str, Any]:
    data = recall(place) if place is not None else {}
    files = data.get("files") if data.get("format") == _FORMAT else None
    return files if isinstance(files, dict) else {}


def _entry(found: tuple[Course, ...] | str, stamp: list[int] | None) -> dict[str, Any]:
    if isinstance(found, str):
        return {"stamp": stamp, "problem": found}
    return {"stamp": stamp, "courses": [_data(course) for course in found]}


def _data(course: Course) -> dict[str, Any]:
    texts = {name: getattr(course, name) for name in _TEXTS}
    return texts | {name: list(getattr(course, name)) for name in _LISTS}


def _restored(entry: object, stamp: list[int] | None) -> tuple[Course, ...] | str | None:
    """What was read from a file that has not changed since; None if it has, or if the memory is damaged."""
    if not isinstance(entry, dict) or stamp is None or entry.get("stamp") != stamp:
        return None
    if isinstance(problem := entry.get("problem"), str):
        return problem
    try:
        return tuple([_course(data) for data in entry["courses"]])
    except (KeyError, TypeError, ValueError):
        return None


def _course(data: Mapping[str, Any]) -> Course:
    """A course from what `_data` made. Raises KeyError, TypeError or ValueError for anything else."""
    texts = {name: str(data[name]) for name in _TEXTS}
    lists = {name: tuple(map(str, data[name])) for name in _LISTS}
    if not set(lists["kinds"]) <= KINDS.keys():
        raise ValueError("a kind nobody knows")
    return Course(**texts, **lists)  # type: ignore[arg-type]
