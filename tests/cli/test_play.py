import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, SEED, SEED_BANK, Run


def answers(count: int) -> str:
    return "1\n" * count


def test_ten_answers_in_lines_are_in_the_history(run: Run) -> None:
    played = run("play", "--plain", SEED_BANK, "--count", "10", "--seed", "7", say=answers(10))
    assert played.returncode == 0
    assert "Question 10 of 10" in played.stdout
    assert "Result: " in played.stdout
    (session,) = json.loads(run("scores", "--json").stdout)
    assert session["asked"] == session["answered"] == 10
    assert session["finished"] is not None
    detail = json.loads(run("scores", "1", "--json").stdout)
    assert len(detail["answers"]) == 10
    assert sum(answer["correct"] for answer in detail["answers"]) == session["correct"]


def test_the_same_seed_gives_the_same_transcript(run: Run) -> None:
    command = ("play", "--plain", SEED_BANK, "--count", "10", "--seed", "7")
    first, second = run(*command, say=answers(10)), run(*command, say=answers(10))
    assert first.stdout == second.stdout
    assert first.returncode == second.returncode == 0
    assert run(*command[:-1], "8", say=answers(10)).stdout != first.stdout


def test_without_a_terminal_play_is_plain_by_itself(run: Run) -> None:
    assert "Question 1 of 2" in run("play", SEED_BANK, "--count", "2", say=answers(2)).stdout


def test_leaving_early_keeps_what_was_answered(run: Run) -> None:
    left = run("play", "--plain", SEED_BANK, "--count", "5", say="1\n2\n")
    assert left.returncode == 0
    assert "Stopped at question 3 of 5" in left.stdout
    (session,) = json.loads(run("scores", "--json").stdout)
    assert (session["answered"], session["finished"]) == (2, None)


def test_an_article_is_made_into_a_quiz_and_played(run: Run) -> None:
    assert "Question 1 of 3" in run("play", "--plain", SEED, "--count", "3", say=answers(3)).stdout


def test_the_library_has_the_first_bank_by_its_id(run: Run, tmp_path: Path) -> None:
    played = run("play", "--plain", "who-inside-ice-is-leaking", "--count", "1", say="1\n", cwd=tmp_path)
    assert "Question 1 of 1" in played.stdout


def test_kinds_and_skills_narrow_the_session(run: Run) -> None:
    played = run("play", "--plain", SEED_BANK, "--skill", "detail", say=answers(10))
    assert "Source." not in played.stdout
    assert "Detail." in played.stdout
    wrong = run("play", "--plain", SEED_BANK, "--kind", "speakr")
    assert wrong.returncode == 2
    assert "speaker" in wrong.stderr


def test_nothing_that_fits_is_said(run: Run) -> None:
    played = run("play", "--plain", SEED_BANK, "--kind", "main_point")
    assert played.returncode == 1
    assert "no question that fits" in played.stderr


def bad_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that cannot be played, with a word of what is said about each."""
    made: dict[str, tuple[str | bytes, str]] = {
        "empty.txt": ("", "is empty"),
        "binary.txt": (bytes(range(256)) * 20, "not a text file"),
        "big.txt": ("a" * 20_000_000, "too large"),
        "big.yaml": ("a" * 20_000_000, "too large"),
        "tabs.yaml": ("version: 1\nid: x\n\ttitle: y\nquestions: []\n", "3:1: YAML does not allow tabs"),
        "twice.yaml": ("version: 1\nversion: 1\nquestions: []\n", "2:1: the key “version”"),
        "bomb.yaml": ("questions: &a [x, x]\nid: [*a, *a]\n", "bomb.yaml:"),
    }
    for name, (content, _) in made.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    files = {name: (folder / name, word) for name, (_, word) in made.items()}
    return files | {
        "missing.txt": (folder / "missing.txt", "does not exist"),
        "missing.yaml": (folder / "missing.yaml", "does not exist"),
    }


def test_bad_files_get_one_sentence_each(run: Run, tmp_path: Path) -> None:
    for path, word in bad_files(tmp_path).values():
        done = run("play", "--plain", path, say="1\n")
        assert done.returncode == 1, path
        assert word in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
        assert done.stdout == ""


def test_a_changed_article_stops_its_bank(run: Run, tmp_path: Path) -> None:
    for folder in ("questions", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    with (tmp_path / "seeds" / SEED.name).open("a", encoding="utf-8") as article:
        article.write(" More.")
    done = run("play", "--plain", tmp_path / "questions" / SEED_BANK.name, say="1\n")
    assert done.returncode == 1
    assert "the article has changed" in done.stderr
    assert "  help: restore" in done.stderr


@pytest.mark.parametrize("command", ["scores", "play"])
def test_a_data_folder_that_is_a_file_is_said(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "taken").write_text("")
    arguments = ("play", "--plain", str(SEED_BANK)) if command == "play" else ("scores",)
    done = run(*arguments, say="1\n", QUIZ_HOME=str(tmp_path / "taken"))
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_settings_are_said_with_their_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text("colour = 'red'\n")
    done = run("play", "--plain", SEED_BANK, say="1\n")
    assert done.returncode == 1
    assert "there is no setting “colour”" in done.stderr


def test_a_first_word_that_is_no_command_is_answered_with_the_one_meant(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_text("The ferry runs again.", encoding="utf-8")
    for word, command in (("skills", "quiz scores skills"), ("ferry.md", "quiz play ferry.md")):
        done = run(word, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert command in done.stderr
