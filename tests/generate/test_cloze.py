"""Which word stands in the gap: one that its rivals exclude, in a sentence that can be quoted by itself."""

import pytest

from quiz.generate.contrasts import contrasts
from tests.generate.articles import key, question, questions, reasons, wrong

SENTENCE = "The council shut the crossing to all traffic in the morning on Monday."


def test_the_key_is_the_article_s_word_and_the_others_exclude_it() -> None:
    item = question("cloze", SENTENCE)
    assert key(item) == "morning"
    assert set(wrong(item)) == {"afternoon", "evening"}
    assert "“The council shut the crossing to all traffic in the ___ on Monday.”" in item.prompt


def test_each_wrong_word_says_where_the_article_has_it() -> None:
    more = "The last cart had left the crossing by Monday evening, and the town slept."
    item = next(item for item in questions("cloze", SENTENCE, more) if key(item) == "morning")
    reasons_given = {option.text: option.why for option in item.options if not option.correct}
    assert reasons_given == {
        "afternoon": "The word “afternoon” stands nowhere in the article.",
        "evening": "The article has the word “evening” in paragraph 2, but not in this sentence.",
    }


def test_a_quotation_s_word_is_asked_for_as_quoted() -> None:
    item = question("cloze", "“The council approved the plan for the bridge today,” Mara Lindqvist said.")
    assert key(item) == "approved"
    assert "quot" in item.prompt.split("“")[0]


def test_a_word_that_the_sentence_tells_is_not_asked_for() -> None:
    assert (
        questions("cloze", "The council shut the crossing to all traffic in the evening, until midnight.")
        == []
    )
    assert (
        questions(
            "cloze",
            "The council closed the crossing, the bridge, the road and the school by noon or midnight.",
        )
        == []
    )


def test_the_explanation_quotes_the_clause() -> None:
    item = question(
        "cloze",
        "In Ostmole, the council approved the plan for the bridge, wrote its clerk.",
    )
    assert (
        item.explanation == "In paragraph 1 the article has “the council approved the plan for the bridge”."
    )


def test_no_word_is_the_answer_twice() -> None:
    other = "The mayor opened the new crossing to cyclists early in the morning on Friday."
    assert len(questions("cloze", SENTENCE, other)) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It closed the bridge to lorries in the morning on Monday.", "leans"),
        ("The board closed it in the morning on Monday.", "leans"),
        ("The board closed all such bridges in the morning on Monday.", "leans"),
        ("The bridge closed in the morning.", "fewer than 7 words"),
        ("The board never closed the bridge in the morning on Monday.", "denies"),
        ("The board will close the bridge in the morning if rain comes again.", "sets a condition"),
        ("We closed the old bridge to lorries in the morning on Monday.", "somebody's own voice"),
        ("The corrupt board closed the bridge to lorries in the morning.", "loaded"),
        ("The board faced a fraud trial over the bridge in the morning.", "a charge or a crime"),
    ],
)
def test_it_abstains(text: str, reason: str) -> None:
    assert questions("cloze", text) == []
    assert any(reason in given for given in reasons("cloze", text))


def test_a_word_in_a_piece_of_quotation_is_not_left_out() -> None:
    text = "The board said it was “going to shut the crossing in the morning” on Monday."
    assert questions("cloze", text) == []


def test_nobody_is_named_in_an_article_about_a_case() -> None:
    texts = (
        "Two builders of the bridge went on trial on Monday.",
        "Mara Lindqvist left for home in the morning.",
    )
    assert questions("cloze", *texts) == []
    assert any("names somebody" in given for given in reasons("cloze", *texts))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the morning train", "morning"),
        ("for bread, lunch and dinner", "lunch"),
        ("the latest hours of the day", "hours"),
        ("the week of the storm", "week"),
        ("he first saw it", "first"),
        ("the first of May", "first"),
        ("the 20th of May", "20th"),
        ("the 20th century", "20th"),
        ("the quarter ended", "quarter"),
        ("The ship was lost in fog", "lost"),
        ("The shells fell near it", "fell"),
        ("they no longer wait", "longer"),
        ("the lower court", "lower"),
        ("a brown bear", "brown"),
        ("the junior doctors", "junior"),
        ("a permanent secretary", "permanent"),
        ("The team approved of him", "approved"),
        ("500 miles (800 km)", "miles"),
    ],
)
def test_a_word_whose_neighbours_would_not_take_the_others_has_none(text: str, word: str) -> None:
    start = text.index(word)
    assert contrasts(text, start, start + len(word)) == []


@pytest.mark.parametrize(
    ("text", "word", "rivals"),
    [
        ("for the first time", "first", {"second", "third", "fourth", "fifth"}),
        ("in the 20th minute", "20th", {"9th", "13th", "16th", "23rd", "26th", "29th"}),
        ("in the 88th minute", "88th", {"77th", "81st", "84th"}),
        ("a quarter of the town", "quarter", {"third", "fifth", "tenth"}),
        ("The team won the cup", "won", {"lost", "shared"}),
        ("The costs fell by 20 percent", "fell", {"rose", "varied"}),
        ("a brown envelope", "brown", {"black", "blue", "green", "grey", "red", "white", "yellow"}),
        ("a brick house in northern Ostmark", "northern", {"southern", "eastern", "western"}),
        ("they met before the vote", "before", {"during", "after"}),
    ],
)
def test_a_word_exchanges_for_those_that_fit_the_same_place(text: str, word: str, rivals: set[str]) -> None:
    start = text.index(word)
    assert set(contrasts(text, start, start + len(word))) == rivals


@pytest.mark.parametrize(
    ("text", "word", "rivals"),
    [
        ("It was shut for three weeks in spring", "weeks", {"hours", "days", "months", "years"}),
        ("It pays 40 euros a month to the town", "month", {"day", "week", "year"}),
        ("the foreign minister of Ostmark", "foreign", None),
        ("near the town of Ostmole", "town", {"city", "village", "island"}),
        ("the dog was lost", "dog", {"cat", "horse", "goat", "rabbit"}),
        ("the professor of physics and his wife", "physics", None),
        ("It was founded by Mara Lindqvist", "founded", {"bought", "renamed"}),
        ("three weeks old", "weeks", set()),
        ("for three weeks since May", "weeks", set()),
        ("the dog barked", "dog", set()),
        ("the foreign minister spoke of the treaty", "foreign", set()),
    ],
)
def test_a_word_of_everyday_news_exchanges_where_nothing_tells_it(
    text: str, word: str, rivals: set[str] | None
) -> None:
    start = text.index(word)
    found = set(contrasts(text, start, start + len(word)))
    assert found if rivals is None else found == rivals


@pytest.mark.parametrize(("figure", "asked"), [("24", False), ("48", False), ("14", True)])
def test_a_unit_that_its_figure_tells_is_not_left_out(figure: str, asked: bool) -> None:
    text = f"The bridge was shut for {figure} hours after the lorry had crossed it."
    assert bool(contrasts(text, text.index("hours"), text.index("hours") + 5)) == asked
