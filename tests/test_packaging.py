"""The wheel and the source archive carry the library, and the wheel works anywhere."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return out


def test_the_source_archive_has_banks_and_articles(archives: Path) -> None:
    (path,) = archives.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"questions/bank.schema.json", "questions/who-inside-ice-is-leaking.yaml"} <= names
    assert {"seeds/who-inside-ice-is-leaking.txt", "seeds/README.md", "LICENSE", "quiz/py.typed"} <= names


def test_the_wheel_plays_from_any_folder(archives: Path, tmp_path: Path) -> None:
    (wheel,) = archives.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], check=True)
    (site,) = home.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    played = subprocess.run(
        [home / "bin" / "quiz", "play", "who-inside-ice-is-leaking", "--count", "2", "--seed", "1"],
        input="1\n1\n",
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**environment, "QUIZ_HOME": str(tmp_path / "home")},
    )
    assert played.returncode == 0, played.stderr
    assert "Who Inside ICE Is Leaking Operational Details?" in played.stdout
    assert "Result: " in played.stdout
    found = subprocess.run(
        [home / "bin" / "quiz", "paths"],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        check=True,
    )
    assert str(site) in found.stdout
    courses = subprocess.run(
        [home / "bin" / "quiz", "courses"],
        capture_output=True,
        text=True,
        env={**environment, "QUIZ_HOME": str(tmp_path / "home")},
        cwd=tmp_path,
        check=True,
    )
    assert "Who says so? (who-says-so): 0 of 5 steps played" in courses.stdout
