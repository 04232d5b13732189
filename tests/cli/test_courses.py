"""Courses on the command line: the list of them, and their steps in lines and on screen."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_plain_terminal import terminal as line_terminal
from tests.cli.test_terminal import terminal
from tests.play.ostmole import COURSES, write_bank, write_courses


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_bank(tmp_path / "banks")
    write_courses(tmp_path / "banks")
    return tmp_path / "banks"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_the_courses_are_listed_with_how_far_one_is(run: Run, folder: Path) -> None:
    done = run("courses", folder)
    assert done.returncode == 0
    assert done.stdout == (
        "Who says so? (who-says-so): 0 of 2 steps played\n"
        "    1  The bridge that moved: 2 questions, next\n"
        "    2  The pier that stayed: 2 questions\n"
        "\n"
        "How sure is it? (how-sure): 0 of 1 step played\n"
        "    1  The bridge that moved: 2 questions, next\n"
        "  ✗ 2  lost-at-sea: The bank “lost-at-sea” is not in this library.\n"
    )
    run("play", "--course", "who-says-so", folder, say="1\n")
    assert "1  The bridge that moved: 2 questions, 1 answered, next" in run("courses", folder).stdout
    run("play", "--course", "who-says-so", folder, say="1\n")
    assert "  ✓ 1  The bridge that moved: 2 questions, " in run("courses", folder).stdout
    assert "0 of 2 steps played\n" in run("courses", folder, "--player", "somebody else").stdout


def test_the_list_as_data(run: Run, folder: Path) -> None:
    run("play", "--course", "who-says-so", folder, say="1\n1\n")
    first, second = json.loads(run("courses", folder, "--json").stdout)
    assert (first["id"], first["played"], first["answered"], first["next"]) == ("who-says-so", 1, 2, "pier")
    assert first["steps"][0]["played"] is True
    assert first["steps"][0]["right"] == first["right"]
    assert second["steps"][1] == {
        "bank": "lost-at-sea",
        "title": "lost-at-sea",
        "file": None,
        "questions": 0,
        "answered": 0,
        "right": 0,
        "played": False,
        "problem": "The bank “lost-at-sea” is not in this library.",
    }


def test_the_shipped_courses_are_there_from_any_folder(run: Run, tmp_path: Path) -> None:
    courses = json.loads(run("courses", "--json", cwd=tmp_path).stdout)
    assert [course["title"] for course in courses] == [
        "Who says so?",
        "Claim or fact?",
        "Words that judge",
        "What is missing?",
    ]
    assert [step for course in courses for step in course["steps"] if step["problem"]] == []


def test_without_courses_and_without_a_folder_it_says_so(run: Run, tmp_path: Path) -> None:
    write_bank(tmp_path / "banks")
    done = run("courses", tmp_path / "banks")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "There is no course beside these banks.\n"
    assert json.loads(run("courses", tmp_path / "banks", "--json").stdout) == []
    assert run("courses", tmp_path / "nowhere").returncode == 2


def test_a_broken_file_is_said_with_its_line_and_the_others_are_listed(run: Run, folder: Path) -> None:
    path = write_courses(folder / "more", COURSES.replace("hedge", "hegde"))
    done = run("courses", folder)
    assert done.returncode == 1
    assert done.stderr == f"quiz: {path}:17:13: unknown kind “hegde”; did you mean “hedge”?\n"
    assert "Who says so?" in done.stdout


def test_a_course_begins_with_its_introduction_and_goes_on_without_it(run: Run, folder: Path) -> None:
    first = run("play", "--course", "Who says so?", folder, say="1\n1\n")
    assert first.returncode == 0
    assert "Then look for the name." in first.stdout
    assert "Step 1 of 2 of “Who says so?”, 2 questions." in first.stdout
    second = run("play", "--course", "who-says-so", folder, say="1\n1\n")
    assert "Then look for the name." not in second.stdout
    assert "Step 2 of 2" in second.stdout
    third = run("play", "--course", "who-says-so", folder)
    assert third.returncode == 1
    assert "You have played every step of “Who says so?”: " in third.stderr


def test_a_step_that_is_left_out_is_said(run: Run, folder: Path) -> None:
    write_courses(folder, COURSES.replace("[ostmole, lost-at-sea]", "[lost-at-sea, ostmole]"))
    played = run("play", "--course", "how-sure", folder, say="1\n1\n")
    assert "Step 1 is left out. The bank “lost-at-sea” is not in this library." in played.stdout
    assert "Step 2 of 2" in played.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--course", "nonsense"], 1, "There is no course “nonsense” here; there are who-says-so, "),
        (["--course", "who-says-so", "--kind", "speaker"], 2, "A course chooses the questions itself"),
        (["--course", "who-says-so", "--missed"], 2, "A course chooses the questions itself"),
        (
            ["--course", "who-says-so", "README.md"],
            2,
            "“--course” looks in folders of banks; “README.md” is none.",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(run: Run, arguments: list[str], code: int, said: str) -> None:
    done = run("play", "--plain", *arguments)
    assert done.returncode == code
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_at_a_terminal_one_step_leads_to_the_next_in_lines(folder: Path, home: Path) -> None:
    with line_terminal("--plain", "--course", "who-says-so", str(folder), home=home) as shown:
        for title in ("The bridge that moved", "The pier that stayed"):
            shown.wait_for(f"{title}. 2 questions")
            for number in (1, 2):
                shown.wait_for(f"Question {number} of 2")
                shown.say("1")
            if title == "The bridge that moved":
                shown.wait_for("“next” plays step 2, The pier that stayed")
                shown.say("next")
        shown.wait_for("“Who says so?” is finished: ")
        shown.wait_for("What next?")
        shown.say("quit")
        assert shown.wait() == 0


def test_on_screen_a_course_begins_with_its_next_step(folder: Path, home: Path) -> None:
    with terminal("play", "--course", "who-says-so", str(folder), home=home) as shown:
        shown.wait_for("1 of 2")
        shown.press("q")
        shown.wait_for("tab introduction")
        shown.press("q")
        shown.wait_for("t courses")
        shown.press("q")
