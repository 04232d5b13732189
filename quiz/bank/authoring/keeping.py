"""Putting a changed text back where a bank was read, with the byte order mark it may have had."""

from pathlib import Path

from quiz.bank.saving import save_bank

MARK = "\ufeff"


def has_mark(path: Path) -> bool:
    """Whether a file begins with a byte order mark."""
    try:
        with path.open("rb") as file:
            return file.read(3) == MARK.encode()
    except OSError:
        return False


def put_back(path: Path, text: str, *, replaces: str) -> None:
    """Write ``text`` where ``replaces`` was read. Raises SaveError if something else is there by now."""
    save_bank(path, (MARK if has_mark(path) else "") + text, replaces=replaces)
