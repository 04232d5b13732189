"""What the banks of several articles are called, so that none takes the place of another."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from quiz.cli.articles import PAGES, Found
from quiz.generate.build import identifier_of


def bank_names(articles: Sequence[Found]) -> list[str]:
    """Name the bank of each article, in order, without ending; no two are the same.

    An article is called after its path below the folder it was found in, “2024/bridge.txt” after that
    “2024-bridge”; a file that was named itself after its stem. Where two would be called the same, both
    take more of their paths, and in the end a part of their hash, so that no name hangs on the order.
    """
    ladders = [_ladder(article) for article in articles]
    names = [next(ladder) for ladder in ladders]
    while repeated := {name for name, times in Counter(names).items() if times > 1}:
        names = [
            next(ladder) if name in repeated else name for name, ladder in zip(names, ladders, strict=True)
        ]
    return names


def without_copies(articles: Sequence[Found], output: Path) -> list[Found]:
    """Leave out the texts of web pages that an earlier run put into ``output``, where both are found."""
    pages = [article for article in articles if article.name.lower().endswith(PAGES)]
    copies = {os.path.realpath(output / f"{name}.md") for name in bank_names(pages)}
    return [article for article in articles if os.path.realpath(article.name) not in copies]


def _ladder(article: Found) -> Iterator[str]:
    """The names an article may have, from the shortest to one that is its own."""
    within = PurePath(article.within)
    short = identifier_of(str(within.with_suffix("")) if within.suffix else str(within))
    yield short
    if within.suffix:
        yield identifier_of(str(within))
    parents = PurePath(os.path.normpath(article.name)).parts[: -len(within.parts)]
    for count in range(1, len(parents) + 1):
        yield identifier_of(f"{'-'.join(parents[-count:])}-{short}")
    full = hashlib.sha256(os.fsencode(article.name)).hexdigest()
    for length in range(6, len(full) + 1):
        yield f"{short[:40]}-{full[:length]}"
