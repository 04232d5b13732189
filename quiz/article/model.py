"""What an article is: the raw text, its blocks, and what is known about its publication."""

import hashlib
from typing import Literal, NamedTuple

BlockKind = Literal["headline", "heading", "bullet", "paragraph", "byline"]


class Block(NamedTuple):
    """One headline, heading, bullet, paragraph or byline.

    ``start`` and ``end`` are offsets in code points of the article's raw text, and
    ``text == raw[start:end]``. ``number`` counts the blocks of this kind, from 1.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    number: int

    @property
    def label(self) -> str:
        """How the block is named to a reader: “paragraph 4”, “the headline”."""
        if self.kind == "headline":
            return "the headline"
        if self.kind == "heading":
            return f"heading {self.number}"
        if self.kind == "byline":
            return "the byline"
        return f"{self.kind} {self.number}"


class Article(NamedTuple):
    """A news article as it was read.

    ``raw`` is the whole decoded file with its line endings, front matter included; every
    offset anywhere in the program counts code points of it. ``outlets`` are further names the
    article's author declares to be news organisations. ``notes`` say what a reader of the
    file should know, such as a guessed encoding.
    """

    raw: str
    blocks: tuple[Block, ...]
    title: str
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    license: str | None = None
    outlets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash by which a bank recognises its article: of the raw text, encoded as UTF-8."""
        return hashlib.sha256(self.raw.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def words(self) -> int:
        """How many words the blocks have."""
        return sum(len(block.text.split()) for block in self.blocks)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds this offset of the raw text, or None between blocks."""
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block
        return None
