"""`quiz check`, `quiz rule` and `quiz schema`: what is checked, what is said, and how it ends."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from quiz import paths
from quiz.bank.check.configuration import ConfigurationError, Wanted, configuration_for
from quiz.bank.check.diagnostic import Diagnostic
from quiz.bank.check.finding_files import Meant, meant_banks
from quiz.bank.check.fixing import fix_text
from quiz.bank.check.formats import diagnostics_of, render
from quiz.bank.check.linting import Checked, check_text, problems_checked
from quiz.bank.check.played import Results
from quiz.bank.check.registry import FAMILIES, UnknownRuleError, every_rule, find_rule
from quiz.bank.check.rule import Rule
from quiz.bank.files import LARGEST_BYTES, SaveError, decode_bank, save_bank
from quiz.bank.problems import BankError
from quiz.cli.ink import coloured, may_colour
from quiz.cli.results import results_at_hand
from quiz.cli.shared_ids import shared_ids
from quiz.cli.width import report_width
from quiz.visible import one_line, visible, wrap

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What stands on the command line."""

    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool
    fix: bool
    statistics: bool
    exit_zero: bool


def check_banks(names: Sequence[str], wishes: Wishes) -> int:
    """Check every bank that is meant and print what was found; the exit code is 1 if something counts."""
    if wishes.statistics and wishes.form not in ("text", "concise"):
        raise click.UsageError(
            f"--statistics is a table for people; it does not go with --format {wishes.form}."
        )
    if wishes.fix and STDIN in names and len(names) > 1:
        raise click.UsageError("With --fix, “-” must be the only bank: standard output is its mended text.")
    with results_at_hand() as results:
        run = _Run(wishes, results)
        for name in dict.fromkeys(names):
            for meant in [_from_stdin()] if name == STDIN else meant_banks([name]):
                run.take(meant)
    run.report()
    return 1 if run.failed and not wishes.exit_zero else 0


class _Run:
    """One run over some banks: what was found, what was mended, and whether any of it counts."""

    def __init__(self, wishes: Wishes, results: Results) -> None:
        self.failed = False
        self._wishes = wishes
        self._results = results
        self._checked: list[Checked] = []
        self._seen: set[str] = set()
        self._mended = 0
        self._stdin_text: str | None = None
        self._from_command = Wanted(
            _codes(wishes.select), _codes(wishes.ignore), True if wishes.strict else None
        )

    def take(self, meant: Meant) -> None:
        """Check one bank, and mend it if that is wished."""
        identity = str(meant.path.resolve() if meant.path is not None else meant.name)
        if identity in self._seen:
            return
        self._seen.add(identity)
        folder = meant.path.parent if meant.path is not None else Path()
        try:
            configuration = configuration_for(folder, self._from_command, paths.settings_file())
        except (ConfigurationError, UnknownRuleError) as error:
            raise click.UsageError(visible(str(error))) from None
        if meant.error is not None:
            checked = problems_checked(meant.error, meant.name, configuration.codes)
        elif self._wishes.fix:
            checked = self._fix(meant, configuration.codes)
        else:
            checked = self._check(meant, configuration.codes)
        self._checked.append(checked)
        self.failed |= any(one.level == "error" or configuration.strict for one in checked.diagnostics)

    def report(self) -> None:
        """Print what was found on standard output, and the sum of it on standard error."""
        narrated = self._wishes.form in ("text", "concise")
        colour = narrated and may_colour()
        if self._wishes.statistics:
            text = _table(diagnostics_of(self._checked))
        else:
            paint = coloured if colour else _plain
            text = render(self._wishes.form, self._checked, paint, report_width())
        if self._stdin_text is not None:
            click.echo(self._stdin_text, nl=False)
            click.echo(text, err=True, nl=bool(text))
        elif text:
            click.echo(text)
        if narrated:
            if text:
                click.echo("", err=True)
            for line in self._sum():
                click.echo(line, err=True)

    def _check(self, meant: Meant, codes: frozenset[str]) -> Checked:
        return check_text(meant.text, meant.name, path=meant.path, codes=codes, results=self._results)

    def _fix(self, meant: Meant, codes: frozenset[str]) -> Checked:
        fixed = fix_text(meant.text, meant.name, path=meant.path, codes=codes, results=self._results)
        if meant.path is None:
            self._stdin_text = fixed.checked.text
        elif fixed.mended:
            try:
                mark = "\ufeff" if _has_mark(meant.path) else ""
                save_bank(meant.path, mark + fixed.checked.text, replaces=meant.text)
            except SaveError as error:
                self.failed = True
                click.echo(f"quiz: {visible(str(error))}", err=True)
                return self._check(meant, codes)
        self._mended += fixed.mended
        return fixed.checked

    def _sum(self) -> list[str]:
        found = diagnostics_of(self._checked)
        banks = _number(len(self._checked), "bank")
        questions = sum(one.questions for one in self._checked)
        lines = [*shared_ids((one.bank or "", one.file) for one in self._checked)]
        if self._mended:
            lines.append(f"Mended {_number(self._mended, 'finding')}.")
        if not found:
            return [*lines, f"Nothing found in {banks} with {_number(questions, 'question')}."]
        levels = Counter[str](one.level for one in found)
        parts = [
            _number(levels[level], name)
            for level, name in (("error", "error"), ("warning", "warning"), ("info", "hint"))
            if levels[level]
        ]
        lines.append(f"Found {_listed(parts)} in {banks} with {_number(questions, 'question')}.")
        flaws = Counter(
            (one.file, one.question) for one in found if one.question is not None and one.level != "info"
        )
        if several := sum(1 for times in flaws.values() if times > 1):
            they_are = "it is" if several == 1 else "they are"
            lines.append(
                f"{_number(several, 'question')} with two flaws or more: not acceptable as {they_are}."
            )
        if mendable := sum(1 for one in found if one.edits):
            lines.append(f"--fix mends {mendable} of them.")
        return lines


