"""From a file's bytes to an article, and the one sentence a reader gets when that fails."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import Article, ArticleError, article_from_text, read_article
from quiz.article.reading import article_from_bytes

BODY = "The bridge that moved\n\n“It moved,” Mara Lindqvist said. It is shut — for now.\n"


def reading(data: bytes, name: str = "bridge.txt") -> Article:
    return article_from_bytes(data, name)


def refusal(data: bytes, name: str = "bridge.txt") -> str:
    with pytest.raises(ArticleError) as caught:
        article_from_bytes(data, name)
    return str(caught.value)


def is_one_sentence(message: str) -> bool:
    return message.endswith(".") and "\n" not in message and ". " not in message


def test_a_text_file_is_read_with_its_headline_as_its_title(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(BODY, encoding="utf-8")
    article = read_article(path)
    assert article.title == "The bridge that moved"
    assert article.raw == BODY
    assert article.notes == ()


def test_a_text_without_a_headline_is_titled_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "the-old-bridge.txt"
    path.write_text("The bridge moved.\n\nIt is shut.\n")
    assert read_article(path).title == "the old bridge"


def test_the_hash_is_of_the_raw_text_as_utf_8() -> None:
    assert reading(BODY.encode()).sha256 == hashlib.sha256(BODY.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_say_for_themselves_how_they_are_encoded(encoding: str) -> None:
    article = reading(BODY.encode(encoding))
    assert article.raw == BODY
    assert article.notes == ()


def test_big_endian_utf_16_with_its_mark_is_read() -> None:
    assert reading(b"\xfe\xff" + BODY.encode("utf-16-be")).raw == BODY


def test_what_is_not_utf_8_is_read_as_windows_1252_and_a_note_says_so() -> None:
    article = reading(BODY.encode("cp1252"))
    assert article.raw == BODY
    assert len(article.notes) == 1 and "Windows-1252" in article.notes[0]


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 32)) * 40, b"bridge\0moved", b"\x81\x8d\x8f\x90\x9d"],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    message = refusal(data)
    assert message.startswith("bridge.txt ") and is_one_sentence(message.replace("bridge.txt", "it"))


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"---\n\n* * *\n"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    message = refusal(data)
    assert "empty" in message or "no text" in message


def test_a_missing_file_a_directory_and_a_huge_file_are_told_apart(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(20 * 1024 * 1024)
    told = {}
    for path in (tmp_path / "none.txt", tmp_path, huge):
        with pytest.raises(ArticleError) as caught:
            read_article(path)
        told[path.name] = str(caught.value).removeprefix(str(path))
    assert told["none.txt"] == " does not exist."
    assert told[tmp_path.name] == " is a directory, not an article."
    assert told["huge.txt"].startswith(" is too large for an article")


def test_a_large_text_from_elsewhere_is_refused_too() -> None:
    assert "too large" in refusal(b"word " * 1_000_000)


FRONT = """---
title: The bridge
  that moved
outlet: The Varnholm Courier
author: Ada Quill
published: 2026-03-03
url: https://courier.example/bridge
license: CC-BY-4.0
outlets: [Varnholm Radio, The Harbour Post]
---

The bridge moved last night. It is shut.
"""


def test_front_matter_tells_about_the_publication() -> None:
    article = reading(FRONT.encode(), "bridge.md")
    assert article.title == "The bridge that moved"
    assert article.outlet == "The Varnholm Courier"
    assert article.author == "Ada Quill"
    assert article.published == "2026-03-03"
    assert article.url == "https://courier.example/bridge"
    assert article.license == "CC-BY-4.0"
    assert article.outlets == ("Varnholm Radio", "The Harbour Post")


def test_front_matter_belongs_to_the_raw_text_and_to_no_block() -> None:
    article = reading(FRONT.encode(), "bridge.md")
    assert article.raw == FRONT
    assert [block.text for block in article.blocks] == ["The bridge moved last night. It is shut."]


def test_front_matter_with_windows_line_ends_is_read() -> None:
    article = reading(FRONT.replace("\n", "\r\n").encode(), "bridge.md")
    assert article.outlet == "The Varnholm Courier"


def test_a_headline_under_front_matter_without_a_title_is_the_title() -> None:
    assert (
        reading(b"---\noutlet: The Courier\n---\n# It moved\n\nAt night.\n", "bridge.md").title == "It moved"
    )


def test_empty_front_matter_is_allowed() -> None:
    assert reading(b"---\n---\n# It moved\n\nAt night it moved.\n", "bridge.md").outlet is None


def test_a_text_file_has_no_front_matter() -> None:
    article = reading(FRONT.encode(), "bridge.txt")
    assert article.outlet is None
    assert any("outlet:" in block.text for block in article.blocks)


def test_a_mistake_in_front_matter_is_located_by_line_and_column_of_the_file() -> None:
    message = refusal(b"---\ntitle: It moved\nauthor: [Ada\n---\n\nIt moved.\n", "bridge.md")
    assert message.startswith("bridge.md:4:1: ") or message.startswith("bridge.md:3:")
    assert "front matter" in message


@pytest.mark.parametrize(
    ("front", "key"),
    [
        ("title: [a, b]", "title"),
        ("outlet: {name: Courier}", "outlet"),
        ("outlets: The Courier", "outlets"),
        ("outlets: [The Courier, [nested]]", "outlets"),
        ("outlets: ['']", "outlets"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(front: str, key: str) -> None:
    message = refusal(f"---\n{front}\n---\n\nIt moved.\n".encode(), "bridge.md")
    assert f"“{key}”" in message and is_one_sentence(message.replace("bridge.md", "it"))


def test_front_matter_that_is_a_list_is_refused() -> None:
    assert "key: value" in refusal(b"---\n- a\n- b\n---\n\nIt moved.\n", "bridge.md")


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    article = reading(b"---\ntitle: No\nauthor: on\npublished: 12:30\n---\n\nIt moved.\n", "bridge.md")
    assert (article.title, article.author, article.published) == ("No", "on", "12:30")


@given(st.binary(max_size=300), st.sampled_from(["bridge.txt", "bridge.md"]))
def test_any_bytes_are_an_article_or_one_sentence(data: bytes, name: str) -> None:
    try:
        article = article_from_bytes(data, name)
    except ArticleError as error:
        assert str(error).startswith(name) and "\n" not in str(error)
    else:
        assert all(article.raw[block.start : block.end] == block.text for block in article.blocks)


@given(st.text(max_size=200))
def test_any_front_matter_is_read_or_refused(front: str) -> None:
    try:
        article_from_text(f"---\n{front}\n---\n\nIt moved.\n", "bridge.md")
    except ArticleError as error:
        assert str(error).startswith("bridge.md")
