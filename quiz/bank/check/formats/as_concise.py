"""One line to a diagnostic, as compilers and editors know it."""

from collections.abc import Sequence

from quiz.bank.check.formats import Paint, diagnostics_of
from quiz.bank.check.linting import Checked
from quiz.visible import one_line


def render(checked: Sequence[Checked], paint: Paint) -> str:
    """Write ``file:line:column: CODE message``."""
    return "\n".join(
        f"{one_line(one.file)}:{one.line}:{one.column}: {paint(one.code, one.level)} {one_line(one.message)}"
        for one in diagnostics_of(checked)
    )
