"""Which word stands in the gap: one that its rivals exclude, in a sentence that can be quoted by itself."""

import pytest

from quiz.generate.contrasts import contrasts
from tests.generate.articles import article, key, question, questions, reasons, wrong

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


def test_without_contrasts_words_in_the_same_frame_are_offered() -> None:
    texts = (
        "Everybody in Ostmole had foreseen the closure of the crossing.",
        "The two builders had long watched the decay of the railing.",
        "Mara Lindqvist wrote a book about the colour of the paint.",
        "Tomas Brandt had drawn and painted the outline of the town.",
    )
    found = questions("cloze", *texts)
    assert found
    for item in found:
        raw = article(*texts).raw
        assert all(f"the {word} of" in raw for word in (key(item), *wrong(item)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It closed the bridge to lorries in the morning on Monday.", "leans"),
        ("The board closed it in the morning on Monday.", "leans"),
        ("The bridge closed in the morning.", "fewer than 7 words"),
        ("The board closed the bridge in the morning and not the evening.", "denies"),
        ("The board will close the bridge in the morning if rain comes again.", "sets a condition"),
        ("We closed the old bridge to lorries in the morning on Monday.", "somebody's own voice"),
        ("The corrupt board closed the bridge to lorries in the morning.", "loaded"),
        ("The board faced a fraud trial over the bridge in the morning.", "a charge or a crime"),
        ("The board closed the bridge in the morning and opened it in the evening.", "rivals"),
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


def test_groups_of_people_are_neither_left_out_nor_offered() -> None:
    texts = tuple(
        f"Everybody had written about the {word} of the town." for word in ("women", "refugees", "voters")
    )
    assert questions("cloze", *texts) == []


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("a security ", "camera", " above the door"),
        ("the ", "school", " bus"),
        ("many ", "hours", "-long delays"),
        ("the latest ", "hours", " of the day"),
        ("the ", "week", " of the storm"),
    ],
)
def test_a_word_that_leans_on_its_neighbour_has_no_contrasts(before: str, word: str, after: str) -> None:
    text = f"{before}{word}{after}"
    found = contrasts(text, len(before), len(before) + len(word))
    assert found == [] or after.startswith("-")


@pytest.mark.parametrize(
    ("text", "word", "rival"),
    [
        ("the first boat came", "first", "third"),
        ("in the 20th minute", "20th", "18th"),
        ("a quarter of the town", "quarter", "third"),
        ("the health minister", "health", "defence"),
        ("The team won the cup", "won", "lost"),
        ("The costs fell by half", "fell", "rose"),
        ("a public hearing", "public", "private"),
    ],
)
def test_a_word_whose_sense_its_neighbours_settle_has_contrasts(text: str, word: str, rival: str) -> None:
    start = text.index(word)
    found = contrasts(text, start, start + len(word))
    assert rival in found
    assert word not in found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("he first saw it", "first"),
        ("the first of May", "first"),
        ("the 20th of May", "20th"),
        ("the 20th century", "20th"),
        ("the quarter ended", "quarter"),
        ("the foreign press", "foreign"),
        ("The ship was lost in fog", "lost"),
        ("The shells fell near it", "fell"),
        ("they no longer wait", "longer"),
        ("the lower deck", "lower"),
    ],
)
def test_a_word_in_another_sense_has_none(text: str, word: str) -> None:
    start = text.index(word)
    assert contrasts(text, start, start + len(word)) == []


def test_a_unit_has_contrasts_after_a_figure_only() -> None:
    assert "days" in contrasts("48 hours", 3, 8)
    assert contrasts("the hours", 4, 9) == []
