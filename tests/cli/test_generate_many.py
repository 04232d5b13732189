"""Banks of many articles: which are meant, what is said, how a run is stopped and goes on."""

import contextlib
import functools
import http.server
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quiz.article.html import missing
from quiz.bank.files import open_bank
from quiz.cli import cli
from quiz.cli.narrating import progress_line
from quiz.generate.witnesses import parser
from tests.article.pages import PAGE
from tests.cli.conftest import ROOT, SEED
from tests.cli.test_terminal import terminal
from tests.stories import story, write_stories

web = pytest.mark.skipif(missing() is not None, reason="the extra web is not installed")


@dataclass
class Said:
    """The end of a run: its exit code, what it said, and what it printed."""

    code: int
    lines: list[str]
    printed: str


Quiz = Callable[..., Said]


@pytest.fixture
def quiz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Quiz:
    """Runs a command in this process, where the parser stays loaded."""
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, say: str = "") -> Said:
        result = CliRunner().invoke(
            cli, [str(argument) for argument in arguments], say, standalone_mode=False
        )
        if isinstance(result.exception, click.UsageError):
            return Said(2, [result.exception.message], result.stdout)
        if result.exception is not None:
            raise result.exception
        return Said(result.return_value, result.stderr.splitlines(), result.stdout)

    return run


def banks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.yaml"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_folder_is_searched_to_the_bottom_for_articles(quiz: Quiz, tmp_path: Path) -> None:
    (first, second, third, hidden) = write_stories(tmp_path / "news", 4)
    (tmp_path / "news" / "2024").mkdir()
    (tmp_path / "news" / ".git").mkdir()
    first.rename(tmp_path / "news" / "2024" / "harbour.MD")
    second.rename(tmp_path / "news" / "ferry.markdown")
    third.rename(tmp_path / "news" / "notes.rst")
    hidden.rename(tmp_path / "news" / ".git" / "story.txt")
    said = quiz("generate", "news", "-o", "banks")
    assert said.code == 0
    assert banks(tmp_path / "banks") == ["2024-harbour.yaml", "ferry.yaml"]
    assert said.lines[-1] == "2 articles: 2 banks written."


def test_patterns_are_understood_also_when_no_shell_has_done_it(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 3)
    quiz("generate", "news/story-00[01].*", "-o", "banks")
    assert banks(tmp_path / "banks") == ["story-000.yaml", "story-001.yaml"]
    said = quiz("generate", "news/*.md", "-o", "banks")
    assert (said.code, said.lines[0]) == (1, "quiz: no file matches news/*.md.")


def test_an_article_that_is_meant_twice_is_read_once(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 2)
    (tmp_path / "link.txt").symlink_to(tmp_path / "news" / "story-000.txt")
    said = quiz("generate", "news/story-001.txt", "news", "./news/*", "link.txt", "-o", "banks")
    assert [line.partition(":")[0] for line in said.lines] == [
        "news/story-001.txt",
        "news/story-000.txt",
        "2 articles",
    ]


def test_standard_input_can_be_one_of_several(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 1)
    assert quiz("generate", "-", "news", "-o", "banks", say=story(1)).code == 0
    assert banks(tmp_path / "banks") == ["article.yaml", "story-000.yaml"]
    assert open_bank(tmp_path / "banks" / "article.yaml").article is not None


def test_articles_of_the_same_name_get_banks_of_their_own_in_any_order(quiz: Quiz, tmp_path: Path) -> None:
    for index, name in enumerate(["a/story.txt", "b/story.txt", "b/story.md", "b/other.txt"]):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(story(index), encoding="utf-8")
    names = ["a/story.txt", "b/story.txt", "b/story.md", "b/other.txt"]
    assert quiz("generate", *names, "-o", "one/banks").code == 0
    assert quiz("generate", *reversed(names), "-o", "two/banks").code == 0
    one, two = tmp_path / "one" / "banks", tmp_path / "two" / "banks"
    assert banks(one) == ["a-story.yaml", "b-story.yaml", "other.yaml", "story-md.yaml"]
    assert contents(one) == contents(two)
    titles = {open_bank(one / name).bank.title for name in banks(one)}
    assert len(titles) == 4


def test_names_without_a_letter_of_ours_stay_apart(quiz: Quiz, tmp_path: Path) -> None:
    for index, name in enumerate(["橋.txt", "港.txt"]):
        (tmp_path / name).write_text(story(index), encoding="utf-8")
    assert quiz("generate", "橋.txt", "港.txt", "-o", "banks").code == 0
    assert len(banks(tmp_path / "banks")) == 2


