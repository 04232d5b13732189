"""`quiz edit`: a bank in the author's own editor, checked when it is saved, replaced only as they say."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from quiz import paths
from quiz.amounts import counted
from quiz.bank.authoring.keeping import MARK, has_mark
from quiz.bank.authoring.working_copy import WorkingCopy, base_of, begin, copies_of, take_over
from quiz.bank.check.configuration import Configuration, ConfigurationError, Wanted, configuration_for
from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.formats import render
from quiz.bank.check.linting import Checked, check_text, problems_checked
from quiz.bank.files import BankError, SaveError, decode_bank, read_bank_text, save_bank
from quiz.cli.ink import coloured, may_colour
from quiz.cli.narrating import say, say_error
from quiz.editors import EditorError, chosen_editor, open_command, run_editor
from quiz.visible import visible

MOST_SHOWN = 3
"""Findings that are told in full: the first ones are mended first."""


def edit_bank(path: Path) -> int:
    """Let a person edit a bank; the exit code is 1 if it ends up with errors or could not be written."""
    editor = chosen_editor()
    text = read_bank_text(path)
    try:
        configuration = configuration_for(path.parent, Wanted(), paths.settings_file())
    except ConfigurationError as error:
        raise click.UsageError(visible(str(error))) from None
    data = path.read_bytes()
    if decode_bank(data, str(path)) != text:  # somebody writes to it this very moment
        raise SaveError(f"{path} is changing; try again.")
    copy = _left(path, data) or begin(path, data)
    return _Edit(path, text, copy, editor, configuration).run()


class _Edit:
    """One edit of one bank: the copy goes to the editor until its author is content with it."""

    def __init__(
        self,
        path: Path,
        before: str,
        copy: WorkingCopy,
        editor: tuple[str, ...],
        configuration: Configuration,
    ) -> None:
        self._path = path
        self._before = before
        self._copy = copy
        self._editor = editor
        self._configuration = configuration

    def run(self) -> int:
        """Edit, check and ask, until it is kept or left."""
        try:
            checked = self._checked()
            while True:
                self._open(checked)
                if self._copy.path.exists() and self._copy.unchanged:
                    self._copy.remove()
                    say(f"Nothing was changed in {self._path}.")
                    return 0
                checked = self._checked()
                answer = self._answer(checked)
                if answer == "r":
                    self._copy.remove()
                    say(f"{self._path} is as it was before.")
                    return 0
                if answer == "k":
                    return self._keep(checked)
        except (EditorError, SaveError) as error:
            say_error(error)
            self._say_where()
            return 1
        except (click.Abort, KeyboardInterrupt):
            click.echo("", err=True)
            self._say_where()
            return 130

    def _checked(self) -> Checked:
        """Check what the copy holds now, under the name of the bank."""
        label = str(self._path)
        try:
            text = read_bank_text(self._copy.path)
        except BankError as error:
            renamed = BankError(replace(problem, path=label) for problem in error.problems)
            return problems_checked(renamed, label, self._configuration.codes)
        return check_text(text, label, path=self._path, codes=self._configuration.codes)

    def _open(self, checked: Checked) -> None:
        first = self._first(checked)
        code = run_editor(
            open_command(self._editor, self._copy.path, first.line if first is not None else None)
        )
        if code:
            raise EditorError(f"The editor ended with code {code}, so {self._path} was left as it was.")

    def _answer(self, checked: Checked) -> str:
        """Decide what becomes of the copy: e, edit again; k, keep it; r, restore what was before."""
        first = self._first(checked)
        if first is None:
            return "k"
        self._tell(checked)
        errors = _errors(checked)
        if not sys.stdin.isatty():
            if errors:
                raise SaveError(f"{self._path} was left as it was, because what was written has errors.")
            return "k"
        readable = bool(checked.text) or not errors  # bytes that are no text cannot become a bank
        choices = ["e", "k", "r"] if readable else ["e", "r"]
        offered = {
            "e": f"e edit again at line {first.line}",
            "k": "k keep it as it is",
            "r": "r restore what was before",
        }
        say(", ".join(offered[choice] for choice in choices))
        default = "e" if errors else "k"
        answer: str = click.prompt(
            "What now?", type=click.Choice(choices, case_sensitive=False), default=default, err=True
        )
        return answer.lower()

    def _keep(self, checked: Checked) -> int:
        mark = MARK if has_mark(self._copy.path) else ""
        save_bank(self._path, mark + checked.text, replaces=self._before)
        self._copy.remove()
        say(f"Saved {self._path}: {_summed_up(checked)}.")
        return 1 if _errors(checked) else 0

    def _tell(self, checked: Checked) -> None:
        """Say the first findings in full, and how many there are."""
        counting = [one for one in checked.diagnostics if self._counts(one)]
        counting.sort(key=lambda one: one.level != "error")
        shown = replace(checked, diagnostics=tuple(counting[:MOST_SHOWN]))
        paint = coloured if may_colour() else _plain
        click.echo(render("text", [shown], paint), err=True)
        click.echo("", err=True)
        more = f"; these are the first {MOST_SHOWN}" if len(counting) > MOST_SHOWN else ""
        say(f"{_summed_up(checked).capitalize()}{more}.")

    def _first(self, checked: Checked) -> Diagnostic | None:
        """Find where to begin: the first error, or else the first thing that counts."""
        counting = [one for one in checked.diagnostics if self._counts(one)]
        return next((one for one in counting if one.level == "error"), counting[0] if counting else None)

    def _counts(self, one: Diagnostic) -> bool:
        return one.level != "info" or self._configuration.strict

    def _say_where(self) -> None:
        if not self._copy.path.exists():
            return
        if self._copy.unchanged:
            self._copy.remove()
            return
        say(f"What you wrote is in {self._copy.path}; the next “quiz edit {self._path}” offers it.")


def _left(path: Path, data: bytes) -> WorkingCopy | None:
    """Find a copy that an edit left behind and that its author wants to go on with."""
    for copy in copies_of(path):
        if copy.alive:
            raise SaveError(f"{path} is being edited already, by process {copy.process}.")
        if copy.unchanged or copy.path.read_bytes() == data:  # not begun yet, or ended right after saving
            copy.remove()
            continue
        since = "" if copy.base == base_of(data) else ", and the bank has changed since"
        told = f"An edit of {path} on {copy.saved:%Y-%m-%d at %H:%M} was not finished{since}."
        if not sys.stdin.isatty():
            raise SaveError(f"{told} What was written then is in {copy.path}: move it away, or remove it.")
        say(told)
        say("g go on with it, f forget it, q quit")
        answer = click.prompt(
            "What now?", type=click.Choice(["g", "f", "q"], case_sensitive=False), default="g", err=True
        ).lower()
        if answer == "q":
            raise click.Abort
        if answer == "g":
            return take_over(copy, path, data)
        copy.remove()
    return None


def _errors(checked: Checked) -> int:
    return sum(one.level == "error" for one in checked.diagnostics)


def _summed_up(checked: Checked) -> str:
    parts = [
        counted(count, name)
        for level, name in (("error", "error"), ("warning", "warning"), ("info", "hint"))
        if (count := sum(one.level == level for one in checked.diagnostics))
    ]
    return ", ".join(parts) or "nothing found"


def _plain(text: str, role: str) -> str:
    return text
