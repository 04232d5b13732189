"""From a web page to an Article: its text without what stands around it, and what it says of itself.

It needs the extra ``web``. The text that is found becomes the article's raw text, as Markdown with front
matter; whoever makes a bank from it keeps that text in a file, because offsets count in it.
"""

import codecs
import logging
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from quiz.article.model import Article
from quiz.article.reading import LARGEST_BYTES, ArticleError, article_from_text

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096
"""Bytes at the start of a page in which it may name its encoding; browsers look at 1024."""


def missing() -> str | None:
    """What to say to somebody whose page cannot be read, or None when it can."""
    if find_spec("trafilatura") is not None:
        return None
    return "reading web pages needs the extra “web”: pip install '.[web]' in your copy of quiz."


def article_from_html(
    data: bytes, *, label: str, charset: str | None = None, url: str | None = None
) -> Article:
    """Find the article in a web page.

    ``charset`` is the encoding its server named and ``url`` its address; without them the page's own word
    is taken. Raises ArticleError with one sentence, which calls the page ``label``.
    """
    if (lacking := missing()) is not None:
        raise ArticleError(f"{label} is a web page; {lacking}")
    if len(data) > LARGEST_BYTES:
        raise ArticleError(f"{label} is too large for an article: the limit is {LARGEST_BYTES / 1e6:.0f} MB.")
    if not data.strip():
        raise ArticleError(f"{label} is empty.")
    document = _extract(_decode(data, charset, label), label)
    blocks = list(_blocks(document.body)) if document is not None else []
    if not any(blocks):
        raise ArticleError(f"{label} holds no article that can be told from the rest of the page.")
    title = _words(document.title or "")
    if title and not blocks[0].startswith("# "):
        blocks.insert(0, f"# {title}")
    front = {
        "title": title,
        "outlet": _words(document.sitename or ""),
        "author": _words(document.author or ""),
        "published": _words(document.date or ""),
        "url": url or _web_address(document.url),
    }
    raw = _front_matter(front) + "\n\n".join(blocks) + "\n"
    return article_from_text(raw, "page.md", label=label)


def _extract(page: str, label: str) -> Any:
    import trafilatura
    from lxml.etree import LxmlError

    for name in ("trafilatura", "htmldate", "courlan"):  # what they would log says nothing to a reader
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            # A date is taken where the page declares one and never guessed from its text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (LxmlError, ValueError, RecursionError):
        raise ArticleError(f"{label} cannot be read as a web page.") from None


def _decode(data: bytes, charset: str | None, label: str) -> str:
    """Decode as browsers do: byte order mark, then the server's word, then the page's, then Windows-1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if b"\0" in data:
        raise ArticleError(f"{label} is not a web page.")
    named = _CHARSET.search(data[:_LOOKED_AT])
    for word in (charset, named[1].decode("ascii") if named else None):
        if word and (known := _text_encoding(word)):
            return data.decode(known, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text_encoding(name: str) -> str | None:
    """The decoder of an encoding's name; None for what is unknown or no encoding of text, such as “hex”."""
    try:
        b"a".decode(name)
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _blocks(body: Any) -> Iterator[str]:
    """The parts of the extracted page as blocks of Markdown, each of one line but for lists."""
    for element in body:
        if element.tag == "head":
            if text := _words("".join(element.itertext())):
                yield f"{'#' if element.get('rend') == 'h1' else '##'} {text}"
        elif element.tag == "list":
            items = (_own_words(item) for item in element.iter("item"))
            if bullets := [f"- {text}" for text in items if text]:
                yield "\n".join(bullets)
        elif element.tag == "quote":
            paragraphs = [_words("".join(part.itertext())) for part in element.iter("p")]
            yield from (f"> {text}" for text in paragraphs or [_words("".join(element.itertext()))] if text)
        elif text := _words("".join(_text_of(element))):
            yield text
        if text := _words(element.tail or ""):
            yield text


def _text_of(element: Any) -> Iterator[str]:
    """The text of a paragraph; a line break in it is a space."""
    for part in element.iter():
        if part is not element and part.tag == "lb":
            yield " "
        yield part.text or ""
        if part is not element:
            yield part.tail or ""


def _own_words(item: Any) -> str:
    """The words of a list's item without those of a list inside it, whose items stand for themselves."""
    parts = [item.text or ""]
    for child in item:
        if child.tag != "list":
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return _words(" ".join(parts) if any(child.tag == "list" for child in item) else "".join(parts))


def _words(text: str) -> str:
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def _web_address(url: str | None) -> str:
    return url if url and re.match(r"https?://\S+$", url, re.IGNORECASE) else ""


def _front_matter(values: dict[str, str]) -> str:
    import yaml

    said = {key: value for key, value in values.items() if value}
    if not said:
        return ""
    text: str = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{text}---\n\n"
