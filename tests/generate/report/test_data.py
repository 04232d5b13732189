"""The data for programs keep their one law: every text stands where its offsets say."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import article_from_text
from quiz.generate.agree import read_facts
from quiz.generate.facts import Reading
from quiz.generate.report import as_json, inspect_json
from tests.generate.articles import reading
from tests.generate.report.test_page import BRIDGE

SENTENCES = st.sampled_from(
    [
        *BRIDGE,
        "“We\r\nwill see,” Tomas Brandt said — 👩‍🔥 and “no\u0301 one” knew.",
        "He said that it rained. Two officials said that the ferry was late.",
        "“Nobody owns this quotation at all.”",
        "A mark “without a partner.",
    ]
)


def spans(data: Any) -> Iterator[dict[str, Any]]:
    """Everything in the data that has a start, an end and a text."""
    if isinstance(data, dict):
        if {"start", "end", "text"} <= data.keys():
            yield data
        for value in data.values():
            yield from spans(value)
    elif isinstance(data, list):
        for value in data:
            yield from spans(value)


@settings(deadline=None, max_examples=40)
@given(st.lists(SENTENCES, min_size=1, max_size=8), st.sampled_from(["\n\n", "\r\n\r\n", " "]))
def test_every_text_is_what_stands_at_its_offsets(sentences: list[str], between: str) -> None:
    raw = "\ufeffThe Bridge That Moved\n\n" + between.join(sentences) + "\n\nIt rains.\n"
    data = inspect_json(read_facts(article_from_text(raw), grammar=False))
    found = list(spans(data))
    assert found
    for span in found:
        assert raw[span["start"] : span["end"]] == span["text"]


def test_an_attribution_has_its_source_its_verb_and_its_witnesses() -> None:
    [fact] = inspect_json(reading("“It will not move again,” said Mara Lindqvist."))["attributions"]
    assert fact["form"] == "direct"
    assert fact["source"]["name"] == "Mara Lindqvist"
    assert fact["source"]["named"] == "named"
    assert fact["cue"]["text"] == "said"
    assert "rules" in fact["witnesses"]
    assert fact["settled"] is True
    assert fact["denied"] is False


def test_what_only_one_witness_saw_is_not_settled() -> None:
    made = reading("“It will not move again,” said Mara Lindqvist.")
    doubtful = Reading(
        made.article,
        made.sentences,
        made.quotations,
        attributions=(),
        unsettled=made.attributions,
        people=made.people,
        outlets=(),
        hedges=(),
        short_forms=(),
        abstentions=(),
    )
    assert [fact["settled"] for fact in inspect_json(doubtful)["attributions"]] == [False]


@pytest.mark.parametrize("count", [1, 2])
def test_one_article_is_an_object_and_several_are_a_list(count: int) -> None:
    data = json.loads(as_json([reading("The ferry runs.")] * count))
    assert isinstance(data, dict) if count == 1 else len(data) == 2
