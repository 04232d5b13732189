"""How wide a report may be: the terminal, or a page when there is none."""

import sys

PAGE = 100
NARROWEST = 40
ANY = 10_000


def table_width() -> int:
    """Return columns as `report_width` does, but any number in a pipe: there, a line is a row."""
    return report_width() if sys.stdout.isatty() else ANY


def report_width() -> int:
    """Return columns: those of the terminal on standard output, or a page's in a pipe."""
    if not sys.stdout.isatty():
        return PAGE
    import shutil  # here, because a pipe does not need it

    return max(NARROWEST, shutil.get_terminal_size((PAGE, 24)).columns)
