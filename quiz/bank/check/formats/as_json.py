"""A JSON list of all diagnostics, for programs."""

import json
from collections.abc import Sequence

from quiz.bank.check.formats import Paint, diagnostics_of
from quiz.bank.check.linting import Checked

FIELDS = ("code", "level", "file", "line", "column", "end_line", "end_column", "message", "help")


def render(checked: Sequence[Checked], paint: Paint) -> str:
    """Write the list; lines and columns count from 1, the end is exclusive."""
    rows = [{name: getattr(one, name) for name in FIELDS} for one in diagnostics_of(checked)]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    # A file name may hold bytes that are no characters; JSON has an escape for them.
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text)
