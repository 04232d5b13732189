"""From a file's bytes to an Article: size, encoding, front matter, blocks."""

import re
from pathlib import Path

from quiz.article.blocks import find_blocks
from quiz.article.model import Article
from quiz.errors import QuizError

LARGEST_BYTES = 4 * 1024 * 1024
"""An article above this size is refused: a long novel has less, and it is not one article."""

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_TEXT_CONTROLS = "\t\n\v\f\r\x1b\x85"


class ArticleError(QuizError):
    """An article cannot be read; the message is one sentence for the user."""


def read_article(path: Path) -> Article:
    """Read a ``.txt`` or ``.md`` file. Raises ArticleError with one clear sentence."""
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a directory, not an article.")
        if path.stat().st_size > LARGEST_BYTES:
            raise ArticleError(_too_large(str(path)))
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise ArticleError(f"{path} does not exist.") from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    return article_from_bytes(data, path.name, label=str(path))


def article_from_bytes(data: bytes, name: str, *, label: str | None = None) -> Article:
    """Decode and read an article.

    Raises ArticleError, whose sentence calls the article ``label``, or else ``name``.
    """
    label = label or name
    if len(data) > LARGEST_BYTES:
        raise ArticleError(_too_large(label))
    raw, notes = _decode(data, label)
    return article_from_text(raw, name, notes=notes, label=label)


def article_from_text(
    raw: str,
    name: str = "article",
    *,
    notes: tuple[str, ...] = (),
    label: str | None = None,
) -> Article:
    """Read an article from text already decoded; ``name`` decides by its ending whether it is Markdown.

    Raises ArticleError if there is nothing to read.
    """
    label = label or name
    markdown = Path(name).suffix.lower() in {".md", ".markdown"}
    front: dict[str, object] = {}
    start = 0
    if markdown and (matter := _FRONT_MATTER.match(raw)):
        front = _read_front_matter(matter.group(1), label)
        start = matter.end()
    blocks = find_blocks(raw, start, markdown=markdown)
    if not any(block.kind in ("paragraph", "bullet", "headline") for block in blocks):
        raise ArticleError(f"{label} has no text to read.")
    headline = next((block.text for block in blocks if block.kind == "headline"), None)
    title = _text(front, "title", label) or headline or Path(name).stem.replace("-", " ")
    return Article(
        raw=raw,
        blocks=blocks,
        title=" ".join(title.split()),
        outlet=_text(front, "outlet", label),
        author=_text(front, "author", label),
        published=_text(front, "published", label),
        url=_text(front, "url", label),
        license=_text(front, "license", label),
        outlets=_names(front, "outlets", label),
        notes=notes,
    )


def _too_large(label: str) -> str:
    return f"{label} is too large for an article: the limit is {LARGEST_BYTES / 1e6:.0f} MB."


def _decode(data: bytes, label: str) -> tuple[str, tuple[str, ...]]:
    notes: tuple[str, ...] = ()
    if not data.strip():
        raise ArticleError(f"{label} is empty.")
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raw = data.decode("utf-16")
        elif b"\0" in data:
            raise ArticleError(f"{label} is not a text file.")
        else:
            raw = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            raw = data.decode("cp1252")
        except UnicodeDecodeError:
            raise ArticleError(f"{label} is neither UTF-8 nor Windows-1252 text.") from None
        notes = ("It is not valid UTF-8 and was read as Windows-1252; check that accents look right.",)
    controls = sum(1 for character in raw if ord(character) < 32 and character not in _TEXT_CONTROLS)
    if controls > len(raw) // 100:
        raise ArticleError(f"{label} is not a text file.")
    return raw, notes


def _read_front_matter(text: str, label: str) -> dict[str, object]:
    import yaml

    try:
        front = yaml.load(text, Loader=yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{mark.line + 2}:{mark.column + 1}: " if mark else ""
        raise ArticleError(f"{label}:{where}the front matter is not valid YAML: {error.problem}.") from None
    except (yaml.YAMLError, RecursionError):
        raise ArticleError(f"{label}: the front matter is not valid YAML.") from None
    if front in (None, ""):
        return {}
    if not isinstance(front, dict):
        raise ArticleError(f"{label}: the front matter must be a list of “key: value” lines.")
    return {str(key): value for key, value in front.items()}


def _text(front: dict[str, object], key: str, label: str) -> str | None:
    value = front.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ArticleError(f"{label}: “{key}” in the front matter must be text.")
    return " ".join(value.split())


def _names(front: dict[str, object], key: str, label: str) -> tuple[str, ...]:
    value = front.get(key)
    if value is None or value == "":
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ArticleError(f"{label}: “{key}” in the front matter must be a list of names.")
    return tuple(" ".join(str(item).split()) for item in value)
