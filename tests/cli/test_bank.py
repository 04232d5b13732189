"""`quiz bank` as an author runs it: looking at banks, renaming, merging and splitting them."""

import json
import shutil
from pathlib import Path

import pytest

from quiz.bank.files import load_bank, open_bank
from tests.bank.check.samples import ARTICLE, BROKEN, CLEAN, PLAIN, write_article
from tests.cli.conftest import Run
from tests.cli.lines import at_terminal
from tests.test_imports import modules_of_command

SCHEMA_LINE = "# yaml-language-server: $schema=./bank.schema.json\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two banks about one article."""
    banks = tmp_path / "banks"
    banks.mkdir()
    write_article(banks)
    put(banks / "plain.yaml", CLEAN["comments-everywhere"])
    every = CLEAN["every-type"].replace("id: ostmole-bridge", "id: other")
    put(banks / "other.yaml", SCHEMA_LINE + every)
    return banks


def put(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def play(run: Run, bank: Path, *lines: str) -> None:
    done = run(
        "play", "--plain", "--player", "ada", "--seed", "1", bank, say="".join(f"{one}\n" for one in lines)
    )
    assert done.returncode == 0


def sessions(run: Run) -> list[tuple[str, int]]:
    return [(one["bank"], one["answered"]) for one in json.loads(run("scores", "--json").stdout)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# Looking ------------------------------------------------------------------------------------------


def test_banks_are_listed_in_lines_that_a_pipe_can_use(run: Run, folder: Path) -> None:
    put(folder / "broken.yaml", BROKEN["unknown-kind"])
    long = "A title so long that no terminal has the room for all of it beside the name of its file"
    put(folder / "long.yaml", PLAIN.replace("The bridge of Ostmole", long))
    done = run("bank", "list", ".", cwd=folder)
    assert done.returncode == 0
    head, *lines = done.stdout.splitlines()
    assert head.split() == ["ID", "Questions", "Drafts", "Title", "File"]
    assert lines[0].split()[:3] == ["–", "–", "–"]
    assert lines[1].startswith("    ! broken.yaml:26:11: unknown kind “nubmer”")
    assert lines[2].endswith(f"  {long}  long.yaml")
    assert [line.split()[:3] for line in lines[3:]] == [["other", "6", "0"], ["ostmole-bridge", "2", "0"]]


def test_the_list_is_data_with_json(run: Run, folder: Path) -> None:
    rows = json.loads(run("bank", "list", "--json", folder).stdout)
    assert [(row["id"], row["questions"], row["file"]) for row in rows] == [
        ("other", 6, str(folder / "other.yaml")),
        ("ostmole-bridge", 2, str(folder / "plain.yaml")),
    ]
    assert rows[1]["skills"] == {"detail": 1, "source": 1}


def test_without_a_folder_the_library_is_listed(run: Run, folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "home" / "questions"
    mine.mkdir(parents=True)
    shutil.copy(ARTICLE, mine.parent)
    put(mine / "mine.yaml", PLAIN.replace("id: ostmole-bridge", "id: mine"))
    ids = {row["id"] for row in json.loads(run("bank", "list", "--json").stdout)}
    assert ids >= {"mine", "who-inside-ice-is-leaking"}


def test_a_folder_without_banks_is_said_on_standard_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("bank", "list", tmp_path / "empty")
    assert (done.returncode, done.stdout) == (0, "")
    assert "“quiz new” begins one." in done.stderr


def test_a_narrow_terminal_has_two_lines_for_a_bank(folder: Path, tmp_path: Path) -> None:
    with at_terminal("bank", "list", folder, cwd=tmp_path, home=tmp_path / "home", COLUMNS="50") as shown:
        lines = shown.end().splitlines()
    assert lines[0] == "The bridge of Ostmole"
    assert lines[1].startswith("    6 questions; other; banks/other")
    assert max(len(line) for line in lines) <= 50


def test_a_bank_is_told_of_with_its_article_and_what_was_played(run: Run, folder: Path) -> None:
    bank = folder / "plain.yaml"
    said = run("bank", "info", bank).stdout
    assert "The bridge of Ostmole\n" in said
    assert "Article    ../harbour.txt, " in said
    assert "by kind    1 speaker, 1 number\n" in said
    assert "Played     not yet\n" in said
    play(run, bank, "1", "1")
    told = json.loads(run("bank", "info", bank, "--json").stdout)
    assert told["by_type"] == {"choice": 2}
    assert (told["history"]["sessions"], told["history"]["answers"]) == (1, 2)
    assert "1 session by 1 player, 2 answers, " in run("bank", "info", bank).stdout


@pytest.mark.parametrize(
    ("change", "state", "said"),
    [
        ("append", "changed", "changed since the bank was written"),
        ("remove", "missing", "which does not exist"),
        ("empty", "unreadable", "which cannot be read"),
    ],
)
def test_the_state_of_the_article_is_told(run: Run, folder: Path, change: str, state: str, said: str) -> None:
    article = folder.parent / "harbour.txt"
    if change == "remove":
        article.unlink()
    else:
        article.write_text("" if change == "empty" else "Another text.\n", encoding="utf-8")
    assert json.loads(run("bank", "info", folder / "plain.yaml", "--json").stdout)["state"] == state
    assert said in run("bank", "info", folder / "plain.yaml").stdout


def test_a_bank_of_the_library_may_be_named_by_its_id(run: Run) -> None:
    assert "Who Inside ICE" in run("bank", "info", "who-inside-ice-is-leaking").stdout
    done = run("bank", "info", "nobody-knows-it")
    assert (done.returncode, done.stderr) == (
        1,
        "quiz: There is no file and no bank of the library called “nobody-knows-it”.\n",
    )


def test_the_commands_load_no_reader_for_their_help(tmp_path: Path) -> None:
    for arguments in (["bank", "--help"], ["bank", "merge", "--help"]):
        loaded = modules_of_command(arguments, tmp_path)
        assert not loaded & {"textual", "spacy", "pydantic", "yaml", "sqlite3"}


# Renaming -----------------------------------------------------------------------------------------


def test_another_id_takes_the_results_along(run: Run, folder: Path) -> None:
    bank = folder / "plain.yaml"
    play(run, bank, "1", "1")
    play(run, folder / "other.yaml", "quit")
    before = bank.read_text(encoding="utf-8")
    done = run("bank", "rename", bank, "--id", "harbour", "--title", "The “bridge”: again")
    assert done.returncode == 0
    assert done.stderr == f"Renamed {bank}.\n1 session moved to the id harbour.\n"
    after = bank.read_text(encoding="utf-8")
    assert after == before.replace("id: ostmole-bridge", "id: harbour").replace(
        "title: The bridge of Ostmole", "title: 'The “bridge”: again'"
    )
    assert ("harbour", 2) in sessions(run)
    assert "ostmole-bridge" not in dict(sessions(run))
    missed = run("play", "--plain", "--missed", "--player", "ada", bank, say="quit\n")
    assert "ostmole" not in missed.stderr


def test_an_unfinished_session_goes_on_under_the_new_id(run: Run, folder: Path, tmp_path: Path) -> None:
    bank = folder / "plain.yaml"
    play(run, bank, "1", "quit")
    run("bank", "rename", bank, "--id", "harbour")
    with at_terminal("play", "--plain", "--player", "ada", bank, cwd=folder, home=tmp_path / "home") as shown:
        shown.wait_for("with 1 of 2 answered. Go on with it?")


@pytest.mark.parametrize("with_schema", [True, False])
def test_another_place_keeps_the_way_to_the_article_and_brings_the_schema(
    run: Run, folder: Path, with_schema: bool
) -> None:
    bank = folder / "plain.yaml"
    if with_schema:
        put(bank, SCHEMA_LINE + bank.read_text(encoding="utf-8"))
    before = bank.read_text(encoding="utf-8")
    done = run("bank", "rename", bank, "--file", folder.parent / "moved.yaml")
    assert done.returncode == 0
    assert not bank.exists()
    moved = folder.parent / "moved.yaml"
    assert moved.read_text(encoding="utf-8") == before.replace("../harbour.txt", "harbour.txt")
    open_bank(moved)
    assert (folder.parent / "bank.schema.json").exists() is with_schema


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Say what changes: --id, --title or --file."),
        (("--id", "Not An Id"), 2, "“Not An Id” cannot be an id"),
        (("--id", "x" * 121), 2, "cannot be an id"),
        (("--id", "other"), 1, "“other” is the id of "),
        (("--id", "who-inside-ice-is-leaking"), 1, "is the id of "),
        (("--title", "  "), 2, "A bank needs a title."),
        (("--title", "t" * 20_001), 1, "“title” is too long"),
        (("--file", "plain.txt"), 2, "a bank's name ends in .yaml"),
        (("--file", "other.yaml"), 1, "other.yaml exists already"),
        (("--file", "../none/x.yaml"), 1, "does not exist"),
        (("--file", "deep/er/x.yaml"), 1, "may go up one folder at most"),
    ],
)
def test_what_cannot_be_renamed_so_stays_as_it_is(
    run: Run, folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    before = contents_of_files(folder)
    done = run("bank", "rename", "plain.yaml", *arguments, cwd=folder)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert contents_of_files(folder) == before


def contents_of_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_results_of_a_bank_that_is_gone_are_not_mixed_with_another_ones(run: Run, folder: Path) -> None:
    play(run, folder / "other.yaml", "quit")
    play(run, folder / "plain.yaml", "1", "1")
    (folder / "other.yaml").unlink()
    done = run("bank", "rename", folder / "plain.yaml", "--id", "other")
    assert done.returncode == 1
    assert "There are results of another bank under “other”" in done.stderr
    assert load_bank(folder / "plain.yaml").bank.id == "ostmole-bridge"


def test_the_same_names_again_change_nothing(run: Run, folder: Path) -> None:
    before = contents(folder)
    done = run("bank", "rename", "plain.yaml", "--id", "ostmole-bridge", "--file", "plain.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "plain.yaml is called so already.\n")
    assert contents(folder) == before


def test_a_broken_bank_is_not_renamed(run: Run, folder: Path) -> None:
    put(folder / "broken.yaml", BROKEN["unknown-kind"])
    done = run("bank", "rename", folder / "broken.yaml", "--id", "x")
    assert done.returncode == 1
    assert "unknown kind “nubmer”" in done.stderr


# Merging ------------------------------------------------------------------------------------------


@pytest.fixture
def collision(folder: Path) -> Path:
    """The other bank, whose first question is another one under an id of the first bank."""
    text = (folder / "other.yaml").read_text(encoding="utf-8")
    return put(folder / "other.yaml", text.replace("who said this", "who said that"))


def test_banks_become_one_and_what_changed_is_said(run: Run, folder: Path, collision: Path) -> None:
    into = folder / "plain.yaml"
    before = into.read_text(encoding="utf-8")
    kept = collision.read_bytes()
    done = run("bank", "merge", into, collision)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        f"Took 6 questions of {collision} into {into}.",
        f"  speaker-1 is speaker-1-other there: {into} has another question called speaker-1.",
    ]
    assert collision.read_bytes() == kept
    whole = open_bank(into).bank
    assert (whole.id, len(whole.questions)) == ("ostmole-bridge", 8)
    after = into.read_text(encoding="utf-8")
    assert after.startswith(before[: before.index("# end")])
    assert after.endswith("# end\n") or after.endswith("# end")
    again = run("bank", "merge", into, collision)
    assert "Took 0 questions" in again.stderr
    assert into.read_text(encoding="utf-8") == after


def test_with_remove_the_results_go_with_the_questions(run: Run, folder: Path, collision: Path) -> None:
    into = folder / "plain.yaml"
    play(run, collision, "skip", "skip", "quit")
    play(run, collision, *["1"] * 30)
    play(run, into, "1", "1")
    answered = dict(sessions(run))
    done = run("bank", "merge", into, collision, "--remove")
    assert done.returncode == 0
    assert not collision.exists()
    assert f"Removed {collision}; 2 sessions moved to ostmole-bridge." in done.stderr
    after = sessions(run)
    assert {bank for bank, _ in after} == {"ostmole-bridge"}
    assert sum(count for _, count in after) >= sum(answered.values())
    items = json.loads(run("scores", "items", "ostmole-bridge", "--json").stdout)
    assert "speaker-1-other" in json.dumps(items)


def test_without_remove_it_is_said_where_results_stay(run: Run, folder: Path, collision: Path) -> None:
    play(run, collision, "quit")
    done = run("bank", "merge", folder / "plain.yaml", collision)
    assert f"Results stay with {collision}; --remove deletes it and takes them along." in done.stderr
    assert {bank for bank, _ in sessions(run)} == {"other"}


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("none.yaml", CLEAN["no-article"], 1, "are not about the same text; nothing was merged."),
        ("german.yaml", PLAIN.replace("language: en", "language: de"), 1, "is in en and "),
        ("broken.yaml", BROKEN["unknown-kind"], 1, "unknown kind “nubmer”"),
        ("plain.yaml", CLEAN["comments-everywhere"], 2, "is named twice"),
    ],
)
def test_what_does_not_go_together_is_left_alone(
    run: Run, folder: Path, name: str, text: str, code: int, said: str
) -> None:
    put(folder / name, text)
    before = contents(folder)
    done = run("bank", "merge", "plain.yaml", "other.yaml", name, "--remove", cwd=folder)
    assert done.returncode == code
    assert said in done.stderr
    assert contents(folder) == before