def test_several_articles_need_a_folder(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 1)
    (tmp_path / "taken").write_text("mine")
    for place in ([], ["-o", "bank.yaml"], ["-o", "taken"]):
        said = quiz("generate", "news", *place)
        assert (said.code, said.lines) == (2, ["For several articles, -o must name a folder."])


def test_every_bad_article_gets_one_sentence_and_the_rest_go_on(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 2)
    (tmp_path / "news" / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "news" / "empty.txt").write_bytes(b"")
    (tmp_path / "news" / "rain.txt").write_text("It rains. It may stop.\n")
    (tmp_path / "bare").mkdir()
    said = quiz("generate", "gone.txt", "bare", "news", "-o", "banks")
    assert said.code == 1
    assert said.lines[:5] == [
        "quiz: gone.txt does not exist.",
        "quiz: bare holds no article (.txt .md .markdown .html .htm).",
        "quiz: news/binary.txt is not a text file.",
        "quiz: news/empty.txt is empty.",
        "quiz: news/rain.txt: there is nothing in it that can be asked beyond dispute.",
    ]
    assert said.lines[-1] == "7 articles: 2 banks written, 1 with nothing to ask, 4 failed."


def test_many_articles_get_a_line_each_and_verbose_the_whole_account(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 2)
    said = quiz("generate", "news", "-o", "banks")
    assert len(said.lines) == 3
    line = r"news/story-000\.txt: \d+ questions of \d+ kinds: .*\. Wrote banks/story-000\.yaml\."
    assert re.fullmatch(line, said.lines[0])
    verbose = quiz("generate", "news", "-o", "more", "-v")
    assert verbose.lines.count("Left alone:") == 2
    alone = quiz("generate", "news/story-000.txt", "-o", "alone.yaml")
    assert alone.lines.count("Left alone:") == 1
    assert alone.lines[-1] == "Wrote alone.yaml."


