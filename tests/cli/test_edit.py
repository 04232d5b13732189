"""`quiz edit` with an editor that writes what a test tells it to."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.editors import EditorError, chosen_editor, open_command
from tests.bank.check.samples import BROKEN, CLEAN, PLAIN, write_article
from tests.cli.conftest import Run
from tests.cli.lines import Lines, at_terminal

SCRIPT = """\
#!/bin/sh
# Note how it was called, then put the next prepared text into the file, if there is one.
echo "$@" >> "{folder}/calls"
count=$(wc -l < "{folder}/calls" | tr -d ' ')
for file; do :; done
if [ -f "{folder}/$count" ]; then cat "{folder}/$count" > "$file"; fi
touch "{folder}/open"
while [ -f "{folder}/hold" ]; do sleep 0.05; done
rm -f "{folder}/open"
if [ -f "{folder}/$count.sh" ]; then . "{folder}/$count.sh"; fi
exit $(cat "{folder}/code" 2>/dev/null || echo 0)
"""
ERROR = BROKEN["unknown-kind"]
WARNING = BROKEN["plain-negative"]
HINT = BROKEN["not-anchored"]


class Editor:
    """An editor called like a known one, that saves one prepared text at each call."""

    def __init__(self, folder: Path, name: str = "nano") -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.path = folder / name
        self.path.write_text(SCRIPT.format(folder=folder), encoding="utf-8")
        self.path.chmod(0o755)

    def will_save(self, *texts: str | bytes | None) -> None:
        for number, text in enumerate(texts, start=1):
            if text is not None:
                data = text.encode() if isinstance(text, str) else text
                (self.folder / str(number)).write_bytes(data)

    def then_runs(self, number: int, commands: str) -> None:
        (self.folder / f"{number}.sh").write_text(commands, encoding="utf-8")

    def ends_with(self, code: int) -> None:
        (self.folder / "code").write_text(str(code), encoding="ascii")

    def hold(self) -> None:
        (self.folder / "hold").touch()

    def let_go(self) -> None:
        (self.folder / "hold").unlink()

    def wait_until_open(self) -> None:
        deadline = time.monotonic() + 20
        while not (self.folder / "open").exists():
            assert time.monotonic() < deadline, "the editor was never opened"
            time.sleep(0.02)

    @property
    def calls(self) -> list[list[str]]:
        return [line.split() for line in (self.folder / "calls").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(tmp_path / "editor")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A clean bank in a library."""
    (tmp_path / "banks").mkdir()
    write_article(tmp_path / "banks")
    path = tmp_path / "banks" / "bank.yaml"
    path.write_bytes(PLAIN.encode())
    return path


def beside(bank: Path) -> list[str]:
    """Everything in the folder of the bank but the bank."""
    return sorted(path.name for path in bank.parent.iterdir() if path != bank)


def edited(bank: Path, editor: Editor, answers: Sequence[str] = ()) -> Lines:
    """Edit a bank at a terminal, answering what is asked."""
    with at_terminal(
        "edit", bank, cwd=bank.parent, home=bank.parent.parent / "home", EDITOR=str(editor.path)
    ) as shown:
        said = "".join(shown.answer("]: ", answer) for answer in answers)
        shown.text = said + shown.end()
        return shown


def test_a_good_change_is_saved_without_a_question(bank: Path, editor: Editor) -> None:
    editor.will_save(PLAIN.replace("The bridge of Ostmole", "The bridge moved"))
    shown = edited(bank, editor)
    assert (shown.code, shown.text) == (0, f"Saved {bank}: nothing found.\n")
    assert "title: The bridge moved" in bank.read_text(encoding="utf-8")
    assert beside(bank) == []
    ((name,),) = editor.calls
    assert Path(name).parent == bank.parent
    assert name.endswith(".yaml")


