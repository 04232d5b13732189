"""Files that are written whole or not at all."""

import contextlib
import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Give ``path`` new contents in one step, through a link to the file it names. Raises OSError."""
    target = Path(os.path.realpath(path))
    temporary = temporary_beside(target)
    try:
        write_synced(temporary, data, like=target)
        os.replace(temporary, target)
        sync_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def temporary_beside(target: Path) -> Path:
    """A name in the same folder that nothing has."""
    return target.with_name(f".quiz-{os.urandom(8).hex()}.tmp")


def write_synced(temporary: Path, data: bytes, *, like: Path) -> None:
    """Write a new file down to the disk, with the permissions of ``like`` if that exists. Raises OSError."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(like.stat().st_mode & 0o7777)


def sync_folder(folder: Path) -> None:
    """Make a new name survive a power cut, where the system allows it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