def test_what_is_up_to_date_is_not_made_again(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stories(tmp_path / "news", 2)
    (tmp_path / "news" / "rain.txt").write_text("It rains. It may stop.\n")
    quiz("generate", "news", "-o", "banks")
    made: list[object] = []

    def make(order: object) -> object:
        made.append(order)
        raise AssertionError

    monkeypatch.setattr("quiz.cli.making.make", make)
    again = quiz("generate", "news", "-o", "banks")
    assert again.code == 1
    assert again.lines[-1] == "3 articles: 0 banks written, 2 up to date, 1 with nothing to ask."
    for changed in (["--seed", "1"], ["--count", "3"], ["--kind", "speaker"], ["--force"]):
        with pytest.raises(AssertionError):
            quiz("generate", "news", "-o", "banks", *changed)
    assert len(made) == 4


def test_a_bank_that_was_lost_or_whose_article_changed_is_made_again(quiz: Quiz, tmp_path: Path) -> None:
    first, second, _ = write_stories(tmp_path / "news", 3)
    quiz("generate", "news", "-o", "banks")
    (tmp_path / "banks" / f"{first.stem}.yaml").unlink()
    second.write_text(story(7), encoding="utf-8")
    said = quiz("generate", "news", "-o", "banks")
    assert said.lines[-1] == "3 articles: 1 bank written, 1 up to date, 1 failed."
    assert "banks/story-001.yaml exists and is different; --force makes it again." in said.lines[1]
    forced = quiz("generate", "news", "-o", "banks", "--force")
    assert forced.lines[-1] == "3 articles: 1 bank written, 2 up to date."


def test_a_bank_that_a_person_changed_is_kept(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 2)
    quiz("generate", "news", "-o", "banks")
    bank = tmp_path / "banks" / "story-000.yaml"
    bank.write_text(bank.read_text("utf-8").replace("title: ", "title: My "), encoding="utf-8")
    mine = bank.read_bytes()
    said = quiz("generate", "news", "-o", "banks")
    assert said.code == 1
    assert said.lines[0] == "quiz: banks/story-000.yaml exists and is different; --force makes it again."
    assert bank.read_bytes() == mine


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\0nonsense\n\n x", b"a b c\n" * 50])
def test_a_memory_that_is_lost_or_damaged_costs_time_only(quiz: Quiz, tmp_path: Path, damage: bytes) -> None:
    write_stories(tmp_path / "news", 2)
    quiz("generate", "news", "-o", "banks")
    before = contents(tmp_path / "banks")
    (tmp_path / "home" / "cache" / "made.txt").write_bytes(damage)
    said = quiz("generate", "news", "-o", "banks")
    assert said.lines[-1] == "2 articles: 0 banks written, 2 up to date."
    assert contents(tmp_path / "banks") == before


def test_a_folder_that_cannot_be_made_gets_one_sentence(quiz: Quiz, tmp_path: Path) -> None:
    from quiz.bank.files import SaveError

    write_stories(tmp_path / "news", 2)
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(SaveError, match=r"taken/banks cannot be made: not a directory\.$"):
        quiz("generate", "news", "-o", "taken/banks")


def test_inspect_takes_folders_and_keeps_their_order(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 2)
    titles = [reading["title"] for reading in json.loads(quiz("inspect", "news", "--json").printed)]
    assert titles == ["The bridge of Ostmole has to wait", "The ferry of Ostmole has to wait"]


@web
def test_a_web_page_in_a_file_is_kept_as_text_beside_its_bank(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "The Bridge.html").write_text(PAGE, encoding="utf-8")
    assert quiz("generate", "pages/The Bridge.html").code == 2
    assert quiz("generate", "pages", "-o", "pages").code == 0
    opened = open_bank(tmp_path / "pages" / "the-bridge.yaml")
    assert opened.article is not None
    assert opened.article.outlet == "The Ostmole Courier"
    assert opened.bank.article is not None
    assert opened.bank.article.file == "the-bridge.md"
    again = quiz("generate", "pages", "-o", "pages")
    assert again.lines[-1] == "1 article: 0 banks written, 1 up to date."


@web
def test_a_page_that_changed_replaces_bank_and_text_only_when_forced(quiz: Quiz, tmp_path: Path) -> None:
    page = tmp_path / "bridge.html"
    page.write_text(PAGE, encoding="utf-8")
    quiz("generate", page, "-o", "bridge.yaml")
    before = (tmp_path / "bridge.md").read_bytes()
    page.write_text(PAGE.replace("four bridges", "five bridges"), encoding="utf-8")
    refused = quiz("generate", page, "-o", "bridge.yaml")
    assert refused.code == 1
    assert "the page has changed; --force replaces both" in refused.lines[-1]
    assert (tmp_path / "bridge.md").read_bytes() == before
    assert quiz("generate", page, "-o", "bridge.yaml", "--force").code == 0
    assert open_bank(tmp_path / "bridge.yaml").article is not None


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address of a server of this computer with one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "bridge.html").write_text(PAGE, encoding="utf-8")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    handler = functools.partial(Quiet, directory=str(tmp_path / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@web
def test_a_page_of_the_web_is_fetched_and_its_address_kept(quiz: Quiz, tmp_path: Path, site: str) -> None:
    refused = quiz("generate", f"{site}/bridge.html", "-o", "banks")
    assert refused.code == 1
    assert "--allow-local" in refused.lines[-1]
    done = quiz("generate", f"{site}/bridge.html", f"{site}/gone.html", "-o", "banks", "--allow-local")
    assert done.code == 1
    assert "404, not found" in done.lines[1]
    opened = open_bank(tmp_path / "banks" / "bridge.yaml")
    assert opened.article is not None
    assert opened.article.url == f"{site}/bridge.html"
    data = json.loads(quiz("inspect", f"{site}/bridge.html", "--json", "--allow-local").printed)
    assert data["title"] == "The bridge that moved"


def command(home: Path, *arguments: str | Path, **more: str) -> tuple[list[str], dict[str, str]]:
    return (
        [sys.executable, "-m", "quiz", *map(str, arguments)],
        {**os.environ, "QUIZ_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more},
    )


def test_the_banks_are_the_same_bytes_however_many_processes_make_them(tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 4)
    (tmp_path / "news" / "empty.txt").write_bytes(b"")
    told = []
    for jobs, seed in (("1", "0"), ("2", "2")):
        arguments, environment = command(
            tmp_path / jobs,
            *("generate", tmp_path / "news", "-o", tmp_path / jobs / "banks", "--jobs", jobs),
            PYTHONHASHSEED=seed,
        )
        done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", env=environment)
        assert done.returncode == 1
        told.append(done.stderr.replace(str(tmp_path / jobs), ""))
    assert told[0] == told[1]
    assert told[0].splitlines()[-1] == "5 articles: 4 banks written, 1 failed."
    assert contents(tmp_path / "1" / "banks") == contents(tmp_path / "2" / "banks")


def test_the_banks_are_the_same_bytes_in_whatever_order_the_articles_are_read(
    quiz: Quiz, tmp_path: Path
) -> None:
    names = ["court_story", "one_surname", "press_release", "wire_brief"]
    texts = [ROOT / "tests" / "generate" / "golden" / f"{name}.txt" for name in names]
    for order, folder in ((texts, "there"), (texts[::-1], "back")):
        assert quiz("generate", *order, "-o", folder).code == 0
    assert len(banks(tmp_path / "there")) == 4
    assert contents(tmp_path / "there") == contents(tmp_path / "back")


@pytest.mark.parametrize("command_name", ["generate", "inspect"])
def test_where_the_parser_is_missing_it_is_said_once_and_the_rules_read_alone(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command_name: str
) -> None:
    monkeypatch.setattr(parser, "installed_model", lambda: None)
    texts = [SEED, ROOT / "tests" / "generate" / "golden" / "wire_brief.txt"]
    target = ["-o", tmp_path / "banks", "--jobs", "1"] if command_name == "generate" else []
    said = quiz(command_name, *texts, *target)
    assert said.code == 0
    assert [line for line in said.lines if "rules alone" in line and ".[nlp]" in line] == said.lines[:1]
    if target:
        bank = open_bank(tmp_path / "banks" / "who-inside-ice-is-leaking.yaml").bank
        assert len({question.kind for question in bank.questions}) >= 5
        assert all(
            "parser" not in question.derivation.witnesses
            for question in bank.questions
            if question.derivation
        )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_ctrl_c_every_bank_is_whole_and_the_same_command_goes_on(tmp_path: Path, jobs: str) -> None:
    write_stories(tmp_path / "news", 16)
    folder = tmp_path / "banks"
    arguments, environment = command(
        tmp_path / "home", "generate", tmp_path / "news", "-o", folder, "--jobs", jobs
    )
    running = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    )
    assert running.stderr is not None
    for _ in range(3):
        assert "Wrote" in running.stderr.readline()
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    said = running.stderr.read().splitlines()
    assert running.wait() == 130
    done = len(banks(folder))
    assert 3 <= done < 16
    assert said[-1] == f"Stopped: {done} of 16 articles done; the same command goes on where it stopped."
    assert all("Wrote" in line for line in said[:-1])
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]
    for name in banks(folder):
        assert open_bank(folder / name).article is not None
    again = subprocess.run(
        [*arguments[:-1], "1"], capture_output=True, text=True, encoding="utf-8", env=environment
    )
    assert again.returncode == 0
    assert again.stderr.splitlines()[-1] == f"16 articles: {16 - done} banks written, {done} up to date."


def test_a_process_that_dies_is_said_and_leaves_whole_banks(tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 40)
    arguments, environment = command(
        tmp_path / "home", "generate", tmp_path / "news", "-o", tmp_path / "banks", "--jobs", "2"
    )
    running = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
        start_new_session=True,
    )
    assert running.stderr is not None
    assert "Wrote" in running.stderr.readline()
    workers = [pid for pid in children(running.pid) if "spawn_main" in command_line(pid)]
    if not workers:
        running.kill()
        pytest.skip("processes are not listed here")
    os.kill(workers[0], signal.SIGKILL)
    said = running.stderr.read().splitlines()
    assert running.wait() == 1
    assert said[-1].startswith("quiz: a process that made banks was ended from outside")
    assert not any("Traceback" in line for line in said)


