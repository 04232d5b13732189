"""To whom or by which way something was said: the listener beside “told”, the channel beside the verb."""

import pytest

from tests.generate.articles import key, questions, reasons, wrong

WORDS = "“The railing was never part of the contract,”"


def test_the_news_organisation_that_was_told_stands_beside_others() -> None:
    (item,) = questions("told_whom", f"{WORDS} Mara Lindqvist told CNN.")
    assert key(item) == "CNN"
    assert "news organisation" in item.prompt
    assert all("nowhere names" in (option.why or "") for option in item.options if not option.correct)


def test_one_that_the_article_names_elsewhere_is_offered_first() -> None:
    (item,) = questions("told_whom", f"{WORDS} Mara Lindqvist told CNN.", "Reuters counted the lorries.")
    assert wrong(item)[0] == "Reuters"


def test_the_listener_is_asked_for_in_its_own_form() -> None:
    (item,) = questions("told_whom", f"{WORDS} Mara Lindqvist told the court.")
    assert key(item) == "The court"
    assert all(text.startswith("The ") for text in wrong(item))
    (item,) = questions("told_whom", f"{WORDS} Mara Lindqvist told reporters.")
    assert key(item) == "Reporters"
    assert not any(text.startswith("The ") for text in wrong(item))


def test_nothing_is_offered_that_the_article_mentions() -> None:
    around = "The court, the committee and the university lie behind the bridge."
    (item,) = questions("told_whom", f"{WORDS} Mara Lindqvist told the press.", around)
    assert not {"The court", "The committee", "The university"} & set(wrong(item))


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (f"{WORDS} Mara Lindqvist said in a statement.", "In a statement"),
        ("In a letter, Mara Lindqvist wrote: “The railing was never part of the contract.”", "In a letter"),
        ("Mara Lindqvist wrote on Twitter that the railing was part of the contract.", "On Twitter"),
    ],
)
def test_the_channel_beside_the_verb_is_asked_for(text: str, channel: str) -> None:
    (item,) = questions("told_whom", text)
    assert key(item) == channel
    assert len(wrong(item)) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} Mara Lindqvist said.",
        f"{WORDS} Mara Lindqvist told reporters and lawmakers.",
        f"{WORDS} Mara Lindqvist told Reuters and CNN.",
        f"{WORDS} Mara Lindqvist told her brother.",
        "Mara Lindqvist said the letter in a statement of 1998 was lost on the bridge.",
    ],
)
def test_a_listener_that_is_not_clear_asks_nothing(text: str) -> None:
    assert questions("told_whom", text) == []


def test_it_says_why_it_abstains() -> None:
    found = reasons("told_whom", "“It moved,” Mara Lindqvist told reporters.")
    assert found == ["the statement cannot be shown on its own"]


def test_a_name_that_is_no_common_noun_is_not_mentioned_and_not_none() -> None:
    text = "Mara Lindqvist wrote on her blog that the railing was part of the contract."
    whys = {
        option.text: option.why
        for seed in range(20)
        for option in questions("told_whom", text, seed=seed)[0].options
    }
    assert whys["On Twitter"] == "The article does not mention Twitter."
    assert whys["On television"] == "The article mentions no television."