def test_hints_are_counted_and_not_asked_about(bank: Path, editor: Editor) -> None:
    editor.will_save(HINT)
    shown = edited(bank, editor)
    assert (shown.code, shown.text) == (0, f"Saved {bank}: 1 hint.\n")


def test_hints_are_asked_about_where_the_folder_is_strict(bank: Path, editor: Editor) -> None:
    (bank.parent / "quiz-check.toml").write_text("strict = true\n", encoding="utf-8")
    editor.will_save(HINT)
    shown = edited(bank, editor, ["r"])
    assert "k keep it as it is" in shown.text
    assert bank.read_text(encoding="utf-8") == PLAIN


def test_nothing_changed_is_said(bank: Path, editor: Editor) -> None:
    shown = edited(bank, editor)
    assert (shown.code, shown.text) == (0, f"Nothing was changed in {bank}.\n")
    assert beside(bank) == []


def test_the_editor_opens_at_the_first_error_and_again_after_what_was_saved(
    bank: Path, editor: Editor
) -> None:
    bank.write_text(WARNING.replace("kind: speaker", "kind: speakr"), encoding="utf-8")
    editor.will_save(ERROR, PLAIN)
    shown = edited(bank, editor, ["e"])
    assert shown.code == 0
    assert [call[:-1] for call in editor.calls] == [["+12"], ["+26"]]
    assert f"{bank}:26:11: F013 error: unknown kind “nubmer”" in shown.text
    assert "e edit again at line 26, k keep it as it is, r restore what was before" in shown.text
    assert bank.read_text(encoding="utf-8") == PLAIN


def test_an_error_may_be_kept(bank: Path, editor: Editor) -> None:
    editor.will_save(ERROR)
    shown = edited(bank, editor, ["k"])
    assert shown.code == 1
    assert shown.text.endswith(f"Saved {bank}: 1 error.\n")
    assert bank.read_text(encoding="utf-8") == ERROR
    assert beside(bank) == []


def test_what_was_before_may_be_restored(bank: Path, editor: Editor) -> None:
    editor.will_save(ERROR)
    shown = edited(bank, editor, ["r"])
    assert shown.code == 0
    assert bank.read_text(encoding="utf-8") == PLAIN
    assert beside(bank) == []


def test_only_enter_edits_an_error_again_and_keeps_a_warning(bank: Path, editor: Editor) -> None:
    editor.will_save(ERROR, WARNING)
    shown = edited(bank, editor, ["", ""])
    assert shown.code == 0
    assert len(editor.calls) == 2
    assert bank.read_text(encoding="utf-8") == WARNING


def test_a_wrong_answer_is_asked_again(bank: Path, editor: Editor) -> None:
    editor.will_save(ERROR)
    shown = edited(bank, editor, ["x", "K"])
    assert shown.code == 1
    assert bank.read_text(encoding="utf-8") == ERROR


def test_what_is_no_text_cannot_be_kept(bank: Path, editor: Editor) -> None:
    editor.will_save(b"version: 1\ntitle: \xff\n")
    shown = edited(bank, editor, ["k", "r"])
    assert "the byte 0xFF here is not UTF-8" in shown.text
    assert "k keep" not in shown.text
    assert bank.read_text(encoding="utf-8") == PLAIN


def test_many_findings_are_counted_and_the_first_are_shown(bank: Path, editor: Editor) -> None:
    editor.will_save(PLAIN.replace("text:", "txet:"))
    shown = edited(bank, editor, ["r"])
    assert shown.text.count("F") >= 3
    assert "; these are the first 3." in shown.text


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
def test_whoever_stops_answering_finds_what_was_written_the_next_time(
    bank: Path, editor: Editor, keys: str
) -> None:
    editor.will_save(ERROR)
    with at_terminal("edit", bank, cwd=bank.parent, home=bank.parent, EDITOR=str(editor.path)) as shown:
        shown.wait_for("]: ")
        shown.interrupt(keys)
        said = shown.end()
        assert shown.code == 130
    (copy,) = beside(bank)
    assert f"What you wrote is in {bank.parent / copy}" in said
    assert (bank.parent / copy).read_text(encoding="utf-8") == ERROR
    assert bank.read_text(encoding="utf-8") == PLAIN