def children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


def command_line(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_bytes().decode()


def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 12)
    (tmp_path / "news" / "empty.txt").write_bytes(b"")
    with terminal(
        "generate", tmp_path / "news", "-o", tmp_path / "banks", home=tmp_path / "home", columns=100
    ) as opened:
        opened.wait_for("of 13")
        opened.wait_for("left")
        end = opened.wait_for("13 articles: 12 banks written, 1 failed.")
        assert "empty.txt is empty." in end.replace("\n", "")  # a long path makes the line wrap
        assert "━" not in end
        assert "Wrote" not in end
        assert os.waitstatus_to_exitcode(opened.wait()) == 1


def test_the_bar_says_count_rate_and_time_left_and_fits() -> None:
    assert progress_line(0, 4, 0, 80) == "─" * 30 + " 0 of 4"
    assert progress_line(1, 4, 2, 80) == "━" * 7 + "─" * 23 + " 1 of 4 · 30 a minute · 0:06 left"
    assert progress_line(300, 9000, 10, 80).endswith(" 300 of 9000 · 30.0 a second · 4:50 left")
    assert progress_line(10, 1000, 1000, 80).endswith(" 27:30:00 left")
    for columns in (1, 10, 20, 40):
        assert len(progress_line(300, 9000, 10, columns)) < columns


def test_jobs_are_a_number_or_auto(quiz: Quiz, tmp_path: Path) -> None:
    write_stories(tmp_path / "news", 1)
    for jobs in ("-1", "many", "1000", "²"):
        assert quiz("generate", "news", "-o", "banks", "--jobs", jobs).code == 2
    for jobs in ("0", "auto", "1"):
        assert quiz("generate", "news", "-o", "banks", "--jobs", jobs).code == 0
