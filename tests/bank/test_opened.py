"""A bank that was opened before is the same bank, until it or its article changes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.files import BankError, open_bank
from quiz.bank.opened import opened_bank
from tests.play.every_type import EVERY_TYPE
from tests.play.ostmole import ARTICLE, QUESTIONS, write_bank


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "banks", questions=QUESTIONS)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def later(path: Path) -> None:
    """Give a file another time, as a second that has passed would."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))


def test_the_second_opening_gives_what_the_first_gave(bank: Path, cache: Path) -> None:
    first = opened_bank(bank, cache)
    assert len(list(cache.iterdir())) == 1
    assert opened_bank(bank, cache) == first
    assert first == (open_bank(bank).bank, open_bank(bank).article)


def test_the_second_opening_reads_neither_yaml_nor_checks_it(bank: Path, cache: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from quiz.bank.opened import opened_bank;"
        f"opened_bank(Path({str(bank)!r}), Path({str(cache)!r}));"
        "print(sorted({'yaml', 'pydantic', 'quiz.bank.validation'} & sys.modules.keys()))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert [json.loads(run.replace("'", '"')) for run in runs] == [
        ["pydantic", "quiz.bank.validation", "yaml"],
        [],
    ]


def test_an_edited_bank_is_read_anew(bank: Path, cache: Path) -> None:
    opened_bank(bank, cache)
    bank.write_text(bank.read_text("utf-8").replace("The bridge that moved", "The bridge"), "utf-8")
    later(bank)
    assert opened_bank(bank, cache)[0].title == "The bridge"
    bank.write_text("version: 1\n", "utf-8")
    with pytest.raises(BankError):
        opened_bank(bank, cache)


def test_a_bank_whose_article_changed_or_went_is_refused_as_before(bank: Path, cache: Path) -> None:
    opened_bank(bank, cache)
    article = bank.with_suffix(".txt")
    status = article.stat()
    article.write_text(ARTICLE.replace("eleven", "twelve"), "utf-8", newline="")
    os.utime(article, ns=(status.st_atime_ns, status.st_mtime_ns))  # as a tool that keeps times would
    with pytest.raises(BankError, match="has changed"):
        opened_bank(bank, cache)
    article.unlink()
    with pytest.raises(BankError, match="does not exist"):
        opened_bank(bank, cache)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": 1}',
        b"\xff",
        b"[" * 100_000,
        b'{"format":1,"stamp":STAMP,"bank":{"id":"x","questions":[{"type":"choice"}]}}',
        b'{"format":1,"stamp":STAMP,"bank":{"id":"x","title":"x","questions":[{"type":"dance"}]}}',
        b'{"format":1,"stamp":STAMP,"bank":7}',
    ],
    ids=str,
)
def test_a_damaged_memory_is_no_memory(bank: Path, cache: Path, damage: bytes) -> None:
    first = opened_bank(bank, cache)
    (entry,) = cache.iterdir()
    stamp = json.dumps(json.loads(entry.read_bytes())["stamp"]).encode()
    entry.write_bytes(damage.replace(b"STAMP", stamp))
    assert opened_bank(bank, cache) == first


def test_without_a_folder_to_remember_in_it_is_only_slower(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert opened_bank(bank, tmp_path / "file" / "cache") == opened_bank(bank, None)


def test_every_type_of_question_is_remembered(tmp_path: Path, cache: Path) -> None:
    bank = write_bank(tmp_path, questions=EVERY_TYPE, raw=None)
    first = opened_bank(bank, cache)
    assert opened_bank(bank, cache) == first
    assert {question.type for question in first[0].questions} == {one.type for one in EVERY_TYPE}
