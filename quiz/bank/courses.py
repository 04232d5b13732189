"""The courses: an ordered path through the library, read from one YAML file beside its banks."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Final

from quiz.bank.course import Course
from quiz.bank.kinds import KINDS, SKILLS
from quiz.bank.library import COURSES_FILE
from quiz.bank.positions import Path, Positions
from quiz.bank.problems import BankError, Problem, shown
from quiz.bank.yaml_values import read_values

FILE_NAME: Final = COURSES_FILE
MOST_LINES: Final = 18
WIDEST: Final = 72
"""An introduction is read on one screen of 80 × 24, with a title above it and the keys below."""

__all__ = ["FILE_NAME", "MOST_LINES", "WIDEST", "Course", "CoursesError", "load_courses", "parse_courses"]

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""As in `quiz.bank.shape`, which is not imported: pydantic would cost more than all the courses."""
_TEXTS: Final = ("id", "title", "introduction")
_LISTS: Final = ("banks", "kinds", "skills")


class CoursesError(BankError):
    """The courses cannot be used; says what is wrong on which line, as for a bank."""


def load_courses(path: FilePath) -> tuple[Course, ...]:
    """Read the courses of a file, in order. Raises CoursesError with everything that is wrong in it."""
    label = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CoursesError([Problem(label, 1, 1, "the file does not exist")]) from None
    except OSError as error:
        reason = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
        raise CoursesError([Problem(label, 1, 1, reason)]) from None
    except UnicodeDecodeError:
        raise CoursesError([Problem(label, 1, 1, "the file is not UTF-8 text")]) from None
    return parse_courses(text, label)


def parse_courses(text: str, label: str) -> tuple[Course, ...]:
    """Read courses from text that the user calls ``label``. Raises CoursesError."""
    try:
        values = read_values(text, label)
    except BankError as error:
        raise CoursesError(error.problems) from None
    reader = _Reader(label, values.positions)
    courses = reader.courses(values.value)
    if problems := sorted((*values.problems, *reader.problems)):
        raise CoursesError(problems)
    return courses


class _Reader:
    """Turns values into courses and notes what is wrong with them."""

    def __init__(self, label: str, positions: Positions) -> None:
        self.problems: list[Problem] = []
        self._label = label
        self._positions = positions

    def courses(self, value: object) -> tuple[Course, ...]:
        """Read the whole file."""
        top = self._mapping(value, (), ("version", "courses"), "the file")
        if top is None:
            return ()
        if isinstance(top["version"], bool) or top["version"] != 1:
            self._note(("version",), "“version” must be 1")
        listed = top["courses"]
        if not isinstance(listed, list) or not listed:
            self._note(("courses",), "“courses” must be a list of courses, one or more")
            return ()
        read = [self._course(one, ("courses", index)) for index, one in enumerate(listed)]
        seen: set[str] = set()
        for index, course in enumerate(read):
            if course is not None and course.id in seen:
                self._note(("courses", index, "id"), f"two courses have the id “{shown(course.id)}”")
            seen.update([course.id] if course is not None else [])
        return tuple(course for course in read if course is not None)

    def _course(self, value: object, at: Path) -> Course | None:
        course = self._mapping(value, at, (*_TEXTS, "banks"), "a course", ("kinds", "skills"))
        if course is None:
            return None
        before = len(self.problems)
        texts = {key: self._text(course[key], (*at, key), key) for key in _TEXTS}
        lists = {key: self._texts(course[key], (*at, key), key) for key in _LISTS if key in course}
        self._identifiers([texts["id"]], [(*at, "id")])
        self._identifiers(lists["banks"], [(*at, "banks", index) for index in range(len(lists["banks"]))])
        self._known(lists.get("kinds", ()), (*at, "kinds"), "kind", tuple(KINDS))
        self._known(lists.get("skills", ()), (*at, "skills"), "skill", SKILLS)
        self._one_screen(texts["introduction"], (*at, "introduction"))
        if not (lists.get("kinds") or lists.get("skills") or len(self.problems) > before):
            self._note(at, "a course needs “kinds” or “skills” that it plays")
        if len(self.problems) > before:
            return None
        return Course(
            id=texts["id"],
            title=texts["title"],
            introduction=texts["introduction"],
            banks=lists["banks"],
            kinds=lists.get("kinds", ()),
            skills=lists.get("skills", ()),
        )

    def _mapping(
        self, value: object, at: Path, needed: Sequence[str], what: str, allowed: Sequence[str] = ()
    ) -> dict[str, object] | None:
        """Return a mapping that has every key needed; unknown ones are noted and cost nothing else."""
        if not isinstance(value, dict):
            self._note(at, f"{what} must be a list of “key: value” lines")
            return None
        known = (*needed, *allowed)
        for key in value:
            if key not in known:
                self._note((*at, key), f"unknown key “{shown(str(key))}”{_meant(str(key), known)}", key=True)
        missing = [key for key in needed if key not in value]
        for key in missing:
            self._note(at, f"{what} needs “{key}”")
        return None if missing else value

    def _text(self, value: object, at: Path, key: str) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip("\n")
        self._note(at, f"“{key}” must be text")
        return ""

    def _texts(self, value: object, at: Path, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
            self._note(at, f"“{key}” must be a list of texts, one or more")
            return ()
        for index, one in enumerate(value):
            if one in value[:index]:
                self._note((*at, index), f"“{shown(one)}” stands in “{key}” twice")
        return tuple(value)

    def _identifiers(self, ids: Sequence[str], places: Sequence[Path]) -> None:
        for one, at in zip(ids, places, strict=True):
            if one and not _ID.fullmatch(one):
                self._note(
                    at, f"the id “{shown(one)}” may have small letters, digits and single hyphens only"
                )

    def _known(self, names: Sequence[str], at: Path, what: str, known: Sequence[str]) -> None:
        for index, name in enumerate(names):
            if name not in known:
                self._note((*at, index), f"unknown {what} “{shown(name)}”{_meant(name, known)}")

    def _one_screen(self, text: str, at: Path) -> None:
        lines = text.splitlines()
        if len(lines) > MOST_LINES:
            self._note(at, f"the introduction has {len(lines)} lines; one screen has {MOST_LINES}")
        widest = max(map(len, lines), default=0)
        if widest > WIDEST:
            self._note(at, f"a line of the introduction has {widest} characters; one screen has {WIDEST}")

    def _note(self, at: Path, message: str, *, key: bool = False) -> None:
        place = self._positions.key(at) if key else self._positions.at(at)
        self.problems.append(
            Problem(self._label, place.line, place.column, message, span=(place.start, place.end))
        )


def _meant(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"; did you mean “{near[0]}”?" if near else ""
