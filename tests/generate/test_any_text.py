"""Whatever text comes in, it is read without a failure, and everything that is found stands inside it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.article import article_from_text
from quiz.article.quotations import quotations_of
from quiz.errors import QuizError
from quiz.generate.agree import read_facts
from quiz.generate.build import generate
from quiz.generate.facts import Reading, Span
from quiz.generate.sentences import sentences_of
from quiz.generate.witnesses import parser

PIECES = [
    *(
        "“",
        "”",
        '"',
        "''",
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        "[…]",
        "—",
        " - ",
        ":",
        ";",
        ",",
        ".",
        "?",
        "!",
        "…",
    ),
    *("\n", "\n\n", "\r\n\r\n", "\t", "  ", "\u00a0", "\u2028", "\u0085", "\u200b", "\ufeff", "\x00", "\x1c"),
    *("Mara Lindqvist", "Lindqvist", "Mr. Brandt", "Mayor", "Dr. Tomas\nBrandt Jr.", "the VBO (VBO)", "ÉTÉ"),
    *("said", "says that", "according to", "did not say", "told", "would say", "denied", "If", "when", "and"),
    *("he", "she", "they", "critics", "a spokesman for", "who", "it is said", "allegedly", "may", "because"),
    *("$4", "million", "12", "3.5%", "one in five", "9 May 2021", "on Monday", "last week", "aged 14", "1,2"),
    *("QUILL:", "Q:", "A:", "•", "- ", "1. ", "By", "Photo:", "VARNHOLM —", "the bridge moved", "Reuters"),
    *("日本", "👩‍🔥", "e\u0301", "ß", "İ", "ǆ", "٣", "²"),
]
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", " ", " "])).map("".join), max_size=60
).map("".join)


def spans_in(found: Any) -> Iterator[Span]:
    """Every span that a reading holds, however deep."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple | list):
        for item in found:
            yield from spans_in(item)
    elif is_dataclass(found):
        for field in fields(found):
            if field.name not in ("article", "block"):
                yield from spans_in(getattr(found, field.name))


def check(reading: Reading) -> None:
    raw = reading.article.raw
    spans = list(spans_in(reading))
    assert [span for span in spans if not 0 <= span.start <= span.end <= len(raw)] == []
    for fact in reading.every_attribution:
        speech = fact.speech
        assert reading.words(speech.content)
        assert reading.words(speech.source.span)
        assert not speech.content.overlaps(speech.cue)
        assert all(speech.content.covers(part) for part in speech.quoted)
        assert speech.statement.covers(speech.content)
    for person in reading.people:
        assert person.mentions
        assert all(person.surname in reading.words(mention) for mention in person.mentions)


def read(text: str, *, grammar: bool) -> Reading | None:
    try:
        article = article_from_text(text)
    except QuizError:
        return None
    return read_facts(article, grammar=grammar)


@settings(deadline=None, max_examples=150)
@given(TEXTS)
@example("It cost $4\u00a0million.\n\nIt cost $4\r\nmillion.")
def test_the_rules_read_any_text(text: str) -> None:
    reading = read(text, grammar=False)
    if reading is not None:
        check(reading)
        assert set(reading.versions) == {"rules"}


@settings(deadline=None, max_examples=60)
@given(TEXTS)
@example("According to her.\n\naccording to he")
def test_both_witnesses_read_any_text(text: str) -> None:
    reading = read(text, grammar=True)
    if reading is not None:
        check(reading)
        assert ("parser" in reading.versions) == (parser.version() is not None)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_string_at_all_is_read(text: str) -> None:
    reading = read(text, grammar=False)
    if reading is not None:
        check(reading)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_questions_are_made_of_any_text_or_none_are(text: str) -> None:
    try:
        article = article_from_text(text)
    except QuizError:
        return
    for question in generate(article).questions:
        assert sum(option.correct for option in question.options) == 1
        assert all(article.raw.count(evidence.quote) >= evidence.occurrence for evidence in question.evidence)


@settings(deadline=None)
@given(TEXTS)
def test_sentences_leave_out_nothing_of_a_block_but_space_and_cut_no_quotation(text: str) -> None:
    try:
        article = article_from_text(text)
    except QuizError:
        return
    for block, marks in zip(article.blocks, quotations_of(article.blocks), strict=True):
        sentences = sentences_of(block, marks.spans, article)
        edges = [block.start, *(e for s in sentences for e in (s.start, s.end)), block.end]
        assert edges == sorted(edges)
        outside = [article.raw[start:end] for start, end in pairwise(edges)][::2]
        assert "".join(outside).strip() == ""
        assert [sentence.opens_block for sentence in sentences] == [True, *[False] * (len(sentences) - 1)]
        for sentence in sentences:
            assert sentence.text == article.raw[sentence.start : sentence.end]
            assert not any(
                q.start < edge < q.end for q in marks.spans for edge in (sentence.start, sentence.end)
            )
