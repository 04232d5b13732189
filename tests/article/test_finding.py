"""Words are found as a reader means them, at offsets of the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import article_from_text
from quiz.article.finding import Finder, paragraph_meant
from quiz.article.pace import reading_minutes, reading_time

RAW = """\
The Café at Ostmole

“It’s open,” Zoë Straße said — on Mondays, that is, and on
Tuesdays. The café keeps its cafe\u0301 sign.

- On Mondays: tea
"""


def found(words: str, raw: str = RAW) -> list[str]:
    spans = Finder(article_from_text(raw)).find(words)
    return [raw[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("cafe", ["Café", "café", "cafe\u0301"]),
        ("CAFÉ", ["Café", "café", "cafe\u0301"]),
        ("on mondays", ["on Mondays", "On Mondays"]),
        ("and on tuesdays", ["and on\nTuesdays"]),
        ("it's", ["It’s"]),
        ('"it', ["“It"]),
        ("said - on", ["said — on"]),
        ("strasse", ["Straße"]),
        ("stras", ["Straß"]),
        ("zoe", ["Zoë"]),
        ("sign. on", []),
        ("ferry", []),
        ("", []),
        ("  ", []),
        ("  zoe ", ["Zoë"]),
    ],
)
def test_case_accents_and_the_shape_of_signs_do_not_matter(words: str, places: list[str]) -> None:
    assert found(words) == places


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text(max_size=4))
def test_what_is_found_lies_in_the_text_in_order_and_without_overlap(body: str, words: str) -> None:
    raw = f"A headline\n\n{body}\n\nA last paragraph that ends."
    spans = Finder(article_from_text(raw)).find(words)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(raw) for start, end in spans)


@given(st.text("abc ßé\u0301", min_size=1, max_size=30))
def test_every_word_of_a_text_is_found_in_it(body: str) -> None:
    raw = f"A headline\n\nx {body} x and so on.\n"
    finder = Finder(article_from_text(raw))
    for word in body.split():
        if word.strip("\u0301"):
            assert finder.find(word)


@pytest.mark.parametrize(
    ("words", "number"),
    [("4", 4), (" ¶ 12 ", 12), ("#3", 3), ("4 km", None), ("four", None), ("", None), ("12345", None)],
)
def test_a_bare_number_means_a_paragraph(words: str, number: int | None) -> None:
    assert paragraph_meant(words) == number


@pytest.mark.parametrize(
    ("words", "minutes", "said"),
    [
        (0, 1, "about a minute"),
        (300, 1, "about a minute"),
        (476, 2, "about 2 minutes"),
        (2380, 10, "about 10 minutes"),
    ],
)
def test_reading_takes_a_minute_for_238_words(words: int, minutes: int, said: str) -> None:
    assert reading_minutes(words) == minutes
    assert reading_time(words) == said
