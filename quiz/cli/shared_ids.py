"""Telling of banks that have one id: their scores are kept together, and one stands in for the other."""

from collections.abc import Iterable, Iterator

from quiz.visible import one_line


def shared_ids(banks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Say of every id that several banks have which they are; a bank is given as its id and its file."""
    files: dict[str, list[str]] = {}
    for name, file in banks:
        if name:
            files.setdefault(name, []).append(one_line(file))
    for name, several in files.items():
        if len(several) > 1:
            listed = f"{', '.join(several[:-1])} and {several[-1]}"
            yield (
                f"{listed} have the same id “{one_line(name)}”, so that their scores are kept together; "
                "“quiz bank rename FILE --id ID” gives one another."
            )
