"""Which of three events does the article date earliest, or latest?"""

import pytest

from tests.generate.articles import key, question, questions, reasons, wrong

OPENED = "The new bridge was opened to trams in 2007."
CLOSED = "The old bridge was closed to lorries in 1998."
BOUGHT = "In March 2003 the town bought the harbour from a railway company."
THREE = (OPENED, CLOSED, BOUGHT)

OPENED_OPTION = "“The new bridge was opened to trams”"
CLOSED_OPTION = "“The old bridge was closed to lorries”"
BOUGHT_OPTION = "“the town bought the harbour from a railway company”"


def test_the_options_are_the_events_without_their_dates() -> None:
    item = question("sequence", *THREE)
    assert {option.text for option in item.options} == {OPENED_OPTION, CLOSED_OPTION, BOUGHT_OPTION}


@pytest.mark.parametrize(
    ("paragraphs", "word", "answer"),
    [
        ((OPENED, CLOSED, BOUGHT), "earliest", CLOSED_OPTION),
        ((CLOSED, OPENED, BOUGHT), "latest", OPENED_OPTION),
        ((BOUGHT, OPENED, CLOSED), "earliest", CLOSED_OPTION),
    ],
)
def test_the_key_follows_the_dates_and_is_not_the_event_told_first(
    paragraphs: tuple[str, ...], word: str, answer: str
) -> None:
    item = question("sequence", *paragraphs)
    assert word in item.prompt
    assert key(item) == answer


def test_each_wrong_option_is_told_its_date() -> None:
    item = question("sequence", *THREE)
    whys = {option.text: option.why for option in item.options}
    assert whys[OPENED_OPTION] == "The article dates this “in 2007” in paragraph 1."
    assert len(item.evidence) == 3
    assert len(wrong(item)) == 2


def test_dates_without_a_year_count_within_the_one_year_that_is_stated() -> None:
    texts = (
        "The new bridge was opened to trams on 3 March.",
        "The old bridge was closed to lorries on 9 January.",
        "The town bought the harbour from a company on 4 February.",
        "The council met on 8 May 2024 and signed the papers.",
    )
    assert "closed" in key(questions("sequence", *texts)[0])
    assert questions("sequence", *texts[:3]) == []
    assert "the article does not state its year" in reasons("sequence", *texts[:3])


@pytest.mark.parametrize(
    "third",
    [
        "In 2007 the town bought the harbour from a railway company.",
        "The town bought the harbour from a company before 2003.",
        "The town bought the harbour from a company two years later.",
        "The town bought the harbour in 2003 and sold it in 2005.",
        "The town would buy the harbour from a company in 2003.",
        "It bought the harbour from a railway company in 2003.",
        "The town has not bought the harbour from a company in 2003.",
    ],
)
def test_it_abstains_without_three_events_in_one_sure_order(third: str) -> None:
    assert questions("sequence", OPENED, CLOSED, third) == []
