"""The courses: what a file of them says, and what is said of a broken one."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.courses import FILE_NAME, MOST_LINES, WIDEST, Course, CoursesError, load_courses, parse_courses
from quiz.bank.files import load_bank
from quiz.bank.library import find_banks, looks_like_bank
from quiz.bank.model import Bank

QUESTIONS = Path(__file__).parents[2] / "questions"

COURSE = """\
  - id: who-says-so
    title: Who says so?
    introduction: |
      Ask who says so.

      Then ask how they know.
    banks: [harbour-bridge, the-old-quay]
    kinds: [speaker]
    skills: [language]
"""
COURSES = "version: 1\ncourses:\n" + COURSE


def problems(text: str) -> list[str]:
    with pytest.raises(CoursesError) as error:
        parse_courses(text, "courses.yaml")
    return [str(problem) for problem in error.value.problems]


def test_a_course_is_read_as_it_is_written() -> None:
    (course,) = parse_courses(COURSES, "courses.yaml")
    assert course == Course(
        id="who-says-so",
        title="Who says so?",
        introduction="Ask who says so.\n\nThen ask how they know.",
        banks=("harbour-bridge", "the-old-quay"),
        kinds=("speaker",),
        skills=("language",),
    )


def test_courses_keep_their_order() -> None:
    again = COURSE.replace("who-says-so", "after-that")
    assert [course.id for course in parse_courses(COURSES + again, "courses.yaml")] == [
        "who-says-so",
        "after-that",
    ]


def test_a_course_asks_the_kinds_it_lists_and_every_kind_of_its_skills() -> None:
    (course,) = parse_courses(COURSES, "courses.yaml")
    assert course.asks("speaker")
    assert course.asks("loaded_language")
    assert not course.asks("quotation")
    assert not course.asks("number")


def test_a_course_needs_no_skills_if_it_has_kinds() -> None:
    (course,) = parse_courses(COURSES.replace("    skills: [language]\n", ""), "courses.yaml")
    assert course.skills == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: 1", "version: 2", "1:10: “version” must be 1"),
        ("version: 1", "version: yes", "1:10: “version” must be 1"),
        ("    title: Who says so?\n", "", "3:5: a course needs “title”"),
        ("title: Who says so?", "title: ''", "4:12: “title” must be text"),
        ("title: Who says so?", "title: 2026-01-02", "4:12: "),
        ("title:", "titel:", "4:5: unknown key “titel”; did you mean “title”?"),
        ("id: who-says-so", "id: Who says so", "3:9: the id “Who says so” may have small letters"),
        ("harbour-bridge", "Harbour bridge", "9:13: the id “Harbour bridge” may have small letters"),
        ("banks: [harbour-bridge, the-old-quay]", "banks: []", "9:12: “banks” must be a list of texts"),
        ("banks: [harbour-bridge, the-old-quay]", "banks: harbour-bridge", "9:12: “banks” must be a list"),
        ("the-old-quay", "harbour-bridge", "9:29: “harbour-bridge” stands in “banks” twice"),
        ("[speaker]", "[speakr]", "10:13: unknown kind “speakr”; did you mean “speaker”?"),
        ("[language]", "[langage]", "11:14: unknown skill “langage”; did you mean “language”?"),
        ("    kinds: [speaker]\n    skills: [language]\n", "", "3:5: a course needs “kinds” or “skills”"),
        ("Ask who says so.", "x" * (WIDEST + 1), f"5:19: a line of the introduction has {WIDEST + 1} char"),
        (
            "Ask who says so.\n",
            "Ask.\n" + "      Again.\n" * MOST_LINES,
            f"5:19: the introduction has {MOST_LINES + 3} lines; one screen has {MOST_LINES}",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, said: str) -> None:
    assert old in COURSES
    assert any(problem.startswith(f"courses.yaml:{said}") for problem in problems(COURSES.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "courses.yaml:1:1: the file is empty"),
        ("- one\n", "courses.yaml:1:1: the file must be a list of “key: value” lines"),
        ("version: 1\n", "courses.yaml:1:1: the file needs “courses”"),
        ("version: 1\ncourses: []\n", "courses.yaml:2:10: “courses” must be a list of courses"),
        ("version: 1\ncourses: [one]\n", "courses.yaml:2:11: a course must be a list of “key: value” lines"),
        ("version: [\n", "courses.yaml:"),
        (COURSES + COURSE, "courses.yaml:12:9: two courses have the id “who-says-so”"),
    ],
)
def test_a_file_of_another_shape_gets_a_sentence(text: str, said: str) -> None:
    assert problems(text)[0].startswith(said)


def test_everything_that_is_wrong_is_said_at_once_and_in_order() -> None:
    text = COURSES.replace("version: 1", "version: 2").replace("[speaker]", "[speakr]")
    assert [problem.split(":")[1] for problem in problems(text)] == ["1", "10"]


def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path / "none.yaml", "the file does not exist"),
        (tmp_path, "the file cannot be read"),
    ):
        with pytest.raises(CoursesError, match=said):
            load_courses(path)
    wrong = tmp_path / "wrong.yaml"
    wrong.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(CoursesError, match="not UTF-8"):
        load_courses(wrong)


def test_reading_courses_imports_no_pydantic() -> None:
    code = "import sys, quiz.bank.courses; sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=QUESTIONS.parent)


@pytest.fixture(scope="module")
def shipped() -> tuple[Course, ...]:
    return load_courses(QUESTIONS / FILE_NAME)


@pytest.fixture(scope="module")
def banks() -> dict[str, Bank]:
    paths = [path for path in find_banks([QUESTIONS]) if looks_like_bank(path.read_text(encoding="utf-8"))]
    return {path.stem: load_bank(path).bank for path in paths}


def test_the_shipped_path_has_four_courses_in_order(shipped: tuple[Course, ...]) -> None:
    assert [course.title for course in shipped] == [
        "Who says so?",
        "Claim or fact?",
        "Words that judge",
        "What is missing?",
    ]


def test_the_shipped_courses_name_what_they_draw_on(shipped: tuple[Course, ...]) -> None:
    read = " ".join(" ".join(course.introduction.split()) for course in shipped)
    for source in ("PISA", "PIRLS", "Pew Research Center", "American Press Institute", "lateral reading"):
        assert source in read


def test_every_bank_of_a_shipped_course_has_questions_for_it(
    shipped: tuple[Course, ...], banks: dict[str, Bank]
) -> None:
    for course in shipped:
        for bank in course.banks:
            assert any(course.asks(question.kind) for question in banks[bank].questions), (course.id, bank)


def test_every_bank_is_in_a_course_and_every_course_long_enough_for_a_session(
    shipped: tuple[Course, ...], banks: dict[str, Bank]
) -> None:
    for course in shipped:
        asked = [q for bank in course.banks for q in banks[bank].questions if course.asks(q.kind)]
        assert len(asked) >= 10, course.id
    assert {bank for course in shipped for bank in course.banks} == set(banks)
