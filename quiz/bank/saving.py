"""Writing a bank: whole or not at all, and never over somebody else's change."""

import contextlib
import os
from pathlib import Path

from quiz.bank.model import Bank
from quiz.bank.rendering import render_bank
from quiz.errors import QuizError
from quiz.writing import sync_folder, temporary_beside, write_synced


class SaveError(QuizError):
    """A bank cannot be written; the message is one sentence for the user. The file is as it was."""


def save_bank(path: Path, content: str | Bank, *, replaces: str | None, overwrite: bool = False) -> None:
    """Write ``content``, a bank or YAML text, to ``path`` in one step.

    ``replaces`` is the text of the file as it was read, such as ``BankFile.text``; None says that the
    file must be new. If the file is something else by now, SaveError is raised and nothing is written.
    ``overwrite`` replaces whatever is there: only for a person's explicit wish. Also raises SaveError
    when the disk is full or the folder may not be written; no temporary file stays behind.
    """
    data = (content if isinstance(content, str) else render_bank(content)).encode("utf-8")
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise SaveError(f"{path} cannot be written: the folder {target.parent} does not exist.")
    if target.is_dir():
        raise SaveError(f"{path} is a directory, not a bank.")
    temporary = temporary_beside(target)
    try:
        _check_unchanged(path, target, replaces, overwrite)
        write_synced(temporary, data, like=target)
        _check_unchanged(path, target, replaces, overwrite)
        if replaces is None and not overwrite:
            _put_new(temporary, target, path)
        else:
            os.replace(temporary, target)
        sync_folder(target.parent)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SaveError(f"{path} cannot be written: {reason}.") from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _check_unchanged(path: Path, target: Path, replaces: str | None, overwrite: bool) -> None:
    if overwrite:
        return
    try:
        current = target.read_bytes()
    except FileNotFoundError:
        if replaces is not None:
            raise SaveError(f"{path} was removed since it was read, so it was not written.") from None
        return
    if replaces is None:
        raise SaveError(f"{path} exists already and was not overwritten.")
    if current.removeprefix(b"\xef\xbb\xbf") != replaces.encode("utf-8"):
        raise SaveError(f"{path} has changed since it was read, so it was not overwritten.")


def _put_new(temporary: Path, target: Path, path: Path) -> None:
    """Give the file its name only if nobody took it in the meantime: a link fails where a rename replaces."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise SaveError(f"{path} exists already and was not overwritten.") from None
    except OSError:  # the file system has no links
        os.replace(temporary, target)
