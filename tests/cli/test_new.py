"""`quiz new` as an author runs it: with options, at a terminal, and for one more question."""

import os
from pathlib import Path

import pytest

from quiz.bank.files import load_bank, open_bank, parse_bank
from quiz.bank.schema import render_schema
from tests.bank.authoring.laws import only_inserted
from tests.bank.check.samples import BROKEN, CLEAN, PLAIN, write_article
from tests.cli.conftest import Run
from tests.cli.lines import at_terminal
from tests.stories import story
from tests.test_imports import modules_of_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article about which much can be asked."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "bridge.txt").write_text(story(0), encoding="utf-8")
    return tmp_path / "work"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_bank_of_drafts_is_written_with_the_title_of_its_article(run: Run, folder: Path) -> None:
    done = run("new", "bridge.txt", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == ""
    opened = open_bank(folder / "bridge.yaml")
    assert opened.article is not None
    assert (opened.bank.id, opened.bank.title) == ("bridge", opened.article.title)
    assert len(opened.bank.questions) > 2
    assert {question.status for question in opened.bank.questions} == {"draft"}
    assert f"Wrote bridge.yaml with {len(opened.bank.questions)} drafts." in done.stderr
    assert opened.file.text.startswith("# yaml-language-server: $schema=./bank.schema.json\n#\n# A bank: ")
    assert run("check", "bridge.yaml", cwd=folder).returncode == 0


def test_the_schema_lies_where_the_first_line_says(run: Run, folder: Path) -> None:
    run("new", "bridge.txt", "-o", "banks/first.yaml", cwd=folder)
    schema = folder / "banks" / "bank.schema.json"
    assert schema.read_text(encoding="utf-8") == render_schema()
    schema.write_text("{}", encoding="utf-8")
    assert run("new", "bridge.txt", "-o", "banks/second.yaml", cwd=folder).returncode == 0
    assert schema.read_text(encoding="utf-8") == "{}"


def test_without_generating_one_question_waits_to_be_filled_in(run: Run, folder: Path) -> None:
    done = run("new", "bridge.txt", "--no-generate", "--title", "What: a “bridge”", cwd=folder)
    assert "Wrote bridge.yaml with one question to fill in." in done.stderr
    bank = open_bank(folder / "bridge.yaml").bank
    assert bank.title == "What: a “bridge”"
    (question,) = bank.questions
    assert (question.kind, question.status) == ("main_point", "draft")
    assert "    # evidence:\n" in (folder / "bridge.yaml").read_text(encoding="utf-8")


def test_an_article_with_nothing_to_ask_still_gets_a_bank(run: Run, folder: Path) -> None:
    (folder / "short.txt").write_text("Nothing happened.\n", encoding="utf-8")
    done = run("new", "short.txt", cwd=folder)
    assert done.returncode == 0
    assert "the questions are yours to write" in done.stderr
    assert len(open_bank(folder / "short.yaml").bank.questions) == 1


def test_a_new_bank_has_an_id_that_no_other_one_has(run: Run, folder: Path) -> None:
    names = ["ostmole.yaml", "deep/ostmole.yaml", "who-inside-ice-is-leaking.yaml", "ostmole.yml"]
    for name in names:
        run("new", "--no-article", "--title", "Ostmole", "-o", name, cwd=folder)
    ids = [load_bank(folder / name).bank.id for name in names]
    assert ids == ["ostmole", "ostmole", "who-inside-ice-is-leaking-2", "ostmole-2"]


def test_a_bank_about_no_article_is_named_after_its_title(run: Run, folder: Path) -> None:
    assert run("new", "--no-article", "--title", "How to read the news", cwd=folder).returncode == 0
    bank = load_bank(folder / "how-to-read-the-news.yaml").bank
    assert (bank.id, bank.article) == ("how-to-read-the-news", None)


def test_a_folder_named_questions_is_where_banks_go(run: Run, folder: Path) -> None:
    (folder / "questions").mkdir()
    assert run("new", "bridge.txt", cwd=folder).returncode == 0
    assert open_bank(folder / "questions" / "bridge.yaml").bank.article is not None


def test_an_article_from_far_away_is_copied_beside_the_bank(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run("new", folder / "bridge.txt", "-o", tmp_path / "else" / "deep" / "x.yaml", cwd=folder)
    assert "Copied the article to " in done.stderr
    assert (tmp_path / "else" / "deep" / "bridge.txt").is_file()
    open_bank(tmp_path / "else" / "deep" / "x.yaml")


def test_nothing_is_ever_overwritten(run: Run, folder: Path) -> None:
    (folder / "bridge.yaml").write_text("mine", encoding="utf-8")
    (folder / "link.yaml").symlink_to(folder / "nowhere.yaml")
    before = contents(folder)
    for arguments in (("bridge.txt",), ("bridge.txt", "-o", "."), ("bridge.txt", "-o", "link.yaml")):
        done = run("new", *arguments, cwd=folder)
        assert done.returncode == 1
        assert "exists already" in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Name the article of the bank"),
        (("missing.txt",), 1, "missing.txt does not exist."),
        (("bridge.yaml",), 1, "bridge.yaml is a bank, not an article."),
        (("bridge.txt", "-o", "bank.txt"), 1, "a bank's name ends in .yaml"),
        (("bridge.txt", "--no-article"), 2, "not both"),
        (("bridge.txt", "--title", "  "), 1, "A bank needs a title."),
        (("--no-article",), 2, "--title TITLE"),
        ((".",), 1, "several articles"),
        (("--question", "speaker"), 2, "Name the bank"),
        (("--question", "speaker", "bank.yaml", "--title", "X"), 2, "leave the other options out"),
        (("--question", "speakr", "bank.yaml"), 2, "Did you mean “speaker”?"),
        (("--question", "speaker", "--type", "essay", "bank.yaml"), 2, "“essay” is no type of question"),
        (("--question", "speaker", "bank.yaml"), 1, "the file does not exist"),
        (("--type", "text", "bridge.txt"), 2, "--type goes with --question"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing_behind(
    run: Run, folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = contents(folder)
    done = run("new", *arguments, cwd=folder)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(folder) == before


def test_at_a_terminal_everything_is_asked_and_a_wrong_answer_is_asked_again(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "taken.yaml").write_text("mine", encoding="utf-8")
    with at_terminal("new", cwd=folder, home=tmp_path / "home") as shown:
        shown.answer("Article: a file or a web address (only Enter for none): ", "missing.txt")
        shown.wait_for("missing.txt does not exist.")
        shown.answer("(only Enter for none): ", "bridge.txt")
        shown.answer("Title [The bridge of Ostmole has to wait]: ", "A title of my own")
        shown.answer("Write the bank to [bridge.yaml]: ", "taken.yaml")
        shown.wait_for("taken.yaml exists already")
        shown.answer("Write the bank to [bridge.yaml]: ", "")
        shown.wait_for("Wrote bridge.yaml with ")
        shown.end()
        assert shown.code == 0
    assert open_bank(folder / "bridge.yaml").bank.title == "A title of my own"
    assert (folder / "taken.yaml").read_text(encoding="utf-8") == "mine"


def test_at_a_terminal_a_bank_may_be_about_no_article(folder: Path, tmp_path: Path) -> None:
    with at_terminal("new", cwd=folder, home=tmp_path / "home") as shown:
        shown.answer("(only Enter for none): ", "")
        shown.answer("Title: ", "Reading")
        shown.answer("Write the bank to [reading.yaml]: ", "")
        shown.end()
        assert shown.code == 0
    assert load_bank(folder / "reading.yaml").bank.article is None


def test_at_a_terminal_what_was_said_is_not_asked(folder: Path, tmp_path: Path) -> None:
    with at_terminal(
        "new", "bridge.txt", "--title", "T", "-o", "x.yaml", "--no-generate", cwd=folder, home=tmp_path
    ) as shown:
        assert "[" not in shown.end()
        assert shown.code == 0


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
def test_whoever_stops_answering_leaves_nothing_behind(folder: Path, tmp_path: Path, keys: str) -> None:
    before = contents(folder)
    with at_terminal("new", cwd=folder, home=tmp_path / "home") as shown:
        shown.answer("(only Enter for none): ", "bridge.txt")
        shown.wait_for("Title [")
        shown.interrupt(keys)
        assert "Traceback" not in shown.end()
        assert shown.code == 130
    assert contents(folder) == before


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank about an article, in a library."""
    (tmp_path / "banks").mkdir()
    write_article(tmp_path / "banks")
    path = tmp_path / "banks" / "bank.yaml"
    path.write_bytes(CLEAN["comments-everywhere"].encode())
    return path


def test_a_question_is_added_in_place_and_what_to_fill_in_is_said_with_its_line(run: Run, bank: Path) -> None:
    before = bank.read_text(encoding="utf-8")
    done = run("new", "--question", "speaker", "--type", "match", bank)
    assert done.returncode == 0
    after = bank.read_text(encoding="utf-8")
    assert only_inserted(before, after)
    added = open_bank(bank).bank.questions[-1]
    assert (added.id, added.kind, added.type, added.status) == ("speaker-2", "speaker", "match", "draft")
    first, *told = done.stderr.splitlines()
    assert first == f"Added speaker-2, a draft, at the end of {bank}. Fill in:"
    lines = after.splitlines()
    named = [line.split(maxsplit=3) for line in told if line.startswith("  line ")]
    assert [key for _, _, key, _ in named] == ["prompt:", "pairs:", "explanation:", "status:"]
    for _, number, key, _ in named:
        assert lines[int(number) - 1].strip().startswith(key)


def test_the_same_question_twice_has_two_ids(run: Run, bank: Path) -> None:
    for _ in range(2):
        assert run("new", "--question", "role", bank).returncode == 0
    assert [one.id for one in load_bank(bank).bank.questions][-2:] == ["role-1", "role-2"]


def test_windows_line_ends_and_a_byte_order_mark_stay(run: Run, bank: Path) -> None:
    before = b"\xef\xbb\xbf" + CLEAN["windows-line-ends"].encode()
    bank.write_bytes(before)
    assert run("new", "--question", "role", bank).returncode == 0
    after = bank.read_bytes()
    assert after.startswith(before)
    assert b"\n" not in after.replace(b"\r\n", b"")


def test_a_bank_from_standard_input_goes_to_standard_output(run: Run) -> None:
    done = run("new", "--question", "number", "--type", "text", "-", say=PLAIN)
    assert parse_bank(done.stdout, "out").bank.questions[-1].type == "text"
    assert "Added number-2, a draft, at the end of the bank." in done.stderr


def test_a_bank_that_is_not_yaml_is_left_alone_and_its_line_is_said(run: Run, bank: Path) -> None:
    bank.write_text(BROKEN["not-yaml-colon"], encoding="utf-8")
    done = run("new", "--question", "role", bank)
    assert done.returncode == 1
    assert f"{bank}:27:36: " in done.stderr
    assert bank.read_text(encoding="utf-8") == BROKEN["not-yaml-colon"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_one_sentence(run: Run, bank: Path) -> None:
    bank.parent.chmod(0o555)
    try:
        done = run("new", "--question", "role", bank)
    finally:
        bank.parent.chmod(0o755)
    assert (done.returncode, done.stderr) == (1, f"quiz: {bank} cannot be written: permission denied.\n")


def test_help_names_the_new_commands_and_loads_no_reader(run: Run, tmp_path: Path) -> None:
    assert "  new " in run("--help").stdout
    loaded = modules_of_command(["new", "--help"], tmp_path)
    assert not loaded & {"textual", "spacy", "pydantic", "yaml", "quiz.generate"}
