"""From a web page to an article, and the one sentence a reader gets when that fails."""

import pytest

from quiz.article import ArticleError, article_from_text
from quiz.article.html import article_from_html, missing
from tests.article.pages import PAGE, PARAGRAPHS

pytestmark = pytest.mark.skipif(missing() is not None, reason="the extra web is not installed")


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        article_from_html(data, label="page.html")
    return str(caught.value)


def test_a_page_gives_its_paragraphs_and_nothing_around_them() -> None:
    article = article_from_html(PAGE.encode(), label="page.html")
    assert [block.text for block in article.blocks if block.kind == "paragraph"] == list(PARAGRAPHS)
    for word in ("Sport", "tracker", "color", "Subscribe"):
        assert word not in article.raw


def test_headline_headings_and_lists_keep_their_kind() -> None:
    article = article_from_html(PAGE.encode(), label="page.html")
    kinds = [(block.kind, block.text) for block in article.blocks if block.kind != "paragraph"]
    assert kinds == [
        ("headline", "The bridge that moved"),
        ("heading", "What it means for the ferry"),
        ("bullet", "The ferry runs every hour."),
        ("bullet", "The old road is open to lorries."),
    ]


def test_what_the_page_says_of_itself_stands_in_front_of_the_text() -> None:
    article = article_from_html(PAGE.encode(), label="page.html", url="https://courier.example/bridge")
    assert (article.title, article.outlet) == ("The bridge that moved", "The Ostmole Courier")
    assert (article.author, article.published) == ("Ada Marrow", "2025-03-02")
    assert article.url == "https://courier.example/bridge"


def test_the_text_kept_in_a_file_reads_as_the_same_article() -> None:
    article = article_from_html(PAGE.encode(), label="page.html", url="https://courier.example/bridge")
    assert article_from_text(article.raw, "page.md") == article
    assert all(article.raw[block.start : block.end] == block.text for block in article.blocks)


def test_a_page_that_does_not_say_when_it_was_published_gets_no_date() -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2025-03-02T10:00:00Z">', "")
    undated = undated.replace("on <b>Tuesday</b>", "on 3 May 2024")
    assert article_from_html(undated.encode(), label="page.html").published is None


@pytest.mark.parametrize(
    ("declared", "encoding", "charset"),
    [
        ("utf-8", "utf-8", None),
        ("windows-1252", "cp1252", None),
        ("iso-8859-1", "cp1252", None),
        ("utf-8", "cp1252", "windows-1252"),
        ("no-such-thing", "utf-8", "hex"),
        ("utf-8", "utf-16", None),
    ],
)
def test_the_encoding_is_the_one_that_is_declared(declared: str, encoding: str, charset: str | None) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    article = article_from_html(page, label="page.html", charset=charset)
    assert PARAGRAPHS[1] in article.raw


def test_words_on_two_lines_are_not_glued_together() -> None:
    page = PAGE.replace("moved by a hand’s", "moved<br>by a hand’s")
    assert PARAGRAPHS[0] in article_from_html(page.encode(), label="page.html").raw


def test_a_title_with_signs_of_yaml_is_kept() -> None:
    title = "“No: never” - it's # 1 {sic}"
    page = PAGE.replace("The bridge that moved", title)
    assert article_from_html(page.encode(), label="page.html").title == title


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "is empty"),
        (b"<html><body></body></html>", "holds no article"),
        (b"<" * 50_000, "holds no article"),
        (b"<div>" * 50_000, "holds no article"),
        (b"<p>a\0b</p>", "is not a web page"),
        (b"<p>" + b"word " * 1_000_000, "too large"),
    ],
)
def test_what_is_no_article_gets_one_sentence(data: bytes, word: str) -> None:
    message = refusal(data)
    assert word in message
    assert message.startswith("page.html ")
    assert "\n" not in message


def test_without_the_extra_the_command_to_install_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.article.html.find_spec", lambda name: None)
    assert "pip install '.[web]'" in refusal(PAGE.encode())
