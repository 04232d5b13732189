"""Writing a bank as YAML: canonical, and the same bank when it is read again."""

import dataclasses
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.bank.files import parse_bank, render_bank
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank
from quiz.bank.shape import bank_of
from tests.bank.samples import BANK, EVERY_TYPE, bank

SAMPLE = """\
# yaml-language-server: $schema=./bank.schema.json
version: 1
id: harbour-bridge
title: The bridge that moved
language: en
license: CC-BY-4.0
article:
  file: ../seeds/harbour-bridge.md
  sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  outlet: 'The Harbour: News'
questions:
  - id: speaker-5d1e0a
    type: choice
    kind: speaker
    prompt: 'According to the article, who said: “It will not move again”?'
    options:
      - text: Mara Lindqvist
        correct: true
      - text: Tomas Brandt
        why: Quoted in paragraph 6, about the cost.
      - text: 'no'
        why: "It's a word: nobody said it."
    explanation: Paragraph 4 gives the words to Mara Lindqvist (“Lindqvist said”).
    evidence:
      - quote: '"It will not move again," Lindqvist said.'
      - quote: |-
          It moved.

          It did.
        occurrence: 2
    difficulty: 2
    status: approved
    tags: [bridge, '1.10']
    derivation: {rule: quote.after, witnesses: [rules, parser]}

  - id: hedge-1
    type: hottext
    kind: hedge
    prompt: Mark the word that says how sure the writer is.
    passage: It may rain.
    targets:
      - text: may
        correct: true
      - text: rain
    explanation: “May” leaves it open.
    status: draft
"""

ODD = (
    *(
        "no",
        "1.10",
        "~",
        "null",
        "---",
        "...",
        "- a",
        "* a",
        "''",
        '"',
        "\\",
        "a: b",
        "a #b",
        " lead",
        "trail ",
    ),
    *(
        "a\nb",
        "a\r\nb",
        "a\n\n b",
        "a\n",
        "\n a",
        "\ta",
        "a\u2028b",
        "a\x85b",
        "\ufeffx",
        "\0x",
        "\x1b[31m",
        "😀",
    ),
)
letters = st.characters(exclude_categories=["Cs"])
texts = st.one_of(
    st.sampled_from(ODD),
    st.text(letters, min_size=1, max_size=40),
    st.text("ab019:-.~_+xoe=<'\"#\\ \n\t\r,[]{}&*!|>%@`?yntfNO", min_size=1, max_size=20),
).filter(lambda text: bool(text.strip()))


def with_texts(prompt: str, why: str, tags: list[str], rule: str) -> Bank:
    question: dict[str, Any] = {
        "id": "q-1",
        "type": "choice",
        "kind": "speaker",
        "prompt": prompt,
        "explanation": why,
        "options": [{"text": "A", "correct": True}, {"text": "B", "why": why}],
        "tags": tags,
        "derivation": {"rule": rule, "witnesses": [why]},
        "evidence": [{"quote": prompt, "occurrence": 2}],
    }
    return bank_of({"version": 1, "id": "b", "title": prompt, "license": why, "questions": [question]})


def test_the_sample_is_written_as_the_format_shows_it() -> None:
    assert render_bank(bank(SAMPLE)) == SAMPLE


@settings(deadline=None)
@given(texts, texts, st.lists(texts, max_size=3), texts)
@example("  - id: x\n    a: b", "a\n  - id: x", ["a, b", "]"], "}: {")
def test_reading_what_was_written_gives_the_same_bank(
    prompt: str, why: str, tags: list[str], rule: str
) -> None:
    written = with_texts(prompt, why, tags, rule)
    text = render_bank(written)
    assert parse_bank(text, "b.yaml").bank == written
    assert text == render_bank(parse_bank(text, "b.yaml").bank)


@settings(deadline=None)
@given(texts, texts)
def test_the_slow_reader_reads_the_same(prompt: str, why: str) -> None:
    text = render_bank(with_texts(prompt, why, [], "r"))
    question = yaml.load(text, Loader=yaml.SafeLoader)["questions"][0]
    assert (question["prompt"], question["explanation"]) == (prompt, why)


def test_every_type_is_written_and_read_again() -> None:
    every = bank(EVERY_TYPE)
    assert parse_bank(render_bank(every), "b.yaml").bank == every


def test_help_for_editors_comes_first() -> None:
    assert render_bank(bank()).startswith("# yaml-language-server: $schema=./bank.schema.json\nversion: 1\n")


def test_a_long_line_is_never_folded() -> None:
    for odd in ("word ", "it's: ", "tab\t", "😀 "):
        text = render_bank(dataclasses.replace(bank(BANK), title=(odd * 500).strip()))
        assert len(text.splitlines()[3]) > 1_000


@pytest.mark.parametrize(
    "word", ["no", "y", "N", "1e3", "0o17", "1_000", "12:30", "2026-01-02", ".5", "+1", "null", "=", "<<"]
)
def test_words_that_some_reader_of_yaml_misreads_are_quoted(word: str) -> None:
    assert f"title: '{word}'\n" in render_bank(dataclasses.replace(bank(BANK), title=word))


def test_what_can_be_seen_is_kept_and_what_cannot_is_escaped() -> None:
    text = render_bank(dataclasses.replace(bank(BANK), title="“Ünïcode” 😀 \u202e \x1b[31m \u2028"))
    assert 'title: "“Ünïcode” 😀 \\u202E \\x1B[31m \\u2028"\n' in text


def test_every_kind_can_be_written() -> None:
    for kind in KINDS:
        assert bank(BANK.replace("kind: speaker", f"kind: {kind}")).questions[0].kind == kind
