"""“quiz scores” and everything under it, as another process."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.scores.store import Store
from quiz.visible import width
from tests.scores.examples import Clock, answer, start
from tests.scores.simulation import fill, world

from .conftest import Run

Filled = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of every run of the program; the score file in it is made by hand."""
    return tmp_path / "home"


@pytest.fixture
def filled(home: Path) -> Path:
    home.mkdir()
    with Store.open(home / "scores.db") as store:
        fill(store, world(1, learners=12, banks=2), sessions=60, seed=1)
    return home / "scores.db"


@pytest.fixture
def small(home: Path) -> Path:
    home.mkdir()
    with Store.open(home / "scores.db", Clock()) as store:
        for player in ("ada", "bo"):
            session = store.begin(start(2, player=player))
            store.record(session, answer(0))
            store.finish(session)
    return home / "scores.db"


def good(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_the_number_of_a_session_stands_beside_the_commands(run: Run, small: Path) -> None:
    assert "harbour" in good(run("scores", "--json"))
    assert good(run("scores", "1")).startswith("The bridge that moved\nSession 1")
    assert json.loads(good(run("scores", "1", "--json"))) == json.loads(good(run("scores", "--json", "1")))
    assert good(run("scores", "2", "--csv")).startswith("question,kind,skill")
    assert "skills" in good(run("scores", "--help"))


@pytest.mark.parametrize("wrong", [["0"], ["x"], ["--json", "--csv"], ["1", "--json", "--csv"], ["1", "2"]])
def test_wrong_use_is_said_in_a_sentence(run: Run, small: Path, wrong: list[str]) -> None:
    done = run("scores", *wrong)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_missing_session_is_said_to_be_missing(run: Run, small: Path) -> None:
    done = run("scores", "99")
    assert (done.returncode, done.stderr) == (1, "quiz: There is no session 99.\n")


def test_a_long_history_shows_its_newest_part_and_says_so(run: Run, home: Path) -> None:
    home.mkdir()
    with Store.open(home / "scores.db") as store:
        for _ in range(103):
            store.begin(start(1))
    done = run("scores")
    assert len(good(done).splitlines()) == 101
    assert "--all" in done.stderr
    assert len(good(run("scores", "--all")).splitlines()) == 104
    assert len(json.loads(good(run("scores", "--json")))) == 103


def test_in_a_pipe_a_session_is_a_line_with_its_whole_title(run: Run, home: Path) -> None:
    home.mkdir()
    title = "The bridge that moved in the night and came back before anybody saw it again " * 2
    with Store.open(home / "scores.db") as store:
        store.begin(start(1, title=title))
    _, line = good(run("scores", NO_COLOR="1")).splitlines()
    assert title.strip() in line and "\x1b" not in line


@pytest.mark.parametrize("command", ["skills", "calendar"])
def test_figures_of_a_player_come_as_text_json_and_csv(run: Run, filled: Path, command: str) -> None:
    player = ("--player", "learner-0003")
    text = good(run("scores", command, *player))
    assert all(width(line) <= 100 for line in text.splitlines())
    assert json.loads(good(run("scores", command, *player, "--json")))["player"] == "learner-0003"
    assert list(csv.DictReader(io.StringIO(good(run("scores", command, *player, "--csv")))))
    assert run("scores", command, "--json", "--csv").returncode == 2


def test_a_player_without_answers_gets_a_friendly_sentence(run: Run, home: Path) -> None:
    assert good(run("scores", "skills")).startswith("No answers yet.")
    assert good(run("scores", "calendar")).startswith("No practice yet.")
    assert json.loads(good(run("scores", "skills", "--json", "--player", "x")))["skills"] == []


def test_the_items_of_a_bank_are_found_by_id_and_by_file(run: Run, filled: Path, tmp_path: Path) -> None:
    text = good(run("scores", "items", "bank-00001"))
    assert "facility" in text
    data = json.loads(good(run("scores", "items", "bank-00001", "--json")))
    assert len(data["questions"]) == 20
    assert len(good(run("scores", "items", "bank-00001", "--csv")).splitlines()) == 21
    missing = run("scores", "items", "nothing")
    assert missing.returncode == 1
    assert missing.stderr == "quiz: Nobody has played a bank called “nothing”.\n"


def test_a_bank_file_nobody_played_is_said_to_be_unplayed(run: Run, small: Path) -> None:
    from .conftest import SEED_BANK

    done = run("scores", "items", SEED_BANK)
    assert done.returncode == 1
    assert "Nobody has played" in done.stderr


def test_the_page_is_written_whole(run: Run, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    good(run("scores", "report", "-o", target, "--player", "learner-0003"))
    assert target.read_text(encoding="utf-8").endswith("</html>\n")
    assert target.stat().st_mode & 0o044
    lost = run("scores", "report", "-o", tmp_path / "no" / "report.html")
    assert lost.returncode == 1
    assert "cannot be written" in lost.stderr


def test_a_history_moves_by_file_and_by_pipe(run: Run, small: Path, tmp_path: Path) -> None:
    exported = tmp_path / "history.jsonl"
    good(run("scores", "export", exported))
    assert good(run("scores", "export")) == exported.read_text(encoding="utf-8")
    copy = tmp_path / "copy.db"
    good(run("scores", "backup", copy))
    elsewhere = {"QUIZ_HOME": str(tmp_path / "elsewhere")}
    first = run("scores", "import", exported, copy, "-", say=good(run("scores", "export")), **elsewhere)
    good(first)
    assert [line.split(": ")[1] for line in first.stderr.splitlines()] == [
        "2 sessions new, 0 grown, 0 known already.",
        "0 sessions new, 0 grown, 2 known already.",
        "0 sessions new, 0 grown, 2 known already.",
    ]
    assert run("scores", "export", **elsewhere).stdout == exported.read_text(encoding="utf-8")


def test_what_cannot_be_taken_in_is_said_in_a_sentence(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear quiz,\n", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9\n")
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\0" + b"x" * 100)
    for name in ("letter.txt", "latin.txt", "broken.db", "nothing", "."):
        done = run("scores", "import", tmp_path / name)
        assert done.returncode == 1, name
        assert done.stderr.startswith("quiz: ")
        assert done.stderr.count("\n") == 1
    assert len(json.loads(good(run("scores", "--json")))) == 2


def test_forgetting_asks_first(run: Run, small: Path) -> None:
    assert run("scores", "forget").returncode == 2
    assert run("scores", "forget", "1", "--all").returncode == 2
    kept = run("scores", "forget", "--player", "bo", say="n\n")
    assert kept.returncode == 130
    assert len(json.loads(good(run("scores", "--json")))) == 2
    good(run("scores", "forget", "--player", "bo", say="y\n"))
    assert [row["player"] for row in json.loads(good(run("scores", "--json")))] == ["ada"]
    none = run("scores", "forget", "--bank", "nothing", "--yes")
    assert (none.returncode, none.stderr) == (1, "quiz: No session fits that.\n")
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    good(run("scores", "forget", "--before", tomorrow, "--yes"))
    assert json.loads(good(run("scores", "--json"))) == []


def test_a_damaged_file_is_set_aside_and_said_so(run: Run, small: Path) -> None:
    content = small.read_bytes()
    small.write_bytes(content[: len(content) // 2])
    done = run("scores")
    assert done.returncode == 0
    (aside,) = small.parent.glob("scores-damaged-*.db")
    assert str(aside) in done.stderr
    assert run("scores").stderr == ""


def test_a_player_without_sessions_is_told_of_and_those_with_some_are_named(run: Run, small: Path) -> None:
    said = "quiz: No sessions are kept for “adda”; there are some for “ada” and “bo”.\n"
    page = small.parent / "page.html"
    for command in (["scores"], ["scores", "skills"], ["scores", "report", "-o", page], ["review"]):
        assert said in run(*command, "--player", "adda").stderr
        assert "No sessions are kept" not in run(*command, "--player", "ada").stderr
