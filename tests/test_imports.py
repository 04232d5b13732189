"""What is imported when, and which way it may be imported at all."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import quiz
from tests.play.ostmole import write_bank

PACKAGE = Path(quiz.__file__).parent
ROOT = PACKAGE.parent

REPORT = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def modules_after(code: str, home: Path, stdin: str = "") -> set[str]:
    """The modules that a fresh interpreter has loaded after running ``code``."""
    environment = {**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import atexit\ndef report():\n    {REPORT}\natexit.register(report)\n{code}",
        ],
        input=stdin,
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stderr.splitlines()[-1])
    return set(names)


def modules_of_command(arguments: Sequence[str], home: Path, stdin: str = "") -> set[str]:
    """The modules that a run of the program has loaded."""
    return modules_after(
        f"import sys\nsys.argv = {['quiz', *arguments]!r}\nfrom quiz.cli import main\nmain()", home, stdin
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["scores"],
        ["scores", "--json"],
        ["scores", "skills"],
        ["scores", "calendar"],
        ["scores", "export"],
        ["paths"],
    ],
)
def test_small_commands_load_neither_screen_nor_parser_nor_readers(
    tmp_path: Path, arguments: list[str]
) -> None:
    loaded = modules_of_command(arguments, tmp_path)
    assert "quiz.cli" in loaded
    assert not loaded & {"textual", "rich", "spacy", "pydantic", "yaml", "fsrs"}


def test_playing_in_lines_loads_neither_screen_nor_parser(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "banks")
    loaded = modules_of_command(["play", "--plain", str(bank)], tmp_path, "1\n2\nquit\n")
    assert "quiz.play.plain" in loaded
    assert not loaded & {"textual", "rich", "spacy", "quiz.generate", "quiz.ui"}


def test_the_app_loads_neither_parser_nor_generator_nor_the_readers_of_banks(tmp_path: Path) -> None:
    loaded = modules_after("import quiz.ui.app", tmp_path)
    assert "textual" in loaded
    assert not loaded & {"spacy", "quiz.generate", "pydantic", "yaml", "quiz.bank.model", "fsrs"}


def test_a_session_knows_neither_store_nor_screen(tmp_path: Path) -> None:
    loaded = modules_after("import quiz.play.session", tmp_path)
    assert not loaded & {"sqlite3", "textual", "quiz.scores", "click"}


def test_data_flows_one_way() -> None:
    """The contracts in pyproject.toml hold."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            *("--config", str(ROOT / "pyproject.toml"), "--no-cache"),
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def sources() -> list[Path]:
    """Every file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "ui" / "screens").glob("[!_]*.py")), ids=lambda path: path.stem
)
def test_a_screen_has_a_file_and_a_file_has_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bases = [
        ast.unparse(base).partition("[")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    ]
    screens = [base for base in bases if base in ("QuizScreen", "OverScreen", "ModalScreen", "Screen")]
    assert len(screens) == 1


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file with the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def test_nothing_in_the_program_reads_markup() -> None:
    for path in sources():
        for name, call in calls(path):
            assert not name.endswith("from_markup"), f"{path.name}:{call.lineno}"
            for keyword in call.keywords:
                on = isinstance(keyword.value, ast.Constant) and keyword.value.value is False
                assert keyword.arg != "markup" or on, f"{path.name}:{call.lineno}"


def test_whatever_shows_a_text_that_is_not_ours_says_that_it_is_no_markup() -> None:
    """A widget given a ``str`` reads it as markup; only sentences of our own may be given as they are."""
    for path in sources():
        for name, call in calls(path):
            last = name.rpartition(".")[2]
            if last == "notify":
                assert any(keyword.arg == "markup" for keyword in call.keywords), f"{path.name}:{call.lineno}"
            if last in ("Static", "Label", "update") and call.args and "ui" in path.parts:
                assert not isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript), (
                    f"{path.name}:{call.lineno}"
                )
