"""Where one sentence ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.sentences import split_plain
from tests.generate.articles import CLOSING, reading


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_plain(text)]


def block_sentences(paragraph: str) -> list[str]:
    return [sentence.text for sentence in reading(paragraph).sentences if sentence.text != CLOSING]


def test_full_stops_question_marks_and_exclamation_marks_end_sentences() -> None:
    assert sentences("It moved. Did it? It did! So…  Nobody knows.") == [
        "It moved.",
        "Did it?",
        "It did!",
        "So…",
        "Nobody knows.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Lindqvist measured it.",
        "Gov. Brandt and Sen. Quill came.",
        "The U.S. Geological Bureau measured it.",
        "J. R. Quill drew the bridge.",
        "Ada J. Quill drew it.",
        "It weighs 3.5 tonnes at most.",
        "The firm, Quill & Co. Ltd., built it.",
        "It moved at 6 p.m. Tuesday by 3 cm, i.e. very little.",
        "Varnholm vs. Ostmole ended level.",
    ],
)
def test_abbreviations_initials_and_numbers_end_nothing(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_a_small_letter_after_a_stop_goes_on_with_the_sentence() -> None:
    assert sentences("It moved... and stopped.") == ["It moved... and stopped."]


def test_closing_marks_belong_to_the_sentence_they_close() -> None:
    assert sentences("“It moved.” (It did.) Then it stopped.") == [
        "“It moved.”",
        "(It did.)",
        "Then it stopped.",
    ]


def test_a_quotation_of_several_sentences_stays_with_its_speaker() -> None:
    text = "“It moved. It will move again,” Mara Lindqvist said. Nobody was hurt."
    assert block_sentences(text) == [
        "“It moved. It will move again,” Mara Lindqvist said.",
        "Nobody was hurt.",
    ]


def test_a_sentence_knows_whether_it_opens_its_paragraph() -> None:
    read = reading("It moved. It stopped.", "It is shut.")
    assert [(s.text, s.opens_block) for s in read.sentences] == [
        ("It moved.", True),
        ("It stopped.", False),
        ("It is shut.", True),
        (CLOSING, True),
    ]


@given(st.text(st.sampled_from(list("aB .?!…“”\"'’(1\n")), max_size=60))
def test_sentences_are_in_order_trimmed_and_leave_out_only_space(text: str) -> None:
    spans = split_plain(text)
    end = 0
    for start, stop in spans:
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert not text[end:].strip()
