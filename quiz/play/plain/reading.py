"""The article in lines: read as a whole or by paragraph, and searched."""

from typing import Final

from quiz.article import Article, Block
from quiz.article.finding import Finder
from quiz.play.plain.talk import Write
from quiz.visible import one_line

MOST_FINDS: Final = 10
"""Places that are read out for one search; more would only be in the way."""

_AROUND: Final = 60
_UNNAMED: Final = ("headline", "heading", "byline")


def read_aloud(article: Article, wanted: str, write: Write) -> None:
    """Write the article, or the paragraph whose number is wanted; if there is none, which there are."""
    blocks = [
        block
        for block in article.blocks
        if not wanted or (block.kind == "paragraph" and str(block.number) == wanted.lstrip("0"))
    ]
    if not blocks:
        write(_which_there_are(article))
    for block in blocks:
        name = "" if block.kind in _UNNAMED else f"{_label(block)}. "
        write(f"{name}{one_line(block.text)}")


def find(article: Article, wanted: str, write: Write) -> None:
    """Write each part of the article that has the words, with a few words around the first place in it."""
    wanted = one_line(wanted).strip("“”\"'")
    places: dict[Block, tuple[int, int]] = {}
    for start, end in Finder(article).find(wanted):
        if (block := article.block_at(start)) is not None:
            places.setdefault(block, (start - block.start, end - block.start))
    if not places:
        write(
            f"The article does not have “{wanted}”." if wanted else "Please type what to find after “find”."
        )
        return
    where = "one part" if len(places) == 1 else f"{len(places)} parts"
    write(f"“{wanted}” is in {where} of the article.")
    for block, (start, end) in list(places.items())[:MOST_FINDS]:
        write(f"{_label(block)}: {_around(block.text, start, end)}")
    if len(places) > MOST_FINDS:
        write(f"And in {len(places) - MOST_FINDS} more.")


def paragraphs(article: Article) -> int:
    """How many paragraphs there are."""
    return sum(block.kind == "paragraph" for block in article.blocks)


def _which_there_are(article: Article) -> str:
    count = paragraphs(article)
    if count == 0:
        return "The article has no paragraphs; “text” reads all of it."
    return f"The article has paragraphs 1 to {count}." if count > 1 else "The article has one paragraph."


def _label(block: Block) -> str:
    return f"{block.label[0].upper()}{block.label[1:]}"


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or start
    if last < len(text):
        last = text.rfind(" ", end, last)
        last = end if last < 0 else last
    return f"{'… ' if first else ''}{one_line(text[first:last])}{' …' if last < len(text) else ''}"
