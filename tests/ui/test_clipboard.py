"""Copying says honestly whether it could."""

import os
import stat
from pathlib import Path

import pytest
from textual.app import App

from quiz.ui.clipboard import copy


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SSH_CONNECTION", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


async def test_without_a_clipboard_program_the_terminal_is_asked_and_that_is_said() -> None:
    app: App[None] = App()
    async with app.run_test():
        assert copy(app, "text", "The question") == (
            "The question was sent to the terminal's clipboard; not every terminal takes it."
        )
        assert app.clipboard == "text"


async def test_a_clipboard_program_gets_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin", "wl-copy", f"cat > '{tmp_path}/copied'")
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    app: App[None] = App()
    async with app.run_test():
        assert copy(app, "“Äpfel” $(x)", "The question") == "The question is on the clipboard."
    assert (tmp_path / "copied").read_text(encoding="utf-8") == "“Äpfel” $(x)"


@pytest.mark.parametrize("reason", ["fails", "remote"])
async def test_a_program_that_fails_or_is_on_the_wrong_desktop_is_no_clipboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    program(tmp_path / "bin", "wl-copy", "exit 1" if reason == "fails" else "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    if reason == "remote":
        monkeypatch.setenv("SSH_CONNECTION", "1.2.3.4 5 6.7.8.9 22")
    app: App[None] = App()
    async with app.run_test():
        assert "terminal's clipboard" in copy(app, "text", "It")
        assert app.clipboard == "text"
