"""`quiz check`, `quiz rule` and `quiz schema` as a user runs them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quiz.scores.store import Store
from tests.bank.check.players import play
from tests.bank.check.samples import BANKS, BROKEN, PLAIN
from tests.cli.conftest import ROOT, SEED_BANK, Run
from tests.test_imports import modules_of_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library: an article, and a folder for banks beside it."""
    shutil.copy(BANKS / "harbour.txt", tmp_path / "harbour.txt")
    banks = tmp_path / "banks"
    banks.mkdir()
    return banks


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def test_a_clean_bank_ends_with_0_and_an_empty_output(run: Run) -> None:
    done = run("check", SEED_BANK, "--strict")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Nothing found in 1 bank with 10 questions.\n"


def test_errors_end_with_1_and_are_shown(run: Run, folder: Path) -> None:
    path = put(folder, "a.yaml", BROKEN["unknown-kind"])
    done = run("check", path)
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"{path}:26:11: F013 error: unknown kind “nubmer”; did you mean “number”?\n"
    )
    assert done.stderr == "\nFound 1 error in 1 bank with 2 questions.\n"


def test_warnings_and_hints_count_when_strict(run: Run, folder: Path) -> None:
    warned, hinted = (
        put(folder, "a.yaml", BROKEN["plain-negative"]),
        put(folder, "b.yaml", BROKEN["not-anchored"]),
    )
    for path in (warned, hinted):
        assert run("check", path).returncode == 0
        assert run("check", path, "--strict").returncode == 1
        assert run("check", path, "--strict", "--exit-zero").returncode == 0