def test_killed_nothing_is_lost_and_the_next_edit_goes_on(bank: Path, editor: Editor) -> None:
    editor.will_save(ERROR, PLAIN.replace("The bridge of", "The old bridge of"))
    editor.hold()
    with at_terminal("edit", bank, cwd=bank.parent, home=bank.parent, EDITOR=str(editor.path)) as shown:
        editor.wait_until_open()
        shown.kill()
    assert bank.read_text(encoding="utf-8") == PLAIN
    assert [(bank.parent / name).read_text(encoding="utf-8") for name in beside(bank)] == [ERROR]
    editor.let_go()
    shown = edited(bank, editor, ["g"])
    assert shown.code == 0
    assert "was not finished." in shown.text
    assert editor.calls[1][0] == "+26"
    assert "title: The old bridge of Ostmole" in bank.read_text(encoding="utf-8")
    assert beside(bank) == []


def test_what_was_left_may_be_forgotten_or_left_for_later(bank: Path, editor: Editor) -> None:
    left = bank.with_name(".bank.0123456789ab.999999999.editing.yaml")
    left.write_text(ERROR, encoding="utf-8")
    shown = edited(bank, editor, ["q"])
    assert "and the bank has changed since" in shown.text
    assert shown.code == 130
    assert left.read_text(encoding="utf-8") == ERROR
    shown = edited(bank, editor, ["f"])
    assert shown.code == 0
    assert beside(bank) == []


def test_a_copy_that_was_saved_already_is_not_asked_about(bank: Path, editor: Editor) -> None:
    bank.with_name(".bank.0123456789ab.999999999.editing.yaml").write_text(PLAIN, encoding="utf-8")
    shown = edited(bank, editor)
    assert (shown.code, shown.text) == (0, f"Nothing was changed in {bank}.\n")
    assert beside(bank) == []


def test_a_bank_that_somebody_edits_is_not_edited_a_second_time(bank: Path, editor: Editor, run: Run) -> None:
    editor.hold()
    with at_terminal("edit", bank, cwd=bank.parent, home=bank.parent, EDITOR=str(editor.path)) as shown:
        editor.wait_until_open()
        done = run("edit", bank, EDITOR=str(editor.path))
        assert done.returncode == 1
        assert f"is being edited already, by process {shown.process}." in done.stderr
        editor.let_go()
        shown.end()
    assert len(editor.calls) == 1


def test_a_bank_that_changed_meanwhile_is_not_overwritten(bank: Path, editor: Editor) -> None:
    editor.will_save(WARNING)
    editor.then_runs(1, f'echo "# mine" >> "{bank}"\n')
    shown = edited(bank, editor, ["k"])
    assert shown.code == 1
    assert "has changed since it was read, so it was not overwritten." in shown.text
    assert bank.read_text(encoding="utf-8") == PLAIN + "# mine\n"
    (copy,) = beside(bank)
    assert (bank.parent / copy).read_text(encoding="utf-8") == WARNING


def test_an_editor_that_fails_changes_nothing(bank: Path, editor: Editor) -> None:
    editor.ends_with(3)
    shown = edited(bank, editor)
    assert shown.code == 1
    assert "The editor ended with code 3" in shown.text
    assert beside(bank) == []
    editor.will_save(None, ERROR)
    shown = edited(bank, editor)
    assert "What you wrote is in " in shown.text
    assert bank.read_text(encoding="utf-8") == PLAIN
    assert len(beside(bank)) == 1


def test_ctrl_c_belongs_to_the_editor(bank: Path, editor: Editor) -> None:
    editor.will_save(WARNING)
    editor.hold()
    with at_terminal("edit", bank, cwd=bank.parent, home=bank.parent, EDITOR=str(editor.path)) as shown:
        editor.wait_until_open()
        os.kill(shown.process, signal.SIGINT)
        editor.let_go()
        shown.answer("]: ", "k")
        shown.end()
        assert shown.code == 0


