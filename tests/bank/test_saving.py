"""Saving a bank: whole or not at all, and never over somebody else's change."""

import errno
import os
from pathlib import Path

import pytest

from quiz.bank.files import SaveError, load_bank, render_bank, save_bank
from tests.bank.samples import BANK, bank


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_new_bank_is_written(tmp_path: Path) -> None:
    save_bank(tmp_path / "b.yaml", bank(), replaces=None)
    assert only_file(tmp_path).read_text(encoding="utf-8") == render_bank(bank())


def test_a_bank_read_and_unchanged_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BANK.replace("\n", "\r\n").encode())
    save_bank(path, BANK, replaces=load_bank(path).text)
    assert only_file(tmp_path).read_bytes() == BANK.encode()


def test_a_bank_that_exists_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("mine")
    with pytest.raises(SaveError, match=f"^{path} exists already and was not overwritten.$"):
        save_bank(path, BANK, replaces=None)
    assert only_file(tmp_path).read_text() == "mine"


def test_a_bank_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("theirs")
    with pytest.raises(
        SaveError, match=f"^{path} has changed since it was read, so it was not overwritten.$"
    ):
        save_bank(path, BANK, replaces="mine")
    assert only_file(tmp_path).read_text() == "theirs"


def test_a_bank_that_was_removed_meanwhile_is_not_brought_back(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="was removed since it was read"):
        save_bank(tmp_path / "b.yaml", BANK, replaces="mine")
    assert not list(tmp_path.iterdir())


def test_overwriting_needs_to_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xff not even text")
    save_bank(path, BANK, replaces=None, overwrite=True)
    assert only_file(tmp_path).read_text() == BANK


def test_the_mode_of_the_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("x")
    path.chmod(0o640)
    save_bank(path, BANK, replaces="x")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.yaml", tmp_path / "link.yaml"
    target.write_text("x")
    link.symlink_to(target)
    save_bank(link, BANK, replaces="x")
    assert link.is_symlink()
    assert target.read_text() == BANK


def test_somebody_who_takes_the_name_at_the_last_moment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.yaml"
    link = os.link

    def late(source: Path, target: Path) -> None:
        path.write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(SaveError, match="exists already"):
        save_bank(path, BANK, replaces=None)
    assert only_file(tmp_path).read_text() == "theirs"


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    save_bank(tmp_path / "b.yaml", BANK, replaces=None)
    assert only_file(tmp_path).read_text() == BANK


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "b.yaml"
    path.write_text("x")
    monkeypatch.setattr(os, name, full)
    with pytest.raises(SaveError, match=f"^{path} cannot be written: no space left on device.$"):
        save_bank(path, BANK, replaces="x")
    assert only_file(tmp_path).read_text() == "x"


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="does not exist"):
        save_bank(tmp_path / "none" / "b.yaml", BANK, replaces=None)


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is a directory"):
        save_bank(tmp_path, BANK, replaces=None, overwrite=True)


def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(SaveError, match="cannot be written: permission denied"):
        save_bank(folder / "b.yaml", BANK, replaces=None)
    folder.chmod(0o700)