def list_rules() -> str:
    """Return every rule in one line, or as few as the width allows, by family."""
    width = report_width()
    name_width = max(len(rule.name) for rule in every_rule())
    lines: list[str] = []
    family = ""
    for rule in every_rule():
        if rule.code[0] != family:
            family = rule.code[0]
            lines += [*([""] if lines else []), FAMILIES[family]]
        before = f"  {rule.code}  {rule.level:<7}  {rule.name:<{name_width}}  "
        what = rule.what() if rule.default else f"{rule.what()} Runs only where it is selected."
        if width - len(before) < 24:
            lines += [before.rstrip(), *(f"      {line}" for line in wrap(what, width - 6))]
            continue
        first, *rest = wrap(what, width - len(before))
        lines += [before + first, *(" " * len(before) + line for line in rest)]
    return "\n".join(lines)


def explain_rule(code: str) -> str:
    """Say what a rule finds, why it matters, an example and its source. Raises click.UsageError."""
    try:
        rule = find_rule(code)
    except UnknownRuleError as error:
        raise click.UsageError(one_line(str(error))) from None
    return "\n".join(_explanation(rule, min(report_width(), 88)))


def _explanation(rule: type[Rule], width: int) -> list[str]:
    lines = [
        f"{rule.code} {rule.name} ({rule.level}, {FAMILIES[rule.code[0]]})",
        "",
        *wrap(rule.what(), width),
    ]
    lines += ["", "Why it matters to a player", *_indented(rule.why, width)]
    lines += ["", "Example", *(f"  {line}" for line in rule.example.split("\n"))]
    lines += ["", "Source", *_indented(rule.source, width), ""]
    if not rule.default:
        lines += [
            *wrap(f"It runs only where it is selected: quiz check --select {rule.code} BANK", width),
            "",
        ]
    return [*lines, f"In one line it is silenced by: # quiz: ignore[{rule.code}] reason"]


def _indented(text: str, width: int) -> list[str]:
    return [f"  {line}" for line in wrap(text, width - 2)]


def _table(found: Sequence[Diagnostic]) -> str:
    rules = {rule.code: rule for rule in every_rule()}
    mendable = {one.code for one in found if one.edits}
    counted = sorted(Counter(one.code for one in found).items(), key=lambda item: (-item[1], item[0]))
    return "\n".join(
        f"{times:>6}  {code}  {rules[code].level:<7}  {rules[code].name}"
        f"{' (--fix)' if code in mendable else ''}"
        for code, times in counted
    )


def _from_stdin() -> Meant:
    data = sys.stdin.buffer.read(LARGEST_BYTES + 1)
    try:
        return Meant(STDIN, None, decode_bank(data, STDIN))
    except BankError as error:
        return Meant(STDIN, None, "", error)


def _codes(written: Sequence[str]) -> tuple[str, ...] | None:
    codes = tuple(code for one in written for code in one.split(",") if code.strip())
    return codes or None


def _has_mark(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(3) == b"\xef\xbb\xbf"
    except OSError:
        return False


def _plain(text: str, role: str) -> str:
    return text


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
