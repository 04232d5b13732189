"""The courses of a library: which files are read, what is remembered, what is said of a broken one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.library import Library
from quiz.bank.shelf import Shelf, first_bank
from tests.play.ostmole import COURSES, write_bank, write_courses

ROOT = Path(__file__).parents[2]


def shelf(*folders: Path, cache: Path | None = None) -> Shelf:
    library = Library(folders, cache)
    return library.shelf(library.summaries())


def titles(found: Shelf) -> list[str]:
    return [course.title for course in found.courses]


def test_the_courses_of_a_folder_and_of_those_below_it_are_found_beside_their_banks(tmp_path: Path) -> None:
    write_bank(tmp_path / "questions")
    write_courses(tmp_path / "questions")
    assert (
        titles(shelf(tmp_path))
        == titles(shelf(tmp_path / "questions"))
        == ["Who says so?", "How sure is it?"]
    )
    assert titles(shelf(tmp_path / "elsewhere")) == []


def test_a_course_of_the_same_id_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    write_courses(tmp_path / "shipped")
    write_courses(
        tmp_path / "own", COURSES.replace("Who says so?", "Who, really?").replace("how-sure", "sure")
    )
    found = shelf(tmp_path / "shipped", tmp_path / "own")
    assert [course.id for course in found.courses] == ["who-says-so", "how-sure", "sure"]
    assert titles(found)[0] == "Who, really?"


def test_a_broken_file_is_said_with_its_line_and_the_other_one_is_used(tmp_path: Path) -> None:
    path = write_courses(tmp_path / "a", COURSES.replace("hedge", "hegde"))
    write_courses(tmp_path / "b")
    found = shelf(tmp_path / "a", tmp_path / "b")
    assert titles(found) == ["Who says so?", "How sure is it?"]
    assert found.problems == (f"{path}:17:13: unknown kind “hegde”; did you mean “hedge”?",)


def test_a_course_is_called_by_its_id_or_its_title_in_any_case(tmp_path: Path) -> None:
    write_courses(tmp_path)
    found = shelf(tmp_path)
    assert found.called("WHO says so? ") is found.called("who-says-so") is found.courses[0]
    assert found.called("who") is None


def test_a_bank_is_found_by_its_id_and_a_broken_one_by_the_name_of_its_file(tmp_path: Path) -> None:
    write_courses(tmp_path)
    (tmp_path / "broken.yaml").write_text("questions: 3\n", encoding="utf-8")
    found = shelf(tmp_path)
    assert (found.bank("pier") or pytest.fail()).title == "The pier that stayed"
    assert (found.bank("broken") or pytest.fail()).problem
    assert found.bank("lost-at-sea") is None


def test_what_is_remembered_is_neither_read_again_nor_needs_a_reader_of_yaml(tmp_path: Path) -> None:
    write_courses(tmp_path / "banks")
    write_courses(tmp_path / "broken", "courses: 3\n")
    cache = tmp_path / "cache" / "library.json"
    folders = (tmp_path / "banks", tmp_path / "broken")
    first = shelf(*folders, cache=cache)
    program = (
        "import sys; from pathlib import Path; from quiz.bank.library import Library;"
        f"library = Library([Path(name) for name in {list(map(str, folders))!r}], Path({str(cache)!r}));"
        "shelf = library.shelf(library.remembered());"
        "print(len(shelf.courses), len(shelf.problems), {'yaml', 'pydantic'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == "2 1 set()\n"
    assert shelf(*folders, cache=cache) == first


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "library.json"
    path = write_courses(tmp_path / "banks")
    shelf(tmp_path / "banks", cache=cache)
    path.write_text(COURSES.replace("Who says so?", "Who said that?"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert titles(shelf(tmp_path / "banks", cache=cache))[0] == "Who said that?"
    path.unlink()
    assert titles(shelf(tmp_path / "banks", cache=cache)) == []


@pytest.mark.parametrize("damage", ["", "[]", '{"files": 3}', "course", "kind"])
def test_a_damaged_memory_is_ignored(tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache" / "library.json"
    write_courses(tmp_path / "banks")
    good = shelf(tmp_path / "banks", cache=cache)
    (memory,) = (tmp_path / "cache").glob("courses-*")
    data = json.loads(memory.read_bytes())
    (entry,) = data["files"].values()
    if damage == "course":
        entry["courses"][0] = 3
    elif damage == "kind":
        entry["courses"][0]["kinds"] = ["nonsense"]
    memory.write_text(json.dumps(data) if damage in ("course", "kind") else damage, encoding="utf-8")
    assert shelf(tmp_path / "banks", cache=cache) == good


def test_the_bank_to_begin_with_is_the_first_of_the_first_course_else_the_shortest(tmp_path: Path) -> None:
    write_bank(tmp_path)
    write_bank(tmp_path, "short", title="A short piece", raw="Short.\n\nThe harbour is quiet.\n")
    library = Library([tmp_path], None)
    banks = library.summaries()
    assert (first_bank(banks, library.shelf(banks)) or pytest.fail()).id == "short"
    write_courses(tmp_path, COURSES.replace("[ostmole, pier]", "[nowhere, pier, ostmole]"))
    banks = library.summaries()
    assert (first_bank(banks, library.shelf(banks)) or pytest.fail()).id == "pier"
    assert first_bank((), Shelf()) is None