def test_line_ends_permissions_and_a_byte_order_mark_are_the_authors(bank: Path, editor: Editor) -> None:
    written = b"\xef\xbb\xbf" + CLEAN["windows-line-ends"].encode()
    bank.write_bytes(written)
    bank.chmod(0o640)
    changed = written.replace(b"Ostmole\r\n", b"Ostmole!\r\n")
    editor.will_save(changed)
    shown = edited(bank, editor)
    assert shown.code == 0
    assert bank.read_bytes() == changed
    assert bank.stat().st_mode & 0o777 == 0o640


def test_without_a_terminal_errors_are_not_saved_and_warnings_are(
    bank: Path, editor: Editor, run: Run
) -> None:
    editor.will_save(ERROR)
    done = run("edit", bank, EDITOR=str(editor.path))
    assert done.returncode == 1
    assert "because what was written has errors" in done.stderr
    assert bank.read_text(encoding="utf-8") == PLAIN
    (copy,) = beside(bank)
    done = run("edit", bank, EDITOR=str(editor.path))
    assert done.returncode == 1
    assert "was not finished" in done.stderr
    (bank.parent / copy).unlink()
    editor.will_save(None, WARNING)
    assert run("edit", bank, EDITOR=str(editor.path)).returncode == 0
    assert bank.read_text(encoding="utf-8") == WARNING


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        (
            {"EDITOR": "no-such-editor --fast"},
            "There is no editor “no-such-editor”, which the variable EDITOR",
        ),
        ({"VISUAL": "'", "EDITOR": "vi"}, "The variable VISUAL is no command: '"),
        ({"VISUAL": "", "EDITOR": " ", "PATH": "/nowhere"}, "No editor was found: set the variable EDITOR"),
    ],
)
def test_without_an_editor_one_sentence_says_so(
    run: Run, bank: Path, variables: dict[str, str], said: str
) -> None:
    done = run("edit", bank, **variables)
    assert done.returncode == 1
    assert done.stderr.startswith(f"quiz: {said}")
    assert len(done.stderr.splitlines()) == 1
    assert beside(bank) == []


def test_a_bank_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path, editor: Editor) -> None:
    done = run("edit", tmp_path / "none.yaml", EDITOR=str(editor.path))
    assert done.returncode == 1
    assert "the file does not exist" in done.stderr


@pytest.mark.parametrize(
    ("editor_", "opened"),
    [
        ("vi", ["vi", "+7", "a.yaml"]),
        ("/usr/bin/nvim -u NONE", ["/usr/bin/nvim", "-u", "NONE", "+7", "a.yaml"]),
        ("code", ["code", "--wait", "--goto", "a.yaml:7"]),
        ("code -w", ["code", "-w", "--goto", "a.yaml:7"]),
        ("gvim", ["gvim", "-f", "+7", "a.yaml"]),
        ("hx", ["hx", "a.yaml:7"]),
        ("unknown", ["unknown", "a.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor_: str, opened: list[str]) -> None:
    assert open_command(editor_.split(), Path("a.yaml"), 7) == opened
    assert open_command(editor_.split(), Path("a.yaml"), None)[-1] == "a.yaml"


def test_visual_goes_before_editor_and_a_usual_editor_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("one", "two", "vi"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", "one -x 'a b'")
    monkeypatch.setenv("EDITOR", "two")
    assert chosen_editor() == ("one", "-x", "a b")
    monkeypatch.delenv("VISUAL")
    assert chosen_editor() == ("two",)
    monkeypatch.delenv("EDITOR")
    assert chosen_editor() == ("vi",)
    (tmp_path / "vi").unlink()
    with pytest.raises(EditorError):
        chosen_editor()