def test_exit_zero_is_for_findings_not_for_wrong_usage(run: Run, folder: Path) -> None:
    assert run("check", put(folder, "a.yaml", BROKEN["unknown-kind"]), "--exit-zero").returncode == 0
    assert run("check", folder, "--exit-zero", "--select", "Z9").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", ".", "--format", "xml"),
        ("check", ".", "--select", "P999"),
        ("check", ".", "--nonsense"),
        ("check", ".", "--statistics", "--format", "json"),
        ("check", "-", "x.yaml", "--fix"),
        ("rule", "P999"),
    ],
)
def test_wrong_usage_ends_with_2_and_no_traceback(run: Run, arguments: tuple[str, ...], folder: Path) -> None:
    put(folder, "a.yaml", PLAIN)
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.yaml", None, "the file does not exist"),
        ("empty.yaml", b"", "the file is empty"),
        ("utf16.yaml", "version: 1".encode("utf-16"), "the file is UTF-16; a bank must be UTF-8"),
        ("bytes.yaml", b"version: 1\ntitle: \xff", "the byte 0xFF here is not UTF-8"),
        ("picture.yaml", bytes(range(256)) * 4, "is not UTF-8"),
        ("*.yml", None, "no file matches this pattern"),
    ],
)
def test_what_cannot_be_read_is_a_finding(
    run: Run, folder: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (folder / name).write_bytes(data)
    done = run("check", name, "--format", "concise", cwd=folder)
    assert done.returncode == 1
    assert f"{name}:" in done.stdout and "F001" in done.stdout and said in done.stdout
    assert "Traceback" not in done.stderr


def test_folders_patterns_and_names_are_taken_each_bank_once(run: Run, folder: Path) -> None:
    deep = folder / "deep"
    deep.mkdir()
    put(folder, "a.yaml", BROKEN["unknown-kind"])
    put(deep, "b.yml", BROKEN["unknown-type"])
    put(folder, "settings.yaml", "colour: red\n")
    done = run("check", ".", "a.yaml", "**/*.y*ml", "--ignore", "E", "--format", "json", cwd=folder)
    rows = json.loads(done.stdout)
    assert [(row["file"], row["code"]) for row in rows if row["code"] == "F013"] == [
        ("a.yaml", "F013"),
        (os.path.join("deep", "b.yml"), "F013"),
    ]
    named = {row["file"] for row in rows}
    assert "settings.yaml" not in run("check", ".", cwd=folder).stdout
    assert "settings.yaml" in named  # a pattern means every file that matches it


def test_a_folder_without_banks_is_said(run: Run, folder: Path) -> None:
    done = run("check", folder)
    assert done.returncode == 1
    assert "this folder holds no bank" in done.stdout


def test_standard_input_is_checked_with_the_article_looked_for_from_here(run: Run, folder: Path) -> None:
    done = run("check", "-", say=BROKEN["not-verbatim"], cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith("-:37:16: E004 error: ")
    assert run("check", "-", say=PLAIN, cwd=folder).returncode == 0


def test_standard_input_is_mended_to_standard_output(run: Run, folder: Path) -> None:
    done = run("check", "-", "--fix", say=BROKEN["unquoted-no"], cwd=folder)
    assert done.returncode == 0
    assert done.stdout == BROKEN["unquoted-no"].replace("text: no", 'text: "no"')
    assert "Mended 1 finding." in done.stderr


def test_fix_mends_the_file_and_says_so(run: Run, folder: Path) -> None:
    path = put(folder, "a.yaml", "\ufeff" + BROKEN["unquoted-no"].replace("\n", "\r\n"))
    done = run("check", path, "--fix")
    assert done.returncode == 0, done.stdout
    assert done.stderr == "Mended 1 finding.\nNothing found in 1 bank with 2 questions.\n"
    expected = "\ufeff" + BROKEN["unquoted-no"].replace("text: no", 'text: "no"').replace("\n", "\r\n")
    assert path.read_bytes() == expected.encode("utf-8")
    stamp = path.stat().st_mtime_ns
    run("check", path, "--fix")
    assert path.stat().st_mtime_ns == stamp
    assert [one.name for one in folder.iterdir()] == ["a.yaml"]


def test_a_killed_fix_leaves_the_old_or_the_new_file(folder: Path, tmp_path: Path) -> None:
    parts = PLAIN.partition("  - id: number-1")
    questions = "".join(
        (parts[1] + parts[2]).replace("number-1", f"number-{n}").replace("text: '12'", "text: 12")
        for n in range(300)
    )
    old = (parts[0] + questions).encode("utf-8")
    path = folder / "a.yaml"
    command = [
        sys.executable,
        "-m",
        "quiz",
        "check",
        str(path),
        "--fix",
        "--select",
        "F",
        "--format",
        "concise",
    ]
    environment = {**os.environ, "QUIZ_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    new = old.replace(b"text: 12\n", b'text: "12"\n')
    seen = set()
    for wait in (0.3, 0.6, 0.8, 1.0, 1.5):
        path.write_bytes(old)
        process = subprocess.Popen(
            command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert path.read_bytes() in (old, new)
        seen.add(path.read_bytes() == new)
    assert seen  # which of the two it was hangs on the machine


def test_statistics_count_instead_of_telling(run: Run, folder: Path) -> None:
    put(folder, "a.yaml", BROKEN["plain-negative"])
    put(folder, "b.yaml", BROKEN["plain-negative"])
    put(folder, "c.yaml", BROKEN["unquoted-no"])
    done = run("check", ".", "--statistics", cwd=folder)
    assert (
        done.stdout
        == "     2  P003  warning  plain-negative\n     1  F011  error    unquoted-value (--fix)\n"
    )


def test_questions_with_two_flaws_are_counted(run: Run, folder: Path) -> None:
    text = BROKEN["plain-negative"].replace(
        "explanation: The first paragraph has", "explanation: Somebody claimed in"
    )
    done = run("check", put(folder, "a.yaml", text))
    assert "1 question with two flaws or more: not acceptable as it is." in done.stderr


def test_what_stands_beside_the_banks_and_in_the_settings_counts(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = put(folder, "a.yaml", BROKEN["plain-negative"])
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('theme = "quiz-light"\n[check]\nstrict = true\n', encoding="utf-8")
    assert run("check", path).returncode == 1
    assert run("paths").returncode == 0
    (folder / "quiz-check.toml").write_text('ignore = ["P003"]\n', encoding="utf-8")
    assert run("check", path, "--strict").returncode == 0
    (folder / "quiz-check.toml").write_text("ignore = 3\n", encoding="utf-8")
    done = run("check", path)
    assert done.returncode == 2
    assert "“ignore” must be a list of codes" in done.stderr


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_data_is_all_that_comes_out(run: Run, folder: Path, form: str) -> None:
    put(folder, "a.yaml", BROKEN["unknown-kind"])
    done = run("check", ".", "--format", form, cwd=folder)
    assert json.loads(done.stdout)
    assert done.stderr == ""


def test_every_rule_is_listed_and_explained(run: Run) -> None:
    listed = run("rule")
    assert listed.returncode == 0
    codes = re.findall(r"^  ([A-Z]\d{3}) ", listed.stdout, re.MULTILINE)
    assert len(codes) > 60 and len(set(codes)) == len(codes)
    for code in ("P003", "plain-negative"):
        told = run("rule", code)
        assert told.returncode == 0
        for words in (
            "P003 plain-negative (warning, prompt)",
            "Why it matters to a player",
            "Bad:",
            "Good:",
            "Source",
        ):
            assert words in told.stdout


def test_the_schema_is_the_one_beside_the_banks(run: Run) -> None:
    done = run("schema")
    assert done.returncode == 0
    assert done.stdout == (ROOT / "questions" / "bank.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "rule", "schema"])
def test_help_loads_neither_yaml_nor_pydantic(tmp_path: Path, command: str) -> None:
    loaded = modules_of_command([command, "--help"], tmp_path)
    assert not loaded & {"yaml", "pydantic", "textual", "spacy", "quiz.bank.model"}


def test_checking_loads_neither_screen_nor_generator(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(PLAIN, encoding="utf-8")
    loaded = modules_of_command(["check", "a.yaml", "--exit-zero", "--format", "json"], tmp_path)
    assert "quiz.bank.check.linting" in loaded
    assert not loaded & {"textual", "spacy", "quiz.generate", "quiz.play", "quiz.ui", "quiz.scores"}


def test_what_players_answered_on_this_machine_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    path = put(folder, "a.yaml", BROKEN["strong-players-miss-it"])
    assert run("check", path).stdout == ""
    assert not (tmp_path / "home" / "scores.db").exists()
    play(tmp_path / "home" / "scores.db", BROKEN["strong-players-miss-it"])
    before = {file.name: file.read_bytes() for file in (tmp_path / "home").iterdir()}
    done = run("check", path)
    assert (done.returncode, run("check", path, "--strict").returncode) == (0, 1)
    assert "B005 warning: strong players miss it: check the key" in done.stdout
    assert "n 60, rough" in done.stdout
    assert run("check", path, "--ignore", "B005").stdout == ""
    assert {file.name: file.read_bytes() for file in (tmp_path / "home").iterdir()} == before
    assert "--select" not in run("rule", "B005").stdout


def test_a_score_file_that_cannot_be_looked_into_is_said_once_and_the_banks_are_checked(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    for name in ("a.yaml", "b.yaml"):
        put(folder, name, BROKEN["plain-negative"].replace("ostmole-bridge", name[0]))
    scores = tmp_path / "home" / "scores.db"
    scores.parent.mkdir(exist_ok=True)
    with Store.open(scores):
        pass
    whole = scores.read_bytes()
    for content, why in (
        (b"a letter" * 100, "is damaged or is no score file"),
        (whole[:5000], "is damaged or is no score file"),
        (whole[:60] + b"\0\0\0\1" + whole[64:], "was written by an earlier version of quiz"),
        (whole[:60] + b"\0\0\1\0" + whole[64:], "was written by a newer version of quiz"),
        (whole[:68] + b"\1\2\3\4" + whole[72:], "is a database of another program"),
    ):
        scores.write_bytes(content)
        done = run("check", folder)
        assert done.returncode == 0
        assert done.stdout.count("P003") == 2
        assert done.stderr.count("quiz: The answers of players are left out.") == 1
        assert why in done.stderr
        assert scores.read_bytes() == content


def test_banks_of_one_id_are_told_of(run: Run, folder: Path) -> None:
    one, other = put(folder, "a.yaml", PLAIN), put(folder, "b.yaml", PLAIN)
    put(folder, "c.yaml", PLAIN.replace("id: ostmole-bridge", "id: another"))
    said = f"{one} and {other} have the same id “ostmole-bridge”, so that their scores are kept together; "
    for done in (run("check", folder), run("bank", "list", folder)):
        assert done.returncode == 0
        assert done.stderr.startswith(f"{said}“quiz bank rename FILE --id ID” gives one another.\n")
    assert "same id" not in run("check", other).stderr
    assert json.loads(run("check", folder, "--format", "json").stdout) == []
