"""A copy beside a bank that is edited in its place, so that nothing is lost however the editing ends."""

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quiz.bank.saving import SaveError
from quiz.writing import write_synced

_ENDING = "editing.yaml"  # an editor takes the colours of YAML from it, and the library passes over the dot
_NAME = re.compile(rf"\.(?P<stem>.+)\.(?P<base>[0-9a-f]{{12}})\.(?P<process>[0-9]+)\.{re.escape(_ENDING)}")


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A copy that somebody edits, or edited when the program was ended.

    ``base`` is the beginning of the hash of the bank it was made from, ``process`` who made it.
    """

    path: Path
    base: str
    process: int

    @property
    def alive(self) -> bool:
        """Whether the program that made it is still running."""
        if self.process == os.getpid():
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True

    @property
    def unchanged(self) -> bool:
        """Whether nothing was written into it yet."""
        return base_of(self.path.read_bytes()) == self.base

    @property
    def saved(self) -> datetime:
        """When it was last written, in this machine's time."""
        return datetime.fromtimestamp(self.path.stat().st_mtime)

    def remove(self) -> None:
        """Delete it; one that is gone is no error."""
        with contextlib.suppress(OSError):
            self.path.unlink()


def base_of(data: bytes) -> str:
    """Return what tells whether a bank is still the one that a copy was made from."""
    return hashlib.sha256(data).hexdigest()[:12]


def begin(bank: Path, data: bytes) -> WorkingCopy:
    """Copy a bank that holds ``data``. Raises SaveError."""
    copy = _named(bank, data)
    copy.remove()
    try:
        write_synced(copy.path, data, like=bank)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SaveError(f"{bank} cannot be edited: no copy can be written beside it ({reason}).") from None
    return copy


def take_over(left: WorkingCopy, bank: Path, data: bytes) -> WorkingCopy:
    """Go on with a copy that was left, as one of the bank as it is now. Raises SaveError."""
    copy = _named(bank, data)
    try:
        os.replace(left.path, copy.path)
    except OSError as error:
        raise SaveError(
            f"{left.path} cannot be taken over: {(error.strerror or str(error)).lower()}."
        ) from None
    return copy


def copies_of(bank: Path) -> list[WorkingCopy]:
    """Find the copies of a bank that are there, the newest first."""
    found: list[WorkingCopy] = []
    with contextlib.suppress(OSError):
        for path in bank.parent.iterdir():
            name = _NAME.fullmatch(path.name)
            if name and name["stem"] == bank.stem and path.is_file():
                found.append(WorkingCopy(path, name["base"], int(name["process"])))
    return sorted(found, key=lambda copy: copy.saved, reverse=True)


def _named(bank: Path, data: bytes) -> WorkingCopy:
    base, process = base_of(data), os.getpid()
    return WorkingCopy(bank.with_name(f".{bank.stem}.{base}.{process}.{_ENDING}"), base, process)
