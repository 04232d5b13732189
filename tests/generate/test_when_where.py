"""On which day, in which month or year: explicit dates that are alone in their sentence."""

import pytest

from quiz.generate.build import generate
from tests.generate.articles import article, key, question, questions, reasons, wrong


@pytest.mark.parametrize(
    ("text", "unit", "answer"),
    [
        ("The old bridge was closed to all lorries on March 3, 2024.", "date", "March 3, 2024"),
        ("The old bridge was closed to all lorries on 3 March.", "date", "3 March"),
        ("The old bridge was closed to all lorries in March.", "month", "March"),
        ("The old bridge was closed to all lorries in 1998.", "year", "1998"),
        ("The old bridge was closed to all lorries on Tuesday.", "day of the week", "Tuesday"),
    ],
)
def test_the_key_is_the_date_and_the_others_have_its_form(text: str, unit: str, answer: str) -> None:
    item = question("when_where", text)
    assert key(item) == answer
    assert unit in item.prompt
    assert "closed to all lorries" in item.prompt and answer not in item.prompt
    for option in wrong(item):
        assert len(option.split()) == len(answer.split())
        assert option not in text


def test_other_dates_of_the_article_are_offered_first() -> None:
    texts = (
        "The old bridge was closed to all lorries in 1998.",
        "The new bridge was opened to all lorries in 2007.",
    )
    first, second = questions("when_where", *texts)
    assert "2007" in wrong(first)
    assert "1998" not in wrong(second), "two questions would answer each other"


def test_no_day_and_no_month_is_the_one_that_most_dates_on_offer_have() -> None:
    for seed in range(6):
        (item,) = questions("when_where", "The old bridge was closed on 14 March.", seed=seed)
        parts = [part for option in item.options for part in option.text.split()]
        assert sorted(parts.count(part) for part in set(parts)) == [2, 2, 2, 2]


def test_a_month_keeps_the_order_of_the_sentence() -> None:
    for seed in range(6):
        text = "The work on the old bridge ran between July 2003 and September 2003."
        for item in questions("when_where", text, seed=seed):
            assert all(option > "August" for option in wrong(item) if key(item).startswith("Sept"))


def test_no_year_after_the_last_one_named_is_offered_for_the_past() -> None:
    for seed in range(8):
        (item,) = questions("when_where", "The old bridge was closed to all lorries in 2024.", seed=seed)
        assert all(int(option) < 2024 for option in wrong(item))


def test_a_year_to_come_is_not_offered_for_what_has_been() -> None:
    plan = "The new bridge will be opened to all lorries in 2040."
    texts = ("The old bridge was closed to all lorries in 1998.", plan)
    for seed in range(8):
        found = questions("when_where", *texts, seed=seed)
        (past,) = [item for item in found if "old bridge" in item.prompt]
        assert all(int(option) < 1998 for option in wrong(past))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The old bridge was closed to lorries before 1998, the board said.", "other dates true"),
        ("The old bridge was closed to lorries by Tuesday, the board said.", "other dates true"),
        ("The board closed the old bridge to lorries at the Tuesday meeting.", "other dates true"),
        ("The old bridge was closed to lorries on Tuesday, March 3.", "in another way"),
        ("It was closed to all lorries in 1998 by the board.", "leans"),
        ("The old bridge may have been closed to lorries in 1998.", "leaves something open"),
        ("The bridge – the old one – was closed to lorries on Tuesday.", "dateline"),
        ("The report on the old bridge was published in 1998 by the town.", "date a publication"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert questions("when_where", text) == []
    assert any(reason in given for given in reasons("when_where", text))


def test_a_dateline_is_left_out_of_the_sentence() -> None:
    item = question("when_where", "VARNHOLM – The old bridge was closed to lorries on Tuesday.")
    assert "“The old bridge was closed to lorries on ___.”" in item.prompt


def test_each_end_of_a_period_is_asked_for_beside_the_other() -> None:
    text = "The old bridge was closed to lorries from 1998 to 2003, and painted in 2012."
    for item in generate(article(text), only=["when_where"]).questions:
        if key(item) == "1998":
            assert "from ___ to 2003" in item.prompt
            assert all(int(option) < 2003 for option in wrong(item))
        if key(item) == "2003":
            assert all(1998 < int(option) < 2012 for option in wrong(item))


def test_a_sentence_that_leans_is_shown_with_the_one_before() -> None:
    text = "The old bridge crosses the harbour of Ostmole. It was closed to all lorries in 1998."
    item = question("when_where", text)
    assert (
        "“The old bridge crosses the harbour of Ostmole. It was closed to all lorries in ___.”" in item.prompt
    )
    assert item.evidence[0].quote == text


def test_a_relative_date_is_not_asked_about() -> None:
    assert questions("when_where", "The old bridge was closed to all lorries last week.") == []


class TestWhere:
    LISBON = "The engineers met in Lisbon and drew the first plan of the bridge."
    OTHERS = ("The steel for the railing was made in Warsaw.", "Tomas Brandt had studied in Dublin.")

    def test_the_key_is_the_one_place_and_the_others_are_places_of_the_article(self) -> None:
        item = next(
            item for item in questions("when_where", self.LISBON, *self.OTHERS) if "drew" in item.prompt
        )
        assert "city" in item.prompt and "met in ___ and" in item.prompt
        assert key(item) == "Lisbon"
        assert set(wrong(item)) == {"Warsaw", "Dublin"}
        assert {option.why for option in item.options if not option.correct} == {
            "The article names Warsaw in paragraph 2, not here.",
            "The article names Dublin in paragraph 3, not here.",
        }

    @pytest.mark.parametrize(
        "text",
        [
            "The engineers met in Lisbon and not in Porto to draw the bridge.",
            "The engineers met in Lisbon, Portugal, and drew the bridge in a week.",
            "The engineers met in Lisbon’s old harbour and drew the bridge there.",
            "The engineers flew to Lisbon and drew the first plan of the bridge.",
            "The engineers met in Lisbon Road and drew the first plan of the bridge.",
            "They met in Lisbon and drew the first plan of the old bridge.",
        ],
    )
    def test_it_abstains(self, text: str) -> None:
        assert not any(key(item) == "Lisbon" for item in questions("when_where", text, *self.OTHERS))

    def test_a_place_alone_in_the_article_is_not_asked_about(self) -> None:
        assert questions("when_where", self.LISBON) == []
        assert "too few other names of a city in the article" in reasons("when_where", self.LISBON)
