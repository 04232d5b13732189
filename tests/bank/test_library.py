"""Finding banks: which files, what is said of each, and what is remembered."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import quiz.bank.files
from quiz.bank.library import (
    BankSummary,
    Library,
    cache_file_of,
    default_cache_file,
    default_folders,
    find_banks,
    looks_like_bank,
)
from tests.bank.samples import BANK, EVERY_TYPE

ROOT = Path(__file__).parents[2]


def write(path: Path, text: str = BANK) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> str:
        raise AssertionError(f"{path} was read although nothing changed")

    monkeypatch.setattr(quiz.bank.files, "read_bank_text", read)


def test_yaml_files_are_found_below_each_folder_in_order(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / "two" / "b.yaml"),
        write(tmp_path / "one" / "deep" / "x.YML"),
        write(tmp_path / "one" / "z.yaml"),
    ]
    write(tmp_path / "one" / ".hidden" / "a.yaml")
    write(tmp_path / "one" / ".a.yaml")
    write(tmp_path / "one" / "a.txt")
    assert find_banks([tmp_path / "two", tmp_path / "one", tmp_path / "none"]) == paths


def test_a_file_given_by_name_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path / "bank.txt")
    assert find_banks([path, path]) == [path]


def test_links_that_lead_in_circles_are_followed_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "b.yaml")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self").symlink_to("self")
    (tmp_path / "a" / "dead.yaml").symlink_to("nothing")
    assert find_banks([tmp_path, tmp_path / "a"]) == [path]


def test_a_folder_that_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    path = write(tmp_path / "b.yaml")
    write(tmp_path / "locked" / "c.yaml")
    (tmp_path / "locked").chmod(0)
    try:
        if os.access(tmp_path / "locked", os.R_OK):
            pytest.skip("this user may read everything")
        assert find_banks([tmp_path]) == [path]
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_a_bank_is_summarised(tmp_path: Path) -> None:
    article = "The bridge\n\nThe old bridge moved by a metre, a spokesman said.\n"
    write(tmp_path / "seeds" / "bridge.md", article)
    digest = hashlib.sha256(article.encode()).hexdigest()
    head = f"article: {{file: ../seeds/bridge.md, sha256: {digest}, outlet: The Harbour}}\n"
    text = head + EVERY_TYPE.replace("kind: acronym\n", "kind: acronym\n    status: draft\n")
    path = write(tmp_path / "questions" / "bridge.yaml", text)
    assert Library([tmp_path], None).summaries() == (
        BankSummary(
            path=path,
            id="harbour-bridge",
            title="The bridge that moved",
            outlet="The Harbour",
            words=12,
            questions=5,
            drafts=1,
            skills=(("detail", 1), ("source", 2), ("statement", 1), ("evidence", 1)),
            article=str(tmp_path / "seeds" / "bridge.md"),
            beginning="The old bridge moved by a metre, a spokesman said.",
            kinds=("speaker", "outlet_named", "sequence", "role", "hedge"),
        ),
    )


def test_a_bank_that_cannot_be_read_is_listed_with_its_problem(tmp_path: Path) -> None:
    path = write(tmp_path / "broken.yaml", BANK.replace("version: 1\n", ""))
    (summary,) = Library([tmp_path], None).summaries()
    assert (summary.title, summary.problem) == ("broken", f"{path}:1:1: “version” is missing")


@pytest.mark.parametrize("text", ["courses:\n  - questions: 3\n", "", "title: x\n", "- questions: 1\n"])
def test_yaml_that_is_about_something_else_is_left_out(tmp_path: Path, text: str) -> None:
    write(tmp_path / "courses.yaml", text)
    assert Library([tmp_path], None).summaries() == ()


@pytest.mark.parametrize(
    "text", ["questions:\n", "a: 1\nquestions: []\n", '"questions" : x', "\r\n'questions':"]
)
def test_a_line_that_begins_with_questions_makes_a_bank(text: str) -> None:
    assert looks_like_bank(text)


def test_what_is_remembered_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.yaml")
    write(tmp_path / "broken.yaml", "questions:\n")
    write(tmp_path / "courses.yaml", "courses: []\n")
    library = Library([tmp_path], tmp_path / "cache" / "library.json")
    first = library.summaries()
    forbid_reading(monkeypatch)
    assert library.summaries() == first
    assert len(first) == 2


def test_what_was_said_last_time_is_there_without_a_look_at_the_banks(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml")
    write(tmp_path / "courses.yaml", "courses: []\n")
    library = Library([tmp_path], tmp_path / "cache" / "library.json")
    assert library.remembered() is None
    first = library.summaries()
    path.unlink()
    assert library.remembered() == first
    assert len(first) == 1
    assert Library([tmp_path], None).remembered() is None


def test_other_folders_are_remembered_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    files = {cache_file_of([tmp_path / name]) for name in ("a", "b")} | {cache_file_of([Path("a")])}
    assert len(files) == 3
    assert default_cache_file() not in files


def test_a_bank_that_changed_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml")
    library = Library([tmp_path], tmp_path / "library.json")
    library.summaries()
    write(path, BANK.replace("The bridge that moved", "The bridge that stayed"))
    os.utime(path, ns=(1, 1))
    assert [summary.title for summary in library.summaries()] == ["The bridge that stayed"]
    path.unlink()
    assert library.summaries() == ()


def test_an_article_that_appears_is_noticed(tmp_path: Path) -> None:
    head = f"article: {{file: bridge.md, sha256: {'a' * 64}}}\n"
    write(tmp_path / "a.yaml", head + BANK)
    library = Library([tmp_path], tmp_path / "library.json")
    (summary,) = library.summaries()
    assert summary.problem is not None
    assert "does not exist" in summary.problem
    write(tmp_path / "bridge.md", "The bridge moved.\n")
    (summary,) = library.summaries()
    assert (summary.problem, summary.words) == (None, 3)


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"format": 0}', "[" * 100_000, '{"format": "%", "banks": []}']
)
def test_a_damaged_memory_is_ignored(tmp_path: Path, damage: str) -> None:
    write(tmp_path / "a.yaml")
    cache = write(tmp_path / "library.json", damage)
    assert len(Library([tmp_path], cache).summaries()) == 1
    assert json.loads(cache.read_bytes())["banks"]


def test_damaged_entries_are_read_again(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    cache = tmp_path / "library.json"
    library = Library([tmp_path], cache)
    good = library.summaries()
    data = json.loads(cache.read_bytes())
    (key,) = data["banks"]
    stamp = data["banks"][key]["stamp"]
    for entry in (
        None,
        3,
        {},
        {"stamp": None},
        {"stamp": stamp, "summary": [1]},
        {"stamp": stamp, "article": 3},
    ):
        cache.write_text(json.dumps(data | {"banks": {key: entry}}))
        assert library.summaries() == good


def test_a_memory_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    write(tmp_path / "file", "x")
    assert len(Library([tmp_path], tmp_path / "file" / "library.json").summaries()) == 1
    assert len(Library([tmp_path], tmp_path).summaries()) == 1


def test_the_default_folders_are_the_programs_and_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    packaged, own = default_folders()
    assert packaged.name == "questions"
    assert own == tmp_path / "questions"
    assert default_cache_file() == tmp_path / "cache" / "library.json"


def test_listing_what_is_remembered_imports_neither_yaml_nor_pydantic(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    cache = tmp_path / "library.json"
    Library([tmp_path], cache).summaries()
    program = (
        "import sys; from pathlib import Path; from quiz.bank.library import Library;"
        f"print(len(Library([Path({str(tmp_path)!r})], Path({str(cache)!r})).summaries()));"
        "print(sorted({'yaml', 'pydantic', 'textual', 'platformdirs'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == "1\n[]\n"
