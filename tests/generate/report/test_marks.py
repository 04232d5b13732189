"""The marks stand around the article's words and change none of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.article import Block
from quiz.generate.facts import Span
from quiz.generate.report import inspect_text
from quiz.generate.report.marks import SIGNS, Mark, marks_of, pieces_of
from tests.generate.articles import reading
from tests.generate.report.test_page import BRIDGE, read

SIGN = re.compile(r"[?\d]*⟦|⟧\d*|[‹›{}~_]")

MARKS = st.builds(
    lambda start, length, role, number: Mark(
        Span(start, start + length), role, number if role == "words" else None
    ),
    st.integers(0, 40),
    st.integers(1, 40),
    st.sampled_from(list(SIGNS)),
    st.integers(1, 20),
)


def marked(text: str, *marks: Mark) -> str:
    block = Block("paragraph", 0, len(text), text, 1)
    return "".join(piece.text for piece in pieces_of(block, marks))


def test_a_quotation_its_source_and_its_verb_are_marked() -> None:
    text = " ".join(inspect_text(read("“It will not move again,” said Mara Lindqvist."), 100).split())
    assert "¶1 1⟦“It will not move again,”⟧ _said_ ‹Mara Lindqvist›. 1 Mara Lindqvist: direct" in text


def test_outlets_hedges_and_open_quotations_have_signs_of_their_own() -> None:
    text = inspect_text(
        read(
            "The Associated Press came in May. The work is reportedly done.",
            "“Nobody will ever cross it on foot.”",
        ),
        100,
    )
    assert "{The Associated Press} came in May. The work is ~reportedly~ done." in text
    assert "?⟦“Nobody will ever cross it on foot.”⟧" in text


def test_the_legend_explains_only_the_signs_that_occur() -> None:
    text = inspect_text(read("“It will not move again,” said Mara Lindqvist."), 100)
    legend = text.partition("The text, marked")[2].partition("¶1")[0]
    assert "⟦…⟧ words credited to a source" in legend
    assert "news organisation" not in legend


def test_nested_marks_close_from_the_inside() -> None:
    text = "Brandt said Lindqvist said no."
    outer, inner = Mark(Span(12, 29), "words", 1), Mark(Span(27, 29), "words", 2)
    assert marked(text, outer, inner) == "Brandt said 1⟦Lindqvist said 2⟦no⟧⟧."


def test_marks_that_cross_say_which_one_closes() -> None:
    assert marked("one two three", Mark(Span(0, 7), "words", 1), Mark(Span(4, 13), "words", 2)) == (
        "1⟦one 2⟦two⟧1 three⟧"
    )


def test_a_mark_does_not_hold_the_space_around_words() -> None:
    assert marked("one two three", Mark(Span(3, 8), "hedge")) == "one ~two~ three"


@given(st.text(max_size=60), st.lists(MARKS, max_size=8))
def test_without_its_signs_the_text_is_the_articles(text: str, marks: list[Mark]) -> None:
    block = Block("paragraph", 0, len(text), text, 1)
    assert "".join(piece.text for piece in pieces_of(block, marks) if not piece.is_sign) == text


@given(st.text(max_size=60), st.lists(MARKS, max_size=8))
def test_every_sign_that_opens_closes(text: str, marks: list[Mark]) -> None:
    block = Block("paragraph", 0, len(text), text, 1)
    pieces = list(pieces_of(block, marks))
    signs = [piece.text.strip("0123456789") for piece in pieces if piece.is_sign]
    for opening, closing, _ in SIGNS.values():
        if opening == closing:
            assert signs.count(opening) % 2 == 0
    assert sum(sign.endswith("⟦") for sign in signs) == signs.count("⟧")
    assert not pieces or not pieces[-1].roles or pieces[-1].is_sign or pieces[-1].text


ARTICLES = {
    "bridge": BRIDGE,
    "two in a paragraph": ("Mara Lindqvist said it had moved. “It will not move again,” Tomas Brandt said.",),
    "handed on": ("Mara Lindqvist said Tomas Brandt told reporters that the bridge had moved by an inch.",),
    "continued": ("“It moved,” said Mara Lindqvist. “It will not do that again before the winter.”",),
    "line breaks": ("“It will not\nmove again,” said\nMara Lindqvist,\nthe engineer.",),
}


@pytest.mark.parametrize("paragraphs", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("cells", [40, 80, 120])
def test_the_page_has_every_attribution_once_and_every_word(paragraphs: tuple[str, ...], cells: int) -> None:
    made = read(*paragraphs)
    page = inspect_text(made, cells).partition("The text, marked")[2]
    numbers = [int(number) for number in re.findall(r"(\d+)⟦", page.partition("\n\n")[2])]
    assert sorted(numbers) == list(range(1, len(made.every_attribution) + 1))
    assert numbers
    if cells < 120:  # notes in the margin stand between the words
        notes = re.compile(r"^ {7}\S.*$", re.MULTILINE)
        words = SIGN.sub("", notes.sub("", page)).split()
        stream = " ".join(word for word in words if not word.startswith("¶"))
        for block in made.article.blocks:
            assert " ".join(block.text.split()) in stream


def test_every_mark_lies_on_the_words_it_is_about() -> None:
    made = reading(*BRIDGE)
    facts = made.every_attribution
    for mark in marks_of(made):
        if mark.number:
            assert mark.span.covers(facts[mark.number - 1].speech.content)
            assert mark.span.end - mark.span.start - 2 <= len(
                made.text(facts[mark.number - 1].speech.content)
            )
