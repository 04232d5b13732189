"""What holds for the linter whatever it is given; raises AssertionError where it does not."""

import json
from functools import cache
from pathlib import Path

from quiz.bank.check import every_rule
from quiz.bank.check.fixing import fix_text
from quiz.bank.check.formats import FORMATS, render
from quiz.bank.check.linting import Checked, check_text


@cache
def all_codes() -> frozenset[str]:
    return frozenset(rule.code for rule in every_rule())


def plain(text: str, role: str) -> str:
    return text


def check_laws(text: str, place: Path) -> Checked:
    """Check a bank with every rule: nothing raises, every place is in the file, mending ends."""
    checked = check_text(text, "bank.yaml", path=place, codes=all_codes())
    ends = [len(line) for line in checked.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    for one in checked.diagnostics:
        assert 1 <= one.line <= one.end_line <= len(ends), one
        assert 1 <= one.column <= ends[one.line - 1] + 2, one
        assert 1 <= one.end_column <= ends[one.end_line - 1] + 2, one
        assert (one.line, one.column) <= (one.end_line, one.end_column), one
        assert one.message and "\n" not in one.message and not one.message.endswith("."), one
        assert one.why, one
        for edit in one.edits:
            assert 0 <= edit.start <= edit.end <= len(checked.text), one
    for form in FORMATS:
        written = render(form, [checked], plain)
        assert "\x1b" not in written
        if form in ("json", "sarif"):
            json.loads(written)
    fixed = fix_text(text, "bank.yaml", path=place, codes=all_codes())
    again = fix_text(fixed.checked.text, "bank.yaml", path=place, codes=all_codes())
    assert again.checked.text == fixed.checked.text, (text, fixed.checked.text, again.checked.text)
    if not fixed.mended:
        assert fixed.checked.text == checked.text
    return checked
