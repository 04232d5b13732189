"""Small banks that the tests of this folder start from."""

from quiz.bank.files import parse_bank
from quiz.bank.model import Bank

HEAD = """\
version: 1
id: harbour-bridge
title: The bridge that moved
questions:
"""

QUESTION = """\
  - id: speaker-1
    type: choice
    kind: speaker
    prompt: Who said it?
    explanation: Paragraph 4 says so.
    options:
      - text: Mara Lindqvist
        correct: true
      - text: Tomas Brandt
"""

BANK = HEAD + QUESTION

EVERY_TYPE = (
    HEAD
    + QUESTION
    + """\
  - id: multiple-1
    type: multiple
    kind: outlet_named
    prompt: Which newspapers are named?
    explanation: Both are.
    options:
      - {text: The Harbour, correct: true}
      - {text: The Pier, correct: true}
      - text: The Quay
  - id: order-1
    type: order
    kind: sequence
    prompt: In which order did it happen?
    explanation: Paragraph 2 says so.
    options:
      - text: It moved.
      - text: It fell.
  - id: match-1
    type: match
    kind: role
    prompt: Who is what?
    explanation: Paragraph 3 says so.
    pairs:
      - {left: Lindqvist, right: engineer}
      - {left: Brandt, right: treasurer}
  - id: text-1
    type: text
    kind: acronym
    prompt: What does the short name stand for?
    explanation: Paragraph 1 spells it out.
    accept: [Harbour Board, the Harbour Board]
  - id: hottext-1
    type: hottext
    kind: hedge
    prompt: Mark the word that says how sure the writer is.
    explanation: It leaves the rest open.
    passage: It may rain.
    targets:
      - text: may
        correct: true
      - text: rain
"""
)


def bank(text: str = BANK) -> Bank:
    """Read a bank from text."""
    return parse_bank(text, "bank.yaml").bank