# Splitting ----------------------------------------------------------------------------------------


def test_a_bank_becomes_several_and_stays(run: Run, folder: Path) -> None:
    before = contents(folder)
    done = run("bank", "split", "other.yaml", "--by", "skill", "-o", "../parts", cwd=folder)
    assert done.returncode == 0
    parts = {path.name: open_bank(path).bank for path in (folder.parent / "parts").glob("*.yaml")}
    assert {name: len(bank.questions) for name, bank in parts.items()} == {
        "other-detail.yaml": 3,
        "other-source.yaml": 1,
        "other-statement.yaml": 1,
        "other-evidence.yaml": 1,
    }
    assert parts["other-detail.yaml"].id == "other-detail"
    assert "Wrote ../parts/other-detail.yaml with 3 questions." in done.stderr
    assert "other.yaml stays as it is, and so do its results." in done.stderr
    assert (folder.parent / "parts" / "bank.schema.json").is_file()
    assert contents(folder) == before
    assert run("check", "../parts", cwd=folder).returncode == 0


def test_nothing_is_written_if_one_of_the_files_is_there(run: Run, folder: Path) -> None:
    put(folder / "other-role.yaml", "mine")
    before = contents(folder)
    done = run("bank", "split", "other.yaml", "--by", "kind", cwd=folder)
    assert (done.returncode, done.stderr) == (
        1,
        "quiz: other-role.yaml exists already; nothing was written.\n",
    )
    assert contents(folder) == before


def test_a_bank_of_one_sort_is_not_split(run: Run, folder: Path) -> None:
    done = run("bank", "split", "other.yaml", "--by", "status", cwd=folder)
    assert done.returncode == 1
    assert "All questions of other.yaml have the status approved" in done.stderr


def test_parts_put_together_again_are_the_whole(run: Run, folder: Path) -> None:
    run("bank", "split", "other.yaml", "--by", "kind", cwd=folder)
    first, *rest = sorted(path.name for path in folder.glob("other-*.yaml"))
    assert run("bank", "merge", first, *rest, "--remove", cwd=folder).returncode == 0
    assert not any((folder / name).exists() for name in rest)
    whole, again = (load_bank(folder / name).bank.questions for name in ("other.yaml", first))
    assert sorted(whole, key=lambda one: one.id) == sorted(again, key=lambda one: one.id)
